package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/readfile"
)

const manifestName = "manifest.json"

// maxManifest is the largest list of outputs that is read, in bytes.
const maxManifest = 16 << 20

// manifest is build/manifest.json: what was made, and of what. The same book gives the same bytes.
type manifest struct {
	Octavo  string           `json:"octavo"`  // version of the command
	Inputs  string           `json:"inputs"`  // hash over everything the last build was made of
	Outputs []manifestOutput `json:"outputs"` // sorted by file
}

// manifestOutput is one file beside the manifest. One whose Inputs differ from the manifest's was made by an earlier
// build of another text.
type manifestOutput struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	Pages  int    `json:"pages,omitempty"`
	Cards  int    `json:"cards,omitempty"`
	Inputs string `json:"inputs"`
}

// keep takes over from the manifest of an earlier build what this build did not make and what still lies there.
func (m *manifest) keep(dir string) {
	data, err := readfile.Named(filepath.Join(dir, manifestName), maxManifest)
	var old manifest
	if err != nil || json.Unmarshal(data, &old) != nil {
		return // no manifest, or none of ours: there is nothing to keep
	}
	for _, o := range old.Outputs {
		made := slices.ContainsFunc(m.Outputs, func(n manifestOutput) bool { return n.File == o.File })
		if made || o.File != filepath.Base(o.File) {
			continue
		}
		if info, err := os.Lstat(filepath.Join(dir, o.File)); err == nil && info.Mode().IsRegular() && info.Size() == o.Bytes {
			m.Outputs = append(m.Outputs, o)
		}
	}
}

func (m *manifest) write(w io.Writer) error {
	slices.SortFunc(m.Outputs, func(a, b manifestOutput) int { return strings.Compare(a.File, b.File) })
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		return fmt.Errorf("cannot write %s: %w", manifestName, err)
	}
	_, err := w.Write(text.Bytes())
	return err
}

// sharedStyles are the files of styles/ that some outputs are made of and others not; those that all are made of have been
// read with the book.
var sharedStyles = []string{config.CardsFile, config.CalibrationFile, "epub.css", config.PrintersFile, conditionCMYK, conditionRGB}

// hashInputs is one SHA-256 over all that a build is made of: the command's version, the book's date (which the
// environment may set), book.toml, the style's files, the manuscript and its pictures, and what flags asked for. Each goes
// in with its name and its length, so that no two sets of inputs run together. Which of the outputs are made, and by which
// profiles, makes no difference to it: outputs of one state of the book have one hash, whenever they are made.
func (p *project) hashInputs() string {
	for _, name := range sharedStyles {
		p.styles.ReadFile(name) // remembers it; one that is missing is missing from every output
	}
	h := p.hash(func(string) bool { return true })
	if len(p.asked) > 0 {
		sum := sha256.Sum256([]byte(h + "\x00" + strings.Join(p.asked, "\x00")))
		h = hex.EncodeToString(sum[:])
	}
	return h
}

// hash is hashInputs with some of the style's files only.
func (p *project) hash(counts func(name string) bool) string {
	sum := sha256.New()
	add := func(name string, data []byte) {
		var n [8]byte
		for _, part := range [][]byte{[]byte(name), data} {
			binary.BigEndian.PutUint64(n[:], uint64(len(part)))
			sum.Write(n[:])
			sum.Write(part)
		}
	}
	add("octavo", []byte(version()))
	add("date", []byte(p.cfg.Book.Date.UTC().Format(time.RFC3339)))
	add("book.toml", p.cfg.Source.Text)
	files := p.styles.files()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if counts(name) {
			add("styles/"+name, files[name])
		}
	}
	for _, s := range p.book.Sources {
		add(s.Name, s.Text)
	}
	for _, path := range slices.Sorted(maps.Keys(p.book.Pictures)) {
		if pic := p.book.Pictures[path]; pic != nil {
			add("picture "+path, pic.Data)
		}
	}
	if pic := p.book.Cover; pic != nil {
		add("cover "+pic.Path, pic.Data)
	}
	return hex.EncodeToString(sum.Sum(nil))
}
