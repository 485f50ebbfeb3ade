package typeset

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/page"
)

// line sets the text between two breakpoints; the first line starts at breakpoint -1. Inset is the white before it.
// Ragged: the line is not filled although the paragraph is justified. Its glyphs lie in room, as long as there is any.
func (p *Paragraph) line(first, last int, inset page.Length, ragged bool, room *lineRoom) Line {
	var from breakPos
	var start Sum
	if first >= 0 {
		from, start = p.positions[first], p.points[first].Start
	}
	to, end := p.positions[last], p.points[last]
	l := Line{Hyphenated: end.Hyphen, SplitWord: end.Penalty == anywherePenalty, SplitName: end.Penalty >= opportunityCost[nameBreak].penalty && end.Penalty < anywherePenalty, Ragged: ragged, end: to, para: p, start: from}
	b := lineBuilder{p: p, line: &l, indent: inset, room: room, parts: room.parts[:0], gaps: room.gaps[:0]}
	if first < 0 {
		b.indent += p.set.Indent
	}
	b.x = b.indent
	for i := from.startAtom; i <= to.endAtom && i < int32(len(p.atoms)); i++ {
		a := p.atoms[i]
		if i == from.startAtom {
			a.from = max(a.from, from.startAt)
		}
		if i == to.endAtom {
			if a.kind == chunk {
				a.to = min(a.to, to.endAt)
			} else {
				break
			}
		}
		if a.from != p.atoms[i].from || a.to != p.atoms[i].to {
			a.shaped = nil // a part of a chunk is shaped anew
		}
		if i > from.startAtom {
			b.kern(p.fontGap(int(i)))
		}
		switch a.kind {
		case picture:
			b.picture(p.inlines[a.inline].(*InlinePicture))
		case box:
			b.boxed(p.inlines[a.inline].(*Box))
		case boxEnd:
			b.white(p.inlines[a.inline].(*Box).After, p.inlines[a.inline].(*Box).level)
		case chunk:
			b.chunk(a, end.Hyphen && i == to.endAtom && a.to > a.from && p.needsHyphen(a), p.spelling(i, from, to))
		default:
			b.space(i, a)
		}
	}
	b.flush()
	l.Width = b.x
	white := Sum{Stretch: end.End.Stretch - start.Stretch, Shrink: end.End.Shrink - start.Shrink, Letters: end.End.Letters - start.Letters}
	var left, right page.Length
	if p.set.Align == Justified {
		left, right = p.hangLeft(from), p.hangRight(to, end)
	}
	p.align(&b, end, white, left, right)
	room.parts, room.gaps = b.parts, b.gaps
	return l
}

// needsHyphen reports whether a line that ends after a gets a hyphen: not when one is there.
func (p *Paragraph) needsHyphen(a atom) bool {
	return !endsWithHyphen(p.span(a).Text[a.from:a.to])
}

// lineRoom is memory for the lines of a paragraph, which are set one after the other: for their glyphs, which stay, and for what is not
// needed any more once a line is set.
type lineRoom struct {
	glyphs []page.Glyph
	parts  []part
	gaps   []gap
}

// roomForLines returns room for a paragraph as it is broken: for the glyphs of its words and spaces, and a hyphen a line. Words that are
// divided can have a few more; then a run has memory of its own.
func (p *Paragraph) roomForLines(b Breaks) lineRoom {
	n := len(b.Ends)
	for i := range p.atoms {
		switch a := &p.atoms[i]; {
		case a.shaped != nil:
			n += len(a.shaped.Glyphs)
		case a.kind == space || a.kind == fixedSpace:
			n++
		}
	}
	return lineRoom{glyphs: make([]page.Glyph, 0, n)}
}

// begin returns an empty run, which is to be given to end.
func (r *lineRoom) begin() []page.Glyph { return r.glyphs }

// end takes the room of a run, and returns the run so that nothing is appended to it any more.
func (r *lineRoom) end(run []page.Glyph) []page.Glyph {
	if len(run) > 0 && cap(run) == cap(r.glyphs) {
		r.glyphs = run[len(run):]
	}
	return run[:len(run):len(run)]
}

