package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// A snapshot is a folder of build/review/snapshots, named by the beginning of the hash over what it keeps: book.toml, the
// manuscript and its pictures as readers got them, for --since last to look back at; and a page map for every way in which
// those words were set, for remarks that say a page and a line.

// hashManuscript is one SHA-256 over what the author wrote: the files and in which order they come, pictures with them. How
// it is set makes no difference to it.
func (p *project) hashManuscript() string {
	sum := sha256.New()
	add := func(name string, data []byte) {
		for _, part := range [][]byte{[]byte(name), data} {
			sum.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
			sum.Write(part)
		}
	}
	add("contents", fmt.Appendf(nil, "%q", p.cfg.Contents))
	for _, s := range p.book.Sources {
		add(s.Name, s.Text)
	}
	for _, name := range slices.Sorted(maps.Keys(p.book.Pictures)) {
		if pic := p.book.Pictures[name]; pic != nil {
			add("picture "+name, pic.Data)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// keepSnapshot keeps the manuscript and its page map as readers get them now.
func (r *reviewing) keepSnapshot() error {
	var pages bytes.Buffer
	if err := r.record(r.text.pages).Write(&pages); err != nil {
		return err
	}
	sum := sha256.Sum256(pages.Bytes())
	r.mapFile = "pagemap-" + hex.EncodeToString(sum[:4]) + ".json"
	files := map[string][]byte{"book.toml": r.cfg.Source.Text, r.mapFile: pages.Bytes()}
	for _, s := range r.book.Sources {
		files[s.Name] = s.Text
	}
	for name, pic := range r.book.Pictures {
		if pic != nil {
			files[path.Join("manuscript", name)] = pic.Data
		}
	}
	for name, data := range files {
		place := filepath.Join(r.dir, snapshotFolder, r.snapshot, filepath.FromSlash(name))
		if info, err := os.Stat(place); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(data)) {
			continue // the names of the folder and of the map say that it is the same
		}
		if err := writeWhole(place, data); err != nil {
			return fmt.Errorf("cannot keep the manuscript as readers get it: %w", reason(err))
		}
	}
	return nil
}

// writeWhole writes a file that is whole or not there.
func writeWhole(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	temp := name + tempSuffix
	if err := os.WriteFile(temp, data, 0o666); err != nil {
		return err
	}
	return os.Rename(temp, name)
}
