package manuscript

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"octavo/cmd/octavo/internal/book"
)

func task(item ast.Node) book.Task {
	if item.FirstChild() == nil {
		return book.NoTask
	}
	box, ok := item.FirstChild().FirstChild().(*extast.TaskCheckBox)
	switch {
	case !ok:
		return book.NoTask
	case box.IsChecked:
		return book.Done
	}
	return book.Open
}

func (b *builder) lines(n ast.Node) []string {
	out := make([]string, 0, n.Lines().Len())
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		out = append(out, strings.TrimRight(string(seg.Value(b.source)), "\r\n"))
	}
	return out
}

func (b *builder) table(n *extast.Table) *book.Table {
	t := &book.Table{Pos: b.pos(n.Pos())}
	b.tableCaption(n, t)
	for _, a := range n.Alignments {
		t.Align = append(t.Align, map[extast.Alignment]book.Align{
			extast.AlignLeft: book.AlignLeft, extast.AlignRight: book.AlignRight, extast.AlignCenter: book.AlignCenter,
		}[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := make([]book.Cell, 0, len(t.Align))
		end := -1
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, b.text(c))
			end = -1
			if c.Lines().Len() > 0 {
				end = c.Lines().At(0).Stop
			}
		}
		if _, ok := row.(*extast.TableHeader); ok {
			t.Head = cells
			continue
		}
		t.Rows = append(t.Rows, cells)
		if end < 0 {
			continue
		}
		rest, _ := cutLine(b.source[end:])
		if words := bytes.Trim(rest, " \t\r\n|"); len(words) > 0 {
			b.f.diags.Errorf("table-cells", b.pos(end+bytes.Index(rest, words)),
				"row with more cells than the table's head, which has %d", len(t.Align)).
				Note("add a column to the head, or delete the cell; write \\| for a bar inside a cell")
		}
	}
	b.captionRow(n, t)
	return t
}

func (b *builder) definitions(n *extast.DefinitionList) *book.Definitions {
	out := &book.Definitions{Pos: b.pos(n.Pos())}
	var d *book.Definition
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*extast.DefinitionDescription); ok && d != nil {
			d.Defs = append(d.Defs, b.blocks(c))
			continue
		}
		if d == nil || len(d.Defs) > 0 {
			d = &book.Definition{Pos: b.pos(c.Pos())}
			out.Items = append(out.Items, d)
		}
		d.Terms = append(d.Terms, b.text(c))
	}
	return out
}
