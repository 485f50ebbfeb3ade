package impose

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// The places on a card's faces that are compared: three points off any axis of symmetry. The back names the point that
// lies behind one of the front: as the card is turned from left to right, u becomes w − u.
var probes = [][2]int{{0, 0}, {7, 1}, {2, 5}} // in eighths of the card

func testCards(n int, size Size, bleed page.Length) []Card {
	out := make([]Card, n)
	for i := range out {
		id := fmt.Sprintf("c%d", i+1)
		front := &page.Page{Width: size.W, Height: size.H, Label: id, Bleed: bleed}
		back := &page.Page{Width: size.W, Height: size.H, Label: id, Bleed: bleed}
		for k, p := range probes {
			u, v := size.W*page.Length(p[0])/8, size.H*page.Length(p[1])/8
			name := fmt.Sprintf("%s/%d", id, k)
			front.Items = append(front.Items, &page.Anchor{Name: name, X: u, Y: v})
			back.Items = append(back.Items, &page.Anchor{Name: name, X: size.W - u, Y: v})
		}
		for _, face := range []*page.Page{front, back} {
			face.Items = append(face.Items, &page.Rule{X: -bleed, Y: -bleed, W: size.W + 2*bleed, H: size.H + 2*bleed})
		}
		out[i] = Card{ID: id, Front: front, Back: back}
	}
	return out
}

type spot struct{ x, y page.Length }

// onPaper returns where each anchor is on the paper, in inches from the upper left corner of the front as one looks through
// it from the front. A printer that flips on the long edge shows the back mirrored in the axis along that edge.
func onPaper(p *page.Page, back bool, flip Flip) map[string]spot {
	out := map[string]spot{}
	for m, it := range page.Placed(p.Items) {
		a, ok := it.(*page.Anchor)
		if !ok {
			continue
		}
		x, y := m.Point(a.X, a.Y)
		if p.Turned {
			x, y = p.Width-x, p.Height-y
		}
		if back {
			if longIsUpright := p.Height >= p.Width; longIsUpright == (flip == LongEdge) {
				x = p.Width - x
			} else {
				y = p.Height - y
			}
		}
		out[a.Name] = spot{x, y}
	}
	return out
}

// grids are all that cards are printed on in these tests.
func grids(t *testing.T, visit func(name string, g Grid, a Ask)) {
	for cardName, card := range cards {
		for sheetName, sheet := range sheets {
			for _, o := range []Orientation{Portrait, Landscape} {
				for _, a := range []Ask{{Margin: quarter}, {Margin: quarter, Rotate: true, Gap: mm(30)}, {Margin: mm(40), Bleed: mm(30), Gap: mm(80)},
					{Margin: quarter, Bleed: mm(20), Gap: mm(30)}, {Margin: quarter, Fold: AnyFold, Gap: mm(30), Rotate: true}, {Margin: quarter, Fold: Above, Bleed: mm(20)}} {
					a.Sheet, a.Card, a.Orientation = sheet, card, o
					g, err := Pack(a)
					if err != nil {
						if a.Fold == NoFold || cardName != "tarot" { // too high to be joined across a landscape sheet
							t.Errorf("%s on %s: %v", cardName, sheetName, err)
						}
						continue
					}
					visit(fmt.Sprintf("%s on %s, %+v", cardName, sheetName, a), g, a)
					if !a.Rotate { // on their side even where that takes fewer
						a.Rotate = true
						g.Cols, g.Rows, g.OnSide = 0, 0, true
						if g.fill(a); g.Cells() > 0 {
							visit(fmt.Sprintf("%s on its side on %s, %+v", cardName, sheetName, a), g, a)
						}
					}
				}
			}
		}
	}
	for name, g := range stocks {
		visit(name, g, Ask{Card: g.Card})
		g.Card, g.OnSide = g.Card.turned(), true
		visit(name+" on its side", g, Ask{Card: g.Card})
	}
}

