package compose

import (
	"strings"

	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
)

// in is d for the content of a node.
func (d dress) in(node *page.Node) dress {
	d.node = node
	return d
}

// to is d for the words of a link to an anchor.
func (d dress) to(anchor string) dress {
	d.anchor, d.url, d.node = anchor, "", d.node.Add(page.NodeLink)
	return d
}

// spoken is d for words in a language. In another than the book's they are not divided, for the patterns are the book's,
// and whoever reads the book aloud is told.
func (d dress) spoken(lang string) dress {
	if d.node = d.node.Add(page.NodeSpan); d.node != nil {
		d.node.Lang = lang
	}
	d.solid = d.solid || !strings.EqualFold(primary(lang), primary(d.fonts.language))
	return d
}

// primary is the language of a tag without its region and the like.
func primary(tag string) string {
	lang, _, _ := strings.Cut(tag, "-")
	return lang
}

// titled are the inlines of a title that octavo gives.
func titled(title string) []manuscript.Inline {
	return []manuscript.Inline{&manuscript.Text{Value: title}}
}

var headings = [...]page.NodeKind{page.NodeH1, page.NodeH2, page.NodeH3, page.NodeH4, page.NodeH5,
	page.NodeH6}

// headingNode adds a heading of a level, 1 for the title of what is set. No level is left out on the way down, even where
// the author did: readers go from heading to heading (ISO 14289-1, 7.4.2).
func (c *column) headingNode(level int) *page.Node {
	c.level = min(c.base+level-1, c.level+1, len(headings))
	if c.level < 1 { // of what has no structure
		c.level = 1
	}
	return c.node.Add(headings[c.level-1])
}

// figureNode adds a picture that says something; one without a description is mere decoration.
func figureNode(parent *page.Node, alt string) *page.Node {
	if alt == "" {
		return nil
	}
	n := parent.Add(page.NodeFigure)
	if n != nil {
		n.Alt = alt
	}
	return n
}

// listNode adds a list; labels are how its items are marked.
func listNode(parent *page.Node, labels string) *page.Node {
	n := parent.Add(page.NodeList)
	if n != nil {
		n.Labels = labels
	}
	return n
}

// rowNodes adds the row of a table and gives its cells.
func rowNodes(table *page.Node, kind page.NodeKind, columns int) []*page.Node {
	row := table.Add(page.NodeRow)
	cells := make([]*page.Node, columns)
	for i := range cells {
		cells[i] = row.Add(kind)
		if cells[i] != nil && kind == page.NodeHeaderCell {
			cells[i].Scope = "Column"
		}
	}
	return cells
}

// tree is the structure of the whole book, in the order in which it is bound. It takes the pieces' own trees over.
func (in *interior) tree() *page.Node {
	root := &page.Node{Kind: page.NodeDocument}
	part := root
	for _, p := range in.pieces {
		tree := p.tree
		if tree == nil && len(p.leaves) > 0 {
			tree = p.leaves[0].tree
		}
		switch {
		case tree == nil:
		case p.part != "":
			part.Children = append(part.Children, tree)
		default:
			root.Children = append(root.Children, tree)
			if part = root; tree.Kind == page.NodePart {
				part = tree
			}
		}
	}
	return root
}
