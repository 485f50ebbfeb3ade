package bookdiff

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// container is the part of a book that text belongs to: the opening of a chapter, a section, an entry, or a part's title.
type container struct {
	what    What
	id      string
	title   string
	pos     diag.Pos
	entry   *book.Entry
	chapter *container // chapter that it is in; itself for a chapter, nil for a part
	file    string     // for a chapter
	now     bool       // belongs to the new book
	first   *container // for a part: its first chapter
	units   []*unit    // the first is its title

	mate  *container // its counterpart in the other book; nil if there is none
	moved bool       // its place among the containers that are in both books has changed
}

// unit is a paragraph or a similar piece of text: a maxim, a heading, a table.
type unit struct {
	container *container
	form      string // its kind and what encloses it: "p", "quote p", "ol p", "h2"
	pos       diag.Pos
	write     func(*unitWriter)
	key       string // its content, for comparison
	id        int32  // the same for units with the same form and key
	title     bool

	words []word  // computed on demand
	bag   []int32 // sorted ids of the words that are not marks; computed on demand
	pair  *pair
}

// pair matches units of the old book with units of the new one. One unit may have become two, or two one.
type pair struct {
	old, new []*unit
	same     bool // word for word
	moved    bool // to another place
}

// flat is a book as its containers in reading order.
type flat struct {
	containers []*container
	pictures   map[string]bool // paths of pictures whose files differ between the books
	now        bool            // is the new book
}

func flatten(bk *book.Book, now bool) *flat {
	f := &flat{now: now}
	for _, ch := range bk.Front {
		f.chapter(ch)
	}
	for _, p := range bk.Parts {
		at := len(f.containers)
		if p.Title != "" {
			h := &container{what: Part, now: now, id: p.ID, title: p.Title, pos: p.Pos}
			h.add("part", p.Pos, func(s *unitWriter) { s.text(p.Title, p.Pos, 0) })
			f.containers = append(f.containers, h)
		}
		for _, ch := range p.Chapters {
			f.chapter(ch)
		}
		if p.Title != "" && len(p.Chapters) > 0 {
			f.containers[at].first = f.containers[at+1]
		}
	}
	for _, ch := range bk.Back {
		f.chapter(ch)
	}
	return f
}

// add adds a unit; the first is the title.
func (h *container) add(form string, pos diag.Pos, write func(*unitWriter)) {
	h.units = append(h.units, &unit{container: h, form: form, pos: pos, write: write, title: len(h.units) == 0})
}

func (h *container) run(form string, pos diag.Pos, text []book.Inline) {
	h.add(form, pos, func(s *unitWriter) { s.run(text, 0) })
}

// gatherer assigns the blocks of a chapter to their containers.
type gatherer struct {
	*flat
	chapter *container
	at      *container // container of the next block
	inEntry int        // depth of nested entries
}

func (f *flat) chapter(ch *book.Chapter) {
	h := &container{what: Chapter, now: f.now, id: ch.ID, title: book.PlainText(ch.Title), pos: ch.Pos, file: ch.File}
	h.chapter = h
	h.run("title", ch.Pos, ch.Title)
	f.containers = append(f.containers, h)
	g := &gatherer{flat: f, chapter: h, at: h}
	g.notes(ch.Title)
	for _, l := range ch.BelowTitle {
		h.run("title line", l.Text[0].Start(), l.Text)
		g.notes(l.Text)
	}
	g.blocks(ch.Blocks, "")
}

func (g *gatherer) hold(h *container) {
	h.chapter, h.now = g.chapter, g.now
	g.containers = append(g.containers, h)
	g.at = h
}

func (g *gatherer) blocks(bs []book.Block, form string) {
	for _, b := range bs {
		g.block(b, form)
	}
}

