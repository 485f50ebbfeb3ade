// Package drawing reads SVG drawings. [Read] reads a file within limits and returns its shapes and a copy of it that is safe to hand
// on: without scripts, and without references to anything outside the file.
//
// What is read is the static part of SVG 1.1 and the same of SVG 2: shapes and paths, transforms, style sheets, gradients, clipping
// paths, markers, symbols, text, and pictures inside the file. What is not drawn is named by [Drawing.Lost]; what would lose words
// or reach outside is an [Error] with its line. Text is no shape until the caller has set it; see [Drawing.SetText].
package drawing

import (
	"fmt"
	"iter"
	"unicode/utf8"
)

// Drawing is what an SVG file shows, in pixels of CSS, 1/96 in, from its upper left corner.
type Drawing struct {
	Width, Height float64
	Sized         bool // the file says how large it is to be shown
	Marks         []Mark
	Safe          []byte // the file without what is not drawn
	Lost          []Loss
}

// Loss is something that is not drawn, at its first line.
type Loss struct {
	Line int
	What string // such as "a filter"
}

// Error is what makes a file useless, and what to do.
type Error struct {
	Line         int // 0: unknown
	What, Advice string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.What
	}
	return fmt.Sprintf("in its line %d, %s", e.Line, e.What)
}

// Mark is one of *Shape, *Raster, *Text.
type Mark interface{ ClippedBy() []*Clip }

// Shape is a path, filled and then stroked.
type Shape struct {
	Path         []Segment
	EvenOdd      bool // the rule by which it is filled
	Fill, Stroke *Paint
	Pen          Pen
	Clips        []*Clip
}

// Segment is one step of a path.
type Segment struct {
	Op     Op
	X, Y   float64 // the end point
	X1, Y1 float64 // control points of a curve
	X2, Y2 float64
}

// Op is what a segment does.
type Op uint8

// The operators.
const (
	MoveTo Op = iota
	LineTo
	CurveTo
	Close
)

// Pen is how a path is stroked.
type Pen struct {
	Width  float64
	Cap    Cap
	Join   Join
	Miter  float64 // the limit, as in PDF
	Dash   []float64
	Offset float64 // into Dash, where the path begins
}

// Cap is the form of the ends of strokes. Its values are those of PDF (ISO 32000-1, 8.4.3.3).
type Cap int

// The caps.
const (
	Butt Cap = iota
	RoundCap
	Square
)

// Join is the form of the corners of strokes. Its values are those of PDF (ISO 32000-1, 8.4.3.4).
type Join int

// The joins.
const (
	MiterJoin Join = iota
	RoundJoin
	Bevel
)

// RGB is a colour.
type RGB struct{ R, G, B uint8 }

// OnWhite returns a colour of an opacity as it looks on white paper.
func (c RGB) OnWhite(opacity float64) RGB {
	part := func(v uint8) uint8 { return uint8(255 - float64((255-float64(v))*opacity) + 0.5) }
	return RGB{part(c.R), part(c.G), part(c.B)}
}

// Paint is what a shape is filled or stroked with.
type Paint struct {
	RGB
	Opacity  float64   // 0 to 1
	Gradient *Gradient // nil: the colour
}

// Gradient is a change of colours along a line, or between two circles. Before its first stop and after its last it has their
// colours.
type Gradient struct {
	Radial         bool
	X1, Y1, X2, Y2 float64 // of the line, or the centres: that of the inner circle first
	R1, R2         float64 // of the circles
	At             Matrix  // from its plane to the drawing's
	Stops          []Stop  // at least two, in order
}

// Stop is a colour of a gradient.
type Stop struct {
	RGB
	Offset float64 // 0 to 1
}

// Clip is a path outside of which nothing is drawn.
type Clip struct {
	Path    []Segment
	EvenOdd bool
}

// Raster is a picture of pixels in a drawing, PNG or JPEG.
type Raster struct {
	Line    int
	Data    []byte
	At      Matrix // from a square with the sides 1, y downwards, to the drawing
	Opacity float64
	Clips   []*Clip

	pixels int
}

