// Package pagemap records what is printed on which page of a book. The interior makes a [Map] when its pages have numbers; the
// EPUB's page list, the backs of cards and readers' remarks on "page 42" use it.
//
// A [Record] is a Map in a file, for octavo where, for remarks that come back, and for other programs. The command's README.md
// describes its keys ("The page map").
package pagemap

import "octavo/cmd/octavo/internal/diag"

// Map is the pages of a book's inside, in the order in which they are bound.
type Map struct{ Pages []Page }

// Page is one page.
type Page struct {
	Number  int      // 1-based place in the file
	Label   string   // the folio as a reader would say it, "iv" or "42", also where none is printed
	Kind    Kind     // what it belongs to
	ID      string   // anchor of the part, the chapter or the index that it belongs to; "" for others
	First   bool     // it is the first page of that
	Start   Place    // the first word of the manuscript on it, footnotes left out; the zero Place when there is none
	Anchors []string // what links can lead to on it, in the order of the page
	Before  int      // of an index's page: how many of its lines begin on the pages before it
	Lines   []Line   // of a chapter's page: from the top, headings and footnotes too, running heads and folios not
}

// Line is one line of a page. Readers number them from 1 at the top.
type Line struct {
	Y     int64  // the baseline from the upper edge of the page, in 1/65536 pt
	Start Place  // its first word
	Text  string // what it says; a word that goes on in the next line ends in U+00AD
}

// Place is a word of the manuscript.
type Place struct {
	Pos    diag.Pos // of the inline that the word belongs to, or of the block whose beginning is meant
	Offset int      // bytes into that inline's text; 0 at the beginning of a block
}

// IsValid reports whether p is a place at all.
func (p Place) IsValid() bool { return p.Pos.IsValid() }

// Kind is the kind of part that a page belongs to.
type Kind string

// The kinds.
const (
	Blank      Kind = "blank"
	HalfTitle  Kind = "half-title"
	TitlePage  Kind = "title-page"
	Copyright  Kind = "copyright"
	Dedication Kind = "dedication"
	Epigraph   Kind = "epigraph"
	Contents   Kind = "contents"
	PartTitle  Kind = "part-title"
	Chapter    Kind = "chapter" // of front, body or back
	Notes      Kind = "notes"   // at the end of the book
	Index      Kind = "index"
	Colophon   Kind = "colophon"
)

// Folio is the folio of the page that an anchor stands on, "" when it stands on none. Where an anchor stands on two
// pages the later one counts, as in the numbers that are printed.
func (m *Map) Folio(anchor string) string {
	if m == nil {
		return ""
	}
	folio := ""
	for i := range m.Pages {
		for _, a := range m.Pages[i].Anchors {
			if a == anchor {
				folio = m.Pages[i].Label
			}
		}
	}
	return folio
}