// lineBuilder sets the atoms of a line one after another.
type lineBuilder struct {
	p    *Paragraph
	line *Line
	x    page.Length
	room *lineRoom

	text   *page.Text // the run being set
	inline int32
	from   int32 // where its text starts in that inline
	to     int32
	hyphen bool
	indent page.Length // white before it

	parts   []part
	gaps    []gap // the spaces that stretch, in order
	letters int   // glyphs that are no spaces
}

// gap is a space that stretches: a glyph of a run.
type gap struct {
	text  *page.Text
	glyph int
	white Sum
}

// part is a run, a picture, the inside of a box or white, with what is painted with it: a link, a rule through it or under it, a
// tint behind it.
type part struct {
	item   page.Item
	level  bidi.Level
	inside []page.Item // of a box, which stands at the place at
	at     page.Length
	width  page.Length // of what is no run
	over   []page.Item
}

// kern adds white after the last glyph set.
func (b *lineBuilder) kern(w page.Length) {
	if b.text == nil || w == 0 || len(b.text.Glyphs) == 0 {
		return
	}
	b.text.Glyphs[len(b.text.Glyphs)-1].Advance += int32(w)
	b.x += w
}

func (b *lineBuilder) picture(in *InlinePicture) {
	b.flush()
	im := &page.Image{X: b.x, Y: -in.Height, W: in.Width, H: in.Height, Picture: in.Picture, Alt: in.Alt, Pos: in.Pos, Node: in.Figure}
	pt := part{item: im, level: in.level, width: in.Width}
	if in.isLink() {
		pt.over = []page.Item{&page.Link{Y: -in.Height, H: in.Height, Anchor: in.Anchor, URL: in.URL, Node: in.Node}}
	}
	b.line.Items = append(append(b.line.Items, im), pt.over...)
	b.parts = append(b.parts, pt)
	b.line.Ascent = max(b.line.Ascent, in.Height)
	b.x += in.Width
}

// begin starts a run for the text of an atom, unless the current run goes on with it.
func (b *lineBuilder) begin(a atom, s *Span) {
	if b.text != nil && b.inline == a.inline {
		return
	}
	b.flush()
	var under []page.Item
	if s.Marked {
		tint := &page.Rule{Y: -s.Rise - s.scale(int32(s.Font.Upem*markAbove/100)), H: s.scale(int32(s.Font.Upem * (markAbove + markBelow) / 100)), Color: markTint}
		under = []page.Item{tint}
		b.line.Items = append(b.line.Items, tint)
	}
	b.text = &page.Text{X: b.x, Y: -s.Rise, Font: s.Font.Font, Size: s.Size, Color: s.Color, Pos: s.Pos, Node: s.Node,
		Glyphs: b.room.begin()}
	b.inline, b.from = a.inline, a.from
	b.parts = append(b.parts, part{item: b.text, level: s.level, over: under})
	if s.Name != "" {
		b.line.Items = append(b.line.Items, &page.Anchor{Name: s.Name, X: b.x, Y: -s.Rise - s.Size})
	}
	if s.Note > 0 {
		b.line.Notes = append(b.line.Notes, s.Note)
	}
}

// space sets the atom i, a space, fixed or not.
func (b *lineBuilder) space(i int32, a atom) {
	s := b.p.span(a)
	b.begin(a, s)
	b.to, b.hyphen = a.to, false
	w := b.p.fixedSpace(i)
	if w.Stretch > 0 {
		b.gaps = append(b.gaps, gap{b.text, len(b.text.Glyphs), w})
	}
	b.text.Glyphs = append(b.text.Glyphs, page.Glyph{ID: s.Font.SpaceGlyph, At: a.from - b.from, Advance: int32(w.Width)})
	b.x += w.Width
}

// softHyphen is where an author says that a word may be divided. In a line's text it stands for a hyphen that is printed: where
// none is, a reader who copies the word wants nothing there.
const softHyphen = "\u00AD"

