package pdf

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"

	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/page"
)

// xobject is a picture as a file holds it: samples, or a form with shapes.
type xobject interface {
	// add adds the picture to a file and returns its object number. rgb is the colour space of RGB.
	add(f *file, rgb string) int
	// transparent reports whether something under the picture shows through it.
	transparent() bool
}

func (s *samples) transparent() bool { return s.mask != nil }

// form is a drawing as a form (ISO 32000-1, 8.10) that fills a square with the sides 1, as samples do.
type form struct {
	width, height float64
	stream        []byte
	alphas        []alpha
	gradients     []*drawing.Gradient
	pictures      []*samples
	profile       *Profile
}

// alpha is the opacity of fills and strokes.
type alpha struct{ fill, stroke float64 }

func (f *form) transparent() bool {
	return len(f.alphas) > 0 || slices.ContainsFunc(f.pictures, (*samples).transparent)
}

func (f *form) add(out *file, rgb string) int {
	var b bytes.Buffer
	fmt.Fprintf(&b, "/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Matrix[%s 0 0 %s 0 1]/Resources<</ProcSet[/PDF/ImageB/ImageC/ImageI]",
		number(f.width), number(f.height), fine9(1/f.width), fine9(-1/f.height))
	if len(f.alphas) > 0 {
		b.WriteString("/ExtGState<<")
		for i, a := range f.alphas {
			fmt.Fprintf(&b, "/A%d<</ca %s/CA %s>>", i, number(a.fill), number(a.stroke))
		}
		b.WriteString(">>")
	}
	if !f.profile.inks && rgb != deviceRGB {
		b.WriteString("/ColorSpace<<" + rgbSpace + rgb + ">>")
	}
	if len(f.gradients) > 0 {
		b.WriteString("/Pattern<<")
		for i, g := range f.gradients {
			fmt.Fprintf(&b, "/P%d %d 0 R", i, out.add(f.pattern(g, rgb)))
		}
		b.WriteString(">>")
	}
	if len(f.pictures) > 0 {
		b.WriteString("/XObject<<")
		for i, s := range f.pictures {
			fmt.Fprintf(&b, "/X%d %d 0 R", i, s.add(out, rgb))
		}
		b.WriteString(">>")
	}
	b.WriteString(">>/Filter/FlateDecode")
	return out.addStream(b.String(), f.stream)
}

// rgbSpace is the name of the colour space of RGB in a form, where it is not that of the device.
const rgbSpace = "/SRGB"

// pattern returns a gradient as a pattern (ISO 32000-1, 8.7.4).
func (f *form) pattern(g *drawing.Gradient, rgb string) string {
	space, kind := rgb, 2
	coords := []float64{g.X1, g.Y1, g.X2, g.Y2}
	if f.profile.inks {
		space = deviceCMYK
	}
	if g.Radial {
		kind, coords = 3, []float64{g.X1, g.Y1, g.R1, g.X2, g.Y2, g.R2}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "<</Type/Pattern/PatternType 2/Matrix[%s]/Shading<</ShadingType %d/ColorSpace%s/Coords[%s]/Extend[true true]/Function%s>>>>",
		fineList(g.At.A, g.At.B, g.At.C, g.At.D, g.At.E, g.At.F), kind, space, fineList(coords...), f.function(g))
	return b.String()
}

// function returns the colours of a gradient as a function from 0 to 1 (ISO 32000-1, 7.10.4).
func (f *form) function(g *drawing.Gradient) string {
	stops := slices.Clone(g.Stops)
	if stops[0].Offset > 0 {
		stops = slices.Insert(stops, 0, drawing.Stop{RGB: stops[0].RGB})
	}
	if last := stops[len(stops)-1]; last.Offset < 1 {
		stops = append(stops, drawing.Stop{RGB: last.RGB, Offset: 1})
	}
	var parts, bounds, encode string
	at := 0.0
	for i := 1; i < len(stops); i++ {
		parts += "<</FunctionType 2/Domain[0 1]/N 1/C0[" + f.parts(stops[i-1].RGB) + "]/C1[" + f.parts(stops[i].RGB) + "]>>"
		encode += "0 1 "
		if i < len(stops)-1 {
			at = max(stops[i].Offset, at+1e-5) // bounds grow
			bounds += fine9(at) + " "
		}
	}
	return "<</FunctionType 3/Domain[0 1]/Functions[" + parts + "]/Bounds[" + bounds + "]/Encode[" + encode + "]>>"
}

