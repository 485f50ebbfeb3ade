package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

const wide = page.Length(1) << 40 // a measure that nothing fills

// tableTries are the sizes, in hundredths of the text's, and the ways to break lines that are tried until the columns hold
// their words. Words are divided only where a smaller size does not do.
var tableTries = [...]struct {
	scale    page.Length
	division typeset.Division
}{
	{tableScale, typeset.BetweenWords}, {88, typeset.BetweenWords}, {84, typeset.BetweenWords}, {80, typeset.BetweenWords},
	{76, typeset.BetweenWords}, {72, typeset.BetweenWords}, {68, typeset.BetweenWords},
	{76, typeset.InWords}, {72, typeset.InWords}, {68, typeset.InWords},
}

// tableScale is the size of a table that fits, in hundredths of the text's.
const tableScale = 92

// unbroken is how wide a piece may be that counts as a word, in ems; a longer one, such as a key of 64 digits, may be cut
// anywhere.
const unbroken = 15

// tableFit is how a table is set so that its columns hold its words.
type tableFit struct {
	scale      page.Length
	body, head textstyle.Style
	hyphenator *hyphen.Hyphenator // nil: no word is divided
	gap        page.Length        // between columns
	widths     []page.Length
	wrapped    bool // not every cell is as wide as its text
}

// width returns the width of the whole table.
func (f *tableFit) width() page.Length {
	return sum(f.widths) + f.gap*page.Length(len(f.widths)-1)
}

// fitTable chooses the largest size at which the columns hold their words in a measure. It reports false if there is none.
func (c *column) fitTable(t *book.Table, columns int, measure page.Length) (f tableFit, ok bool) {
	estimate := map[typeset.Division]page.Length{} // of the least width of all columns at tableScale
	for _, try := range tableTries {
		if try.division == typeset.InWords && c.hyphenator() == nil {
			continue
		}
		f = c.tableStyle(try.scale)
		if try.division == typeset.InWords {
			f.hyphenator = c.hyphenator()
		}
		room := measure - f.gap*page.Length(columns-1)
		if least, known := estimate[try.division]; known && least*try.scale/tableScale > room+f.body.Size {
			continue // hopeless, and measuring takes long
		}
		needs := c.tableNeeds(t, columns, &f, try.division)
		estimate[try.division] = leastSum(needs, columns) * tableScale / try.scale
		if f.widths, f.wrapped, ok = columnWidths(needs, columns, room); ok {
			f.spread(t, measure)
			return f, true
		}
	}
	return f, false
}

// tableStyle returns the style of a table at a scale.
func (c *column) tableStyle(scale page.Length) tableFit {
	d := c.textStyle
	d.Size = d.Size * scale / 100
	d.Features = font.Lining | font.Tabular
	f := tableFit{scale: scale, body: d, head: d.Label(), gap: d.Size}
	if scale < 84 {
		f.gap = d.Size * 3 / 4
	}
	return f
}

// tableNeeds measures the cells of a table, its head among the rows.
func (c *column) tableNeeds(t *book.Table, columns int, f *tableFit, division typeset.Division) [][]cellNeed {
	row := func(cells []book.Cell, d textstyle.Style) []cellNeed {
		out := make([]cellNeed, columns)
		for i, cell := range cells {
			set := typeset.Setting{Measure: wide, Align: typeset.RaggedRight, Hyphenator: f.hyphenator}
			out[i] = cellOf(c.newParagraph(c.spans(cell, d), set).Pieces(division), d.Size)
		}
		return out
	}
	needs := make([][]cellNeed, 0, len(t.Rows)+1)
	if hasWords(t.Head) {
		needs = append(needs, row(t.Head, f.head))
	}
	for _, r := range t.Rows {
		needs = append(needs, row(r, f.body))
	}
	return needs
}

// cellOf returns pieces as a cell, those cut that are no words.
func cellOf(pieces []typeset.TextPiece, em page.Length) (out cellNeed) {
	for _, p := range pieces {
		for p.End-p.Start > unbroken*em {
			out = append(out, typeset.TextPiece{Start: p.Start, End: p.Start + unbroken*em})
			p.Start += unbroken * em
		}
		out = append(out, p)
	}
	return out
}

// leastSum returns the least width of all columns together.
func leastSum(needs [][]cellNeed, columns int) page.Length {
	least := make([]page.Length, columns)
	for _, row := range needs {
		for i, cell := range row {
			l, _ := cell.extremes()
			least[i] = max(least[i], l)
		}
	}
	return sum(least)
}

// spread gives the white that is left over in a measure to a table whose words did not all fit on one line: to the gaps
// first, up to twice their width, and then to the widest column that is ragged at the right, where nobody sees it, so that
// the table is as wide as the text around it.
func (f *tableFit) spread(t *book.Table, measure page.Length) {
	rest := measure - f.width()
	if !f.wrapped || rest <= 0 {
		return
	}
	if gaps := page.Length(len(f.widths) - 1); gaps > 0 {
		more := min(rest/gaps, f.gap)
		f.gap += more
		rest -= more * gaps
	}
	widest := -1
	for i, w := range f.widths {
		if a := t.Alignment(i); (a == book.AlignDefault || a == book.AlignLeft) && (widest < 0 || w > f.widths[widest]) {
			widest = i
		}
	}
	if widest >= 0 {
		f.widths[widest] += rest
	}
}

// hasWords reports whether any cell of a row has words.
func hasWords(cells []book.Cell) bool {
	for _, cell := range cells {
		if len(cell) > 0 {
			return true
		}
	}
	return false
}
