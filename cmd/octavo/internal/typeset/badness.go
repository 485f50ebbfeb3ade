package typeset

import "octavo/cmd/octavo/internal/page"

// badness returns about 100 (t/s)³, computed as TeX does (The TeXbook; tex.web §108), in integers so that the result is the
// same on every machine. TeX holds it at 10,000; here it grows on, so that of two hopeless lines the worse costs more.
func badness(t, s page.Length) int64 {
	switch {
	case t <= 0:
		return 0
	case s <= 0:
		return cubed(mostRatio)
	}
	return cubed(min(int64(t)*297/int64(s), mostRatio))
}

// mostRatio is the highest ratio of white to stretch that is told from higher ones, in units of cubed.
const mostRatio = 1 << 18

// cubed returns the badness of a ratio in units of 1/297.
func cubed(r int64) int64 { return (r*r*r + 1<<17) >> 18 }

// looseness returns the badness of a line that is short by more than its white stretches: the letters have parted as far as
// they do, and the spaces take the rest alone. A line without a space is worse than any with one: it counts as if it had one
// that stretches by next to nothing.
func looseness(short, stretch, letters, measure page.Length) int64 {
	spaces := max(stretch-letters, measure/leastStretch, 1)
	return cubed(min(297+int64(short-stretch)*297/int64(spaces), mostRatio))
}

// leastStretch is the part of the measure by which a line without spaces stretches.
const leastStretch = 512

// demerits returns the square of a badness and the penalty of a line, as tex.web §859 has it. From steep on it grows by the
// tangent, so that a long paragraph of hopeless lines does not go beyond an int64; it stays convex: two bad lines cost less than
// one that is as bad as both.
func demerits(bad int64) int64 {
	if bad > steep {
		return steep*steep + 2*steep*(bad-steep)
	}
	return bad * bad
}

const (
	steep        = 1 << 17
	mostDemerits = 1 << 61
)

// eased returns the badness of the line from node a to breakpoint b as it is weighed with the stretch that an emergency gives
// to every line, so that all lines share what one would have to bear.
func (w *breaker) eased(a *node, p *Breakpoint) int64 {
	var start Sum
	if a.point >= 0 {
		start = w.points[a.point].Start
	}
	short := w.measure - w.rules.inset(a.line) - (p.End.Width - start.Width)
	stretch := p.End.Stretch - start.Stretch + w.rules.Emergency
	if bad := badness(short, stretch); bad < 100 {
		return bad
	}
	return looseness(short, stretch, p.End.Letters-start.Letters, w.measure)
}

// raggedness returns the badness of a line that is not stretched: 100 for a line short by a third of the measure.
func raggedness(short, measure page.Length) int64 {
	if measure <= 0 {
		return cubed(mostRatio)
	}
	r := int64(short) * 300 / int64(measure)
	return r * r / 100
}
