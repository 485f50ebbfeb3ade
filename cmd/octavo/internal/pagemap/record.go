package pagemap

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"octavo/cmd/octavo/internal/diag"
)

// Format is the version of the record's form. It changes when a field changes its meaning or goes; new fields may come.
const Format = 1

// Record is a page map as it is kept in a file, build/<slug>.pagemap.json: which line of which page came from where in
// the manuscript. It outlives the build that made it, so that a remark on a printed page can be traced when the manuscript
// has gone on.
type Record struct {
	Format int          `json:"octavo_pagemap"` // see Format
	Title  string       `json:"title"`
	Inputs string       `json:"inputs,omitempty"` // a hash over what the pages were made of
	Pages  []RecordPage `json:"pages"`
}

// RecordPage is one page of a record.
type RecordPage struct {
	Number  int          `json:"number"` // 1-based place in the file
	Folio   string       `json:"folio"`
	Kind    Kind         `json:"kind"`
	ID      string       `json:"id,omitempty"`      // of the part, chapter or index
	Anchors []string     `json:"anchors,omitempty"` // ids of entries, sections and the like on the page
	Lines   []RecordLine `json:"lines,omitempty"`
}

// RecordLine is one line of a page.
type RecordLine struct {
	Y      float64 `json:"y"`    // baseline from the upper edge of the page, in points
	File   string  `json:"file"` // slash-separated, relative to the book's folder
	Line   int     `json:"line"` // of its first word in the file, from 1
	Column int     `json:"column"`
	Text   string  `json:"text"` // what the line says
}

// Record makes the map's record. Exact gives the place of a word in its file; places come in the order of the pages.
func (m *Map) Record(title string, exact func(Place) diag.Pos) *Record {
	r := &Record{Format: Format, Title: title, Pages: make([]RecordPage, len(m.Pages))}
	for i := range m.Pages {
		p := &m.Pages[i]
		rp := RecordPage{Number: p.Number, Folio: p.Label, Kind: p.Kind, ID: p.ID, Anchors: p.Anchors}
		for _, l := range p.Lines {
			at := exact(l.Start)
			rl := RecordLine{Y: float64((l.Y*100+1<<15)>>16) / 100, Text: l.Text}
			if at.IsValid() {
				rl.File = at.Source.Name
				rl.Line, rl.Column = at.Source.LineColumn(at.Offset)
			}
			rp.Lines = append(rp.Lines, rl)
		}
		r.Pages[i] = rp
	}
	return r
}

// Write writes the record as JSON, a page a line.
func (r *Record) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	title, err := json.Marshal(r.Title)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "{\"octavo_pagemap\": %d, \"title\": %s", r.Format, diag.EscapeJSON(title))
	if r.Inputs != "" { // hexadecimal digits, but for a map that was tampered with
		inputs, err := json.Marshal(r.Inputs)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, ", \"inputs\": %s", diag.EscapeJSON(inputs))
	}
	b.WriteString(", \"pages\": [\n")
	for i := range r.Pages {
		if i > 0 {
			b.WriteString(",")
		}
		line.Reset()
		if err := enc.Encode(&r.Pages[i]); err != nil {
			return err
		}
		b.Write(diag.EscapeJSON(line.Bytes()))
	}
	b.WriteString("]}\n")
	return b.Flush()
}

// ReadRecord reads what Write wrote. An error says what is wrong with the file.
func ReadRecord(rd io.Reader) (*Record, error) {
	var r Record
	if err := json.NewDecoder(rd).Decode(&r); err != nil {
		return nil, fmt.Errorf("not a page map: %w", err)
	}
	if r.Format == 0 {
		return nil, errors.New("not a page map: it has no octavo_pagemap")
	}
	if r.Format != Format {
		return nil, fmt.Errorf("a page map of form %d, of another octavo; this one reads form %d", r.Format, Format)
	}
	return &r, nil
}

// Line is the n-th line, from 1, of the page with a folio.
func (r *Record) Line(folio string, n int) (RecordLine, error) {
	for i := range r.Pages {
		p := &r.Pages[i]
		if p.Folio != folio {
			continue
		}
		switch {
		case len(p.Lines) == 0:
			return RecordLine{}, fmt.Errorf("page %s has no lines of the manuscript: it is %s", folio, said[p.Kind])
		case n < 1 || n > len(p.Lines):
			return RecordLine{}, fmt.Errorf("page %s has %d lines, there is no line %d", folio, len(p.Lines), n)
		}
		return p.Lines[n-1], nil
	}
	last := ""
	if len(r.Pages) > 0 {
		last = "; the last is " + r.Pages[len(r.Pages)-1].Folio
	}
	return RecordLine{}, fmt.Errorf("there is no page %s%s", folio, last)
}

// said are the kinds in words.
var said = map[Kind]string{Blank: "blank", HalfTitle: "the half-title", TitlePage: "the title page", Copyright: "the copyright page",
	Dedication: "the dedication", Epigraph: "the epigraph", Contents: "the contents", PartTitle: "a part's title",
	Chapter: "a picture's", Notes: "a note's head", Index: "an index", Colophon: "the colophon"}

// Printed is where a line of a file is printed.
type Printed struct {
	Folio  string
	Number int // of the page, its 1-based place in the file
	Nth    int // line of the page, from 1
	Line   RecordLine
}

// Of are the printed lines on which the words of a line of a file stand, in the order of the pages: the one that it begins in,
// and those that begin in it. It is empty where the file, or that part of it, is not printed.
func (r *Record) Of(file string, line int) []Printed {
	var out []Printed
	var before *Printed // the last that begins above it
	whole := false      // its first word begins a printed line
	for i := range r.Pages {
		p := &r.Pages[i]
		for k, l := range p.Lines {
			at := Printed{Folio: p.Folio, Number: p.Number, Nth: k + 1, Line: l}
			switch {
			case l.File != file:
			case l.Line == line:
				out = append(out, at)
				whole = whole || l.Column == 1
			case l.Line < line && (before == nil || l.Line >= before.Line.Line):
				before = &at
			}
		}
	}
	if before != nil && !whole {
		out = append([]Printed{*before}, out...)
	}
	return out
}
