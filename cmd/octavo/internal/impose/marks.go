package impose

import (
	"slices"
	"strconv"

	"octavo/cmd/octavo/internal/page"
)

// Marks is the kind of cutting marks. No mark touches a card or its bleed, and marks are only drawn at cuts.
type Marks uint8

// The marks.
const (
	NoMarks    Marks = iota // for perforated stocks
	CropMarks               // short lines around all cards, and in gaps that are wide enough
	Guillotine              // lines from the cards to the edges of the sheet, numbered in the order of the cuts
	Scissors                // a dashed frame around each card, in the gap; where there is a bleed or no gap: CropMarks
)

var (
	markGap    = mm(8)  // from the printed area of a card to a mark
	markLength = mm(24) // of a crop mark: ends 3 mm from the edge on sheets with a 6.35 mm margin
	leastMark  = mm(10) // a shorter mark is useless
	edge       = mm(30) // area that no printer prints on
	numberSize = 6 * page.Pt
	dash       = mm(15)
	foldDash   = mm(5)
	foldLength = mm(55) // of the mark of a fold
)

const markWeight = page.Pt / 4

// markSet is the marks of a sheet.
type markSet struct{ front, back []page.Item }

// cutLine is a line to cut or fold along, through the whole sheet.
type cutLine struct {
	at       page.Length
	upright  bool
	fold     bool
	before   bool     // a right or lower edge of cards, numbered on the left or above
	touching [][2]int // the stretches along cards in use, as ranges of rows or columns from 0
}

// numbered puts the lines in the order of cutting: first those across the sheet's long side, from end to end, which
// makes short strips; then those along it.
func numbered(lines []cutLine, sheet Size) []cutLine {
	uprightFirst := sheet.W > sheet.H
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b cutLine) int {
		if a.upright != b.upright {
			if a.upright == uprightFirst {
				return -1
			}
			return 1
		}
		return int(a.at - b.at)
	})
	return lines
}

// lines returns the lines along the edges of the n cells from the first on, counted from 0. Neighbours without a gap share
// a line.
func (g *Grid) lines(first, n int) []cutLine {
	var out []cutLine
	cell := g.Cell()
	used := func(col, row int) bool {
		i := row*g.Cols + col
		return col >= 0 && col < g.Cols && row >= 0 && row < g.Rows && i >= first && i < first+n
	}
	// axis collects the lines of one direction. For upright lines, places are columns and others are rows; for level lines
	// the reverse.
	axis := func(upright bool, places, others int, from, pitch, size page.Length, used func(place, other int) bool) {
		add := func(l cutLine, along func(other int) bool) {
			l.upright = upright
			for o := range others {
				if !along(o) {
					continue
				}
				if k := len(l.touching); k > 0 && l.touching[k-1][1] == o-1 {
					l.touching[k-1][1] = o
				} else {
					l.touching = append(l.touching, [2]int{o, o})
				}
			}
			if len(l.touching) > 0 {
				out = append(out, l)
			}
		}
		shared := pitch-size <= slack
		for p := range places {
			at := from + pitch*page.Length(p)
			add(cutLine{at: at}, func(o int) bool { return used(p, o) || shared && used(p-1, o) })
			if g.Fold != NoFold && (g.Fold == Beside) != g.OnSide == upright {
				add(cutLine{at: at + size/2, fold: true}, func(o int) bool { return used(p, o) })
			}
			if !shared || p == places-1 {
				add(cutLine{at: at + size, before: true}, func(o int) bool { return used(p, o) })
			}
		}
	}
	const upright, level = true, false
	axis(upright, g.Cols, g.Rows, g.X0, g.PitchX, cell.W, used)
	axis(level, g.Rows, g.Cols, g.Y0, g.PitchY, cell.H, func(row, col int) bool { return used(col, row) })
	return out
}

