package drawing

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
)

// The most that a drawing may come to. One element may stand for many, by use.
const (
	maxMarks    = 300_000
	maxSegments = 1_000_000
	maxVisits   = 600_000
	maxUse      = 16      // uses within each other
	maxPixels   = 1 << 30 // of pictures; one that is used twice counts twice
)

// reader makes marks of a tree.
type reader struct {
	out      *Drawing
	sheet    *sheet
	ids      map[string]*node
	segments int
	visits   int
	active   map[*node]bool // that are being drawn by use
	lost     map[string]bool
	depth    int // of drawings in drawings
	cut      map[place]*Clip
	held     map[*node]*embedded
	pixels   int // of pictures, each as often as it is used
}

// context is where an element stands.
type context struct {
	style
	at            Matrix
	clips         []*Clip
	width, height float64 // of the viewport, which percentages are of
	use           int
}

// Read reads an SVG file. The error is an [*Error].
func Read(data []byte) (*Drawing, error) { return read(data, 0) }

// read reads a drawing that stands in so many others.
func read(data []byte, depth int) (*Drawing, error) {
	root, err := parse(data)
	if err != nil {
		return nil, err
	}
	r := &reader{out: &Drawing{}, sheet: newSheet(), ids: map[string]*node{}, active: map[*node]bool{}, lost: map[string]bool{}, depth: depth,
		cut: map[place]*Clip{}, held: map[*node]*embedded{}}
	r.survey(root, true)
	c := context{style: initial(), at: r.frame(root)}
	c.width, c.height = r.out.Width, r.out.Height
	if box, ok := viewBox(root.attr("viewBox")); ok {
		c.width, c.height = box[2], box[3]
	}
	c.style = c.inherit(r.sheet.of(root), c.diagonal())
	for _, kid := range root.kids {
		if err := r.element(kid, c); err != nil {
			return nil, err
		}
	}
	if r.sheet.left < 0 {
		return nil, &Error{0, "its style sheets are too large", "export it again with styles as attributes"}
	}
	slices.SortFunc(r.out.Lost, func(a, b Loss) int { return cmp.Or(a.Line-b.Line, strings.Compare(a.What, b.What)) })
	r.out.Safe = safe(root, r.sheet, r.out)
	return r.out, nil
}

// survey reads the ids and the style sheets of a tree. An id that the first element has in what the safe copy leaves out leads to nothing.
func (r *reader) survey(n *node, keep bool) {
	keep = keep && kept()[n.name]
	if id := n.attr("id"); id != "" && r.ids[id] == nil {
		if r.ids[id] = n; !keep {
			r.ids[id] = &node{}
		}
	}
	if n.name == "style" {
		var css strings.Builder
		for _, kid := range n.kids {
			css.WriteString(kid.text)
		}
		if r.sheet.add(css.String()) {
			r.lose(n, "a style sheet from elsewhere")
		}
	}
	for name := range n.attrs {
		if strings.HasPrefix(name, "on") {
			r.lose(n, "a script")
		}
	}
	for _, kid := range n.kids {
		if kid.name != "" {
			r.survey(kid, keep)
		}
	}
}

// frame finds the size of the drawing and returns the matrix of its view box.
func (r *reader) frame(root *node) Matrix {
	d := r.out
	box, boxed := viewBox(root.attr("viewBox"))
	w, okW := length(root.attr("width"), 0, 16)
	h, okH := length(root.attr("height"), 0, 16)
	okW, okH = okW && w > 0, okH && h > 0
	d.Sized = okW || okH
	switch {
	case okW && okH:
	case okW && boxed:
		h = w * box[3] / box[2]
	case okH && boxed:
		w = h * box[2] / box[3]
	case boxed:
		w, h = box[2], box[3]
	default: // the default size of what is embedded (CSS 2, 10.3.2)
		w, h = cmp.Or(w, 300), cmp.Or(h, 150)
	}
	d.Width, d.Height = w, h
	if !boxed {
		return identity
	}
	return viewport(box, 0, 0, w, h, root.attr("preserveAspectRatio"))
}

// diagonal is what percentages of lengths that are neither across nor down are of.
func (c *context) diagonal() float64 { return math.Hypot(c.width, c.height) / math.Sqrt2 }

