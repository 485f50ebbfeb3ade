package studio

import (
	"fmt"
	"math"
	"strconv"

	"octavo/cmd/octavo/internal/page"
)

// sheet is the ink of a page, in points, as the browser draws it. Items are drawn in their order.
type sheet struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Bleed  float64 `json:"bleed,omitempty"`
	Turned bool    `json:"turned,omitempty"`
	Items  []ink   `json:"items"`
}

// ink is one item of a sheet: text, a path, a picture, a drawing, or a group of them.
type ink struct {
	Font    int       `json:"f,omitempty"` // of text: what glyphs are asked for by
	Size    float64   `json:"s,omitempty"` // of text: points a font unit
	At      []float64 `json:"a,omitempty"` // of text: the left end of the baseline; of a picture or a drawing: its box
	Glyphs  []int     `json:"g,omitempty"` // of text: glyph, x, glyph, x, …; each x from the one before, in thousandths of a point
	Rise    []int     `json:"y,omitempty"` // of text: how far each glyph stands above the baseline, likewise; none: all stand on it
	Path    string    `json:"p,omitempty"` // as in SVG
	Fill    string    `json:"c,omitempty"` // a CSS colour; of text: "" for black
	Stroke  string    `json:"k,omitempty"`
	Width   float64   `json:"w,omitempty"` // of the stroke
	Dash    float64   `json:"d,omitempty"` // of the stroke
	Picture string    `json:"x,omitempty"` // the key of a picture
	Pixels  int       `json:"n,omitempty"` // its width
	Drawing string    `json:"v,omitempty"` // the key of a drawing
	Matrix  []float64 `json:"m,omitempty"` // of a group
	Clip    []float64 `json:"b,omitempty"` // of a group: its box
	Items   []ink     `json:"i,omitempty"` // of a group
}

// sheet returns the ink of a page.
func (g *glyphs) sheet(p *page.Page) sheet {
	return sheet{Width: points(p.Width), Height: points(p.Height), Bleed: points(p.Bleed), Turned: p.Turned, Items: g.items(p.Items)}
}

func (g *glyphs) items(items []page.Item) []ink {
	out := make([]ink, 0, len(items))
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			out = append(out, g.text(it))
		case *page.Rule:
			out = append(out, ink{Path: fmt.Sprintf("M%g %gh%gv%gh%gz", points(it.X), points(it.Y), points(it.W), points(it.H), -points(it.W)), Fill: css(it.Color)})
		case *page.Path:
			out = append(out, path(it))
		case *page.Image:
			if it.W > 0 && it.H > 0 {
				out = append(out, g.pictures.ink(it))
			}
		case *page.Group:
			m := it.Matrix()
			group := ink{Matrix: []float64{unit(m.A), unit(m.B), unit(m.C), unit(m.D), points(m.X), points(m.Y)}, Items: g.items(it.Items)}
			if c := it.Clip; c != nil {
				group.Clip = []float64{points(c.X), points(c.Y), points(c.W), points(c.H)}
			}
			out = append(out, group)
		case *page.Link, *page.Anchor, *page.Slot: // no ink: what fills a slot differs by copy
		}
	}
	return out
}

func (g *glyphs) text(t *page.Text) ink {
	out := ink{Font: g.number(t.Font), Size: t.Size.Points() / float64(t.Font.Upem), At: []float64{points(t.X), points(t.Y)},
		Glyphs: make([]int, 0, 2*len(t.Glyphs))}
	if t.Color != page.Black {
		out.Fill = css(t.Color)
	}
	var pen page.Length
	last, raised := 0, false
	for _, gl := range t.Glyphs {
		x := milli(pen + page.Length(gl.DX))
		out.Glyphs = append(out.Glyphs, int(gl.ID), x-last)
		last = x
		raised = raised || gl.DY != 0
		pen += page.Length(gl.Advance)
	}
	if raised {
		for _, gl := range t.Glyphs {
			out.Rise = append(out.Rise, milli(page.Length(gl.DY)))
		}
	}
	return out
}

func path(p *page.Path) ink {
	out := ink{Path: segments(p.Segments, points)}
	if p.Fill != nil {
		out.Fill = css(*p.Fill)
	}
	if p.Stroke != nil {
		out.Stroke, out.Width, out.Dash = css(*p.Stroke), points(p.Width), points(p.Dash)
	}
	return out
}

// segments returns the data of a path.
func segments(s []page.Segment, n func(page.Length) float64) string {
	b := make([]byte, 0, 16*len(s))
	for _, s := range s {
		switch s.Op {
		case page.MoveTo:
			b = pathStep(b, 'M', n(s.X), n(s.Y))
		case page.LineTo:
			b = pathStep(b, 'L', n(s.X), n(s.Y))
		case page.CurveTo:
			b = pathStep(b, 'C', n(s.X1), n(s.Y1), n(s.X2), n(s.Y2), n(s.X), n(s.Y))
		case page.Close:
			b = append(b, 'Z')
		}
	}
	return string(b)
}

// pathStep adds a step of a path to its data.
func pathStep(b []byte, op byte, numbers ...float64) []byte {
	for i, v := range numbers {
		if i == 0 {
			b = append(b, op)
		} else {
			b = append(b, ' ')
		}
		b = strconv.AppendFloat(b, v, 'f', -1, 64)
	}
	return b
}

func milli(l page.Length) int      { return int(math.Round(l.Points() * 1000)) }
func points(l page.Length) float64 { return thousandths(l.Points()) }
func unit(v int64) float64         { return math.Round(float64(v)/page.Unity*1e6) / 1e6 }

func thousandths(v float64) float64 { return math.Round(v*1000) / 1000 }

// css returns ink as a CSS colour.
func css(c page.Color) string { return colour(c.RGB()) }

func colour(r, g, b uint8) string { return fmt.Sprintf("#%02x%02x%02x", r, g, b) }
