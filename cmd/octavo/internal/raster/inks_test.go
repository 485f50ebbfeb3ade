package raster

import (
	"bytes"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// TestInks holds that a page drawn in numbers of colours becomes the same file as one drawn in colours.
func TestInks(t *testing.T) {
	const pt = page.Pt
	f := garamond(t)
	ground, second := page.Color{C: 80, M: 20, K: 10}, page.Color{M: 90, Y: 60}
	plate := &page.Rule{W: 120 * pt, H: 90 * pt, Color: ground}
	words := []page.Item{plate, run(f, "Quillwork", 10*pt, 30*pt, 20*pt, page.Black), run(f, "Quill", 12*pt, 34*pt, 24*pt, second)}
	strip := []page.Item{}
	for i := range 9000 { // more colours than a palette is made of
		strip = append(strip, &page.Rule{X: page.Length(i%300) * pt / 3, Y: page.Length(i/300) * pt, W: pt / 3, H: pt,
			Color: page.Color{C: uint8(i % 101), M: uint8(i / 101), Y: 1}})
	}
	pages := map[string]*page.Page{
		"words":       {Items: words},
		"on paper":    {Items: words[1:]},
		"upside":      {Items: words, Turned: true},
		"clipped":     {Items: []page.Item{plate, &page.Group{X: 7 * pt, Y: 5 * pt, Clip: &page.Box{X: 3 * pt, Y: 3 * pt, W: 40 * pt, H: 22*pt + pt/3}, Items: words[1:]}}},
		"at an edge":  {Items: []page.Item{&page.Rule{X: -pt, Y: -pt, W: 60*pt + pt/7, H: 50*pt + pt/5, Color: second}, words[1]}},
		"all colours": {Items: strip},
		"grey":        {Items: words[1:2]},
	}
	for name, p := range pages {
		p.Width, p.Height = 120*pt, 90*pt
		img, err := Page(p, 100)
		if err != nil {
			t.Fatal(err)
		}
		var want, got bytes.Buffer
		if err := PNG(&want, img); err != nil {
			t.Fatal(err)
		}
		if err := PagePNG(&got, p, 100); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%s: the files differ", name)
		}
	}
}
