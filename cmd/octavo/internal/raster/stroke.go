package raster

import (
	"math"

	"octavo/cmd/octavo/internal/page"
)

// outlineStroke returns the outline of a stroked path: a box for each straight segment and a disc at each join, all
// with the same winding so that they add up. Ends are butt; joins are round, which at the width of a hairline look the
// same as the mitres of the PDF. In a dashed path every other piece of length dash is left out.
func outlineStroke(segments []page.Segment, width, dash page.Length) []page.Segment {
	s := stroker{half: float64(width) / 2, dash: float64(dash)}
	var start, at point
	joined := false // a segment ends at the current point
	line := func(to point) {
		if to == at {
			return
		}
		if s.dash > 0 {
			s.dashes(at, to)
		} else {
			if joined {
				s.disc(at)
			}
			s.box(at, to)
		}
		at, joined = to, true
	}
	for _, g := range segments {
		to := point{float64(g.X), float64(g.Y)}
		switch g.Op {
		case page.MoveTo:
			start, at, joined = to, to, false
			s.gone = 0
		case page.LineTo:
			line(to)
		case page.CurveTo:
			p0, p1, p2 := at, point{float64(g.X1), float64(g.Y1)}, point{float64(g.X2), float64(g.Y2)}
			const steps = 24
			for i := 1; i <= steps; i++ {
				line(bezier(p0, p1, p2, to, float64(i)/steps))
			}
		case page.Close:
			line(start)
			if joined && s.dash == 0 {
				s.disc(start)
			}
			joined = false
		}
	}
	return s.out
}

type point struct{ x, y float64 }

func bezier(a, b, c, d point, t float64) point {
	u := 1 - t
	w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return point{
		math.Round(w0*a.x + w1*b.x + w2*c.x + w3*d.x),
		math.Round(w0*a.y + w1*b.y + w2*c.y + w3*d.y),
	}
}

type stroker struct {
	half float64
	dash float64 // 0: solid
	gone float64 // distance along the path since its dashes began
	out  []page.Segment
}

// dashes adds the stroke of one straight segment of a dashed path.
func (s *stroker) dashes(a, b point) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	along := func(way float64) point { return point{a.x + (b.x-a.x)*way/length, a.y + (b.y-a.y)*way/length} }
	for way := 0.0; way < length; {
		n := math.Floor(s.gone/s.dash + 1e-9) // a dash when even
		next := min(way+float64((n+1)*s.dash)-s.gone, length)
		if math.Mod(n, 2) == 0 {
			s.box(along(way), along(next))
		}
		s.gone += next - way
		way = next
	}
}

func (s *stroker) polygon(points ...point) {
	op := page.MoveTo
	for _, p := range points {
		x, y := page.Length(math.Round(p.x)), page.Length(math.Round(p.y))
		s.out = append(s.out, page.Segment{Op: op, X: x, Y: y})
		op = page.LineTo
	}
	s.out = append(s.out, page.Segment{Op: page.Close})
}

// box adds the stroke of one straight segment. Its corners are ordered left, left, right, right as seen along the
// segment, so that all boxes have the same winding.
func (s *stroker) box(a, b point) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	nx, ny := (b.y-a.y)/length*s.half, -(b.x-a.x)/length*s.half
	s.polygon(point{a.x + nx, a.y + ny}, point{b.x + nx, b.y + ny}, point{b.x - nx, b.y - ny}, point{a.x - nx, a.y - ny})
}

func (s *stroker) disc(c point) {
	const sides = 12
	var points [sides]point
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / sides)
		points[i] = point{c.x + cos*s.half, c.y + sin*s.half}
	}
	s.polygon(points[:]...)
}
