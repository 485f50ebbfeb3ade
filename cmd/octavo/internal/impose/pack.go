package impose

import (
	"errors"
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/page"
)

// Grid is the arrangement of cards on a sheet: in cells, numbered from 1 in reading order. A perforated stock is a Grid
// too.
type Grid struct {
	Sheet          Size // as it is read: landscape if W > H
	Card           Size // upright
	Cols, Rows     int
	X0, Y0         page.Length // upper left corner of the first cell
	PitchX, PitchY page.Length // from cell to cell
	OnSide         bool        // fronts are rotated, head to the right, and backs head to the left
	Fold           Fold        // how a cell holds both faces of a folded card
}

// Fold is how the two faces of a folded card are joined; other cards are printed on both sides.
type Fold uint8

// The folds, as an upright card has them.
const (
	NoFold  Fold = iota
	Beside       // the back is to the right of the front
	Above        // the back is below the front, upside down
	AnyFold      // for Pack: whichever fits more cards
)

// Orientation is the orientation of a sheet.
type Orientation uint8

// The orientations.
const (
	Auto Orientation = iota // for Pack: whichever fits more cards
	Portrait
	Landscape
)

// Ask is the input of Pack.
type Ask struct {
	Sheet, Card Size // the sheet in either orientation
	Orientation Orientation
	Margin      page.Length // unprintable edge of the sheet
	Gap         page.Length // between cards
	Bleed       page.Length // how far a card's ground is printed beyond its trim
	Rotate      bool        // cards may be rotated if more fit
	Fold        Fold
	Corner      page.Length // squares of this side stay white in the corners of what the margins leave, for marks
}

// FitError reports that no card fits on a sheet.
type FitError struct {
	Ask  Ask
	Over Size // how far the card is too large, in the best orientation
	Need []Size
}

// Would reports whether a sheet would do, in the orientation that was asked for.
func (e *FitError) Would(sheet Size) bool {
	a := e.Ask
	a.Sheet = sheet
	_, err := Pack(a)
	return err == nil
}

func (e *FitError) Error() string {
	var over []string
	if e.Over.W > 0 {
		over = append(over, inMm(e.Over.W+slack)+" mm too wide")
	}
	if e.Over.H > 0 {
		over = append(over, inMm(e.Over.H+slack)+" mm too high")
	}
	var need []string
	for _, n := range e.Need {
		need = append(need, n.String())
	}
	room := ""
	if edge := e.Ask.Margin + e.Ask.Bleed; edge > 0 {
		room = fmt.Sprintf(" with %s mm around it", inMm(edge))
	}
	what := "card"
	if e.Ask.Fold != NoFold {
		what = "card to fold"
	}
	return fmt.Sprintf("a %s of %s%s does not fit on a sheet of %s: %s; the sheet must have at least %s", what, e.Ask.Card,
		room, e.Ask.Sheet, strings.Join(over, " and "), strings.Join(need, " or "))
}

