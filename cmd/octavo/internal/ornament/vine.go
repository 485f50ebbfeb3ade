package ornament

import "octavo/cmd/octavo/internal/page"

// A vine grows from the middle of a head piece to both sides: a stem that swings up and down, and in each of its hollows a shoot
// that winds inwards and ends in the leaf that Aldus Manutius stamped on his bindings. It is drawn in units of which a swing is
// swing long and the whole is band high, with y upwards from the middle of the stem.
const (
	swing = 1150
	band  = 1100
)

// stem is one swing of the stem, from the middle of the band to the next time that it crosses it.
var stem = []page.Segment{
	{Op: page.MoveTo}, {Op: page.CurveTo, X1: 260, Y1: 640, X2: swing - 260, Y2: 640, X: swing},
}

// shoot leaves the stem and winds into the hollow under it.
var shoot = []page.Segment{
	{Op: page.MoveTo, X: 150, Y: 270},
	{Op: page.CurveTo, X1: 330, Y1: 385, X2: 870, Y2: 390, X: 870, Y: 20},
	{Op: page.CurveTo, X1: 870, Y1: -265, X2: 425, Y2: -285, X: 395, Y: -75},
}

// leaf is the leaf at the end of a shoot, its stalk at the shoot's end and its tip to the right, with a slit for its rib.
var leaf = []page.Segment{
	{Op: page.MoveTo, X: 395, Y: -92},
	{Op: page.CurveTo, X1: 278, Y1: -70, X2: 245, Y2: 140, X: 395, Y: 192},
	{Op: page.CurveTo, X1: 530, Y1: 245, X2: 600, Y2: 118, X: 762, Y: 128},
	{Op: page.CurveTo, X1: 692, Y1: 45, X2: 745, Y2: -120, X: 617, Y: -160},
	{Op: page.CurveTo, X1: 526, Y1: -192, X2: 449, Y2: -140, X: 395, Y: -92},
	{Op: page.Close},
	{Op: page.MoveTo, X: 424, Y: -66},
	{Op: page.LineTo, X: 672, Y: 92},
	{Op: page.LineTo, X: 404, Y: -32},
	{Op: page.Close},
}

// berries sit outside the shoot, where it leaves the stem.
var berries = []struct{ x, y, r page.Length }{{208, 45, 60}, {222, -105, 54}, {318, -215, 48}}

// bud ends the stem.
var bud = []page.Segment{
	{Op: page.MoveTo, Y: -10},
	{Op: page.CurveTo, X1: 60, Y1: 110, X2: 170, Y2: 130, X: 290, Y: 60},
	{Op: page.CurveTo, X1: 220, Y1: 0, X2: 150, Y2: -90, X: 0, Y: -10},
	{Op: page.Close},
}

// Vine draws a branch as wide as given and near a height, and returns how high it is. It is symmetrical about its middle.
func Vine(width, near page.Length, ink page.Color) (items []page.Item, height page.Length) {
	const end = 290 // what the bud takes
	n := max(1, (width/2*band/max(1, near)-end+swing/2)/swing)
	across := n*swing + end
	height = width / 2 * band / across
	d := vine{ink: ink, middle: width / 2, axis: height / 2, scale: width / 2, units: across}
	for _, side := range []page.Length{-1, 1} {
		d.side = side
		for k := range n {
			d.from, d.up = k*swing, 1-2*(k%2)
			d.line(stem, 46)
			d.line(shoot, 36)
			d.fill(leaf)
			for _, b := range berries {
				d.fill(disc(b.x, b.y, b.r))
			}
		}
		d.from, d.up = n*swing, 1-2*(n%2)
		d.fill(bud)
	}
	d.side, d.from, d.up = 1, 0, 1
	d.fill(lozenge(115))
	return d.items, height
}

// vine is a branch being drawn.
type vine struct {
	items        []page.Item
	ink          page.Color
	middle, axis page.Length // where it begins
	scale, units page.Length // so many units are as long as scale
	side, up     page.Length // 1 or -1: to the right, and a swing that begins upwards
	from         page.Length // where the part being drawn begins, in units
}

func (d *vine) at(x, y page.Length) (page.Length, page.Length) {
	return d.middle + d.side*(d.from+x)*d.scale/d.units, d.axis - d.up*y*d.scale/d.units
}

func (d *vine) placed(part []page.Segment) []page.Segment {
	out := make([]page.Segment, len(part))
	for i, s := range part {
		s.X, s.Y = d.at(s.X, s.Y)
		s.X1, s.Y1 = d.at(s.X1, s.Y1)
		s.X2, s.Y2 = d.at(s.X2, s.Y2)
		out[i] = s
	}
	return out
}

// leastStroke is the thinnest line that presses promise to print.
const leastStroke = 3 * page.Pt / 4

func (d *vine) line(part []page.Segment, weight page.Length) {
	d.items = append(d.items, &page.Path{Segments: d.placed(part), Stroke: &d.ink, Width: max(leastStroke, weight*d.scale/d.units)})
}

func (d *vine) fill(part []page.Segment) {
	d.items = append(d.items, &page.Path{Segments: d.placed(part), Fill: &d.ink})
}

// disc is a circle about a point.
func disc(x, y, r page.Length) []page.Segment {
	k := r * 5523 / 10000 // of the control points of a quarter: the curve is a circle to within 3 parts in 10,000
	curve := func(x1, y1, x2, y2, x3, y3 page.Length) page.Segment {
		return page.Segment{Op: page.CurveTo, X1: x + x1, Y1: y + y1, X2: x + x2, Y2: y + y2, X: x + x3, Y: y + y3}
	}
	return []page.Segment{{Op: page.MoveTo, X: x + r, Y: y}, curve(r, k, k, r, 0, r), curve(-k, r, -r, k, -r, 0),
		curve(-r, -k, -k, -r, 0, -r), curve(k, -r, r, -k, r, 0), {Op: page.Close}}
}

// lozenge is a lozenge about the origin.
func lozenge(r page.Length) []page.Segment {
	return []page.Segment{{Op: page.MoveTo, Y: r}, {Op: page.LineTo, X: r}, {Op: page.LineTo, Y: -r}, {Op: page.LineTo, X: -r}, {Op: page.Close}}
}
