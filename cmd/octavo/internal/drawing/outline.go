package drawing

import "math"

// Point is a point of a polygon.
type Point struct{ X, Y float64 }

// Flatten returns the parts of a path as polygons, whose sides stay within tolerance of its curves, and for each whether it is
// closed.
func Flatten(path []Segment, tolerance float64) (parts [][]Point, closed []bool) {
	var part []Point
	resumed := false // part begins where the one before was closed, and is none unless something follows
	end := func(isClosed bool) {
		if len(part) > 1 || len(part) == 1 && !resumed {
			parts, closed = append(parts, part), append(closed, isClosed)
		}
		part, resumed = nil, false
	}
	for _, s := range path {
		switch s.Op {
		case MoveTo:
			end(false)
			part = append(part, Point{s.X, s.Y})
		case LineTo:
			part = append(part, Point{s.X, s.Y})
		case CurveTo:
			if len(part) > 0 {
				part = flatCurve(part, s, tolerance)
			}
		case Close:
			if len(part) > 0 {
				start := part[0]
				end(true)
				part, resumed = append(part, start), true
			}
		}
	}
	end(false)
	return parts, closed
}

// flatCurve adds points of a curve: as many as its bend needs (the second differences bound the distance from the curve).
func flatCurve(part []Point, s Segment, tolerance float64) []Point {
	p0 := part[len(part)-1]
	dx := math.Max(math.Abs(p0.X-2*s.X1+s.X2), math.Abs(s.X1-2*s.X2+s.X))
	dy := math.Max(math.Abs(p0.Y-2*s.Y1+s.Y2), math.Abs(s.Y1-2*s.Y2+s.Y))
	n := int(math.Min(math.Ceil(math.Sqrt(0.75*math.Hypot(dx, dy)/tolerance)), 200))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		part = append(part, Point{
			float64(a*p0.X) + float64(b*s.X1) + float64(c*s.X2) + float64(d*s.X),
			float64(a*p0.Y) + float64(b*s.Y1) + float64(c*s.Y2) + float64(d*s.Y),
		})
	}
	return append(part, Point{s.X, s.Y})
}

// Outline returns the polygons that a pen covers along a path. They all wind the same way: together they are filled by the
// non-zero rule.
func (p *Pen) Outline(path []Segment, tolerance float64) (polygons [][]Point) {
	s := &stroker{pen: p, half: p.Width / 2}
	s.sides = int(math.Min(math.Max(math.Ceil(math.Pi/math.Acos(1-math.Min(tolerance/math.Max(s.half, tolerance), 1))), 8), 90))
	parts, closed := Flatten(path, tolerance)
	for i, part := range parts {
		part = distinct(part)
		if len(p.Dash) == 0 {
			s.stroke(part, closed[i])
			continue
		}
		if closed[i] {
			part = append(part, part[0])
		}
		for _, dash := range p.dashes(part) {
			s.stroke(dash, false)
		}
	}
	return s.out
}

// distinct leaves out points that follow themselves.
func distinct(part []Point) []Point {
	out := part[:1]
	for _, p := range part[1:] {
		if p != out[len(out)-1] {
			out = append(out, p)
		}
	}
	return out
}

type stroker struct {
	pen   *Pen
	half  float64
	sides int // of a round end, half a turn
	out   [][]Point
}

func (s *stroker) stroke(part []Point, closed bool) {
	if closed && len(part) > 1 && part[0] == part[len(part)-1] {
		part = part[:len(part)-1]
	}
	if len(part) == 1 {
		s.dot(part[0])
		return
	}
	n := len(part)
	last := n - 1
	if closed {
		last = n
	}
	for i := range last {
		s.box(part[i], part[(i+1)%n])
	}
	for i := range n {
		if closed || i > 0 && i < n-1 {
			s.join(part[(i+n-1)%n], part[i], part[(i+1)%n])
		}
	}
	if !closed {
		s.cap(part[1], part[0])
		s.cap(part[n-2], part[n-1])
	}
}

// dot covers a path of one point, which has ends but no length.
func (s *stroker) dot(p Point) {
	switch s.pen.Cap {
	case RoundCap:
		s.disc(p)
	case Square:
		s.add(Point{p.X - s.half, p.Y - s.half}, Point{p.X + s.half, p.Y - s.half}, Point{p.X + s.half, p.Y + s.half}, Point{p.X - s.half, p.Y + s.half})
	}
}

