package raster

import (
	"cmp"
	"errors"
	"image"
	"math"
	"slices"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/picture"
)

// flatness is how far the sides of polygons may be from a curve, in pixels.
const flatness = 0.1

// drawing draws a picture of shapes in a plane that m maps to the page's.
func (c *canvas) drawing(m page.Matrix, i *page.Image, d *drawing.Drawing) error {
	if i.W <= 0 || i.H <= 0 || d.Width <= 0 || d.Height <= 0 {
		return nil
	}
	at := c.plane(m)
	plane := drawing.Matrix{A: float64(at.xx), B: float64(at.yx), C: float64(at.xy), D: float64(at.yy), E: float64(at.dx), F: float64(at.dy)}
	s := &sketch{canvas: c, masks: map[*drawing.Clip]clip{}, outer: c.clips,
		at: plane.Times(drawing.Matrix{A: float64(i.W) / d.Width, D: float64(i.H) / d.Height, E: float64(i.X), F: float64(i.Y)})}
	defer func(outer []clip) { c.clips = outer }(c.clips)
	s.outer = append(s.outer[:len(s.outer):len(s.outer)], c.clip(m, page.Box{X: i.X, Y: i.Y, W: i.W, H: i.H}))
	for _, mark := range d.Marks {
		c.clips = s.outer
		for _, clip := range mark.ClippedBy() {
			c.clips = append(c.clips[:len(c.clips):len(c.clips)], s.mask(clip))
		}
		if s.fills.spent > maxCrossings {
			return errTooFine
		}
		switch mark := mark.(type) {
		case *drawing.Shape:
			s.shape(mark)
		case *drawing.Raster:
			if err := s.raster(mark); err != nil {
				return err
			}
		}
	}
	return nil
}

// sketch is a drawing being drawn.
type sketch struct {
	*canvas
	at    drawing.Matrix // from the drawing to pixels
	outer []clip         // those that the drawing stands in
	masks map[*drawing.Clip]clip
	fills filler
}

// mask returns the coverage of a clip.
func (s *sketch) mask(c *drawing.Clip) clip {
	if m, ok := s.masks[c]; ok {
		return m
	}
	parts, _ := drawing.Flatten(s.at.Path(c.Path), flatness)
	box := boxOf(parts).Intersect(s.box)
	mask := image.NewAlpha(box)
	if !box.Empty() {
		s.fills.cover(mask.Pix, box, parts, c.EvenOdd)
	}
	s.masks[c] = clip{mask}
	return clip{mask}
}

func (s *sketch) shape(shape *drawing.Shape) {
	path := s.at.Path(shape.Path)
	if shape.Fill != nil {
		parts, _ := drawing.Flatten(path, flatness)
		s.paint(parts, shape.EvenOdd, shape.Fill)
	}
	if shape.Stroke != nil {
		pen := shape.Pen
		pen.Scale(s.at.Size())
		s.paint(pen.Outline(path, flatness), false, shape.Stroke)
	}
}

// paint fills polygons.
func (s *sketch) paint(parts [][]drawing.Point, evenOdd bool, paint *drawing.Paint) {
	box := boxOf(parts).Intersect(s.img.Bounds())
	for _, clip := range s.clips {
		box = box.Intersect(clip.Rect)
	}
	if box.Empty() {
		return
	}
	w := box.Dx()
	if n := w * box.Dy(); n > cap(s.canvas.mask) {
		s.canvas.mask = make([]uint8, n)
	}
	shares := s.canvas.mask[:w*box.Dy()]
	s.fills.cover(shares, box, parts, evenOdd)
	if opacity := uint8(math.Round(paint.Opacity * 255)); opacity < 255 {
		for i, v := range shares {
			shares[i] = mix(0, v, opacity)
		}
	}
	for y := range box.Dy() {
		row := shares[y*w : (y+1)*w]
		if paint.Gradient == nil {
			s.blend(row, box.Min.X, box.Min.Y+y, paint.R, paint.G, paint.B)
			continue
		}
		s.blendGradient(row, box.Min.X, box.Min.Y+y, paint.Gradient)
	}
}

// blendGradient paints a gradient over a row of pixels.
func (s *sketch) blendGradient(shares []uint8, x, y int, g *drawing.Gradient) {
	back, ok := s.at.Times(g.At).Inverse()
	if !ok {
		return
	}
	for i := range shares {
		if shares[i] == 0 {
			continue
		}
		px, py := back.Point(float64(x+i)+0.5, float64(y)+0.5)
		c := g.Colour(g.Place(px, py))
		s.blend(shares[i:i+1], x+i, y, c.R, c.G, c.B)
	}
}

