package cards

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// excerpt is as much of what a back says as its box holds.
type excerpt struct {
	lines   []typeset.Line
	size    page.Length
	leading page.Length
	ends    stopKind // at what it was cut
}

// height returns how high the lines stand one under another.
func (x *excerpt) height() (h page.Length) {
	for _, l := range x.lines {
		h += max(0, l.Ascent-textstyle.Baseline(x.leading)) + x.leading + textstyle.Below(l, x.leading)
	}
	return h
}

// words returns how many words the lines have.
func (x *excerpt) words() (n int) {
	for _, l := range x.lines {
		for _, it := range l.Items {
			if t, ok := it.(*page.Text); ok {
				n += len(strings.Fields(t.Text))
			}
		}
	}
	return n
}

// stopKind is what an excerpt can end at.
type stopKind int

const (
	wholeStop    stopKind = iota // all has been said
	sentenceStop                 // a sentence, an item, a stanza, a row
	clauseStop
	wordStop
	noStop // there is no room for a word
)

// excerpt sets the beginning of what a back says in a box, in the style's size, or where that would leave half of the box empty for
// want of another sentence, in the least that the style allows. If that is not all it ends at a sentence, at a clause where the
// sentences leave most of the box empty, or else at a word, and with a sign: an ellipsis, and the page where the book has the rest.
func (f *faceSetter) excerpt(e *book.Entry, s *said, width, height page.Length) excerpt {
	most, least := f.glossSizes()
	rest := f.rest(e)
	at := func(size page.Length, kind stopKind) excerpt {
		x := excerpt{size: size, leading: size * 122 / 100, ends: noStop}
		if width >= 8*size {
			o := f.opening(s, size, width, int(height/x.leading))
			o.sign = rest
			x.lines, x.ends = o.cut(height, x.leading, kind)
		}
		return x
	}
	// fills reports whether an excerpt takes so many of the box's thirds, or says all.
	fills := func(x *excerpt, thirds page.Length) bool { return x.ends == wholeStop || 3*x.height() > thirds*height }

	x := at(most, sentenceStop)
	if least < most && (x.ends == noStop || !fills(&x, 1) || 2*x.height() <= height && x.ends != wholeStop) {
		if tight := at(least, sentenceStop); tight.ends < x.ends || tight.ends == x.ends && len(tight.lines) > len(x.lines) {
			x = tight
		}
	}
	if x.ends != noStop && fills(&x, 1) {
		return x
	}
	for _, size := range []page.Length{most, least} {
		if y := at(size, clauseStop); len(y.lines) > len(x.lines) && fills(&y, 2) {
			return y
		}
		if y := at(size, wordStop); len(y.lines) > len(x.lines) {
			return y
		}
	}
	return x
}

// rest returns the sign that there is more: an ellipsis, and the page of the book that has it.
func (f *faceSetter) rest(e *book.Entry) string {
	if pg := f.pageOf(e); pg != "" {
		return "…\u00A0" + pg
	}
	return "…"
}

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

// stop is a place to end at: a byte of what one of the paragraphs says.
type stop struct{ para, end int }

