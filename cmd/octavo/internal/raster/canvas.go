package raster

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// canvas is a picture being drawn; one of gray, rgba and inks is set, and img is the same picture, nil for inks.
type canvas struct {
	box   image.Rectangle // of all pixels
	img   draw.Image
	gray  *image.Gray
	rgba  *image.RGBA
	inks  *inks
	scale float32 // pixels to a page.Length
	at    placing // of the plane that is being drawn
	clips []clip  // nothing is drawn outside any of them

	shape  vector.Rasterizer
	mask   []uint8
	glyphs map[glyphKey][]page.Segment
}

type glyphKey struct {
	font *font.Font
	id   uint16
}

// px returns the nearest pixel boundary.
func (c *canvas) px(l page.Length) int { return int(math.Round(float64(l) * float64(c.scale))) }

// placing maps an outline's coordinates to pixels: x' = x·xx + y·xy + dx, y' = x·yx + y·yy + dy. The conversions to
// float32 after each product keep the compiler from fusing it with the sum, so that every machine draws the same
// pixels.
type placing struct{ xx, xy, yx, yy, dx, dy float32 }

func (p *placing) x(x, y page.Length) float32 {
	return float32(float32(x)*p.xx) + float32(float32(y)*p.xy) + p.dx
}

func (p *placing) y(x, y page.Length) float32 {
	return float32(float32(x)*p.yx) + float32(float32(y)*p.yy) + p.dy
}

// plane returns the placing of a plane that m maps to the page's.
func (c *canvas) plane(m page.Matrix) placing {
	part := func(v int64) float32 { return float32(float64(v)/page.Unity) * c.scale }
	return placing{part(m.A), part(m.C), part(m.B), part(m.D), float32(m.X) * c.scale, float32(m.Y) * c.scale}
}

// moved returns a placing for an outline scaled by a, flipped vertically, with its origin at x, y.
func (p *placing) moved(a float32, x, y page.Length) placing {
	return placing{a * p.xx, -a * p.xy, a * p.yx, -a * p.yy, p.x(x, y), p.y(x, y)}
}

func (c *canvas) text(t *page.Text) {
	if c.glyphs == nil {
		c.glyphs = map[glyphKey][]page.Segment{}
	}
	unit := float32(t.Size) / float32(t.Font.Upem*font.OutlineUnit)
	pen := t.X
	for _, g := range t.Glyphs {
		key := glyphKey{t.Font, g.ID}
		outline, known := c.glyphs[key]
		if !known {
			outline = page.Outline(t.Font, g.ID)
			c.glyphs[key] = outline
		}
		x, y := pen+page.Length(g.DX), t.Y-page.Length(g.DY)
		c.fill(outline, c.at.moved(unit, x, y), t.Color)
		pen += page.Length(g.Advance)
	}
}

// rule fills a box: a pixel's coverage is the covered part of its width times that of its height.
func (c *canvas) rule(m page.Matrix, rule *page.Rule) {
	box := page.Box{X: rule.X, Y: rule.Y, W: rule.W, H: rule.H}
	if !m.Upright() {
		c.fill(outlineOf(box), c.at, rule.Color)
		return
	}
	box = m.Bounds(box)
	x := covered(float64(box.X)*float64(c.scale), float64(box.X+box.W)*float64(c.scale), c.box.Dx())
	y := covered(float64(box.Y)*float64(c.scale), float64(box.Y+box.H)*float64(c.scale), c.box.Dy())
	r, g, b := rule.Color.RGB()
	row := make([]uint8, len(x.shares))
	from, to := 0, len(x.shares) // the fully covered pixels
	for from < to && x.shares[from] != 255 {
		from++
	}
	for from < to && x.shares[to-1] != 255 {
		to--
	}
	for i, sy := range y.shares {
		if i > 0 && sy == 255 && y.shares[i-1] == 255 && len(c.clips) == 0 { // same as the row above
			c.blend(x.shares[:from], x.first, y.first+i, r, g, b)
			c.repeat(x.first+from, x.first+to, y.first+i)
			c.blend(x.shares[to:], x.first+to, y.first+i, r, g, b)
			continue
		}
		for j, sx := range x.shares {
			row[j] = uint8((uint32(sx)*uint32(sy) + 127) / 255)
		}
		c.blend(row, x.first, y.first+i, r, g, b)
	}
}

// repeat copies pixels from the row above.
func (c *canvas) repeat(from, to, y int) {
	if from >= to {
		return
	}
	if c.inks != nil {
		c.inks.repeat(from, to, y)
		return
	}
	if c.gray != nil {
		copy(c.gray.Pix[c.gray.PixOffset(from, y):c.gray.PixOffset(to, y)], c.gray.Pix[c.gray.PixOffset(from, y-1):])
		return
	}
	copy(c.rgba.Pix[c.rgba.PixOffset(from, y):c.rgba.PixOffset(to, y)], c.rgba.Pix[c.rgba.PixOffset(from, y-1):])
}

// span is a run of pixels along one axis, each with its covered share, 0 to 255.
type span struct {
	first  int
	shares []uint8
}

