package epub

import (
	"bytes"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"testing"

	"octavo/cmd/octavo/internal/picture"
)

// rings returns a drawing in all colours of a palette, from its first one at the edge to its last in the middle.
func rings(w, h int, colours color.Palette) *image.Paletted {
	img := image.NewPaletted(image.Rect(0, 0, w, h), colours)
	for y := range h {
		for x := range w {
			far := math.Hypot(float64(x-w/2), float64(y-h/2)) / math.Hypot(float64(w/2), float64(h/2))
			img.Pix[y*w+x] = uint8(min(int((1-far)*40)%len(colours), len(colours)-1))
		}
	}
	return img
}

func greys(n int) color.Palette {
	p := make(color.Palette, n)
	for i := range p {
		p[i] = color.Gray{Y: uint8(i * 255 / (n - 1))}
	}
	return p
}

// asGrey returns a picture in greys, whatever it is drawn in.
func asGrey[T draw.Image](make func(image.Rectangle) T, src image.Image) image.Image {
	dst := make(src.Bounds())
	draw.Draw(dst, dst.Bounds(), src, image.Point{}, draw.Src)
	return dst
}

func encode(t *testing.T, how func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := how(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRemadePicturesStaySmall holds pictures that are made anew against their files: the same kind of colours, not
// many more bytes, and the look of a picture made smaller with all colours at hand.
func TestRemadePicturesStaySmall(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const w, h = 2500, 1700
	pngFile := func(img image.Image) []byte {
		return encode(t, func(b *bytes.Buffer) error { return png.Encode(b, img) })
	}
	jpegFile := func(img image.Image) []byte {
		return encode(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, img, &jpeg.Options{Quality: 88}) })
	}
	gifFile := func(img image.Image) []byte {
		return encode(t, func(b *bytes.Buffer) error { return gif.Encode(b, img, nil) })
	}
	fewGreys := func(n int) []byte { // Go writes none: have one made
		data := pngFile(image.NewGray(image.Rect(0, 0, 1, 1)))
		data[24] = map[int]byte{2: 1, 4: 2, 16: 4}[n]
		data, err := picture.Reencode(data, asGrey(image.NewGray, rings(w, h, greys(n))), 0)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	sheer := color.Palette{color.RGBA{}, color.RGBA{200, 0, 0, 255}, color.RGBA{0, 90, 0, 90}}
	const grey, indexed = 0, 3 // colour types of PNG
	for _, c := range []struct {
		name             string
		data             []byte
		depth, colorType byte
		growth           float64 // of the file; an edge of mixtures takes more than a sharp one
		off              float64 // mean difference of a channel, of 255
	}{
		{"grey of 1 bit", fewGreys(2), 2, grey, 2.2, 0.7},
		{"grey of 2 bits", fewGreys(4), 4, grey, 2.2, 0.2},
		{"grey of 4 bits", fewGreys(16), 4, grey, 1.3, 0.2},
		{"grey", pngFile(asGrey(image.NewGray, rings(w, h, greys(256)))), 8, grey, 1, 0},
		{"grey of 16 bits", pngFile(asGrey(image.NewGray16, rings(w, h, greys(200)))), 8, grey, 1, 0},
		{"black and white palette", pngFile(rings(w, h, greys(2))), 2, indexed, 2.2, 0.7},
		{"palette", pngFile(rings(w, h, palette.Plan9[40:52])), 8, indexed, 2.2, 0.2},
		{"sheer palette", pngFile(rings(w, h, sheer)), 4, indexed, 2.2, 0.5},
		{"large GIF", gifFile(rings(w, h, palette.WebSafe)), 8, indexed, 1, 0.2},
		{"small GIF", gifFile(rings(260, 180, palette.Plan9[:16])), 4, indexed, 1, 0},
		{"grey JPEG", jpegFile(asGrey(image.NewGray, rings(w, h, greys(256)))), 0, 0, 1, 0.5},
	} {
		before, format, err := image.Decode(bytes.NewReader(c.data))
		if err != nil {
			t.Fatal(c.name, err)
		}
		p, img := convert(t, c.data)
		if img == nil {
			t.Errorf("%s: not made anew", c.name)
			continue
		}
		if format == "jpeg" {
			if img.ColorModel() != before.ColorModel() {
				t.Errorf("%s: now a %T, was a %T", c.name, img, before)
			}
		} else if p.data[24] != c.depth || p.data[25] != c.colorType {
			t.Errorf("%s: depth %d, colour type %d, want %d and %d", c.name, p.data[24], p.data[25], c.depth, c.colorType)
		}
		if growth := float64(len(p.data)) / float64(len(c.data)); growth > c.growth {
			t.Errorf("%s: %d bytes, was %d: %.1f times as many", c.name, len(p.data), len(c.data), growth)
		}
		if off := difference(img, shrink(before, img.Bounds().Dx(), img.Bounds().Dy())); off > c.off {
			t.Errorf("%s: off by %.2f of 255", c.name, off)
		}
	}
}

// difference returns the mean difference of two pictures' channels.
func difference(a, b image.Image) float64 {
	size := a.Bounds().Size()
	sum, n := 0, 0
	for y := 0; y < size.Y; y += 3 {
		for x := 0; x < size.X; x += 3 {
			r1, g1, b1, a1 := a.At(x, y).RGBA()
			r2, g2, b2, a2 := b.At(x, y).RGBA()
			for _, pair := range [][2]uint32{{r1, r2}, {g1, g2}, {b1, b2}, {a1, a2}} {
				sum += max(int(pair[0]>>8)-int(pair[1]>>8), int(pair[1]>>8)-int(pair[0]>>8))
				n++
			}
		}
	}
	return float64(sum) / float64(n)
}