// chunk sets a chunk without its soft hyphens, and a hyphen after it where the line divides a word there.
func (b *lineBuilder) chunk(a atom, hyphen bool, as spelling) {
	text := b.p.span(a).Text[a.from:a.to]
	if !strings.Contains(text, softHyphen) {
		b.piece(a, hyphen, as)
		return
	}
	a.shaped = nil
	end := len(strings.TrimRight(text, softHyphen))
	for at := 0; at < end; {
		part := a
		n := strings.Index(text[at:end], softHyphen)
		if n < 0 {
			n = end - at
		}
		part.from, part.to = a.from+int32(at), a.from+int32(at+n)
		if at += n + len(softHyphen); n > 0 {
			b.flush()
			b.piece(part, hyphen && at >= end, as)
			as = spelling{}
		}
	}
}

// piece sets a chunk, or a part of one, that has no soft hyphen.
func (b *lineBuilder) piece(a atom, hyphen bool, as spelling) {
	s := b.p.span(a)
	b.begin(a, s)
	b.to, b.hyphen = a.to, hyphen
	text := s.Text[a.from:a.to]
	if as != (spelling{}) {
		text, a.shaped = as.lead+text[as.skip:len(text)-int(as.cut)]+as.tail, nil
	}
	if hyphen {
		text += "-"
	}
	shaped := a.shaped
	if shaped == nil || hyphen {
		shaped = s.shape(text)
	}
	at := a.from - b.from
	for _, g := range s.logical(shaped).Glyphs {
		w := s.scale(g.Advance) + s.Tracking
		one := page.Glyph{ID: g.ID, At: at + as.place(g.At, a.to-a.from), Advance: int32(w)}
		if g.DX != 0 || g.DY != 0 {
			one.DX, one.DY = int32(s.scale(g.DX)), int32(s.scale(g.DY))
		}
		b.text.Glyphs = append(b.text.Glyphs, one)
		b.x += w
		if !s.level.IsRight() {
			b.letters++
		}
	}
}

// flush ends the current run.
func (b *lineBuilder) flush() {
	if b.text == nil {
		return
	}
	s, t := b.p.inlines[b.inline].(*Span), b.text
	b.text = nil
	t.Glyphs = b.room.end(t.Glyphs)
	if s.level.IsRight() {
		b.reverse(t)
	}
	t.Text, t.Offset = s.Text[b.from:b.to], page.Made
	if s.Offset != page.Made {
		t.Offset = s.Offset + int(b.from)
	}
	if b.hyphen {
		t.Text += softHyphen // so that a reader's search finds the word whole
	}
	b.line.Items = append(b.line.Items, t)
	if s.Rise > 0 {
		b.line.Ascent = max(b.line.Ascent, s.Rise)
	}
	pt := &b.parts[len(b.parts)-1]
	over, painted := &pt.over, len(pt.over)
	if s.isLink() {
		up := s.Size * page.Length(s.Font.Ascent) / page.Length(s.Font.Upem)
		*over = append(*over, &page.Link{Y: -s.Rise - up*4/5, H: s.Size * 6 / 5, Anchor: s.Anchor, URL: s.URL, Node: s.Node})
	}
	if s.Strike {
		h := s.Size / 20
		y := -s.Rise - s.Size*page.Length(s.Font.XHeight)/page.Length(s.Font.Upem)/2 - h/2
		*over = append(*over, &page.Rule{Y: y, H: h, Color: s.Color})
	}
	if s.Under {
		*over = append(*over, s.underline())
	}
	b.line.Items = append(b.line.Items, (*over)[painted:]...)
}

// reverse puts the glyphs of a run that is written from the right into the order in which they stand.
func (b *lineBuilder) reverse(t *page.Text) {
	slices.Reverse(t.Glyphs)
	for i := len(b.gaps) - 1; i >= 0 && b.gaps[i].text == t; i-- {
		b.gaps[i].glyph = len(t.Glyphs) - 1 - b.gaps[i].glyph
	}
}

// The tint behind marked words: as high as capitals and as deep as descenders, in hundredths of an em, and so light that it stays
// behind them when a press prints it as a screen.
const (
	markAbove = 76
	markBelow = 24
)

var markTint = page.Color{K: 14}

// underlineDepth is how far below the line a rule stands, in hundredths of an em: clear of the descenders, and the same in all faces.
const underlineDepth = 29

// underline returns the rule under a span.
func (s *Span) underline() *page.Rule {
	return &page.Rule{Y: -s.Rise + s.Size*underlineDepth/100, H: s.Size / 22, Color: s.Color}
}

