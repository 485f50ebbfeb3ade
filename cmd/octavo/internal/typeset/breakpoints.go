package typeset

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/page"
)

// breakPos is the position of a Breakpoint in the text: the atom and offset where the line ends, and those where the next
// line starts.
type breakPos struct {
	endAtom, endAt     int32
	startAtom, startAt int32
	respelt            *hyphen.Division // how the text is spelled beside it; nil: as it stands
}

// findBreaks sums up the widths of the atoms and lists the breakpoints.
func (p *Paragraph) findBreaks() {
	most := 2*len(p.atoms) + 1
	if p.set.Hyphenator == nil {
		most = len(p.atoms)/2 + 8 // spaces, and a few hyphens
	}
	p.points, p.positions = roomForBreaks(most)
	for i := range p.atoms {
		a := &p.atoms[i]
		at := breakPos{endAtom: int32(i), endAt: a.from, startAtom: int32(i + 1)}
		switch a.kind {
		case chunk:
			p.breakChunk(int32(i), a)
		case space:
			s := p.span(*a)
			next := p.sum.plus(s.space())
			before, after := p.chunkText(i-1), p.chunkText(i+1)
			b := Breakpoint{End: p.sum, Start: next, Before: lastWord(before), After: firstWord(after)}
			switch rules := &s.Font.Lang.Rules; {
			case noBreakBetween(s.Font.Lang, before, after), isDialogDash(before) && p.begins(i-1):
				b.Penalty = Forbidden
			case len(before) <= utf8.UTFMax && rules.StaysWithNext[before]:
				b.Penalty = oneLetterPenalty
			}
			p.add(b, at)
			p.sum = next
		case fixedSpace:
			p.sum = p.sum.plus(p.fixedSpace(int32(i)))
		case picture:
			p.sum.Width += p.inlines[a.inline].(*InlinePicture).Width
		case box:
			p.sum.Width += p.inlines[a.inline].(*Box).Width
		case boxEnd:
			in := p.inlines[a.inline].(*Box)
			next := p.sum
			next.Width += in.After
			p.add(Breakpoint{End: p.sum, Start: next, Penalty: in.Penalty}, at)
			p.sum = next
		case forcedEnd:
			p.add(Breakpoint{End: p.sum, Start: p.sum, Penalty: Forced}, at)
		}
	}
	n := int32(len(p.atoms))
	p.add(Breakpoint{End: p.sum, Start: p.sum, Penalty: Forced}, breakPos{endAtom: n, startAtom: n})
}

func (p *Paragraph) add(b Breakpoint, s breakPos) {
	if n := len(p.atoms); s.startAtom < int32(n) {
		s.startAt = max(s.startAt, p.atoms[s.startAtom].from)
	}
	p.points = append(p.points, b)
	p.positions = append(p.positions, s)
}

func (s Sum) plus(t Sum) Sum {
	return Sum{s.Width + t.Width, s.Stretch + t.Stretch, s.Shrink + t.Shrink, s.Letters + t.Letters}
}

// breakChunk measures a chunk and adds the breakpoints inside it.
func (p *Paragraph) breakChunk(i int32, a *atom) {
	s := p.span(*a)
	word := s.word(a.from, a.to)
	a.shaped = &word.Shaped
	c := measuredChunk{index: i, from: a.from, text: s.Text[a.from:a.to], width: s.width(a.shaped)}
	c.cursor = prefixWidth{shaped: s.logical(a.shaped), span: s}
	p.sum.Width += p.fontGap(int(i))
	c.before = p.sum
	p.sum = p.sum.plus(p.letters(s, len(a.shaped.Glyphs)))
	p.sum.Width += c.width

	h := p.hyphenator(s)
	d := word.divided(h)
	if s.URL == c.text {
		d = divide(c.text, address, h)
	}
	inside := d.places
	if p.trouble {
		inside = lastResorts(slices.Clone(inside), c.text, d.form, h)
	}
	first := len(p.points)
	for _, o := range inside {
		p.addInside(&c, o)
	}
	if !p.trouble {
		return
	}
	narrow := p.set.Measure
	if len(p.set.Insets) > 0 {
		narrow -= slices.Max(p.set.Insets)
	}
	if c.width > narrow && p.widest(first, c.before.Width) > narrow {
		p.points, p.positions = p.points[:first], p.positions[:first]
		p.breakAnywhere(&c, inside)
	}
}

