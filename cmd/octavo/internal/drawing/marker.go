package drawing

import (
	"cmp"
	"math"
)

// vertex is a point of a path at which a marker may stand, with the directions in which the path arrives and leaves.
type vertex struct {
	x, y    float64
	in, out float64 // in radians; NaN: the path begins or ends here
}

// vertices returns the vertices of a path.
func vertices(path []Segment) (list []vertex) {
	var x, y, startX, startY float64
	first := 0
	leave := func(x2, y2 float64) {
		if n := len(list); n > 0 {
			list[n-1].out = math.Atan2(y2-list[n-1].y, x2-list[n-1].x)
		}
	}
	for _, s := range path {
		switch s.Op {
		case MoveTo:
			startX, startY, first = s.X, s.Y, len(list)
			list = append(list, vertex{s.X, s.Y, math.NaN(), math.NaN()})
		case LineTo:
			leave(s.X, s.Y)
			list = append(list, vertex{s.X, s.Y, math.Atan2(s.Y-y, s.X-x), math.NaN()})
		case CurveTo:
			outX, outY := s.X1, s.Y1
			if outX == x && outY == y {
				outX, outY = s.X2, s.Y2
			}
			leave(outX, outY)
			inX, inY := s.X2, s.Y2
			if inX == s.X && inY == s.Y {
				inX, inY = s.X1, s.Y1
			}
			list = append(list, vertex{s.X, s.Y, math.Atan2(s.Y-inY, s.X-inX), math.NaN()})
		case Close:
			leave(startX, startY)
			in := math.Atan2(startY-y, startX-x)
			list = append(list, vertex{startX, startY, in, list[first].out})
			list[first].in = in
			x, y = startX, startY
			continue
		}
		x, y = s.X, s.Y
	}
	return list
}

// direction is the direction of a marker that follows the path: between those of arriving and leaving.
func (v vertex) direction() float64 {
	switch {
	case math.IsNaN(v.in) && math.IsNaN(v.out):
		return 0
	case math.IsNaN(v.in):
		return v.out
	case math.IsNaN(v.out):
		return v.in
	}
	sin1, cos1 := math.Sincos(v.in)
	sin2, cos2 := math.Sincos(v.out)
	return math.Atan2(sin1+sin2, cos1+cos2)
}

// markers draws the markers of a path, arrowheads most of them (SVG 1.1, 11.6).
func (r *reader) markers(n *node, path []Segment, c context) error {
	list := vertices(path)
	for i, v := range list {
		which := 1
		switch i {
		case 0:
			which = 0
		case len(list) - 1:
			which = 2
		}
		if target := r.ids[c.markers[which]]; target != nil && target.name == "marker" {
			if err := r.marker(target, v, which == 0, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// marker draws a marker at a vertex.
func (r *reader) marker(n *node, v vertex, start bool, c context) error {
	if c.use == maxUse || r.active[n] { // markers in markers are not drawn
		return nil
	}
	r.active[n] = true
	defer delete(r.active, n)
	value := func(name string, otherwise string) float64 {
		v, _ := length(cmp.Or(n.attr(name), otherwise), 0, c.size)
		return v
	}
	angle := 0.0
	switch orient := n.attr("orient"); orient {
	case "auto":
		angle = v.direction()
	case "auto-start-reverse":
		if angle = v.direction(); start {
			angle += math.Pi
		}
	default:
		if list := numbers(orient); len(list) > 0 {
			angle = list[0] * math.Pi / 180
		}
	}
	scale := 1.0
	if n.attr("markerUnits") != "userSpaceOnUse" {
		scale = c.pen.Width
	}
	sin, cos := math.Sincos(angle)
	w, h := value("markerWidth", "3"), value("markerHeight", "3")
	if w <= 0 || h <= 0 {
		return nil
	}
	box := identity
	if b, ok := viewBox(n.attr("viewBox")); ok {
		box = viewport(b, 0, 0, w, h, n.attr("preserveAspectRatio"))
	}
	refX, refY := box.Point(value("refX", "0"), value("refY", "0"))
	at := c.at.Times(Matrix{scale * cos, scale * sin, -scale * sin, scale * cos, v.x, v.y}).Times(Matrix{1, 0, 0, 1, -refX, -refY})
	inner := c
	inner.use++
	inner.style = r.markerStyle(n, c)
	inner.at = at
	if r.sheet.of(n)["overflow"] != "visible" {
		inner.clips = append(append([]*Clip(nil), c.clips...), &Clip{Path: at.Path(rectangle(0, 0, w, h, 0, 0))})
	}
	inner.at = at.Times(box)
	for _, kid := range n.kids {
		if err := r.element(kid, inner); err != nil {
			return err
		}
	}
	return nil
}

// markerStyle returns the style of a marker, which inherits from where it is defined and not from the path that it stands on; but
// it may ask for the path's colours.
func (r *reader) markerStyle(n *node, c context) style {
	s := initial()
	s.context = [2]source{c.fill, c.stroke}
	var above []*node
	for at := n; at != nil; at = at.parent {
		above = append(above, at)
	}
	for i := len(above) - 1; i >= 0; i-- {
		s = s.inherit(r.sheet.of(above[i]), c.diagonal())
	}
	s.opacity = c.opacity // not that of what it is defined in
	s.property("opacity", r.sheet.of(n)["opacity"], 0)
	s.markers = [3]string{}
	return s
}