// broken is a paragraph and where its lines end.
type broken struct {
	placed
	way typeset.Breaks
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
	ends := sentenceEnds(text, o.f.cfg.Lang)
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
	o.left -= max(o.width, textstyle.Width(spans)*9/10)
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
		if last := text[strings.LastIndexByte(text, ' ')+1:]; !p.ends && !endsSentence(last, o.f.cfg.Lang) {
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

// cut sets all that there is, or else as much as fits a height and ends with a stop of a kind and the sign.
func (o *opening) cut(height, leading page.Length, kind stopKind) ([]typeset.Line, stopKind) {
	x := excerpt{leading: leading}
	fits := func(paras []broken) bool {
		var over bool
		x.lines, over = linesOf(paras)
		return !over && x.height() <= height
	}
	if !o.full && len(o.paras) > 0 && fits(o.whole(len(o.paras))) {
		return x.lines, wholeStop
	}
	stops := o.stops(kind)
	for i := len(stops) - 1; i >= 0; i-- {
		s := stops[i]
		n := o.reaches(s, int(height/leading))
		// A paragraph of which there is only a short beginning is better left out.
		if n == 0 || kind == sentenceStop && s.para > 0 && s.end < len(o.paras[s.para].text) && n < 3 {
			continue
		}
		if fits(o.until(s)) {
			return x.lines, kind
		}
	}
	return nil, noStop
}

// stops returns the places to end at, in their order.
func (o *opening) stops(kind stopKind) (out []stop) {
	for i := range o.paras {
		p := &o.paras[i]
		ends := p.ends
		switch kind {
		case clauseStop:
			ends = clauseEnds(p.text)
		case wordStop:
			ends = wordEnds(p.text, o.f.cfg.Lang)
		}
		for _, end := range ends {
			out = append(out, stop{i, end})
		}
	}
	return out
}

// reaches returns how many lines the last paragraph of those up to a stop has without the sign, or 0 where they fill more than room.
func (o *opening) reaches(s stop, room int) int {
	p := &o.paras[s.para]
	room -= p.gap
	for _, before := range o.whole(s.para) {
		room -= len(before.way.Ends) + before.gap
	}
	if room < 1 {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(p.text[s.end:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		return 1 // it ends inside a word: let it be tried
	}
	i, at := 0, s.end
	for i < len(p.spans)-1 && at > len(textOf(p.spans[i])) {
		at -= len(textOf(p.spans[i]))
		i++
	}
	point, _ := p.Reach(i, at)
	if point < 0 {
		return 1 // it ends before a formula: let it be tried
	}
	prefix := p.Prefix(point)
	if n := len(prefix.Best().Ends); n <= room {
		return n
	}
	return 0
}

// whole returns the first n paragraphs, each whole.
func (o *opening) whole(n int) []broken {
	for i := len(o.wholes); i < n; i++ {
		o.wholes = append(o.wholes, broken{o.paras[i], o.paras[i].Best()})
	}
	return o.wholes[:n:n]
}

// until returns the paragraphs up to a stop, with the sign that there is more: after the last word, or on a line of its own.
func (o *opening) until(s stop) []broken {
	last := o.paras[s.para]
	d := o.style
	d.Solid = true
	sign := d.Span(o.sign, diag.Pos{})
	sign.Offset = page.Made
	if last.kind.alone() && s.end == len(last.text) {
		own := placed{set: typeset.Setting{Measure: o.width, Align: typeset.RaggedRight}, spans: []typeset.Inline{sign}}
		own.Paragraph = typeset.NewParagraph(own.spans, own.set)
		out := o.whole(s.para + 1)
		return append(out, broken{own, own.Best()})
	}
	sign.Text = " " + sign.Text
	last.Paragraph = typeset.NewParagraph(append(until(last.spans, s.end), sign), last.set)
	return append(o.whole(s.para), broken{last, last.Best()})
}

// linesOf sets paragraphs; over says that a line is wider than the measure.
func linesOf(paras []broken) (lines []typeset.Line, over bool) {
	for _, p := range paras {
		lines = append(lines, make([]typeset.Line, p.gap)...)
		for i, l := range p.Lines(p.way) {
			over = over || l.Over > 0
			for _, it := range l.Items {
				page.Shift(it, p.x, 0)
			}
			if i == 0 && p.mark != nil {
				l.Items = append([]page.Item{page.Clone(p.mark)}, l.Items...)
			}
			lines = append(lines, l)
		}
	}
	return lines, over
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

// glossSizes returns the size of the text on the back and the least it may have.
func (f *faceSetter) glossSizes() (most, least page.Length) {
	least = page.Length(f.style.Card.GlossMin)
	if g := f.cfg.Deck.GlossMin; g > 0 {
		least = page.Length(g)
	}
	return max(least, page.Length(f.style.Card.Gloss)), least
}

// pageOf returns "p. 42", or nothing where the book has no page for an entry.
func (f *faceSetter) pageOf(e *book.Entry) string {
	if !f.cfg.Deck.Folio {
		return ""
	}
	if folio := f.folios[e.ID]; folio != "" {
		return f.cfg.Lang.References.PageAbbreviated.Fill("n", folio)
	}
	return ""
}

// numberOf returns the number on a card's front: that of a numbered entry, or the card's own in the deck.
func (f *faceSetter) numberOf(c *card) string {
	if f.style.Card.Number && c.entry.Number > 0 {
		return strconv.Itoa(c.entry.Number)
	}
	return strconv.Itoa(c.number)
}

// line returns the line of an entry's kind.
func (f *faceSetter) line(e *book.Entry) string { return kinds.Line(f.cfg, e) }
