package interior

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// spans returns inlines in a style, ready to be set.
func (l *layout) spans(ins []book.Inline, d textstyle.Style) []typeset.Inline {
	out := l.appendSpans(make([]typeset.Inline, 0, len(ins)), ins, d)
	if len(ins) == 0 {
		return out
	}
	last, ok := ins[len(ins)-1].(*book.Link)
	if !ok || len(last.Text) > 0 {
		return out
	}
	if title, _ := l.book.Target(last.Target); strings.HasSuffix(title, ".") { // it ends the sentence as well
		out = append(out, made(d, ".", last.Pos))
	}
	return out
}

// made returns a span of text that stands for what the author wrote at pos.
func made(d textstyle.Style, text string, pos diag.Pos) *typeset.Span {
	s := d.Span(text, pos)
	s.Offset = page.Made
	return s
}

func (l *layout) appendSpans(out []typeset.Inline, ins []book.Inline, d textstyle.Style) []typeset.Inline {
	for i, in := range ins {
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
			out = d.Code().AppendCode(out, in.Value, in.Pos)
		case *book.RawHTML:
			out = append(out, d.Code().Span(in.Text, in.Pos))
		case *book.Link:
			out = l.link(out, in, d, ins[i+1:])
		case *book.Image:
			out = l.inlineImage(out, in, d)
		case *book.NoteMark:
			e := d
			e.Features |= font.Superiors
			e.Features &^= font.OldStyle | font.Lining | font.Proportional
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

// link sets a link: its text, and on paper the number of the page that it leads to. A stop that ends the text is set once, after
// the number. After are the inlines that follow the link.
func (l *layout) link(out []typeset.Inline, in *book.Link, d textstyle.Style, after []book.Inline) []typeset.Inline {
	if in.Target == "" {
		if in.URL != "" {
			d.URL, d.Node = in.URL, d.Node.Add(page.NodeLink)
		}
		return l.appendSpans(out, in.Text, d)
	}
	title, ok := l.book.Target(in.Target)
	plain, stop := d, ""
	if ok {
		d = d.To(in.Target)
	}
	if len(in.Text) == 0 {
		out = append(out, d.Stressed().Span(strings.TrimRight(title, "."), in.Pos))
	} else {
		out = l.appendSpans(out, in.Text, d)
	}
	if !ok { // a draft that is left out
		return out
	}
	if len(in.Text) > 0 {
		stop = takeStop(out)
	}
	out = append(out, made(d, " ("+l.lang.References.Page.Fill("n", l.page(in.Target))+")", in.Pos))
	if stop != "" && !stopped(after) {
		out = append(out, made(plain, stop, in.Pos))
	}
	return out
}

// takeStop takes a full stop, a comma or the like off the end of spans and returns it, from inside a closing quotation mark too.
// An ellipsis of stops is none.
func takeStop(spans []typeset.Inline) string {
	if len(spans) == 0 {
		return ""
	}
	s, ok := spans[len(spans)-1].(*typeset.Span)
	if !ok {
		return ""
	}
	text := strings.TrimRight(s.Text, "”’")
	if len(text) < 2 || !strings.ContainsRune(".,;:", rune(text[len(text)-1])) || strings.HasSuffix(text, "..") {
		return ""
	}
	n := len(text) - 1
	s.Text = text[:n] + s.Text[n+1:]
	return text[n:]
}

// stopped reports whether inlines begin with a mark that ends a sentence or a part of one.
func stopped(ins []book.Inline) bool {
	if len(ins) == 0 {
		return false
	}
	t, ok := ins[0].(*book.Text)
	return ok && t.Value != "" && strings.ContainsRune(".,;:!?", rune(t.Value[0]))
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
