package impose

import (
	"errors"
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// frames returns the boxes of all closed solid or dashed paths of a page.
func frames(p *page.Page, dashed bool) (out []page.Box) {
	for _, it := range p.Items {
		q, ok := it.(*page.Path)
		if !ok || (q.Dash > 0) != dashed {
			continue
		}
		x0, y0, x1, y1 := q.Segments[0].X, q.Segments[0].Y, q.Segments[0].X, q.Segments[0].Y
		for _, s := range q.Segments {
			if s.Op != page.Close {
				x0, x1, y0, y1 = min(x0, s.X), max(x1, s.X), min(y0, s.Y), max(y1, s.Y)
			}
		}
		out = append(out, page.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0})
	}
	return out
}

func TestJig(t *testing.T) {
	pouch := size(2160, 3030)
	for name, card := range cards {
		p, err := JigSheet(Jig{Words: lang.English().Sheets, Sheet: sheets["a4"], Pouch: pouch, Card: card, Seal: mm(30), Corner: mm(32), Letter: boxes})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		laid, cut := frames(p, false), frames(p, true)
		if len(laid) < 3 || len(laid) != len(cut) {
			t.Errorf("%s: %d cards and %d cuts", name, len(laid), len(cut))
		}
		for i, b := range laid {
			if !slices.Contains([]Size{card, card.turned()}, Size{b.W, b.H}) {
				t.Errorf("%s: a card of %v", name, Size{b.W, b.H})
			}
			if cut[i] != around(b, mm(30)) {
				t.Errorf("%s: the cut is not 3 mm off", name)
			}
			// The pouch overhangs the paper by 3 mm.
			if b.X < mm(60) || b.Y < mm(60) || b.X+b.W > p.Width-mm(60) || b.Y+b.H > p.Height-mm(60) {
				t.Errorf("%s: %+v is too near to the edge", name, b)
			}
			for _, other := range laid[i+1:] {
				if overlap(around(b, mm(30)), around(other, mm(30))) > slack {
					t.Errorf("%s: %+v and %+v are not 6 mm apart", name, b, other)
				}
			}
		}
	}
	// A pouch smaller than the paper is drawn, and the card is in its middle.
	p, err := JigSheet(Jig{Words: lang.English().Sheets, Sheet: sheets["a4"], Pouch: size(800, 1110), Card: cards["poker"], Seal: mm(30)})
	if err != nil {
		t.Fatal(err)
	}
	laid := frames(p, false)
	if len(laid) != 2 || (Size{laid[0].W, laid[0].H}) != size(800, 1110) || far(laid[1].X-laid[0].X, (laid[0].W-laid[1].W)/2, 2) {
		t.Errorf("pouch and card %v", laid)
	}
	var fit *FitError
	if _, err := JigSheet(Jig{Words: lang.English().Sheets, Sheet: sheets["a4"], Pouch: size(670, 990), Card: cards["poker"], Seal: mm(30)}); !errors.As(err, &fit) || fit.Over.W == 0 {
		t.Errorf("a pouch that is too small: %v", err)
	}
}

// Each cut has a line and its number, and they are in the box.
func TestCutDiagram(t *testing.T) {
	box := page.Box{X: 100 * page.Pt, Y: 200 * page.Pt, W: 300 * page.Pt, H: 300 * page.Pt}
	for name, g := range stocks {
		g.Fold = NoFold
		var numbers []string
		items := CutDiagram(g, box, func(text string, size, x, y page.Length, align Align) []page.Item {
			numbers = append(numbers, text)
			return boxes(text, size, x, y, align)
		})
		if cuts := g.lines(0, g.Cells()); len(numbers) != len(cuts) || numbers[0] != "1" {
			t.Errorf("%s: numbers %v of %d cuts", name, numbers, len(cuts))
		}
		for _, it := range items {
			b := page.Box{}
			switch it := it.(type) {
			case *page.Rule:
				b = page.Box{X: it.X, Y: it.Y, W: it.W, H: it.H}
			case *page.Path:
				b = frames(&page.Page{Items: []page.Item{it}}, it.Dash > 0)[0]
			}
			if b.X < box.X || b.Y < box.Y || b.X+b.W > box.X+box.W || b.Y+b.H > box.Y+box.H {
				t.Errorf("%s: %+v is not in the box", name, b)
			}
		}
	}
}
