package raster

import (
	"image"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// drawn returns a grey page of 20 × 20 points at one pixel a point.
func drawn(t *testing.T, items ...page.Item) *image.Gray {
	t.Helper()
	img, err := Page(&page.Page{Width: 20 * page.Pt, Height: 20 * page.Pt, Items: items}, 72)
	if err != nil {
		t.Fatal(err)
	}
	return img.(*image.Gray)
}

// inkBox returns the box of all pixels that are not white.
func inkBox(img *image.Gray) (box image.Rectangle) {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if img.GrayAt(x, y).Y != 0xff {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

func TestGroup(t *testing.T) {
	const pt = page.Pt
	bar := &page.Rule{X: pt, Y: 2 * pt, W: 6 * pt, H: 3 * pt, Color: page.Black}
	path := &page.Path{Fill: &page.Black, Segments: outlineOf(page.Box{X: pt, Y: 2 * pt, W: 6 * pt, H: 3 * pt})}
	for name, test := range map[string]struct {
		group page.Group
		want  image.Rectangle
	}{
		"moved":       {page.Group{X: 10 * pt, Y: 4 * pt}, image.Rect(11, 6, 17, 9)},
		"on its side": {page.Group{X: 10 * pt, Y: 4 * pt, Turn: 90_000}, image.Rect(5, 5, 8, 11)},
		"upside down": {page.Group{X: 10 * pt, Y: 10 * pt, Turn: 180_000}, image.Rect(3, 5, 9, 8)},
		"larger":      {page.Group{Scale: 2000}, image.Rect(2, 4, 14, 10)},
		"cut":         {page.Group{X: 10 * pt, Clip: &page.Box{X: 0, Y: 3 * pt, W: 4 * pt, H: 10 * pt}}, image.Rect(11, 3, 14, 5)},
		"cut away":    {page.Group{X: 10 * pt, Clip: &page.Box{X: 50 * pt, W: pt, H: pt}}, image.Rectangle{}},
	} {
		for _, it := range []page.Item{bar, path} {
			test.group.Items = []page.Item{it}
			if got := inkBox(drawn(t, &test.group)); got != test.want {
				t.Errorf("%s, %T: ink in %v instead of %v", name, it, got, test.want)
			}
			// A group of a group, and what follows it is not turned with it.
			outer := &page.Group{X: pt, Items: []page.Item{&test.group, &page.Rule{X: 18 * pt, Y: 19 * pt, W: pt, H: pt, Color: page.Black}}}
			want := test.want.Add(image.Pt(1, 0)).Union(image.Rect(19, 19, 20, 20))
			if got := inkBox(drawn(t, outer)); got != want {
				t.Errorf("%s in a group: ink in %v instead of %v", name, got, want)
			}
		}
	}
	// A little turned about its upper left corner, the right end sinks by its sine.
	long := &page.Rule{W: 19 * pt, H: pt, Color: page.Black}
	if got := inkBox(drawn(t, &page.Group{Y: 5 * pt, Turn: 10_000, Items: []page.Item{long}})); got != image.Rect(0, 5, 19, 10) {
		t.Errorf("turned by 10°: ink in %v", got)
	}
}

func TestDashes(t *testing.T) {
	const pt = page.Pt
	img := drawn(t, &page.Path{Stroke: &page.Black, Width: pt, Dash: 3 * pt, Segments: []page.Segment{
		{Op: page.MoveTo, X: 2 * pt, Y: pt / 2}, {Op: page.LineTo, X: 16*pt + pt/2, Y: pt / 2}, {Op: page.LineTo, X: 16*pt + pt/2, Y: 9 * pt}}})
	// On from 2 to 5, from 8 to 11 and from 14 to half a point round the corner, and again 3 points further.
	for x, want := range []bool{2: true, 3: true, 4: true, 5: false, 7: false, 8: true, 9: true, 10: true, 11: false, 13: false, 14: true, 15: true} {
		if got := img.GrayAt(x, 0).Y < 0x80; got != want {
			t.Errorf("pixel %d,0: inked %v", x, got)
		}
	}
	for y, want := range []bool{0: true, 1: false, 3: false, 4: true, 5: true, 6: true, 7: false, 8: false} {
		if got := img.GrayAt(16, y).Y < 0x80; got != want {
			t.Errorf("pixel 16,%d: inked %v", y, got)
		}
	}
}