// covered returns the coverage of pixels 0 to n by an interval.
func covered(from, to float64, n int) span {
	from, to = max(from, 0), min(to, float64(n))
	if !(from < to) {
		return span{}
	}
	s := span{first: int(from)}
	for i := s.first; float64(i) < to; i++ {
		share := min(to, float64(i+1)) - max(from, float64(i))
		s.shares = append(s.shares, uint8(math.Round(share*255)))
	}
	return s
}

func (c *canvas) path(p *page.Path) {
	if p.Fill != nil {
		c.fill(p.Segments, c.at, *p.Fill)
	}
	if p.Stroke != nil && p.Width > 0 {
		c.fill(outlineStroke(p.Segments, p.Width, p.Dash), c.at, *p.Stroke)
	}
}

// fill fills an outline with ink by the non-zero rule.
func (c *canvas) fill(outline []page.Segment, at placing, ink page.Color) {
	box := bounds(outline, at).Intersect(c.box)
	for _, clip := range c.clips {
		box = box.Intersect(clip.Rect)
	}
	if box.Empty() {
		return
	}
	if n := box.Dx() * box.Dy(); n > cap(c.mask) {
		c.mask = make([]uint8, n)
	}
	w := box.Dx()
	c.cover(c.mask[:w*box.Dy()], box, outline, at)
	r, g, b := ink.RGB()
	for y := range box.Dy() {
		c.blend(c.mask[y*w:(y+1)*w], box.Min.X, box.Min.Y+y, r, g, b)
	}
}

// cover computes the coverage of each pixel of a box by an outline.
func (c *canvas) cover(shares []uint8, box image.Rectangle, outline []page.Segment, at placing) {
	at.dx -= float32(box.Min.X)
	at.dy -= float32(box.Min.Y)
	w, h := box.Dx(), box.Dy()
	z := &c.shape
	z.Reset(w, h)
	z.DrawOp = draw.Src
	open := false
	for _, s := range outline {
		switch s.Op {
		case page.MoveTo:
			if open {
				z.ClosePath()
			}
			open = true
			z.MoveTo(at.x(s.X, s.Y), at.y(s.X, s.Y))
		case page.LineTo:
			z.LineTo(at.x(s.X, s.Y), at.y(s.X, s.Y))
		case page.CurveTo:
			z.CubeTo(at.x(s.X1, s.Y1), at.y(s.X1, s.Y1), at.x(s.X2, s.Y2), at.y(s.X2, s.Y2), at.x(s.X, s.Y), at.y(s.X, s.Y))
		case page.Close:
			z.ClosePath()
			open = false
		}
	}
	if open {
		z.ClosePath()
	}
	mask := &image.Alpha{Pix: shares, Stride: w, Rect: image.Rect(0, 0, w, h)}
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
}

// bounds returns the box of pixels that an outline may touch.
func bounds(outline []page.Segment, at placing) image.Rectangle {
	if len(outline) == 0 {
		return image.Rectangle{}
	}
	x0, y0 := float32(math.Inf(1)), float32(math.Inf(1))
	x1, y1 := -x0, -y0
	see := func(x, y page.Length) {
		px, py := at.x(x, y), at.y(x, y)
		x0, x1 = min(x0, px), max(x1, px)
		y0, y1 = min(y0, py), max(y1, py)
	}
	for _, s := range outline {
		switch s.Op {
		case page.CurveTo: // a curve stays inside the convex hull of its points
			see(s.X1, s.Y1)
			see(s.X2, s.Y2)
			see(s.X, s.Y)
		case page.MoveTo, page.LineTo:
			see(s.X, s.Y)
		}
	}
	const far = 1 << 20 // beyond any canvas; keeps the conversion to int defined
	clamp := func(v float32) int { return int(min(max(v, -far), far)) }
	return image.Rect(clamp(x0)-1, clamp(y0)-1, clamp(x1)+2, clamp(y1)+2)
}

// blend paints ink over a row of pixels from x, y on, each by its coverage.
func (c *canvas) blend(shares []uint8, x, y int, r, g, b uint8) {
	if len(c.clips) > 0 {
		c.trim(shares, x, y)
	}
	if c.inks != nil {
		c.inks.blend(shares, x, y, r, g, b)
		return
	}
	if c.gray != nil {
		dst := c.gray.Pix[c.gray.PixOffset(x, y):]
		for i, a := range shares {
			switch a {
			case 0:
			case 255:
				dst[i] = r
			default:
				dst[i] = mix(dst[i], r, a)
			}
		}
		return
	}
	dst := c.rgba.Pix[c.rgba.PixOffset(x, y):]
	for i, a := range shares {
		p := dst[4*i : 4*i+4]
		switch a {
		case 0:
		case 255:
			p[0], p[1], p[2] = r, g, b
		default:
			p[0], p[1], p[2] = mix(p[0], r, a), mix(p[1], g, a), mix(p[2], b, a)
		}
	}
}

// mix paints ink over a ground with coverage a (0 to 255).
func mix(ground, ink, a uint8) uint8 {
	return uint8((uint32(ground)*uint32(255-a) + uint32(ink)*uint32(a) + 127) / 255)
}
