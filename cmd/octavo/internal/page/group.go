package page

import "iter"

// Group is items that are scaled, turned and moved as one. They keep their own places, measured from the group's origin,
// and are only looked at: one face of a card may stand in several groups.
type Group struct {
	X, Y  Length // where the origin stands
	Turn  int    // about the origin, clockwise, in thousandths of a degree
	Scale int    // in thousandths, up to 16,000; 0 is the true size
	Clip  *Box   // in the items' own coordinates: what stands out of it is not drawn; nil: all is
	Items []Item
}

// Box is an upright rectangle.
type Box struct{ X, Y, W, H Length }

// Matrix takes a point to where it stands in an outer plane: x' = A·x + C·y + X, y' = B·x + D·y + Y.
type Matrix struct {
	A, B, C, D int64 // in 1/Unity
	X, Y       Length
}

// Unity is 1 in a Matrix.
const Unity = 1 << 30

// Identity is the Matrix that leaves every point where it is.
var Identity = Matrix{A: Unity, D: Unity}

// Matrix takes the places of g's items to those of what g stands in.
func (g *Group) Matrix() Matrix {
	sin, cos := sincos(g.Turn)
	if g.Scale != 0 {
		sin, cos = nearest(sin*int64(g.Scale), 1000), nearest(cos*int64(g.Scale), 1000)
	}
	return Matrix{A: cos, B: sin, C: -sin, D: cos, X: g.X, Y: g.Y}
}

// Point is where the point x, y comes to stand.
func (m Matrix) Point(x, y Length) (Length, Length) {
	return Length(nearest(m.A*int64(x)+m.C*int64(y), Unity)) + m.X, Length(nearest(m.B*int64(x)+m.D*int64(y), Unity)) + m.Y
}

// Times is the Matrix that does what n does and then what m does. Their scales together are 16 at most.
func (m Matrix) Times(n Matrix) Matrix {
	const spare = 4 // lest products run over; multiples of it lose nothing
	product := func(a, b, c, d int64) int64 { return nearest(a*(b/spare)+c*(d/spare), Unity/spare) }
	out := Matrix{A: product(m.A, n.A, m.C, n.B), B: product(m.B, n.A, m.D, n.B), C: product(m.A, n.C, m.C, n.D),
		D: product(m.B, n.C, m.D, n.D)}
	out.X, out.Y = m.Point(n.X, n.Y)
	return out
}

// Bounds is the least upright box around a box.
func (m Matrix) Bounds(b Box) Box {
	x0, y0 := m.Point(b.X, b.Y)
	x1, y1 := x0, y0
	for _, p := range [...][2]Length{{b.X + b.W, b.Y}, {b.X, b.Y + b.H}, {b.X + b.W, b.Y + b.H}} {
		x, y := m.Point(p[0], p[1])
		x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
	}
	return Box{x0, y0, x1 - x0, y1 - y0}
}

// Upright reports whether m keeps boxes upright: it turns by right angles at most.
func (m Matrix) Upright() bool { return m.B == 0 && m.C == 0 || m.A == 0 && m.D == 0 }

// Placed returns the items of a list and of all groups in it, in the order in which they are drawn, each with the Matrix that
// takes its places to those of the list. The groups themselves are not given.
func Placed(items []Item) iter.Seq2[Matrix, Item] {
	return func(yield func(Matrix, Item) bool) { placed(Identity, items, yield) }
}

func placed(m Matrix, items []Item, yield func(Matrix, Item) bool) bool {
	for _, it := range items {
		if g, ok := it.(*Group); ok {
			if !placed(m.Times(g.Matrix()), g.Items, yield) {
				return false
			}
		} else if !yield(m, it) {
			return false
		}
	}
	return true
}

// nearest is a/b to the nearest integer, b > 0.
func nearest(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

// sincos is the sine and the cosine of an angle in thousandths of a degree, in 1/Unity. Integers give the same on every
// machine, and right angles exactly.
func sincos(turn int) (sin, cos int64) {
	const right = 90_000
	turn %= 4 * right
	if turn < 0 {
		turn += 4 * right
	}
	quarter, rest := turn/right, int64(turn%right)
	if rest <= right/2 {
		sin, cos = octant(rest)
	} else {
		cos, sin = octant(right - rest)
	}
	for range quarter {
		sin, cos = cos, -sin
	}
	return sin, cos
}

// octant is sincos of 0 to 45°, by Taylor's series. The least term that counts is the tenth.
func octant(turn int64) (sin, cos int64) {
	const halfTurn = 3_373_259_426 // π in 1/Unity
	angle := nearest(turn*halfTurn, 180_000)
	term := int64(Unity)
	for n := int64(0); n <= 12; n++ {
		switch n % 4 {
		case 0:
			cos += term
		case 1:
			sin += term
		case 2:
			cos -= term
		case 3:
			sin -= term
		}
		term = nearest(nearest(term*angle, Unity), n+1)
	}
	return sin, cos
}
