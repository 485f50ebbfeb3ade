package drawing

import (
	"math"
	"strings"
)

// paint returns what a shape, whose path is in its own plane, is filled or stroked with; nil if nothing is seen.
func (r *reader) paint(n *node, s source, opacity float64, c *context, path []Segment) *Paint {
	opacity *= c.opacity
	if s.server != "" {
		target := r.ids[s.server]
		switch {
		case target == nil:
		case target.name == "linearGradient" || target.name == "radialGradient":
			return r.gradient(target, opacity, c, path)
		case target.name == "pattern":
			r.lose(n, "a pattern")
			return nil
		}
	}
	if s.none || opacity*s.opacity == 0 {
		return nil
	}
	return &Paint{RGB: s.RGB, Opacity: opacity * s.opacity}
}

// chain returns a gradient and those that it inherits from by href, the nearest first.
func (r *reader) chain(n *node) (chain []*node) {
	for n != nil && len(chain) < 16 {
		chain = append(chain, n)
		n = r.ids[reference(n.attr("href"))]
	}
	return chain
}

// gradient returns a paint of a gradient.
func (r *reader) gradient(n *node, opacity float64, c *context, path []Segment) *Paint {
	chain := r.chain(n)
	attr := func(name string) string {
		for _, g := range chain {
			if v, ok := g.attrs[name]; ok {
				return v
			}
		}
		return ""
	}
	stops, seen := r.stops(chain, c)
	if spread := attr("spreadMethod"); spread == "reflect" || spread == "repeat" {
		r.lose(n, "the repetition of a gradient")
	}
	if len(stops) == 0 || opacity*seen == 0 {
		return nil
	}
	paint := &Paint{RGB: stops[len(stops)-1].RGB, Opacity: opacity * seen}
	if len(stops) == 1 {
		return paint
	}
	g := &Gradient{Radial: n.name == "radialGradient", Stops: stops, At: c.at}
	whole, across, down := c.diagonal(), c.width, c.height
	if attr("gradientUnits") != "userSpaceOnUse" {
		x0, y0, x1, y1 := bounds(path)
		if x1 <= x0 || y1 <= y0 {
			return paint
		}
		g.At = g.At.Times(Matrix{x1 - x0, 0, 0, y1 - y0, x0, y0})
		whole, across, down = 1, 1, 1
	}
	g.At = g.At.Times(transform(attr("gradientTransform")))
	if _, ok := g.At.Inverse(); !ok {
		return paint
	}
	at := func(name string, of, otherwise float64) float64 {
		if v, ok := length(attr(name), of, c.size); ok {
			return v
		}
		return otherwise
	}
	if !g.Radial {
		g.X1, g.Y1, g.X2, g.Y2 = at("x1", across, 0), at("y1", down, 0), at("x2", across, across), at("y2", down, 0)
		if g.X1 == g.X2 && g.Y1 == g.Y2 {
			return paint
		}
	} else {
		g.X2, g.Y2, g.R2 = at("cx", across, across/2), at("cy", down, down/2), at("r", whole, whole/2)
		g.X1, g.Y1, g.R1 = at("fx", across, g.X2), at("fy", down, g.Y2), math.Max(at("fr", whole, 0), 0)
		if g.R2 <= 0 {
			return paint
		}
		if d := math.Hypot(g.X1-g.X2, g.Y1-g.Y2); d > 0.999*g.R2 { // a focus outside is moved in (SVG 1.1, 13.2.3)
			g.X1, g.Y1 = g.X2+(g.X1-g.X2)*0.999*g.R2/d, g.Y2+(g.Y1-g.Y2)*0.999*g.R2/d
		}
	}
	paint.Gradient = g
	return paint
}

// stops returns the colours of the first gradient of a chain that has any, and their opacity. If their opacities differ, they are
// what they look like on white, and opaque.
func (r *reader) stops(chain []*node, c *context) (stops []Stop, opacity float64) {
	var opacities []float64
	for _, g := range chain {
		for _, kid := range g.kids {
			if kid.name != "stop" {
				continue
			}
			props := r.sheet.of(kid)
			offset, _ := length(kid.attr("offset"), 1, 1)
			offset = math.Min(math.Max(offset, 0), 1)
			if n := len(stops); n > 0 {
				offset = math.Max(offset, stops[n-1].Offset)
			}
			rgb, alpha, ok := colour(props["stop-color"])
			if strings.EqualFold(props["stop-color"], "currentColor") {
				rgb, alpha, ok = c.colour, 1, true
			}
			if !ok {
				rgb, alpha = RGB{}, 1
			}
			if v, ok := length(props["stop-opacity"], 1, 1); ok {
				alpha *= math.Min(math.Max(v, 0), 1)
			}
			stops = append(stops, Stop{rgb, offset})
			opacities = append(opacities, alpha)
		}
		if len(stops) > 0 {
			break
		}
	}
	if len(stops) == 0 {
		return nil, 0
	}
	opacity = opacities[0]
	for _, o := range opacities {
		if o != opacity {
			for i := range stops {
				stops[i].RGB = stops[i].OnWhite(opacities[i])
			}
			return stops, 1
		}
	}
	return stops, opacity
}

// At returns the colour of a gradient at a place from 0, its start, to 1.
func (g *Gradient) Colour(at float64) RGB {
	last := len(g.Stops) - 1
	switch {
	case at <= g.Stops[0].Offset:
		return g.Stops[0].RGB
	case at >= g.Stops[last].Offset:
		return g.Stops[last].RGB
	}
	i := 1
	for g.Stops[i].Offset < at {
		i++
	}
	a, b := g.Stops[i-1], g.Stops[i]
	part := (at - a.Offset) / (b.Offset - a.Offset)
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*part)) }
	return RGB{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B)}
}

// Place returns the place of a point of the gradient's own plane on its way from start to end.
func (g *Gradient) Place(x, y float64) float64 {
	if !g.Radial {
		dx, dy := g.X2-g.X1, g.Y2-g.Y1
		return ((x-g.X1)*dx + (y-g.Y1)*dy) / (dx*dx + dy*dy)
	}
	// The largest t for which the point lies on the circle between the two, of radius R1 + t·(R2-R1).
	cdx, cdy, dr := g.X2-g.X1, g.Y2-g.Y1, g.R2-g.R1
	px, py := x-g.X1, y-g.Y1
	a := cdx*cdx + cdy*cdy - dr*dr
	b := px*cdx + py*cdy + g.R1*dr
	c := px*px + py*py - g.R1*g.R1
	if a == 0 {
		if b == 0 {
			return 1
		}
		return c / (2 * b)
	}
	root := b*b - a*c
	if root < 0 {
		return 1
	}
	root = math.Sqrt(root)
	return math.Max((b+root)/a, (b-root)/a)
}
