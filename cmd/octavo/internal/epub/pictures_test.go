package epub

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func convert(t *testing.T, data []byte) (*packedPicture, image.Image) {
	t.Helper()
	plan := plan{byFile: map[*book.Picture]*packedPicture{}}
	p := plan.picture(&book.Picture{Path: "p", Data: data})
	if p.err != nil {
		t.Fatal(p.err)
	}
	if !p.remake {
		return p, nil
	}
	if err := p.convert(); err != nil {
		t.Fatal(err)
	}
	img, format, err := image.Decode(bytes.NewReader(p.data))
	if err != nil || "image/"+format != p.media {
		t.Fatalf("%s: %v", format, err)
	}
	return p, img
}

// TestPictures looks at what becomes of pictures that cannot go in as they are, and that the others are left alone.
func TestPictures(t *testing.T) {
	small := pngOf(t, 200, 100)
	if p, img := convert(t, small); img != nil || !bytes.Equal(p.data, small) || p.name != "image-1.png" {
		t.Errorf("a small picture was made anew as %s", p.name)
	}
	for _, data := range [][]byte{pngOf(t, 2500, 1700), jpegOf(t, 2500, 1700)} {
		_, img := convert(t, data)
		size := img.Bounds().Size()
		if n := size.X * size.Y; n > maxPixels || n < maxPixels*99/100 || size.X*17/25-size.Y > 1 || size.Y-size.X*17/25 > 1 {
			t.Errorf("shrunk to %v", size)
		}
		for _, at := range [][2]int{{10, 10}, {size.X / 2, size.Y / 3}, {size.X - 10, size.Y - 10}} {
			r, g, b, _ := img.At(at[0], at[1]).RGBA()
			want := color.RGBA{uint8(255 * at[0] / size.X), uint8(255 * at[1] / size.Y), 120, 255}
			if far(r, want.R) || far(g, want.G) || far(b, want.B) {
				t.Errorf("at %v: %d %d %d, want %v", at, r>>8, g>>8, b>>8, want)
			}
		}
	}
	var animated bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.White, color.Black})
	if err := gif.EncodeAll(&animated, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	if p, img := convert(t, animated.Bytes()); img == nil || p.name != "image-1.png" {
		t.Errorf("a moving picture went in as %s", p.name)
	}
}

// crc mends the check sum of a PNG's head.
func crc(data []byte) {
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
}

func far(got uint32, want uint8) bool {
	d := int(got>>8) - int(want)
	return d < -4 || d > 4
}

// TestShrink holds the weights against an oracle that cuts every pixel into w × h parts.
func TestShrink(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		sw, sh := 1+r.IntN(9), 1+r.IntN(9)
		w, h := 1+r.IntN(sw), 1+r.IntN(sh)
		src := image.NewRGBA(image.Rect(0, 0, sw, sh))
		for i := range src.Pix {
			src.Pix[i] = uint8(r.IntN(256))
			if i%4 == 3 {
				src.Pix[i] = 255
			}
		}
		got := shrink(src, w, h).(*image.RGBA)
		for y := range h {
			for x := range w {
				sum, n := 0, sw*sh
				for j := range sh { // the parts of the new pixel: sw across, sh down
					for i := range sw {
						sum += int(src.RGBAAt((x*sw+i)/w, (y*sh+j)/h).R)
					}
				}
				if want := uint8((sum + n/2) / n); got.RGBAAt(x, y).R != want {
					t.Fatalf("%d × %d to %d × %d, at %d,%d: %d, want %d", sw, sh, w, h, x, y, got.RGBAAt(x, y).R, want)
				}
			}
		}
	}
}

// TestBadPictures looks for an error that names the picture.
func TestBadPictures(t *testing.T) {
	bomb := pngOf(t, 1, 1)
	bomb[16], bomb[17], bomb[20], bomb[21] = 0, 1, 0, 1 // 65537 × 65537 pixels by its head
	crc(bomb)
	cut := pngOf(t, 2500, 1700)
	for name, data := range map[string][]byte{
		"bomb": bomb, "cut": cut[:len(cut)/2], "text": []byte("no picture"), "nothing": nil,
	} {
		c, b := minimal()
		file := &book.Picture{Path: name + ".png", Data: data}
		b.Parts[0].Chapters[0].Blocks = []book.Block{&book.Figure{Image: &book.Image{Alt: "x", File: file}}}
		err := Write(new(bytes.Buffer), c, b, Assets{})
		if err == nil || !strings.Contains(err.Error(), name+".png") {
			t.Errorf("%s: error %v", name, err)
		}
	}
	if err := Write(new(bytes.Buffer), fullConfig(), fullBook(t), Assets{Cover: []byte("none")}); err == nil {
		t.Error("a cover that is no picture")
	}
}

// TestSamePicture holds that two files of the same bytes are one in the package.
func TestSamePicture(t *testing.T) {
	one, other := &book.Picture{Path: "a.png", Data: pngOf(t, 20, 10)}, &book.Picture{Path: "b.png", Data: pngOf(t, 20, 10)}
	third := &book.Picture{Path: "c.png", Data: pngOf(t, 20, 11)}
	p := plan{byFile: map[*book.Picture]*packedPicture{}}
	if a, b, c := p.picture(one), p.picture(other), p.picture(third); a != b || a == c || len(p.pictures) != 2 || c.name != "image-2.png" {
		t.Errorf("%d pictures: %s, %s, %s", len(p.pictures), a.name, b.name, c.name)
	}
}

// TestCover looks for the picture or the words.
func TestCover(t *testing.T) {
	a := houseAssets(t)
	page := func() string {
		return string(open(t, write(t, fullConfig(), fullBook(t), a)).files["EPUB/xhtml/cover.xhtml"])
	}
	if got := page(); !strings.Contains(got, `<p class="cover-title">Write This Down</p>`) || strings.Contains(got, "<img") {
		t.Errorf("typographic cover: %s", got)
	}
	var data bytes.Buffer
	if err := jpeg.Encode(&data, gradient(640, 960), nil); err != nil {
		t.Fatal(err)
	}
	a.Cover = data.Bytes()
	if got := page(); !strings.Contains(got, `src="../images/cover.jpg" alt="Cover of Write This Down: Memes &amp; Metaphors`) {
		t.Errorf("cover: %s", got)
	}
	a.Cover = pngOf(t, 2000, 3000) // more than a picture of the text may have
	cover, err := png.DecodeConfig(bytes.NewReader(open(t, write(t, fullConfig(), fullBook(t), a)).files["EPUB/images/cover.png"]))
	if err != nil || cover.Width != 2000 || cover.Height != 3000 {
		t.Errorf("large cover: %v, %d × %d", err, cover.Width, cover.Height)
	}
}
