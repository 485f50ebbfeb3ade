package impose

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// points returns points of a stroke, close to each other.
func points(p *page.Path) (out []spot) {
	var at, start spot
	to := func(next spot) {
		const steps = 64
		for i := page.Length(1); i <= steps; i++ {
			out = append(out, spot{at.x + (next.x-at.x)*i/steps, at.y + (next.y-at.y)*i/steps})
		}
		at = next
	}
	for _, s := range p.Segments {
		switch s.Op {
		case page.MoveTo:
			at, start = spot{s.X, s.Y}, spot{s.X, s.Y}
		case page.LineTo:
			to(spot{s.X, s.Y})
		case page.Close:
			to(start)
		case page.CurveTo:
			from := at
			for i := 1; i <= 16; i++ {
				t := float64(i) / 16
				mix := func(a, b, c, d page.Length) page.Length {
					u := 1 - t
					return page.Length(u*u*u*float64(a) + 3*u*u*t*float64(b) + 3*u*t*t*float64(c) + t*t*t*float64(d))
				}
				to(spot{mix(from.x, s.X1, s.X2, s.X), mix(from.y, s.Y1, s.Y2, s.Y)})
			}
		}
	}
	return out
}

// off returns how far a point is from a card with round corners, less than 0 inside of it.
func off(p spot, b page.Box, r page.Length) float64 {
	// From the middle of the nearest corner's circle, which is as far from the edges as it is large.
	dx := max(b.X+r-p.x, p.x-(b.X+b.W-r))
	dy := max(b.Y+r-p.y, p.y-(b.Y+b.H-r))
	outside := math.Hypot(float64(max(dx, 0)), float64(max(dy, 0)))
	return outside + float64(min(max(dx, dy), 0)-r)
}

// Frames and corners of round cards go around them, not over them, and where there is room every card has its corners.
func TestRoundCorners(t *testing.T) {
	r := mm(32)
	arcs := map[Marks]int{}
	for name, card := range cards {
		for _, gap := range []page.Length{0, mm(30), mm(60)} {
			g, err := Pack(Ask{Sheet: sheets["a4"], Card: card, Margin: quarter, Gap: gap})
			if err != nil {
				t.Fatal(err)
			}
			for _, kind := range []Marks{CropMarks, Guillotine, Scissors} {
				curved := 0
				for _, it := range Sheets(testCards(g.Cells(), card, 0), Job{Words: lang.English().Sheets, Grid: g, Marks: kind, Corner: r})[0].Items {
					path, ok := it.(*page.Path)
					if !ok {
						continue
					}
					for _, s := range path.Segments {
						if s.Op == page.CurveTo {
							curved++
						}
					}
					for _, p := range points(path) {
						for i := range g.Cells() {
							x, y := g.corner(i)
							b := page.Box{X: x, Y: y, W: g.Cell().W, H: g.Cell().H}
							if d := off(p, b, r) - float64(path.Width/2); d < 0 {
								t.Fatalf("%s, marks %d: a line at %v is %.0f inside of card %d, %+v", name, kind, p, -d, i+1, b)
							}
							// Outside of the square corner too, but for the dashes one cuts along.
							if path.Dash == 0 && off(p, b, 0) < float64(path.Width/2) {
								t.Fatalf("%s: the corner at %v is on card %d, %+v", name, p, i+1, b)
							}
						}
					}
				}
				arcs[kind] += curved
				if gap > mm(50) && curved != 4*g.Cells() {
					t.Errorf("%s, marks %d: %d round corners of %d cards", name, kind, curved, g.Cells())
				}
			}
		}
	}
	if arcs[CropMarks] == 0 || arcs[Scissors] <= arcs[CropMarks] {
		t.Errorf("round corners by marks: %v", arcs)
	}
}

// Cuts are numbered across the long side of the sheet first, and each number stands at its cut, on the sheet and in the
// diagram alike.
func TestCutNumbers(t *testing.T) {
	for _, test := range []struct {
		ask   Ask
		first bool // the first cut is upright
		cuts  int
	}{
		{Ask{Sheet: sheets["letter"], Card: cards["poker"], Margin: quarter}, false, 8},
		{Ask{Sheet: sheets["letter"], Card: cards["poker"], Margin: quarter, Gap: mm(30)}, true, 12},
		{Ask{Sheet: sheets["a4"], Card: cards["eu-business"], Margin: quarter, Gap: mm(50)}, true, 12},
		{Ask{Sheet: sheets["a4"], Card: cards["id-1"], Margin: quarter, Gap: mm(50), Fold: Above}, false, 8},
	} {
		g, err := Pack(test.ask)
		if err != nil {
			t.Fatal(err)
		}
		cuts := slices.DeleteFunc(numbered(g.lines(0, g.Cells()), g.Sheet), func(l cutLine) bool { return l.fold })
		if len(cuts) != test.cuts || cuts[0].upright != test.first {
			t.Errorf("%+v: %d cuts, the first %+v", g, len(cuts), cuts[0])
		}
		for i := 1; i < len(cuts); i++ {
			if cuts[i].upright == cuts[i-1].upright && cuts[i].at <= cuts[i-1].at {
				t.Errorf("cut %d is %+v after %+v", i+1, cuts[i], cuts[i-1])
			}
		}
		said := map[string]int{}
		letter := func(text string, _, x, y page.Length, _ Align) []page.Item {
			said[text]++
			n, err := strconv.Atoi(text)
			if err != nil || n < 1 || n > len(cuts) {
				t.Fatalf("%q of %d cuts", text, len(cuts))
			}
			at := y
			if cuts[n-1].upright {
				at = x
			}
			if far(at, cuts[n-1].at, mm(30)) {
				t.Errorf("number %d is at %s, its cut at %s", n, at, cuts[n-1].at)
			}
			return nil
		}
		job := Job{Words: lang.English().Sheets, Grid: g, Marks: Guillotine, Letter: letter, Sides: OneSided}
		if g.Fold != NoFold {
			job.Sides = FoldOver
		}
		Sheets(testCards(g.Cells(), g.Card, 0), job)
		if len(said) != len(cuts) {
			t.Errorf("%+v: %d numbers for %d cuts", g, len(said), len(cuts))
		}
	}
}
