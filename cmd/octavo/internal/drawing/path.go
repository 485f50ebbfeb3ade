package drawing

import "math"

// pathData reads the data of a path (SVG 1.1, 8.3). What comes after an error is left out, as the specification asks.
func pathData(s string) []Segment {
	p := &pather{sc: scanner{s}}
	for len(p.out) <= maxSegments && p.step() {
	}
	return p.out
}

// pather builds a path.
type pather struct {
	sc             scanner
	out            []Segment
	op             byte
	x, y           float64 // the current point
	startX, startY float64
	cx, cy         float64 // the control point that a smooth curve mirrors
	last           byte    // the command before
}

// step reads one command, or one more set of the numbers of the last. It reports whether there may be more.
func (p *pather) step() bool {
	p.sc.skip()
	if p.sc.s == "" {
		return false
	}
	c := p.sc.s[0]
	if c|0x20 >= 'a' && c|0x20 <= 'z' {
		p.sc.s, p.op = p.sc.s[1:], c
	} else if p.op == 0 || p.op|0x20 == 'z' {
		return false
	}
	if len(p.out) == 0 && p.op|0x20 != 'm' {
		return false
	}
	if !p.command() {
		return false
	}
	p.last = p.op | 0x20
	switch p.op {
	case 'M':
		p.op = 'L'
	case 'm':
		p.op = 'l'
	}
	return true
}

// point reads a point; of a small letter it is relative.
func (p *pather) point() (x, y float64, ok bool) {
	x, ok = p.sc.number()
	if !ok {
		return 0, 0, false
	}
	if y, ok = p.sc.number(); !ok {
		return 0, 0, false
	}
	if p.op >= 'a' {
		x, y = x+p.x, y+p.y
	}
	return x, y, math.Abs(x) < farthest && math.Abs(y) < farthest
}

func (p *pather) command() bool {
	switch p.op | 0x20 {
	case 'm':
		x, y, ok := p.point()
		if ok {
			p.move(x, y)
		}
		return ok
	case 'l':
		x, y, ok := p.point()
		if ok {
			p.line(x, y)
		}
		return ok
	case 'h', 'v':
		v, ok := p.sc.number()
		if !ok {
			return false
		}
		switch p.op {
		case 'h':
			p.line(p.x+v, p.y)
		case 'H':
			p.line(v, p.y)
		case 'v':
			p.line(p.x, p.y+v)
		case 'V':
			p.line(p.x, v)
		}
		return math.Abs(v) < farthest
	case 'c', 's', 'q', 't':
		return p.smooth()
	case 'a':
		return p.arc()
	case 'z':
		p.close()
		return true
	}
	return false
}

// smooth reads a curve. One whose first control point is left out mirrors the last one of the curve before.
func (p *pather) smooth() bool {
	cubic := p.op|0x20 == 'c' || p.op|0x20 == 's'
	x1, y1 := p.x, p.y
	if p.op|0x20 == 's' && (p.last == 'c' || p.last == 's') || p.op|0x20 == 't' && (p.last == 'q' || p.last == 't') {
		x1, y1 = 2*p.x-p.cx, 2*p.y-p.cy
	}
	ok := true
	if p.op|0x20 == 'c' || p.op|0x20 == 'q' {
		if x1, y1, ok = p.point(); !ok {
			return false
		}
	}
	x2, y2 := x1, y1
	if cubic {
		if x2, y2, ok = p.point(); !ok {
			return false
		}
	}
	x, y, ok := p.point()
	if !ok {
		return false
	}
	p.cx, p.cy = x2, y2
	if cubic {
		p.curve(x1, y1, x2, y2, x, y)
	} else { // a quadratic curve as a cubic one
		p.curve(p.x+2*(x1-p.x)/3, p.y+2*(y1-p.y)/3, x+2*(x1-x)/3, y+2*(y1-y)/3, x, y)
	}
	return true
}

func (p *pather) move(x, y float64) {
	p.x, p.y, p.startX, p.startY = x, y, x, y
	p.out = append(p.out, Segment{Op: MoveTo, X: x, Y: y})
}

func (p *pather) line(x, y float64) {
	p.resume()
	p.x, p.y = x, y
	p.out = append(p.out, Segment{Op: LineTo, X: x, Y: y})
}

func (p *pather) curve(x1, y1, x2, y2, x, y float64) {
	p.resume()
	p.x, p.y = x, y
	p.out = append(p.out, Segment{Op: CurveTo, X1: x1, Y1: y1, X2: x2, Y2: y2, X: x, Y: y})
}

// resume begins a new part of the path where the one before was closed.
func (p *pather) resume() {
	if n := len(p.out); n > 0 && p.out[n-1].Op == Close {
		p.out = append(p.out, Segment{Op: MoveTo, X: p.x, Y: p.y})
	}
}

