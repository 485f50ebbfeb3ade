// Package xref resolves cross-references: [New] indexes what links of a book can lead to, and [Index.Target] returns the title
// of a target.
package xref

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
)

// Index finds what a link can lead to.
type Index struct {
	entries  map[string]*book.Entry
	headings map[string]string // title of a chapter or section, or caption of a figure or table, by its anchor
	Pictures map[string]*page.Picture
	Drafts   bool // they are set like the others
	Several  bool // entries are of several kinds
	Numbers  int  // the largest number of an entry, 0 where they have none
}

// New lists what links of a book can lead to.
func New(bk *book.Book) *Index {
	x := &Index{entries: map[string]*book.Entry{}, headings: map[string]string{},
		Pictures: map[string]*page.Picture{}, Several: bk.SeveralKinds()}
	for _, e := range bk.Entries() {
		x.entries[e.ID] = e
		x.Numbers = max(x.Numbers, e.Number)
	}
	for _, p := range bk.Parts {
		if p.Title != "" {
			x.headings[p.ID] = p.Title
		}
	}
	for _, ch := range bk.Chapters() {
		x.headings[ch.ID] = book.PlainText(ch.Title)
		book.Walk(ch.Blocks, func(b book.Block) {
			switch b := b.(type) {
			case *book.Heading:
				x.headings[b.ID] = book.PlainText(b.Text)
			case *book.Figure:
				x.caption(b.ID, b.Caption)
			case *book.Table:
				x.caption(b.ID, b.Caption)
			case *book.Aside:
				x.caption(b.ID, b.Title)
			}
		})
		ch.Walk(nil, func(i book.Inline) {
			if s, ok := i.(*book.Span); ok {
				x.caption(s.ID, s.Text)
			}
		})
	}
	for name, p := range bk.Pictures {
		x.Pictures[name] = &page.Picture{Name: name, Format: p.Format, Data: p.Data, Width: p.Width, Height: p.Height, Drawing: p.Drawing}
	}
	return x
}

// caption adds a figure, a table, an aside or a span by its words, if it has an id.
func (x *Index) caption(id string, text []book.Inline) {
	if id != "" {
		x.headings[id] = book.PlainText(text)
	}
}

// Entry returns the entry with an id, or nil.
func (x *Index) Entry(id string) *book.Entry { return x.entries[id] }

// Target reports whether a link to id leads anywhere on paper, and what its words are: a left-out draft is nowhere.
func (x *Index) Target(id string) (title string, ok bool) {
	if e := x.entries[id]; e != nil {
		return book.PlainText(e.Maxim), e.Status != book.Draft || x.Drafts
	}
	title, ok = x.headings[id]
	return title, ok
}
