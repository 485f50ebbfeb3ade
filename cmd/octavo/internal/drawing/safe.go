package drawing

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// The elements and attributes, beside properties, that the safe copy of a drawing has.
var (
	kept = sync.OnceValue(func() map[string]bool {
		return names("svg g defs symbol use a switch path rect circle ellipse line polyline polygon text tspan image linearGradient radialGradient stop " +
			"clipPath mask pattern marker title desc")
	})
	keptAttributes = sync.OnceValue(func() map[string]bool {
		return names("id class transform x y width height rx ry cx cy r x1 x2 y1 y2 fx fy fr d points viewBox preserveAspectRatio offset " +
			"gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform " +
			"markerUnits markerWidth markerHeight refX refY orient dx dy rotate textLength lengthAdjust pathLength xml:space style")
	})
	identifier = lazyregexp.New(`^[A-Za-z_][\w.-]*$`)
	fragment   = lazyregexp.New(`url\(\s*["']?#([^)"']*)["']?\s*\)`)
	anyURL     = lazyregexp.New(`(?i)url\(`)
)

// cleaner writes the safe copy of a drawing: only elements and attributes that are known to be harmless, and no reference that
// leads out of the file.
type cleaner struct {
	bytes.Buffer
	ids  map[string]string // as they were, and as a document of XML may have them; "": of an element that is left out
	used map[string]bool
}

