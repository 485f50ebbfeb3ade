package manuscript

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// moved moves places in a text that was written in a string of another file to where its characters stand there.
type moved struct {
	from   *diag.Source
	to     diag.Pos // where the string begins
	places []int    // of each byte of from, and of its end, in the string
}

// pos returns the place of what stands at a place.
func (m *moved) pos(p diag.Pos) diag.Pos {
	if p.Source != m.from {
		return p
	}
	return diag.Pos{Source: m.to.Source, Offset: m.offset(p.Offset)}
}

func (m *moved) offset(at int) int { return m.to.Offset + m.places[min(max(at, 0), len(m.places)-1)] }

// diagnostics moves diagnostics. None of them is mended without its author: an edit would have to know TOML.
func (m *moved) diagnostics(list diag.List) {
	for i := range list {
		d := &list[i]
		if d.Pos.Source != m.from {
			continue
		}
		if d.Pos = m.pos(d.Pos); d.End > 0 {
			d.End = m.offset(d.End)
		}
		d.Edits = nil
	}
}

// blocks moves blocks of a cover.
func (m *moved) blocks(blocks []book.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			b.Pos = m.pos(b.Pos)
			m.text(b.Text)
		case *book.Quote:
			b.Pos = m.pos(b.Pos)
			m.blocks(b.Blocks)
			m.text(b.Attribution)
		case *book.List:
			b.Pos = m.pos(b.Pos)
			for _, item := range b.Items {
				item.Pos = m.pos(item.Pos)
				m.blocks(item.Blocks)
			}
		}
	}
}

// text moves inlines of a cover.
func (m *moved) text(text []book.Inline) {
	book.WalkInlines(text, func(in book.Inline) {
		switch in := in.(type) {
		case *book.Text:
			in.Pos = m.pos(in.Pos)
		case *book.Emph:
			in.Pos = m.pos(in.Pos)
		case *book.Strong:
			in.Pos = m.pos(in.Pos)
		case *book.Strike:
			in.Pos = m.pos(in.Pos)
		case *book.Span:
			in.Pos = m.pos(in.Pos)
		case *book.CodeSpan:
			in.Pos = m.pos(in.Pos)
		case *book.LineBreak:
			in.Pos = m.pos(in.Pos)
		}
	})
}
