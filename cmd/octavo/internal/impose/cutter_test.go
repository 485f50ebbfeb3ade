package impose

import (
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// marksOf returns the black boxes of a page that are no part of a card.
func marksOf(p *page.Page) (out []page.Box) {
	for _, it := range p.Items {
		if r, ok := it.(*page.Rule); ok {
			out = append(out, page.Box{X: r.X, Y: r.Y, W: r.W, H: r.H})
		}
	}
	return out
}

// The marks of a machine stand where they are said to be, on fronts alone, and no card or bleed is near one, on any sheet.
func TestRegistration(t *testing.T) {
	inset, square, clearance := mm(100), mm(50), mm(20)
	for cardName, card := range cards {
		for sheetName, sheet := range sheets {
			for _, o := range []Orientation{Portrait, Landscape} {
				for _, bleed := range []page.Length{0, mm(15), mm(30)} {
					margin := max(quarter, inset-bleed)
					g, err := Pack(Ask{Sheet: sheet, Card: card, Orientation: o, Margin: margin, Gap: max(mm(12), 2*bleed), Bleed: bleed, Rotate: true,
						Corner: inset + square + clearance - margin})
					if err != nil {
						t.Errorf("%s on %s: %v", cardName, sheetName, err)
						continue
					}
					r := &Registration{Inset: inset, Square: square, Thickness: mm(5), Arm: g.ArmFor(inset, bleed, clearance, mm(200))}
					if r.Arm < square-slack || r.Arm > mm(200) {
						t.Errorf("%s on %s: arms of %s mm", cardName, sheetName, inMm(r.Arm))
					}
					pages := Sheets(testCards(g.Cells(), card, bleed), Job{Grid: g, Bleed: bleed, Registration: r})
					marks := marksOf(pages[0])
					if len(marks) != 5 || len(marksOf(pages[1])) != 0 {
						t.Fatalf("%s on %s: %d marks on the front and %d on the back", cardName, sheetName, len(marks), len(marksOf(pages[1])))
					}
					if marks[0] != (page.Box{X: inset, Y: inset, W: square, H: square}) {
						t.Errorf("%s on %s: the square is %v", cardName, sheetName, marks[0])
					}
					reach := page.Box{X: g.Sheet.W - inset, Y: inset}
					if right := marks[1]; right.X+right.W != reach.X || right.Y != reach.Y || right.W != r.Arm {
						t.Errorf("%s on %s: the angle at the upper right is %v", cardName, sheetName, right)
					}
					if left := marks[4]; left.X != inset || left.Y+left.H != g.Sheet.H-inset || left.H != r.Arm {
						t.Errorf("%s on %s: the angle at the lower left is %v", cardName, sheetName, left)
					}
					for i, b := range g.Boxes() {
						if b.X < inset-slack || b.Y < inset-slack || b.X+b.W > g.Sheet.W-inset+slack || b.Y+b.H > g.Sheet.H-inset+slack {
							t.Errorf("%s on %s: card %d is beyond the marks", cardName, sheetName, i)
						}
						for _, m := range marks {
							far, b := around(m, clearance-slack), around(b, bleed)
							if b.X < far.X+far.W && far.X < b.X+b.W && b.Y < far.Y+far.H && far.Y < b.Y+b.H {
								t.Errorf("%s on %s, bleed %s: card %d at %v is near the mark %v", cardName, sheetName, inMm(bleed), i, b, m)
							}
						}
					}
				}
			}
		}
	}
}

// A picture of a front is as large as its cards with their bleed, and its mask shows the cards, or all of it where they bleed.
func TestPictures(t *testing.T) {
	card := Size{mm(635), mm(889)}
	g, err := Pack(Ask{Sheet: Size{17 * page.In / 2, 11 * page.In}, Card: card, Margin: quarter, Gap: mm(60), Bleed: mm(30)})
	if err != nil {
		t.Fatal(err)
	}
	per := g.Cells()
	all := Pictures(testCards(per, card, mm(30)), Job{Grid: g, Bleed: mm(30), Start: per, Marks: CropMarks, Registration: &Registration{Arm: page.In}})
	if len(all) != 2 || len(all[0].Cards) != 1 || len(all[1].Cards) != per-1 {
		t.Fatalf("%d pictures", len(all))
	}
	one := all[0]
	if one.Page.Width != card.W+mm(60) || one.Page.Height != card.H+mm(60) || one.Cards[0] != (page.Box{X: mm(30), Y: mm(30), W: card.W, H: card.H}) {
		t.Errorf("a card alone is %v at %v", Size{one.Page.Width, one.Page.Height}, one.Cards)
	}
	if n := len(one.Page.Items[0].(*page.Group).Items); n != 1 {
		t.Errorf("%d items, marks among them", n)
	}
	for bleed, want := range map[page.Length]page.Length{0: mm(30), mm(30): 0} {
		path := one.Mask(0, bleed).Items[0].(*page.Path)
		if path.Segments[0].X != want || path.Segments[0].Y != want {
			t.Errorf("with a bleed of %s mm the mask begins at %s", inMm(bleed), inMm(path.Segments[0].X))
		}
	}
}
