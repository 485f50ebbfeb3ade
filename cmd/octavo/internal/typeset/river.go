package typeset

import "octavo/cmd/octavo/internal/page"

// A river is white that runs down through lines: spaces at least riverWide tenths as wide as normal ones, under each other in
// riverLines lines. One line fewer than a proofreader marks is avoided already.
const (
	riverLines = 4
	riverWide  = 13
)

// riverCost is what a way without a river may cost more than one with it: as much as a fault of taste, and as much again as the
// whole paragraph.
const riverCost = fault

// whiteRun is a wide space of a line, and how many lines the white above it runs through, its own included.
type whiteRun struct {
	from, to page.Length
	lines    int
}

// river returns the line in which white has run down through riverLines lines, or -1 where none does.
func river(points []Breakpoint, measure page.Length, rules LineRules, ends []int) int {
	var above, here []whiteRun
	last := -1
	for k, end := range ends {
		if k == len(ends)-1 {
			break // it is not filled
		}
		here = here[:0]
		l := newWhiteLine(points, last, end, measure, rules, int32(k))
		for i := last + 1; i < end && l.short > 0; i++ {
			if r, wide := l.space(&points[i]); wide {
				r.lines = 1 + joined(above, r)
				if r.lines >= riverLines {
					return k
				}
				here = append(here, r)
			}
		}
		above, here = here, above
		last = end
	}
	return -1
}

// joined returns the most lines of a white above that a space continues: it stands under half of the narrower of the two.
func joined(above []whiteRun, r whiteRun) (lines int) {
	for _, a := range above {
		if both := min(a.to, r.to) - max(a.from, r.from); both > 0 && 2*both >= min(a.to-a.from, r.to-r.from) {
			lines = max(lines, a.lines)
		}
	}
	return lines
}

// whiteLine is a line as it will be filled.
type whiteLine struct {
	start, all   Sum
	inset, short page.Length
}

// newWhiteLine returns line k, from breakpoint last to breakpoint end.
func newWhiteLine(points []Breakpoint, last, end int, measure page.Length, rules LineRules, k int32) whiteLine {
	var l whiteLine
	if last >= 0 {
		l.start = points[last].Start
	}
	l.inset = rules.inset(k)
	l.all = points[end].End.minus(l.start)
	l.short = measure - l.inset - l.all.Width
	return l
}

// space returns the white at a breakpoint of the line, and whether it is as wide as that of a river.
func (l *whiteLine) space(p *Breakpoint) (r whiteRun, wide bool) {
	normal := 4 * (p.Start.Shrink - p.End.Shrink) // see Span.space
	if normal <= 0 {
		return r, false
	}
	from, to := p.End.minus(l.start), p.Start.minus(l.start)
	r.from, r.to = l.inset+from.Width+l.filled(from), l.inset+to.Width+l.filled(to)
	return r, 10*(normal+l.filled(to)-l.filled(from)) >= riverWide*normal
}

// filled returns the white that is added to the part of the line up to s.
func (l *whiteLine) filled(s Sum) page.Length {
	spaces := l.all.Stretch - l.all.Letters
	switch {
	case l.short <= l.all.Stretch || spaces <= 0:
		return l.short * s.Stretch / max(l.all.Stretch, 1)
	default:
		return s.Letters + (s.Stretch-s.Letters)*(l.short-l.all.Letters)/spaces
	}
}

func (s Sum) minus(t Sum) Sum {
	return Sum{s.Width - t.Width, s.Stretch - t.Stretch, s.Shrink - t.Shrink, s.Letters - t.Letters}
}

// dammed returns ways as run finds them, the best of them without a river where one is cheap enough: each line end of the
// river is forbidden in turn, and the paragraph broken anew. Rivers are so rare that a paragraph is hardly ever broken twice.
func dammed(points []Breakpoint, measure page.Length, rules LineRules, run func() []Breaks) []Breaks {
	out := run()
	if len(out) == 0 {
		return out
	}
	ends := out[0].Ends
	foot := river(points, measure, rules, ends)
	if foot < 0 {
		return out
	}
	best, most := out, min(2*out[0].Demerits+riverCost, mostDemerits)
	for k := max(0, foot-riverLines); k <= foot; k++ {
		p := &points[ends[k]]
		if p.Penalty <= Forced {
			continue
		}
		penalty := p.Penalty
		p.Penalty = Forbidden
		if other := run(); len(other) > 0 && other[0].Demerits < most && river(points, measure, rules, other[0].Ends) < 0 {
			best, most = other, other[0].Demerits
		}
		p.Penalty = penalty
	}
	return best
}
