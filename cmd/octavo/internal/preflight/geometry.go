package preflight

import (
	"math"

	"octavo/cmd/octavo/internal/cos"
)

// matrix is a transformation as PDF writes it: x' = a x + c y + e, y' = b x + d y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// of is n done first, then m.
func (n matrix) then(m matrix) matrix {
	return matrix{
		n.a*m.a + n.b*m.c, n.a*m.b + n.b*m.d,
		n.c*m.a + n.d*m.c, n.c*m.b + n.d*m.d,
		n.e*m.a + n.f*m.c + m.e, n.e*m.b + n.f*m.d + m.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// scale is how much larger a length becomes on average.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// box is the smallest upright rectangle around a rectangle after the transformation.
func (m matrix) box(r rect) rect {
	if m.b == 0 && m.c == 0 { // nearly always
		x0, x1, y0, y1 := m.a*r.x0+m.e, m.a*r.x1+m.e, m.d*r.y0+m.f, m.d*r.y1+m.f
		return rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
	}
	out := void
	for _, p := range [4][2]float64{{r.x0, r.y0}, {r.x1, r.y0}, {r.x0, r.y1}, {r.x1, r.y1}} {
		out = out.around(m.apply(p[0], p[1]))
	}
	return out
}

// rect is an upright rectangle in points, y upwards.
type rect struct{ x0, y0, x1, y1 float64 }

// void holds nothing.
var void = rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (r rect) empty() bool { return !(r.x0 <= r.x1 && r.y0 <= r.y1) }

func (r rect) around(x, y float64) rect {
	return rect{min(r.x0, x), min(r.y0, y), max(r.x1, x), max(r.y1, y)}
}

func (r rect) union(s rect) rect {
	return rect{min(r.x0, s.x0), min(r.y0, s.y0), max(r.x1, s.x1), max(r.y1, s.y1)}
}

func (r rect) meet(s rect) rect {
	return rect{max(r.x0, s.x0), max(r.y0, s.y0), min(r.x1, s.x1), min(r.y1, s.y1)}
}

func (r rect) grow(by float64) rect { return rect{r.x0 - by, r.y0 - by, r.x1 + by, r.y1 + by} }

// holds reports whether s lies within r, give or take a tenth of a point.
func (r rect) holds(s rect) bool {
	const slack = 0.1
	return s.x0 >= r.x0-slack && s.y0 >= r.y0-slack && s.x1 <= r.x1+slack && s.y1 <= r.y1+slack
}

func (r rect) width() float64  { return r.x1 - r.x0 }
func (r rect) height() float64 { return r.y1 - r.y0 }

// rectOf reads a rectangle, whichever corners it gives (ISO 32000-1, 7.9.5).
func rectOf(f *cos.File, v cos.Value) (rect, bool) {
	a := f.Array(v)
	if len(a) != 4 {
		return rect{}, false
	}
	var n [4]float64
	for i := range n {
		var ok bool
		if n[i], ok = f.Number(a[i]); !ok || math.Abs(n[i]) > 1e7 {
			return rect{}, false
		}
	}
	return rect{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}, true
}

func matrixOf(f *cos.File, v cos.Value) matrix {
	a := f.Array(v)
	if len(a) != 6 {
		return identity
	}
	var n [6]float64
	for i := range n {
		n[i], _ = f.Number(a[i])
	}
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
}
