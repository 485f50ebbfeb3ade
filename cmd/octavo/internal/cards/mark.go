package cards

import (
	"fmt"
	"strings"

	"github.com/boombuler/barcode/qr"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
)

// quarter is how far the control points of a quarter of a circle stand from its ends, in 1/10,000 of the radius: the curve
// is a circle to within 3 parts in 10,000.
const quarter = 5523

// kindMark returns the mark of a kind, centred at x and y, r from there to its sides. Marks differ without colour.
func kindMark(sign string, x, y, r page.Length, ink page.Color) page.Item {
	p := &page.Path{Fill: &ink}
	switch sign {
	case config.Lozenge:
		p.Segments = append(lozenge(x, y, r*11/10), lozengeHole(x, y, r*45/100)...)
	case config.Square:
		p.Segments = polygon(x, y, r*8/10, [][2]page.Length{{-10, -10}, {10, -10}, {10, 10}, {-10, 10}})
	case config.Ring:
		p.Segments = append(disc(x, y, r*9/10), backwards(disc(x, y, r*5/10))...)
	case config.Triangle:
		p.Segments = polygon(x, y, r, [][2]page.Length{{0, -10}, {10, 8}, {-10, 8}})
	case config.Cross:
		p.Segments = polygon(x, y, r*9/10, [][2]page.Length{{-3, -10}, {3, -10}, {3, -3}, {10, -3}, {10, 3}, {3, 3}, {3, 10}, {-3, 10},
			{-3, 3}, {-10, 3}, {-10, -3}, {-3, -3}})
	default:
		p.Segments = disc(x, y, r*9/10)
	}
	return p
}

// polygon returns an outline about a point; its corners are in tenths of r.
func polygon(x, y, r page.Length, corners [][2]page.Length) (out []page.Segment) {
	for i, c := range corners {
		s := page.Segment{Op: page.LineTo, X: x + c[0]*r/10, Y: y + c[1]*r/10}
		if i == 0 {
			s.Op = page.MoveTo
		}
		out = append(out, s)
	}
	return append(out, page.Segment{Op: page.Close})
}

// backwards returns an outline wound the other way, which makes it a hole in one around it.
func backwards(outline []page.Segment) []page.Segment {
	n := len(outline) - 1 // without its close
	out := []page.Segment{{Op: page.MoveTo, X: outline[n-1].X, Y: outline[n-1].Y}}
	for i := n - 1; i > 0; i-- {
		s, to := outline[i], outline[i-1]
		out = append(out, page.Segment{Op: s.Op, X1: s.X2, Y1: s.Y2, X2: s.X1, Y2: s.Y1, X: to.X, Y: to.Y})
	}
	return append(out, page.Segment{Op: page.Close})
}

// lozenge returns a lozenge about a point.
func lozenge(x, y, r page.Length) []page.Segment {
	return []page.Segment{{Op: page.MoveTo, X: x, Y: y - r}, {Op: page.LineTo, X: x + r, Y: y},
		{Op: page.LineTo, X: x, Y: y + r}, {Op: page.LineTo, X: x - r, Y: y}, {Op: page.Close}}
}

// lozengeHole returns a lozenge that winds the other way, which makes it a hole in one that is around it.
func lozengeHole(x, y, r page.Length) []page.Segment {
	return []page.Segment{{Op: page.MoveTo, X: x, Y: y - r}, {Op: page.LineTo, X: x - r, Y: y},
		{Op: page.LineTo, X: x, Y: y + r}, {Op: page.LineTo, X: x + r, Y: y}, {Op: page.Close}}
}

func disc(x, y, r page.Length) []page.Segment {
	k := r * quarter / 10000
	curve := func(x1, y1, x2, y2, x3, y3 page.Length) page.Segment {
		return page.Segment{Op: page.CurveTo, X1: x + x1, Y1: y + y1, X2: x + x2, Y2: y + y2, X: x + x3, Y: y + y3}
	}
	return []page.Segment{{Op: page.MoveTo, X: x + r, Y: y}, curve(r, k, k, r, 0, r), curve(-k, r, -r, k, -r, 0),
		curve(-r, -k, -k, -r, 0, -r), curve(k, -r, r, -k, r, 0), {Op: page.Close}}
}

// pill returns a box with round ends.
func pill(x, y, w, h page.Length, ink page.Color) page.Item {
	r := h / 2
	k := r - r*quarter/10000
	curve := func(x1, y1, x2, y2, x3, y3 page.Length) page.Segment {
		return page.Segment{Op: page.CurveTo, X1: x1, Y1: y1, X2: x2, Y2: y2, X: x3, Y: y3}
	}
	return &page.Path{Fill: &ink, Segments: []page.Segment{
		{Op: page.MoveTo, X: x + r, Y: y}, {Op: page.LineTo, X: x + w - r, Y: y},
		curve(x+w-k, y, x+w, y+k, x+w, y+r), curve(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h),
		{Op: page.LineTo, X: x + r, Y: y + h},
		curve(x+k, y+h, x, y+h-k, x, y+r), curve(x, y+k, x+k, y, x+r, y), {Op: page.Close}}}
}

// rule returns a line of so much weight, its middle at y.
func rule(x, y, w, weight page.Length, ink page.Color) page.Item {
	return &page.Rule{X: x, Y: y - weight/2, W: w, H: weight, Color: ink}
}

// code is a QR code: its modules row by row, dark ones true. Side is how many there are on a side.
type code struct {
	dark []bool
	side int
}

// The least and the preferred size of a module of a printed code, and its quiet zone (ISO/IEC 18004 asks for four modules of white; readers in telephones need
// modules of 0.4 mm).
var (
	leastModule = page.TenthsOfMm(4)
	goodModule  = page.TenthsOfMm(5)
)

const quietModules = 4

// encode makes the code of an entry's address, at level M: a part in seven of it may be lost.
func encode(pattern, id string) (*code, error) {
	text := strings.ReplaceAll(pattern, "{id}", id)
	img, err := qr.Encode(text, qr.M, qr.Unicode)
	if err != nil {
		return nil, fmt.Errorf("code of %s: %w", text, err)
	}
	b := img.Bounds()
	c := &code{side: b.Dx(), dark: make([]bool, b.Dx()*b.Dy())}
	for y := range b.Dy() {
		for x := range b.Dx() {
			r, _, _, _ := img.At(b.Min.X+x, b.Min.Y+y).RGBA()
			c.dark[y*c.side+x] = r < 0x8000
		}
	}
	return c, nil
}

// path draws a code with its upper left module at x and y: one path, a box for every run of dark modules in a row. Being one
// path, it shows no seams between rows.
func (c *code) path(x, y, module page.Length) page.Item {
	ink := page.Black
	p := &page.Path{Fill: &ink}
	for row := range c.side {
		for col := 0; col < c.side; col++ {
			if !c.dark[row*c.side+col] {
				continue
			}
			from := col
			for col < c.side && c.dark[row*c.side+col] {
				col++
			}
			x0, x1 := x+page.Length(from)*module, x+page.Length(col)*module
			y0 := y + page.Length(row)*module
			p.Segments = append(p.Segments, []page.Segment{{Op: page.MoveTo, X: x0, Y: y0}, {Op: page.LineTo, X: x1, Y: y0},
				{Op: page.LineTo, X: x1, Y: y0 + module}, {Op: page.LineTo, X: x0, Y: y0 + module}, {Op: page.Close}}...)
		}
	}
	return p
}
