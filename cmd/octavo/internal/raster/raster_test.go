package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/styles"
)

func garamond(t testing.TB) *typeset.Face {
	t.Helper()
	data, err := styles.FS.ReadFile("fonts/EBGaramond-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := typeset.LoadFace("EBGaramond-Regular", data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// run sets text as one run, without line breaking.
func run(f *typeset.Face, s string, x, y, size page.Length, ink page.Color) *page.Text {
	shaped := f.Shape(s, 0)
	t := &page.Text{X: x, Y: y, Font: f.Font, Size: size, Color: ink, Text: s}
	for _, g := range shaped.Glyphs {
		g.Advance = int32(int64(g.Advance) * int64(size) / int64(f.Upem))
		t.Glyphs = append(t.Glyphs, g)
	}
	return t
}

// Every pixel here follows from the geometry, at one pixel a point.
func TestInkAtItsPlace(t *testing.T) {
	const pt = page.Pt
	black := page.Black
	frame := []page.Segment{
		{Op: page.MoveTo, X: 12 * pt, Y: 12 * pt}, {Op: page.LineTo, X: 18 * pt, Y: 12 * pt},
		{Op: page.LineTo, X: 18 * pt, Y: 18 * pt}, {Op: page.LineTo, X: 12 * pt, Y: 18 * pt}, {Op: page.Close},
	}
	p := &page.Page{Width: 20 * pt, Height: 20 * pt, Items: []page.Item{
		&page.Rule{X: 2 * pt, Y: 3 * pt, W: 4 * pt, H: 2 * pt, Color: black},
		&page.Rule{X: 10 * pt, Y: 3 * pt, W: pt / 2, H: pt, Color: black},
		&page.Rule{X: -5 * pt, Y: 9 * pt, W: 30 * pt, H: pt, Color: page.Color{K: 50}}, // bleeds off both edges
		&page.Rule{X: 19 * pt, Y: -50 * pt, W: pt, H: 51 * pt, Color: black},           // and off the top
		&page.Path{Segments: frame, Stroke: &black, Width: 2 * pt},
	}}
	img, err := Page(p, 72)
	if err != nil {
		t.Fatal(err)
	}
	gray, ok := img.(*image.Gray)
	if !ok {
		t.Fatalf("a page of black ink came out as %T", img)
	}
	for _, c := range []struct {
		x, y int
		want uint8
		what string
	}{
		{0, 0, 255, "paper"}, {2, 3, 0, "first pixel of the rule"}, {5, 4, 0, "its last"}, {6, 4, 255, "right of it"},
		{2, 2, 255, "above it"}, {2, 5, 255, "below it"}, {10, 3, 127, "half a pixel covered"}, {0, 9, 127, "half ink"},
		{19, 9, 127, "half ink to the edge"}, {0, 10, 255, "no ink spills to the next row"}, {19, 0, 0, "bleed"},
		{19, 1, 255, "end of the bleed"}, {11, 14, 0, "left stroke, outside half"}, {12, 14, 0, "inside half"},
		{14, 11, 0, "top stroke"}, {15, 15, 255, "inside the frame"}, {15, 18, 0, "bottom stroke"}, {12, 12, 0, "joint"},
	} {
		if got := gray.GrayAt(c.x, c.y).Y; got < c.want-min(c.want, 2) || got > c.want+min(255-c.want, 2) {
			t.Errorf("pixel %d,%d (%s): %d, want %d", c.x, c.y, c.what, got, c.want)
		}
	}
}

func TestLettersStandOnTheirBaseline(t *testing.T) {
	f := garamond(t)
	const pt = page.Pt
	p := &page.Page{Width: 60 * pt, Height: 40 * pt, Items: []page.Item{run(f, "HI", 10*pt, 30*pt, 24*pt, page.Black)}}
	img, err := Page(p, 144)
	if err != nil {
		t.Fatal(err)
	}
	box := inked(img)
	capHeight := float64(f.CapHeight) * 24 * 2 / float64(f.Upem)
	if got := float64(box.Dy()); got < capHeight-1 || got > capHeight+3 {
		t.Errorf("capitals are %v pixels high, the font says %.1f", got, capHeight)
	}
	if box.Max.Y != 60 && box.Max.Y != 61 {
		t.Errorf("capitals end at row %d, the baseline is row 60", box.Max.Y)
	}
	if box.Min.X < 20 || box.Min.X > 24 {
		t.Errorf("ink begins at column %d, the pen at 20", box.Min.X)
	}
}

// inked returns the box of pixels that are not paper.
func inked(img image.Image) (box image.Rectangle) {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if r, _, _, _ := img.At(x, y).RGBA(); r < 0xf000 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

func TestPictures(t *testing.T) {
	src := image.NewRGBA(image.Rect(0, 0, 2, 1))
	src.Set(0, 0, color.RGBA{200, 0, 0, 255})
	src.Set(1, 0, color.RGBA{0, 0, 200, 255})
	var file bytes.Buffer
	if err := png.Encode(&file, src); err != nil {
		t.Fatal(err)
	}
	pic := &page.Picture{Name: "p", Format: "png", Data: file.Bytes(), Width: 2, Height: 1}
	p := &page.Page{Width: 20 * page.Pt, Height: 20 * page.Pt, Items: []page.Item{
		&page.Image{X: 4 * page.Pt, Y: 4 * page.Pt, W: 12 * page.Pt, H: 6 * page.Pt, Picture: pic}}}
	img, err := Page(p, 72)
	if err != nil {
		t.Fatal(err)
	}
	if c := img.At(5, 7).(color.RGBA); c.R < 180 || c.B > 20 {
		t.Errorf("left of the picture: %v, want red", c)
	}
	if c := img.At(14, 7).(color.RGBA); c.B < 180 || c.R > 20 {
		t.Errorf("right of the picture: %v, want blue", c)
	}
	if c := img.At(5, 11).(color.RGBA); c != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("below the picture: %v, want paper", c)
	}
	pic.Data = []byte("not a picture")
	if _, err := Page(p, 72); err == nil || !strings.Contains(err.Error(), "picture p") {
		t.Errorf("a broken picture: %v", err)
	}
}

func TestSizeIsBounded(t *testing.T) {
	for _, dpi := range []float64{0, -1, 1e9} {
		if _, err := Page(&page.Page{Width: 100 * page.Pt, Height: 100 * page.Pt}, dpi); err == nil {
			t.Errorf("%v dpi: no error", dpi)
		}
	}
}

// The file must say the same as the picture, whichever way it was written.
func TestPNGKeepsEveryPixel(t *testing.T) {
	f := garamond(t)
	const pt = page.Pt
	for name, ink := range map[string]page.Color{"grey": page.Black, "colour": {C: 80, M: 20}} {
		img, err := Page(&page.Page{Width: 100 * pt, Height: 40 * pt,
			Items: []page.Item{run(f, "Quillwork", 10*pt, 30*pt, 20*pt, ink)}}, 100)
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := PNG(&file, img); err != nil {
			t.Fatal(err)
		}
		back, err := png.Decode(&file)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := pixels(back), pixels(img); got != want {
			t.Errorf("%s: the file and the picture differ", name)
		}
	}
}

func pixels(img image.Image) string {
	var b strings.Builder
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, bl, a := img.At(x, y).RGBA()
			fmt.Fprint(&b, r>>8, g>>8, bl>>8, a>>8, " ")
		}
	}
	return b.String()
}