// unit returns the direction from a to b.
func unit(a, b Point) (dx, dy float64) {
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	return (b.X - a.X) / d, (b.Y - a.Y) / d
}

// add adds a polygon, wound the way that all are.
func (s *stroker) add(points ...Point) {
	area := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		area += float64(p.X*q.Y) - float64(q.X*p.Y)
	}
	if area < 0 {
		for i, j := 0, len(points)-1; i < j; i, j = i+1, j-1 {
			points[i], points[j] = points[j], points[i]
		}
	}
	s.out = append(s.out, points)
}

func (s *stroker) box(a, b Point) {
	dx, dy := unit(a, b)
	nx, ny := -dy*s.half, dx*s.half
	s.add(Point{a.X + nx, a.Y + ny}, Point{b.X + nx, b.Y + ny}, Point{b.X - nx, b.Y - ny}, Point{a.X - nx, a.Y - ny})
}

func (s *stroker) disc(c Point) {
	points := make([]Point, 2*s.sides)
	for i := range points {
		sin, cos := math.Sincos(math.Pi * float64(i) / float64(s.sides))
		points[i] = Point{c.X + cos*s.half, c.Y + sin*s.half}
	}
	s.add(points...)
}

// join covers the corner at b.
func (s *stroker) join(a, b, c Point) {
	ux, uy := unit(a, b)
	vx, vy := unit(b, c)
	cross, dot := ux*vy-uy*vx, ux*vx+uy*vy
	if math.Abs(cross) < 1e-6 && dot > 0 {
		return
	}
	if s.pen.Join == RoundJoin {
		s.disc(b)
		return
	}
	side := s.half
	if cross > 0 {
		side = -s.half
	}
	p, q := Point{b.X - uy*side, b.Y + ux*side}, Point{b.X - vy*side, b.Y + vx*side}
	half := math.Sqrt(math.Max((1+dot)/2, 0)) // the cosine of half the turn, and the sine of half the angle between the sides
	if s.pen.Join == MiterJoin && half > 1e-6 && 1/half <= s.pen.Miter {
		mx, my := (p.X+q.X)/2-b.X, (p.Y+q.Y)/2-b.Y
		if d := math.Hypot(mx, my); d > 0 {
			reach := s.half / half / d
			s.add(b, p, Point{b.X + mx*reach, b.Y + my*reach}, q)
			return
		}
	}
	s.add(b, p, q)
}

// cap covers the end at b of a line from a.
func (s *stroker) cap(a, b Point) {
	switch s.pen.Cap {
	case RoundCap:
		s.disc(b)
	case Square:
		dx, dy := unit(a, b)
		s.box(b, Point{b.X + dx*s.half, b.Y + dy*s.half})
	}
}

// maxDashes limits the dashes of a part of a path; with more it is as good as solid.
const maxDashes = 20_000

// dashes cuts a part of a path into its dashes.
func (p *Pen) dashes(part []Point) (out [][]Point) {
	sum := 0.0
	for _, d := range p.Dash {
		sum += d
	}
	length := 0.0
	for i := 1; i < len(part); i++ {
		length += math.Hypot(part[i].X-part[i-1].X, part[i].Y-part[i-1].Y)
	}
	if sum <= 0 || length/sum*float64(len(p.Dash)) > maxDashes {
		return [][]Point{part}
	}
	at := math.Mod(p.Offset, sum)
	if at < 0 {
		at += sum
	}
	i := 0
	for at >= p.Dash[i] {
		at -= p.Dash[i]
		i = (i + 1) % len(p.Dash)
	}
	left := p.Dash[i] - at
	on := i%2 == 0
	var dash []Point
	if on {
		dash = []Point{part[0]}
	}
	for k := 1; k < len(part); k++ {
		a, b := part[k-1], part[k]
		d := math.Hypot(b.X-a.X, b.Y-a.Y)
		gone := 0.0
		for d-gone > left {
			gone += left
			cut := Point{a.X + (b.X-a.X)*gone/d, a.Y + (b.Y-a.Y)*gone/d}
			if on {
				out = append(out, distinct(append(dash, cut)))
				dash = nil
			} else {
				dash = []Point{cut}
			}
			on = !on
			i = (i + 1) % len(p.Dash)
			left = p.Dash[i]
		}
		left -= d - gone
		if on {
			dash = append(dash, b)
		}
	}
	if len(dash) > 0 {
		out = append(out, distinct(dash))
	}
	return out
}