// block assigns a block to its container; form is the form of the blocks around it. Footnotes follow the block with their marks.
func (g *gatherer) block(b book.Block, form string) {
	switch b := b.(type) {
	case *book.Entry:
		g.entry(b)
		return
	case *book.List:
		for _, it := range b.Items {
			g.item(it, b.Ordered, form)
		}
		return
	case *book.Definitions:
		g.definitions(b, form)
		return
	case *book.Paragraph:
		g.at.run(form+"p", b.Pos, b.Text)
	case *book.Verse:
		for _, s := range b.Stanzas {
			g.at.run(form+"verse", s.Pos, s.Text())
		}
	case *book.Heading:
		if g.inEntry == 0 && form == "" {
			g.hold(&container{what: Section, id: b.ID, title: book.PlainText(b.Text), pos: b.Pos})
		}
		g.at.run(form+"h"+strconv.Itoa(b.Level), b.Pos, b.Text)
	case *book.Quote:
		g.blocks(b.Blocks, form+"quote ")
		if len(b.Attribution) > 0 {
			g.at.run(form+"quote by", b.Attribution[0].Start(), b.Attribution)
		}
	case *book.Aside:
		if b.Title != nil {
			g.at.run(form+"aside title", b.Title[0].Start(), b.Title)
		}
		g.blocks(b.Blocks, form+"aside"+strconv.Itoa(int(b.Kind))+" ")
	case *book.Aligned:
		g.blocks(b.Blocks, form+"aligned"+strconv.Itoa(int(b.Align))+" ")
	case *book.Code:
		g.at.add(form+"code", b.Pos, func(s *unitWriter) { s.lines(b.Lines, b.Pos) })
	case *book.HTML:
		g.at.add(form+"html", b.Pos, func(s *unitWriter) { s.text(b.Text, b.Pos, 0) })
	case *book.Table:
		g.at.add(form+"table", b.Pos, func(s *unitWriter) { s.table(b) })
	case *book.Figure:
		g.at.add(form+"figure", b.Pos, func(s *unitWriter) {
			s.picture(b.Image)
			s.run(b.Caption, 0)
		})
	case *book.Break:
		g.at.add(form+"break", b.Pos, func(s *unitWriter) { s.mark("break", "", b.Pos) })
	case *book.PageBreak:
		g.at.add(form+"page break", b.Pos, func(s *unitWriter) { s.mark("page break", "", b.Pos) })
	}
	var own []book.Inline
	book.Runs(b, func(text []book.Inline) { own = append(own, text...) })
	g.notes(own)
}

func (g *gatherer) entry(e *book.Entry) {
	around := g.at
	g.hold(&container{what: Entry, id: e.ID, title: book.PlainText(e.Maxim), pos: e.Pos, entry: e})
	g.at.run("maxim", e.Pos, e.Maxim)
	g.inEntry++
	g.notes(e.Maxim)
	g.blocks(e.Gloss, "")
	g.inEntry--
	if g.inEntry > 0 { // the rest of the enclosing gloss belongs to the enclosing entry
		g.at = around
	}
}

// item assigns the blocks of a list's item to their container; the form of the first includes the item's mark.
func (g *gatherer) item(it *book.Item, ordered bool, form string) {
	mark := "ul "
	switch {
	case it.Task == book.Open:
		mark = "open "
	case it.Task == book.Done:
		mark = "done "
	case ordered:
		mark = "ol "
	}
	if len(it.Blocks) == 0 {
		g.at.add(form+mark+"empty", it.Pos, func(*unitWriter) {})
	}
	for _, inner := range it.Blocks {
		g.block(inner, form+mark)
		mark = "on "
	}
}

func (g *gatherer) definitions(b *book.Definitions, form string) {
	for _, d := range b.Items {
		for _, term := range d.Terms {
			g.at.run(form+"term", d.Pos, term)
			g.notes(term)
		}
		for _, def := range d.Defs {
			g.blocks(def, form+"def ")
		}
	}
}

// notes assigns the footnotes marked in text to the current container.
func (g *gatherer) notes(text []book.Inline) {
	book.WalkInlines(text, func(in book.Inline) {
		if m, ok := in.(*book.NoteMark); ok && m.First {
			g.blocks(m.Note.Blocks, "note ")
		}
	})
}
