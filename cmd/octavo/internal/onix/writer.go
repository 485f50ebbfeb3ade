package onix

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/xmltext"
)

const xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

// writer writes elements, each on a line; one without content is left out.
type writer struct {
	buf    []byte
	indent bool // what stands inside of another, for people who read it
	depth  int
}

func (w *writer) raw(s string) { w.buf = append(w.buf, s...) }

func (w *writer) put(name, value string) {
	if value = clean(value); value == "" {
		return
	}
	w.inset()
	w.raw("<" + name + ">")
	w.buf = xmltext.Append(w.buf, value)
	w.raw("</" + name + ">\n")
}

func (w *writer) in(name string, content func()) {
	w.inset()
	w.raw("<" + name + ">\n")
	w.depth++
	content()
	w.depth--
	w.inset()
	w.raw("</" + name + ">\n")
}

// empty writes an element that has no content.
func (w *writer) empty(name string) {
	w.inset()
	w.raw("<" + name + "/>\n")
}

func (w *writer) inset() {
	if w.indent {
		w.raw(strings.Repeat("  ", w.depth))
	}
}

func clean(s string) string { return xmltext.Clean(s) }

func itoa(n int) string { return strconv.Itoa(n) }
