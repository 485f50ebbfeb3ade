package htmlbook

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/runs"
)

// maxColumns is the largest number of columns of a table; one that says it has more is set as what is in its cells.
const maxColumns = 60

// table appends a table. One whose cells hold more than text, or that only places things on a screen, is set as what its cells hold.
func (c *converter) table(out []book.Block, n *node, s scope) []book.Block {
	rows, caption, stray := tableRows(n)
	out = c.flow(out, &node{children: stray}, s)
	grid, widest, merged := placeCells(rows)
	if widest == 0 {
		if caption != nil {
			out = c.flow(out, caption, s)
		}
		return out
	}
	if lays := widest == 1 && len(rows) == 1 || n.hasRole("presentation", "none"); lays || widest > maxColumns || holdsBlocks(rows) {
		if !lays {
			c.left(Layout, n, "")
		}
		if caption != nil {
			out = c.flow(out, caption, s)
		}
		for _, row := range rows {
			for _, cell := range row.children {
				if isCell(cell) {
					out = c.flow(out, cell, s)
				}
			}
		}
		return out
	}
	t := &book.Table{Pos: c.doc.pos(n.at), Align: make([]book.Align, widest)}
	if caption != nil {
		flat(caption)
		t.Caption = c.cell(caption, s)
	}
	for i, row := range rows {
		cells := make([]book.Cell, widest)
		head := i == 0
		for _, p := range grid[i] {
			head = head && (p.cell.tag == "th" || row.parent.tag == "thead")
			cells[p.column] = c.cell(p.cell, s)
			if t.Align[p.column] == book.AlignDefault {
				t.Align[p.column] = c.align(p.cell)
			}
		}
		if head {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	if t.Head == nil {
		t.Head = make([]book.Cell, widest)
	}
	if merged {
		c.left(Merged, n, "")
	}
	return append(out, t)
}

// tableRows returns the rows of a table, without those of tables inside it, its caption, and what stands in it outside of cells: like a
// browser, the caller puts that before the table.
func tableRows(n *node) (rows []*node, caption *node, stray []*node) {
	for _, child := range n.children {
		switch child.tag {
		case "tr":
			rows = append(rows, child)
			for _, c := range child.children {
				if !isCell(c) {
					stray = append(stray, c)
				}
			}
		case "thead", "tbody", "tfoot":
			inner, _, loose := tableRows(child)
			rows, stray = append(rows, inner...), append(stray, loose...)
		case "caption":
			if caption == nil {
				caption = child
				continue
			}
			stray = append(stray, child)
		case "col":
		case "colgroup":
			stray = append(stray, child.children...)
		default:
			stray = append(stray, child)
		}
	}
	return rows, caption, stray
}

func isCell(n *node) bool { return n.tag == "td" || n.tag == "th" }

// placed is a cell in its column.
type placed struct {
	cell   *node
	column int
}

// placeCells returns the cells of each row with their columns, the number of columns in which a cell begins, and whether a cell takes more than
// one column or row: the algorithm of HTML (section 4.9.12.1), where the cells beside one that reaches down from above move to the right. It
// ends where there are more columns than maxColumns.
func placeCells(rows []*node) (grid [][]placed, widest int, merged bool) {
	var hanging []int // rows that a cell of each column still reaches into
	var group *node
	for _, row := range rows {
		if row.parent != group { // cells reach to the end of their group
			group, hanging = row.parent, nil
		}
		var line []placed
		at := 0
		for _, cell := range row.children {
			if !isCell(cell) {
				continue
			}
			for at < len(hanging) && hanging[at] > 0 {
				hanging[at]--
				at++
			}
			across, down := span(cell.attr("colspan"), maxColumns+1), span(cell.attr("rowspan"), maxRowSpan)
			if cell.attr("rowspan") == "0" {
				down = maxRowSpan
			}
			merged = merged || across > 1 || down > 1
			line = append(line, placed{cell, at})
			if widest = max(widest, at+1); widest > maxColumns {
				return nil, widest, merged
			}
			for range across {
				if at == len(hanging) {
					hanging = append(hanging, 0)
				}
				hanging[at] = max(hanging[at]-1, down-1)
				at++
			}
		}
		for ; at < len(hanging); at++ {
			hanging[at] = max(0, hanging[at]-1)
		}
		grid = append(grid, line)
	}
	return grid, widest, merged
}

// maxRowSpan is the largest number of rows that a cell takes (HTML, section 4.9.11).
const maxRowSpan = 65534

// span returns the number of columns or rows of a cell, at most limit.
func span(value string, limit int) int {
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}

// holdsBlocks reports whether a cell holds what is no running text and no list.
func holdsBlocks(rows []*node) bool {
	found := false
	for _, row := range rows {
		for _, cell := range row.children {
			if cell.hasBlock {
				cell.walk(func(n *node) bool {
					switch n.tag {
					case "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "dl", "hr":
						found = true
					}
					return !found
				})
			}
		}
	}
	return found
}

// cell returns the text of a cell: its paragraphs and items on lines of their own.
func (c *converter) cell(n *node, s scope) book.Cell {
	inner, ok := c.format(n, s)
	if !ok {
		return nil
	}
	if n.tag == "th" {
		inner.Bold = false
	}
	return runs.Lines(c.flow(nil, n, inner))
}

// align returns how a cell is aligned.
func (c *converter) align(n *node) book.Align {
	value := strings.ToLower(n.attr("align"))
	for one := range strings.SplitSeq(n.attr("style"), ";") {
		if key, v, ok := strings.Cut(one, ":"); ok && strings.EqualFold(strings.TrimSpace(key), "text-align") {
			value = strings.ToLower(strings.TrimSpace(v))
		}
	}
	for _, class := range n.classes() {
		if v, ok := strings.CutPrefix(class, "has-text-align-"); ok {
			value = v
		}
	}
	switch value {
	case "left":
		return book.AlignLeft
	case "right", "end":
		return book.AlignRight
	case "center":
		return book.AlignCenter
	}
	return book.AlignDefault
}
