package impose

import (
	"strconv"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// Job describes what Sheets makes.
type Job struct {
	Grid   Grid
	Start  int // the cell of the first card, from 1; clamped to the cells of a sheet
	Sides  Sides
	Flip   Flip
	Marks  Marks
	Bleed  page.Length // the most that is shown of the faces beyond their trim
	Corner page.Length // radius of the cards' corners; 0: square
	Shift  Shift       // of the backs
	Letter Letterer    // sets the numbers of cuts; nil: they are left out
	Words  lang.Sheets // the labels of pages

	Registration *Registration // marks for a machine, on fronts; nil: none
}

// Sides selects the sides of the paper that are printed on.
type Sides uint8

// The sides.
const (
	TwoSided Sides = iota
	OneSided       // only fronts
	FoldOver       // both faces on one side, joined as Grid.Fold says
)

// Flip is the edge over which a printer turns the paper to print on its other side.
type Flip uint8

// The flips.
const (
	LongEdge Flip = iota
	ShortEdge
)

// Shift is how far the backs have to move to lie behind their fronts, in the plane of a back whose cards are upright.
// Because it does not depend on how the printer turns the paper, one value is good for both flips.
type Shift struct {
	X, Y   page.Length // to the right and down
	Rotate int         // clockwise about the middle of the sheet, in thousandths of a degree
}

// Sheets puts cards on sheets, filling the cells of each in reading order. Two-sided sheets are front, back, front,
// back, and so on, labelled "1 front", "1 back"; others are labelled "1", "2". On a back every cell is at its mirrored
// place,
//
//	x′ = W − x − w,  y′ = y,
//
// and the page is Turned if the printer would otherwise print it upside down: when flipping on the short edge of a
// portrait sheet, or on the long edge of a landscape one. Then a card that is cut out and turned over from left to
// right is the right way up on both sides. Rotated cards are turned one way on the front and the other way on the back,
// which is the same way seen through the paper.
//
// No card is printed on its neighbour: between cells the bleed ends in the middle of the gap, whether the neighbouring
// cell is in use or not, since the next job may use it.
func Sheets(cards []Card, j Job) []*page.Page {
	per := j.Grid.Cells()
	if per == 0 || len(cards) == 0 {
		return nil
	}
	var out []*page.Page
	cell := j.Grid.clamp(j.Start) - 1
	marks := map[[2]int]markSet{} // by the first cell and the number of cells in use, since most sheets have the same
	for n := 1; len(cards) > 0; n++ {
		here := cards[:min(len(cards), per-cell)]
		cards = cards[len(here):]
		key := [2]int{cell, len(here)}
		if _, ok := marks[key]; !ok {
			marks[key] = j.marks(cell, len(here))
		}
		out = append(out, j.sheet(n, cell, here, marks[key])...)
		cell = 0
	}
	return out
}

// sheet returns the pages of one sheet, whose first card stands in a cell, counted from 0.
func (j *Job) sheet(n, cell int, cards []Card, marks markSet) []*page.Page {
	label := strconv.Itoa(n)
	front := j.page(label)
	front.Items = make([]page.Item, 0, len(cards)+len(marks.front))
	if j.folded() {
		for i, c := range cards {
			front.Items = append(front.Items, j.joined(c, cell+i))
		}
		front.Items = append(front.Items, marks.front...)
		return []*page.Page{front}
	}
	for i, c := range cards {
		front.Items = j.place(front.Items, c.Front, cell+i, onFront)
	}
	front.Items = append(front.Items, marks.front...)
	if j.Sides == OneSided {
		return []*page.Page{front}
	}
	front.Label = j.Words.Front.Fill("sheet", label)
	back := j.page(j.Words.Back.Fill("sheet", label))
	for i, c := range cards {
		back.Items = j.place(back.Items, c.Back, cell+i, onBack)
	}
	back.Items = append(back.Items, marks.back...)
	j.finishBack(back)
	return []*page.Page{front, back}
}

func (j *Job) page(label string) *page.Page {
	return &page.Page{Width: j.Grid.Sheet.W, Height: j.Grid.Sheet.H, Label: label}
}

func (j *Job) folded() bool {
	return j.Sides == FoldOver && (j.Grid.Fold == Beside || j.Grid.Fold == Above)
}

// finishBack applies the Shift to all of a back and turns it for the printer's flip.
func (j *Job) finishBack(p *page.Page) {
	p.Turned = (j.Flip == ShortEdge) != (p.Width > p.Height)
	if j.Shift == (Shift{}) {
		return
	}
	g := &page.Group{Turn: j.Shift.Rotate, Items: p.Items}
	x, y := g.Matrix().Point(p.Width/2, p.Height/2) // the centre only moves by the shift
	g.X, g.Y = p.Width/2-x+j.Shift.X, p.Height/2-y+j.Shift.Y
	p.Items = []page.Item{g}
}

// corner returns the upper left corner of a cell on the front, cells counted from 0.
func (g *Grid) corner(cell int) (x, y page.Length) {
	return g.X0 + page.Length(cell%g.Cols)*g.PitchX, g.Y0 + page.Length(cell/g.Cols)*g.PitchY
}

// sheetSide is a side of a sheet.
type sheetSide int

const (
	onFront sheetSide = iota
	onBack
)

// place adds a face in its cell on a side.
func (j *Job) place(items []page.Item, face *page.Page, cell int, side sheetSide) []page.Item {
	if face == nil || len(face.Items) == 0 {
		return items
	}
	g := &j.Grid
	size := g.Cell()
	x, y := g.corner(cell)
	room := j.room(cell)
	if side == onBack {
		x = g.Sheet.W - x - size.W
		room.left, room.right = room.right, room.left
	}
	group := &page.Group{X: x, Y: y, Items: face.Items}
	switch {
	case g.OnSide && side == onBack:
		group.Y, group.Turn = y+size.H, -90_000
	case g.OnSide:
		group.X, group.Turn = x+size.W, 90_000
	}
	if face.Bleed > 0 {
		group.Clip = inside(group, room.around(page.Box{X: x, Y: y, W: size.W, H: size.H}))
	}
	return append(items, group)
}

// joined returns both faces of a folded card, in its cell.
func (j *Job) joined(c Card, cell int) page.Item {
	g := &j.Grid
	size := g.Cell()
	x, y := g.corner(cell)
	outer := &page.Group{X: x, Y: y}
	if g.OnSide {
		outer.X, outer.Turn = x+size.W, 90_000
	}
	// The printable area in the plane of the upright card; the fold divides it.
	room := *inside(outer, j.room(cell).around(page.Box{X: x, Y: y, W: size.W, H: size.H}))
	w, h := g.Card.W, g.Card.H
	front, back := &page.Group{}, &page.Group{X: w}
	frontRoom, backRoom := room, room
	if g.Fold == Beside {
		frontRoom.W = w - room.X
		backRoom.X, backRoom.W = w, room.X+room.W-w
	} else {
		back = &page.Group{X: w, Y: 2 * h, Turn: 180_000}
		frontRoom.H = h - room.Y
		backRoom.Y, backRoom.H = h, room.Y+room.H-h
	}
	add := func(group *page.Group, face *page.Page, room page.Box) {
		if face == nil || len(face.Items) == 0 {
			return
		}
		group.Items = face.Items
		if face.Bleed > 0 {
			group.Clip = inside(group, room)
		}
		outer.Items = append(outer.Items, group)
	}
	add(front, c.Front, frontRoom)
	add(back, c.Back, backRoom)
	return outer
}

// sides holds lengths at the four sides of a cell.
type sides struct{ left, right, top, bottom page.Length }

// room returns how far a card on the front may bleed beyond its cell.
func (j *Job) room(cell int) sides {
	gapX, gapY := j.Grid.Gaps()
	innerX, innerY := max(0, min(j.Bleed, gapX/2)), max(0, min(j.Bleed, gapY/2))
	s := sides{innerX, innerX, innerY, innerY}
	col, row := cell%j.Grid.Cols, cell/j.Grid.Cols
	if col == 0 {
		s.left = j.Bleed
	}
	if col == j.Grid.Cols-1 {
		s.right = j.Bleed
	}
	if row == 0 {
		s.top = j.Bleed
	}
	if row == j.Grid.Rows-1 {
		s.bottom = j.Bleed
	}
	return s
}

func (s sides) around(b page.Box) page.Box {
	return page.Box{X: b.X - s.left, Y: b.Y - s.top, W: b.W + s.left + s.right, H: b.H + s.top + s.bottom}
}

// inside converts a box of the plane that g is in to the coordinates of g's items. g is rotated by right angles and not
// scaled.
func inside(g *page.Group, b page.Box) *page.Box {
	m := g.Matrix()
	back := page.Matrix{A: m.A, B: m.C, C: m.B, D: m.D}
	back.X, back.Y = back.Point(-m.X, -m.Y)
	out := back.Bounds(b)
	return &out
}
