package cover

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// inlines dresses what an author wrote for a cover, of which links, pictures and notes are no part.
func inlines(out []typeset.Inline, ins []book.Inline, d textstyle.Style) []typeset.Inline {
	for _, in := range ins {
		switch in := in.(type) {
		case *book.Text:
			out = textstyle.AppendText(out, in.Value, in.Pos, d)
		case *book.Emph:
			out = inlines(out, in.Text, d.Stressed())
		case *book.Strong:
			e := d
			e.Bold = true
			out = inlines(out, in.Text, e)
		case *book.Strike:
			e := d
			e.Strike = true
			out = inlines(out, in.Text, e)
		case *book.Span:
			out = inlines(out, in.Text, spanStyle(in, d))
		case *book.CodeSpan:
			out = d.Code().AppendCode(out, in.Value, in.Pos)
		case *book.Link:
			out = inlines(out, in.Text, d)
		case *book.LineBreak:
			out = append(out, typeset.Break{})
		}
	}
	return out
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
