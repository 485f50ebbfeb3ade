package drawing

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"net/url"
	"slices"
	"strings"
)

// dataURI returns what an address holds itself (RFC 2397), and its type.
func dataURI(address string) (kind string, data []byte, err error) {
	head, body, ok := strings.Cut(strings.TrimPrefix(address, "data:"), ",")
	if !ok {
		return "", nil, errors.New("no data")
	}
	kind, _, _ = strings.Cut(head, ";")
	if !strings.HasSuffix(head, ";base64") {
		text, err := url.PathUnescape(body)
		return kind, []byte(text), err
	}
	body = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\r' || r == '\t' {
			return -1
		}
		return r
	}, body)
	data, err = base64.StdEncoding.DecodeString(body)
	if err != nil {
		data, err = base64.RawStdEncoding.DecodeString(body)
	}
	return kind, data, err
}

// embedded is a picture that is in the file itself, read once however often it is used.
type embedded struct {
	data    []byte // of a PNG or JPEG
	size    image.Point
	drawing *Drawing // nil for a picture of pixels
}

// embedded reads the picture that an element holds in its address.
func (r *reader) embedded(n *node, href string) (*embedded, error) {
	if e := r.held[n]; e != nil {
		return e, nil
	}
	if !strings.HasPrefix(href, "data:") {
		return nil, &Error{n.line, fmt.Sprintf("a picture stands in another file (%.60s)", href), "embed the pictures in the drawing when you export it"}
	}
	kind, data, err := dataURI(href)
	if err != nil {
		return nil, &Error{n.line, "a picture in the drawing is broken: " + err.Error(), "export the drawing again"}
	}
	e := &embedded{}
	if kind == "image/svg+xml" {
		if e.drawing, err = r.within(n, data); err != nil {
			return nil, err
		}
	} else {
		config, err := rasterSize(data)
		if err != nil {
			return nil, &Error{n.line, "a picture in the drawing is no PNG or JPEG", "put it in as PNG, and export the drawing again"}
		}
		e.data, e.size = data, image.Pt(config.Width, config.Height)
	}
	r.held[n] = e
	return e, nil
}

// image draws a picture that is in the file itself.
func (r *reader) image(n *node, c context) error {
	href := n.attr("href")
	if href == "" || c.hidden {
		return nil
	}
	e, err := r.embedded(n, href)
	if err != nil {
		return err
	}
	x, _ := length(n.attr("x"), c.width, c.size)
	y, _ := length(n.attr("y"), c.height, c.size)
	w, okW := length(n.attr("width"), c.width, c.size)
	h, okH := length(n.attr("height"), c.height, c.size)
	if e.drawing != nil {
		return r.inner(n, c, e.drawing, [4]float64{x, y, w, h}, okW && okH)
	}
	pw, ph := float64(e.size.X), float64(e.size.Y)
	switch {
	case !okW && !okH:
		w, h = pw, ph
	case !okW:
		w = h * pw / ph
	case !okH:
		h = w * ph / pw
	}
	if w <= 0 || h <= 0 {
		return nil
	}
	m := viewport([4]float64{0, 0, pw, ph}, x, y, w, h, n.attr("preserveAspectRatio"))
	if strings.Contains(n.attr("preserveAspectRatio"), "slice") {
		c.clips = append(slices.Clip(c.clips), &Clip{Path: c.at.Path(rectangle(x, y, w, h, 0, 0))})
	}
	return r.add(n, &Raster{Line: n.line, Data: e.data, At: c.at.Times(m).Times(Matrix{A: pw, D: ph}), Opacity: c.opacity, Clips: c.clips,
		pixels: e.size.X * e.size.Y})
}

// rasterSize returns the size of a PNG or JPEG.
func rasterSize(data []byte) (image.Config, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		config, err = jpeg.DecodeConfig(bytes.NewReader(data))
	}
	if err == nil && (config.Width <= 0 || config.Height <= 0) {
		err = errors.New("no pixels")
	}
	return config, err
}

// maxInner limits how deep drawings stand in each other.
const maxInner = 3

// within reads a drawing that is in the file itself, and puts its safe copy in its place.
func (r *reader) within(n *node, data []byte) (*Drawing, error) {
	if r.depth == maxInner {
		return nil, &Error{n.line, "drawings stand in each other too deep", "export it again with its parts in one drawing"}
	}
	d, err := read(data, r.depth+1)
	if err != nil {
		var e *Error
		if errors.As(err, &e) {
			return nil, &Error{n.line, "in a drawing within the drawing, " + e.What, e.Advice}
		}
		return nil, err
	}
	for _, l := range d.Lost {
		r.lose(n, l.What)
	}
	n.attrs["href"] = "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(d.Safe)
	return d, nil
}

// inner draws a drawing that is in the file itself, in a box of x, y, width and height.
func (r *reader) inner(n *node, c context, d *Drawing, box [4]float64, sized bool) error {
	if !sized {
		box[2], box[3] = d.Width, d.Height
	}
	if box[2] <= 0 || box[3] <= 0 {
		return nil
	}
	m := c.at.Times(viewport([4]float64{0, 0, d.Width, d.Height}, box[0], box[1], box[2], box[3], n.attr("preserveAspectRatio")))
	frame := &Clip{Path: c.at.Path(rectangle(box[0], box[1], box[2], box[3], 0, 0))}
	moved := map[*Clip]*Clip{}
	for _, mark := range d.Marks {
		clips := append(slices.Clip(c.clips), frame)
		for _, clip := range mark.ClippedBy() {
			if moved[clip] == nil {
				moved[clip] = &Clip{Path: m.Path(clip.Path), EvenOdd: clip.EvenOdd}
			}
			clips = append(clips, moved[clip])
		}
		if err := r.add(n, placed(mark, m, c.opacity, clips)); err != nil {
			return err
		}
	}
	return nil
}

// placed returns a mark of an inner drawing in the plane of the outer one.
func placed(mark Mark, m Matrix, opacity float64, clips []*Clip) Mark {
	paint := func(p *Paint) *Paint {
		if p == nil {
			return nil
		}
		out := *p
		out.Opacity *= opacity
		if p.Gradient != nil {
			g := *p.Gradient
			g.At = m.Times(g.At)
			out.Gradient = &g
		}
		return &out
	}
	switch mark := mark.(type) {
	case *Shape:
		out := *mark
		out.Path, out.Fill, out.Stroke, out.Clips = m.Path(mark.Path), paint(mark.Fill), paint(mark.Stroke), clips
		out.Pen.Scale(m.Size())
		return &out
	case *Raster:
		out := *mark
		out.At, out.Clips = m.Times(mark.At), clips
		out.Opacity *= opacity
		return &out
	case *Text:
		out := *mark
		out.At, out.Clips, out.Runs = m.Times(mark.At), clips, slices.Clone(mark.Runs)
		for i := range out.Runs {
			out.Runs[i].Fill, out.Runs[i].Stroke = paint(out.Runs[i].Fill), paint(out.Runs[i].Stroke)
		}
		return &out
	}
	return mark
}
