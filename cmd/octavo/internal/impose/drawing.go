package impose

import "octavo/cmd/octavo/internal/page"

// drawing collects the marks of a sheet. Coordinates are those of its front; a mirrored drawing places everything where
// it is seen through the paper.
type drawing struct {
	sheet    Size
	mirrored bool
	letter   Letterer
	items    []page.Item
}

func (d *drawing) rule(b page.Box) {
	if d.mirrored {
		b.X = d.sheet.W - b.X - b.W
	}
	d.items = append(d.items, &page.Rule{X: b.X, Y: b.Y, W: b.W, H: b.H, Color: page.Black})
}

// straight returns a line from one point to another.
func straight(x0, y0, x1, y1 page.Length) []page.Segment {
	return []page.Segment{{Op: page.MoveTo, X: x0, Y: y0}, {Op: page.LineTo, X: x1, Y: y1}}
}

func (d *drawing) line(s []page.Segment) { d.dashed(s, 0) }

// dashed draws a hairline; the segments are the drawing's.
func (d *drawing) dashed(s []page.Segment, dash page.Length) {
	if d.mirrored {
		for i := range s {
			s[i].X, s[i].X1, s[i].X2 = d.sheet.W-s[i].X, d.sheet.W-s[i].X1, d.sheet.W-s[i].X2
		}
	}
	d.items = append(d.items, &page.Path{Segments: s, Stroke: &page.Black, Width: markWeight, Dash: dash})
}

// frame draws a dashed frame that lies wholly outside of a card with round corners.
func (d *drawing) frame(b page.Box, corner page.Length) {
	d.dashed(Outline(around(b, markWeight), corner+min(corner, markWeight)), dash)
}

// text writes a line, which is not mirrored itself.
func (d *drawing) text(text string, x, y page.Length, align Align) {
	d.sized(text, numberSize, x, y, align)
}

func (d *drawing) sized(text string, size, x, y page.Length, align Align) {
	if d.letter == nil {
		return
	}
	if d.mirrored {
		x = d.sheet.W - x
		switch align {
		case Left:
			align = Right
		case Right:
			align = Left
		}
	}
	d.items = append(d.items, d.letter(text, size, x, y, align)...)
}

// around returns a box grown on all sides.
func around(b page.Box, by page.Length) page.Box {
	return page.Box{X: b.X - by, Y: b.Y - by, W: b.W + 2*by, H: b.H + 2*by}
}

// Outline returns a box with rounded corners.
func Outline(b page.Box, r page.Length) []page.Segment {
	r = max(0, min(r, b.W/2, b.H/2))
	x1, y1 := b.X+b.W, b.Y+b.H
	if r == 0 {
		return []page.Segment{{Op: page.MoveTo, X: b.X, Y: b.Y}, {Op: page.LineTo, X: x1, Y: b.Y},
			{Op: page.LineTo, X: x1, Y: y1}, {Op: page.LineTo, X: b.X, Y: y1}, {Op: page.Close}}
	}
	return []page.Segment{
		{Op: page.MoveTo, X: b.X + r, Y: b.Y}, {Op: page.LineTo, X: x1 - r, Y: b.Y},
		curveToSide(x1-r, b.Y+r, r, -r), {Op: page.LineTo, X: x1, Y: y1 - r},
		curveFromSide(x1-r, y1-r, r, r), {Op: page.LineTo, X: b.X + r, Y: y1},
		curveToSide(b.X+r, y1-r, -r, r), {Op: page.LineTo, X: b.X, Y: b.Y + r},
		curveFromSide(b.X+r, b.Y+r, -r, -r), {Op: page.Close},
	}
}
