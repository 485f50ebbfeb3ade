package interior

import (
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// pageBodies divides a column into pages and puts the footnotes at their feet.
func (l *layout) pageBodies(c *column) []pageBody { return l.bodiesOf(c, l.divide(c)) }

// pageRules returns the rules by which a column is divided into pages, or into the columns of pages.
func (l *layout) pageRules(c *column) typeset.PageRules {
	if c.pair != nil {
		return l.pairRules(c)
	}
	grid := l.grid()
	return typeset.PageRules{Height: l.textHeight, Leading: grid, NoteGap: grid, Last: 4 * grid, First: l.side}
}

// divide divides a column into pages, or into the columns of pages.
func (l *layout) divide(c *column) []typeset.Page { return typeset.PagesOf(c.plain(), l.pageRules(c)) }

// bodiesOf sets the blocks of a column that has been divided into pages, and puts the footnotes at their feet.
func (l *layout) bodiesOf(c *column, pages []typeset.Page) []pageBody {
	if c.pair != nil {
		return l.pairBodies(c, pages)
	}
	grid, d := l.grid(), divided{c.plain(), pages, l.pageRules(c), nil}
	blocks := d.blocks
	set := make([]bool, len(blocks))
	var out []pageBody
	for i, pg := range pages {
		turned := c.setPieces(pg, set)
		short := page.Length(pg.Short) * grid
		if i == len(pages)-1 && len(pg.Notes) == 0 {
			short = 0
		}
		rows := evened(piecesOf(blocks, pg))
		body := l.pageBody(rows, pg.Notes, l.textHeight-short)
		body.opener = i == 0
		d.starts = append(d.starts, body.start)
		if l.chapter != nil && i == len(pages)-1 && len(pg.Notes) == 0 && len(turned) == 0 {
			l.endWithTail(&body, heightOf(rows))
		}
		out = append(append(out, body), turned...)
	}
	if l.chapter != nil {
		l.warnOfPages(d)
	}
	return append(out, l.platePages...)
}

// setPieces sets the lines of what stands on a page, unless that is set already, and returns the tables that end on it and stand
// sideways on the pages after it.
func (c *column) setPieces(pg typeset.Page, set []bool) (turned []pageBody) {
	for _, piece := range pg.Pieces {
		b := c.flow[piece.Block]
		if b.set != nil && !set[piece.Block] {
			b.set(piece.Way)
		}
		set[piece.Block] = true
		if piece.To == len(b.Ways[piece.Way].Rows) {
			turned = append(turned, b.turned...)
		}
	}
	if first := pg.Pieces; len(first) > 0 && first[0].From == 0 && c.flow[first[0].Block].atHead != nil {
		c.flow[first[0].Block].atHead()
	}
	return turned
}

// piecesOf returns the rows of a page with the white above them.
func piecesOf(blocks []typeset.Block, pg typeset.Page) (rows []typeset.Row) {
	n := 0
	for _, piece := range pg.Pieces {
		n += piece.To - piece.From
	}
	rows = make([]typeset.Row, 0, n)
	var after page.Length
	for _, piece := range pg.Pieces {
		b := &blocks[piece.Block]
		all := b.Ways[piece.Way].Rows
		for k, r := range all[piece.From:piece.To] {
			if k == 0 {
				r.Space = max(r.Space, after)
			}
			rows = append(rows, r)
		}
		if after = 0; piece.To == len(all) {
			after = b.After
		}
	}
	return rows
}

// firstWays returns the rows of the first way of each block, with the white above them.
func firstWays(blocks []typeset.Block) []typeset.Row {
	var pg typeset.Page
	for b := range blocks {
		pg.Pieces = append(pg.Pieces, typeset.Piece{Block: b, To: len(blocks[b].Ways[0].Rows)})
	}
	return piecesOf(blocks, pg)
}

// pageBody places the rows of a page one under another, and footnotes so that they end at the foot, even on the short last
// page of a chapter: that is where a reader looks for them.
func (l *layout) pageBody(rows, notes []typeset.Row, foot page.Length) pageBody {
	n := 0
	for _, r := range rows {
		n += len(r.Items)
	}
	body := pageBody{items: make([]page.Item, 0, n+4)}
	y := body.stack(rows, 0)
	if l.chapter != nil {
		body.start = firstPlace(body.items)
	}
	if len(notes) == 0 {
		return body
	}
	grid := l.grid()
	y = max(y+grid, foot-heightOf(notes))
	body.items = append(body.items, &page.Rule{Y: y - grid/2, W: 4 * grid, H: page.Pt / 2, Color: page.Black})
	body.stack(notes, y)
	return body
}

// stack places rows one under another from y and returns where they end. The white above the first is dropped.
func (body *pageBody) stack(rows []typeset.Row, y page.Length) page.Length {
	for k, r := range rows {
		if k > 0 {
			y += r.Space
		} else if r.Overleaf != nil {
			body.place(r.Overleaf.Clone(), y)
			y += r.Overleaf.Height
		}
		body.place(r, y)
		y += r.Height
	}
	return y
}

func (body *pageBody) place(r typeset.Row, y page.Length) {
	for _, it := range r.Items {
		page.Shift(it, 0, y)
		body.items = append(body.items, it)
	}
}

// heightOf returns the height of rows one under another.
func heightOf(rows []typeset.Row) (height page.Length) {
	for k, r := range rows {
		if height += r.Height; k > 0 {
			height += r.Space
		}
	}
	return height
}
