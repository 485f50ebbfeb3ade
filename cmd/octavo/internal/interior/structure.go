package interior

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
)

// titled returns the inlines of a title that is not from the manuscript.
func titled(title string) []book.Inline {
	return []book.Inline{&book.Text{Value: title}}
}

var headings = [...]page.NodeKind{page.NodeH1, page.NodeH2, page.NodeH3, page.NodeH4, page.NodeH5,
	page.NodeH6}

// headingNode adds a heading of a level, 1 for the title of the division. It skips no level, even where the author did,
// because screen readers go from heading to heading (ISO 14289-1, 7.4.2).
func (c *column) headingNode(level int) *page.Node {
	c.level = min(c.base+level-1, c.level+1, len(headings))
	if c.level < 1 { // of what has no structure
		c.level = 1
	}
	return c.node.Add(headings[c.level-1])
}

// figureNode adds a figure; a picture without a description is decoration and has no node.
func figureNode(parent *page.Node, img *book.Image) *page.Node {
	if img.Alt == "" {
		return nil
	}
	n := parent.Add(page.NodeFigure)
	if n != nil {
		n.Alt, n.Lang = img.Alt, img.Lang
	}
	return n
}

// listNode adds a list; labels is the numbering style of its items.
func listNode(parent *page.Node, labels string) *page.Node {
	n := parent.Add(page.NodeList)
	if n != nil {
		n.Labels = labels
	}
	return n
}

// rowNodes adds a row of a table and returns its cells.
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

// tree returns the structure of the whole book, in the order in which it is bound. It contains the trees of the divisions
// themselves, not copies, but for those of parts: their chapters' trees stand in these.
func (in *interior) tree() *page.Node {
	root := &page.Node{Kind: page.NodeDocument}
	part := root
	for _, d := range in.divisions {
		switch tree := d.version.tree; {
		case tree == nil:
		case d.part != "":
			part.Children = append(part.Children, tree)
		case tree.Kind == page.NodePart:
			own := *tree
			own.Children = slices.Clone(tree.Children)
			root.Children = append(root.Children, &own)
			part = &own
		default:
			root.Children = append(root.Children, tree)
			part = root
		}
	}
	return root
}
