package interior

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// The rules of a table, as books have them: a thicker one above and below, a thin one under the head, none between columns
// (The Chicago Manual of Style, 17th edition, 3.53).
const (
	thickRule = page.Pt * 6 / 10
	thinRule  = page.Pt * 3 / 10
)

// table sets a table: its caption, its head between rules, its rows, and a rule below them. A table that is too wide is set
// smaller, then turned sideways on a page of its own, and refused if that does not do either.
func (c *column) table(t *book.Table) {
	columns := len(t.Head)
	for _, r := range t.Rows {
		columns = max(columns, len(r))
	}
	if columns == 0 {
		return
	}
	if t.ID != "" {
		c.anchors = append(c.anchors, t.ID)
	}
	fit, ok := c.fitTable(t, columns, c.width())
	if !ok && c.turnTable(t, columns) {
		c.faults.Warnf("table-turned", t.Pos, "table of %d columns turned sideways on a page of its own", columns).
			Note("use fewer columns or shorter words if it is to stand in the text")
		return
	}
	if !ok {
		c.faults.Errorf("table-overflow", t.Pos, "table of %d columns too wide for the page", columns).
			Note("use fewer columns or shorter words, or exchange rows and columns")
		return
	}
	if fit.scale < tableScale {
		c.faults.Warnf("table-small", t.Pos, "table of %d columns set at %.1f pt, so that its columns hold their words", columns, fit.body.Size.Points()).
			Note("use fewer columns or shorter words if that is too small to read")
	}
	c.skip(c.leading)
	c.setTable(t, fit, c.textHeight/2)
	c.penalty = 0
	c.skip(c.leading)
	c.indent = false
}

// tableSetter sets one table.
type tableSetter struct {
	*column
	tableFit
	table   *book.Table
	at      page.Length // where the table begins, from the left of the measure
	node    *page.Node
	leading page.Length // of the lines of a cell
	most    page.Length // the height of a row that no page break divides
}

// setTable sets a table as fitted. Rows taller than most are divided by page breaks.
func (c *column) setTable(t *book.Table, fit tableFit, most page.Length) {
	s := tableSetter{column: c, tableFit: fit, table: t, most: most, at: c.left + max(0, c.width()-fit.width())/2, node: c.node.Add(page.NodeTable)}
	s.leading = min(fit.body.Size*5/4, c.leading)
	s.caption()
	head := s.head()
	if len(t.Rows) == 0 && head {
		row := c.flow[len(c.flow)-1].first()
		row.Items = append(row.Items, s.rule(row.Height+2*s.clear(), thickRule))
	}
	overleaf := s.overleaf()
	for i, r := range t.Rows {
		rows := s.row(r, s.body, rowNodes(s.node, page.NodeCell, len(s.widths)))
		for k := range rows {
			rows[k].Overleaf = overleaf
		}
		if i == 0 && !head {
			rows[0].Items = append([]page.Item{s.rule(-s.clear(), thickRule)}, rows[0].Items...)
		}
		if i == len(t.Rows)-1 {
			last := &rows[len(rows)-1]
			last.Items = append(last.Items, s.rule(last.Height+2*s.clear(), thickRule))
		}
		c.rows(rows)
		if i == 0 || i == len(t.Rows)-2 {
			c.keep() // two rows at least on each side of a break
		}
	}
}

// clear is how far a rule stands from the edge of the row beside it: the letters of a row hang in its lower half.
func (s *tableSetter) clear() page.Length { return s.column.leading * 9 / 100 }

// rule returns a rule as wide as the table.
func (s *tableSetter) rule(y, h page.Length) page.Item {
	return &page.Rule{X: s.at, Y: y - h/2, W: s.tableFit.width(), H: h, Color: page.Black}
}

// head adds the head, if the table has one with words.
func (s *tableSetter) head() bool {
	if !hasWords(s.table.Head) {
		return false
	}
	s.rows([]typeset.Row{s.headRow(rowNodes(s.node, page.NodeHeaderCell, len(s.widths)))})
	s.keep()
	return true
}

