package coverdesign

import (
	"slices"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// The label is a paper label on a patterned cover, as German and English presses have had it since 1912: the pattern is the sign of the
// breaks, row by row, every other one turned.

// labelTint is how far the pattern stands out of the ground, in hundredths of the way to the paper.
const labelTint = 22

// pattern returns the pattern over a box, one of its signs at a point. It leaves out signs that would touch a box of quiet. Every sign is
// the same shape in a group of its own, which a file holds a hundred times smaller than as many shapes.
func (d *Design) pattern(over page.Box, x, y, unit page.Length, quiet []page.Box) page.Item {
	across, size := 34*unit, 22*unit
	down := max(24*unit, d.Sign.High(size)+13*unit)
	g := &page.Group{Clip: &over}
	sign := d.Sign.Path(0, 0, size, ornament.Upright, between(d.Ground, d.Paper, labelTint))
	if sign == nil {
		return g
	}
	box, _ := page.Extent(sign)
	shape := []page.Item{sign}
	for row := (over.Y-y)/down - 1; y+row*down < over.Y+over.H+down; row++ {
		odd := row & 1
		for column := (over.X-x)/across - 1; x+column*across < over.X+over.W+across; column++ {
			one := &page.Group{X: x + column*across - odd*across/2, Y: y + row*down, Turn: int(odd) * 180_000, Items: shape}
			if at := one.Matrix().Bounds(box); overlap(at, over) && !touches(at, quiet) {
				g.Items = append(g.Items, one)
			}
		}
	}
	return g
}

// touches reports whether a box reaches into one of others.
func touches(box page.Box, others []page.Box) bool {
	return slices.ContainsFunc(others, func(b page.Box) bool { return overlap(box, b) })
}

// labelFrames returns the two lines of a label, n units of its front from its edges.
func (d *Design) labelFrames(b page.Box, unit page.Length) []page.Item {
	return append(Frame(Inset(b, 9*unit), 2*unit, d.OnPaper), Frame(Inset(b, 13*unit), d.Hairline(unit/2), d.OnPaper)...)
}

// Hairline returns the weight of a thin line: on paper no thinner than presses promise to print.
func (d *Design) Hairline(weight page.Length) page.Length {
	if d.Press {
		return max(weight, 3*page.Pt/4)
	}
	return max(weight, page.Pt/4)
}

// label draws the front's label.
func (d *drawing) label() {
	h := d.high(356)
	w := min(d.wide(308), h*135/100)
	d.unit = min(w/308, h/340)
	b := page.Box{X: d.Live.X + (d.Live.W-w)/2, Y: d.Live.Y + d.high(74), W: w, H: h}
	d.add(Fill(b, d.Paper))
	d.add(d.labelFrames(b, d.unit)...)
	d.labelWords(b)
	d.draw(b.X+w/2, b.Y+h-d.u(40), d.u(20), ornament.Upright, d.Accent(d.OnPaper))
	d.imprint(d.Live.Y + d.Live.H - d.u(80))
}

// labelWords sets the author, the title and the subtitle on the label.
func (d *drawing) labelWords(b page.Box) {
	measure := b.W - d.u(60)
	x := b.X + (b.W-measure)/2
	head, foot := b.Y+d.u(36), b.Y+b.H-d.u(66) // below it the ornament
	leading := 104
	if d.TitleFace() == config.SmallCaps { // no letter rises or descends
		leading = 84
	}
	d.shrinking(func(scale page.Length) {
		centered := Fit{Width: measure, Height: d.u(72), Most: 19, Leading: 135, Align: typeset.Centered}
		name := d.names(config.SmallCaps, d.OnPaper, scale, centered)
		centered.Height, centered.Most, centered.Leading = d.u(92), 18, 125
		sub := d.part(d.subtitle, config.Italic, d.OnPaper, scale, centered)
		gap := d.gap(sub, 27, scale)
		top := head + name.Height() + d.u(26)
		room := foot - top - gap - sub.Height()
		title := d.set(d.title, d.TitleFace(), d.OnPaper, Fit{Width: measure, Height: min(room+d.u(8), d.u(196)), Most: d.u(66),
			Least: d.atLeast(24, scale), Leading: leading, Align: typeset.Centered})
		y := top + max(0, room-title.Height())*45/100
		d.items = name.Put(d.items, x, head)
		d.items = title.Put(d.items, x, y)
		d.items = sub.Put(d.items, x, y+title.Height()+gap)
	})
}

// gap returns the white above a block that may be empty, drawn n units high.
func (d *drawing) gap(b Block, n, scale page.Length) page.Length {
	if len(b.Lines) == 0 {
		return 0
	}
	return d.u(n) * scale / 100
}

// imprint draws the publisher's name on a small label in the middle of the front, its top at y.
func (d *drawing) imprint(y page.Length) {
	plate, b := d.Imprint(Imprint{Publisher: d.publisher, Measure: d.Live.W - 2*d.margin(30), Unit: d.unit, Least: d.Least})
	for _, it := range plate {
		page.Shift(it, d.Live.X+(d.Live.W-b.W)/2, y)
	}
	d.add(plate...)
}