// Every back lies behind its front, the right way up when the card is turned over from left to right: every point of the
// one comes to lie on the point of the other that is behind it.
func TestBacksBehindFronts(t *testing.T) {
	tried := 0
	grids(t, func(name string, g Grid, a Ask) {
		if g.Fold != NoFold {
			return
		}
		per := g.Cells()
		for _, flip := range []Flip{LongEdge, ShortEdge} {
			for _, n := range []int{1, per - 1, per, per + 2} {
				for _, start := range []int{1, 2, per} {
					deck := testCards(n, g.Card, 0)
					job := Job{Words: lang.English().Sheets, Grid: g, Start: start, Flip: flip, Marks: CropMarks}
					pages := Sheets(deck, job)
					if want := 2 * ((min(start, per) - 1 + n + per - 1) / per); len(pages) != want {
						t.Fatalf("%s: %d cards from %d on: %d pages, want %d", name, n, start, len(pages), want)
					}
					seen := 0
					for i := 0; i < len(pages); i += 2 {
						front, back := onPaper(pages[i], false, flip), onPaper(pages[i+1], true, flip)
						if len(front) != len(back) {
							t.Fatalf("%s: %d points on the front, %d on the back", name, len(front), len(back))
						}
						for id, f := range front {
							if b, ok := back[id]; !ok || far(b.x, f.x, 2) || far(b.y, f.y, 2) {
								t.Fatalf("%s, flip %d, card %s: %v on the front, %v (%v) behind it", name, flip, id, f, b, ok)
							}
							seen++
						}
						if f, b := pages[i].Label, pages[i+1].Label; f != fmt.Sprintf("%d front", i/2+1) || b != fmt.Sprintf("%d back", i/2+1) {
							t.Errorf("labels %q and %q", f, b)
						}
					}
					if seen != n*len(probes) {
						t.Fatalf("%s: %d points of %d cards", name, seen, n)
					}
					tried += n
				}
			}
		}
	})
	if tried < 10_000 {
		t.Errorf("only %d cards", tried)
	}
}

// Cards stand in reading order in their cells, and the first where it was asked to.
func TestCellOrder(t *testing.T) {
	g := stocks["8373"]
	pages := Sheets(testCards(9, g.Card, 0), Job{Words: lang.English().Sheets, Grid: g, Start: 4})
	want := map[string]int{"c1/0": 3, "c2/0": 4, "c5/0": 7}
	for name, at := range onPaper(pages[0], false, LongEdge) {
		if cell, ok := want[name]; ok {
			x, y := g.corner(cell)
			if at != (spot{x, y}) {
				t.Errorf("%s is not in cell %d", name, cell+1)
			}
			delete(want, name)
		}
	}
	if len(want) > 0 {
		t.Errorf("not on the first sheet: %v", want)
	}
	x, y := g.corner(0)
	if at := onPaper(pages[2], false, LongEdge)["c6/0"]; at != (spot{x, y}) {
		t.Error("the second sheet does not begin at its first cell")
	}
}

// A folded card's back comes to lie behind its front when it is folded along the line that is marked.
func TestFolded(t *testing.T) {
	tried := 0
	grids(t, func(name string, g Grid, a Ask) {
		if g.Fold == NoFold {
			return
		}
		n := g.Cells() + 1
		pages := Sheets(testCards(n, g.Card, a.Bleed), Job{Words: lang.English().Sheets, Grid: g, Sides: FoldOver, Bleed: a.Bleed})
		if len(pages) != 2 || pages[0].Label != "1" {
			t.Fatalf("%s: %d pages", name, len(pages))
		}
		for k, p := range pages {
			for i, it := range p.Items[:min(n, g.Cells()*(1-k)+k)] {
				both := it.(*page.Group)
				points := func(face page.Item) map[string]spot {
					whole := *both
					whole.Items = []page.Item{face}
					return onPaper(&page.Page{Width: p.Width, Height: p.Height, Items: []page.Item{&whole}}, false, LongEdge)
				}
				front, back := points(both.Items[0]), points(both.Items[1])
				x, y := g.corner(i)
				cell := g.Cell()
				for id, f := range front {
					folded := f
					if (g.Fold == Beside) != g.OnSide {
						folded.x = 2*x + cell.W - f.x
					} else {
						folded.y = 2*y + cell.H - f.y
					}
					if b := back[id]; far(b.x, folded.x, 2) || far(b.y, folded.y, 2) {
						t.Fatalf("%s, cell %d: %v folds to %v, the back is at %v", name, i, f, folded, b)
					}
				}
				tried++
			}
		}
	})
	if tried < 500 {
		t.Errorf("only %d cards", tried)
	}
}