// Text is words on one line.
type Text struct {
	At     Matrix // from the start of the baseline
	Anchor Anchor
	Runs   []Run
	Length float64 // to which it is spaced out or closed up; 0: as it comes
	Clips  []*Clip

	x, y   float64 // where it starts, in its element's plane
	dx, dy float64 // the shift of the run to come
}

// Anchor is the part of a text that stands at its place.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Run is words of one font.
type Run struct {
	Words        string
	Size         float64
	Mono         bool // else in the face of the text
	Bold, Italic bool
	Spacing      float64 // more between letters
	DX, DY       float64 // from where the run before ends
	Fill, Stroke *Paint
	Pen          Pen
}

// ClippedBy returns the clips of the mark, all of which count.
func (s *Shape) ClippedBy() []*Clip { return s.Clips }

// ClippedBy returns the clips of the mark, all of which count.
func (r *Raster) ClippedBy() []*Clip { return r.Clips }

// ClippedBy returns the clips of the mark, all of which count.
func (t *Text) ClippedBy() []*Clip { return t.Clips }

// SetText makes shapes of all text. Set returns the outlines of a run that begins at the origin, y downwards, and its width.
func (d *Drawing) SetText(set func(*Run) (outlines []Segment, width float64)) {
	marks := make([]Mark, 0, len(d.Marks))
	for _, m := range d.Marks {
		t, ok := m.(*Text)
		if !ok {
			marks = append(marks, m)
			continue
		}
		marks = append(marks, t.shapes(set)...)
	}
	d.Marks = marks
}

func (t *Text) shapes(set func(*Run) ([]Segment, float64)) (marks []Mark) {
	outlines, starts, width := t.line(set)
	if letters := t.letters(); t.Length > 0 && letters > 1 {
		more := (t.Length - width) / float64(letters-1)
		for i := range t.Runs {
			t.Runs[i].Spacing += more
		}
		outlines, starts, width = t.line(set)
		width -= more // after the last letter
	}
	var x, y float64
	switch t.Anchor {
	case Middle:
		x = -width / 2
	case End:
		x = -width
	}
	for i := range t.Runs {
		r := &t.Runs[i]
		y += r.DY
		at := t.At.Times(Matrix{1, 0, 0, 1, x + starts[i], y})
		pen := r.Pen
		pen.Scale(t.At.Size())
		marks = append(marks, &Shape{Path: at.Path(outlines[i]), Fill: r.Fill, Stroke: r.Stroke, Pen: pen, Clips: t.Clips})
	}
	return marks
}

// line sets the runs one after the other.
func (t *Text) line(set func(*Run) ([]Segment, float64)) (outlines [][]Segment, starts []float64, width float64) {
	for i := range t.Runs {
		path, w := set(&t.Runs[i])
		width += t.Runs[i].DX
		outlines, starts = append(outlines, path), append(starts, width)
		width += w
	}
	return outlines, starts, width
}

// letters counts the characters of the runs.
func (t *Text) letters() (n int) {
	for i := range t.Runs {
		n += utf8.RuneCountInString(t.Runs[i].Words)
	}
	return n
}

// Letters returns the characters of all text that has not been set.
func (d *Drawing) Letters() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for _, m := range d.Marks {
			t, ok := m.(*Text)
			if !ok {
				continue
			}
			for _, r := range t.Runs {
				for _, c := range r.Words {
					if !yield(c) {
						return
					}
				}
			}
		}
	}
}

// Transparent reports whether something in the drawing lets what is under it show through.
func (d *Drawing) Transparent() bool {
	seen := func(p *Paint) bool { return p != nil && p.Opacity < 1 }
	for _, m := range d.Marks {
		switch m := m.(type) {
		case *Shape:
			if seen(m.Fill) || seen(m.Stroke) {
				return true
			}
		case *Raster:
			if m.Opacity < 1 {
				return true
			}
		}
	}
	return false
}
