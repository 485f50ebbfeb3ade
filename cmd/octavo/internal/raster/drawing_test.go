package raster

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/page"
)

// sketched draws a file of package drawing's testdata, without its words, a pixel of it as two.
func sketched(t *testing.T, data []byte) image.Image {
	t.Helper()
	d, err := drawing.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	d.SetText(func(*drawing.Run) ([]drawing.Segment, float64) { return nil, 0 })
	w, h := page.Length(d.Width*float64(page.In)/96), page.Length(d.Height*float64(page.In)/96)
	img, err := Page(&page.Page{Width: w, Height: h, Items: []page.Item{
		&page.Image{W: w, H: h, Picture: &page.Picture{Name: "drawing", Format: "svg", Drawing: d}}}}, 192)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// What comes after a drawing on a page is drawn as if the drawing were not there.
func TestAfterDrawing(t *testing.T) {
	d, err := drawing.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	img, err := Page(&page.Page{Width: 40 * page.Pt, Height: 40 * page.Pt, Items: []page.Item{
		&page.Image{W: 10 * page.Pt, H: 10 * page.Pt, Picture: &page.Picture{Name: "drawing", Format: "svg", Drawing: d}},
		&page.Rule{X: 20 * page.Pt, Y: 20 * page.Pt, W: 10 * page.Pt, H: 10 * page.Pt, Color: page.Black}}}, 72)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{5, 25} {
		if r, _, _, _ := img.At(at, at).RGBA(); r != 0 {
			t.Errorf("there is no ink at %d", at)
		}
	}
}

// Drawings look as librsvg draws them, but for their words.
func TestDrawingsAgainstLibrsvg(t *testing.T) {
	if _, err := exec.LookPath("rsvg-convert"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("rsvg-convert is not installed")
		}
		t.Skip("rsvg-convert is not installed")
	}
	files, err := filepath.Glob("../drawing/testdata/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatal("no drawings", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := drawing.Read(data)
		if err != nil {
			t.Fatal(file, err)
		}
		mute := bytes.ReplaceAll(bytes.ReplaceAll(d.Safe, []byte("<text "), []byte("<text display=\"none\" ")), []byte("fill: #c00 !important"), nil)
		cmd := exec.Command("rsvg-convert", "-z", "2", "-b", "white")
		cmd.Stdin = bytes.NewReader(mute)
		out, err := cmd.Output()
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		want, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		got := sketched(t, data)
		if a, b := got.Bounds(), want.Bounds(); a.Dx()-b.Dx() > 1 || b.Dx()-a.Dx() > 1 || a.Dy()-b.Dy() > 1 || b.Dy()-a.Dy() > 1 {
			t.Errorf("%s: %v, librsvg draws %v", file, a, b)
			continue
		}
		if far := apart(got, want); far > 0.01 {
			t.Errorf("%s: %.4f from what librsvg draws", file, far)
		}
	}
}

// apart returns the part of pixels that differ by more than a tenth, where none of their neighbours is alike.
func apart(a, b image.Image) float64 {
	box := a.Bounds().Intersect(b.Bounds()).Inset(1)
	far := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			alike := false
			for dy := -1; dy <= 1 && !alike; dy++ {
				for dx := -1; dx <= 1 && !alike; dx++ {
					alike = near(a, b, x, y, x+dx, y+dy)
				}
			}
			if !alike {
				far++
			}
		}
	}
	return float64(far) / float64(box.Dx()*box.Dy())
}

func near(a, b image.Image, x, y, u, v int) bool {
	r1, g1, b1, _ := a.At(x, y).RGBA()
	r2, g2, b2, _ := b.At(u, v).RGBA()
	for _, d := range [...]int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2)} {
		if d > 6553 || d < -6553 {
			return false
		}
	}
	return true
}

// The even-odd rule leaves a hole where the other fills it, and a clip cuts.
func TestFillRules(t *testing.T) {
	at := func(inner string, x, y int) uint8 {
		d := []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">` + inner + `</svg>`)
		img := sketched(t, d)
		r, _, _, _ := img.At(2*x, 2*y).RGBA()
		return uint8(r >> 8)
	}
	const path = `<path d="M0 0h20v20H0zM5 5h10v10H5z"`
	if v := at(path+` fill-rule="evenodd"/>`, 10, 10); v != 255 {
		t.Errorf("even-odd: %d", v)
	}
	if v := at(path+`/>`, 10, 10); v != 0 {
		t.Errorf("non-zero: %d", v)
	}
	if v := at(`<path d="M0 0h20v20H0zM5 5v10h10V5z"/>`, 10, 10); v != 255 {
		t.Errorf("against the clock: %d", v)
	}
	if v := at(`<clipPath id="c"><rect width="5" height="20"/></clipPath><rect width="20" height="20" clip-path="url(#c)"/>`, 10, 10); v != 255 {
		t.Errorf("clipped: %d", v)
	}
	if v := at(`<rect width="20" height="20" opacity=".5"/>`, 10, 10); v < 126 || v > 129 {
		t.Errorf("half: %d", v)
	}
	if v := at(`<path d="M0 10H20" stroke="#000" stroke-width="4" stroke-dasharray="5"/>`, 7, 10); v != 255 {
		t.Errorf("between dashes: %d", v)
	}
}