// headRow sets the head between its rules, in the middle between them. The last lines of its cells stand on one line.
func (s *tableSetter) headRow(nodes []*page.Node) typeset.Row {
	cells, n := s.cells(s.table.Head, s.tableFit.head, nodes)
	for i, lines := range cells {
		cells[i] = append(make([]typeset.Line, n-len(lines)), lines...)
	}
	r := asOne(s.lines(cells, n))
	face := s.tableFit.head.Span("x", s.table.Pos)
	letters := face.Size * page.Length(face.Font.XHeight) / page.Length(face.Font.Upem)
	if s.tableFit.head.Features&font.AllSmallCaps == 0 {
		letters = face.Size * page.Length(face.Font.CapHeight) / page.Length(face.Font.Upem)
	}
	above := textstyle.Baseline(s.column.leading) - letters // of the first line, as it stands
	below := r.Height - textstyle.Baseline(s.column.leading) - page.Length(n-1)*s.leading
	for _, it := range r.Items {
		page.Shift(it, 0, (below-above)/2-s.clear())
	}
	r.Items = append([]page.Item{s.rule(-s.clear(), thickRule)}, r.Items...)
	r.Items = append(r.Items, s.rule(r.Height-s.clear(), thinRule))
	return r
}

// overleaf returns what stands above the rows that a page begins with: a line that says that the table continues, and the
// head once more. A reader who hears the table has heard its head: it is no part of the structure.
func (s *tableSetter) overleaf() *typeset.Row {
	notes := s.layout.notes // their marks are not repeated: by the page, they would be others
	s.layout.notes = nil
	defer func() { s.layout.notes = notes }()
	rows := s.lines([][]typeset.Line{s.continued()}, 1)
	if hasWords(s.table.Head) {
		rows = append(rows, s.headRow(make([]*page.Node, len(s.widths))))
	} else {
		rows[0].Items = append(rows[0].Items, s.rule(rows[0].Height-s.clear(), thickRule))
	}
	r := asOne(rows)
	r.Items = slices.DeleteFunc(r.Items, func(it page.Item) bool {
		switch it := it.(type) {
		case *page.Link, *page.Anchor:
			return true
		case *page.Text:
			it.Offset = page.Made // the page begins with the rows
		}
		return false
	})
	return &r
}

// continued sets the line that says that the table continues: its caption with that word, if one line holds both.
func (s *tableSetter) continued() []typeset.Line {
	d := s.captionStyle()
	set := func(says string) []typeset.Line {
		span := d.Span(says, s.table.Pos)
		span.Offset = page.Made
		return s.centered([]typeset.Inline{span})
	}
	if words := book.PlainText(s.table.Caption); words != "" {
		if label := captions.Label(s.lang, book.Numbered{Table: true, Number: s.table.Number}); label != "" {
			words = label + " " + words
		}
		if lines := set(s.lang.Tables.Continued.Fill("caption", strings.TrimSuffix(words, "."))); len(lines) == 1 {
			return lines
		}
	}
	return set(s.lang.Tables.Goes)
}

// caption sets the caption above the table. The page map goes by the order in which things were written: a caption written
// after its table does not begin a page.
func (s *tableSetter) caption() {
	if len(s.table.Caption) == 0 {
		return
	}
	spans := s.captioned(book.Numbered{Table: true, Number: s.table.Number}, s.table.Caption, s.captionStyle().In(s.node.Add(page.NodeCaption)))
	if s.table.Caption[0].Start().Offset > s.table.Pos.Offset {
		for _, in := range spans {
			if span, ok := in.(*typeset.Span); ok {
				span.Offset = page.Made
			}
		}
	}
	lines := s.centered(spans)
	s.rows([]typeset.Row{asOne(s.lines([][]typeset.Line{lines}, len(lines)))})
	s.keep()
}

// captionStyle returns the style of a table's caption.
func (s *tableSetter) captionStyle() textstyle.Style {
	d := s.textStyle.Aside()
	d.Size = d.Size * tableScale / 100
	return d
}

