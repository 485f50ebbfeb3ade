package cards

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// opening is as much of what a back says as may fit its box.
type opening struct {
	f      *faceSetter
	style  textstyle.Style
	width  page.Length
	paras  []placed
	left   page.Length // of the lines of the box, were they one
	full   bool        // there is more
	sign   string      // what is cut ends with it
	wholes []broken    // the first of paras, as far as they were asked for
}

// placed is a passage that is measured, and where it stands.
type placed struct {
	*typeset.Paragraph
	set   typeset.Setting
	spans []typeset.Inline
	text  string // what they say
	ends  []int  // the ends of its sentences, in bytes of the text
	kind  passageKind
	x     page.Length
	gap   int       // lines of white above it
	mark  page.Item // before the first line, if not nil
}

func (f *faceSetter) opening(s *said, size, width page.Length, room int) *opening {
	o := &opening{f: f, style: f.textStyle(size), width: width, left: page.Length(room) * width} // what fits is no longer than that on one line
	o.style.Solid = false
	places := map[*book.Verse]textstyle.VersePlace{}
	for i := range s.passages {
		if o.full {
			break
		}
		p := &s.passages[i]
		switch p.kind {
		case codePassage:
			o.addCode(p)
		case versePassage:
			place, ok := places[p.poem]
			if !ok {
				place = f.place(p.poem, o.style, width)
				places[p.poem] = place
			}
			o.addVerse(p, place)
		case rowPassage:
			o.addSet(p, typeset.Setting{Measure: width - size, Align: typeset.RaggedRight, Indent: -size}, size)
		case itemPassage:
			o.addItem(p)
		default:
			set, x := typeset.Setting{Measure: width, Align: typeset.RaggedRight}, page.Length(0)
			switch {
			case p.quote:
				x = size
				set.Measure -= 2 * size
			case len(o.paras) > 0 && !p.gap && !s.passages[i-1].quote:
				set.Indent = size
			}
			o.addSet(p, set, x)
		}
	}
	o.full = o.full || s.table
	return o
}

// addSet adds a passage at x. Of one that cannot fit, were its letters as narrow as can be read, it measures only the beginning.
func (o *opening) addSet(p *passage, set typeset.Setting, x page.Length) {
	spans, text := o.f.running(p, o.style)
	ends := o.f.cfg.Lang.SentenceEnds(text)
	if p.kind == rowPassage {
		ends = ends[:0]
		if text != "" {
			ends = append(ends, len(text))
		}
	}
	if most := int(o.left / (o.style.Size * 28 / 100)); len(text) > most {
		for most > 0 && !utf8.RuneStart(text[most]) {
			most--
		}
		if space := strings.LastIndexByte(text[:most], ' '); space > 0 {
			most = space
		}
		o.full = true
		spans, text = until(spans, most), text[:most]
		for len(ends) > 0 && ends[len(ends)-1] > most {
			ends = ends[:len(ends)-1]
		}
	}
	if n := len(ends); n > 0 && ends[n-1] == len(text) && strings.HasSuffix(strings.TrimRight(text, " "), ":") {
		ends = ends[:n-1] // what a colon announces has to follow
	}
	o.add(p, spans, text, ends, set, x)
}

// add adds a passage and takes its length off what is left.
func (o *opening) add(p *passage, spans []typeset.Inline, text string, ends []int, set typeset.Setting, x page.Length) {
	if len(spans) == 0 {
		return
	}
	para := placed{typeset.NewParagraph(spans, set), set, spans, text, ends, p.kind, x, 0, nil}
	if p.gap {
		para.gap = 1
	}
	o.paras = append(o.paras, para)
	o.left -= max(o.width, para.Width()*9/10)
	if p.gap {
		o.left -= o.width
	}
	o.full = o.full || o.left < 0
}

// place finds where the lines of a poem stand in a box.
func (f *faceSetter) place(v *book.Verse, d textstyle.Style, width page.Length) textstyle.VersePlace {
	var ends []page.Length
	deepest := page.Length(0)
	for _, s := range v.Stanzas {
		for _, l := range s.Lines {
			indent := textstyle.VerseIndent(l.Indent, width, d.Size)
			ends = append(ends, indent+textstyle.Width(f.inlines(nil, l.Text, d)))
			deepest = max(deepest, indent)
		}
	}
	return textstyle.PlaceVerse(ends, deepest, width, d.Size)
}