// parts returns the parts of a colour in the space of gradients.
func (f *form) parts(c drawing.RGB) string {
	list := []uint8{c.R, c.G, c.B}
	if f.profile.inks {
		cyan, magenta, yellow, key := inks(c.R, c.G, c.B)
		list = []uint8{cyan, magenta, yellow, key}
	}
	var b []byte
	for _, v := range list {
		b = append(appendNumber(b, float64(v)/255, 4), ' ')
	}
	return string(b)
}

func appendNumber(b []byte, v float64, decimals int) []byte {
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	if bytes.IndexByte(b[from:], '.') >= 0 {
		b = bytes.TrimRight(b, "0")
		b = bytes.TrimSuffix(b, []byte("."))
	}
	if string(b[from:]) == "-0" {
		return append(b[:from], '0')
	}
	return b
}

func number(v float64) string { return string(appendNumber(nil, v, 3)) }
func fine9(v float64) string  { return string(appendNumber(nil, v, 9)) }

func fineList(list ...float64) string {
	var b []byte
	for _, v := range list {
		b = append(appendNumber(b, v, 6), ' ')
	}
	return string(b)
}

// formWriter writes the content of a form.
type formWriter struct {
	*form
	b     []byte
	now   pen
	clips []*drawing.Clip
	outer pen           // before the clips were set
	drawn map[*byte]int // the number of each picture by its first byte: one that is used again is embedded once
}

// pen is the state of graphics that shapes are painted with, as the operators that set it.
type pen struct{ fill, stroke, width, caps, join, miter, dash, alpha string }

// encodeDrawing encodes a drawing for a profile. Where nothing may be transparent, what is has the colour that it has on white.
func encodeDrawing(d *drawing.Drawing, profile *Profile) (*form, error) {
	w := &formWriter{form: &form{width: d.Width, height: d.Height, profile: profile}, drawn: map[*byte]int{}}
	for _, m := range d.Marks {
		w.clip(m.ClippedBy())
		switch m := m.(type) {
		case *drawing.Shape:
			w.shape(m)
		case *drawing.Raster:
			if err := w.raster(m); err != nil {
				return nil, err
			}
		}
	}
	w.clip(nil)
	var err error
	w.stream, err = quick.compress(func(z io.Writer) error {
		_, err := z.Write(w.b)
		return err
	})
	return w.form, err
}

// clip sets the clips of what follows.
func (w *formWriter) clip(clips []*drawing.Clip) {
	if slices.Equal(clips, w.clips) {
		return
	}
	if len(w.clips) > 0 {
		w.b = append(w.b, "Q\n"...)
		w.now = w.outer
	}
	if w.clips = clips; len(clips) == 0 {
		return
	}
	w.outer = w.now
	w.b = append(w.b, "q\n"...)
	for _, c := range clips {
		w.path(c.Path)
		if len(c.Path) == 0 {
			w.b = append(w.b, "0 0 0 0 re\n"...)
		}
		w.b = append(w.b, map[bool]string{false: "W n\n", true: "W* n\n"}[c.EvenOdd]...)
	}
}

// set writes an operator unless it has been written.
func (w *formWriter) set(now *string, operator string) {
	if *now != operator {
		*now = operator
		w.b = append(append(w.b, operator...), '\n')
	}
}

func (w *formWriter) shape(s *drawing.Shape) {
	if len(s.Path) == 0 {
		return
	}
	fill, stroke := s.Fill, s.Stroke
	if w.profile.flat {
		fill, stroke = onPaper(fill), onPaper(stroke)
	}
	a := alpha{1, 1}
	if fill != nil {
		a.fill = fill.Opacity
		w.set(&w.now.fill, w.colour(fill, "g", "k", "rg", "cs", "scn"))
	}
	if stroke != nil {
		a.stroke = stroke.Opacity
		w.set(&w.now.stroke, w.colour(stroke, "G", "K", "RG", "CS", "SCN"))
		w.pen(&s.Pen)
	}
	w.opacity(a)
	w.path(s.Path)
	operator := ""
	switch {
	case fill != nil && stroke != nil:
		operator = "B"
	case fill != nil:
		operator = "f"
	default:
		operator = "S"
	}
	if s.EvenOdd && fill != nil {
		operator += "*"
	}
	w.b = append(append(w.b, operator...), '\n')
}

// opacity sets the opacity of what follows. While all before it is opaque, nothing needs to be said of what is opaque too.
func (w *formWriter) opacity(a alpha) {
	if len(w.alphas) == 0 && a == (alpha{1, 1}) {
		return
	}
	i := slices.Index(w.alphas, a)
	if i < 0 {
		i = len(w.alphas)
		w.alphas = append(w.alphas, a)
	}
	w.set(&w.now.alpha, "/A"+strconv.Itoa(i)+" gs")
}

