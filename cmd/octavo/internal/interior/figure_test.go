package interior

import (
	"testing"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// TestShrinkingPicture: a picture is set smaller by whole lines, at most by its share, in the middle of where it stood, and its
// caption rises with its lower edge.
func TestShrinkingPicture(t *testing.T) {
	const line = 10 * page.Pt
	img := &page.Image{X: 20 * page.Pt, W: 200 * page.Pt, H: 100 * page.Pt}
	caption := &page.Text{Y: 110 * page.Pt}
	b := shrinking(img, typeset.Row{Height: 120 * page.Pt, Items: []page.Item{img, caption}}, 25, line)
	if len(b.Ways) != 3 {
		t.Fatalf("%d ways to set a picture of ten lines that may lose a quarter", len(b.Ways))
	}
	for w, way := range b.Ways {
		if want := 120*page.Pt - page.Length(w)*line; way.Rows[0].Height != want || w > 0 && way.Cost <= b.Ways[w-1].Cost {
			t.Errorf("way %d: %s high at a cost of %d", w, way.Rows[0].Height, way.Cost)
		}
	}
	b.prepend(&page.Anchor{Name: "here"})
	b.set(2)
	if img.H != 80*page.Pt || img.W != 160*page.Pt || img.X != 40*page.Pt || caption.Y != 90*page.Pt {
		t.Errorf("set smaller by two lines: %s × %s at %s, its caption at %s", img.W, img.H, img.X, caption.Y)
	}
	if n := len(b.Ways[2].Rows[0].Items); n != 3 {
		t.Errorf("%d items in the row, not the anchor, the picture and its caption", n)
	}
}
