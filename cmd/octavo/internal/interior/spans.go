package interior

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// spans returns inlines in a style, ready to be set.
func (l *layout) spans(ins []book.Inline, d textstyle.Style) []typeset.Inline {
	return l.appendSpans(make([]typeset.Inline, 0, len(ins)), ins, d)
}

func (l *layout) appendSpans(out []typeset.Inline, ins []book.Inline, d textstyle.Style) []typeset.Inline {
	for _, in := range ins {
		switch in := in.(type) {
		case *book.Text:
			out = textstyle.AppendText(out, in.Value, in.Pos, d)
		case *book.Emph:
			out = l.appendSpans(out, in.Text, d.Stressed())
		case *book.Strong:
			e := d
			e.Bold = true
			out = l.appendSpans(out, in.Text, e)
		case *book.Strike:
			e := d
			e.Strike = true
			out = l.appendSpans(out, in.Text, e)
		case *book.Span:
			out = l.appendSpans(out, in.Text, d.Spoken(in.Lang))
		case *book.CodeSpan:
			out = append(out, d.Code().Span(in.Value, in.Pos))
		case *book.RawHTML:
			out = append(out, d.Code().Span(in.Text, in.Pos))
		case *book.Link:
			out = l.link(out, in, d)
		case *book.Image:
			out = l.inlineImage(out, in, d)
		case *book.NoteMark:
			e := d
			e.Features |= font.Superiors
			e.Features &^= font.OldStyle
			e.Italic, e.Bold = false, false
			e.Node = d.Node.Add(page.NodeReference)
			e = e.To(noteAnchor(l.chapter, in.Note.Number))
			mark := e.Span(strconv.Itoa(in.Note.Number), in.Pos)
			textstyle.Raise(mark)
			if l.marks[in] {
				mark.Note = in.Note.Number
			}
			out = append(out, mark)
		case *book.LineBreak:
			out = append(out, typeset.Break{})
		}
	}
	return out
}

func noteAnchor(ch *book.Chapter, n int) string {
	if ch == nil {
		return ""
	}
	return "note." + ch.ID + "." + strconv.Itoa(n)
}

// link sets a link: its text, and on paper the number of the page that it leads to.
func (l *layout) link(out []typeset.Inline, in *book.Link, d textstyle.Style) []typeset.Inline {
	if in.Target == "" {
		if in.URL != "" {
			d.URL, d.Node = in.URL, d.Node.Add(page.NodeLink)
		}
		return l.appendSpans(out, in.Text, d)
	}
	title, ok := l.book.Target(in.Target)
	if ok {
		d = d.To(in.Target)
	}
	words := d
	if len(in.Text) == 0 {
		words = words.Stressed()
		out = append(out, words.Span(strings.TrimRight(title, "."), in.Pos))
	} else {
		out = l.appendSpans(out, in.Text, words)
	}
	if ok {
		at := d.Span(" ("+l.lang.References.Page.Fill("n", l.page(in.Target))+")", in.Pos)
		at.Offset = page.Made
		out = append(out, at)
	}
	return out
}

// inlineImage sets a picture in running text, at most as high as a line allows. A picture that cannot be shown is replaced
// by its description.
func (l *layout) inlineImage(out []typeset.Inline, in *book.Image, d textstyle.Style) []typeset.Inline {
	p := l.picture(in)
	if p == nil {
		if in.Alt == "" {
			return out
		}
		return append(out, d.Span("["+in.Alt+"]", in.Pos))
	}
	w, h := naturalSize(in.File)
	if limit := d.Size * 9 / 10; h > limit {
		w, h = w*limit/h, limit
	}
	if w > l.textWidth {
		w, h = l.textWidth, h*l.textWidth/w
	}
	return append(out, &typeset.InlinePicture{Picture: p, Width: max(w, 1), Height: max(h, 1), Alt: in.Alt,
		Link: typeset.Link{Anchor: d.Anchor, URL: d.URL}, Node: d.Node, Figure: figureNode(d.Node, in.Alt), Pos: in.Pos})
}

func (l *layout) picture(in *book.Image) *page.Picture {
	if in.File == nil || in.File.Width <= 0 || in.File.Height <= 0 {
		return nil
	}
	return l.book.Pictures[in.File.Path]
}

// naturalSize returns a picture's size at the resolution that its file records, or at 300 dpi when it records none.
func naturalSize(p *book.Picture) (w, h page.Length) {
	dpi := p.DPI
	if dpi < 1 {
		dpi = 300
	}
	return page.Length(float64(p.Width) / dpi * float64(page.In)), page.Length(float64(p.Height) / dpi * float64(page.In))
}