// boxesOf returns what each item of a page may ink, clips taken into account, of the cards or of all that is no card.
func boxesOf(p *page.Page, cards bool) (out []page.Box) {
	var walk func(m page.Matrix, items []page.Item, clip *page.Box, depth int)
	walk = func(m page.Matrix, items []page.Item, clip *page.Box, depth int) {
		for _, it := range items {
			var b page.Box
			switch it := it.(type) {
			case *page.Group:
				inner, cut := m.Times(it.Matrix()), clip
				if it.Clip != nil {
					c := inner.Bounds(*it.Clip)
					cut = &c
				}
				walk(inner, it.Items, cut, depth+1)
				continue
			case *page.Rule:
				b = page.Box{X: it.X, Y: it.Y, W: it.W, H: it.H}
			case *page.Path: // a stroke, piece by piece
				at, start := spot{}, spot{}
				for _, s := range it.Segments {
					to := spot{s.X, s.Y}
					switch s.Op {
					case page.MoveTo:
						at, start = to, to
						continue
					case page.Close:
						to = start
					}
					x0, x1, y0, y1 := min(at.x, to.x), max(at.x, to.x), min(at.y, to.y), max(at.y, to.y)
					if piece := around(page.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}, it.Width/2); !cards && depth == 0 {
						out = append(out, m.Bounds(piece))
					}
					at = to
				}
				continue
			default:
				continue
			}
			if cards != (depth > 0) {
				continue
			}
			b = m.Bounds(b)
			if clip != nil {
				x0, y0 := max(b.X, clip.X), max(b.Y, clip.Y)
				b = page.Box{X: x0, Y: y0, W: min(b.X+b.W, clip.X+clip.W) - x0, H: min(b.Y+b.H, clip.Y+clip.H) - y0}
			}
			out = append(out, b)
		}
	}
	walk(page.Identity, p.Items, nil, 0)
	return out
}

// overlap says by how much boxes are inside of each other, 0 when they only touch.
func overlap(a, b page.Box) page.Length {
	return max(0, min(min(a.X+a.W, b.X+b.W)-max(a.X, b.X), min(a.Y+a.H, b.Y+b.H)-max(a.Y, b.Y)))
}

// No mark touches what is printed of a card, no card is printed on its neighbour, and the marks of a back are those of the
// front, mirrored.
func TestMarksKeepOff(t *testing.T) {
	marked := 0
	grids(t, func(name string, g Grid, a Ask) {
		per := g.Cells()
		for _, kind := range []Marks{NoMarks, CropMarks, Guillotine, Scissors} {
			for _, use := range [][2]int{{1, per}, {1, 1}, {1, per/2 + 1}, {per/2 + 1, 2}, {2, per - 2}} {
				job := Job{Words: lang.English().Sheets, Grid: g, Start: use[0], Marks: kind, Bleed: a.Bleed, Letter: boxes}
				if g.Fold != NoFold {
					job.Sides = FoldOver
				}
				pages := Sheets(testCards(max(1, min(use[1], per-use[0]+1)), g.Card, a.Bleed), job)
				for _, p := range pages {
					ink, marks := boxesOf(p, true), boxesOf(p, false)
					for _, m := range marks {
						for _, c := range ink {
							if d := overlap(m, c); d > 0 {
								t.Fatalf("%s, marks %d, cells %v: a mark %+v goes %s into a card %+v", name, kind, use, m, d, c)
							}
						}
						if m.X < 0 || m.Y < 0 || m.X+m.W > p.Width || m.Y+m.H > p.Height {
							t.Fatalf("%s: a mark %+v leaves the sheet", name, m)
						}
					}
					for i, c := range ink {
						for _, other := range ink[i+1:] {
							if d := overlap(c, other); d > 4 {
								t.Fatalf("%s: cards %+v and %+v overlap by %s", name, c, other, d)
							}
						}
					}
					if kind != NoMarks && len(marks) == 0 {
						t.Errorf("%s, marks %d, cells %v: no mark", name, kind, use)
					}
					marked += len(marks)
				}
				if len(pages) == 2 {
					var front, back strings.Builder
					for _, m := range boxesOf(pages[0], false) {
						fmt.Fprintln(&front, g.Sheet.W-m.X-m.W, m.Y, m.W, m.H)
					}
					for _, m := range boxesOf(pages[1], false) {
						fmt.Fprintln(&back, m.X, m.Y, m.W, m.H)
					}
					if front.String() != back.String() {
						t.Fatalf("%s, marks %d: the marks of the back are not those of the front", name, kind)
					}
				}
			}
		}
	})
	if marked < 10_000 {
		t.Errorf("only %d marks", marked)
	}
}

// boxes returns a Letterer whose letters are boxes of half an em each.
func boxes(text string, size, x, y page.Length, align Align) []page.Item {
	w := size / 2 * page.Length(len(text))
	switch align {
	case Middle:
		x -= w / 2
	case Right:
		x -= w
	}
	return []page.Item{&page.Rule{X: x, Y: y - size*2/3, W: w, H: size * 2 / 3}}
}

