package importer

import (
	"octavo/cmd/octavo/internal/book"
)

// rewriter goes through all text of chapters, notes included, and replaces inlines and blocks.
type rewriter struct {
	inline func(book.Inline) []book.Inline // in place of an inline whose contents are rewritten already; nil: itself
	block  func(book.Block) []book.Block   // in place of a block; nil: itself
	seen   map[*book.Note]bool
}

// blocks rewrites blocks.
func (r *rewriter) blocks(bs []book.Block) []book.Block {
	if r.seen == nil {
		r.seen = map[*book.Note]bool{}
	}
	out := make([]book.Block, 0, len(bs))
	for _, b := range bs {
		r.contents(b)
		if r.block == nil {
			out = append(out, b)
			continue
		}
		out = append(out, r.block(b)...)
	}
	return out
}

// contents rewrites what is in a block.
func (r *rewriter) contents(b book.Block) {
	switch b := b.(type) {
	case *book.Paragraph:
		b.Text = r.text(b.Text)
	case *book.Heading:
		b.Text = r.text(b.Text)
	case *book.Verse:
		for _, s := range b.Stanzas {
			for _, l := range s.Lines {
				l.Text = r.text(l.Text)
			}
		}
	case *book.Quote:
		b.Blocks, b.Attribution = r.blocks(b.Blocks), r.text(b.Attribution)
	case *book.Aside:
		b.Title, b.Blocks = r.text(b.Title), r.blocks(b.Blocks)
	case *book.Aligned:
		b.Blocks = r.blocks(b.Blocks)
	case *book.List:
		for _, item := range b.Items {
			item.Blocks = r.blocks(item.Blocks)
		}
	case *book.Table:
		b.Caption = r.text(b.Caption)
		for i := range b.Head {
			b.Head[i] = r.text(b.Head[i])
		}
		for _, row := range b.Rows {
			for i := range row {
				row[i] = r.text(row[i])
			}
		}
	case *book.Definitions:
		for _, d := range b.Items {
			for i := range d.Terms {
				d.Terms[i] = r.text(d.Terms[i])
			}
			for i := range d.Defs {
				d.Defs[i] = r.blocks(d.Defs[i])
			}
		}
	case *book.Figure:
		b.Caption = r.text(b.Caption)
	case *book.Entry:
		b.Maxim, b.Gloss = r.text(b.Maxim), r.blocks(b.Gloss)
	}
}

// text rewrites running text.
func (r *rewriter) text(in []book.Inline) []book.Inline {
	if in == nil {
		return nil
	}
	out := make([]book.Inline, 0, len(in))
	for _, i := range in {
		switch i := i.(type) {
		case *book.Emph:
			i.Text = r.text(i.Text)
		case *book.Strong:
			i.Text = r.text(i.Text)
		case *book.Strike:
			i.Text = r.text(i.Text)
		case *book.Span:
			i.Text = r.text(i.Text)
		case *book.Link:
			i.Text = r.text(i.Text)
		case *book.NoteMark:
			if !r.seen[i.Note] {
				r.seen[i.Note] = true
				i.Note.Blocks = r.blocks(i.Note.Blocks)
			}
		}
		if r.inline == nil {
			out = append(out, i)
			continue
		}
		out = append(out, r.inline(i)...)
	}
	return out
}