// raster draws a picture of pixels.
func (s *sketch) raster(r *drawing.Raster) error {
	return picture.Use(r.Data, func(src image.Image) error {
		b := src.Bounds()
		m := s.at.Times(r.At).Times(drawing.Matrix{A: 1 / float64(b.Dx()), D: 1 / float64(b.Dy())}).
			Times(drawing.Matrix{A: 1, D: 1, E: -float64(b.Min.X), F: -float64(b.Min.Y)})
		mask := s.clipMask()
		if r.Opacity < 1 {
			for i, v := range mask.Pix {
				mask.Pix[i] = uint8(math.Round(float64(v) * r.Opacity))
			}
		}
		draw.CatmullRom.Transform(s.img, f64.Aff3{m.A, m.C, m.E, m.B, m.D, m.F}, src, b, draw.Over, &draw.Options{DstMask: mask})
		return nil
	})
}

// colourless reports whether a drawing can be drawn in grey.
func colourless(d *drawing.Drawing) bool {
	plain := func(p *drawing.Paint) bool {
		if p == nil {
			return true
		}
		if p.Gradient != nil {
			for _, s := range p.Gradient.Stops {
				if s.R != s.G || s.G != s.B {
					return false
				}
			}
		}
		return p.R == p.G && p.G == p.B
	}
	for _, m := range d.Marks {
		switch m := m.(type) {
		case *drawing.Shape:
			if !plain(m.Fill) || !plain(m.Stroke) {
				return false
			}
		case *drawing.Raster:
			return false
		}
	}
	return true
}

// boxOf returns the box of pixels that polygons may touch.
func boxOf(parts [][]drawing.Point) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, part := range parts {
		for _, p := range part {
			x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
		}
	}
	if !(x0 <= x1) {
		return image.Rectangle{}
	}
	const far = 1 << 20
	clamp := func(v float64) int { return int(min(max(v, -far), far)) }
	return image.Rect(clamp(math.Floor(x0)), clamp(math.Floor(y0)), clamp(math.Ceil(x1)), clamp(math.Ceil(y1)))
}

// filler finds the pixels inside polygons. Unlike the rasterizer for glyphs it knows the even-odd rule.
type filler struct {
	edges  []edge
	active []edge
	cross  []crossing
	row    []float32
	spent  int // crossings so far
}

// edge is a side of a polygon, from its upper end.
type edge struct {
	x, y, bottom, slope float64
	turn                int // 1 for a side that goes down, -1 for one that goes up
}

type crossing struct {
	x    float64
	turn int
}

// lines is how many lines of a row of pixels are looked at.
const lines = 5

// maxCrossings limits the sides that lines cross in a drawing: a few seconds of work.
const maxCrossings = 200_000_000

var errTooFine = errors.New("it has too many lines to be drawn in pixels")

// cover computes the coverage of each pixel of a box by polygons.
func (f *filler) cover(shares []uint8, box image.Rectangle, parts [][]drawing.Point, evenOdd bool) {
	f.edges = f.edges[:0]
	for _, part := range parts {
		for i, a := range part {
			b := part[(i+1)%len(part)]
			turn := 1
			if a.Y > b.Y {
				a, b, turn = b, a, -1
			}
			if a.Y < b.Y && b.Y > float64(box.Min.Y) && a.Y < float64(box.Max.Y) {
				f.edges = append(f.edges, edge{a.X, a.Y, b.Y, (b.X - a.X) / (b.Y - a.Y), turn})
			}
		}
	}
	slices.SortFunc(f.edges, func(a, b edge) int { return cmp.Compare(a.y, b.y) })
	w := box.Dx()
	f.row = append(f.row[:0], make([]float32, w)...)
	f.active = f.active[:0]
	next := 0
	for y := range box.Dy() {
		clear(f.row)
		for k := range lines {
			at := float64(box.Min.Y+y) + (float64(k)+0.5)/lines
			for next < len(f.edges) && f.edges[next].y <= at {
				f.active = append(f.active, f.edges[next])
				next++
			}
			f.active = slices.DeleteFunc(f.active, func(e edge) bool { return e.bottom <= at })
			if f.spent += len(f.active); f.spent <= maxCrossings {
				f.line(at, float64(box.Min.X), evenOdd)
			}
		}
		for x, v := range f.row {
			shares[y*w+x] = uint8(min(v*255/lines+0.5, 255))
		}
	}
}

// line adds the coverage of one line.
func (f *filler) line(at, left float64, evenOdd bool) {
	f.cross = f.cross[:0]
	for _, e := range f.active {
		f.cross = append(f.cross, crossing{e.x + float64((at-e.y)*e.slope) - left, e.turn})
	}
	slices.SortFunc(f.cross, func(a, b crossing) int { return cmp.Compare(a.x, b.x) })
	winding := 0
	for i, c := range f.cross {
		if winding != 0 && (!evenOdd || winding&1 != 0) {
			f.span(f.cross[i-1].x, c.x)
		}
		winding += c.turn
	}
}

// span adds a stretch of a line.
func (f *filler) span(from, to float64) {
	from, to = max(from, 0), min(to, float64(len(f.row)))
	if from >= to {
		return
	}
	first, last := int(from), int(to)
	if first == last {
		f.row[first] += float32(to - from)
		return
	}
	f.row[first] += float32(float64(first+1) - from)
	for x := first + 1; x < last; x++ {
		f.row[x]++
	}
	if last < len(f.row) {
		f.row[last] += float32(to - float64(last))
	}
}
