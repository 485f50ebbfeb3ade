package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// arrow returns a picture whose four quarters tell its way up: red and green above, blue and white (or nothing) below.
func arrow(transparent bool) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, 32, 32))
	for y := range 32 {
		for x := range 32 {
			c := color.NRGBA{255, 0, 0, 255}
			switch {
			case x >= 16 && y < 16:
				c = color.NRGBA{0, 255, 0, 255}
			case x < 16 && y >= 16:
				c = color.NRGBA{0, 0, 255, 255}
			case x >= 16 && y >= 16:
				c = color.NRGBA{255, 255, 255, 255}
				if transparent {
					c = color.NRGBA{}
				}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func encodePNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func convert[T interface {
	image.Image
	Set(x, y int, c color.Color)
}](from image.Image, to T) T {
	for y := range from.Bounds().Dy() {
		for x := range from.Bounds().Dx() {
			to.Set(x, y, from.At(x, y))
		}
	}
	return to
}

func TestPictures(t *testing.T) {
	box := image.Rect(0, 0, 32, 32)
	palette := color.Palette{color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 255, 0, 255}, color.NRGBA{0, 0, 255, 255},
		color.NRGBA{255, 255, 255, 255}}
	clear := append(color.Palette{}, palette...)
	clear[3] = color.NRGBA{}
	jpegOf := func(img image.Image) []byte {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	red, green, blue, paper := [3]int{255, 0, 0}, [3]int{0, 255, 0}, [3]int{0, 0, 255}, [3]int{204, 204, 204}
	white := [3]int{255, 255, 255}
	grays := [4][3]int{{76, 76, 76}, {150, 150, 150}, {29, 29, 29}, white}
	for _, test := range []struct {
		name, format string
		data         []byte
		want         [4][3]int
	}{
		{"rgb", "png", encodePNG(t, arrow(false)), [4][3]int{red, green, blue, white}},
		{"alpha", "png", encodePNG(t, arrow(true)), [4][3]int{red, green, blue, paper}},
		{"rgb16", "png", encodePNG(t, convert(arrow(false), image.NewRGBA64(box))), [4][3]int{red, green, blue, white}},
		{"alpha16", "png", encodePNG(t, convert(arrow(true), image.NewNRGBA64(box))), [4][3]int{red, green, blue, paper}},
		{"palette", "png", encodePNG(t, convert(arrow(false), image.NewPaletted(box, palette))),
			[4][3]int{red, green, blue, white}},
		{"clear palette", "png", encodePNG(t, convert(arrow(true), image.NewPaletted(box, clear))),
			[4][3]int{red, green, blue, paper}},
		{"gray", "png", encodePNG(t, convert(arrow(false), image.NewGray(box))), grays},
		{"gray16", "png", encodePNG(t, convert(arrow(false), image.NewGray16(box))), grays},
		{"jpeg", "jpeg", jpegOf(arrow(false)), [4][3]int{red, green, blue, white}},
		{"gray jpeg", "jpeg", jpegOf(convert(arrow(false), image.NewGray(box))), grays},
		{"interlaced", "png", interlace(t, arrow(false)), [4][3]int{red, green, blue, white}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := &page.Page{Width: 64 * pt, Height: 96 * pt, Items: []page.Item{
				&page.Rule{W: 64 * pt, H: 96 * pt, Color: page.Color{K: 20}}, // paper that shows through
				&page.Image{X: 16 * pt, Y: 8 * pt, W: 32 * pt, H: 32 * pt,
					Picture: &page.Picture{Name: test.name, Format: test.format, Data: test.data}},
			}}
			out := write(t, document(p))
			checkStructure(t, out)
			img := render(t, out)
			for i, at := range [4]image.Point{{24, 16}, {40, 16}, {24, 32}, {40, 32}} {
				c := color.NRGBAModel.Convert(img.At(at.X, at.Y)).(color.NRGBA)
				for k, v := range [3]uint8{c.R, c.G, c.B} {
					if d := int(v) - test.want[i][k]; d < -8 || d > 8 {
						t.Errorf("quarter %d is %v, want %v", i, c, test.want[i])
						break
					}
				}
			}
		})
	}
}

// render returns the first page at one pixel a point.
func render(t *testing.T, file []byte) image.Image {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		tool(t, file, "pdftoppm")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "page")
	if out := tool(t, file, "pdftoppm", "-r", "72", "-png", "-singlefile", "FILE", path); out != "" {
		t.Error(out)
	}
	data, err := os.ReadFile(path + ".png")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// interlace writes an opaque picture as PNG in Adam7, which Go's writer does not do.
func interlace(t *testing.T, img *image.NRGBA) []byte {
	t.Helper()
	var raw bytes.Buffer
	w, h := img.Rect.Dx(), img.Rect.Dy()
	for _, pass := range [7][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2},
		{0, 1, 1, 2}} {
		for y := pass[1]; y < h; y += pass[3] {
			raw.WriteByte(0) // no filter
			for x := pass[0]; x < w; x += pass[2] {
				c := img.NRGBAAt(x, y)
				raw.Write([]byte{c.R, c.G, c.B})
			}
		}
	}
	data, err := deflated(raw.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	out := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, body []byte) {
		out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
		from := len(out)
		out = append(append(out, kind...), body...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
	}
	chunk("IHDR", []byte{0, 0, 0, byte(w), 0, 0, 0, byte(h), 8, pngRGB, 0, 0, 1})
	chunk("IDAT", data)
	chunk("IEND", nil)
	return out
}

func FuzzReadPNG(f *testing.F) {
	f.Add(encodePNG(f, arrow(true)))
	f.Add(encodePNG(f, arrow(false)))
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, err := readPNG(data); err == nil && c.plain() {
			c.samples()
		}
	})
}

// A picture in CMYK keeps its inks, whatever the profile: nothing else can be what its maker meant.
func TestCMYKPicture(t *testing.T) {
	data, err := os.ReadFile("../picture/testdata/foreign/cmyk.tif")
	if err != nil {
		t.Fatal(err)
	}
	for _, profile := range []*Profile{&Screen, &Ingram} {
		s, err := encodePicture(&page.Picture{Name: "cmyk", Format: "tiff", Data: data}, profile)
		if err != nil || s.space != deviceCMYK || s.mask != nil {
			t.Fatalf("%+v, %v", s, err)
		}
		z, err := zlib.NewReader(bytes.NewReader(s.data))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := io.ReadAll(z)
		if err != nil || len(rows) != 21*(1+4*37) {
			t.Errorf("%d bytes, %v", len(rows), err)
		}
	}
}
