package raster

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// What is written is what was drawn, in RGB, and it knows its size on paper.
func TestPrintPNG(t *testing.T) {
	rgba := image.NewRGBA(image.Rect(0, 0, 37, 21))
	gray := image.NewGray(rgba.Rect)
	for i := range gray.Pix {
		gray.Pix[i] = uint8(i * 7)
		rgba.SetRGBA(i%37, i/37, color.RGBA{uint8(i), uint8(i * 3), uint8(i * 5), 0xff})
	}
	for _, img := range []image.Image{rgba, gray} {
		var b bytes.Buffer
		if err := PrintPNG(&b, img, 300); err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if got.Bounds() != img.Bounds() {
			t.Fatalf("%v", got.Bounds())
		}
		for y := range 21 {
			for x := range 37 {
				r, g, bl, a := got.At(x, y).RGBA()
				wr, wg, wb, wa := img.At(x, y).RGBA()
				if r != wr || g != wg || bl != wb || a != wa {
					t.Fatalf("pixel %d, %d of %T: %v, want %v", x, y, img, got.At(x, y), img.At(x, y))
				}
			}
		}
		if b.Bytes()[25] != 2 {
			t.Errorf("colour type %d, not RGB", b.Bytes()[25])
		}
		i := bytes.Index(b.Bytes(), []byte("pHYs"))
		if i < 0 || binary.BigEndian.Uint32(b.Bytes()[i+4:]) != 11811 || b.Bytes()[i+12] != 1 {
			t.Error("the picture does not say 300 pixels to the inch")
		}
	}
	if PrintPNG(&bytes.Buffer{}, image.NewCMYK(image.Rect(0, 0, 1, 1)), 300) == nil {
		t.Error("a picture that was not drawn here is written")
	}
}

// What is cut out by a mask is transparent outside of it, and stays so in the file.
func TestCut(t *testing.T) {
	img, mask := image.NewRGBA(image.Rect(0, 0, 4, 2)), image.NewGray(image.Rect(0, 0, 4, 2))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	img.SetRGBA(1, 0, color.RGBA{R: 200, G: 10, B: 30, A: 255})
	copy(mask.Pix, []byte{255, 0, 128, 255, 255, 255, 255, 255})
	cut, err := Cut(img, mask)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := PrintPNG(&b, cut, 300); err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	for x, want := range []color.NRGBA{{}, {R: 200, G: 10, B: 30, A: 255}, {R: 255, G: 255, B: 255, A: 127}, {}} {
		if c := color.NRGBAModel.Convert(got.At(x, 0)); c != want {
			t.Errorf("pixel %d is %v, want %v", x, c, want)
		}
	}
	if _, err := Cut(img, image.NewGray(image.Rect(0, 0, 3, 2))); err == nil {
		t.Error("a mask of another size is taken")
	}
}