// block returns the box of all cells in use.
func (g *Grid) block(first, n int) page.Box {
	last := first + n - 1
	colFrom, colTo := first%g.Cols, last%g.Cols
	if first/g.Cols != last/g.Cols {
		colFrom, colTo = 0, g.Cols-1
	}
	cell := g.Cell()
	x0, y0 := g.corner(first/g.Cols*g.Cols + colFrom)
	x1, y1 := g.corner(last/g.Cols*g.Cols + colTo)
	return page.Box{X: x0, Y: y0, W: x1 + cell.W - x0, H: y1 + cell.H - y0}
}

// marks returns the marks of the cells in use, with the back's mirrored.
func (j *Job) marks(first, n int) markSet {
	var out markSet
	for _, back := range []bool{false, true} {
		if back && (j.Sides == OneSided || j.folded()) {
			break
		}
		d := &drawing{sheet: j.Grid.Sheet, mirrored: back, letter: j.Letter}
		j.draw(d, first, n)
		if !back && j.Registration != nil {
			j.Registration.draw(d)
		}
		if back {
			out.back = d.items
		} else {
			out.front = d.items
		}
	}
	return out
}

func (j *Job) draw(d *drawing, first, n int) {
	g := &j.Grid
	gapX, gapY := g.Gaps()
	kind := j.Marks
	if kind == Scissors && (j.Bleed > 0 || g.Cols > 1 && gapX < 4*markWeight || g.Rows > 1 && gapY < 4*markWeight) {
		kind = CropMarks
	}
	if kind == NoMarks && !j.folded() {
		return
	}
	if kind == Scissors {
		for cell := first; cell < first+n; cell++ {
			x, y := g.corner(cell)
			size := g.Cell()
			d.frame(page.Box{X: x, Y: y, W: size.W, H: size.H}, j.Corner)
		}
	}
	block := g.block(first, n)
	number := 0
	for _, l := range numbered(g.lines(first, n), g.Sheet) {
		if !l.fold && (kind == NoMarks || kind == Scissors) {
			continue
		}
		m := marker{drawing: d, line: l, outside: j.Bleed + markGap}
		m.from, m.to, m.sheet = block.Y, block.Y+block.H, g.Sheet.H
		m.pitch, m.size, m.start, m.gap = g.PitchY, g.Cell().H, g.Y0, gapY
		if !l.upright {
			m.from, m.to, m.sheet = block.X, block.X+block.W, g.Sheet.W
			m.pitch, m.size, m.start, m.gap = g.PitchX, g.Cell().W, g.X0, gapX
		}
		if kind == Guillotine && !l.fold {
			number++
			m.number = number
		}
		m.ends()
		if kind == CropMarks || l.fold {
			m.between()
		}
	}
	// With a bleed there is no room for corners beside the marks.
	if j.Corner > 0 && j.Bleed == 0 && (kind == CropMarks || kind == Guillotine) {
		for cell := first; cell < first+n; cell++ {
			j.arcs(d, cell)
		}
	}
}

// marker draws the marks of one line. Its lengths are along the line.
type marker struct {
	*drawing
	line     cutLine
	from, to page.Length // the block of cells in use
	sheet    page.Length
	outside  page.Length // from a cell to a mark

	start, pitch, size, gap page.Length // of the cells
	number                  int         // 0: none
}

// ends marks the line on both sides of the block, where there is room for a mark.
func (m *marker) ends() {
	for _, after := range []bool{false, true} {
		begin, room := m.from-m.outside, m.from-m.outside-edge
		if after {
			begin, room = m.to+m.outside, m.sheet-edge-m.to-m.outside
		}
		if room < leastMark {
			room += edge // a mark that is half printed is better than none
		}
		length := min(markLength, room)
		switch {
		case m.number > 0:
			length = room
		case m.line.fold:
			length = min(foldLength, room)
		}
		if length < mm(3) {
			continue
		}
		if !after {
			begin -= length
		}
		m.stroke(begin, length)
		if m.number > 0 && length >= numberSize*2/3 {
			m.write(begin, length, after)
		}
	}
}

// between marks the line in the gaps between cards that are wide enough.
func (m *marker) between() {
	length := m.gap - 2*m.outside
	if length < leastMark {
		return
	}
	for _, run := range m.line.touching {
		for i := run[0] - 1; i <= run[1]; i++ {
			begin := m.start + m.pitch*page.Length(i) + m.size
			if begin > m.from && begin < m.to {
				m.stroke(begin+m.outside, length)
			}
		}
	}
}

