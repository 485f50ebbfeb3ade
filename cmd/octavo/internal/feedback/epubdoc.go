package feedback

import (
	"encoding/xml"
	"sort"
	"strings"
	"unicode/utf8"
)

// node is an element or a text of a document.
type node struct {
	name     string // "" of a text
	id       string
	text     string
	children []*node
	steps    map[int]*node // the children as CFIs count them; made when it is asked for
}

// document is a file of an EPUB, with what places in it are looked up by. All of that is made once, however many places
// are asked for.
type document struct {
	root   *node
	ids    map[string]*node // the first of each
	flat   string           // the text, a line a paragraph
	places map[*node]int    // where each node begins in flat
	body   string           // the text of the body as it is written
	steps  []unitsAt        // of body, from its beginning on, at most unitStep and one units apart
}

// unitsAt is a place in a text: how many bytes, and how many UTF-16 units, come before it.
type unitsAt struct{ bytes, units int }

const unitStep = 1024

// parse reads a document. It stops at more nodes than there is room for, and gives how many there are.
func parse(text string, room int) (root *node, nodes int) {
	root = &node{name: "#document"}
	stack := []*node{root}
	d := lenient(text)
	var run strings.Builder // text that has not ended: comments may stand in it
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

// child is the n-th child as CFIs count: elements are even, the texts between them odd.
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

// flatten is a document's text; at calls what begins where.
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

// unit is the byte of the body at so many UTF-16 units.
func (d *document) unit(n int) int {
	k := sort.Search(len(d.steps), func(i int) bool { return d.steps[i].units > n }) - 1
	if k < 0 {
		return 0
	}
	at := d.steps[k]
	return at.bytes + units(d.body[at.bytes:], n-at.units)
}

// units is how many bytes so many UTF-16 units of a text are.
func units(s string, n int) int {
	for i, r := range s {
		if n <= 0 {
			return i
		}
		n -= utf16Len(r)
	}
	return len(s)
}

// utf16Len is how many UTF-16 units a letter is.
func utf16Len(r rune) int {
	if r > 0xFFFF && r <= utf8.MaxRune {
		return 2
	}
	return 1
}
