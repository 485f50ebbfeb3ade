package impose

import (
	"errors"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// The contact sheet shows every face once, whole, and none on another or off the sheet.
func TestContactSheet(t *testing.T) {
	for name, card := range cards {
		for _, sheet := range []Size{sheets["letter"], sheets["a4"].turned(), size(1050, 1480)} {
			for _, fronts := range []bool{false, true} {
				deck := testCards(50, card, mm(30))
				pages := ContactSheet(deck, Contact{Words: lang.English().Sheets, Sheet: sheet, Title: "The deck", Fronts: fronts, Letter: boxes})
				faces := 0
				for _, p := range pages {
					ink := boxesOf(p, true)
					faces += len(ink)
					for i, b := range ink {
						if b.X < 0 || b.Y < 0 || b.X+b.W > sheet.W || b.Y+b.H > sheet.H {
							t.Fatalf("%s: %+v leaves the sheet", name, b)
						}
						for _, other := range append(ink[i+1:], boxesOf(p, false)...) {
							if overlap(b, other) > 2*markWeight {
								t.Fatalf("%s: %+v and %+v overlap", name, b, other)
							}
						}
					}
				}
				want := 100
				if fronts {
					want = 50
				}
				if faces != want {
					t.Errorf("%s on %v: %d faces, want %d", name, sheet, faces, want)
				}
			}
		}
	}
	if pages := ContactSheet(nil, Contact{Words: lang.English().Sheets, Sheet: sheets["a4"]}); pages != nil {
		t.Error("a sheet without cards")
	}
	if got := cutTo("patient-service", 9); got != "patient-…" {
		t.Errorf("%q", got)
	}
}

func TestProof(t *testing.T) {
	for name, card := range cards {
		for _, size := range []Size{card, card.turned()} {
			deck := testCards(1, size, mm(30))
			p, err := Proof(deck[0], ProofAsk{Words: lang.English().Sheets, Sheet: sheets["letter"], Letter: boxes})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			ink, marks := boxesOf(p, true), boxesOf(p, false)
			if len(ink) != 2 {
				t.Fatalf("%s: %d faces", name, len(ink))
			}
			for i, b := range ink {
				if b.W != size.W+mm(60) || b.H != size.H+mm(60) {
					t.Errorf("%s is %v large", name, Size{b.W, b.H})
				}
				for _, m := range append(ink[i+1:], marks...) {
					if overlap(b, m) > 0 {
						t.Errorf("%s: %+v is on %+v", name, m, b)
					}
				}
			}
			ticks := map[page.Length]int{}
			long := false
			for _, m := range marks {
				if m.W == markWeight {
					ticks[m.Y]++
				}
				long = long || m.W == mm(1000)
				if m.X < mm(60) || m.X+m.W > p.Width-mm(60) || m.Y < mm(60) || m.Y+m.H > p.Height-mm(60) {
					t.Errorf("%s: %+v is too near to the edge", name, m)
				}
			}
			most := 0
			for _, n := range ticks {
				most = max(most, n)
			}
			if !long || most != 101 {
				t.Errorf("%s: a ruler of %d ticks", name, most)
			}
		}
	}
	var fit *FitError
	if _, err := Proof(testCards(1, cards["tarot"], 0)[0], ProofAsk{Words: lang.English().Sheets, Sheet: size(1050, 1480)}); !errors.As(err, &fit) || !strings.Contains(err.Error(), "does not fit") {
		t.Errorf("a sheet that is too small: %v", err)
	}
	alone := testCards(1, cards["poker"], 0)[0]
	alone.Back = nil
	if p, err := Proof(alone, ProofAsk{Words: lang.English().Sheets, Sheet: sheets["a4"]}); err != nil || len(boxesOf(p, true)) != 1 {
		t.Errorf("a card without a back: %v", err)
	}
}