// Marks stand at the cuts that there are, and at no others.
func TestMarksOfAPartSheet(t *testing.T) {
	g, err := Pack(Ask{Sheet: sheets["letter"], Card: cards["poker"], Margin: quarter})
	if err != nil {
		t.Fatal(err)
	}
	count := func(start, n int) (upright, across int) {
		for _, m := range boxesOf(Sheets(testCards(n, g.Card, 0), Job{Words: lang.English().Sheets, Grid: g, Start: start, Marks: CropMarks})[0], false) {
			if m.H > m.W {
				upright++
			} else {
				across++
			}
		}
		return upright, across
	}
	for _, test := range [][4]int{{1, 9, 8, 8}, {1, 1, 4, 4}, {1, 2, 6, 4}, {1, 4, 8, 6}, {3, 1, 4, 4}, {3, 2, 8, 6}} {
		if u, a := count(test[0], test[1]); u != test[2] || a != test[3] {
			t.Errorf("%d cards from cell %d on: %d upright marks and %d across, want %d and %d", test[1], test[0], u, a, test[2], test[3])
		}
	}
}

// A Shift moves all of a back by the same: points to the right and down, and about the middle of the sheet.
func TestShift(t *testing.T) {
	for _, g := range []Grid{stocks["5371"], stocks["L7414"]} {
		for _, landscape := range []bool{false, true} {
			if landscape {
				var err error
				if g, err = Pack(Ask{Sheet: g.Sheet, Card: g.Card, Orientation: Landscape}); err != nil {
					t.Fatal(err)
				}
			}
			for _, flip := range []Flip{LongEdge, ShortEdge} {
				shift := Shift{X: mm(5), Y: -mm(10), Rotate: 200}
				deck := testCards(3, g.Card, 0)
				still := Sheets(deck, Job{Words: lang.English().Sheets, Grid: g, Flip: flip, Marks: CropMarks})
				moved := Sheets(deck, Job{Words: lang.English().Sheets, Grid: g, Flip: flip, Marks: CropMarks, Shift: shift})
				if len(boxesOf(moved[1], false)) != 0 || len(moved[1].Items) != 1 {
					t.Error("something of the back was left behind")
				}
				if len(boxesOf(moved[0], false)) != len(boxesOf(still[0], false)) {
					t.Error("the front moved")
				}
				// As the shift is told of upright cards, it comes out the same on paper for both flips.
				before, after := onPaper(still[1], true, flip), onPaper(moved[1], true, flip)
				sin, cos := math.Sincos(0.2 * math.Pi / 180)
				for id, b := range before {
					// Seen through the paper, right is left and clockwise is the other way round.
					x, y := float64(g.Sheet.W/2-b.x), float64(b.y-g.Sheet.H/2)
					wantX := float64(g.Sheet.W/2) - (cos*x - sin*y + float64(shift.X))
					wantY := float64(g.Sheet.H/2) + sin*x + cos*y + float64(shift.Y)
					if a := after[id]; math.Abs(float64(a.x)-wantX) > 8 || math.Abs(float64(a.y)-wantY) > 8 {
						t.Fatalf("flip %d: %s moved from %v to %v, want %.0f, %.0f", flip, id, b, a, wantX, wantY)
					}
				}
			}
		}
	}
}

func TestOneSided(t *testing.T) {
	g := stocks["5371"]
	pages := Sheets(testCards(11, g.Card, 0), Job{Words: lang.English().Sheets, Grid: g, Sides: OneSided})
	if len(pages) != 2 || pages[1].Label != "2" || len(pages[0].Items) != 10 {
		t.Errorf("%d pages", len(pages))
	}
	deck := testCards(2, g.Card, 0)
	deck[0].Back = nil
	if pages := Sheets(deck, Job{Words: lang.English().Sheets, Grid: g}); len(pages[1].Items) != 1 {
		t.Error("a card without a back")
	}
	if pages := Sheets(nil, Job{Words: lang.English().Sheets, Grid: g}); pages != nil {
		t.Error("sheets without cards")
	}
}

// Faces stay as they are, however many cards there are.
func BenchmarkSheets(b *testing.B) {
	g, _ := Pack(Ask{Sheet: sheets["letter"], Card: cards["poker"], Margin: quarter})
	deck := testCards(1000, g.Card, 0)
	b.ReportAllocs()
	for b.Loop() {
		Sheets(deck, Job{Words: lang.English().Sheets, Grid: g, Marks: Guillotine, Shift: Shift{X: page.Pt}})
	}
}
