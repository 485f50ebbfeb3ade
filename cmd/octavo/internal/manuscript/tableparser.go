package manuscript

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The parsers of tables, definition lists and task boxes are our own, and make the nodes of goldmark's: package goldmark/extension
// compiles large regular expressions whenever a program that imports it starts: a seventh of the time of a command that does nothing.
// oracle_test.go holds them against that package.

// tableParser makes tables of paragraphs, as GitHub's Markdown has them: a row, under it a row of dashes with as many cells, which may
// have colons for the alignment of columns, and then rows to the paragraph's end. Lines above these stay a paragraph.
type tableParser struct{}

func (tableParser) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, source := node.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		seg := lines.At(i)
		aligns := delimiterRow(seg.Value(source))
		if aligns == nil {
			continue
		}
		row := tableRowParser{source, aligns, found(pc)}
		head := row.parse(lines.At(i-1), true)
		if head.ChildCount() != len(aligns) {
			return
		}
		table := extast.NewTable()
		table.Alignments = aligns
		table.SetPos(node.Pos())
		table.AppendChild(table, extast.NewTableHeader(head))
		for j := i + 1; j < lines.Len(); j++ {
			table.AppendChild(table, row.parse(lines.At(j), false))
		}
		replaceFrom(node, i-1, table)
		return
	}
}

// replaceFrom puts a table into the place of a paragraph's lines from the one with the index first.
func replaceFrom(node *ast.Paragraph, first int, table *extast.Table) {
	parent := node.Parent()
	parent.InsertAfter(parent, node, table)
	if first == 0 {
		parent.RemoveChild(parent, node)
		return
	}
	lines := node.Lines()
	lines.SetSliced(0, first)
	last := lines.At(first - 1)
	last.Stop-- // the end of its line
	lines.Set(first-1, last)
}

// delimiterRow returns the alignment of each column, if a line is the row under a table's head, or nil.
func delimiterRow(line []byte) []extast.Alignment {
	if indent, _ := util.IndentWidth(line, 0); indent > 3 || !delimits(line) || bytes.Count(line, []byte("-")) == len(line) {
		return nil
	}
	columns := bytes.Split(line, []byte{'|'})
	if util.IsBlank(columns[0]) {
		columns = columns[1:]
	}
	if n := len(columns); n > 0 && util.IsBlank(columns[n-1]) {
		columns = columns[:n-1]
	}
	var aligns []extast.Alignment
	for _, c := range columns {
		a, ok := delimiterCell(c)
		if !ok {
			return nil
		}
		aligns = append(aligns, a)
	}
	return aligns
}

// delimiterCell returns what a cell of the row under a table's head says of its column: dashes, and a colon at the side to which the
// column is aligned.
func delimiterCell(cell []byte) (extast.Alignment, bool) {
	cell = bytes.TrimSpace(cell)
	dashes, left := bytes.CutPrefix(cell, []byte(":"))
	dashes, right := bytes.CutSuffix(dashes, []byte(":"))
	if len(dashes) == 0 || len(bytes.Trim(dashes, "-")) > 0 {
		return extast.AlignNone, false
	}
	switch {
	case left && right:
		return extast.AlignCenter, true
	case left:
		return extast.AlignLeft, true
	case right:
		return extast.AlignRight, true
	}
	return extast.AlignNone, true
}

// tableRowParser parses the rows of one table.
type tableRowParser struct {
	source []byte
	aligns []extast.Alignment
	f      *findings
}

// parse returns a line's cells. A row of the body has a cell for each column: it is filled up, and what it has more is left out. The head
// has the cells of its line.
func (p tableRowParser) parse(whole text.Segment, head bool) *extast.TableRow {
	row := extast.NewTableRow(p.aligns)
	row.SetPos(whole.Start)
	seg := whole.TrimLeftSpace(p.source)
	seg = seg.TrimRightSpace(p.source)
	line := seg.Value(p.source)
	at, end := 0, len(line)
	if bytes.HasPrefix(line, []byte("|")) {
		at++
	}
	if bytes.HasSuffix(line, []byte("|")) {
		end--
	}
	n := 0
	for ; at < end && (head || n < len(p.aligns)); n++ {
		cell := extast.NewTableCell()
		cell.SetPos(whole.Start + at - whole.Padding)
		if n < len(p.aligns) {
			cell.Alignment = p.aligns[n]
		}
		stop, escapes := cellEnd(line[:end], at)
		if len(escapes) > 0 {
			for i := range escapes {
				escapes[i] += seg.Start
			}
			p.f.escapedBars = append(p.f.escapedBars, escapedBars{cell, escapes})
		}
		words := text.NewSegment(seg.Start+at, seg.Start+stop)
		words = words.TrimLeftSpace(p.source)
		cell.Lines().Append(words.TrimRightSpace(p.source))
		row.AppendChild(row, cell)
		at = stop + 1
	}
	for ; n < len(p.aligns); n++ {
		row.AppendChild(row, extast.NewTableCell())
	}
	return row
}

// cellEnd returns where the cell ends that begins at an offset of a row: at the next bar without a backslash before it. It also returns
// the offsets of the backslashes before bars that may stand in code.
func cellEnd(line []byte, at int) (end int, escapes []int) {
	code := false
	for end = at; end < len(line); end++ {
		switch {
		case line[end] == '`':
			code = true
		case line[end] == '|' && (end == 0 || line[end-1] != '\\'):
			return end, escapes
		case line[end] == '|' && code:
			escapes = append(escapes, end-1)
		}
	}
	return end, escapes
}

// escapedBars are the places of the backslashes before bars in a cell of a table, in the source.
type escapedBars struct {
	cell *extast.TableCell
	at   []int
}

// barTransformer takes the backslash from bars in the code of tables' cells. In other text, CommonMark takes it.
type barTransformer struct{}

func (barTransformer) Transform(_ *ast.Document, _ text.Reader, pc parser.Context) {
	f := found(pc)
	for _, e := range f.escapedBars {
		ast.Walk(e.cell, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && n.Kind() == ast.KindCodeSpan {
				e.takeFrom(n)
			}
			return ast.WalkContinue, nil
		})
	}
	f.escapedBars = nil
}

// takeFrom divides the texts of a span of code where a backslash stands in them that is not wanted, and leaves it out.
func (e escapedBars) takeFrom(code ast.Node) {
	for c := code.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		for _, at := range e.at {
			if at < t.Segment.Start || at >= t.Segment.Stop {
				continue
			}
			before, after := ast.NewRawTextSegment(t.Segment.WithStop(at)), ast.NewRawTextSegment(t.Segment.WithStart(at+1))
			code.InsertAfter(code, t, before)
			code.InsertAfter(code, before, after)
			code.RemoveChild(code, t)
			t = after
		}
		c = t
	}
}