// centered sets lines over the middle of the table, clear of its upper rule.
func (s *tableSetter) centered(spans []typeset.Inline) []typeset.Line {
	lines := s.setParagraph(spans, typeset.Setting{Measure: s.column.width() * 9 / 10, Align: typeset.Centered, Balanced: true})
	for _, l := range lines {
		for _, it := range l.Items {
			page.Shift(it, s.left+s.column.width()/20, -s.column.leading/5)
		}
	}
	return lines
}

// row sets a row. One that is too tall is divided by page breaks as a paragraph is.
func (s *tableSetter) row(cells []book.Cell, d textstyle.Style, nodes []*page.Node) []typeset.Row {
	set, n := s.cells(cells, d, nodes)
	if page.Length(n)*s.column.leading > s.most {
		inner := s.leading
		s.leading = s.column.leading // each line is a row of the grid
		rows := s.lines(set, n)
		s.leading = inner
		likeParagraph(rows)
		return rows
	}
	return []typeset.Row{asOne(s.lines(set, n))}
}

// cells breaks the cells of a row into lines and returns how many the longest has, at least one.
func (s *tableSetter) cells(cells []book.Cell, d textstyle.Style, nodes []*page.Node) (out [][]typeset.Line, most int) {
	out = make([][]typeset.Line, len(s.widths))
	most = 1
	x := s.at
	for i, w := range s.widths {
		if i < len(cells) {
			out[i] = s.cell(cells[i], d.In(nodes[i]), s.table.Alignment(i), w)
			for _, l := range out[i] {
				for _, it := range l.Items {
					page.Shift(it, x, 0)
				}
			}
		}
		most = max(most, len(out[i]))
		x += w + s.gap
	}
	return out, most
}

// cell breaks the text of a cell into lines.
func (s *tableSetter) cell(cell book.Cell, d textstyle.Style, align book.Align, width page.Length) []typeset.Line {
	set := typeset.Setting{Measure: width, Align: typeset.RaggedRight, Hyphenator: s.hyphenator}
	switch align {
	case book.AlignCenter:
		set.Align = typeset.Centered
	case book.AlignRight:
		set.Align = typeset.RaggedLeft
	}
	if s.lang.RightToLeft() && align == book.AlignRight { // where lines begin: figures end there too
		set.Align = typeset.RaggedRight
	} else if s.lang.RightToLeft() && align == book.AlignLeft {
		set.Align = typeset.RaggedLeft
	}
	lines := s.setParagraph(s.spans(cell, d), set)
	for i := range lines {
		if over := lines[i].Over; over > overfullLeast {
			s.fault(&lines[i], "table-wide", "cell %.1f pt too wide for its column", over.Points()).
				Note("use shorter words in the cell, or fewer columns")
		}
	}
	return lines
}

// lines puts the lines of cells beside each other, a row for each of n lines. The first stands on the grid, the others follow
// at the leading of cells, and the last row is as high as fills the grid: so rows of several lines stand apart.
func (s *tableSetter) lines(cells [][]typeset.Line, n int) []typeset.Row {
	rows := make([]typeset.Row, n)
	var height page.Length
	for k := range rows {
		r := &rows[k]
		base := textstyle.Baseline(s.column.leading)
		above, below := page.Length(0), page.Length(0)
		for _, lines := range cells {
			if k < len(lines) {
				up := max(0, lines[k].Ascent-base) // a picture in the line
				above = max(above, up)
				below = max(below, textstyle.Below(lines[k], s.leading))
			}
		}
		base += above
		r.Height = s.leading + above + below
		for _, lines := range cells {
			if k >= len(lines) {
				continue
			}
			for _, it := range lines[k].Items {
				page.Shift(it, 0, base)
				r.Items = append(r.Items, it)
			}
			for _, note := range lines[k].Notes {
				r.Notes = append(r.Notes, s.noteRows(note)...)
			}
		}
		height += r.Height
	}
	rows[n-1].Height += textstyle.RoundUp(height+s.column.leading-s.leading, s.column.leading) - height
	return rows
}