// BenchmarkCover draws and writes what an EPUB's cover is: a few large lines on 1200 × 1800 pixels.
func BenchmarkCover(b *testing.B) {
	f := garamond(b)
	const pt = page.Pt
	for name, ground := range map[string]page.Color{"grey": {K: 8}, "colour": {C: 70, M: 40, K: 30}} {
		b.Run(name, func(b *testing.B) {
			p := &page.Page{Width: 432 * pt, Height: 648 * pt, Items: []page.Item{
				&page.Rule{W: 432 * pt, H: 648 * pt, Color: ground}}}
			for i, line := range []string{"Write This Down", "Memes and Metaphors for a Better Life in Sales", "Wren Halloran"} {
				p.Items = append(p.Items, run(f, line, 30*pt, page.Length(150+120*i)*pt, page.Length(54-16*i)*pt, page.Black))
			}
			for b.Loop() {
				var file bytes.Buffer
				if err := PagePNG(&file, p, 200); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(file.Len()), "bytes")
			}
		})
	}
}

// A turned page is the page upside down, in grey and in colour: what the back of a sheet needs that is flipped on its
// short edge.
func TestTurned(t *testing.T) {
	const pt = page.Pt
	for _, ink := range []page.Color{page.Black, {C: 100}} {
		p := &page.Page{Width: 20 * pt, Height: 10 * pt, Items: []page.Item{
			&page.Rule{X: 2 * pt, Y: 3 * pt, W: 4 * pt, H: pt, Color: ink},
			run(garamond(t), "Ag", 8*pt, 8*pt, 8*pt, ink),
		}}
		upright, err := Page(p, 72)
		if err != nil {
			t.Fatal(err)
		}
		p.Turned = true
		turned, err := Page(p, 72)
		if err != nil {
			t.Fatal(err)
		}
		if upright.Bounds() != turned.Bounds() || upright.At(3, 3) == upright.At(16, 6) {
			t.Fatal("the page has another size, or nothing on it")
		}
		for y := range 10 {
			for x := range 20 {
				if got, want := turned.At(19-x, 9-y), upright.At(x, y); got != want {
					t.Fatalf("%v: pixel %d,%d is %v, want %v", ink, 19-x, 9-y, got, want)
				}
			}
		}
	}
}
