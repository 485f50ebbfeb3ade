package cards

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// maxim returns what a card's front says: the entry's own text for it, or its maxim with its emphasis.
func (f *faceSetter) maxim(e *book.Entry, size page.Length) []typeset.Inline {
	d := f.textStyle(size).Faced(f.style.Card.Face)
	d.Display = true // in any size
	d.Solid = false  // but a word is divided only where no line holds it
	return f.inlines(nil, e.Front(), d)
}

// spanStyle returns the style of a span's words.
func spanStyle(in *book.Span, d textstyle.Style) textstyle.Style {
	if in.Lang != "" {
		d = d.Spoken(in.Lang)
	}
	switch in.Style {
	case book.Superscript:
		return d.Superscript(book.Characters(in.Text))
	case book.Subscript:
		return d.Subscript(book.Characters(in.Text))
	case book.SmallCaps:
		return d.SmallCaps()
	case book.Keyboard:
		return d.Key()
	case book.Small:
		return d.Print()
	case book.Underline:
		d.Underlined = true
	case book.Mark:
		d.Marked = true
	}
	return d
}

// inlines formats what an author wrote for a card: links are plain text and footnotes are left out.
func (f *faceSetter) inlines(out []typeset.Inline, ins []book.Inline, d textstyle.Style) []typeset.Inline {
	for i, in := range ins {
		switch in := in.(type) {
		case *book.Text:
			head, tail := book.Formula(ins, i)
			formula := d
			formula.Display = true
			out = formula.AppendPart(out, in.Value, 0, head, in.Pos)
			out = d.AppendPart(out, in.Value, head, tail, in.Pos)
			out = formula.AppendPart(out, in.Value, tail, len(in.Value), in.Pos)
		case *book.Emph:
			out = f.inlines(out, in.Text, d.Stressed())
		case *book.Strong:
			e := d
			e.Bold = true
			out = f.inlines(out, in.Text, e)
		case *book.Strike:
			e := d
			e.Strike = true
			out = f.inlines(out, in.Text, e)
		case *book.Span:
			out = f.inlines(out, in.Text, spanStyle(in, d))
		case *book.CodeSpan:
			out = append(out, d.Code().Span(in.Value, in.Pos))
		case *book.Math:
			out = d.AppendMath(out, in.Row, in.Layout, in.Pos)
		case *book.RawHTML:
			out = append(out, d.Code().Span(in.Text, in.Pos))
		case *book.Link:
			if words := captions.Reference(f.cfg.Lang, in); words != "" {
				s := d.Span(words, in.Pos)
				s.Offset = page.Made
				out = append(out, s)
			} else if len(in.Text) == 0 && in.Target != "" {
				title, _ := f.index.Target(in.Target)
				s := d.Stressed().Span(strings.TrimRight(title, "."), in.Pos)
				s.Offset = page.Made
				out = append(out, s)
			} else {
				out = f.inlines(out, in.Text, d)
			}
		case *book.Image:
			if in.Alt != "" {
				out = append(out, d.Span("["+in.Alt+"]", in.Pos))
			}
		case *book.NoteMark: // there is no foot on a card
		case *book.LineBreak:
			out = append(out, typeset.Break{})
		}
	}
	return out
}
