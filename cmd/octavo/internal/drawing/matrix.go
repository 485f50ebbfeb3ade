package drawing

import "math"

// Matrix takes a point to another plane: x' = A·x + C·y + E, y' = B·x + D·y + F.
type Matrix struct{ A, B, C, D, E, F float64 }

var identity = Matrix{A: 1, D: 1}

// Point is where a point comes to stand. The conversions keep compilers from fusing a product with the sum, so that every
// machine computes the same.
func (m Matrix) Point(x, y float64) (float64, float64) {
	return float64(m.A*x) + float64(m.C*y) + m.E, float64(m.B*x) + float64(m.D*y) + m.F
}

// Times is the matrix that does what n does and then what m does.
func (m Matrix) Times(n Matrix) Matrix {
	out := Matrix{
		A: float64(m.A*n.A) + float64(m.C*n.B), B: float64(m.B*n.A) + float64(m.D*n.B),
		C: float64(m.A*n.C) + float64(m.C*n.D), D: float64(m.B*n.C) + float64(m.D*n.D),
	}
	out.E, out.F = m.Point(n.E, n.F)
	return out
}

// Inverse is the matrix that undoes m, if there is one.
func (m Matrix) Inverse() (Matrix, bool) {
	det := float64(m.A*m.D) - float64(m.B*m.C)
	if det == 0 || math.IsNaN(det) || math.IsInf(det, 0) {
		return identity, false
	}
	out := Matrix{A: m.D / det, B: -m.B / det, C: -m.C / det, D: m.A / det}
	x, y := out.Point(m.E, m.F)
	out.E, out.F = -x, -y
	return out, true
}

// Size is by how much m makes lengths larger, in the mean of all directions.
func (m Matrix) Size() float64 {
	return math.Sqrt(math.Abs(float64(m.A*m.D) - float64(m.B*m.C)))
}

// Path returns a path in the other plane.
func (m Matrix) Path(path []Segment) []Segment {
	out := make([]Segment, len(path))
	for i, s := range path {
		t := Segment{Op: s.Op}
		t.X, t.Y = m.Point(s.X, s.Y)
		if s.Op == CurveTo {
			t.X1, t.Y1 = m.Point(s.X1, s.Y1)
			t.X2, t.Y2 = m.Point(s.X2, s.Y2)
		}
		out[i] = t
	}
	return out
}

// Scale makes a pen thicker, and its dashes longer.
func (p *Pen) Scale(by float64) {
	p.Width *= by
	p.Offset *= by
	dash := make([]float64, len(p.Dash))
	for i, d := range p.Dash {
		dash[i] = d * by
	}
	p.Dash = dash
}

// bounds returns the box around a path's points, control points included.
func bounds(path []Segment) (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	see := func(x, y float64) {
		x0, y0, x1, y1 = math.Min(x0, x), math.Min(y0, y), math.Max(x1, x), math.Max(y1, y)
	}
	for _, s := range path {
		switch s.Op {
		case CurveTo:
			see(s.X1, s.Y1)
			see(s.X2, s.Y2)
			see(s.X, s.Y)
		case MoveTo, LineTo:
			see(s.X, s.Y)
		}
	}
	if x0 > x1 {
		return 0, 0, 0, 0
	}
	return x0, y0, x1, y1
}