// lose notes something that is not drawn.
func (r *reader) lose(n *node, what string) {
	if !r.lost[what] {
		r.lost[what] = true
		r.out.Lost = append(r.out.Lost, Loss{n.line, what})
	}
}

// shapes, containers and others, by what is done with them.
var (
	shapes     = sync.OnceValue(func() map[string]bool { return names("path rect circle ellipse line polyline polygon") })
	containers = sync.OnceValue(func() map[string]bool { return names("g a svg switch") })
	passive    = sync.OnceValue(func() map[string]bool {
		return names("defs symbol clipPath linearGradient radialGradient marker style title desc metadata view cursor font font-face glyph " +
			"color-profile mask filter pattern solidcolor")
	})
	moving = sync.OnceValue(func() map[string]bool { return names("animate animateColor animateMotion animateTransform set") })
)

// element draws an element.
func (r *reader) element(n *node, c context) error {
	if n.name == "" || passive()[n.name] {
		return nil
	}
	if r.visits++; r.visits > maxVisits {
		return &Error{n.line, "elements are used over and over", "simplify it in a drawing program, or export it as PNG"}
	}
	switch {
	case n.name == "script" || moving()[n.name]:
		r.skip(n)
		return nil
	case n.name == "foreignObject":
		return &Error{n.line, "words are set in HTML (foreignObject), which only browsers draw",
			"export it with plain text: in Mermaid set htmlLabels to false, in draw.io switch off formatted text and word wrap; or export it as PNG"}
	}
	props := r.sheet.of(n)
	if props["display"] == "none" {
		return nil
	}
	c.style = c.inherit(props, c.diagonal())
	if c.opacity == 0 {
		return nil
	}
	c.at = c.at.Times(transform(n.attr("transform")))
	if err := r.effects(n, props, &c); err != nil {
		return err
	}
	switch {
	case shapes()[n.name]:
		return r.shape(n, c)
	case containers()[n.name]:
		return r.container(n, c)
	case n.name == "use":
		return r.use(n, c)
	case n.name == "image":
		return r.image(n, c)
	case n.name == "text":
		return r.text(n, c)
	}
	r.skip(n)
	return nil
}

// skip notes an element that is not drawn where it stands.
func (r *reader) skip(n *node) {
	switch {
	case n.name == "script":
		r.lose(n, "a script")
	case moving()[n.name]:
		r.lose(n, "a movement")
	default:
		r.lose(n, fmt.Sprintf("an element %.40q", n.name))
	}
}

// effects applies the clipping path of an element and notes filters and masks.
func (r *reader) effects(n *node, props map[string]string, c *context) error {
	if v := props["filter"]; v != "" && v != "none" {
		r.lose(n, "a filter")
	}
	if v := props["mask"]; v != "" && v != "none" {
		r.lose(n, "a mask")
	}
	if id := reference(props["clip-path"]); id != "" {
		return r.clip(n, id, c)
	}
	return nil
}

func (r *reader) container(n *node, c context) error {
	if n.attr("xml:space") == "preserve" {
		c.preserve = true
	}
	if n.name == "svg" {
		r.nested(n, &c, "100%", "100%")
	}
	for _, kid := range n.kids {
		if n.name == "switch" && (kid.name == "" || kid.name == "foreignObject" || passive()[kid.name]) {
			continue // the first of the others is drawn, which is there for who draws no HTML
		}
		if err := r.element(kid, c); err != nil || n.name == "switch" {
			return err
		}
	}
	return nil
}

// nested enters the viewport of an inner svg or of a symbol.
func (r *reader) nested(n *node, c *context, width, height string) {
	x, _ := length(n.attr("x"), c.width, c.size)
	y, _ := length(n.attr("y"), c.height, c.size)
	w, okW := length(cmp.Or(n.attr("width"), width), c.width, c.size)
	h, okH := length(cmp.Or(n.attr("height"), height), c.height, c.size)
	if !okW || !okH {
		w, h = c.width, c.height
	}
	if n.name == "symbol" {
		x, y = 0, 0
	}
	r.enter(n, c, x, y, w, h)
}

