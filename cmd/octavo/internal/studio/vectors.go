package studio

import (
	"net/http"

	"octavo/cmd/octavo/internal/drawing"
)

// vectors is a drawing as the browser draws it, in the drawing's own plane.
type vectors struct {
	Width  float64  `json:"width"`
	Height float64  `json:"height"`
	Clips  []region `json:"clips,omitempty"`
	Marks  []mark   `json:"marks"`
}

// region is what a mark is clipped to.
type region struct {
	Path    string `json:"p"`
	EvenOdd bool   `json:"e,omitempty"`
}

// mark is a shape, or a picture of pixels.
type mark struct {
	Clips   []int     `json:"b,omitempty"` // which of the drawing's clips hold for it
	Path    string    `json:"p,omitempty"`
	EvenOdd bool      `json:"e,omitempty"`
	Fill    *paint    `json:"c,omitempty"`
	Stroke  *paint    `json:"k,omitempty"`
	Pen     *pen      `json:"w,omitempty"`
	Part    *int      `json:"x,omitempty"` // the number of a picture
	Matrix  []float64 `json:"m,omitempty"` // of a picture: from a square with the sides 1 to the drawing
	Opacity float64   `json:"o,omitempty"` // of a picture
}

// paint is a colour, or a gradient.
type paint struct {
	Color    string    `json:"c"`
	Opacity  float64   `json:"o"`
	Gradient []float64 `json:"g,omitempty"` // x1, y1, x2, y2 of its line; of circles x1, y1, r1, x2, y2, r2
	Matrix   []float64 `json:"m,omitempty"` // from the gradient's plane to the drawing's
	Stops    []stop    `json:"s,omitempty"`
}

// stop is a colour of a gradient, at a place from 0 to 1.
type stop struct {
	At    float64 `json:"a"`
	Color string  `json:"c"`
}

// pen is how a shape is stroked.
type pen struct {
	Width  float64   `json:"w"`
	Cap    string    `json:"c"` // as a canvas names it
	Join   string    `json:"j"`
	Miter  float64   `json:"m"`
	Dash   []float64 `json:"d,omitempty"`
	Offset float64   `json:"o,omitempty"`
}

// vectorsOf returns a drawing whose text has been set.
func vectorsOf(d *drawing.Drawing) vectors {
	out := vectors{Width: d.Width, Height: d.Height, Marks: make([]mark, 0, len(d.Marks))}
	numbers := map[*drawing.Clip]int{}
	parts := 0
	for _, m := range d.Marks {
		var to mark
		for _, c := range m.ClippedBy() {
			n, ok := numbers[c]
			if !ok {
				n = len(out.Clips)
				numbers[c] = n
				out.Clips = append(out.Clips, region{Path: drawnPath(c.Path), EvenOdd: c.EvenOdd})
			}
			to.Clips = append(to.Clips, n)
		}
		switch m := m.(type) {
		case *drawing.Shape:
			to.Path, to.EvenOdd, to.Fill, to.Stroke = drawnPath(m.Path), m.EvenOdd, paintOf(m.Fill), paintOf(m.Stroke)
			if m.Stroke != nil {
				to.Pen = penOf(m.Pen)
			}
		case *drawing.Raster:
			n := parts
			to.Part, to.Matrix, to.Opacity = &n, plane(m.At), m.Opacity
			parts++
		case *drawing.Text: // has been set, as shapes
			continue
		}
		out.Marks = append(out.Marks, to)
	}
	return out
}

func paintOf(p *drawing.Paint) *paint {
	if p == nil {
		return nil
	}
	out := &paint{Color: colour(p.R, p.G, p.B), Opacity: p.Opacity}
	g := p.Gradient
	if g == nil {
		return out
	}
	out.Gradient, out.Matrix = []float64{g.X1, g.Y1, g.X2, g.Y2}, plane(g.At)
	if g.Radial {
		out.Gradient = []float64{g.X1, g.Y1, g.R1, g.X2, g.Y2, g.R2}
	}
	for _, s := range g.Stops {
		out.Stops = append(out.Stops, stop{At: s.Offset, Color: colour(s.R, s.G, s.B)})
	}
	return out
}

// The names of caps and joins of a canvas, by their values.
var (
	capNames  = [...]string{drawing.Butt: "butt", drawing.RoundCap: "round", drawing.Square: "square"}
	joinNames = [...]string{drawing.MiterJoin: "miter", drawing.RoundJoin: "round", drawing.Bevel: "bevel"}
)

func penOf(p drawing.Pen) *pen {
	return &pen{Width: p.Width, Cap: capNames[p.Cap], Join: joinNames[p.Join], Miter: p.Miter, Dash: p.Dash, Offset: p.Offset}
}

func plane(m drawing.Matrix) []float64 { return []float64{m.A, m.B, m.C, m.D, m.E, m.F} }

// drawnPath returns the data of a path of a drawing.
func drawnPath(s []drawing.Segment) string {
	b := make([]byte, 0, 16*len(s))
	for _, s := range s {
		switch s.Op {
		case drawing.MoveTo:
			b = pathStep(b, 'M', thousandths(s.X), thousandths(s.Y))
		case drawing.LineTo:
			b = pathStep(b, 'L', thousandths(s.X), thousandths(s.Y))
		case drawing.CurveTo:
			b = pathStep(b, 'C', thousandths(s.X1), thousandths(s.Y1), thousandths(s.X2), thousandths(s.Y2), thousandths(s.X), thousandths(s.Y))
		case drawing.Close:
			b = append(b, 'Z')
		}
	}
	return string(b)
}

// serveDrawing answers a drawing by its key.
func (s *Studio) serveDrawing(w http.ResponseWriter, r *http.Request) {
	pic := s.glyphs.pictures.get(r.PathValue("key"))
	if pic == nil || pic.Drawing == nil {
		refuse(w, http.StatusNotFound, problem{Message: "No page shows this drawing any more"})
		return
	}
	keepForever(w)
	answer(w, vectorsOf(pic.Drawing))
}
