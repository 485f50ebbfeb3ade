package wordbook

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/runs"
)

// maxColumns is the largest number of columns of a table.
const maxColumns = 63 // Word's own limit

// cell is a cell of a table being read.
type cell struct {
	blocks []book.Block
	span   int
	bold   bool // all its words are
}

// grid is the cells of a table by rows.
type grid struct {
	rows   [][]cell
	widest int  // columns
	merged bool // cells are merged
	text   bool // the cells hold nothing but text
}

// gridOf reads the cells of rows.
func (f *reader) gridOf(rows []*node) grid {
	g := grid{text: true}
	for _, row := range rows {
		var cells []cell
		columns := min(number(row.child("trPr").val("gridBefore")), maxColumns)
		for range columns {
			cells = append(cells, cell{span: 1})
		}
		for _, tc := range cellsOf(row) {
			tcPr := tc.child("tcPr")
			c := cell{span: max(1, number(tcPr.val("gridSpan"))), bold: allBold(f, tc)}
			columns += c.span
			merge := tcPr.child("vMerge")
			g.merged = g.merged || merge != nil || c.span > 1
			if merge == nil || merge.attr("val") == "restart" {
				c.blocks = f.blocks(tc)
				g.text = g.text && onlyText(c.blocks)
			} else {
				c.bold = false
			}
			cells = append(cells, c)
		}
		g.widest = max(g.widest, columns)
		g.rows = append(g.rows, cells)
	}
	return g
}

// table returns a table, or what its cells hold, if that is more than text.
func (f *reader) table(n *node) []book.Block {
	rows := rowsOf(n)
	paragraph, nearby := f.paragraph, f.near
	g := f.gridOf(rows)
	if g.widest == 0 {
		return nil
	}
	after := f.paragraph
	f.paragraph, f.near = paragraph+1, nearby
	defer func() { f.paragraph = after }()
	if one := len(g.rows) == 1 && len(g.rows[0]) == 1; !g.text || g.widest > maxColumns || one {
		if !one {
			f.remark(NestedTable, near(n))
		}
		var out []book.Block
		for _, row := range g.rows {
			for _, c := range row {
				out = append(out, c.blocks...)
			}
		}
		return out
	}
	if g.merged {
		f.remark(MergedCells, near(n))
	}
	t := &book.Table{Align: make([]book.Align, g.widest)}
	for i, row := range g.rows {
		cells := make([]book.Cell, g.widest)
		at, bold := 0, true
		for _, c := range row {
			if at < g.widest {
				cells[at] = runs.Lines(c.blocks)
			}
			bold = bold && (c.bold || len(c.blocks) == 0)
			at += c.span
		}
		_, header := rows[i].child("trPr").on("tblHeader")
		if i == 0 && (header || bold || f.styledHead(n)) {
			for k := range cells {
				cells[k] = unbold(cells[k])
			}
			t.Head = cells
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, row := range rows[min(1, len(rows)-1):] {
		f.align(t, row)
	}
	if t.Head == nil {
		t.Head = make([]book.Cell, g.widest)
	}
	return []book.Block{t}
}

// align sets how the columns are aligned that nothing aligns yet, from the paragraphs of a row.
func (f *reader) align(t *book.Table, row *node) {
	at := 0
	for _, tc := range cellsOf(row) {
		if p := tc.child("p"); p != nil && at < len(t.Align) && t.Align[at] == book.AlignDefault {
			switch st := f.styles.of(p.child("pPr")); {
			case st.center:
				t.Align[at] = book.AlignCenter
			case st.right:
				t.Align[at] = book.AlignRight
			}
		}
		at += max(1, number(tc.child("tcPr").val("gridSpan")))
	}
}

// styledHead reports whether a table's style gives its first row another look.
func (f *reader) styledHead(n *node) bool {
	tblPr := n.child("tblPr")
	look := tblPr.child("tblLook")
	st := f.styles.byID[tblPr.val("tblStyle")]
	if look == nil || st == nil || st.name == "table grid" || st.name == "normal table" || st.name == "table normal" {
		return false
	}
	return look.attr("firstRow") == "1"
}

// rowsOf returns the rows of a table, without those that a tracked change deletes.
func rowsOf(n *node) []*node {
	var out []*node
	for _, c := range n.children {
		switch c.name {
		case "tr":
			if c.child("trPr").child("del") == nil {
				out = append(out, c)
			}
		case "sdt":
			if content := c.child("sdtContent"); content != nil {
				out = append(out, rowsOf(content)...)
			}
		case "ins", "moveTo", "customXml":
			out = append(out, rowsOf(c)...)
		}
	}
	return out
}

func cellsOf(n *node) []*node {
	var out []*node
	for _, c := range n.children {
		switch c.name {
		case "tc":
			out = append(out, c)
		case "sdt":
			if content := c.child("sdtContent"); content != nil {
				out = append(out, cellsOf(content)...)
			}
		case "customXml", "ins":
			out = append(out, cellsOf(c)...)
		}
	}
	return out
}

// allBold reports whether all words of a cell are bold.
func allBold(f *reader, n *node) bool {
	bold, words := true, false
	n.walk(func(p *node) bool {
		if p.name != "p" {
			return true
		}
		st := f.styles.of(p.child("pPr"))
		p.walk(func(r *node) bool {
			if r.name == "r" && strings.TrimSpace(r.plain()) != "" {
				words = true
				format, _ := f.characterFormat(r.child("rPr"), change{bold: st.format.bold})
				bold = bold && format.Bold
			}
			return r.name != "r"
		})
		return false
	})
	return bold && words
}

// unbold takes the bold off a cell that is bold as a whole: a table's head is set as the book's style has it.
func unbold(c book.Cell) book.Cell {
	if len(c) == 1 {
		if s, ok := c[0].(*book.Strong); ok {
			return s.Text
		}
	}
	return c
}

// onlyText reports whether a cell holds what a table of a book can: text, lists and pictures.
func onlyText(blocks []book.Block) bool {
	for _, b := range blocks {
		switch b.(type) {
		case *book.Paragraph, *book.Aligned, *book.List, *book.Figure, *book.PageBreak:
		default:
			return false
		}
	}
	return true
}
