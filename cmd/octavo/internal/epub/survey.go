package epub

import (
	"fmt"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/kinds"
)

// survey walks one chapter for the plan: it gives every anchor its place, lists the chapter's sections and entries for
// the table of contents, and names the pictures. It visits things in the order of the page, without drafts and unmarked
// notes.
type survey struct {
	plan  *plan
	page  *page
	item  *tocItem
	notes map[*book.Note]bool
	draft bool // inside a draft

	nested bool // inside a note

	levels []int // the headings that are open, as in writer
}

// blocks surveys a run of blocks. Depth is the number of containers around them: headings in a quotation or a list are
// not listed in the contents.
func (s *survey) blocks(blocks []book.Block, depth int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			s.inlines(b.Text)
		case *book.Verse:
			s.plan.has.verse = s.plan.has.verse || !s.draft
			book.Runs(b, s.inlines)
		case *book.Heading:
			id := s.anchor(b, b.ID, b.Text)
			if s.open(b.Level); len(s.levels) == 1 && depth == 0 {
				s.list(b.Text, id)
			}
			s.inlines(b.Text)
		case *book.Entry:
			s.entry(b, depth)
		case *book.List:
			for _, item := range b.Items {
				s.inside(item.Blocks, depth)
			}
		case *book.Quote:
			s.inside(b.Blocks, depth)
			s.inlines(b.Attribution)
		case *book.Aside:
			s.plan.has.asides = s.plan.has.asides || !s.draft
			if b.ID != "" {
				s.anchor(b, b.ID, b.Title)
			}
			s.text(asideLabel(b, s.plan.cfg.Lang))
			s.inlines(b.Title)
			s.inside(b.Blocks, depth)
		case *book.Aligned:
			s.plan.has.asides = s.plan.has.asides || !s.draft
			s.inside(b.Blocks, depth)
		case *book.PageBreak:
			s.plan.has.asides = s.plan.has.asides || !s.draft
		case *book.Code:
			s.plan.has.code = s.plan.has.code || !s.draft
			for _, line := range b.Lines {
				s.text(line)
			}
		case *book.Table:
			s.plan.has.tables = s.plan.has.tables || !s.draft
			if b.ID != "" {
				s.anchor(b, b.ID, b.Caption)
			}
			s.inlines(b.Caption)
			for _, cell := range b.Head {
				s.inlines(cell)
			}
			for _, row := range b.Rows {
				for _, cell := range row {
					s.inlines(cell)
				}
			}
		case *book.Definitions:
			for _, d := range b.Items {
				for _, term := range d.Terms {
					s.inlines(term)
				}
				for _, def := range d.Defs {
					s.inside(def, depth)
				}
			}
		case *book.Figure:
			if b.ID != "" {
				s.anchor(b, b.ID, b.Caption)
			}
			if b.Image != nil {
				s.image(b.Image)
			}
			s.inlines(b.Caption)
		case *book.HTML:
			s.text(b.Text)
		case *book.Break:
		}
	}
}

// inside surveys the blocks of a container; headings in it do not end the sections outside.
func (s *survey) inside(blocks []book.Block, depth int) {
	saved := len(s.levels)
	s.levels = append(s.levels, 0)
	s.blocks(blocks, depth+1)
	s.levels = s.levels[:saved]
}

// open closes the sections that a heading of this level ends, and opens its own.
func (s *survey) open(level int) {
	for n := len(s.levels); n > 0 && s.levels[n-1] >= level; n-- {
		s.levels = s.levels[:n-1]
	}
	s.levels = append(s.levels, level)
}

func (s *survey) entry(e *book.Entry, depth int) {
	outer := s.draft
	s.draft = s.draft || e.Status == book.Draft
	id := s.anchor(e, e.ID, e.Maxim)
	if s.draft {
		s.blocks(e.Gloss, depth+1) // only its anchors count: links to them are left out too
		s.draft = outer
		return
	}
	if a := s.plan.anchors[e.ID]; a != nil {
		a.number = kinds.Reference(s.plan.cfg, e)
	}
	s.open(e.Level)
	if depth == 0 {
		s.list(e.Maxim, id)
		s.item.items[len(s.item.items)-1].count = e.Number
	}
	s.inlines(e.Maxim)
	s.text(kinds.Label(s.plan.cfg, e, s.plan.several) + kinds.Line(s.plan.cfg, e))
	for _, at := range []kinds.Place{kinds.Head, kinds.End} {
		fields := kinds.Text(kinds.Printed(s.plan.cfg, e, at))
		s.plan.fields = s.plan.fields || fields != ""
		s.text(fields)
	}
	saved := len(s.levels)
	s.levels = append(s.levels, 0)
	s.blocks(e.Gloss, depth)
	s.levels = s.levels[:saved-1]
}

// list adds a line to the table of contents.
func (s *survey) list(text []book.Inline, id string) {
	if !s.draft {
		s.item.items = append(s.item.items, &tocItem{words: text, href: s.page.href() + "#" + id})
	}
}

// anchor assigns a block or a span its id. The model's own id serves when it can: it must be a name in XML, and the first of its
// kind. A dot marks the ids made here, for no id of the model has one.
func (s *survey) anchor(b any, id string, words []book.Inline) string {
	a := &anchor{file: s.page.file(), id: id, words: words, draft: s.draft}
	taken := s.plan.anchors[id] != nil
	if taken || !validID(id) {
		a.id = fmt.Sprintf("at.%d", len(s.plan.renamed)+1)
		s.plan.renamed[b] = a.id
	}
	if !taken && id != "" {
		s.plan.anchors[id] = a
	}
	return a.id
}

func validID(id string) bool {
	for i, c := range []byte(id) {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
		if !letter && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return id != ""
}

func (s *survey) inlines(text []book.Inline) {
	if s.draft {
		return
	}
	for _, i := range text {
		switch i := i.(type) {
		case *book.Text:
			s.text(i.Value)
		case *book.Emph:
			s.inlines(i.Text)
		case *book.Strong:
			s.inlines(i.Text)
		case *book.Strike:
			s.inlines(i.Text)
		case *book.Span:
			s.plan.has.styles = s.plan.has.styles || i.Style != book.PlainSpan
			if i.ID != "" {
				s.anchor(i, i.ID, i.Text)
			}
			s.inlines(i.Text)
		case *book.CodeSpan:
			s.text(i.Value)
		case *book.Math:
			s.text(i.Plain())
			s.page.math, s.plan.has.math = true, true
		case *book.Link:
			s.inlines(i.Text)
		case *book.Image:
			s.image(i)
		case *book.NoteMark:
			if i.Note != nil && !s.notes[i.Note] {
				if s.notes == nil {
					s.notes = map[*book.Note]bool{}
				}
				s.notes[i.Note] = true
				s.plan.has.notes = true
				s.page.notes.add(i.Note, s.nested)
				nested := s.nested
				s.nested = true
				s.inside(i.Note.Blocks, 0)
				s.nested = nested
			}
		case *book.RawHTML:
			s.text(i.Text)
		case *book.LineBreak:
		}
	}
}

func (s *survey) text(t string) {
	if !s.draft {
		s.plan.used.add(t)
	}
}

// image names the picture's file at its first use.
func (s *survey) image(i *book.Image) {
	if s.draft || i.File == nil {
		return
	}
	p := s.plan.picture(i.File)
	p.described = p.described || clean(i.Alt) != ""
	if clean(i.Alt) != "" {
		s.plan.has.described++
	} else if !i.Decoration {
		s.plan.has.undescribed++
	}
}