// breakAnywhere adds breakpoints at every letter of a chunk that has a part wider than a line, those of rest among them.
func (p *Paragraph) breakAnywhere(c *measuredChunk, rest []opportunity) {
	for at, r := range c.text {
		if len(rest) > 0 && rest[0].at == at {
			p.addInside(c, rest[0])
			rest = rest[1:]
		} else if !unicode.IsMark(r) {
			p.addInside(c, opportunity{at: at, kind: anywhereBreak})
		}
	}
}

// measuredChunk is a chunk whose breakpoints are being added.
type measuredChunk struct {
	index  int32 // of its atom
	from   int32 // where its text starts in the span
	text   string
	width  page.Length
	before Sum // of the paragraph before it
	cursor prefixWidth
}

// addInside adds the breakpoint for an opportunity inside a chunk.
func (p *Paragraph) addInside(c *measuredChunk, o opportunity) {
	if o.at <= 0 || o.at >= len(c.text) {
		return
	}
	cost, s := opportunityCost[o.kind], c.cursor.span
	if s.Solid && o.kind == hyphenBreak && p.set.Align != Justified { // a line of verse or of a title ends at a space, not at a hyphen in a word
		if !p.trouble {
			return
		}
		cost.penalty = opportunityCost[jointHyphenBreak].penalty
	}
	if o.kind == hyphenBreak && s.rules().Hyphenation.Repeats {
		o.respelt = &repeatedHyphen
	}
	if o.respelt != nil && !o.repeats() && len(c.text) > longestRespelt {
		return
	}
	adds := cost.hyphen && !endsWithHyphen(c.text[:o.at])
	end, start := c.before, c.before
	if o.respelt != nil && !o.repeats() {
		head, tail := o.parts(c.text)
		end, start = end.plus(p.letters(s, utf8.RuneCountInString(head))), start.plus(p.letters(s, utf8.RuneCountInString(head)))
		end.Width += s.width(s.Font.Shape(head, s.Features))
		start.Width += c.width - s.width(s.Font.Shape(tail, s.Features))
	} else if w, ok := c.cursor.width(o.at); ok {
		head := p.letters(s, c.cursor.glyph)
		head.Width = w
		end, start = end.plus(head), start.plus(head)
		if adds {
			end.Width += s.scale(int32(s.Font.Hyphen)) + s.Tracking
		}
	} else { // inside a ligature: the parts are shaped anew
		from, to, ok := c.cursor.around(len(c.text), c.width)
		if !ok {
			return
		}
		head := c.text[from.at:o.at]
		if adds {
			head += "-"
		}
		end.Width += from.width + s.width(s.shape(head))
		start.Width += to.width - s.width(s.shape(c.text[o.at:to.at]))
	}
	if o.repeats() {
		start.Width -= s.width(s.Font.Shape(o.respelt.After, s.Features))
	}
	at := c.from + int32(o.at) + o.cut()
	p.add(Breakpoint{End: end, Start: start, Penalty: cost.penalty, Hyphen: cost.hyphen, Before: lastWord(c.text[:o.at]),
		After: firstWord(c.text[o.at:])}, breakPos{c.index, at, c.index, at, o.respelt})
}

func endsWithHyphen(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return isHyphen(r)
}

// widest returns the width of the widest part of a chunk, which starts at start and is divided by the breakpoints from
// first on.
func (p *Paragraph) widest(first int, start page.Length) page.Length {
	var most page.Length
	for _, b := range p.points[first:] {
		most = max(most, b.End.Width-start)
		start = b.Start.Width
	}
	return max(most, p.sum.Width-start)
}
