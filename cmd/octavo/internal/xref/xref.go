// Package xref resolves cross-references: [New] indexes what links of a book can lead to, and [Index.Target] returns the title
// of a target. [PartOf] and [Join] are New in two steps, for who has looked through most chapters before.
package xref

import (
	"cmp"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
)

// Index finds what a link can lead to.
type Index struct {
	entries  map[string]*book.Entry
	headings map[string]string // title of a chapter, section or aside, caption of a figure or table, words of a span, by its anchor
	inDrafts map[string]bool   // anchors that stand in drafts
	Pictures map[string]*page.Picture
	Drafts   bool // they are set like the others
	Several  bool // entries are of several kinds
	Numbers  int  // the largest number of an entry, 0 where they have none
}

// Part is what links can lead to in one chapter.
type Part struct {
	Entries []*book.Entry // in reading order; an entry in another's gloss comes after it

	anchors  []anchor
	inDrafts []string // anchors that stand in drafts
}

// anchor is a chapter, section, figure or the like with its words.
type anchor struct{ id, words string }

// PartOf lists what links can lead to in a chapter.
func PartOf(ch *book.Chapter) *Part {
	p := &Part{Entries: ch.Entries(), anchors: []anchor{{ch.ID, book.PlainText(ch.Title)}}}
	anchors(ch, func(id string, text []book.Inline) { p.anchors = append(p.anchors, anchor{id, book.PlainText(text)}) })
	for _, e := range p.Entries {
		if e.Status == book.Draft {
			anchors(&book.Chapter{Blocks: []book.Block{e}}, func(id string, _ []book.Inline) { p.inDrafts = append(p.inDrafts, id) })
		}
	}
	return p
}

// New lists what links of a book can lead to.
func New(bk *book.Book) *Index {
	var parts []*Part
	for _, ch := range bk.Chapters() {
		parts = append(parts, PartOf(ch))
	}
	return Join(bk, parts, Picture)
}

// Join is [New] for a book whose chapters have been looked through, in reading order. Picture makes a picture of pages of one of the
// book's.
func Join(bk *book.Book, parts []*Part, picture func(name string, p *book.Picture) *page.Picture) *Index {
	x := &Index{entries: map[string]*book.Entry{}, headings: map[string]string{}, inDrafts: map[string]bool{},
		Pictures: map[string]*page.Picture{}}
	for _, p := range bk.Parts {
		if p.Title != "" {
			x.headings[p.ID] = p.Title
		}
	}
	var first *book.Entry
	for _, p := range parts {
		for _, e := range p.Entries {
			first = cmp.Or(first, e)
			x.entries[e.ID] = e
			x.Numbers = max(x.Numbers, e.Number)
			x.Several = x.Several || e.Kind != first.Kind
		}
		for _, a := range p.anchors {
			x.headings[a.id] = a.words
		}
		for _, id := range p.inDrafts {
			x.inDrafts[id] = true
		}
	}
	for name, p := range bk.Pictures {
		x.Pictures[name] = picture(name, p)
	}
	return x
}

// Picture returns a picture of pages of one of the book's.
func Picture(name string, p *book.Picture) *page.Picture {
	return &page.Picture{Name: name, Format: p.Format, Data: p.Data, Width: p.Width, Height: p.Height, Drawing: p.Drawing}
}

// anchors calls f for every section, figure, table, aside and span of a chapter that has an id, with its words.
func anchors(ch *book.Chapter, f func(id string, text []book.Inline)) {
	add := func(id string, text []book.Inline) {
		if id != "" {
			f(id, text)
		}
	}
	ch.Walk(func(b book.Block) {
		switch b := b.(type) {
		case *book.Heading:
			add(b.ID, b.Text)
		case *book.Figure:
			add(b.ID, b.Caption)
		case *book.Table:
			add(b.ID, b.Caption)
		case *book.Aside:
			add(b.ID, b.Title)
		}
	}, func(i book.Inline) {
		if s, ok := i.(*book.Span); ok {
			add(s.ID, s.Text)
		}
	})
}

// Entry returns the entry with an id, or nil.
func (x *Index) Entry(id string) *book.Entry { return x.entries[id] }

// Target reports whether a link to id leads anywhere on paper, and what its words are: a left-out draft is nowhere.
func (x *Index) Target(id string) (title string, ok bool) {
	if e := x.entries[id]; e != nil {
		return book.PlainText(e.Maxim), e.Status != book.Draft || x.Drafts
	}
	title, ok = x.headings[id]
	return title, ok && (x.Drafts || !x.inDrafts[id])
}
