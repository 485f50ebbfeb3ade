package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The files under testdata/foreign show one pattern; they were written by ImageMagick, libtiff's tiffcp and cwebp.
func pattern(x, y int) color.NRGBA {
	return color.NRGBA{R: uint8(x * 7), G: uint8(y * 12), B: uint8(x * y), A: 255}
}

func foreignFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/foreign", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// lightness is what a grey picture has of a colour (Rec. 709, as ImageMagick reckons).
func lightness(c color.NRGBA) color.NRGBA {
	v := uint8(0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B) + 0.5)
	return color.NRGBA{v, v, v, c.A}
}

func TestForeignFormats(t *testing.T) {
	transparent := func(c color.NRGBA) color.NRGBA { c.A = 128; return c }
	type form struct {
		format string
		off    int // by how much the channels may differ in the mean
		as     func(color.NRGBA) color.NRGBA
	}
	want := map[string]form{
		"rgb.tif": {"png", 0, nil}, "lzw.tif": {"png", 0, nil}, "zip.tif": {"png", 0, nil}, "packbits.tif": {"png", 0, nil},
		"planes.tif": {"png", 0, nil}, "tiles.tif": {"png", 0, nil}, "deep.tif": {"png", 0, nil}, "deepbig.tif": {"png", 0, nil},
		"pages.tif": {"png", 0, nil}, "grey.tif": {"png", 1, lightness}, "grey4.tif": {"png", 9, lightness},
		"alpha.tif": {"png", 1, transparent}, "greyalpha.tif": {"png", 1, func(c color.NRGBA) color.NRGBA { return transparent(lightness(c)) }},
		"cmyk.tif": {"tiff", 2, nil}, "cmykplanes.tif": {"tiff", 2, nil}, "deepcmyk.tif": {"tiff", 2, nil}, "pal.tif": {"png", 25, nil}, "jpegycc.tif": {"png", 8, nil},
		"lossless.webp": {"png", 0, nil}, "lossy.webp": {"jpeg", 12, nil}, "lossyalpha.webp": {"png", 12, transparent},
		"src.gif": {"png", 20, nil}, "moves.gif": {"png", 20, nil}, "rgb.bmp": {"png", 0, nil}, "pal.bmp": {"png", 25, nil},
	}
	for name, w := range want {
		p, err := Read(foreignFile(t, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if p.Format != w.format || p.Width != 37 || p.Height != 21 {
			t.Errorf("%s: %s of %d × %d pixels", name, p.Format, p.Width, p.Height)
		}
		img, err := decode(p.Data, p.Format)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		sum := 0
		for y := range 21 {
			for x := range 37 {
				c := pattern(x, y)
				if w.as != nil {
					c = w.as(c)
				}
				got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
				for _, d := range [...]int{int(got.R) - int(c.R), int(got.G) - int(c.G), int(got.B) - int(c.B), int(got.A) - int(c.A)} {
					sum += max(d, -d)
				}
			}
		}
		if mean := float64(sum) / (4 * 37 * 21); mean > float64(w.off) {
			t.Errorf("%s: off by %.1f", name, mean)
		}
		if again, err := Read(p.Data); err != nil || !bytes.Equal(again.Data, p.Data) || again.DPI != p.DPI {
			t.Errorf("%s: what is made of it is read as something else: %v", name, err)
		}
	}
}

// Line art is black on white whichever of the two its file calls 0, and takes a bit a pixel.
func TestFax(t *testing.T) {
	for _, name := range []string{"g31.tif", "g4.tif"} {
		p, err := Read(foreignFile(t, name))
		if err != nil {
			t.Fatal(name, err)
		}
		if depth, kind := pngKind(p.Data); depth != 1 || kind != 3 {
			t.Errorf("%s: %d bits of kind %d", name, depth, kind)
		}
		img, err := decode(p.Data, p.Format)
		if err != nil {
			t.Fatal(err)
		}
		for y := range 21 {
			for x := range 37 {
				l := lightness(pattern(x, y)).R
				if got := color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y; (l < 120 && got != 0) || (l > 135 && got != 255) {
					t.Fatalf("%s: %d at %d, %d instead of about %d", name, got, x, y, l)
				}
			}
		}
	}
}

func TestForeignMetadata(t *testing.T) {
	p, err := Read(foreignFile(t, "lzw.tif"))
	if err != nil || p.DPI < 599.9 || p.DPI > 600.1 {
		t.Errorf("a TIFF of 600 dpi is one of %g: %v", p.DPI, err)
	}
	if again, err := readPNG(p.Data); err != nil || again.dpi < 599.9 || again.dpi > 600.1 {
		t.Errorf("the PNG says %v, %v", again, err)
	}
	if p, err = Read(foreignFile(t, "turned.tif")); err != nil || p.Width != 21 || p.Height != 37 {
		t.Errorf("a TIFF on its side: %v, %v", p, err)
	}
	for name, want := range map[string]string{"pages.tif": "first of its pages", "moves.gif": "first of its 2 pictures", "rgb.tif": "", "src.gif": ""} {
		if p, err := Read(foreignFile(t, name)); err != nil || (want == "") != (p.Part == "") || !strings.Contains(p.Part, want) {
			t.Errorf("%s: %q, %v", name, p.Part, err)
		}
	}
}

// What is not decoded is refused with what to do, and what is damaged is broken.
func TestForeignRefused(t *testing.T) {
	var unfit *UnfitError
	for _, name := range []string{"jpegrgb.tif", "g3.tif", "moves.webp", "rle.bmp"} {
		if _, err := Read(foreignFile(t, name)); !errors.As(err, &unfit) || unfit.Advice == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"rgb.tif", "lzw.tif", "zip.tif", "g4.tif", "cmyk.tif", "lossless.webp", "lossy.webp", "src.gif", "rgb.bmp"} {
		data := foreignFile(t, name)
		for _, part := range []int{len(data) / 4, len(data) / 2, len(data) * 7 / 8} {
			cut := data[:part]
			if strings.HasSuffix(name, ".tif") { // the directory stands at the end, the pixels before it
				cut = bytes.Clone(data)
				binary.LittleEndian.PutUint32(cut[4:], binary.LittleEndian.Uint32(cut[4:])+4)
			}
			if p, err := Read(cut); err == nil {
				t.Errorf("%s cut at %d is a picture of %d × %d", name, part, p.Width, p.Height)
			}
		}
	}
}

// A few bytes that declare a huge picture cost neither time nor memory.
func TestForeignBombs(t *testing.T) {
	directory := func(fields ...[4]uint32) []byte { // tag, type, count, value
		b := binary.LittleEndian.AppendUint16([]byte("II*\x00\x08\x00\x00\x00"), uint16(len(fields)))
		for _, f := range fields {
			b = binary.LittleEndian.AppendUint16(b, uint16(f[0]))
			b = binary.LittleEndian.AppendUint16(b, uint16(f[1]))
			b = binary.LittleEndian.AppendUint32(b, f[2])
			b = binary.LittleEndian.AppendUint32(b, f[3])
		}
		return append(b, 0, 0, 0, 0)
	}
	huge := func(w, h, compression uint32) []byte {
		return directory([4]uint32{256, 4, 1, w}, [4]uint32{257, 4, 1, h}, [4]uint32{258, 3, 1, 8}, [4]uint32{259, 3, 1, compression},
			[4]uint32{262, 3, 1, 1}, [4]uint32{273, 4, 1, 8}, [4]uint32{279, 4, 1, 20})
	}
	var moving bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Black, color.White})
	if err := gif.Encode(&moving, frame, nil); err != nil {
		t.Fatal(err)
	}
	screen := bytes.Clone(moving.Bytes())
	copy(screen[6:], []byte{0xFF, 0xFF, 0xFF, 0xFF}) // 65,535 × 65,535
	started := time.Now()
	for name, data := range map[string][]byte{
		"huge": huge(1<<31-1, 1<<31-1, 1), "wide": huge(60000, 1600, 5), "cyclic": huge(9000, 9000, 32773), "wrong compression": huge(100, 100, 99),
		"fields": directory([4]uint32{256, 4, 1 << 31, 0}), "screen": screen,
		"webp": []byte("RIFF\x1A\x00\x00\x00WEBPVP8L\x0D\x00\x00\x00\x2F\xFF\xFF\xFF\x0F\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
		"bmp": []byte("BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\xFF\xFF\x00\x00\xFF\x0F\x00\x00\x01\x00\x18" +
			"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
	} {
		if p, err := Read(data); err == nil {
			t.Errorf("%s is a picture of %d × %d", name, p.Width, p.Height)
		}
	}
	if d := time.Since(started); d > 30*time.Second {
		t.Errorf("it took %s", d)
	}
}

// Screen gives a CMYK picture in colours that every program shows.
func TestScreen(t *testing.T) {
	shown, format, err := Screen(foreignFile(t, "cmyk.tif"))
	if err != nil || format != "png" {
		t.Fatal(format, err)
	}
	img, err := png.Decode(bytes.NewReader(shown))
	if err != nil || img.Bounds().Dx() != 37 {
		t.Error(err)
	}
}

// A WebP whose header and pixels differ in size is refused before room is made for the pixels.
func TestTwoSizes(t *testing.T) {
	data, err := os.ReadFile("testdata/foreign/lossyalpha.webp")
	if err != nil {
		t.Fatal(err)
	}
	frame := bytes.Index(data, []byte("VP8 "))
	if string(data[12:16]) != "VP8X" || frame < 0 {
		t.Fatalf("it begins with %q", data[:24])
	}
	for _, at := range []int{24, 27, frame + 15, frame + 17} { // width and height: of the header, each less one, and high bytes of the pixels'
		changed := bytes.Clone(data)
		changed[at] ^= 8
		if _, err := Read(changed); !errors.Is(err, errTwoSizes) {
			t.Errorf("with %d instead of %d at %d: %v", changed[at], data[at], at, err)
		}
	}
	lossless, err := os.ReadFile("testdata/foreign/lossless.webp")
	if err != nil {
		t.Fatal(err)
	}
	if pixels := bytes.Index(lossless, []byte("VP8L")); pixels == 12 {
		// A header before the pixels.
		head := append([]byte("VP8X\n\x00\x00\x00"), make([]byte, 10)...)
		head = append(append(bytes.Clone(lossless[:12]), head...), lossless[12:]...)
		binary.LittleEndian.PutUint32(head[4:], uint32(len(head)-8))
		if _, err := Read(head); !errors.Is(err, errTwoSizes) {
			t.Errorf("without loss: %v", err)
		}
	} else {
		t.Errorf("the pixels of lossless.webp are at %d", pixels)
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/foreign/*")
	if err != nil || len(files) < 20 {
		f.Fatal("no pictures")
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		format := formatOf(data)
		if config, err := decodeConfig(data, format); err != nil || config.Width > 2000 || config.Height > 2000 {
			return
		}
		p, err := Read(data)
		if err != nil {
			return
		}
		if size, _, err := Size(p.Data); err != nil || size != image.Pt(p.Width, p.Height) {
			t.Errorf("%d × %d pixels are %v: %v", p.Width, p.Height, size, err)
		}
		if _, _, err := Screen(p.Data); err != nil {
			t.Error(err)
		}
	})
}