// safe returns the safe copy of a drawing. The copy of a copy is the same.
func safe(root *node, sh *sheet, d *Drawing) []byte {
	w := &cleaner{ids: map[string]string{}, used: map[string]bool{}}
	w.name(root, true)
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<svg xmlns="` + svgSpace + `" xmlns:xlink="` + xlinkSpace + `" version="1.1"`)
	attrs := maps.Clone(root.attrs)
	for _, name := range []string{"x", "y"} {
		delete(attrs, name)
	}
	if _, ok := viewBox(attrs["viewBox"]); !ok {
		attrs["viewBox"] = "0 0 " + short(d.Width) + " " + short(d.Height)
	}
	delete(attrs, "width")
	delete(attrs, "height")
	if d.Sized {
		attrs["width"], attrs["height"] = short(d.Width), short(d.Height)
	}
	w.withID(attrs)
	w.WriteString(">\n")
	w.rules(sh)
	for _, kid := range root.kids {
		w.element(kid, false)
	}
	w.WriteString("</svg>\n")
	return w.Bytes()
}

func short(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// name gives every id one that is valid and unique, if the first element that has it is kept.
func (w *cleaner) name(n *node, keep bool) {
	keep = keep && kept()[n.name]
	if id, ok := n.attrs["id"]; ok {
		if _, seen := w.ids[id]; !seen {
			w.ids[id] = ""
			if keep {
				w.ids[id] = w.valid(id)
			}
		}
	}
	for _, kid := range n.kids {
		w.name(kid, keep)
	}
}

// valid returns an id that a document of XML may have and no other element has.
func (w *cleaner) valid(id string) string {
	valid := id
	for i := 0; !identifier().MatchString(valid) || w.used[valid]; i++ {
		valid = fmt.Sprintf("id-%d", len(w.ids)+i)
	}
	w.used[valid] = true
	return valid
}

// element writes an element with its content. Of elements that are left out nothing is kept.
func (w *cleaner) element(n *node, words bool) {
	if n.name == "" {
		if words {
			w.WriteString(escape(n.text))
		}
		return
	}
	if !kept()[n.name] {
		return
	}
	name := n.name
	if name == "a" { // where it led to is left out
		name = "g"
		if words {
			name = "tspan"
		}
	}
	w.WriteString("<" + name)
	w.withID(n.attrs)
	end := w.Len()
	words = words || n.name == "text" || n.name == "title" || n.name == "desc"
	w.WriteString(">")
	for _, kid := range n.kids {
		w.element(kid, words)
	}
	if w.Len() == end+1 {
		w.Truncate(end)
		w.WriteString("/>")
	} else {
		w.WriteString("</" + name + ">")
	}
	if !words || n.name == "text" {
		w.WriteString("\n")
	}
}

// withID writes attributes with the id, of which the first element that has it keeps it.
func (w *cleaner) withID(attrs map[string]string) {
	if id, ok := attrs["id"]; ok {
		attrs = maps.Clone(attrs)
		if delete(attrs, "id"); w.used[w.ids[id]] {
			attrs["id"], w.used[w.ids[id]] = w.ids[id], false
		}
	}
	w.attributes(attrs)
}

func (w *cleaner) attributes(attrs map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		value := attrs[name]
		switch {
		case name == "href":
			if value = w.address(value); value == "" {
				continue
			}
			name = "xlink:href"
		case name == "style":
			value = w.declarations(declarations(value))
		case name == "filter", !keptAttributes()[name] && !known()[name]:
			continue
		}
		value, ok := w.value(value)
		if !ok || value == "" && name != "d" {
			continue
		}
		w.WriteString(" " + name + `="` + escape(value) + `"`)
	}
}

// address returns an address inside the file, or that holds a picture itself; "" for all others.
func (w *cleaner) address(value string) string {
	if id := reference(value); id != "" {
		if w.ids[id] == "" {
			return ""
		}
		return "#" + w.ids[id]
	}
	kind, data, err := dataURI(value)
	if !strings.HasPrefix(value, "data:") || err != nil {
		return ""
	}
	switch kind {
	case "image/png", "image/jpeg", "image/jpg":
		if _, err := rasterSize(data); err != nil {
			return ""
		}
		return strings.Join(strings.Fields(value), "")
	case "image/svg+xml": // the reader has put a safe copy there
		return value
	}
	return ""
}

// value returns the value of an attribute or a property with the ids as they are now. Where a reference leads to nothing stands what is
// there for that case, or none (SVG 2, 13.2). It reports whether no reference leads out of the file.
func (w *cleaner) value(value string) (string, bool) {
	value = fragment().ReplaceAllStringFunc(value, func(m string) string {
		switch id := w.ids[fragment().FindStringSubmatch(m)[1]]; {
		case id != "":
			return "url(#" + id + ")"
		case strings.TrimSpace(value) == m:
			return "none"
		}
		return ""
	})
	value = strings.TrimSpace(value)
	inside := len(anyURL().FindAllString(value, -1)) == strings.Count(value, "url(#")
	return value, inside && !strings.ContainsAny(value, "\\\x00")
}

func (w *cleaner) declarations(list []declaration) string {
	var out []string
	for _, d := range list {
		value, ok := w.value(d.value)
		if !ok || value == "" || !known()[d.property] && d.property != "font" || d.property == "filter" || strings.ContainsAny(value, "<>{}@;") {
			continue
		}
		if d.important {
			value += " !important"
		}
		out = append(out, d.property+": "+value)
	}
	return strings.Join(out, "; ")
}

// rules writes the rules of the style sheets.
func (w *cleaner) rules(sh *sheet) {
	start := w.Len()
	w.WriteString("<style type=\"text/css\">\n")
	empty := w.Len()
	for _, r := range sh.rules {
		declared := w.declarations(r.declared)
		if declared == "" {
			continue
		}
		for i := len(r.parts) - 1; i >= 0; i-- {
			c := r.parts[i]
			if c.child {
				w.WriteString("&gt; ")
			}
			name := c.name
			if c.id != "" {
				id := w.ids[c.id]
				if id == "" {
					id = "none"
				}
				name += "#" + id
			}
			for _, class := range c.classes {
				name += "." + class
			}
			if name == "" {
				name = "*"
			}
			w.WriteString(name + " ")
		}
		w.WriteString("{ " + escape(declared) + " }\n")
	}
	if w.Len() == empty {
		w.Truncate(start)
		return
	}
	w.WriteString("</style>\n")
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ", "\r", " ", "\t", " ")

func escape(s string) string { return escapes.Replace(s) }
