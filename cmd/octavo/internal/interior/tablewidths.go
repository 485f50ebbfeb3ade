package interior

import (
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// cellNeed is the text of a cell as far as its width is concerned: the pieces that no line divides.
type cellNeed []typeset.TextPiece

// extremes returns the least width of a cell, that of its widest piece, and the greatest it can use, that of its longest
// line where lines end only as the author has them end: CSS's min-content and max-content.
func (c cellNeed) extremes() (least, most page.Length) {
	start := page.Length(0)
	for i, p := range c {
		if i > 0 && c[i-1].Last {
			start = p.Start
		}
		least, most = max(least, p.End-p.Start), max(most, p.End-start)
	}
	return least, most
}

// lines returns how many lines the cell has in a column of a width, and how wide the widest of them is.
func (c cellNeed) lines(width page.Length) (n int, used page.Length) {
	start := page.Length(0)
	for i, p := range c {
		if i == 0 || c[i-1].Last || p.End-start > width {
			start = p.Start
			n++
		}
		used = max(used, p.End-start)
	}
	return n, used
}

// mostShare limits what a column can use, in multiples of the room for all: the text of a chapter in one cell shall not
// starve the other columns.
const mostShare = 4

// columnWidths divides room, the white between columns not counted, among the columns of a table; needs is its cells by
// rows, each with a cell for every column. It reports whether some lines are broken to fit, and whether the columns fit at all:
// they do not when the room is less than they need for their widest pieces.
//
// Columns that fit are as wide as their longest lines. Otherwise the widths are those of the automatic table layout of CSS
// (CSS 2.1, 17.5.2.2, in the form of CSS Table Module Level 3, 3.9.3): each column gets its least width and a share of the rest
// in proportion to what it can use beyond that. Proportions do not look at lines, and so break "Old Margaret" to save nothing:
// from there the widths descend to where the table is lowest (balance). At last each column gives back the width that none of
// its lines fills.
func columnWidths(needs [][]cellNeed, columns int, room page.Length) (widths []page.Length, wrapped, fits bool) {
	least, most := make([]page.Length, columns), make([]page.Length, columns)
	for _, row := range needs {
		for i, cell := range row {
			l, m := cell.extremes()
			least[i], most[i] = max(least[i], l), max(most[i], m)
		}
	}
	if sum(least) > room {
		return nil, false, false
	}
	if sum(most) <= room {
		return most, false, true
	}
	widths = share(least, most, room)
	t := newHeights(needs, widths)
	t.balance(least)
	t.tighten(least, room)
	return t.widths, true, true
}

// share gives each column its least width and divides the rest of the room in proportion to how much more each can use.
func share(least, most []page.Length, room page.Length) []page.Length {
	out := make([]page.Length, len(least))
	rest, wanted := room-sum(least), page.Length(0)
	for i := range least {
		wanted += min(most[i], mostShare*room) - least[i]
	}
	for i := range least {
		out[i] = least[i] + (min(most[i], mostShare*room)-least[i])*rest/max(wanted, 1)
	}
	return out
}

func sum(widths []page.Length) (all page.Length) {
	for _, w := range widths {
		all += w
	}
	return all
}

// The descent of balance moves width from one column to another in these steps, in parts of the whole table's width.
var balanceSteps = [...]page.Length{8, 16, 32, 64, 128}

// balanceWork is how many pieces are looked at in all, so that the time is bounded whatever the table.
const balanceWork = 20_000_000

// heights is how many lines each cell of a table has in columns of certain widths.
type heights struct {
	needs  [][]cellNeed
	widths []page.Length
	lines  [][]int
	pieces []int // of each column
	work   int   // that is left
}

func newHeights(needs [][]cellNeed, widths []page.Length) *heights {
	h := &heights{needs: needs, widths: widths, lines: make([][]int, len(needs)), pieces: make([]int, len(widths)), work: balanceWork}
	for r, row := range needs {
		h.lines[r] = make([]int, len(widths))
		for i, cell := range row {
			h.pieces[i] += len(cell) + 1
		}
	}
	for i, w := range widths {
		h.set(i, w)
	}
	return h
}

// set gives a column a width.
func (h *heights) set(i int, width page.Length) {
	h.widths[i] = width
	for r, row := range h.needs {
		h.lines[r][i], _ = row[i].lines(width)
	}
}

// balance moves width between the columns, a step at a time, as long as that makes the table lower. No column gets less than
// its least width. The exact optimum is out of reach (R. Anderson and S. Sobti, The Table Layout Problem, 1999: it is NP-hard);
// descent from a proportional start comes near it (N. Hurst, K. Marriott and P. Moulder, Toward Tighter Tables, 2005).
func (h *heights) balance(least []page.Length) {
	all := sum(h.widths)
	for _, part := range balanceSteps {
		step := all / part
		for h.work > 0 {
			best, from, to := h.cost(), -1, -1
			for i := range h.widths {
				if h.widths[i]-step < least[i] {
					continue
				}
				for j := range h.widths {
					if i == j {
						continue
					}
					if c := h.moved(i, j, step); c < best {
						best, from, to = c, i, j
					}
				}
			}
			if from < 0 {
				break
			}
			h.set(from, h.widths[from]-step)
			h.set(to, h.widths[to]+step)
		}
	}
}

// tighten takes from each column the width that none of its lines fills, and gives what is then left of the room to the column
// that makes the table lower with it, as long as there is one.
func (h *heights) tighten(least []page.Length, room page.Length) {
	for {
		for i, width := range h.widths {
			h.widths[i] = least[i]
			for _, row := range h.needs {
				_, used := row[i].lines(width)
				h.widths[i] = max(h.widths[i], used)
			}
		}
		rest := room - sum(h.widths)
		best, to := h.cost(), -1
		for j := range h.widths {
			if c := h.moved(j, j, -rest); c < best && h.work > 0 {
				best, to = c, j
			}
		}
		if to < 0 {
			return
		}
		h.set(to, h.widths[to]+rest)
	}
}

// cost returns the cost of the table as it is.
func (h *heights) cost() (all int) {
	for _, row := range h.lines {
		all += rowCost(row)
	}
	return all
}

// moved returns the cost of the table with a step of width moved from one column to another. From a column to itself, the
// step makes it narrower, and one below 0 wider.
func (h *heights) moved(from, to int, step page.Length) (all int) {
	h.work -= h.pieces[from] + h.pieces[to] + len(h.needs)*len(h.widths)
	trial := make([]int, len(h.widths))
	for r, row := range h.needs {
		copy(trial, h.lines[r])
		if from != to {
			trial[to], _ = row[to].lines(h.widths[to] + step)
		}
		trial[from], _ = row[from].lines(h.widths[from] - step)
		all += rowCost(trial)
	}
	return all
}

// rowCost returns what a row costs whose cells have these numbers of lines: its height first of all, and among rows of one
// height those whose cells are alike are better than a column of one word a line beside a wide one.
func rowCost(lines []int) int {
	const row = 1000
	highest, squares := 0, 0
	for _, n := range lines {
		highest = max(highest, n)
		squares += n * n
	}
	return highest*row + min(squares, row-1)
}