// onPaper returns a paint as it looks on white.
func onPaper(p *drawing.Paint) *drawing.Paint {
	if p == nil || p.Opacity >= 1 {
		return p
	}
	out := *p
	out.RGB, out.Opacity = p.OnWhite(p.Opacity), 1
	if p.Gradient != nil {
		g := *p.Gradient
		g.Stops = slices.Clone(g.Stops)
		for i := range g.Stops {
			g.Stops[i].RGB = g.Stops[i].OnWhite(p.Opacity)
		}
		out.Gradient = &g
	}
	return &out
}

// colour returns the operators for a paint, given those for grey, CMYK and RGB, and for a colour space and a colour of it. What is
// grey is grey in every profile, so that it prints in black ink alone.
func (w *formWriter) colour(p *drawing.Paint, grey, cmyk, rgb, space, paint string) string {
	if p.Gradient != nil {
		w.gradients = append(w.gradients, p.Gradient)
		return "/Pattern " + space + " /P" + strconv.Itoa(len(w.gradients)-1) + " " + paint
	}
	var b []byte
	part := func(v uint8) { b = append(appendNumber(b, float64(v)/255, 4), ' ') }
	switch {
	case p.R == p.G && p.G == p.B:
		part(p.R)
		return string(b) + grey
	case w.profile.inks:
		c, m, y, k := inks(p.R, p.G, p.B)
		part(c)
		part(m)
		part(y)
		part(k)
		return string(b) + cmyk
	}
	part(p.R)
	part(p.G)
	part(p.B)
	if w.profile.condition.RGB != nil {
		return rgbSpace + " " + space + " " + string(b) + paint
	}
	return string(b) + rgb
}

func (w *formWriter) pen(p *drawing.Pen) {
	w.set(&w.now.width, number(p.Width)+" w")
	w.set(&w.now.caps, strconv.Itoa(int(p.Cap))+" J")
	w.set(&w.now.join, strconv.Itoa(int(p.Join))+" j")
	if p.Join == drawing.MiterJoin {
		w.set(&w.now.miter, number(p.Miter)+" M")
	}
	var dash []byte
	for _, d := range p.Dash {
		dash = append(appendNumber(dash, d, 3), ' ')
	}
	if string(bytes.Trim(dash, "0 ")) == "" {
		dash = nil // too short to be seen, or none
	}
	w.set(&w.now.dash, "["+string(dash)+"] "+number(p.Offset)+" d")
}

func (w *formWriter) path(path []drawing.Segment) {
	at := func(x, y float64) {
		w.b = append(appendNumber(w.b, x, 3), ' ')
		w.b = append(appendNumber(w.b, y, 3), ' ')
	}
	for _, s := range path {
		switch s.Op {
		case drawing.MoveTo:
			at(s.X, s.Y)
			w.b = append(w.b, "m\n"...)
		case drawing.LineTo:
			at(s.X, s.Y)
			w.b = append(w.b, "l\n"...)
		case drawing.CurveTo:
			at(s.X1, s.Y1)
			at(s.X2, s.Y2)
			at(s.X, s.Y)
			w.b = append(w.b, "c\n"...)
		case drawing.Close:
			w.b = append(w.b, "h\n"...)
		}
	}
}

// picture returns the number of a picture of pixels, which it encodes at its first use.
func (w *formWriter) picture(data []byte) (int, error) {
	if i, ok := w.drawn[&data[0]]; ok {
		return i, nil
	}
	format := "png"
	if bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
		format = "jpeg"
	}
	s, err := encodePicture(&page.Picture{Format: format, Data: data}, w.profile)
	if err != nil {
		return 0, err
	}
	i := len(w.pictures)
	w.pictures, w.drawn[&data[0]] = append(w.pictures, s), i
	return i, nil
}

// raster writes a picture of pixels.
func (w *formWriter) raster(r *drawing.Raster) error {
	i, err := w.picture(r.Data)
	if err != nil {
		return err
	}
	opacity := r.Opacity
	if w.profile.flat {
		opacity = 1
	}
	w.opacity(alpha{opacity, opacity})
	m := r.At.Times(drawing.Matrix{A: 1, D: -1, F: 1})
	w.b = append(w.b, "q "+fineList(m.A, m.B, m.C, m.D, m.E, m.F)+"cm /X"+strconv.Itoa(i)+" Do Q\n"...)
	return nil
}

// encode encodes a picture for a profile.
func encode(p *page.Picture, profile *Profile) (xobject, error) {
	if p.Drawing != nil {
		return encodeDrawing(p.Drawing, profile)
	}
	return encodePicture(p, profile)
}
