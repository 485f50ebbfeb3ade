package htmlbook

import (
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/book"
)

// listFigures are the figures of ordered lists by the attribute type (HTML, 4.4.5).
var listFigures = sync.OnceValue(func() map[string]book.Figures {
	return map[string]book.Figures{"a": book.SmallLetters, "A": book.CapitalLetters, "i": book.SmallRoman, "I": book.CapitalRoman}
})

// list appends a list. What stands in it outside its items belongs to the item before.
func (c *converter) list(out []book.Block, n *node, s scope) []book.Block {
	l := &book.List{Pos: c.doc.pos(n.at), Ordered: n.tag == "ol", First: 1, Tight: true}
	if start, err := strconv.Atoi(n.attr("start")); err == nil && start >= 0 {
		l.First = start
	}
	if l.Ordered {
		l.Figures = listFigures()[n.attr("type")]
	}
	for _, child := range n.children {
		if child.gone || child.tag == "" && strings.TrimSpace(child.text) == "" {
			continue
		}
		if child.tag == "li" && !c.dropped(child) {
			c.anchor(child)
			inner, ok := c.format(child, s)
			if !ok {
				continue
			}
			if v, err := strconv.Atoi(child.attr("value")); err == nil && v >= 0 && len(l.Items) == 0 {
				l.First = v
			}
			l.Items = append(l.Items, &book.Item{Pos: c.doc.pos(child.at), Task: box(child), Blocks: c.flow(nil, child, inner)})
			continue
		}
		loose := c.flow(nil, &node{children: []*node{child}}, s)
		switch {
		case len(loose) == 0:
		case len(l.Items) == 0:
			l.Items = append(l.Items, &book.Item{Pos: c.doc.pos(child.at), Blocks: loose})
		default:
			last := l.Items[len(l.Items)-1]
			last.Blocks = append(last.Blocks, loose...)
		}
	}
	if len(l.Items) == 0 {
		return out
	}
	for _, item := range l.Items {
		if !isTight(item.Blocks) {
			l.Tight = false
		}
	}
	return append(out, l)
}

// isTight reports whether an item has one paragraph at most, with lists under it.
func isTight(blocks []book.Block) bool {
	for i, b := range blocks {
		switch b.(type) {
		case *book.List:
		case *book.Paragraph:
			if i > 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// box returns the box of an item that begins with one.
func box(li *node) book.Task {
	task := book.NoTask
	li.walk(func(n *node) bool {
		if n.tag == "input" && strings.EqualFold(n.attr("type"), "checkbox") && task == book.NoTask {
			task = book.Open
			if n.has("checked") {
				task = book.Done
			}
		}
		return n == li || n.tag == "p" || n.tag == "label"
	})
	return task
}
