package compose

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

const wide = typeset.Length(1) << 40 // a measure that nothing fills

// table sets a table as a book does: a rule above, one under the head, one below, and white between the columns.
func (c *column) table(t *manuscript.Table) {
	columns := len(t.Head)
	for _, r := range t.Rows {
		columns = max(columns, len(r))
	}
	if columns == 0 {
		return
	}
	c.skip(c.leading)
	d := c.dress
	d.size = d.size * 92 / 100
	d.features = typeset.Lining | typeset.Tabular
	head := d.label()
	gap := d.size
	widths := c.columnWidths(t, columns, d, head, gap)
	total := gap * typeset.Length(columns-1)
	for _, w := range widths {
		total += w
	}
	left := c.left + max(0, c.width()-total)/2
	thick, thin := typeset.Pt*3/4, typeset.Pt*2/5
	rule := func(y, h typeset.Length) typeset.Item {
		return &typeset.Rule{X: left, Y: y - h/2, W: total, H: h, Color: typeset.Black}
	}
	hair := c.leading * 9 / 100 // rules stand a little above the row's edge, clear of the letters under them
	from := len(c.flow)
	node := c.node.Add(typeset.NodeTable)
	if len(t.Head) > 0 {
		c.tableRow(t, t.Head, left, widths, gap, head, rowNodes(node, typeset.NodeHeaderCell, columns))
		c.flow[from].prepend(rule(-hair, thick))
		c.keep()
	}
	for i, r := range t.Rows {
		at := len(c.flow)
		c.tableRow(t, r, left, widths, gap, d, rowNodes(node, typeset.NodeCell, columns))
		if i == 0 {
			c.flow[at].prepend(rule(-hair, thin))
		}
		if i == 0 && len(t.Rows) > 1 || i == len(t.Rows)-2 {
			c.keep()
		}
	}
	if last := len(c.flow) - 1; last >= from {
		r := c.flow[last].first()
		r.Items = append(r.Items, rule(r.Height+hair*2, thick))
	}
	c.penalty = 0
	c.skip(c.leading)
	c.indent = false
}

// tableRow adds the lines of a row; they stay together.
func (c *column) tableRow(t *manuscript.Table, cells []manuscript.Cell, left typeset.Length, widths []typeset.Length, gap typeset.Length, d dress,
	nodes []*typeset.Node) {
	var rows []typeset.Row
	x := left
	for i, w := range widths {
		if i < len(cells) {
			set := typeset.Setting{Measure: w, Align: typeset.RaggedRight, Hyphenator: c.hyphenator()}
			if i < len(t.Align) {
				switch t.Align[i] {
				case manuscript.AlignCenter:
					set.Align = typeset.Centered
				case manuscript.AlignRight:
					set.Align = typeset.RaggedLeft
				}
			}
			for k, l := range typeset.SetParagraph(c.spans(cells[i], d.in(nodes[i])), set) {
				if l.Over > overfullLeast {
					c.fault(&l, "table-wide", "a cell is %.1f pt too wide for its column", l.Over.Points()).
						Note("shorter words in the cell, or fewer columns, help")
				}
				if k == len(rows) {
					rows = append(rows, typeset.Row{Height: c.leading})
				}
				base := baseline(c.leading)
				if over := l.Ascent - base; over > 0 {
					up := ceil(over, c.leading)
					base += up
					rows[k].Height = max(rows[k].Height, c.leading+up)
				}
				for _, it := range l.Items {
					typeset.Shift(it, x, base)
				}
				rows[k].Items = append(rows[k].Items, l.Items...)
				for _, n := range l.Notes {
					rows[k].Notes = append(rows[k].Notes, c.noteRows(n)...)
				}
			}
		}
		x += w + gap
	}
	if len(rows) == 0 {
		rows = []typeset.Row{{Height: c.leading}}
	}
	for k, r := range rows {
		if k > 0 {
			c.keep()
		}
		c.row(r)
	}
}

// columnWidths gives each column its natural width if the measure holds them all; if not, every column gets at least its
// longest word, and what is left is shared by what each would still need.
func (c *column) columnWidths(t *manuscript.Table, columns int, d, head dress, gap typeset.Length) []typeset.Length {
	natural := make([]typeset.Length, columns)
	least := make([]typeset.Length, columns)
	look := func(cells []manuscript.Cell, d dress) {
		for i, cell := range cells {
			spans := c.spans(cell, d)
			for _, l := range typeset.SetParagraph(spans, typeset.Setting{Measure: wide, Align: typeset.RaggedRight}) {
				natural[i] = max(natural[i], l.Width+d.size/10)
			}
			for _, sp := range spans {
				if sp.Font == nil {
					continue
				}
				for _, w := range strings.Fields(sp.Text) {
					if utf8.RuneCountInString(w) > 30 {
						continue
					}
					least[i] = max(least[i], typeset.Width(w, sp)+d.size/10)
				}
			}
		}
	}
	look(t.Head, head)
	for _, r := range t.Rows {
		look(r, d)
	}
	room := c.width() - gap*typeset.Length(columns-1)
	var sumNatural, sumLeast typeset.Length
	for i := range natural {
		natural[i] = max(natural[i], d.size)
		least[i] = min(max(least[i], d.size), natural[i])
		sumNatural += natural[i]
		sumLeast += least[i]
	}
	switch {
	case sumNatural <= room:
		return natural
	case sumLeast >= room: // even the words are too long: each column gets its share of them
		for i := range least {
			least[i] = max(least[i]*max(room, d.size)/sumLeast, d.size/2)
		}
		return least
	}
	for i := range least {
		least[i] += (natural[i] - least[i]) * (room - sumLeast) / (sumNatural - sumLeast)
	}
	return least
}
