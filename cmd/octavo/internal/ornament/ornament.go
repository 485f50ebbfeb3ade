// Package ornament draws printers' ornaments as outlines: signs of a font, alone, in rows and in pyramids, rules, and a branch of
// its own. They are decoration, paths that no reader hears.
//
// [OfGlyph] takes a sign from a font; [Shape.Path] draws it. [Row], [Pyramid], [Rules] and [Vine] return pieces as wide as asked,
// from the left of the measure and their upper edge, with their heights.
package ornament

import (
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// Shape is an outline that can be drawn at any size.
type Shape struct {
	outline                  []page.Segment // y upwards
	left, bottom, wide, high page.Length    // of its ink, in its own units
}

// OfGlyph returns the shape of a font's glyph for r.
func OfGlyph(f *font.Font, r rune) Shape { return newShape(page.Outline(f, f.Glyph(r))) }

// newShape measures an outline.
func newShape(outline []page.Segment) Shape {
	s := Shape{outline: outline}
	first := true
	var right, top page.Length
	for _, g := range outline {
		if g.Op == page.Close {
			continue
		}
		if first {
			s.left, right, s.bottom, top, first = g.X, g.X, g.Y, g.Y, false
		}
		s.left, right, s.bottom, top = min(s.left, g.X), max(right, g.X), min(s.bottom, g.Y), max(top, g.Y)
	}
	s.wide, s.high = max(1, right-s.left), max(1, top-s.bottom)
	return s
}

// Empty reports whether the shape has no ink.
func (s Shape) Empty() bool { return len(s.outline) == 0 }

// Width returns how wide the shape is where it is high.
func (s Shape) Width(high page.Length) page.Length { return high * s.wide / s.high }

// High returns how high the shape is where its longer side has a size.
func (s Shape) High(size page.Length) page.Length { return size * s.high / max(s.wide, s.high) }

// Stand is how an ornament stands.
type Stand int

// The ways to stand.
const (
	Upright Stand = iota
	UpsideDown
	Mirrored // left and right changed
)

// Path draws the shape centred at a point, its longer side of a size. It returns nil where there is nothing to draw.
func (s Shape) Path(x, y, size page.Length, stand Stand, ink page.Color) *page.Path {
	if s.Empty() || size <= 0 {
		return nil
	}
	long := max(s.wide, s.high)
	at := func(px, py page.Length) (page.Length, page.Length) {
		dx, dy := (2*(px-s.left)-s.wide)*size/(2*long), (2*(py-s.bottom)-s.high)*size/(2*long)
		if stand != Upright {
			dx = -dx
		}
		if stand == UpsideDown {
			dy = -dy
		}
		return x + dx, y - dy
	}
	p := &page.Path{Fill: &ink, Segments: make([]page.Segment, len(s.outline))}
	for i, g := range s.outline {
		g.X, g.Y = at(g.X, g.Y)
		g.X1, g.Y1 = at(g.X1, g.Y1)
		g.X2, g.Y2 = at(g.X2, g.Y2)
		p.Segments[i] = g
	}
	return p
}

// tall draws the shape as high as given, its left edge at x and its middle at y.
func (s Shape) tall(x, y, high page.Length, stand Stand, ink page.Color) *page.Path {
	return s.Path(x+s.Width(high)/2, y, high*max(s.wide, s.high)/s.high, stand, ink)
}

// Row draws a row of shapes in turn, as high as given, that fills a width with even white between them. The right half mirrors the
// left, as a compositor turns flowers about the middle of a head piece.
func Row(shapes []Shape, width, high page.Length, ink page.Color) []page.Item {
	if len(shapes) == 0 || high <= 0 {
		return nil
	}
	var widest page.Length
	for _, s := range shapes {
		widest = max(widest, s.Width(high))
	}
	n := int(width / max(1, widest+high/2))
	n -= (n + 1) % 2 // an odd number, so that one stands in the middle
	if n < 1 {
		return nil
	}
	var out []page.Item
	for i := range n {
		fromEnd := min(i, n-1-i)
		s, stand := shapes[fromEnd%len(shapes)], Upright
		if i > n/2 {
			stand = Mirrored
		}
		middle := width / 2
		if n > 1 {
			middle = widest/2 + (width-widest)*page.Length(i)/page.Length(n-1)
		}
		if p := s.tall(middle-s.Width(high)/2, high/2, high, stand, ink); p != nil {
			out = append(out, p)
		}
	}
	return out
}

// Pyramid draws three, two and one of the shapes in rows that are centred in a width, each of a height, and returns how high they
// are together: the tail piece of presses that had no other.
func Pyramid(shapes []Shape, width, high page.Length, ink page.Color) (items []page.Item, height page.Length) {
	var widest page.Length
	for _, s := range shapes {
		widest = max(widest, s.Width(high))
	}
	step := high * 7 / 5
	k := 0
	for row := range 3 {
		n := 3 - row
		across := widest + high/2
		for i := range n {
			s := shapes[k%len(shapes)]
			k++
			x := width/2 + (page.Length(2*i)-page.Length(n-1))*across/2
			if p := s.tall(x-s.Width(high)/2, page.Length(row)*step+high/2, high, Upright, ink); p != nil {
				items = append(items, p)
			}
		}
	}
	return items, 2*step + high
}

// Rules draws a thick rule over a thin one, and returns how high they are together. No press drops a rule of three quarters of a point.
func Rules(width page.Length, ink page.Color) (items []page.Item, height page.Length) {
	const thick, white, thin = 2 * page.Pt, 3 * page.Pt / 2, 3 * page.Pt / 4
	return []page.Item{
		&page.Rule{W: width, H: thick, Color: ink},
		&page.Rule{Y: thick + white, W: width, H: thin, Color: ink},
	}, thick + white + thin
}
