package impose

import "octavo/cmd/octavo/internal/page"

// Registration is the three marks by which a cutting machine finds its place on a sheet: a black square at the upper left, and angles
// at the upper right and the lower left. Lengths are measured to the marks' outer edges.
type Registration struct {
	Inset     page.Length // from the edges of the sheet
	Square    page.Length // a side of the square
	Arm       page.Length // of an angle
	Thickness page.Length // of its lines
}

// ArmFor returns the longest arm of the angles, in whole half millimetres up to most, that keeps a clear distance from the cards of a
// grid and their bleed.
func (g *Grid) ArmFor(inset, bleed, clearance, most page.Length) page.Length {
	free := max(g.X0, g.Y0) - bleed - inset - clearance
	halves := (min(free, most) + slack) * 254 / (5 * page.In)
	return mm(int(halves) * 5)
}

func (r *Registration) draw(d *drawing) {
	right, bottom := d.sheet.W-r.Inset, d.sheet.H-r.Inset
	d.rule(page.Box{X: r.Inset, Y: r.Inset, W: r.Square, H: r.Square})
	d.rule(page.Box{X: right - r.Arm, Y: r.Inset, W: r.Arm, H: r.Thickness})
	d.rule(page.Box{X: right - r.Thickness, Y: r.Inset, W: r.Thickness, H: r.Arm})
	d.rule(page.Box{X: r.Inset, Y: bottom - r.Thickness, W: r.Arm, H: r.Thickness})
	d.rule(page.Box{X: r.Inset, Y: bottom - r.Arm, W: r.Thickness, H: r.Arm})
}

// Boxes returns the cells of a whole sheet, in reading order, as they are cut.
func (g *Grid) Boxes() []page.Box {
	out := make([]page.Box, g.Cells())
	cell := g.Cell()
	for i := range out {
		out[i].X, out[i].Y = g.corner(i)
		out[i].W, out[i].H = cell.W, cell.H
	}
	return out
}

// Block returns the box of all cells of a whole sheet.
func (g *Grid) Block() page.Box { return g.block(0, g.Cells()) }

// Picture is the front of a sheet for a program that prints it itself: its cards with their bleed, and nothing around them.
type Picture struct {
	Page  *page.Page
	Cards []page.Box // on the page; each is cut along its edges
}

// Pictures returns the fronts of the sheets on which a job puts cards, without marks.
func Pictures(cards []Card, j Job) []Picture {
	per := j.Grid.Cells()
	if per == 0 {
		return nil
	}
	if !j.folded() {
		j.Sides = OneSided
	}
	j.Marks, j.Registration = NoMarks, nil
	first := j.Grid.clamp(j.Start) - 1
	var out []Picture
	boxes := j.Grid.Boxes()
	for _, front := range Sheets(cards, j) {
		n := min(len(cards), per-first)
		cards = cards[n:]
		block := around(j.Grid.block(first, n), j.Bleed)
		p := Picture{Page: &page.Page{Width: block.W, Height: block.H, Label: front.Label,
			Items: []page.Item{&page.Group{X: -block.X, Y: -block.Y, Items: front.Items}}}}
		for _, b := range boxes[first : first+n] {
			p.Cards = append(p.Cards, page.Box{X: b.X - block.X, Y: b.Y - block.Y, W: b.W, H: b.H})
		}
		out = append(out, p)
		first = 0
	}
	return out
}

// Mask returns a page of the size of a picture that is black where the picture shows: on the cards, with round corners, or on all of
// it where they bleed.
func (p *Picture) Mask(corner, bleed page.Length) *page.Page {
	m := &page.Page{Width: p.Page.Width, Height: p.Page.Height}
	for _, b := range p.Cards {
		shape := Outline(b, corner)
		if bleed > 0 {
			shape = Outline(around(b, bleed), 0)
		}
		m.Items = append(m.Items, &page.Path{Segments: shape, Fill: &page.Black})
	}
	return m
}
