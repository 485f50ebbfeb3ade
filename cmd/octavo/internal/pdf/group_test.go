package pdf

import (
	"bytes"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/raster"
)

// A group stands in the file where it stands in a picture of the page, with what is on it, and leaves the state of
// colours and lines to what follows as it was.
func TestGroup(t *testing.T) {
	pale := page.Color{K: 30}
	band := func(x, y page.Length) *page.Rule {
		return &page.Rule{X: x, Y: y, W: 60 * pt, H: 20 * pt, Color: pale}
	}
	inner := []page.Item{band(10*pt, 10*pt), run(regular(t), 12*pt, 26*pt, 18*pt, "Inner", 0),
		&page.Path{Stroke: &page.Black, Width: 2 * pt, Dash: 5 * pt, Segments: []page.Segment{
			{Op: page.MoveTo, X: 0, Y: 40 * pt}, {Op: page.LineTo, X: 90 * pt, Y: 40 * pt}}}}
	p := pageOf(run(regular(t), 20*pt, 40*pt, 18*pt, "Before", 0),
		&page.Group{X: 100 * pt, Y: 100 * pt, Items: inner},
		run(regular(t), 20*pt, 60*pt, 18*pt, "Between", 0),
		&page.Group{X: 300 * pt, Y: 100 * pt, Turn: 90_000, Items: inner},
		&page.Group{X: 200 * pt, Y: 300 * pt, Turn: 181_500, Scale: 1500, Items: inner},
		&page.Group{X: 200 * pt, Y: 400 * pt, Turn: -30_000, Clip: &page.Box{X: 20 * pt, Y: 0, W: 40 * pt, H: 60 * pt}, Items: []page.Item{
			&page.Group{X: 10 * pt, Items: inner}}},
		run(regular(t), 20*pt, 580*pt, 18*pt, "After", 0),
		&page.Path{Stroke: &page.Black, Width: 2 * pt, Segments: []page.Segment{
			{Op: page.MoveTo, X: 10 * pt, Y: 590 * pt}, {Op: page.LineTo, X: 300 * pt, Y: 590 * pt}}})
	file := write(t, document(p))
	checkStructure(t, file)
	got := render(t, file)
	want, err := raster.Page(p, 72)
	if err != nil {
		t.Fatal(err)
	}
	if got.Bounds() != want.Bounds() {
		t.Fatalf("%v instead of %v", got.Bounds(), want.Bounds())
	}
	dark := 0
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			a, _, _, _ := got.At(x, y).RGBA()
			b, _, _, _ := want.At(x, y).RGBA()
			if b < 0x8000 {
				dark++
			}
			if a < 0x2000 && b > 0xe000 || a > 0xe000 && b < 0x2000 {
				t.Fatalf("pixel %d,%d is %#x in the file and %#x in the picture", x, y, a, b)
			}
		}
	}
	if dark < 500 {
		t.Errorf("only %d dark pixels", dark)
	}
	text := extract(t, file, "-raw")
	for _, word := range []string{"Before", "Between", "After"} {
		if !strings.Contains(text, word) {
			t.Errorf("%q is not in %q", word, text)
		}
	}
	if n := strings.Count(strings.ReplaceAll(text, "\n", ""), "Inner"); n != 4 {
		t.Errorf("the word of the groups is there %d times: %q", n, text)
	}
}

// What leads to and from a group's items finds them.
func TestGroupLinks(t *testing.T) {
	p := pageOf(&page.Group{X: 100 * pt, Y: 200 * pt, Turn: 90_000, Items: []page.Item{
		&page.Link{X: 10 * pt, Y: 20 * pt, W: 40 * pt, H: 12 * pt, Anchor: "here"}, &page.Anchor{Name: "here", X: 10 * pt, Y: 20 * pt}}})
	file := write(t, document(p))
	for _, want := range []string{"/Rect[68 362 80 402]", "/Dest[3 0 R/XYZ 80 402 null]"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
}
