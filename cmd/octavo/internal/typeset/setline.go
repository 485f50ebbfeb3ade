package typeset

import "unicode/utf8"

// line sets the text between two breakpoints; the first line starts at breakpoint -1.
func (p *paragraph) line(first, last int) Line {
	var from site
	var start Sum
	if first >= 0 {
		from, start = p.sites[first], p.points[first].Start
	}
	to, end := p.sites[last], p.points[last]
	l := Line{Hyphenated: end.Hyphen}
	b := lineBuilder{p: p, line: &l}
	if first < 0 {
		b.x = p.set.Indent
	}
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
		hyphen := end.Hyphen && i == to.endAtom && a.to > a.from && p.needsHyphen(a)
		b.atom(a, hyphen)
	}
	b.flush()
	l.Width = b.x
	p.align(&b, end, end.End.Stretch-start.Stretch, end.End.Shrink-start.Shrink)
	return l
}

// needsHyphen says whether a line that ends after a gets a hyphen: not when one is there.
func (p *paragraph) needsHyphen(a atom) bool {
	r, _ := utf8.DecodeLastRuneInString(p.spans[a.span].Text[a.from:a.to])
	return r != '-' && r != '\u2010'
}

// lineBuilder sets atoms one after another.
type lineBuilder struct {
	p    *paragraph
	line *Line
	x    Length

	text   *Text // the run being set
	span   int32
	x0     Length // where it starts
	from   int32  // where its text starts in the span
	to     int32
	hyphen bool
	first  int // spaces set before the run

	spaces []gap   // the spaces that stretch, in order
	moves  []moved // what stands after how many of them
}

// gap is a space that stretches: a glyph of a run.
type gap struct {
	text  *Text
	glyph int
}

// moved is an item that moves when the spaces before it grow.
type moved struct {
	item   Item
	before int // spaces before its left edge
	within int // spaces inside it, for links and strikes
}

func (b *lineBuilder) atom(a atom, hyphen bool) {
	s := &b.p.spans[a.span]
	if a.kind == picture {
		b.flush()
		im := &Image{X: b.x, Y: -s.Height, W: s.Width, H: s.Height, Picture: s.Picture, Alt: s.Alt}
		b.add(im, 0)
		b.line.Ascent = max(b.line.Ascent, s.Height)
		b.x += s.Width
		return
	}
	if b.text == nil || b.span != a.span {
		b.flush()
		b.text = &Text{X: b.x, Y: -s.Rise, Font: s.Font, Size: s.Size, Color: s.Color, Pos: s.Pos,
			Glyphs: make([]Glyph, 0, 72)}
		b.span, b.x0, b.from = a.span, b.x, a.from
		b.first = len(b.spaces)
		b.moves = append(b.moves, moved{b.text, b.first, 0})
		if s.Note > 0 {
			b.line.Notes = append(b.line.Notes, s.Note)
		}
	}
	b.to, b.hyphen = a.to, hyphen
	at := a.from - b.from
	if a.kind != chunk {
		w := s.space().Width
		r, _ := utf8.DecodeRuneInString(s.Text[a.from:a.to])
		fixed := spaceWidth(r)
		if fixed != 0 {
			w = fixed * s.Size / 720
		}
		if fixed == 0 {
			b.spaces = append(b.spaces, gap{b.text, len(b.text.Glyphs)})
		}
		b.text.Glyphs = append(b.text.Glyphs, Glyph{ID: s.Font.spaceGlyph, At: at, Advance: int32(w)})
		b.x += w
		return
	}
	text := s.Text[a.from:a.to]
	if hyphen {
		text += "-"
	}
	for _, g := range s.Font.Shape(text, s.Features).Glyphs {
		w := s.scale(g.Advance) + s.Tracking
		b.text.Glyphs = append(b.text.Glyphs, Glyph{ID: g.ID, At: at + g.At, Advance: int32(w),
			DX: int32(s.scale(g.DX)), DY: int32(s.scale(g.DY))})
		b.x += w
	}
}

func (b *lineBuilder) add(it Item, within int) {
	b.line.Items = append(b.line.Items, it)
	b.moves = append(b.moves, moved{it, len(b.spaces) - within, within})
}

// flush ends the run being set.
func (b *lineBuilder) flush() {
	if b.text == nil {
		return
	}
	s := &b.p.spans[b.span]
	t := b.text
	b.text = nil
	t.Text = s.Text[b.from:b.to]
	if b.hyphen {
		t.Text += "\u00AD" // so that a reader's search finds the word whole
	}
	b.line.Items = append(b.line.Items, t)
	n := len(b.spaces) - b.first
	up := s.Size * Length(s.Font.Ascent) / Length(s.Font.Upem)
	if s.Rise > 0 {
		b.line.Ascent = max(b.line.Ascent, s.Rise)
	}
	if s.Anchor != "" || s.URL != "" {
		b.add(&Link{X: b.x0, Y: -s.Rise - up*4/5, W: b.x - b.x0, H: s.Size * 6 / 5, Anchor: s.Anchor, URL: s.URL}, n)
	}
	if s.Strike {
		h := s.Size / 20
		b.add(&Rule{X: b.x0, Y: -s.Rise - s.Size*Length(s.Font.XHeight)/Length(s.Font.Upem)/2 - h/2, W: b.x - b.x0, H: h, Color: s.Color}, n)
	}
}

// align moves what the builder has set to where its alignment wants it.
func (p *paragraph) align(b *lineBuilder, end Breakpoint, stretch, shrink Length) {
	l := b.line
	short := p.set.Measure - l.Width
	l.Over = max(0, -short)
	var shift Length
	var each, extra Length // white for each space, and one unit more for the first few
	switch {
	case p.set.Align == Centered && short > 0:
		shift = short / 2
	case p.set.Align == RaggedLeft && short > 0:
		shift = short
	case p.set.Align == Justified && len(b.spaces) > 0 && (end.Penalty > Forced || short < 0):
		n := Length(len(b.spaces))
		l.Over = max(0, -short-shrink)
		short = max(short, -shrink)
		each, extra = short/n, short%n
		if extra < 0 {
			each, extra = each-1, extra+n
		}
		switch {
		case short > 0 && stretch > 0:
			l.Ratio = float64(short) / float64(stretch)
		case short < 0 && shrink > 0:
			l.Ratio = float64(short) / float64(shrink)
		}
	}
	grown := func(spaces int) Length { return each*Length(spaces) + min(extra, Length(spaces)) }
	for i, g := range b.spaces {
		g.text.Glyphs[g.glyph].Advance += int32(grown(i+1) - grown(i))
	}
	for _, m := range b.moves {
		dx := shift + grown(m.before)
		dw := grown(m.before+m.within) - grown(m.before)
		switch it := m.item.(type) {
		case *Text:
			it.X += dx
		case *Image:
			it.X += dx
		case *Link:
			it.X, it.W = it.X+dx, it.W+dw
		case *Rule:
			it.X, it.W = it.X+dx, it.W+dw
		}
	}
}