// stroke draws a segment of the line.
func (m *marker) stroke(begin, length page.Length) {
	at := m.line.at
	switch {
	case m.line.fold && m.line.upright:
		m.dashed(straight(at, begin, at, begin+length), foldDash)
	case m.line.fold:
		m.dashed(straight(begin, at, begin+length, at), foldDash)
	case m.line.upright:
		m.rule(page.Box{X: at - markWeight/2, Y: begin, W: markWeight, H: length})
	default:
		m.rule(page.Box{X: begin, Y: at - markWeight/2, W: length, H: markWeight})
	}
}

// write puts the number of the line beside its mark, as far from the cards as possible, on the side where no other line
// is near.
func (m *marker) write(begin, length page.Length, after bool) {
	text, beside := strconv.Itoa(m.number), mm(6)
	if m.line.upright {
		y := begin + numberSize*2/3
		if after {
			y = begin + length
		}
		if m.line.before {
			m.text(text, m.line.at-beside, y, Right)
		} else {
			m.text(text, m.line.at+beside, y, Left)
		}
		return
	}
	y := m.line.at + beside + numberSize*2/3
	if m.line.before {
		y = m.line.at - beside
	}
	if after {
		m.text(text, begin+length, y, Right)
	} else {
		m.text(text, begin, y, Left)
	}
}

// arcs marks the rounded corners of a card by quarter circles about their centres, just outside of where square corners
// would be. They need white space between the cards: corners shown only at the edges of the sheet would be confusing.
func (j *Job) arcs(d *drawing, cell int) {
	off := j.Corner*4143/10000 + mm(3) // the square corner is r√2 from the middle
	gapX, gapY := j.Grid.Gaps()
	if j.Grid.Cols > 1 && gapX < 2*off || j.Grid.Rows > 1 && gapY < 2*off {
		return
	}
	x, y := j.Grid.corner(cell)
	size := j.Grid.Cell()
	col, row := cell%j.Grid.Cols, cell/j.Grid.Cols
	ample := func(outer page.Length, isOuter bool) bool { return !isOuter || off <= outer-edge }
	left := ample(x, col == 0)
	right := ample(j.Grid.Sheet.W-x-size.W, col == j.Grid.Cols-1)
	top := ample(y, row == 0)
	bottom := ample(j.Grid.Sheet.H-y-size.H, row == j.Grid.Rows-1)
	r := j.Corner
	for _, c := range []struct {
		fits       bool
		x, y       page.Length
		dirX, dirY page.Length
	}{
		{left && top, x + r, y + r, -1, -1}, {right && top, x + size.W - r, y + r, 1, -1},
		{left && bottom, x + r, y + size.H - r, -1, 1}, {right && bottom, x + size.W - r, y + size.H - r, 1, 1},
	} {
		if c.fits {
			d.line(arc(c.x, c.y, (r+off)*c.dirX, (r+off)*c.dirY))
		}
	}
}

// arc returns a quarter of a circle about x, y, from the side to above or below.
func arc(x, y, rx, ry page.Length) []page.Segment {
	return []page.Segment{{Op: page.MoveTo, X: x + rx, Y: y}, curveFromSide(x, y, rx, ry)}
}

// curveFromSide returns a quarter of a circle about x, y that starts at its side.
func curveFromSide(x, y, rx, ry page.Length) page.Segment {
	const k = 5523 // four such curves make a circle to within 3 parts in 10,000
	return page.Segment{Op: page.CurveTo, X1: x + rx, Y1: y + ry*k/10000, X2: x + rx*k/10000, Y2: y + ry,
		X: x, Y: y + ry}
}

// curveToSide returns the same curve in the other direction.
func curveToSide(x, y, rx, ry page.Length) page.Segment {
	s := curveFromSide(x, y, rx, ry)
	s.X1, s.Y1, s.X2, s.Y2, s.X, s.Y = s.X2, s.Y2, s.X1, s.Y1, x+rx, y
	return s
}
