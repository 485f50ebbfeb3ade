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
)

// folios returns the page map that the deck takes its page numbers from, and the diagnostics of the pages. If nothing else
// needs the pages, it uses the page map of the last build, provided that the inputs are the same: setting the pages
// takes longer than setting the cards.
func (p *Project) folios() (*pagemap.Map, diag.List) {
	if p.Recall {
		if m := p.recorded(); m != nil {
			return m, nil
		}
	}
	in := p.Interior()
	return in.Pages, in.Found
}

// recorded returns the page map of the last build, or nil if it was made from other inputs or by another version of octavo.
func (p *Project) recorded() *pagemap.Map {
	name := path.Join("build", PagemapName(p.Cfg.Book.Slug))
	made, err := p.Root.Stat(name)
	if err != nil {
		return nil
	}
	// Development builds of octavo share a version. A build newer than the page map may number pages differently.
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

// HashInterior returns the SHA-256 of all inputs of the book's pages.
func (p *Project) HashInterior() string {
	f := &p.Cfg.Style.Fonts
	names := map[string]bool{"classic.toml": true, filepath.Base(p.Cfg.Style.Source.Name): true, "printers.toml": p.Cfg.Printer != nil}
	for _, face := range append([]string{f.Regular, f.Italic, f.Bold, f.BoldItalic, f.Mono}, f.Own...) {
		names["fonts/"+face] = true
	}
	return p.hash(func(name string) bool { return names[name] || strings.HasPrefix(name, "hyphenation/") })
}

// PagemapName returns the name of the page map's file.
func PagemapName(slug string) string { return slug + ".pagemap.json" }

// maxPagemap is the largest page map that is read, in bytes: that of a book of ten thousand pages has some 60 MB.
const maxPagemap = 256 << 20

// ReadPagemap reads a page map from a file in a book's folder.
func ReadPagemap(root *os.Root, name string) (*pagemap.Record, error) {
	data, err := readfile.In(root, name, maxPagemap)
	if err != nil {
		return nil, err
	}
	return pagemap.ReadRecord(bytes.NewReader(data))
}
