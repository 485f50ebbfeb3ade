package interior

import (
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
)

// TestPlate: a picture named as a plate fills a page of its own at the end of its chapter and stands out over every edge;
// its caption stays where the author put it and names the page. All pages then have bleed, and without a plate none.
func TestPlate(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	doc, _, _ := Set(cfg, bk, fonts)
	for _, p := range doc.Pages {
		if p.Bleed != 0 {
			t.Fatalf("page %s bleeds, but nothing in the book does", p.Label)
		}
	}
	cfg.Print.Plates = []string{"pictures/lighthouse.png"}
	doc, _, _ = Set(cfg, bk, fonts)
	var plate *page.Page
	for _, p := range doc.Pages {
		if p.Bleed != bleedWidth {
			t.Fatalf("page %s has a bleed of %s", p.Label, p.Bleed)
		}
		for _, it := range p.Items {
			im, ok := it.(*page.Image)
			if !ok || im.Picture.Name != "pictures/lighthouse.png" {
				continue
			}
			if plate != nil {
				t.Fatal("the plate stands twice")
			}
			plate = p
			if im.X > -bleedWidth || im.Y > -bleedWidth || im.X+im.W < p.Width+bleedWidth || im.Y+im.H < p.Height+bleedWidth {
				t.Errorf("the plate goes from %s, %s to %s, %s", im.X, im.Y, im.X+im.W, im.Y+im.H)
			}
			if got, want := float64(im.W)/float64(im.H), float64(im.Picture.Width)/float64(im.Picture.Height); got < want*0.999 || got > want*1.001 {
				t.Errorf("the plate is stretched: %.3f to 1, not %.3f", got, want)
			}
		}
	}
	if plate == nil {
		t.Fatal("the plate stands nowhere")
	}
	links := false
	for _, p := range doc.Pages {
		links = links || p != plate && slices.ContainsFunc(p.Items, func(it page.Item) bool {
			x, ok := it.(*page.Text)
			return ok && x.Text == " (page\u00A0"+plate.Label+")"
		})
	}
	if !links {
		t.Errorf("no caption names page %s", plate.Label)
	}
}
