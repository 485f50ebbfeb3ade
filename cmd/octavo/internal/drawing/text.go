package drawing

import (
	"math"
	"strings"
)

// writer sets the words of a text element.
type writer struct {
	r     *reader
	n     *node
	texts []*Text
	at    *Text // the current line: words up to the next place that is given
	space bool  // a blank is due before the next word
	empty bool  // nothing has been written yet
}

// text draws the words of a text element.
func (r *reader) text(n *node, c context) error {
	w := &writer{r: r, n: n, empty: true}
	w.start(&c, 0, 0)
	if err := w.element(n, c); err != nil {
		return err
	}
	for _, t := range w.texts {
		if len(t.Runs) == 0 {
			continue
		}
		if err := r.add(n, t); err != nil {
			return err
		}
	}
	return nil
}

// start begins a line at a place.
func (w *writer) start(c *context, x, y float64) {
	w.at = &Text{At: c.at.Times(Matrix{1, 0, 0, 1, x, y}), Anchor: c.anchor, Clips: c.clips, x: x, y: y}
	w.texts = append(w.texts, w.at)
}

// element sets the words in an element of text.
func (w *writer) element(n *node, c context) error {
	if n.attr("xml:space") == "preserve" {
		c.preserve = true
	}
	if n.attr("rotate") != "" {
		w.r.lose(n, "the turning of letters")
	}
	place := w.places(n, &c)
	for _, kid := range n.kids {
		if w.r.visits++; w.r.visits > maxVisits {
			return &Error{n.line, "there are too many words", "simplify it in a drawing program, or export it as PNG"}
		}
		switch kid.name {
		case "":
			w.words(kid.text, n, c, place)
		case "tspan", "a":
			props := w.r.sheet.of(kid)
			if props["display"] == "none" {
				continue
			}
			inner := c
			inner.style = c.inherit(props, c.diagonal())
			if err := w.element(kid, inner); err != nil {
				return err
			}
		case "textPath":
			return &Error{kid.line, "words run along a path", "make paths of the words in your drawing program before you export it"}
		default:
			if !passive()[kid.name] {
				w.r.skip(kid)
			}
		}
	}
	return nil
}

// places is where the letters of an element stand: lists of places and shifts, one for each letter, as far as they go.
type places struct{ x, y, dx, dy []float64 }

func (w *writer) places(n *node, c *context) *places {
	list := func(name string, whole float64) (out []float64) {
		for f := range strings.FieldsFuncSeq(n.attr(name), func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' }) {
			v, ok := length(f, whole, c.size)
			if !ok {
				return out
			}
			out = append(out, v)
		}
		return out
	}
	p := &places{list("x", c.width), list("y", c.height), list("dx", c.width), list("dy", c.height)}
	if v := w.r.sheet.of(n)["baseline-shift"]; v != "" {
		shift, ok := length(v, c.size, c.size)
		switch {
		case v == "super":
			shift = c.size * 0.35
		case v == "sub":
			shift = -c.size * 0.2
		case !ok:
			shift = 0
		}
		p.dy = append(p.dy, 0)
		p.dy[0] -= shift
	}
	return p
}

// take takes the first of a list.
func take(list *[]float64) (v float64, ok bool) {
	if len(*list) == 0 {
		return 0, false
	}
	v = (*list)[0]
	*list = (*list)[1:]
	return v, true
}

// words sets characters of an element.
func (w *writer) words(s string, n *node, c context, p *places) {
	if c.preserve {
		s = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
	}
	var run strings.Builder
	for _, r := range s {
		if !c.preserve && (r == ' ' || r == '\n' || r == '\t' || r == '\r') {
			w.space = !w.empty
			continue
		}
		x, okX := take(&p.x)
		y, okY := take(&p.y)
		dx, _ := take(&p.dx)
		dy, _ := take(&p.dy)
		if okX || okY || dx != 0 || dy != 0 {
			w.flush(&run, n, &c)
		}
		if okX || okY {
			if !okX {
				x = w.at.x
			}
			if !okY {
				y = w.at.y
			}
			w.start(&c, x, y)
			w.space = false
		}
		if dx != 0 || dy != 0 {
			w.at.shift(dx, dy)
		}
		if w.space {
			run.WriteByte(' ')
		}
		w.space, w.empty = false, false
		run.WriteRune(r)
	}
	w.flush(&run, n, &c)
}

// flush ends a run of letters of one font.
func (w *writer) flush(run *strings.Builder, n *node, c *context) {
	words := run.String()
	run.Reset()
	if words == "" || c.hidden {
		return
	}
	t := w.at
	if len(t.Runs) == 0 {
		t.Anchor = c.anchor
		t.At = c.at.Times(Matrix{1, 0, 0, 1, t.x, t.y + baseline(c.baseline, c.size)})
		if v, ok := length(n.attr("textLength"), c.width, c.size); ok && v > 0 {
			t.Length = v
		}
	}
	var stroke *Paint
	if c.pen.Width > 0 {
		stroke = w.r.paint(n, c.stroke, c.strokeOpacity, c, nil)
	}
	out := Run{Words: words, Size: c.size, Mono: c.mono, Bold: c.bold, Italic: c.italic, Spacing: c.spacing, DX: t.dx, DY: t.dy,
		Fill: w.r.paint(n, c.fill, c.fillOpacity, c, nil), Stroke: stroke, Pen: c.pen}
	t.dx, t.dy = 0, 0
	if out.Fill != nil || out.Stroke != nil {
		t.Runs = append(t.Runs, out)
	}
}

// shift moves what follows on a line.
func (t *Text) shift(dx, dy float64) {
	if math.Abs(t.dx+dx) < farthest && math.Abs(t.dy+dy) < farthest {
		t.dx, t.dy = t.dx+dx, t.dy+dy
	}
}

// baseline returns how far below a place the baseline is, for what a text names as the line that stands there. Fonts differ; these
// are the usual parts of a size.
func baseline(name string, size float64) float64 {
	switch name {
	case "middle":
		return size * 0.25
	case "central":
		return size * 0.32
	case "hanging", "text-before-edge", "before-edge", "text-top":
		return size * 0.75
	case "text-after-edge", "after-edge", "ideographic", "text-bottom":
		return -size * 0.22
	}
	return 0
}
