package feedback

import (
	"encoding/xml"
	"sort"
	"strings"
	"unicode/utf8"
)

// node is an element or a text node of a document.
type node struct {
	name     string // "" for text
	id       string
	text     string
	children []*node
	steps    map[int]*node // children by CFI step; made on first use
}

// document is a file of an EPUB with the indexes that places are looked up by. They are made once, however many places
// are looked up.
type document struct {
	root   *node
	ids    map[string]*node // the first element of each id
	flat   string           // the text, one paragraph a line
	places map[*node]int    // offset of each node in flat
	body   string           // the text of the body as written
	steps  []unitsAt        // offsets in body, in order, at most unitStep and one units apart
}

// unitsAt is a position in a text: the bytes and the UTF-16 units before it.
type unitsAt struct{ bytes, units int }

const unitStep = 1024

// parse reads a document and returns the number of its nodes. It stops when there are more than room allows.
func parse(text string, room int) (root *node, nodes int) {
	root = &node{name: "#document"}
	stack := []*node{root}
	d := lenient(text)
	var run strings.Builder // pending text: comments may interrupt it
	flush := func() {
		if run.Len() > 0 {
			top := stack[len(stack)-1]
			top.children = append(top.children, &node{text: run.String()})
			nodes++
			run.Reset()
		}
	}
	for len(stack) < 500 && nodes <= room {
		t, err := d.Token()
		if err != nil {
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			flush()
			n := &node{name: t.Name.Local, id: attribute(t, "id")}
			nodes++
			top := stack[len(stack)-1]
			top.children = append(top.children, n)
			stack = append(stack, n)
		case xml.EndElement:
			flush()
			if len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
		case xml.CharData:
			run.Write(t)
		}
	}
	flush()
	return root, nodes
}

// documentOf indexes a document.
func documentOf(root *node) *document {
	d := &document{root: root, ids: map[string]*node{}, places: map[*node]int{}}
	d.index(root)
	var flat, body strings.Builder
	root.flatten(&flat, func(n *node, at int) { d.places[n] = at })
	d.flat = flat.String()
	bodyOf(root).raw(&body)
	d.body = body.String()
	n := 0
	for i, r := range d.body {
		if n >= len(d.steps)*unitStep {
			d.steps = append(d.steps, unitsAt{i, n})
		}
		n += utf16Len(r)
	}
	return d
}

func (d *document) index(n *node) {
	for _, c := range n.children {
		if c.id != "" && d.ids[c.id] == nil {
			d.ids[c.id] = c
		}
		d.index(c)
	}
}

// child returns the n-th child by CFI numbering: elements are even, the texts between them odd.
func (n *node) child(k int) *node {
	if n.steps == nil {
		n.steps = map[int]*node{}
		elements := 0
		for _, c := range n.children {
			step := 2*elements + 1
			if c.name != "" {
				elements++
				step = 2 * elements
			}
			if n.steps[step] == nil {
				n.steps[step] = c
			}
		}
	}
	return n.steps[k]
}

// flatten returns a document's text; at records the offset of each node.
func (n *node) flatten(b *strings.Builder, at func(*node, int)) {
	at(n, b.Len())
	if n.name == "" {
		b.WriteString(n.text)
		return
	}
	if n.name == "head" || n.name == "script" || n.name == "style" {
		return
	}
	for _, c := range n.children {
		c.flatten(b, at)
	}
	switch n.name {
	case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote", "div", "section",
		"figcaption", "br":
		b.WriteByte('\n')
	}
}

func bodyOf(doc *node) *node {
	for _, root := range doc.children {
		for _, c := range root.children {
			if c.name == "body" {
				return c
			}
		}
	}
	return doc
}

func (n *node) raw(b *strings.Builder) {
	b.WriteString(n.text)
	for _, c := range n.children {
		c.raw(b)
	}
}

// unit returns the byte offset in the body of an offset in UTF-16 units.
func (d *document) unit(n int) int {
	k := sort.Search(len(d.steps), func(i int) bool { return d.steps[i].units > n }) - 1
	if k < 0 {
		return 0
	}
	at := d.steps[k]
	return at.bytes + units(d.body[at.bytes:], n-at.units)
}

// units returns the length in bytes of a prefix of a text, given in UTF-16 units.
func units(s string, n int) int {
	for i, r := range s {
		if n <= 0 {
			return i
		}
		n -= utf16Len(r)
	}
	return len(s)
}

// utf16Len returns the number of UTF-16 units of a character.
func utf16Len(r rune) int {
	if r > 0xFFFF && r <= utf8.MaxRune {
		return 2
	}
	return 1
}
