package interior

import (
	"cmp"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// only returns the rows of a galley whose blocks have one way each.
func (g *galley) only() (out []typeset.Row) {
	for _, b := range g.flow {
		out = append(out, b.Ways[0].Rows...)
	}
	return out
}

// listedBefore returns, for each k, how many lines of an index begin in its first k rows.
func (c *column) listedBefore() []int {
	out := []int{0}
	n := 0
	for i, b := range c.flow {
		for n < len(c.listed) && c.listed[n] == i {
			n++
		}
		for range b.Ways[0].Rows {
			out = append(out, n)
		}
	}
	return out
}

// columnGap is the white between columns, in hundredths of the size of their text.
const columnGap = 200

// A column of an index is at least leastColumn ems wide: where columns would be narrower there are fewer. Where an index of two
// columns or more has room for another one of wideColumn ems, it has that too, up to mostColumns.
const (
	leastColumn = 11
	wideColumn  = 16
	mostColumns = 4
)

// indexColumns returns the number of columns of an index and their width.
func (l *layout) indexColumns() (n int, width page.Length) {
	return columnsOf(l.textWidth, page.Length(l.style.Index.Size), l.style.Index.Columns)
}

// columnsOf returns how many columns a measure has for text of a size, and their width, where a style asks for n.
func columnsOf(measure, size page.Length, n int) (columns int, width page.Length) {
	of := func(n int) page.Length { return (measure - size*columnGap/100*page.Length(n-1)) / page.Length(n) }
	for n > 1 && of(n) < leastColumn*size {
		n--
	}
	for n > 1 && n < mostColumns && of(n+1) >= wideColumn*size {
		n++
	}
	return n, of(n)
}

// indexColumn returns an empty column of an index.
func (l *layout) indexColumn() *column {
	st := l.style.Index
	_, width := l.indexColumns()
	c := l.column(width)
	c.node, c.level = l.tree.Add(page.NodeIndex), l.base
	c.leading, c.textStyle.Size, c.align = page.Length(st.Leading), page.Length(st.Size), typeset.RaggedRight
	c.textStyle = c.textStyle.Columned()
	return c
}

// columned divides a column into pages of as many columns as the style's indexes have, below an opening on the first page.
// The columns of the last page are balanced.
func (l *layout) columned(opening *column, c *column) []pageBody {
	head := opening.only()
	rows, before := c.only(), c.listedBefore()
	all := len(rows)
	n, _ := l.indexColumns()
	step := c.measure + page.Length(l.style.Index.Size)*columnGap/100
	down := textstyle.Baseline(l.grid()) - textstyle.Baseline(c.leading) // the first line stands where the text's would
	var out []pageBody
	for len(rows) > 0 || len(out) == 0 {
		body := pageBody{opener: len(out) == 0, before: before[all-len(rows)]}
		y := max(down, 0)
		if body.opener {
			y += body.stack(head, 0)
		}
		for i, part := range balanced(rows, l.textHeight-y, n, c.leading) {
			at := y
			for k, r := range part {
				if k > 0 {
					at += r.Space
				}
				for _, it := range r.Items {
					page.Shift(it, step*page.Length(i), 0)
				}
				body.place(r, at)
				at += r.Height
			}
			rows = rows[len(part):]
		}
		out = append(out, body)
	}
	return out
}

// balanced divides rows into at most n columns of at most a height. When all rows fit, the columns are as short as
// possible; rows that do not fit are left over.
func balanced(rows []typeset.Row, height page.Length, n int, leading page.Length) [][]typeset.Row {
	fill := func(height page.Length) (parts [][]typeset.Row, left int) {
		rest := rows
		for len(parts) < n && len(rest) > 0 {
			k := fitting(rest, height)
			parts, rest = append(parts, rest[:k]), rest[k:]
		}
		return parts, len(rest)
	}
	parts, left := fill(height)
	for left == 0 && height > leading {
		height -= leading
		lower, more := fill(height)
		if more > 0 || tallest(lower) > height {
			break
		}
		parts = lower
	}
	return parts
}

// shortColumn is how many lines a column may be short so that it does not divide a heading from its subheadings.
const shortColumn = 2

// fitting returns how many rows fit in a column: at least one, and only up to an allowed break, if there is one. A break that
// costs nothing and leaves at most shortColumn lines empty is preferred to one that divides a heading.
func fitting(rows []typeset.Row, height page.Length) int {
	used := page.Length(0)
	n := len(rows)
	for i, r := range rows {
		if i > 0 {
			used += r.Space
		}
		if used += r.Height; used > height {
			n = max(i, 1)
			break
		}
	}
	if n == len(rows) {
		return n
	}
	most := 0
	for k := n; k > 0 && (most == 0 || k >= n-shortColumn); k-- {
		switch {
		case rows[k].Penalty <= 0:
			return k
		case rows[k].Penalty < typeset.Forbidden && most == 0:
			most = k
		}
	}
	return cmp.Or(most, n)
}

// tallest returns the height of the tallest column.
func tallest(parts [][]typeset.Row) (most page.Length) {
	for _, part := range parts {
		var h page.Length
		for i, r := range part {
			if i > 0 {
				h += r.Space
			}
			h += r.Height
		}
		most = max(most, h)
	}
	return most
}
