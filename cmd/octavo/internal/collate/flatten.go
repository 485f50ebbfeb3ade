package collate

import (
	"strconv"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
)

// holder is what text stands in: the opening of a chapter, a section, an entry; or a part's title.
type holder struct {
	what    What
	id      string
	title   string
	pos     diag.Pos
	entry   *manuscript.Entry
	chapter *holder // the chapter that it is in, itself of a chapter; nil of a part
	file    string  // of a chapter
	now     bool    // it is of the new book
	first   *holder // of a part: its first chapter
	units   []*unit // the first is its title

	mate  *holder // what it is in the other book; nil: it is not there
	moved bool    // it stands elsewhere among the ones that stayed
}

// unit is a paragraph or what is like one: a maxim, a heading, a table.
type unit struct {
	holder *holder
	form   string // how it stands: "p", "quote p", "ol p", "h2"
	pos    diag.Pos
	write  func(*scribe)
	key    string // what it says
	id     int32  // the same for units of one form that say the same
	title  bool

	words []word  // made when asked for
	bag   []int32 // the ids of those that are no marks, sorted; likewise
	pair  *pair
}

// pair is what a unit was. One unit may have become two, or two one.
type pair struct {
	old, new []*unit
	same     bool // word for word
	moved    bool // it stands elsewhere
}

// flat is a book as its holders in reading order.
type flat struct {
	holders  []*holder
	pictures map[string]bool // paths of pictures whose files are not the same in both books
	now      bool            // it is the new one of the two
}

func flatten(book *manuscript.Book, now bool) *flat {
	f := &flat{now: now}
	for _, ch := range book.Front {
		f.chapter(ch)
	}
	for _, p := range book.Parts {
		at := len(f.holders)
		if p.Title != "" {
			h := &holder{what: Part, now: now, id: p.ID, title: p.Title, pos: p.Pos}
			h.add("part", p.Pos, func(s *scribe) { s.text(p.Title, p.Pos, 0) })
			f.holders = append(f.holders, h)
		}
		for _, ch := range p.Chapters {
			f.chapter(ch)
		}
		if p.Title != "" && len(p.Chapters) > 0 {
			f.holders[at].first = f.holders[at+1]
		}
	}
	for _, ch := range book.Back {
		f.chapter(ch)
	}
	return f
}

// add adds a unit; the first is the title.
func (h *holder) add(form string, pos diag.Pos, write func(*scribe)) {
	h.units = append(h.units, &unit{holder: h, form: form, pos: pos, write: write, title: len(h.units) == 0})
}

func (h *holder) run(form string, pos diag.Pos, text []manuscript.Inline) {
	h.add(form, pos, func(s *scribe) { s.run(text, 0) })
}

// gatherer goes through a chapter's blocks and gives each to its holder.
type gatherer struct {
	*flat
	chapter *holder
	at      *holder // what the next block belongs to
	inEntry int     // how many entries are around
}

func (f *flat) chapter(ch *manuscript.Chapter) {
	h := &holder{what: Chapter, now: f.now, id: ch.ID, title: manuscript.PlainText(ch.Title), pos: ch.Pos, file: ch.File}
	h.chapter = h
	h.run("title", ch.Pos, ch.Title)
	f.holders = append(f.holders, h)
	g := &gatherer{flat: f, chapter: h, at: h}
	g.notes(ch.Title)
	g.blocks(ch.Blocks, "")
}

func (g *gatherer) hold(h *holder) {
	h.chapter, h.now = g.chapter, g.now
	g.holders = append(g.holders, h)
	g.at = h
}

func (g *gatherer) blocks(bs []manuscript.Block, form string) {
	for _, b := range bs {
		g.block(b, form)
	}
}

// block gives a block to its holder; form is how what is around it stands.
func (g *gatherer) block(b manuscript.Block, form string) {
	var marks []manuscript.Inline
	own := func(text []manuscript.Inline) { marks = append(marks, text...) }
	switch b := b.(type) {
	case *manuscript.Paragraph:
		g.at.run(form+"p", b.Pos, b.Text)
	case *manuscript.Heading:
		level := "h" + strconv.Itoa(b.Level)
		if g.inEntry == 0 && form == "" {
			g.hold(&holder{what: Section, id: b.ID, title: manuscript.PlainText(b.Text), pos: b.Pos})
		}
		g.at.run(form+level, b.Pos, b.Text)
	case *manuscript.Entry:
		around := g.at
		g.hold(&holder{what: Entry, id: b.ID, title: manuscript.PlainText(b.Maxim), pos: b.Pos, entry: b})
		g.at.run("maxim", b.Pos, b.Maxim)
		g.inEntry++
		g.notes(b.Maxim)
		g.blocks(b.Gloss, "")
		g.inEntry--
		if g.inEntry > 0 { // what follows it in the gloss around it
			g.at = around
		}
		return
	case *manuscript.List:
		for _, it := range b.Items {
			mark := "ul "
			switch {
			case it.Task == manuscript.Open:
				mark = "open "
			case it.Task == manuscript.Done:
				mark = "done "
			case b.Ordered:
				mark = "ol "
			}
			if len(it.Blocks) == 0 {
				g.at.add(form+mark+"empty", it.Pos, func(*scribe) {})
			}
			for _, inner := range it.Blocks {
				g.block(inner, form+mark)
				mark = "on "
			}
		}
		return
	case *manuscript.Quote:
		g.blocks(b.Blocks, form+"quote ")
		if len(b.Attribution) > 0 {
			g.at.run(form+"quote by", b.Attribution[0].Start(), b.Attribution)
		}
	case *manuscript.Code:
		g.at.add(form+"code", b.Pos, func(s *scribe) { s.lines(b.Lines, b.Pos) })
	case *manuscript.HTML:
		g.at.add(form+"html", b.Pos, func(s *scribe) { s.text(b.Text, b.Pos, 0) })
	case *manuscript.Table:
		g.at.add(form+"table", b.Pos, func(s *scribe) {
			for _, row := range append([][]manuscript.Cell{b.Head}, b.Rows...) {
				s.mark("row", "", b.Pos)
				for _, cell := range row {
					s.mark("cell", "", b.Pos)
					s.run(cell, 0)
				}
			}
		})
	case *manuscript.Definitions:
		for _, d := range b.Items {
			for _, term := range d.Terms {
				g.at.run(form+"term", d.Pos, term)
				g.notes(term)
			}
			for _, def := range d.Defs {
				g.blocks(def, form+"def ")
			}
		}
		return
	case *manuscript.Figure:
		g.at.add(form+"figure", b.Pos, func(s *scribe) {
			s.picture(b.Image)
			s.run(b.Caption, 0)
		})
	case *manuscript.Break:
		g.at.add(form+"break", b.Pos, func(s *scribe) { s.mark("break", "", b.Pos) })
	}
	manuscript.Runs(b, own)
	g.notes(marks)
}

// notes gives the footnotes that text marks to the holder that it stands in.
func (g *gatherer) notes(text []manuscript.Inline) {
	manuscript.WalkInlines(text, func(in manuscript.Inline) {
		if m, ok := in.(*manuscript.NoteMark); ok && m.First {
			g.blocks(m.Note.Blocks, "note ")
		}
	})
}
