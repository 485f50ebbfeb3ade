package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// columnPair is how a chapter stands in two columns a page, under its title.
type columnPair struct {
	head []typeset.Row // the title, as wide as the text block
	step page.Length   // from the left of a column to that of the other
	down page.Length   // from the head of the text block to that of the columns: their first line stands where the text's would
}

// pairWidth returns the width of the column or columns in which a chapter stands, and whether it stands in two: in a dictionary, if
// it has entries and the page has room for two columns.
func (l *layout) pairWidth(ch *book.Chapter) (width page.Length, ok bool) {
	if st := &l.style.Entry; st.Layout != config.RunIn || st.Columns < 2 || l.typed || len(ch.Entries()) == 0 {
		return l.textWidth, false
	}
	em := page.Length(l.style.Index.Size)
	if width = (l.textWidth - em*columnGap/100) / 2; width < leastColumn*em {
		return l.textWidth, false
	}
	return width, true
}

// pairColumn returns an empty column for a chapter whose title is set. Everything in it is set in the size of the indexes.
func (l *layout) pairColumn(title *column) *column {
	st := &l.style.Index
	c := l.column(l.textWidth)
	c.node, c.level = title.node, title.level
	c.leading, c.textStyle.Size = page.Length(st.Leading), page.Length(st.Size)
	c.pair = &columnPair{head: title.only(), step: l.textWidth + c.textStyle.Size*columnGap/100,
		down: max(0, textstyle.Baseline(l.grid())-textstyle.Baseline(c.leading))}
	return c
}

// titleNotes lets the footnotes that are marked in the title stand at the foot of the first column.
func (c *column) titleNotes() {
	for i := range c.pair.head {
		if notes := c.pair.head[i].Notes; len(notes) > 0 && len(c.flow) > 0 {
			for w := range c.flow[0].Ways {
				r := &c.flow[0].Ways[w].Rows[0]
				r.Notes = append(append([]typeset.Row(nil), notes...), r.Notes...)
			}
		}
	}
}

// pairRules returns the rules by which it is divided: into pages of one column each, of which two are a pair.
func (l *layout) pairRules(c *column) typeset.PageRules {
	return typeset.PageRules{Height: l.textHeight - c.pair.down, Leading: c.leading, NoteGap: l.grid(), First: typeset.Verso,
		Sunk: 2, Sink: heightOf(c.pair.head)}
}

// plain returns the blocks of a column in the form that PagesOf takes. Tables that stand sideways do so after both columns of a
// pair, which face each other all the same.
func (c *column) plain() []typeset.Block {
	out := c.galley.plain()
	for i := range out {
		if c.pair != nil {
			out[i].Pages = 0
		}
	}
	return out
}

// boundPages returns the pages of a book that a column has been divided into, those of a pair as one.
func (c *column) boundPages(columns []typeset.Page) (pages []typeset.Page) {
	if c.pair == nil {
		return columns
	}
	for i, pg := range columns {
		if i%2 == 0 {
			pages = append(pages, typeset.Page{})
		}
		p := &pages[len(pages)-1]
		p.Pieces = append(p.Pieces, pg.Pieces...)
		p.Notes = append(p.Notes, pg.Notes...)
	}
	return pages
}

// pairBodies sets a chapter whose columns have been found: two beside each other, those of the last page as long as each other.
func (l *layout) pairBodies(c *column, columns []typeset.Page) (out []pageBody) {
	d := divided{blocks: c.plain(), pages: columns, rules: l.pairRules(c)}
	set := make([]bool, len(d.blocks))
	head := heightOf(c.pair.head)
	for i := 0; i < len(columns); i += 2 {
		var parts [2]columnPart
		var turned []pageBody
		for k, pg := range columns[i:min(i+2, len(columns))] {
			turned = append(turned, c.setPieces(pg, set)...)
			parts[k] = columnPart{piecesOf(d.blocks, pg), pg.Notes, page.Length(pg.Short) * c.leading}
		}
		body := pageBody{opener: i == 0}
		y, height := c.pair.down, d.rules.Height
		if body.opener {
			body.stack(c.pair.head, 0)
			y, height = y+head, height-head
		}
		if i+2 >= len(columns) {
			parts = levelled(parts, height, d.rules.NoteGap)
		} else {
			parts[0].rows, parts[1].rows = evened(parts[0].rows), evened(parts[1].rows)
		}
		for k, part := range parts {
			one := l.pageBody(part.rows, part.notes, height-part.short)
			for _, it := range one.items {
				page.Shift(it, c.pair.step*page.Length(k), y)
			}
			body.items = append(body.items, one.items...)
			d.starts = append(d.starts, one.start)
		}
		if body.start = d.starts[i]; body.opener {
			body.start = firstPlace(body.items)
		}
		if noted := len(parts[0].notes)+len(parts[1].notes) > 0; i+2 >= len(columns) && !noted && len(turned) == 0 {
			l.endWithTail(&body, y+max(heightOf(parts[0].rows), heightOf(parts[1].rows)))
		}
		out = append(append(out, body), turned...)
	}
	l.warnOfPages(d)
	return append(out, l.platePages...)
}

// columnPart is what stands in a column.
type columnPart struct {
	rows, notes []typeset.Row
	short       page.Length // it ends so much above the foot
}

// levelled divides the rows of a last page anew, so that its columns are as long as each other, or the left one is a little
// longer. White that had been added to fill a column is taken away. Footnotes that were carried over to the page stay at the foot of
// the left column.
func levelled(parts [2]columnPart, height, gap page.Length) [2]columnPart {
	var rows []typeset.Row
	for _, r := range append(append([]typeset.Row(nil), parts[0].rows...), parts[1].rows...) {
		r.Space, r.Give = r.Space-r.Give, 0
		rows = append(rows, r)
	}
	notes := append(append([]typeset.Row(nil), parts[0].notes...), parts[1].notes...)
	marked := 0
	for _, r := range rows {
		marked += len(r.Notes)
	}
	if marked > len(notes) { // some were carried over to a page without text
		return parts
	}
	best, least := parts, page.Length(-1)
	at := len(notes) - marked
	for k := 0; k < len(rows); k++ {
		at += len(rows[k].Notes)
		if k+1 < len(rows) && rows[k+1].Penalty >= typeset.Forbidden {
			continue
		}
		left, right := columnPart{rows: rows[:k+1], notes: notes[:at]}, columnPart{rows: rows[k+1:], notes: notes[at:]}
		l, r := left.height(gap), right.height(gap)
		if l > height || r > height || least >= 0 && max(l, r) > least {
			continue
		}
		best, least = [2]columnPart{left, right}, max(l, r)
	}
	return best
}

// height returns the height of a column with its footnotes.
func (p *columnPart) height(gap page.Length) page.Length {
	h := heightOf(p.rows)
	if len(p.notes) > 0 {
		h += gap + heightOf(p.notes)
	}
	return h
}
