package interior

import (
	"cmp"
	"slices"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// contour is the edge of a letter's ink in straight pieces: X from the letter's origin, Y upwards from its baseline.
type contour []edge

// edge is a straight piece of a contour, the lower end first.
type edge struct{ from, to point }

type point struct{ x, y page.Length }

// curveSteps is how many straight pieces stand for a curve: with twelve, they are off by less than a hundredth of a letter.
const curveSteps = 12

// contourOf returns the contour of a glyph at a size; where the font has no outline of it, that of a box as wide as the glyph
// and as high as a capital.
func contourOf(f *font.Font, glyph uint16, size page.Length) contour {
	upem := page.Length(f.Upem)
	outline := page.Outline(f, glyph)
	c := make(contour, 0, edges(outline))
	var at, start point
	line := func(to point) {
		c = append(c, newEdge(at, to))
		at = to
	}
	for _, s := range outline {
		unit := upem * font.OutlineUnit
		to := point{s.X * size / unit, s.Y * size / unit}
		switch s.Op {
		case page.MoveTo:
			at, start = to, to
		case page.LineTo:
			line(to)
		case page.CurveTo:
			from, a, b := at, point{s.X1 * size / unit, s.Y1 * size / unit}, point{s.X2 * size / unit, s.Y2 * size / unit}
			for k := page.Length(1); k <= curveSteps; k++ {
				line(point{bezier(from.x, a.x, b.x, to.x, k), bezier(from.y, a.y, b.y, to.y, k)})
			}
		case page.Close:
			line(start)
		}
	}
	if len(c) == 0 {
		w, h := page.Length(f.Advance(glyph))*size/upem, page.Length(f.CapHeight)*size/upem
		return contour{{point{0, 0}, point{0, h}}, {point{w, 0}, point{w, h}}}
	}
	return c
}

// edges returns how many straight pieces stand for an outline.
func edges(outline []page.Segment) (n int) {
	for _, s := range outline {
		switch s.Op {
		case page.LineTo, page.Close:
			n++
		case page.CurveTo:
			n += curveSteps
		}
	}
	return n
}

// bezier returns a coordinate of a cubic curve after k of its steps.
func bezier(a, b, c, d, k page.Length) page.Length {
	const n = curveSteps
	m := n - k
	return (a*m*m*m + 3*b*m*m*k + 3*c*m*k*k + d*k*k*k) / (n * n * n)
}

func newEdge(a, b point) edge {
	if a.y > b.y {
		a, b = b, a
	}
	return edge{a, b}
}

// at returns where the edge is at a height between its ends.
func (e edge) at(y page.Length) page.Length {
	if e.from.y == e.to.y {
		return max(e.from.x, e.to.x)
	}
	return e.from.x + (e.to.x-e.from.x)*(y-e.from.y)/(e.to.y-e.from.y)
}

// right returns the right edge of the ink between two heights, false where there is none.
func (c contour) right(low, high page.Length) (x page.Length, ok bool) {
	for _, e := range c {
		if e.to.y < low || e.from.y > high {
			continue
		}
		most := max(e.at(max(e.from.y, low)), e.at(min(e.to.y, high)))
		if !ok || most > x {
			x, ok = most, true
		}
	}
	return x, ok
}

// sides returns the left edge of the ink and its foot.
func (c contour) sides() (left, foot page.Length) {
	left, foot = c[0].from.x, c[0].from.y
	for _, e := range c {
		left, foot = min(left, e.from.x, e.to.x), min(foot, e.from.y)
	}
	return left, foot
}

// hull returns the right side of the convex hull of what stands on the baseline, by the monotone chain of A. M. Andrew
// (Information Processing Letters 9, 1979).
func (c contour) hull() contour {
	points := make([]point, 0, 2*len(c))
	for _, e := range c {
		if e.to.y >= 0 {
			points = append(points, point{e.at(max(e.from.y, 0)), max(e.from.y, 0)}, e.to)
		}
	}
	slices.SortFunc(points, func(a, b point) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
	var chain []point
	for _, p := range points {
		for len(chain) > 1 && !bulges(chain[len(chain)-2], chain[len(chain)-1], p) {
			chain = chain[:len(chain)-1]
		}
		chain = append(chain, p)
	}
	out := make(contour, 0, len(chain))
	for k := range len(chain) - 1 {
		out = append(out, edge{chain[k], chain[k+1]})
	}
	return out
}

// bulges reports whether b stands to the right of the line from a up to c.
func bulges(a, b, c point) bool { return (b.x-a.x)*(c.y-a.y) > (c.x-a.x)*(b.y-a.y) }

// besideInitial measures how far lines are moved in beside an initial.
type besideInitial struct {
	shape           contour
	leading         page.Length
	above           int         // lines above the one on the initial's baseline
	ascent, descent page.Length // of the lines' letters
	clear           page.Length // white between the initial and the lines
}

// insets returns where the lines begin, from the letter's origin; the last is the lowest that the letter reaches. The first line,
// in which the word goes on, is moved up to the ink itself: to the stem of an L, to the slope of an A. The others follow
// the hull of the letter, so that none stands in the opening of a C or under the arm of a T. What hangs below the baseline, the
// tail of a J or a Q, moves in the lines that it would print over.
func (b besideInitial) insets() []page.Length {
	hull := b.shape.hull()
	_, foot := b.shape.sides()
	var out []page.Length
	for k := 0; ; k++ {
		base := page.Length(b.above-k) * b.leading
		low, high := base-b.descent, base+b.ascent
		if k > b.above && high+b.clear < foot {
			return out
		}
		x, ok := b.shape.right(low, high+b.clear)
		if h, over := hull.right(low, high); over && (k > 0 || b.above == 0) && (!ok || h > x) {
			x, ok = h, true
		}
		if !ok && k > b.above {
			return out
		}
		if k == 0 { // the word goes on
			out = append(out, x+b.clear*2/3)
		} else {
			out = append(out, x+b.clear)
		}
	}
}

// reach returns how far the small letters of a font reach above the baseline and below it, at a size.
func reach(f *font.Font, size page.Length) (ascent, descent page.Length) {
	for _, r := range "bdfhklgjpqy" {
		_, bottom, _, top := f.Bounds(f.Glyph(r))
		ascent, descent = max(ascent, page.Length(top)), max(descent, page.Length(-bottom))
	}
	upem := page.Length(f.Upem)
	return ascent * size / upem, descent * size / upem
}
