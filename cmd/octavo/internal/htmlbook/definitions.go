package htmlbook

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/runs"
)

// definitions appends a dl element: lists of definitions, and whatever else stands in it, in order. Terms without a definition are paragraphs.
func (c *converter) definitions(out []book.Block, n *node, s scope) []book.Block {
	var list *book.Definitions // at the end of out; nil: a definition begins a new one
	var one *book.Definition
	var loose []*node // neither terms nor definitions
	put := func(blocks ...book.Block) {
		if len(blocks) > 0 {
			out, list = append(out, blocks...), nil
		}
	}
	end := func() {
		switch {
		case one == nil:
		case len(one.Defs) == 0:
			for _, term := range one.Terms {
				put(&book.Paragraph{Pos: one.Pos, Text: term})
			}
		case len(one.Terms) == 0:
			put(slices.Concat(one.Defs...)...)
		default:
			if list == nil {
				list = &book.Definitions{Pos: one.Pos}
				out = append(out, list)
			}
			list.Items = append(list.Items, one)
		}
		one = nil
	}
	settle := func() {
		if blocks := c.flow(nil, &node{children: loose}, s); len(blocks) > 0 { // white between terms is nothing
			end()
			put(blocks...)
		}
		loose = nil
	}
	var visit func(n *node)
	visit = func(n *node) {
		for _, child := range n.children {
			if child.gone || child.tag != "dt" && child.tag != "dd" && !holdsTerms(child) {
				loose = append(loose, child)
				continue
			}
			settle()
			switch {
			case child.tag == "dd" && one == nil:
				loose = append(loose, child)
			case c.dropped(child):
			case child.tag == "dt":
				if one == nil || len(one.Defs) > 0 {
					end()
					one = &book.Definition{Pos: c.doc.pos(child.at)}
				}
				c.anchor(child)
				flat(child)
				var line runs.Line
				c.text(&line, child, s)
				for _, p := range runs.Paragraphs(line.Runs) {
					one.Terms = append(one.Terms, runs.Nest(p))
				}
			case child.tag == "dd":
				c.anchor(child)
				one.Defs = append(one.Defs, c.flow(nil, child, s))
			default:
				c.anchor(child)
				visit(child)
			}
		}
	}
	visit(n)
	settle()
	end()
	return out
}

// holdsTerms reports whether an element only groups terms and definitions of the list that it stands in.
func holdsTerms(n *node) (found bool) {
	n.walk(func(x *node) bool {
		found = found || x.tag == "dt" || x.tag == "dd"
		return !found && x.tag != "dl"
	})
	return found
}
