package impose

import "octavo/cmd/octavo/internal/typeset"

// drawing collects marks of a sheet. Coordinates are those of its front, and on a mirrored drawing all comes to stand where
// it is seen through the paper.
type drawing struct {
	sheet    Size
	mirrored bool
	letter   Letterer
	items    []typeset.Item
}

func (d *drawing) rule(b typeset.Box) {
	if d.mirrored {
		b.X = d.sheet.W - b.X - b.W
	}
	d.items = append(d.items, &typeset.Rule{X: b.X, Y: b.Y, W: b.W, H: b.H, Color: typeset.Black})
}

// straight is a line from one point to another.
func straight(x0, y0, x1, y1 typeset.Length) []typeset.Segment {
	return []typeset.Segment{{Op: typeset.MoveTo, X: x0, Y: y0}, {Op: typeset.LineTo, X: x1, Y: y1}}
}

func (d *drawing) line(s []typeset.Segment) { d.dashed(s, 0) }

// dashed draws a hairline; the segments are the drawing's.
func (d *drawing) dashed(s []typeset.Segment, dash typeset.Length) {
	if d.mirrored {
		for i := range s {
			s[i].X, s[i].X1, s[i].X2 = d.sheet.W-s[i].X, d.sheet.W-s[i].X1, d.sheet.W-s[i].X2
		}
	}
	d.items = append(d.items, &typeset.Path{Segments: s, Stroke: &typeset.Black, Width: markWeight, Dash: dash})
}

// frame is a dashed frame that is wholly outside of a card with round corners.
func (d *drawing) frame(b typeset.Box, corner typeset.Length) {
	d.dashed(outline(around(b, markWeight), corner+min(corner, markWeight)), dash)
}

// text writes a line, which is not mirrored itself.
func (d *drawing) text(text string, x, y typeset.Length, align Align) {
	d.sized(text, numberSize, x, y, align)
}

func (d *drawing) sized(text string, size, x, y typeset.Length, align Align) {
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

// around is a box grown on all sides.
func around(b typeset.Box, by typeset.Length) typeset.Box {
	return typeset.Box{X: b.X - by, Y: b.Y - by, W: b.W + 2*by, H: b.H + 2*by}
}

// outline is a box with corners of a radius.
func outline(b typeset.Box, r typeset.Length) []typeset.Segment {
	r = max(0, min(r, b.W/2, b.H/2))
	x1, y1 := b.X+b.W, b.Y+b.H
	if r == 0 {
		return []typeset.Segment{{Op: typeset.MoveTo, X: b.X, Y: b.Y}, {Op: typeset.LineTo, X: x1, Y: b.Y},
			{Op: typeset.LineTo, X: x1, Y: y1}, {Op: typeset.LineTo, X: b.X, Y: y1}, {Op: typeset.Close}}
	}
	return []typeset.Segment{
		{Op: typeset.MoveTo, X: b.X + r, Y: b.Y}, {Op: typeset.LineTo, X: x1 - r, Y: b.Y},
		curve(x1-r, b.Y+r, r, -r, true), {Op: typeset.LineTo, X: x1, Y: y1 - r},
		curve(x1-r, y1-r, r, r, false), {Op: typeset.LineTo, X: b.X + r, Y: y1},
		curve(b.X+r, y1-r, -r, r, true), {Op: typeset.LineTo, X: b.X, Y: b.Y + r},
		curve(b.X+r, b.Y+r, -r, -r, false), {Op: typeset.Close},
	}
}
