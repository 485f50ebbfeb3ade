package impose

import (
	"errors"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// size returns a size in tenths of a millimetre.
func size(w, h int) Size { return Size{mm(w), mm(h)} }

var cards = map[string]Size{
	"poker": size(635, 889), "bridge": {page.In * 9 / 4, page.In * 7 / 2}, "tarot": {page.In * 11 / 4, page.In * 19 / 4},
	"mini": {page.In * 7 / 4, page.In * 5 / 2}, "us-business": {page.In * 7 / 2, page.In * 2}, "eu-business": size(850, 550),
	"id-1": {page.In * 8560 / 2540, page.In * 5398 / 2540},
}

var sheets = map[string]Size{
	"letter": {page.In * 17 / 2, page.In * 11}, "a4": size(2100, 2970), "legal": {page.In * 17 / 2, page.In * 14},
	"a3": size(2970, 4200), "tabloid": {page.In * 11, page.In * 17},
}

// quarter is the 6.35 mm that printers leave white at most.
const quarter = page.In / 4

// stocks are perforated sheets, as the gLabels templates have them.
var stocks = map[string]Grid{
	"5371": {Sheet: sheets["letter"], Card: cards["us-business"], Cols: 2, Rows: 5, X0: page.In * 3 / 4, Y0: page.In / 2,
		PitchX: page.In * 7 / 2, PitchY: page.In * 2},
	"8373": {Sheet: sheets["letter"], Card: cards["us-business"], Cols: 2, Rows: 4, X0: page.In / 2, Y0: page.In * 3 / 4,
		PitchX: page.In * 4, PitchY: page.In * 5 / 2},
	"5388": {Sheet: sheets["letter"], Card: Size{page.In * 5, page.In * 3}, Cols: 1, Rows: 3, X0: page.In * 7 / 4, Y0: page.In,
		PitchX: page.In * 5, PitchY: page.In * 3},
	"C32011-10": {Sheet: sheets["a4"], Card: size(850, 540), Cols: 2, Rows: 5, X0: mm(150), Y0: mm(135), PitchX: mm(950), PitchY: mm(540)},
	"C32015":    {Sheet: sheets["a4"], Card: size(850, 540), Cols: 2, Rows: 4, X0: mm(170), Y0: mm(315), PitchX: mm(910), PitchY: mm(600)},
	"L7414":     {Sheet: sheets["a4"], Card: size(900, 520), Cols: 2, Rows: 5, X0: mm(150), Y0: mm(185), PitchX: mm(900), PitchY: mm(520)},
}

func TestPackCounts(t *testing.T) {
	for _, test := range []struct {
		card, sheet string
		want        [3]int // with gaps of 0, 3 and 6 mm
	}{
		{"poker", "letter", [3]int{9, 8, 6}}, {"poker", "a4", [3]int{9, 9, 8}},
		{"id-1", "letter", [3]int{9, 9, 8}}, {"id-1", "a4", [3]int{10, 10, 9}},
	} {
		for i, want := range test.want {
			g, err := Pack(Ask{Sheet: sheets[test.sheet], Card: cards[test.card], Margin: quarter, Gap: mm(30 * i)})
			if err != nil || g.Cells() != want {
				t.Errorf("%s on %s, gap %d mm: %d × %d, %v, want %d", test.card, test.sheet, 3*i, g.Cols, g.Rows, err, want)
			}
			if err := g.Check(); err != nil {
				t.Errorf("%s on %s: %v", test.card, test.sheet, err)
			}
		}
	}
}

func TestPackTies(t *testing.T) {
	poker := Ask{Sheet: sheets["letter"], Card: cards["poker"], Margin: quarter}
	pack := func(change func(*Ask)) Grid {
		t.Helper()
		a := poker
		change(&a)
		g, err := Pack(a)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	if g := pack(func(a *Ask) { a.Rotate = true }); g.Sheet.W > g.Sheet.H || g.OnSide {
		t.Errorf("9 upright cards on a portrait sheet come first: %+v", g)
	}
	if g := pack(func(a *Ask) { a.Sheet = a.Sheet.turned() }); g.Sheet.W > g.Sheet.H {
		t.Error("which way round a sheet is told does not count")
	}
	if g := pack(func(a *Ask) { a.Gap = mm(30) }); g.Cells() != 8 || g.Sheet.W < g.Sheet.H {
		t.Errorf("8 upright cards need a landscape sheet: %+v", g)
	}
	if g := pack(func(a *Ask) { a.Gap, a.Rotate = mm(30), true }); g.Cells() != 8 || g.Sheet.W > g.Sheet.H || !g.OnSide {
		t.Errorf("8 cards on their side go on a portrait sheet: %+v", g)
	}
	if g := pack(func(a *Ask) { a.Orientation = Landscape }); g.Sheet.W < g.Sheet.H || g.Cells() != 8 {
		t.Errorf("asked for landscape: %+v", g)
	}
	if g := pack(func(a *Ask) { a.Bleed = mm(30) }); g.Cells() != 8 || g.Y0 < quarter+mm(30) {
		t.Errorf("the outer bleed must be printed: %+v", g)
	}
	if g := pack(func(a *Ask) { a.Fold = AnyFold }); g.Fold != Beside || g.Cells() != 4 || g.Sheet.W < g.Sheet.H {
		t.Errorf("folded on the long edge: %+v", g)
	}
	if g := pack(func(a *Ask) { a.Fold, a.Card, a.Sheet, a.Gap = AnyFold, cards["id-1"], sheets["a4"], mm(40) }); g.Fold != Above || g.Cells() != 4 {
		t.Errorf("4 cards either way, but the long edge is the better fold: %+v", g)
	}
}

// The cells stand in the middle of the sheet, and never nearer to its edge than was asked.
func TestPackMargins(t *testing.T) {
	for name, card := range cards {
		for sheetName, sheet := range sheets {
			for _, a := range []Ask{{}, {Margin: mm(40), Gap: mm(30)}, {Margin: quarter, Bleed: mm(30), Gap: mm(60)}, {Margin: quarter, Rotate: true},
				{Margin: quarter, Rotate: true, Fold: AnyFold, Gap: mm(20)}} {
				a.Card, a.Sheet = card, sheet
				g, err := Pack(a)
				if err != nil {
					t.Errorf("%s on %s: %v", name, sheetName, err)
					continue
				}
				cell := g.Cell()
				right := g.Sheet.W - g.X0 - g.PitchX*page.Length(g.Cols-1) - cell.W
				bottom := g.Sheet.H - g.Y0 - g.PitchY*page.Length(g.Rows-1) - cell.H
				if far(right, g.X0, 1) || far(bottom, g.Y0, 1) {
					t.Errorf("%s on %s: margins %s and %s, %s and %s", name, sheetName, g.X0, right, g.Y0, bottom)
				}
				if least := a.Margin + a.Bleed - slack; g.X0 < least || g.Y0 < least {
					t.Errorf("%s on %s: %s, %s from the corner", name, sheetName, g.X0, g.Y0)
				}
				// One more would not fit.
				if more := g.PitchX; 2*(g.X0-a.Margin-a.Bleed) >= more+slack {
					t.Errorf("%s on %s: there is room for another column", name, sheetName)
				}
				if more := g.PitchY; 2*(g.Y0-a.Margin-a.Bleed) >= more+slack {
					t.Errorf("%s on %s: there is room for another row", name, sheetName)
				}
			}
		}
	}
}

func far(a, b, tolerance page.Length) bool { return max(a-b, b-a) > tolerance }

func TestPackErrors(t *testing.T) {
	_, err := Pack(Ask{Sheet: size(1000, 1480), Card: size(1200, 900), Margin: mm(50), Bleed: mm(30)})
	var fit *FitError
	if !errors.As(err, &fit) {
		t.Fatal(err)
	}
	// Landscape, 136 mm of 148 wide and 106 of 100 high.
	const want = "a card of 120 × 90 mm with 8 mm around it does not fit on a sheet of 100 × 148 mm: 6 mm too high; " +
		"the sheet must have at least 136 × 106 mm"
	if err.Error() != want {
		t.Errorf("%q", err)
	}
	if !fit.Would(sheets["a4"]) || fit.Would(size(1000, 1500)) || !fit.Would(size(1060, 1360)) {
		t.Error("it does not know which sheets would do")
	}
	if _, err := Pack(Ask{Sheet: sheets["a4"], Card: size(0, 10)}); err == nil || errors.As(err, &fit) {
		t.Errorf("a card without a width: %v", err)
	}
	if _, err := Pack(Ask{Sheet: sheets["a3"], Card: size(10, 10)}); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("crumbs: %v", err)
	}
}

func TestStocks(t *testing.T) {
	for name, g := range stocks {
		if err := g.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		// All of these are symmetric, so a back lies on a cell.
		cell := g.Cell()
		for i := range g.Cells() {
			x, y := g.corner(i)
			mx, my := g.corner(i/g.Cols*g.Cols + g.Cols - 1 - i%g.Cols)
			if far(g.Sheet.W-x-cell.W, mx, slack) || y != my {
				t.Errorf("%s: the back of cell %d lies on none", name, i+1)
			}
		}
		for what, spoil := range map[string]func(*Grid){
			"the last column stands": func(g *Grid) { g.X0 += page.In * 2 }, "the last row stands": func(g *Grid) { g.Y0 += page.In * 2 },
			"the first card stands": func(g *Grid) { g.X0 = -page.Pt }, "a row and a column": func(g *Grid) { g.Rows = 0 },
			"mm high": func(g *Grid) { g.PitchY -= mm(200) },
		} {
			bad := g
			spoil(&bad)
			if err := bad.Check(); err == nil || !strings.Contains(err.Error(), what) {
				t.Errorf("%s, spoilt: %v, want %q", name, err, what)
			}
		}
	}
}

func TestFree(t *testing.T) {
	g := stocks["5371"]
	for _, test := range [][3]int{{0, 1, 0}, {10, 1, 0}, {1, 1, 9}, {25, 1, 5}, {1, 10, 0}, {2, 10, 9}, {8, 3, 0}, {9, 3, 9}} {
		if got := g.Free(test[0], test[1]); got != test[2] {
			t.Errorf("%d cards from cell %d on: %d free, want %d", test[0], test[1], got, test[2])
		}
	}
}
