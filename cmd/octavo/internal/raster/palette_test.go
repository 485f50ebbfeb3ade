package raster

import (
	"image"
	"image/color"
	"testing"
)

// TestManyShades holds that a picture of more shades than a palette has room for keeps its surfaces as they are and no shade
// far from what it was, and that a photograph gets no palette.
func TestManyShades(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 300, 300))
	ground := color.RGBA{23, 64, 74, 255}
	for y := range 300 {
		for x := range 300 {
			img.SetRGBA(x, y, ground)
			if y < 4 { // the edges of three inks
				img.SetRGBA(x, y, color.RGBA{uint8(x * 255 / 300), uint8(x * 200 / 300), uint8(60 * y), 255})
			}
		}
	}
	p := paletted(img)
	if p == nil {
		t.Fatal("no palette")
	}
	if got := p.At(150, 150).(color.RGBA); got != ground {
		t.Errorf("the ground became %v", got)
	}
	for i := range p.Pix {
		a, b := img.RGBAAt(i%300, i/300), p.At(i%300, i/300).(color.RGBA)
		_, d := closest([]shade{shadeOf(a)}, shadeOf(b))
		if d > nearness {
			t.Fatalf("at %d: %v became %v", i, a, b)
		}
	}
	for i := range img.Pix {
		if i%4 != 3 {
			img.Pix[i] = uint8(i * 7919 >> 3)
		}
	}
	if paletted(img) != nil {
		t.Error("a photograph has a palette")
	}
}

// TestStretch holds stretches of all short lengths, at both ends of what is compared two by two.
func TestStretch(t *testing.T) {
	ground, ink := color.RGBA{23, 64, 74, 255}, color.RGBA{23, 64, 75, 255}
	for n := 1; n < 12; n++ {
		for after := range 3 {
			img := image.NewRGBA(image.Rect(0, 0, n+after, 1))
			for x := range n + after {
				img.SetRGBA(x, 0, ground)
				if x >= n {
					img.SetRGBA(x, 0, ink)
				}
			}
			if c, got := stretch(img.Pix); c != shadeOf(ground) || c.rgba() != ground || got != n {
				t.Errorf("%d pixels and %d others: %d of %x", n, after, got, c)
			}
		}
	}
}
