package raster

import (
	"image"

	"octavo/cmd/octavo/internal/page"
)

// clip is the coverage of a clipping path, 0 outside its box.
type clip struct{ *image.Alpha }

// clip makes a clip of a box in the plane that m maps to the page's.
func (c *canvas) clip(m page.Matrix, b page.Box) clip {
	outline, at := outlineOf(b), c.plane(m)
	box := bounds(outline, at).Intersect(c.box)
	mask := image.NewAlpha(box)
	if !box.Empty() {
		c.cover(mask.Pix, box, outline, at)
	}
	return clip{mask}
}

// within reports whether the whole canvas is inside of a box in a plane that m maps to the page's, so that nothing is clipped.
func (c *canvas) within(m page.Matrix, b page.Box) bool {
	if !m.Upright() {
		return false
	}
	const least = 1. / 512 // of a pixel: less does not show
	b = m.Bounds(b)
	size := c.box.Size()
	return float64(b.X)*float64(c.scale) <= least && float64(b.Y)*float64(c.scale) <= least &&
		float64(b.X+b.W)*float64(c.scale) >= float64(size.X)-least && float64(b.Y+b.H)*float64(c.scale) >= float64(size.Y)-least
}

// trim multiplies a row of coverage by the clips.
func (c *canvas) trim(shares []uint8, x, y int) {
	for _, clip := range c.clips {
		from, to := max(x, clip.Rect.Min.X)-x, min(x+len(shares), clip.Rect.Max.X)-x
		if y < clip.Rect.Min.Y || y >= clip.Rect.Max.Y || from >= to {
			fill(shares, 0)
			return
		}
		fill(shares[:from], 0)
		fill(shares[to:], 0)
		for i, through := range clip.Pix[clip.PixOffset(x+from, y):][:to-from] {
			if through != 0xff {
				shares[from+i] = mix(0, shares[from+i], through)
			}
		}
	}
}

// clipMask returns the product of all clips, as large as the canvas.
func (c *canvas) clipMask() *image.Alpha {
	box := c.box
	mask := image.NewAlpha(box)
	fill(mask.Pix, 0xff)
	for y := range box.Dy() {
		c.trim(mask.Pix[y*mask.Stride:][:box.Dx()], 0, y)
	}
	return mask
}

// outlineOf returns a box as an outline.
func outlineOf(b page.Box) []page.Segment {
	return []page.Segment{{Op: page.MoveTo, X: b.X, Y: b.Y}, {Op: page.LineTo, X: b.X + b.W, Y: b.Y},
		{Op: page.LineTo, X: b.X + b.W, Y: b.Y + b.H}, {Op: page.LineTo, X: b.X, Y: b.Y + b.H}, {Op: page.Close}}
}
