package interior

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

const wide = page.Length(1) << 40 // a measure that nothing fills

// table sets a table with rules above it, under its head and below it, and white between the columns.
func (c *column) table(t *book.Table) {
	columns := len(t.Head)
	for _, r := range t.Rows {
		columns = max(columns, len(r))
	}
	if columns == 0 {
		return
	}
	c.skip(c.leading)
	f := c.fitTable(t, columns)
	d, head, gap, widths := f.d, f.head, f.gap, f.widths
	total := gap * page.Length(columns-1)
	for _, w := range widths {
		total += w
	}
	left := c.left + max(0, c.width()-total)/2
	thick, thin := page.Pt*3/4, page.Pt*2/5
	rule := func(y, h page.Length) page.Item {
		return &page.Rule{X: left, Y: y - h/2, W: total, H: h, Color: page.Black}
	}
	hair := c.leading * 9 / 100 // rules stand a little above the row's edge, clear of the letters under them
	from := len(c.flow)
	c.splitWord = false
	node := c.node.Add(page.NodeTable)
	if len(t.Head) > 0 {
		c.tableRow(t, t.Head, left, widths, gap, head, rowNodes(node, page.NodeHeaderCell, columns))
		c.flow[from].prepend(rule(-hair, thick))
		c.keep()
	}
	for i, r := range t.Rows {
		at := len(c.flow)
		c.tableRow(t, r, left, widths, gap, d, rowNodes(node, page.NodeCell, columns))
		if i == 0 {
			c.flow[at].prepend(rule(-hair, thin))
		}
		if i == 0 && len(t.Rows) > 1 || i == len(t.Rows)-2 {
			c.keep()
		}
	}
	if last := len(c.flow) - 1; last >= from {
		rows := c.flow[last].Ways[0].Rows
		r := &rows[len(rows)-1]
		r.Items = append(r.Items, rule(r.Height+hair*2, thick))
	}
	if !f.fits && c.splitWord {
		c.faults.Errorf("table-overflow", t.Pos, "table of %d columns too wide for the page", columns).
			Note("use fewer columns or shorter words, or exchange rows and columns")
		c.flow = c.flow[:from] // its rules would be reported once more, by the page that they leave
	}
	c.penalty = 0
	c.skip(c.leading)
	c.indent = false
}

// tableScales are the sizes, in hundredths of the text's, that are tried until the columns hold their words.
var tableScales = [...]page.Length{92, 84, 76, 68}

// tableFit is the style and the column widths of a table.
type tableFit struct {
	d, head textstyle.Style
	gap     page.Length
	widths  []page.Length
	fits    bool // every column holds its words
}

// fitTable chooses the largest size at which every column holds its words, or the smallest size if there is none.
func (c *column) fitTable(t *book.Table, columns int) (f tableFit) {
	for _, scale := range tableScales {
		f.d = c.textStyle
		f.d.Size = f.d.Size * scale / 100
		f.d.Features = font.Lining | font.Tabular
		f.head, f.gap = f.d.Label(), f.d.Size
		if f.widths, f.fits = c.columnWidths(t, columns, f.d, f.head, f.gap); f.fits {
			break
		}
	}
	return f
}

// tableRow adds the lines of a row, which stay together.
func (c *column) tableRow(t *book.Table, cells []book.Cell, left page.Length, widths []page.Length, gap page.Length, d textstyle.Style,
	nodes []*page.Node) {
	var rows []typeset.Row
	x := left
	for i, w := range widths {
		if i < len(cells) {
			set := typeset.Setting{Measure: w, Align: typeset.RaggedRight, Hyphenator: c.hyphenator()}
			if i < len(t.Align) {
				switch t.Align[i] {
				case book.AlignCenter:
					set.Align = typeset.Centered
				case book.AlignRight:
					set.Align = typeset.RaggedLeft
				}
			}
			for k, l := range typeset.SetParagraph(c.spans(cells[i], d.In(nodes[i])), set) {
				c.splitWord = c.splitWord || l.SplitWord || l.Over > overfullLeast
				if l.Over > overfullLeast {
					c.fault(&l, "table-wide", "cell %.1f pt too wide for its column", l.Over.Points()).
						Note("use shorter words in the cell, or fewer columns")
				}
				if k == len(rows) {
					rows = append(rows, typeset.Row{Height: c.leading})
				}
				base := textstyle.Baseline(c.leading)
				if over := l.Ascent - base; over > 0 {
					up := textstyle.RoundUp(over, c.leading)
					base += up
					rows[k].Height = max(rows[k].Height, c.leading+up)
				}
				for _, it := range l.Items {
					page.Shift(it, x, base)
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
	c.rows(kept(rows, c.textHeight/2))
}

// kept forbids page breaks between rows; rows taller than most together get the page breaks of a paragraph.
func kept(rows []typeset.Row, most page.Length) []typeset.Row {
	var height page.Length
	for k := range rows {
		if height += rows[k].Height; k > 0 {
			rows[k].Penalty = typeset.Forbidden
		}
	}
	if height > most {
		likeParagraph(rows)
	}
	return rows
}

// columnWidths gives each column its natural width if they all fit in the measure. Otherwise each column gets at least the
// width of its longest word, and the rest is shared in proportion to what each column lacks. When even the longest words do
// not fit, each column gets a share in proportion to its longest word, and fits is false.
func (c *column) columnWidths(t *book.Table, columns int, d, head textstyle.Style, gap page.Length) (widths []page.Length, fits bool) {
	natural := make([]page.Length, columns)
	least := make([]page.Length, columns)
	look := func(cells []book.Cell, d textstyle.Style) {
		for i, cell := range cells {
			spans := c.spans(cell, d)
			for _, l := range typeset.SetParagraph(spans, typeset.Setting{Measure: wide, Align: typeset.RaggedRight}) {
				natural[i] = max(natural[i], l.Width+d.Size/10)
			}
			for _, in := range spans {
				sp, ok := in.(*typeset.Span)
				if !ok {
					continue
				}
				for _, w := range strings.Fields(sp.Text) {
					if utf8.RuneCountInString(w) > 30 {
						continue
					}
					least[i] = max(least[i], typeset.Width(w, sp)+d.Size/10)
				}
			}
		}
	}
	look(t.Head, head)
	for _, r := range t.Rows {
		look(r, d)
	}
	room := c.width() - gap*page.Length(columns-1)
	var sumNatural, sumLeast page.Length
	for i := range natural {
		natural[i] = max(natural[i], d.Size)
		least[i] = min(max(least[i], d.Size), natural[i])
		sumNatural += natural[i]
		sumLeast += least[i]
	}
	switch {
	case sumNatural <= room:
		return natural, true
	case sumLeast >= room:
		for i := range least {
			least[i] = max(least[i]*max(room, d.Size)/sumLeast, d.Size/2)
		}
		return least, sumLeast == room
	}
	for i := range least {
		least[i] += (natural[i] - least[i]) * (room - sumLeast) / (sumNatural - sumLeast)
	}
	return least, true
}