func (p *pather) close() {
	p.x, p.y = p.startX, p.startY
	p.out = append(p.out, Segment{Op: Close})
}

func (p *pather) arc() bool {
	rx, ok1 := p.sc.number()
	ry, ok2 := p.sc.number()
	turn, ok3 := p.sc.number()
	large, ok4 := p.sc.flag()
	sweep, ok5 := p.sc.flag()
	if !(ok1 && ok2 && ok3 && ok4 && ok5) {
		return false
	}
	x, y, ok := p.point()
	if ok {
		p.ellipse(math.Abs(rx), math.Abs(ry), turn*math.Pi/180, large, sweep, x, y)
	}
	return ok
}

// ellipse adds an elliptical arc to a point (SVG 1.1, F.6.5 and F.6.6), as curves of a quarter turn at most.
func (p *pather) ellipse(rx, ry, turn float64, large, sweep bool, x, y float64) {
	if rx == 0 || ry == 0 || x == p.x && y == p.y {
		p.line(x, y)
		return
	}
	sin, cos := math.Sincos(turn)
	dx, dy := (p.x-x)/2, (p.y-y)/2
	x1, y1 := cos*dx+sin*dy, -sin*dx+cos*dy
	if over := x1*x1/(rx*rx) + y1*y1/(ry*ry); over > 1 {
		rx, ry = rx*math.Sqrt(over), ry*math.Sqrt(over)
	}
	num := rx*rx*ry*ry - rx*rx*y1*y1 - ry*ry*x1*x1
	k := math.Sqrt(math.Max(num, 0) / (rx*rx*y1*y1 + ry*ry*x1*x1))
	if large == sweep {
		k = -k
	}
	cx1, cy1 := k*rx*y1/ry, -k*ry*x1/rx
	cx, cy := cos*cx1-sin*cy1+(p.x+x)/2, sin*cx1+cos*cy1+(p.y+y)/2
	from := math.Atan2((y1-cy1)/ry, (x1-cx1)/rx)
	by := math.Atan2((-y1-cy1)/ry, (-x1-cx1)/rx) - from
	if sweep && by < 0 {
		by += 2 * math.Pi
	} else if !sweep && by > 0 {
		by -= 2 * math.Pi
	}
	n := int(math.Ceil(math.Abs(by) / (math.Pi/2 + 1e-9)))
	step := by / float64(n)
	tangent := 4.0 / 3 * math.Tan(step/4)
	at := func(a, dx, dy float64) (float64, float64) { // a point of the ellipse, moved along its tangent
		s, c := math.Sincos(a)
		ux, uy := rx*(c+dx*-s), ry*(s+dy*c)
		return cos*ux - sin*uy + cx, sin*ux + cos*uy + cy
	}
	for i := range n {
		a, b := from+float64(i)*step, from+float64(i+1)*step
		ax, ay := at(a, tangent, tangent)
		bx, by := at(b, -tangent, -tangent)
		ex, ey := at(b, 0, 0)
		if i == n-1 {
			ex, ey = x, y
		}
		p.curve(ax, ay, bx, by, ex, ey)
	}
}

// rectangle returns a box, whose corners may be round.
func rectangle(x, y, w, h, rx, ry float64) []Segment {
	p := &pather{}
	if rx <= 0 || ry <= 0 {
		p.move(x, y)
		p.line(x+w, y)
		p.line(x+w, y+h)
		p.line(x, y+h)
		p.close()
		return p.out
	}
	rx, ry = math.Min(rx, w/2), math.Min(ry, h/2)
	p.move(x+rx, y)
	p.line(x+w-rx, y)
	p.ellipse(rx, ry, 0, false, true, x+w, y+ry)
	p.line(x+w, y+h-ry)
	p.ellipse(rx, ry, 0, false, true, x+w-rx, y+h)
	p.line(x+rx, y+h)
	p.ellipse(rx, ry, 0, false, true, x, y+h-ry)
	p.line(x, y+ry)
	p.ellipse(rx, ry, 0, false, true, x+rx, y)
	p.close()
	return p.out
}

// oval returns an ellipse.
func oval(cx, cy, rx, ry float64) []Segment {
	p := &pather{}
	p.move(cx+rx, cy)
	p.ellipse(rx, ry, 0, false, true, cx, cy+ry)
	p.ellipse(rx, ry, 0, false, true, cx-rx, cy)
	p.ellipse(rx, ry, 0, false, true, cx, cy-ry)
	p.ellipse(rx, ry, 0, false, true, cx+rx, cy)
	p.close()
	return p.out
}

// polygon returns the lines between points.
func polygon(v []float64, closed bool) []Segment {
	p := &pather{}
	for i := 0; i+1 < len(v); i += 2 {
		if i == 0 {
			p.move(v[0], v[1])
		} else {
			p.line(v[i], v[i+1])
		}
	}
	if closed && len(p.out) > 0 {
		p.close()
	}
	return p.out
}
