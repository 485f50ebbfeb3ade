package interior

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// quarterTurn turns a table so that its head stands at the left of the page: the reader turns the book clockwise, on versos
// and rectos alike (The Chicago Manual of Style, 17th edition, 3.63 and 3.87, on broadside tables).
const quarterTurn = -90_000

// turnTable sets a table sideways on pages of its own, after the page on which its place in the text is. There a line says
// where it is. It reports false when the table does not fit that way either, or is in a note.
func (c *column) turnTable(t *book.Table, columns int) bool {
	if c.queue != nil || c.chapter == nil {
		return false
	}
	broad, depth := c.textHeight, c.blockWidth/c.layout.grid()*c.layout.grid()
	sub := *c
	sub.galley = galley{measure: broad, leading: c.layout.grid(), inspect: c.inspect, fit: c.galley.fit}
	fit, ok := sub.fitTable(t, columns, broad)
	if !ok {
		return false
	}
	c.tables++
	anchor := "octavo.table." + c.chapter.ID + "." + strconv.Itoa(c.tables)
	pages, notes := sub.turnedPages(t, fit, depth, anchor)
	c.skip(c.leading)
	d := c.textStyle.Aside()
	d.Size = d.Size * tableScale / 100
	d = d.In(c.node.Add(page.NodeParagraph)).To(anchor)
	says := d.Span(c.lang.Tables.Turned.Fill("page", c.lang.References.Page.Fill("n", c.page(anchor))), t.Pos)
	says.Offset = page.Made
	c.set([]typeset.Inline{says}, typeset.Setting{Measure: c.width(), Align: typeset.Centered})
	b := c.flow[len(c.flow)-1]
	b.turned = pages
	b.first().Notes = append(b.first().Notes, notes...)
	c.skip(c.leading)
	c.indent = false
	return true
}

// turnedPages sets a table in a measure as broad as the text is high, and divides it into pages as deep as the text is wide.
// The notes that are marked in it are returned by themselves: they stand at the foot of an upright page.
func (c *column) turnedPages(t *book.Table, fit tableFit, depth page.Length, anchor string) (pages []pageBody, notes []typeset.Row) {
	c.setTable(t, fit, depth/2)
	rows := c.only()
	for i := range rows {
		notes = append(notes, rows[i].Notes...)
		rows[i].Notes = nil
	}
	for len(rows) > 0 {
		var y page.Length
		if over := rows[0].Overleaf; over != nil && len(pages) > 0 {
			y = over.Height
		}
		n := fitting(rows, depth-y)
		var body pageBody
		if y > 0 {
			body.place(rows[0].Overleaf.Clone(), 0)
		}
		for _, r := range rows[:n] {
			body.place(r, y)
			y += r.Height
		}
		body.start = firstPlace(body.items)
		across := (c.blockWidth - min(y, c.blockWidth)) / 2 // a table that ends on its page stands in the middle
		if n < len(rows) || len(pages) > 0 {
			across = 0
		}
		body.items = []page.Item{&page.Group{X: across, Y: c.measure, Turn: quarterTurn, Items: body.items}}
		if len(pages) == 0 {
			body.items = append([]page.Item{&page.Anchor{Name: anchor}}, body.items...)
		}
		pages = append(pages, body)
		rows = rows[n:]
	}
	return pages, notes
}
