package wordbook

import (
	"encoding/xml"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/opc"
)

// node is an element, or text, which has no name.
type node struct {
	name     string // without prefix, but for "m:" before the elements of formulas
	text     string
	attrs    []xml.Attr
	children []*node
}

// skipped are the elements that hold nothing of the text.
var skipped = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"proofErr": true, "lastRenderedPageBreak": true, "rPrChange": true, "pPrChange": true, "sectPrChange": true,
		"tblPrChange": true, "tcPrChange": true, "trPrChange": true, "numberingChange": true, "permStart": true, "permEnd": true}
})

// parse reads a part.
func parse(c *opc.Container, name string) (*node, error) {
	root := &node{name: "#part"}
	stack := []*node{root}
	err := c.Elements(name, func(e *xml.StartElement) bool {
		if skipped()[e.Name.Local] {
			return false
		}
		n := &node{name: e.Name.Local, attrs: e.Attr}
		if e.Name.Space == "m" {
			n.name = "m:" + n.name
		}
		top := stack[len(stack)-1]
		top.children = append(top.children, n)
		stack = append(stack, n)
		return true
	}, func(string) { stack = stack[:len(stack)-1] }, func(b []byte) {
		top := stack[len(stack)-1]
		switch top.name {
		case "t", "delText", "instrText", "m:t", "posOffset":
		default:
			if len(strings.TrimSpace(string(b))) == 0 {
				return
			}
		}
		top.children = append(top.children, &node{text: string(b)})
	})
	return root, err
}

// attr returns an attribute by its name without prefix, "" if there is none.
func (n *node) attr(name string) string {
	for i := range n.attrs {
		if n.attrs[i].Name.Local == name {
			return n.attrs[i].Value
		}
	}
	return ""
}

// child returns the first child of a name, nil if there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// val returns the val attribute of the first child of a name.
func (n *node) val(name string) string {
	if c := n.child(name); c != nil {
		return c.attr("val")
	}
	return ""
}

// find returns the first element of a name inside n.
func (n *node) find(name string) (found *node) {
	n.walk(func(c *node) bool {
		if found == nil && c.name == name {
			found = c
		}
		return found == nil
	})
	return found
}

// walk calls f for n and what is inside it, but not inside nodes for which f returns false.
func (n *node) walk(f func(*node) bool) {
	if !f(n) {
		return
	}
	for _, c := range n.children {
		c.walk(f)
	}
}

// plain returns the text inside n.
func (n *node) plain() string {
	var b strings.Builder
	n.walk(func(c *node) bool {
		switch c.name {
		case "t", "m:t":
			b.WriteString(textOf(c))
			return false
		case "p", "tab", "br", "cr":
			b.WriteByte(' ')
		case "del", "moveFrom", "Fallback":
			return false
		}
		return true
	})
	return b.String()
}

// on returns the value of a property that is on or off, and whether it is there.
func (n *node) on(name string) (yes, there bool) {
	c := n.child(name)
	if c == nil {
		return false, false
	}
	switch c.attr("val") {
	case "0", "false", "off", "none":
		return false, true
	}
	return true, true
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