// addVerse adds a line of verse, or who wrote it. An excerpt ends with a line that ends a sentence or a stanza.
func (o *opening) addVerse(p *passage, place textstyle.VersePlace) {
	d := o.style
	d.Solid = true
	spans, text := o.f.running(p, d)
	set := typeset.Setting{Measure: min(max(place.Right, textstyle.Width(spans)), o.width), Align: typeset.RaggedLeft}
	x := page.Length(0)
	ends := []int{len(text)}
	if p.line != nil {
		x = place.Left + place.Turn
		set = typeset.Setting{Measure: o.width - x, Align: typeset.RaggedRight,
			Indent: textstyle.VerseIndent(p.line.Indent, o.width, d.Size) - place.Turn}
		if last := text[strings.LastIndexByte(text, ' ')+1:]; !p.ends && !o.f.cfg.Lang.EndsSentence(last) {
			ends = nil
		}
	}
	o.add(p, spans, text, ends, set, x)
}

// addItem adds an item of a list behind its mark, or a paragraph of one.
func (o *opening) addItem(p *passage) {
	d := o.style
	d.Features |= font.Lining
	run := func(mark string) (*page.Text, page.Length) {
		if mark == bullet {
			mark = o.f.style.Mark.List
		}
		s := d.Span(mark, p.pos)
		s.Offset = page.Made
		return typeset.Run(s)
	}
	_, hang := run(bullet)
	for _, mark := range p.marks {
		if mark != "" {
			_, w := run(mark)
			hang = max(hang, w)
		}
	}
	gap := d.Size * 45 / 100
	x := min((hang+gap)*page.Length(p.depth), o.width/2)
	n := len(o.paras)
	o.addSet(p, typeset.Setting{Measure: o.width - x, Align: typeset.RaggedRight}, x)
	switch {
	case len(o.paras) == n:
	case p.task != book.NoTask:
		o.paras[n].mark = o.box(p.task, x-gap)
	case p.mark != "":
		t, w := run(p.mark)
		page.Shift(t, x-gap-w, 0)
		o.paras[n].mark = t
	}
}

// box returns the box of a task, its right side at x: with a cross where the task is done.
func (o *opening) box(t book.Task, x page.Length) page.Item {
	side := o.style.Size * 6 / 10
	ink := page.Black
	box := &page.Path{Stroke: &ink, Width: page.Pt / 2, Segments: []page.Segment{{Op: page.MoveTo, X: x, Y: 0}, {Op: page.LineTo, X: x - side, Y: 0},
		{Op: page.LineTo, X: x - side, Y: -side}, {Op: page.LineTo, X: x, Y: -side}, {Op: page.Close}}}
	if t == book.Done {
		box.Segments = append(box.Segments, page.Segment{Op: page.MoveTo, X: x, Y: 0}, page.Segment{Op: page.LineTo, X: x - side, Y: -side},
			page.Segment{Op: page.MoveTo, X: x - side, Y: 0}, page.Segment{Op: page.LineTo, X: x, Y: -side})
	}
	return box
}

// addCode adds a line of code, which is hung where it is too long. Its spaces are as wide as they were written.
func (o *opening) addCode(p *passage) {
	d := o.style.Code()
	d.Solid = true
	text := strings.TrimLeft(p.code, " ")
	_, space := typeset.Run(d.Span("\u00A0", p.pos))
	x := min(space*page.Length(len(p.code)-len(text)), o.width/2)
	s := d.Span(strings.ReplaceAll(text, "  ", "\u00A0\u00A0"), p.pos)
	s.Offset = page.Made
	turn := 2 * space
	o.add(p, []typeset.Inline{s}, s.Text, []int{len(s.Text)}, typeset.Setting{Measure: o.width - x - turn, Align: typeset.RaggedRight, Indent: -turn}, x+turn)
}

// running returns a passage's spans and what they say. A formula says one character.
func (f *faceSetter) running(p *passage, d textstyle.Style) ([]typeset.Inline, string) {
	spans := f.inlines(nil, p.text, d)
	var text strings.Builder
	for i := range spans {
		if spans[i] == (typeset.Break{}) {
			space := d.Span(" ", p.pos)
			space.Offset = page.Made
			spans[i] = space
		}
		text.WriteString(textOf(spans[i]))
	}
	return spans, text.String()
}

// textOf returns the text of a span, or a character that stands for what is none.
func textOf(in typeset.Inline) string {
	if s, ok := in.(*typeset.Span); ok {
		return s.Text
	}
	return "\uFFFC"
}

// until returns spans up to a byte of what they say.
func until(spans []typeset.Inline, end int) (out []typeset.Inline) {
	for _, in := range spans {
		if n := len(textOf(in)); n < end {
			end -= n
			out = append(out, in)
			continue
		}
		if s, ok := in.(*typeset.Span); ok {
			cut := *s
			cut.Text = s.Text[:end]
			in = &cut
		}
		return append(out, in)
	}
	return out
}
