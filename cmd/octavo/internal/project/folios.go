package project

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/textstyle"
)

// folios says on which page of the book everything stands, for the deck. Where the pages need not be set for anything else
// it takes the word of the last build's page map, if that was made of the same inputs: setting a book takes longer than
// setting its cards. What is wrong with the pages is given, too.
func (p *Project) folios() (*pagemap.Map, diag.List) {
	if p.Recall {
		if m := p.recorded(); m != nil {
			return m, nil
		}
	}
	in := p.Interior()
	return in.Pages, in.Found
}

// recorded returns the page map of the last build, nil when it was made of other inputs or by another octavo.
func (p *Project) recorded() *pagemap.Map {
	name := path.Join("build", PagemapName(p.Cfg.Book.Slug))
	made, err := p.Root.Stat(name)
	if err != nil {
		return nil
	}
	// Octavos under development share a version: one that is younger than the map may number pages in another way.
	program, err := os.Executable()
	if err != nil {
		return nil
	}
	if self, err := os.Stat(program); err != nil || !made.ModTime().After(self.ModTime()) {
		return nil
	}
	text, err := readfile.In(p.Root, name, maxPagemap)
	if err != nil {
		return nil
	}
	var r struct { // what the deck needs of a pagemap.Record
		Format int    `json:"octavo_pagemap"`
		Inputs string `json:"inputs"`
		Pages  []struct {
			Folio   string   `json:"folio"`
			Anchors []string `json:"anchors"`
		} `json:"pages"`
	}
	if json.Unmarshal(text, &r) != nil || r.Format != pagemap.Format || r.Inputs != p.HashInterior() {
		return nil
	}
	m := &pagemap.Map{Pages: make([]pagemap.Page, len(r.Pages))}
	for i, pg := range r.Pages {
		m.Pages[i] = pagemap.Page{Number: i + 1, Label: pg.Folio, Anchors: pg.Anchors}
	}
	return m
}

// HashInterior returns one SHA-256 over all that the pages of the book are made of.
func (p *Project) HashInterior() string {
	f := &p.Cfg.Style.Fonts
	names := map[string]bool{"classic.toml": true, filepath.Base(p.Cfg.Style.Source.Name): true, "printers.toml": p.Cfg.Printer != nil}
	for _, face := range append([]string{f.Regular, f.Italic, f.Bold, f.BoldItalic, f.Mono}, textstyle.SignFonts[:]...) {
		names["fonts/"+face] = true
	}
	return p.hash(func(name string) bool { return names[name] || strings.HasPrefix(name, "hyphenation/") })
}

// PagemapName returns the file that says what is printed where.
func PagemapName(slug string) string { return slug + ".pagemap.json" }

// maxPagemap is the largest page map that is read, in bytes: that of a book of ten thousand pages has some 60 MB.
const maxPagemap = 256 << 20

// ReadPagemap reads the record of what is printed where, a file in a book's folder.
func ReadPagemap(root *os.Root, name string) (*pagemap.Record, error) {
	data, err := readfile.In(root, name, maxPagemap)
	if err != nil {
		return nil, err
	}
	return pagemap.ReadRecord(bytes.NewReader(data))
}
