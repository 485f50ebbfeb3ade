package interior

import (
	"slices"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// pile is lines and pictures one under another that stand together on a page, unless no page holds them.
type stack struct {
	column *column
	rows   []typeset.Row
	items  []page.Item // of the row to come
	top    page.Length // where that begins
	y      page.Length // where the next line begins
}

// lines adds lines at x with their baselines leading apart. Each ends a row.
func (p *stack) lines(lines []typeset.Line, x, leading page.Length) {
	for _, l := range lines {
		p.y += max(0, l.Ascent-textstyle.Baseline(leading))
		for _, it := range l.Items {
			p.item(it, x, p.y+textstyle.Baseline(leading))
		}
		p.y += leading
		p.end(p.column.notesOf([]typeset.Line{l}))
	}
}

// item adds an item, moved to x and y. It stands in one row with the next line.
func (p *stack) item(it page.Item, x, y page.Length) {
	page.Shift(it, x, y-p.top)
	p.items = append(p.items, it)
}

func (p *stack) end(notes []typeset.Row) {
	p.rows = append(p.rows, typeset.Row{Height: p.y - p.top, Items: p.items, Notes: notes})
	p.items, p.top = nil, p.y
}

// divided are the rows, with at least so much white below: one, which no page break divides, or where that is too tall
// for a page a row for each line, with the page breaks of a paragraph. A row with footnotes leaves half of a page to them.
func (p *stack) divided(below page.Length) []typeset.Row {
	p.y = textstyle.RoundUp(p.y+below, p.column.leading)
	if len(p.items) > 0 || len(p.rows) == 0 {
		p.end(nil)
	} else {
		p.rows[len(p.rows)-1].Height += p.y - p.top
	}
	most := p.column.textHeight
	if slices.ContainsFunc(p.rows, func(r typeset.Row) bool { return len(r.Notes) > 0 }) {
		most /= 2
	}
	if p.y <= most {
		return []typeset.Row{asOne(p.rows)}
	}
	likeParagraph(p.rows)
	return p.rows
}

// asOne is rows without white between them as one.
func asOne(rows []typeset.Row) (all typeset.Row) {
	for _, r := range rows {
		for _, it := range r.Items {
			page.Shift(it, 0, all.Height)
		}
		all.Items, all.Notes = append(all.Items, r.Items...), append(all.Notes, r.Notes...)
		all.Height += r.Height
	}
	return all
}

// likeParagraph lets pages break rows as they break a paragraph: none ends after the first, none begins with the last.
func likeParagraph(rows []typeset.Row) {
	for k := range rows {
		if k > 0 {
			rows[k].Penalty = 0
		}
		if k > 0 && (k == 1 || k == len(rows)-1) {
			rows[k].Penalty = typeset.Forbidden
		}
	}
}
