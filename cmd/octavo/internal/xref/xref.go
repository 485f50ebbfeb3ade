package xref

import (
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
)

// Index finds what a link can lead to.
type Index struct {
	entries  map[string]*manuscript.Entry
	headings map[string]string // title of a chapter or section by its anchor
	Pictures map[string]*page.Picture
	Drafts   bool // they are set like the others
}

func New(book *manuscript.Book) *Index {
	x := &Index{entries: map[string]*manuscript.Entry{}, headings: map[string]string{},
		Pictures: map[string]*page.Picture{}}
	for _, e := range book.Entries() {
		x.entries[e.ID] = e
	}
	for _, p := range book.Parts {
		if p.Title != "" {
			x.headings[p.ID] = p.Title
		}
	}
	for _, ch := range book.Chapters() {
		x.headings[ch.ID] = manuscript.PlainText(ch.Title)
		manuscript.Walk(ch.Blocks, func(b manuscript.Block) {
			if h, ok := b.(*manuscript.Heading); ok {
				x.headings[h.ID] = manuscript.PlainText(h.Text)
			}
		})
	}
	for name, p := range book.Pictures {
		x.Pictures[name] = &page.Picture{Name: name, Format: p.Format, Data: p.Data, Width: p.Width, Height: p.Height}
	}
	return x
}

// Target says whether a link to id leads anywhere on paper, and what its words are: a left-out draft is nowhere.
func (x *Index) Target(id string) (title string, ok bool) {
	if e := x.entries[id]; e != nil {
		return manuscript.PlainText(e.Maxim), e.Status != manuscript.Draft || x.Drafts
	}
	title, ok = x.headings[id]
	return title, ok
}