// enter applies the view box of an element and clips what stands out of its viewport.
func (r *reader) enter(n *node, c *context, x, y, w, h float64) {
	if overflow := r.sheet.of(n)["overflow"]; overflow != "visible" && overflow != "auto" {
		c.clips = append(slices.Clip(c.clips), &Clip{Path: c.at.Path(rectangle(x, y, w, h, 0, 0))})
		r.segments += 5
	}
	c.width, c.height = w, h
	m := Matrix{1, 0, 0, 1, x, y}
	if box, ok := viewBox(n.attr("viewBox")); ok {
		m = viewport(box, x, y, w, h, n.attr("preserveAspectRatio"))
		c.width, c.height = box[2], box[3]
	}
	c.at = c.at.Times(m)
}

// use draws another element of the file.
func (r *reader) use(n *node, c context) error {
	href := n.attr("href")
	target := r.ids[reference(href)]
	if target == nil {
		if href != "" && !strings.HasPrefix(href, "#") {
			return &Error{n.line, fmt.Sprintf("a part stands in another file (%.60s)", href), "export it with all its parts in one file"}
		}
		return nil
	}
	if c.use == maxUse || r.active[target] {
		return &Error{n.line, "an element uses itself", "draw it anew in a drawing program, or export it as PNG"}
	}
	r.active[target] = true
	defer delete(r.active, target)
	c.use++
	x, _ := length(n.attr("x"), c.width, c.size)
	y, _ := length(n.attr("y"), c.height, c.size)
	c.at = c.at.Times(Matrix{1, 0, 0, 1, x, y})
	if target.name != "symbol" && target.name != "svg" {
		return r.element(target, c)
	}
	props := r.sheet.of(target)
	c.style = c.inherit(props, c.diagonal())
	c.at = c.at.Times(transform(target.attr("transform")))
	width, height := cmp.Or(n.attr("width"), target.attr("width"), "100%"), cmp.Or(n.attr("height"), target.attr("height"), "100%")
	w, _ := length(width, c.width, c.size)
	h, _ := length(height, c.height, c.size)
	r.enter(target, &c, 0, 0, w, h)
	for _, kid := range target.kids {
		if err := r.element(kid, c); err != nil {
			return err
		}
	}
	return nil
}

// outline returns the path of a shape in its own plane.
func (c *context) outline(n *node) []Segment {
	across := func(name string) float64 { v, _ := length(n.attr(name), c.width, c.size); return v }
	down := func(name string) float64 { v, _ := length(n.attr(name), c.height, c.size); return v }
	other := func(name string) float64 { v, _ := length(n.attr(name), c.diagonal(), c.size); return v }
	switch n.name {
	case "path":
		return pathData(n.attr("d"))
	case "rect":
		w, h, rx, ry := across("width"), down("height"), across("rx"), down("ry")
		if n.attr("rx") == "" || n.attr("rx") == "auto" {
			rx = ry
		} else if n.attr("ry") == "" || n.attr("ry") == "auto" {
			ry = rx
		}
		if w > 0 && h > 0 {
			return rectangle(across("x"), down("y"), w, h, rx, ry)
		}
	case "circle":
		if v := other("r"); v > 0 {
			return oval(across("cx"), down("cy"), v, v)
		}
	case "ellipse":
		if rx, ry := across("rx"), down("ry"); rx > 0 && ry > 0 {
			return oval(across("cx"), down("cy"), rx, ry)
		}
	case "line":
		return polygon([]float64{across("x1"), down("y1"), across("x2"), down("y2")}, false)
	case "polyline", "polygon":
		return polygon(numbers(n.attr("points")), n.name == "polygon")
	}
	return nil
}

// shape draws a shape and its markers.
func (r *reader) shape(n *node, c context) error {
	path := c.outline(n)
	if len(path) == 0 || c.hidden {
		return nil
	}
	s := &Shape{Path: c.at.Path(path), EvenOdd: c.fillEvenOdd, Pen: c.penAt(), Clips: c.clips}
	if n.name != "line" {
		s.Fill = r.paint(n, c.fill, c.fillOpacity, &c, path)
	}
	if c.pen.Width > 0 {
		s.Stroke = r.paint(n, c.stroke, c.strokeOpacity, &c, path)
	}
	if err := r.add(n, s); err != nil {
		return err
	}
	if n.name == "rect" || n.name == "circle" || n.name == "ellipse" || c.markers == [3]string{} {
		return nil
	}
	return r.markers(n, path, c)
}

