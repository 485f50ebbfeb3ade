package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
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
	if title, _ := l.book.target(last.Target); strings.HasSuffix(title, ".") { // it ends the sentence as well
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
	given := 0 // bytes of the next text that are set
	for i, in := range ins {
		switch in := in.(type) {
		case *book.Text:
			out = appendText(out, ins, i, given, d)
			given = 0
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
			out = l.span(out, in, d)
		case *book.CodeSpan:
			out = d.Code().AppendCode(out, in.Value, in.Pos)
		case *book.Math:
			out = d.AppendMath(out, in.Row, in.Layout, in.Pos)
		case *book.RawHTML:
			out = append(out, d.Code().Span(in.Text, in.Pos))
		case *book.Link:
			out = l.link(out, in, d, ins[i+1:])
			if l.notes != nil && l.notes.links[in] > 0 {
				out, given = stopsAfter(out, ins[i+1:], d)
				out = l.noteMark(out, l.notes.links[in], true, in.Pos, d)
			}
		case *book.Image:
			out = l.inlineImage(out, in, d)
		case *book.NoteMark:
			out = l.noteMark(out, l.noteNumber(in.Note), l.notes != nil && l.notes.first[in], in.Pos, d)
		case *book.LineBreak:
			out = append(out, typeset.Break{})
		}
	}
	return out
}

// span sets words that are set apart, at an anchor where they have one.
func (l *layout) span(out []typeset.Inline, in *book.Span, d textstyle.Style) []typeset.Inline {
	if in.Lang != "" {
		d = d.Spoken(in.Lang)
	}
	k := len(out)
	out = l.appendSpans(out, in.Text, spanStyle(in, d))
	if in.ID == "" || l.notes == nil { // the contents and running heads repeat words, not places
		return out
	}
	for _, s := range out[k:] {
		if s, ok := s.(*typeset.Span); ok && s.Name == "" {
			s.Name = in.ID
			return out
		}
	}
	s := made(d, "\u2060", in.Pos) // a place without words
	s.Name = in.ID
	return append(out, s)
}

// spanStyle returns the style of a span's words.
func spanStyle(in *book.Span, d textstyle.Style) textstyle.Style {
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

// appendText sets the text that is the ith inline, from an offset. A word that a superscript or a subscript belongs to keeps its
// capitals, as in a formula.
func appendText(out []typeset.Inline, ins []book.Inline, i, from int, d textstyle.Style) []typeset.Inline {
	in := ins[i].(*book.Text)
	head, tail := book.Formula(ins, i)
	formula := d
	formula.Display = true
	head = max(head, from)
	tail = max(tail, head)
	out = formula.AppendPart(out, in.Value, from, head, in.Pos)
	out = d.AppendPart(out, in.Value, head, tail, in.Pos)
	return formula.AppendPart(out, in.Value, tail, len(in.Value), in.Pos)
}

// stopsAfter sets the stops and closing quotation marks with which the inlines after a link begin, so that the mark of its
// note stands after them, and returns how many bytes they are.
func stopsAfter(out []typeset.Inline, after []book.Inline, d textstyle.Style) ([]typeset.Inline, int) {
	if len(after) == 0 {
		return out, 0
	}
	t, ok := after[0].(*book.Text)
	if !ok {
		return out, 0
	}
	n := len(t.Value) - len(strings.TrimLeft(t.Value, ".,;:!?…’”)"))
	return textstyle.AppendText(out, t.Value[:n], t.Pos, d), n
}

// link sets a link: its text, and on paper the number of the page that it leads to. A stop that ends the text is set once, after
// the number. After are the inlines that follow the link.
func (l *layout) link(out []typeset.Inline, in *book.Link, d textstyle.Style, after []book.Inline) []typeset.Inline {
	if in.Target == "" {
		return l.webLink(out, in, d)
	}
	title, ok := l.book.target(in.Target)
	plain, stop := d, ""
	if ok {
		d = d.To(in.Target)
	}
	if words := captions.Reference(l.lang, in); words != "" {
		out = append(out, made(d, words, in.Pos))
	} else if len(in.Text) == 0 {
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
	if in.Within {
		out = append(out, made(d, ", "+l.reference(in.Target), in.Pos))
	} else {
		out = append(out, made(d, " ("+l.reference(in.Target)+")", in.Pos))
	}
	if stop != "" && !stopped(after) {
		out = append(out, made(plain, stop, in.Pos))
	}
	return out
}

// webLink sets a link out of the book: its words, or its address where it has none, as the notes of addresses have not. Where
// addresses are printed, and inside a note where they are notes, the address follows the words.
func (l *layout) webLink(out []typeset.Inline, in *book.Link, d textstyle.Style) []typeset.Inline {
	outer := d
	if in.URL != "" {
		d.URL, d.Node = in.URL, d.Node.Add(page.NodeLink)
	}
	address := d
	address.Solid = true
	if len(in.Text) == 0 && in.URL != "" {
		return append(out, made(address, withoutScheme(in.URL), in.Pos))
	}
	out = l.appendSpans(out, in.Text, d)
	if printed := printedAddress(in); printed != "" && l.follows(in) {
		out = append(out, made(outer, " (", in.Pos), made(address, printed, in.Pos), made(outer, ")", in.Pos))
	}
	return out
}

// follows reports whether the address of a link follows its words. In a note it does so where addresses are notes, since a note
// of a note helps nobody. A layout that sets no marks, such as that of the contents, sets no addresses.
func (l *layout) follows(in *book.Link) bool {
	switch {
	case l.notes == nil:
		return false
	case l.links == config.AsNotes:
		return l.notes.links[in] == 0
	}
	return l.links == config.Inline
}

// reference returns the words that say where a target is: the number of an entry that has one, and the page.
func (l *layout) reference(id string) string {
	on := l.lang.References.Page.Fill("n", l.page(id))
	if number := l.book.reference(id); number != "" {
		return number + ", " + on
	}
	return on
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
	w, h := natural(in.File)
	if limit := d.Size * 9 / 10; h > limit {
		w, h = w*limit/h, limit
	}
	if w > l.textWidth {
		w, h = l.textWidth, h*l.textWidth/w
	}
	return append(out, &typeset.InlinePicture{Picture: p, Width: max(w, 1), Height: max(h, 1), Alt: in.Alt,
		Link: typeset.Link{Anchor: d.Anchor, URL: d.URL}, Node: d.Node, Figure: figureNode(d.Node, in), Pos: in.Pos})
}

func (l *layout) picture(in *book.Image) *page.Picture {
	if in.File == nil || in.File.Width <= 0 || in.File.Height <= 0 {
		return nil
	}
	return l.book.picture(in.File.Path)
}

// natural returns a picture's own size.
func natural(p *book.Picture) (w, h page.Length) {
	pw, ph := p.Natural(int64(page.In))
	return page.Length(pw), page.Length(ph)
}
