package interior

import (
	"slices"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// stack is lines and pictures one under another that stay together on a page if they fit on one.
type stack struct {
	column *column
	rows   []typeset.Row
	items  []page.Item // of the row to come
	top    page.Length // where that begins
	y      page.Length // where the next line begins
}

// lines adds lines at x with their baselines leading apart. Each line ends a row.
func (s *stack) lines(lines []typeset.Line, x, leading page.Length) {
	for _, l := range lines {
		s.y += max(0, l.Ascent-textstyle.Baseline(leading))
		for _, it := range l.Items {
			s.item(it, x, s.y+textstyle.Baseline(leading))
		}
		s.y += leading + textstyle.Below(l, leading)
		s.end(s.column.notesOf([]typeset.Line{l}))
	}
}

// item adds an item at x and y. It goes into the same row as the next line.
func (s *stack) item(it page.Item, x, y page.Length) {
	page.Shift(it, x, y-s.top)
	s.items = append(s.items, it)
}

func (s *stack) end(notes []typeset.Row) {
	s.rows = append(s.rows, typeset.Row{Height: s.y - s.top, Items: s.items, Notes: notes})
	s.items, s.top = nil, s.y
}

// divided returns the rows, with at least below of white under them: a single row that no page break divides, or if that is
// too tall for a page, a row for each line with the page breaks of a paragraph. Rows with footnotes leave half of a page to
// them.
func (s *stack) divided(below page.Length) []typeset.Row {
	s.y = textstyle.RoundUp(s.y+below, s.column.leading)
	if len(s.items) > 0 || len(s.rows) == 0 {
		s.end(nil)
	} else {
		s.rows[len(s.rows)-1].Height += s.y - s.top
	}
	most := s.column.textHeight
	if slices.ContainsFunc(s.rows, func(r typeset.Row) bool { return len(r.Notes) > 0 }) {
		most /= 2
	}
	if s.y <= most {
		return []typeset.Row{asOne(s.rows)}
	}
	likeParagraph(s.rows)
	return s.rows
}

// asOne joins rows without white between them into one.
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

// likeParagraph allows page breaks between rows as in a paragraph, which forbids orphans and widows.
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