// penAt returns the pen in the drawing's plane.
func (c *context) penAt() Pen {
	pen := c.pen
	if !c.fixedPen {
		pen.Scale(c.at.Size())
	}
	return pen
}

// add adds a mark, if anything is seen of it.
func (r *reader) add(n *node, m Mark) error {
	switch m := m.(type) {
	case *Shape:
		if m.Fill == nil && m.Stroke == nil {
			return nil
		}
		r.segments += len(m.Path)
	case *Raster:
		if r.pixels += m.pixels; r.pixels > maxPixels {
			return &Error{n.line, "its pictures have too many pixels", "make them smaller in a picture editor, or export the drawing as PNG"}
		}
	}
	if r.segments > maxSegments || len(r.out.Marks) >= maxMarks {
		return &Error{n.line, "there are too many shapes", "simplify it in a drawing program, or export it as PNG"}
	}
	r.out.Marks = append(r.out.Marks, m)
	return nil
}

// place is an element in a plane. What clips one clips all others there.
type place struct {
	of *node
	at Matrix
}

// clip applies a clipping path to what follows.
func (r *reader) clip(n *node, id string, c *context) error {
	target := r.ids[id]
	if target == nil || target.name != "clipPath" {
		return nil
	}
	if c.use == maxUse || r.active[target] {
		return &Error{n.line, "a clipping path clips itself", "draw it anew in a drawing program, or export it as PNG"}
	}
	r.active[target] = true
	defer delete(r.active, target)
	inner := *c
	inner.use++
	inner.clips = nil
	inner.style = initial()
	inner.at = c.at.Times(transform(target.attr("transform")))
	if target.attr("clipPathUnits") == "objectBoundingBox" {
		x0, y0, x1, y1 := bounds(r.extent(n, *c))
		inner.at = inner.at.Times(Matrix{x1 - x0, 0, 0, y1 - y0, x0, y0})
	}
	out := r.cut[place{target, inner.at}]
	if out == nil {
		out = &Clip{}
		for _, kid := range target.kids {
			if err := r.clipPart(kid, inner, out); err != nil {
				return err
			}
		}
		r.cut[place{target, inner.at}] = out
		if r.segments += len(out.Path); r.segments > maxSegments {
			return &Error{n.line, "the clipping paths have too many parts", "simplify it in a drawing program, or export it as PNG"}
		}
	}
	c.clips = append(slices.Clip(c.clips), out)
	if other := reference(r.sheet.of(target)["clip-path"]); other != "" {
		return r.clip(target, other, c)
	}
	return nil
}

// clipPart adds a shape to a clipping path.
func (r *reader) clipPart(n *node, c context, out *Clip) error {
	props := r.sheet.of(n)
	if r.visits++; r.visits > maxVisits || len(out.Path) > maxSegments {
		return &Error{n.line, "a clipping path has too many parts", "simplify it in a drawing program, or export it as PNG"}
	}
	if props["display"] == "none" {
		return nil
	}
	c.style = c.inherit(props, c.diagonal())
	c.at = c.at.Times(transform(n.attr("transform")))
	switch {
	case shapes()[n.name]:
		out.EvenOdd = out.EvenOdd || c.clipEvenOdd
		out.Path = append(out.Path, c.at.Path(c.outline(n))...)
	case n.name == "use":
		target := r.ids[reference(n.attr("href"))]
		if target == nil || c.use == maxUse || !shapes()[target.name] {
			return nil
		}
		c.use++
		x, _ := length(n.attr("x"), c.width, c.size)
		y, _ := length(n.attr("y"), c.height, c.size)
		c.at = c.at.Times(Matrix{1, 0, 0, 1, x, y})
		return r.clipPart(target, c, out)
	case n.name == "text":
		r.lose(n, "a clipping path made of letters")
	}
	return nil
}

// extent returns the path of an element, or of the shapes in it, in its own plane.
func (r *reader) extent(n *node, c context) (path []Segment) {
	if shapes()[n.name] {
		return c.outline(n)
	}
	for _, kid := range n.kids {
		if r.visits++; kid.name == "" || r.visits > maxVisits {
			continue
		}
		path = append(path, transform(kid.attr("transform")).Path(r.extent(kid, c))...)
	}
	return path
}
