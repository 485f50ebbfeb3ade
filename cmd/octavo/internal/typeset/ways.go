package typeset

import (
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// Best returns the best way to break the paragraph.
func (p *Paragraph) Best() Breaks { return p.Ways(0)[0] }

// Ways returns the best way to break the paragraph for each number of lines within spread of the best number, the best
// first. Of ragged text there is one way.
//
// Lines that would be loose are avoided by the means that a compositor has, the mildest first: words are divided, then faults
// of taste are allowed, then names are divided and addresses, identifiers and numbers parted at places of last resort, then the
// whole paragraph bears what one line would have to, with spaces as wide as widestSpace at most. Where even that fails, the
// paragraph is set ragged, as one is whose measure is too narrow to be justified.
func (p *Paragraph) Ways(spread int) []Breaks { return p.waysOnce(spread) }

// ways is Ways without the memo.
func (p *Paragraph) ways(spread int) []Breaks {
	switch {
	case len(p.points) == 0:
		return []Breaks{{}}
	case p.set.Align != Justified && p.set.Balanced:
		return p.balanced()
	case p.set.Align != Justified:
		return []Breaks{p.firstFit()}
	case p.narrow:
		return []Breaks{p.firstFit()}
	case len(p.points) > mostPointsWithSpread:
		spread = 0
	}
	rules := p.rules()
	loose, hopeless := p.limits()
	tried := [...]pass{passes[0], passes[1], {tolerance: loose}, {tolerance: loose, faults: true}}
	ways := func(q *Paragraph, tried []pass) []Breaks {
		return dammed(q.points, q.set.Measure, rules, func() []Breaks {
			w := newBreaker(q.points, q.set.Measure, rules, spread)
			defer w.free()
			return w.run(tried)
		})
	}
	if out := ways(p, tried[:]); out != nil {
		return out
	}
	q := p.inTrouble()
	out := ways(q, tried[1:])
	if out == nil {
		rules.Emergency = p.em() * emergencyStretch
		out = ways(q, []pass{{tolerance: hopeless, faults: true}})
	}
	if out == nil {
		ends, _ := firstFit(q.points, p.set.Measure, rules)
		out = []Breaks{{Ends: ends, ragged: true}}
	}
	for i := range out {
		out[i].of = q
	}
	return out
}

// mostPointsWithSpread is the number of breakpoints up to which a paragraph is broken into more than one number of lines. Beyond it, at
// some twenty pages, ways with unlike numbers of lines would fill the memory, and a line more or less changes nothing.
const mostPointsWithSpread = 20_000

const (
	emergencyStretch = 3   // ems: what The TeXbook's readers are advised to give \emergencystretch
	widestSpace      = 600 // thousandths of an em: no space is wider, but in a ragged paragraph none is stretched
)

// limits returns the badness of two lines: of one whose spaces are half as wide again as the widest normal ones, and
// of one whose spaces are as wide as widestSpace.
func (p *Paragraph) limits() (loose, hopeless int64) {
	s := p.mainSpan()
	if s == nil {
		return looseBadness, looseBadness
	}
	space := s.space()
	of := func(width page.Length) int64 {
		return cubed(min(mostRatio, int64(max(0, width-space.Width))*297/int64(max(1, space.Stretch))))
	}
	hopeless = of(s.Size * widestSpace / 1000)
	return min(of(WidestSpace(s.Font.Font, s.Size)*3/2), hopeless), hopeless
}

// mainSpan returns the span that has most of the paragraph's text, or nil.
func (p *Paragraph) mainSpan() (most *Span) {
	for _, in := range p.inlines {
		if s, ok := in.(*Span); ok && (most == nil || len(s.Text) > len(most.Text)) {
			most = s
		}
	}
	return most
}

// balanced returns the way to break the paragraph into lines of similar length.
func (p *Paragraph) balanced() []Breaks {
	b := newBreaker(p.points, p.set.Measure, p.rules(), 0)
	defer b.free()
	out := b.run(passes[:])
	if b.overfull && !p.trouble {
		q := p.inTrouble()
		if out = q.balanced(); out[0].of == nil {
			out[0].of = q
		}
	}
	return out
}

// firstFit returns the way to break the paragraph into ragged lines.
func (p *Paragraph) firstFit() Breaks {
	ends, overfull := firstFit(p.points, p.set.Measure, p.rules())
	if !overfull || p.trouble {
		return Breaks{Ends: ends}
	}
	q := p.inTrouble()
	ends, _ = firstFit(q.points, p.set.Measure, p.rules())
	return Breaks{Ends: ends, of: q}
}

// inTrouble returns the paragraph with breakpoints of last resort.
func (p *Paragraph) inTrouble() *Paragraph {
	q := &Paragraph{inlines: p.inlines, set: p.set, atoms: append([]atom(nil), p.atoms...), trouble: true, book: p.book, base: p.base}
	q.measure()
	return q
}

// leastCharacters is how many characters a justified line holds at least: "justified lines averaging less than 38 or 40
// characters will lead to white acne or pig bristles" (R. Bringhurst, The Elements of Typographic Style, 2.1.3).
const leastCharacters = 38

// isNarrow reports whether the measure is too narrow for justified lines.
func (p *Paragraph) isNarrow() bool {
	s := p.mainSpan()
	return s != nil && p.set.Align == Justified && p.set.Measure < leastCharacters*s.character()
}

// character returns the width of an average character of running text: as copyfitting tables have it, a twenty-seventh of the
// alphabet's width.
func (s *Span) character() page.Length {
	for _, alphabet := range [...]string{"אבגדהוזחטיכלמנסעפצקרשת", "بسم الله الرحمن الرحيم"} {
		if s.level.IsRight() && s.Font.hasAll(alphabet) {
			return page.Length(s.Font.Shape(alphabet, 0).Width) * s.Size / page.Length(s.Font.Upem*utf8.RuneCountInString(alphabet))
		}
	}
	return s.width(s.Font.Shape("abcdefghijklmnopqrstuvwxyz", s.Features)) / 27
}

// rules returns the rules of line breaking for the paragraph's setting.
func (p *Paragraph) rules() LineRules {
	rules := BookRules
	if p.set.Align != Justified {
		rules.Ragged, rules.Balanced = true, p.set.Balanced
	}
	rules.Insets = p.set.Insets
	return rules
}

// in returns the paragraph whose breakpoints the ends of a way are indexes of.
func (b Breaks) in(p *Paragraph) *Paragraph {
	if b.of != nil {
		return b.of
	}
	return p
}

// Lines sets the paragraph as broken.
func (p *Paragraph) Lines(b Breaks) []Line {
	p = b.in(p)
	rules := p.rules()
	lines := make([]Line, len(b.Ends))
	room := p.roomForLines(b)
	last := -1
	for i, end := range b.Ends {
		lines[i] = p.line(last, end, rules.inset(int32(i)), b.ragged, &room)
		if last >= 0 {
			above, here := &p.points[last], &p.points[end]
			lines[i].Stacked = max(stack(above.Before, here.Before), stack(above.After, here.After)) >= stackSeen
		}
		last = end
	}
	return lines
}

// Hyphenated reports, for each line of a way, whether it ends with a hyphen.
func (p *Paragraph) Hyphenated(b Breaks) []bool {
	p = b.in(p)
	out := make([]bool, len(b.Ends))
	for i, end := range b.Ends {
		out[i] = p.points[end].Hyphen
	}
	return out
}

func (p *Paragraph) em() page.Length {
	if s := p.mainSpan(); s != nil {
		return s.Size
	}
	return 0
}
