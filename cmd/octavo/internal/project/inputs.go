package project

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/config"
)

// sharedStyles are the files of styles/ that some outputs are made of and others not; those that all are made of have been
// read with the book.
var sharedStyles = []string{config.CardsFile, config.CalibrationFile, "epub.css", config.PrintersFile, ConditionCMYK, ConditionRGB}

// HashInputs returns one SHA-256 over all that a build is made of: the command's version, the book's date (which the
// environment may set), book.toml, the style's files, the manuscript and its pictures, and what flags asked for. Each goes
// in with its name and its length, so that no two sets of inputs run together. Which of the outputs are made, and by which
// profiles, makes no difference to it: outputs of one state of the book have one hash, whenever they are made.
func (p *Project) HashInputs() string {
	for _, name := range sharedStyles {
		p.Styles.ReadFile(name) // remembers it; one that is missing is missing from every output
	}
	h := p.hash(func(string) bool { return true })
	if len(p.Asked) > 0 {
		sum := sha256.Sum256([]byte(h + "\x00" + strings.Join(p.Asked, "\x00")))
		h = hex.EncodeToString(sum[:])
	}
	return h
}

// hash is HashInputs with some of the style's files only.
func (p *Project) hash(counts func(name string) bool) string {
	sum := sha256.New()
	add := func(name string, data []byte) {
		var n [8]byte
		for _, part := range [][]byte{[]byte(name), data} {
			binary.BigEndian.PutUint64(n[:], uint64(len(part)))
			sum.Write(n[:])
			sum.Write(part)
		}
	}
	add("octavo", []byte(Version()))
	add("date", []byte(p.Cfg.Book.Date.UTC().Format(time.RFC3339)))
	add("book.toml", p.Cfg.Source.Text)
	files := p.Styles.inputs()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if counts(name) {
			add("styles/"+name, files[name])
		}
	}
	for _, s := range p.Book.Sources {
		add(s.Name, s.Text)
	}
	for _, path := range slices.Sorted(maps.Keys(p.Book.Pictures)) {
		if pic := p.Book.Pictures[path]; pic != nil {
			add("picture "+path, pic.Data)
		}
	}
	for _, art := range p.Book.Art {
		if art.Picture != nil {
			add("art "+art.Picture.Path, art.Picture.Data)
		}
	}
	if pic := p.Book.EPUBCover; pic != nil {
		add("cover "+pic.Path, pic.Data)
	}
	for _, pic := range p.Book.Cover.Pictures() {
		add("printed cover "+pic.Path, pic.Data)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// HashManuscript returns one SHA-256 over what the author wrote: the files and in which order they come, pictures with them. How
// it is set makes no difference to it.
func (p *Project) HashManuscript() string {
	sum := sha256.New()
	add := func(name string, data []byte) {
		for _, part := range [][]byte{[]byte(name), data} {
			sum.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
			sum.Write(part)
		}
	}
	add("contents", fmt.Appendf(nil, "%q", p.Cfg.Contents))
	for _, s := range p.Book.Sources {
		add(s.Name, s.Text)
	}
	for _, name := range slices.Sorted(maps.Keys(p.Book.Pictures)) {
		if pic := p.Book.Pictures[name]; pic != nil {
			add("picture "+name, pic.Data)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}