// align moves the items of a line to where the alignment puts them, and fills a justified line: white is how far its white
// may stretch and shrink.
func (p *Paragraph) align(b *lineBuilder, end Breakpoint, white Sum, left, right page.Length) {
	l := b.line
	short := p.set.Measure + left + right - l.Width
	l.Over, l.Short = max(0, -short), max(0, short)
	x := -left
	switch {
	case p.set.Align == Centered && short > 0:
		x = short / 2
	case p.set.Align == RaggedLeft && short > 0:
		x = short
	case l.Ragged || p.narrow:
	case p.set.Align == Justified && (end.Penalty > Forced || short < 0):
		l.Over = max(0, -short-white.Shrink)
		short = max(short, -white.Shrink)
		switch {
		case short > white.Stretch && white.Stretch > white.Letters:
			l.Ratio = 1 + float64(short-white.Stretch)/float64(white.Stretch-white.Letters)
		case short > 0 && white.Stretch > 0:
			l.Ratio = float64(short) / float64(white.Stretch)
		case short < 0 && white.Shrink > 0:
			l.Ratio = float64(short) / float64(white.Shrink)
		}
		b.fill(short, white)
	}
	b.arrange(x, b.indent)
	if p.base != p.book && p.set.Measure < wide.Measure { // lines of that measure are placed, and mirrored, by Display.Set
		l.mirror(p.set.Measure)
	}
}

// fill distributes white over the letters and spaces of a line in the proportions of the paragraph's sums. Letters part by
// the letterfit at most; what is more goes to the spaces, and where there are none the line stays short.
func (b *lineBuilder) fill(short page.Length, white Sum) {
	fit := b.p.em() * page.Length(b.p.set.Letterfit) / 1000
	each := page.Length(0) // to every letter but the last
	switch {
	case short > 0 && white.Stretch > 0:
		each = min(fit*short/white.Stretch, fit)
	case short < 0 && white.Shrink > 0:
		each = fit * 5 / 8 * short / white.Shrink
	}
	n := b.letters - 1
	for _, pt := range b.parts {
		t, ok := pt.item.(*page.Text)
		if !ok || pt.level.IsRight() {
			continue
		}
		for i := range t.Glyphs {
			g := &t.Glyphs[i]
			if n > 0 && !b.isGap(t, i) {
				g.Advance += int32(each)
				short -= each
				n--
			}
		}
	}
	b.fillGaps(short)
}

// fillGaps distributes white over the spaces of a line, to each as it stretches or shrinks.
func (b *lineBuilder) fillGaps(short page.Length) {
	part := func(g gap) page.Length {
		if short < 0 {
			return g.white.Shrink
		}
		return g.white.Stretch
	}
	all := page.Length(0)
	for _, g := range b.gaps {
		all += part(g)
	}
	sum, given := page.Length(0), page.Length(0)
	for _, g := range b.gaps {
		if sum += part(g); all > 0 {
			w := short*sum/all - given
			given += w
			g.text.Glyphs[g.glyph].Advance += int32(w)
		}
	}
}

// isGap reports whether a glyph is a space, stretching or not.
func (b *lineBuilder) isGap(t *page.Text, i int) bool { return t.Glyphs[i].ID == t.Font.SpaceGlyph }

// arrange sets the position of every part, from x and the indent on.
func (b *lineBuilder) arrange(x, indent page.Length) {
	x += indent
	for _, pt := range b.inOrder() {
		from := x
		switch it := pt.item.(type) {
		case *page.Text:
			it.X = x
			for i := range it.Glyphs {
				x += page.Length(it.Glyphs[i].Advance)
			}
		case *page.Image:
			it.X = x
			x += pt.width
		case nil:
			for _, it := range pt.inside {
				page.Shift(it, -pt.at, 0)
				if b.p.base.IsRight() { // the page is mirrored, or the line; what is in a box is not
					page.MirrorItem(it, pt.width)
				}
				page.Shift(it, x, 0)
			}
			x += pt.width
		}
		for _, o := range pt.over {
			switch o := o.(type) {
			case *page.Link:
				o.X, o.W = from, x-from
			case *page.Rule:
				o.X, o.W = from, x-from
			}
		}
	}
}
