package content

import (
	"math"

	"octavo/cmd/octavo/internal/cos"
)

// Matrix is a transformation as PDF writes it: x' = A x + C y + E, y' = B x + D y + F.
type Matrix struct{ A, B, C, D, E, F float64 }

// Identity is the identity transformation.
var Identity = Matrix{A: 1, D: 1}

// Then returns the transformation that applies m first, then n.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.B*n.C, m.A*n.B + m.B*n.D,
		m.C*n.A + m.D*n.C, m.C*n.B + m.D*n.D,
		m.E*n.A + m.F*n.C + n.E, m.E*n.B + m.F*n.D + n.F,
	}
}

// Apply returns the transformed point.
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m.A*x + m.C*y + m.E, m.B*x + m.D*y + m.F
}

// Scale returns the mean factor by which lengths grow.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }

// Upright reports whether the transformation leaves upright lines upright or makes them level.
func (m Matrix) Upright() bool { return m.B == 0 && m.C == 0 || m.A == 0 && m.D == 0 }

// Box returns the bounding box of a transformed rectangle.
func (m Matrix) Box(r Rect) Rect {
	if m.B == 0 && m.C == 0 { // the usual case
		return Corners(m.A*r.X0+m.E, m.D*r.Y0+m.F, m.A*r.X1+m.E, m.D*r.Y1+m.F)
	}
	out := Void
	for _, p := range [4][2]float64{{r.X0, r.Y0}, {r.X1, r.Y0}, {r.X0, r.Y1}, {r.X1, r.Y1}} {
		out = out.Around(m.Apply(p[0], p[1]))
	}
	return out
}

// MatrixOf reads an array of six numbers; anything else gives the identity.
func MatrixOf(f *cos.File, v cos.Value) Matrix {
	a := f.Array(v)
	if len(a) != 6 {
		return Identity
	}
	var n [6]float64
	for i := range n {
		n[i], _ = f.Number(a[i])
	}
	return matrixFrom(n[:])
}

func matrixFrom(n []float64) Matrix { return Matrix{n[0], n[1], n[2], n[3], n[4], n[5]} }

// Rect is an axis-aligned rectangle in points, y upwards.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Void contains no point.
var Void = Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

// Corners returns the rectangle with two opposite corners, in any order.
func Corners(x0, y0, x1, y1 float64) Rect {
	return Rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

// RectOf reads an array of four numbers: opposite corners in any order (ISO 32000-1, 7.9.5).
func RectOf(f *cos.File, v cos.Value) (Rect, bool) {
	a := f.Array(v)
	if len(a) != 4 {
		return Rect{}, false
	}
	var n [4]float64
	for i := range n {
		var ok bool
		if n[i], ok = f.Number(a[i]); !ok || !(math.Abs(n[i]) <= 1e7) {
			return Rect{}, false
		}
	}
	return Corners(n[0], n[1], n[2], n[3]), true
}

// Empty reports whether the rectangle contains no point.
func (r Rect) Empty() bool { return !(r.X0 <= r.X1 && r.Y0 <= r.Y1) }

// Around returns the smallest rectangle that contains r and a point.
func (r Rect) Around(x, y float64) Rect {
	return Rect{min(r.X0, x), min(r.Y0, y), max(r.X1, x), max(r.Y1, y)}
}

// Union returns the smallest rectangle that contains both.
func (r Rect) Union(s Rect) Rect {
	return Rect{min(r.X0, s.X0), min(r.Y0, s.Y0), max(r.X1, s.X1), max(r.Y1, s.Y1)}
}

// Meet returns the intersection.
func (r Rect) Meet(s Rect) Rect {
	return Rect{max(r.X0, s.X0), max(r.Y0, s.Y0), min(r.X1, s.X1), min(r.Y1, s.Y1)}
}

// Grow returns the rectangle with its edges moved outwards.
func (r Rect) Grow(by float64) Rect { return Rect{r.X0 - by, r.Y0 - by, r.X1 + by, r.Y1 + by} }

// Holds reports whether s lies within r, with a tolerance of a tenth of a point.
func (r Rect) Holds(s Rect) bool {
	const slack = 0.1
	return s.X0 >= r.X0-slack && s.Y0 >= r.Y0-slack && s.X1 <= r.X1+slack && s.Y1 <= r.Y1+slack
}

// Width returns the width, negative if the rectangle is empty.
func (r Rect) Width() float64 { return r.X1 - r.X0 }

// Height returns the height, negative if the rectangle is empty.
func (r Rect) Height() float64 { return r.Y1 - r.Y0 }

// Middle returns the centre.
func (r Rect) Middle() (x, y float64) { return (r.X0 + r.X1) / 2, (r.Y0 + r.Y1) / 2 }
