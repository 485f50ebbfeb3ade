package drawing

import (
	"math"
	"strconv"
	"strings"
)

// source is what a fill or a stroke names.
type source struct {
	none    bool
	RGB     RGB
	opacity float64
	server  string // id of a gradient or pattern; the colour, or none, is for where there is none
}

// style is the properties of an element that its children inherit, and opacity, which they add to.
type style struct {
	colour                     RGB
	fill, stroke               source
	context                    [2]source // in a marker, the fill and the stroke of what it stands on
	fillOpacity, strokeOpacity float64
	opacity                    float64 // of all groups together
	fillEvenOdd, clipEvenOdd   bool
	pen                        Pen
	fixedPen                   bool // the stroke's width does not follow transformations
	hidden                     bool
	markers                    [3]string // ids: at the start, at vertices, at the end

	size         float64
	mono         bool
	bold, italic bool
	anchor       Anchor
	spacing      float64
	baseline     string
	preserve     bool // blanks
}

func initial() style {
	return style{fill: source{opacity: 1}, stroke: source{none: true}, fillOpacity: 1, strokeOpacity: 1, opacity: 1,
		pen: Pen{Width: 1, Miter: 4}, size: 16}
}

// inherit returns the style of an element from its parent's and its own properties. Whole is the length that percentages are of.
func (s style) inherit(props map[string]string, whole float64) style {
	if v, ok := props["font-size"]; ok {
		s.size = fontSize(v, s.size)
	}
	if v, ok := props["color"]; ok {
		if c, _, ok := colour(v); ok {
			s.colour = c
		}
	}
	for _, name := range [...]string{"marker", "dominant-baseline"} { // others are above these
		s.property(name, props[name], whole)
	}
	for name, value := range props {
		if name != "marker" && name != "dominant-baseline" {
			s.property(name, value, whole)
		}
	}
	return s
}

func (s *style) property(name, value string, whole float64) {
	if value == "inherit" || value == "" {
		return
	}
	number := func(to *float64, least, most float64) {
		if v, ok := length(value, whole, s.size); ok {
			*to = math.Min(math.Max(v, least), most)
		}
	}
	part := func(to *float64, of float64) { // a number from 0 to 1, or a percentage
		if v, ok := length(value, 1, 1); ok {
			*to = of * math.Min(math.Max(v, 0), 1)
		}
	}
	switch name {
	case "fill":
		s.fill = s.paint(value, s.fill)
	case "stroke":
		s.stroke = s.paint(value, s.stroke)
	case "fill-opacity":
		part(&s.fillOpacity, 1)
	case "stroke-opacity":
		part(&s.strokeOpacity, 1)
	case "opacity":
		part(&s.opacity, s.opacity)
	case "fill-rule":
		s.fillEvenOdd = value == "evenodd"
	case "clip-rule":
		s.clipEvenOdd = value == "evenodd"
	case "visibility":
		s.hidden = value == "hidden" || value == "collapse"
	case "vector-effect":
		s.fixedPen = value == "non-scaling-stroke"
	case "marker":
		id := reference(value)
		s.markers = [3]string{id, id, id}
	case "marker-start":
		s.markers[0] = reference(value)
	case "marker-mid":
		s.markers[1] = reference(value)
	case "marker-end":
		s.markers[2] = reference(value)
	case "stroke-width":
		number(&s.pen.Width, 0, farthest)
	case "stroke-linecap":
		s.pen.Cap = map[string]Cap{"round": RoundCap, "square": Square}[value]
	case "stroke-linejoin":
		s.pen.Join = map[string]Join{"round": RoundJoin, "bevel": Bevel}[value]
	case "stroke-miterlimit":
		number(&s.pen.Miter, 1, 1000)
	case "stroke-dashoffset":
		number(&s.pen.Offset, -farthest, farthest)
	case "stroke-dasharray":
		s.pen.Dash = dashes(value, whole, s.size)
	default:
		s.fontProperty(name, value)
	}
}

func (s *style) fontProperty(name, value string) {
	switch name {
	case "font-family":
		s.mono = monospaced(value)
	case "font-style":
		s.italic = strings.HasPrefix(value, "italic") || strings.HasPrefix(value, "oblique")
	case "font-weight":
		weight, err := strconv.ParseFloat(value, 64)
		s.bold = strings.HasPrefix(value, "bold") || err == nil && weight >= 600
	case "text-anchor":
		s.anchor = map[string]Anchor{"middle": Middle, "end": End}[value]
	case "dominant-baseline", "alignment-baseline":
		s.baseline = value
	case "white-space":
		s.preserve = strings.HasPrefix(value, "pre")
	case "letter-spacing":
		if v, ok := length(value, 0, s.size); ok {
			s.spacing = v
		} else {
			s.spacing = 0
		}
	}
}

// monospaced reports whether the first family of a list that says what it is has letters of one width.
func monospaced(families string) bool {
	f := strings.ToLower(families)
	for _, mono := range []string{"mono", "courier", "consolas", "menlo", "typewriter"} {
		if strings.Contains(f, mono) {
			return true
		}
	}
	return false
}

// fontSize reads a size, which may be a name (CSS Fonts Module Level 3, 3.5).
func fontSize(value string, inherited float64) float64 {
	if v, ok := length(value, inherited, inherited); ok && v > 0 {
		return v
	}
	factor := map[string]float64{"xx-small": 0.6, "x-small": 0.75, "small": 8.0 / 9, "medium": 1, "large": 1.2, "x-large": 1.5, "xx-large": 2}
	switch f := factor[value]; {
	case f > 0:
		return 16 * f
	case value == "smaller":
		return inherited / 1.2
	case value == "larger":
		return inherited * 1.2
	}
	return inherited
}

// paint reads what a fill or a stroke names.
func (s *style) paint(value string, inherited source) source {
	if strings.HasPrefix(value, "url(") {
		out := source{server: reference(value), none: true}
		_, fallback, _ := strings.Cut(value, ")")
		if fallback = strings.TrimSpace(fallback); fallback != "" && fallback != "none" {
			other := s.paint(fallback, inherited)
			out.none, out.RGB, out.opacity = other.none, other.RGB, other.opacity
		}
		return out
	}
	switch strings.ToLower(value) {
	case "none":
		return source{none: true}
	case "currentcolor":
		return source{RGB: s.colour, opacity: 1}
	case "context-fill":
		return s.context[0]
	case "context-stroke":
		return s.context[1]
	}
	c, opacity, ok := colour(value)
	if !ok {
		return inherited
	}
	return source{RGB: c, opacity: opacity}
}

// reference returns the id that url(#id) or #id names, "" if the value names none in the file.
func reference(value string) string {
	value = strings.TrimSpace(value)
	if inner, ok := strings.CutPrefix(value, "url("); ok {
		value, _, _ = strings.Cut(inner, ")")
		value = strings.Trim(value, ` '"`)
	}
	id, ok := strings.CutPrefix(value, "#")
	if !ok {
		return ""
	}
	return id
}

// dashes reads the lengths of dashes and gaps; an odd number of them is repeated (SVG 1.1, 11.4).
func dashes(value string, whole, size float64) (out []float64) {
	sum := 0.0
	for f := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' }) {
		v, ok := length(f, whole, size)
		if !ok || v < 0 || len(out) == 64 {
			return nil
		}
		out = append(out, v)
		sum += v
	}
	if sum <= 0 {
		return nil
	}
	if len(out)%2 == 1 {
		out = append(out, out...)
	}
	return out
}