// Pack returns the Grid that holds the most cards, centred on the sheet. Of equal ones it prefers a portrait sheet,
// then upright cards, then cards folded along their long edges, which gives the straighter fold. Cards keep a distance
// of Margin plus Bleed from the sheet's edges, so that their bleed is printed. Between cards the bleed may be wider
// than the gap; then each is printed up to the middle of it (see Sheets).
//
// The error is a *FitError if no card fits, and another if the sizes are invalid.
func Pack(a Ask) (Grid, error) {
	const most = 10_000 // cards on a sheet
	if a.Sheet.W <= 0 || a.Sheet.H <= 0 || a.Card.W <= 0 || a.Card.H <= 0 || a.Margin < 0 || a.Gap < 0 || a.Bleed < 0 {
		return Grid{}, errors.New("sizes of cards and sheets must be greater than 0, and gaps, margins and bleeds not less")
	}
	portrait := a.Sheet
	if portrait.W > portrait.H {
		portrait = portrait.turned()
	}
	var sheets []Size
	if a.Orientation != Landscape {
		sheets = append(sheets, portrait)
	}
	if a.Orientation != Portrait && (portrait.W != portrait.H || len(sheets) == 0) {
		sheets = append(sheets, portrait.turned())
	}
	folds := []Fold{a.Fold}
	if a.Fold == AnyFold {
		folds = []Fold{Beside, Above}
		if a.Card.W > a.Card.H { // the long edge is horizontal
			folds = []Fold{Above, Beside}
		}
	}
	var best Grid
	var miss FitError
	for _, sheet := range sheets {
		for _, onSide := range []bool{false, true}[:1+oneIf(a.Rotate)] {
			for _, fold := range folds {
				g := Grid{Sheet: sheet, Card: a.Card, OnSide: onSide, Fold: fold}
				g.fill(a)
				switch n := g.Cells(); {
				case n > most:
					return Grid{}, fmt.Errorf("%d cards of %s on a sheet of %s are too many", n, a.Card, sheet)
				case n == 0:
					miss.add(&g, a)
				case n > best.Cells():
					best = g
				}
			}
		}
	}
	if best.Cells() == 0 {
		miss.Ask = a
		return Grid{}, &miss
	}
	return best, nil
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fill gives g as many cells as fit, centred on the sheet.
func (g *Grid) fill(a Ask) {
	cell, edge := g.Cell(), a.Margin+a.Bleed
	along := func(sheet, cell page.Length) int { return max(0, int((sheet-2*edge+a.Gap+slack)/(cell+a.Gap))) }
	g.Cols, g.Rows = along(g.Sheet.W, cell.W), along(g.Sheet.H, cell.H)
	g.PitchX, g.PitchY = cell.W+a.Gap, cell.H+a.Gap
	if a.Corner > 0 {
		g.clearCorners(a)
	}
	g.centre(a.Gap)
}

func (g *Grid) centre(gap page.Length) {
	g.X0 = (g.Sheet.W - g.PitchX*page.Length(g.Cols) + gap) / 2
	g.Y0 = (g.Sheet.H - g.PitchY*page.Length(g.Rows) + gap) / 2
}

// clearCorners takes columns or rows away until no card stands in a corner that stays white.
func (g *Grid) clearCorners(a Ask) {
	best := *g
	best.Cols, best.Rows = 0, 0
	for cols := g.Cols; cols > 0; cols-- {
		rows := g.Rows
		try := *g
		try.Cols, try.Rows = cols, rows
		if try.centre(a.Gap); try.X0-a.Margin-a.Bleed < a.Corner-slack { // the corners lie above the columns
			rows = min(rows, int((g.Sheet.H-2*(a.Margin+a.Corner+a.Bleed)+a.Gap+slack)/g.PitchY))
		}
		if cols*rows > best.Cells() {
			best.Cols, best.Rows = cols, rows
		}
	}
	*g = best
}

// add records an arrangement in which a card does not fit.
func (e *FitError) add(g *Grid, a Ask) {
	cell, edge := g.Cell(), 2*(a.Margin+a.Bleed)
	need := Size{cell.W + edge, cell.H + edge}
	over := Size{max(0, need.W-g.Sheet.W), max(0, need.H-g.Sheet.H)}
	if len(e.Need) == 0 || over.W+over.H < e.Over.W+e.Over.H {
		e.Over = over
	}
	for _, n := range e.Need {
		if n == need || a.Orientation == Auto && n == need.turned() {
			return
		}
	}
	e.Need = append(e.Need, need)
}

// Cell returns the size of a cell, as it lies on the sheet.
func (g Grid) Cell() Size {
	s := g.Card
	switch g.Fold {
	case Beside:
		s.W *= 2
	case Above:
		s.H *= 2
	}
	if g.OnSide {
		return s.turned()
	}
	return s
}

// Cells returns the number of cells on a sheet.
func (g Grid) Cells() int { return g.Cols * g.Rows }

// Gaps returns the distances between neighbouring cells.
func (g Grid) Gaps() (x, y page.Length) {
	cell := g.Cell()
	return g.PitchX - cell.W, g.PitchY - cell.H
}

// Free returns the number of cells that stay empty on the last sheet when the given number of cards is printed from the
// cell start on, counted from 1.
func (g Grid) Free(cards, start int) int {
	if cards <= 0 || g.Cells() == 0 {
		return 0
	}
	used := (g.clamp(start) - 1 + cards) % g.Cells()
	return (g.Cells() - used) % g.Cells()
}

func (g Grid) clamp(start int) int { return min(max(start, 1), max(g.Cells(), 1)) }

// Check returns an error for a Grid, made from the measurements of a stock, whose cells extend beyond the sheet or
// overlap.
func (g Grid) Check() error {
	cell := g.Cell()
	gapX, gapY := g.Gaps()
	right := g.X0 + g.PitchX*page.Length(g.Cols-1) + cell.W
	bottom := g.Y0 + g.PitchY*page.Length(g.Rows-1) + cell.H
	switch {
	case g.Cols < 1 || g.Rows < 1:
		return errors.New("a sheet must have a row and a column of cards at least")
	case g.Card.W <= 0 || g.Card.H <= 0:
		return errors.New("cards must have a size")
	case g.X0 < -slack || g.Y0 < -slack:
		return errors.New("the first card stands out of the sheet at its left or upper edge")
	case g.Cols > 1 && gapX < -slack:
		return fmt.Errorf("cards are %s mm apart and %s mm wide", inMm(g.PitchX), inMm(cell.W))
	case g.Rows > 1 && gapY < -slack:
		return fmt.Errorf("cards are %s mm apart and %s mm high", inMm(g.PitchY), inMm(cell.H))
	case right > g.Sheet.W+slack:
		return fmt.Errorf("the last column stands %s mm out of the sheet", inMm(right-g.Sheet.W))
	case bottom > g.Sheet.H+slack:
		return fmt.Errorf("the last row stands %s mm out of the sheet", inMm(bottom-g.Sheet.H))
	}
	return nil
}
