package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// What is seen, and how it lies in the file by each orientation's definition: 6, for one, has the first row at the right
// side and the first column at the top.
const seen = "abc def"

var lying = [...]string{
	1: "abc def", 2: "cba fed", 3: "fed cba", 4: "def abc", 5: "ad be cf", 6: "cf be ad", 7: "fc eb da", 8: "da eb fc",
}

// square is the width of a letter in the pictures here, in pixels: odd, so that a picture's size is no multiple of what
// JPEG puts together.
const square = 15

// drawing is a kind of picture: its canvas, and the colours of its letters.
type drawing struct {
	name    string
	canvas  func(image.Rectangle) draw.Image
	colours map[rune]color.Color
	jpeg    bool
}

var lively = map[rune]color.Color{'a': color.RGBA{200, 30, 40, 255}, 'b': color.RGBA{20, 160, 60, 255},
	'c': color.RGBA{40, 40, 190, 255}, 'd': color.RGBA{240, 240, 230, 255}, 'e': color.RGBA{20, 20, 10, 255},
	'f': color.RGBA{130, 130, 20, 255}}

var drawings = []drawing{
	{"grey of 1 bit", grays(1), grayLetters(1, "abf"), false},
	{"grey of 2 bits", grays(2), grayLetters(2, "abbf"), false},
	{"grey of 4 bits", grays(4), grayLetters(4, "abcdef"), false},
	{"grey", canvas(image.NewGray), lively, false},
	{"grey of 16 bits", canvas(image.NewGray16), lively, false},
	{"palette", func(r image.Rectangle) draw.Image {
		return image.NewPaletted(r, color.Palette{
			lively['a'], lively['b'], lively['c'], lively['d'], lively['e'], color.NRGBA{9, 8, 7, 100}})
	}, lively, false},
	{"RGB", canvas(image.NewRGBA), lively, false},
	{"RGBA", canvas(image.NewNRGBA), sheer(lively), false},
	{"RGB of 16 bits", canvas(image.NewRGBA64), lively, false},
	{"RGBA of 16 bits", canvas(image.NewNRGBA64), sheer(lively), false},
	{"JPEG", canvas(image.NewRGBA), lively, true},
	{"grey JPEG", canvas(image.NewGray), lively, true},
}

func canvas[T draw.Image](make func(image.Rectangle) T) func(image.Rectangle) draw.Image {
	return func(r image.Rectangle) draw.Image { return make(r) }
}

// grays makes canvases of a few greys; fileOf writes them as grey.
func grays(depth int) func(image.Rectangle) draw.Image {
	return func(r image.Rectangle) draw.Image { return fewGrays(image.NewGray(r), depth) }
}

// grayLetters gives the letters named greys from black on; the others are white.
func grayLetters(depth int, letters string) map[rune]color.Color {
	colours := map[rune]color.Color{}
	for _, l := range seen {
		colours[l] = color.White
	}
	for i, l := range letters[:min(len(letters), 1<<depth-1)] {
		colours[l] = color.Gray{Y: uint8(i * 255 / (1<<depth - 1))}
	}
	return colours
}

// sheer lets the paper through one letter.
func sheer(colours map[rune]color.Color) map[rune]color.Color {
	colours = map[rune]color.Color{'a': color.NRGBA{250, 0, 100, 100}, 'b': colours['b'], 'c': colours['c'],
		'd': colours['d'], 'e': colours['e'], 'f': colours['f']}
	return colours
}

// fileOf returns the file of a picture of letters.
func (d drawing) fileOf(t *testing.T, letters string) []byte {
	t.Helper()
	rows := strings.Fields(letters)
	m := d.canvas(image.Rect(0, 0, square*len(rows[0]), square*len(rows)))
	for y, row := range rows {
		for x, letter := range row {
			at := image.Rect(square*x, square*y, square*x+square, square*y+square)
			draw.Draw(m, at, image.NewUniform(d.colours[letter]), image.Point{}, draw.Src)
		}
	}
	var b bytes.Buffer
	var err error
	if d.jpeg {
		err = jpeg.Encode(&b, m, &jpeg.Options{Quality: 95})
	} else {
		err = png.Encode(&b, m)
	}
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(d.name, "bit") || strings.HasSuffix(d.name, "bits") && b.Bytes()[25] == 3 {
		return withoutPalette(b.Bytes())
	}
	return b.Bytes()
}

// exifOf returns an Exif directory with an orientation, and a resolution of 300 dots per inch.
func exifOf(order binary.AppendByteOrder, orientation int) string {
	b := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		b = []byte("II*\x00")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, 0x0112), 3), 1)
	b = order.AppendUint16(order.AppendUint16(b, uint16(orientation)), 0)
	b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, 0x011A), 5), 1)
	b = order.AppendUint32(b, 38)
	b = order.AppendUint32(b, 0) // no further directory
	return string(order.AppendUint32(order.AppendUint32(b, 300), 1))
}

// withChunk puts a chunk after the header chunk of a PNG.
func withChunk(raw []byte, kind, data string) []byte {
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	chunk = append(chunk, kind+data...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return slices.Concat(raw[:33], chunk, raw[33:])
}

// withExif puts Exif into a picture's file, and for a PNG a resolution.
func (d drawing) withExif(raw []byte, exif string) []byte {
	if d.jpeg {
		return withSegment(raw, 0xE1, "Exif\x00\x00"+exif)
	}
	return withPHYs(withChunk(raw, "eXIf", exif), 11811)
}

// TestOrientation holds every kind of picture in every orientation against the same picture drawn upright.
func TestOrientation(t *testing.T) {
	for _, d := range drawings {
		upright := d.fileOf(t, seen)
		want, _, err := image.Decode(bytes.NewReader(upright))
		if err != nil {
			t.Fatal(err)
		}
		for o := 1; o < len(lying); o++ {
			order := []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian}[o%2]
			raw := d.withExif(d.fileOf(t, lying[o]), exifOf(order, o))
			p, err := Read(raw)
			if err != nil {
				t.Errorf("%s, orientation %d: %v", d.name, o, err)
				continue
			}
			if o == 1 && !bytes.Equal(p.Data, raw) {
				t.Errorf("%s: made anew for nothing", d.name)
			}
			got, format, err := image.Decode(bytes.NewReader(p.Data))
			if err != nil || format != p.Format || format == "jpeg" != d.jpeg {
				t.Errorf("%s, orientation %d: a %s in the end, named %s: %v", d.name, o, format, p.Format, err)
				continue
			}
			if size := got.Bounds().Size(); size != want.Bounds().Size() || size != image.Pt(p.Width, p.Height) {
				t.Errorf("%s, orientation %d: %v, said to be %d × %d", d.name, o, size, p.Width, p.Height)
				continue
			}
			if p.DPI < 299 || p.DPI > 301 {
				t.Errorf("%s, orientation %d: %.1f dpi", d.name, o, p.DPI)
			}
			if was, is := fmt.Sprintf("%T", want), fmt.Sprintf("%T", got); is != was {
				t.Errorf("%s, orientation %d: %s in the end, it was %s", d.name, o, is, was)
			}
			if !d.jpeg && !bytes.Equal(p.Data[24:26], upright[24:26]) {
				t.Errorf("%s, orientation %d: depth and colour type %v, want %v", d.name, o, p.Data[24:26], upright[24:26])
			}
			if at, ok := alike(got, want, d.jpeg); !ok {
				t.Errorf("%s, orientation %d: at %v it is %v, want %v", d.name, o, at, got.At(at.X, at.Y), want.At(at.X, at.Y))
			}
			if again, err := Read(raw); err != nil || !bytes.Equal(again.Data, p.Data) {
				t.Errorf("%s, orientation %d: other bytes the second time", d.name, o)
			}
		}
	}
}

// alike compares all pixels, or the middles of the squares of a picture that has lost a little.
func alike(got, want image.Image, lossy bool) (image.Point, bool) {
	from, step := 0, 1
	if lossy {
		from, step = square/2, square
	}
	r := want.Bounds()
	for y := from; y < r.Dy(); y += step {
		for x := from; x < r.Dx(); x += step {
			r1, g1, b1, a1 := got.At(x, y).RGBA()
			r2, g2, b2, a2 := want.At(x, y).RGBA()
			for _, d := range []int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2), int(a1) - int(a2)} {
				if d != 0 && !lossy || d > 12<<8 || d < -12<<8 {
					return image.Pt(x, y), false
				}
			}
		}
	}
	return image.Point{}, true
}

// TestTurnHalvedColours holds colours that are stored in half the resolution, which are turned as they are, against the
// same ones stored in full, which are looked up one by one; sizes are even and odd.
func TestTurnHalvedColours(t *testing.T) {
	for _, size := range []image.Point{{6, 4}, {70, 2}, {7, 4}, {6, 5}, {131, 65}} {
		r := image.Rectangle{Max: size}
		half, full := image.NewYCbCr(r, image.YCbCrSubsampleRatio420), image.NewYCbCr(r, image.YCbCrSubsampleRatio444)
		for i := range half.Y {
			half.Y[i] = uint8(i * 7)
		}
		copy(full.Y, half.Y)
		for i := range half.Cb {
			half.Cb[i], half.Cr[i] = uint8(i*3), uint8(i*5)
		}
		for i := range full.Cb {
			at := half.COffset(i%size.X, i/size.X)
			full.Cb[i], full.Cr[i] = half.Cb[at], half.Cr[at]
		}
		for o := orientation(2); o <= lastOrientation; o++ {
			a, b := turned(half, o).(*image.YCbCr), turned(full, o).(*image.YCbCr)
			if !bytes.Equal(a.Y, b.Y) || !bytes.Equal(a.Cb, b.Cb) || !bytes.Equal(a.Cr, b.Cr) {
				t.Errorf("%v, orientation %d: they differ", size, o)
			}
		}
	}
}

// CMYK cannot be written as JPEG here, so it is turned as RGB.
func TestTurnCMYK(t *testing.T) {
	m := image.NewCMYK(image.Rect(0, 0, 2, 1))
	m.Pix = []byte{255, 0, 0, 0, 0, 0, 0, 255}
	got := turned(m, 8)
	if top, bottom := got.At(0, 0), got.At(0, 1); fmt.Sprint(got.Bounds().Size(), top, bottom) !=
		"(1,2) {0 0 0 255} {0 255 255 255}" {
		t.Errorf("%v: %v above %v", got.Bounds(), top, bottom)
	}
}

// TestBrokenExif looks that a picture is left alone when its Exif does not say clearly how it lies.
func TestBrokenExif(t *testing.T) {
	le := binary.LittleEndian
	whole := exifOf(le, 6)
	broken := map[string]string{
		"nothing": "", "head alone": whole[:8], "no entries": whole[:10], "half an entry": whole[:20],
		"no number": "XX" + whole[2:], "number 9": exifOf(le, 9), "number 0": exifOf(le, 0), "number 262": exifOf(le, 262),
		"far directory": whole[:4] + "\xff\xff\xff\xff" + whole[8:], "a word": whole[:12] + "\x02" + whole[13:],
		"two values": whole[:14] + "\x02" + whole[15:], "other order": "MM\x00*" + whole[4:],
	}
	for _, d := range drawings {
		for name, exif := range broken {
			raw := d.withExif(d.fileOf(t, lying[6]), exif)
			p, err := Read(raw)
			if err != nil || !bytes.Equal(p.Data, raw) || p.Width != 2*square {
				t.Errorf("%s with %s: %v", d.name, name, err)
			}
		}
	}
	jpg := drawing{jpeg: true, canvas: canvas(image.NewRGBA), colours: lively}
	raw := jpg.withExif(jpg.fileOf(t, lying[6]), exifOf(le, 6))
	raw = append(raw[:len(raw)-100], 0xFF, 0xD9)
	if _, err := Read(raw); err == nil {
		t.Error("a damaged picture is turned")
	}
}

// TestTurnedColours looks for what the file says about its colours, and that what does not fit any more is gone.
func TestTurnedColours(t *testing.T) {
	profile := func(space string) string {
		return "ICC_PROFILE\x00\x01\x01" + strings.Repeat("p", 16) + space + strings.Repeat("q", 200)
	}
	for _, c := range []struct {
		canvas func(image.Rectangle) draw.Image
		space  string
		kept   bool
	}{
		{canvas(image.NewRGBA), "RGB ", true}, {canvas(image.NewRGBA), "CMYK", false},
		{canvas(image.NewGray), "GRAY", true}, {canvas(image.NewGray), "RGB ", false},
	} {
		d := drawing{jpeg: true, canvas: c.canvas, colours: lively}
		raw := d.withExif(withSegment(d.fileOf(t, lying[6]), 0xE2, profile(c.space)), exifOf(binary.BigEndian, 6))
		p, err := Read(raw)
		if err != nil {
			t.Fatal(err)
		}
		if kept := bytes.Contains(p.Data, []byte(profile(c.space))); kept != c.kept {
			t.Errorf("profile of %q kept: %v", c.space, kept)
		}
		if bytes.Contains(p.Data, []byte("Exif")) {
			t.Error("it says still that it is to be turned")
		}
	}
	for _, d := range drawings[:4] {
		raw := d.fileOf(t, lying[6])
		for _, chunk := range [][2]string{{"gAMA", "\x00\x00\xB1\x8F"}, {"iCCP", "name\x00\x00zip"}, {"tEXt", "k\x00v"}} {
			raw = withChunk(raw, chunk[0], chunk[1])
		}
		p, err := Read(d.withExif(raw, exifOf(binary.BigEndian, 6)))
		if err != nil {
			t.Fatal(err)
		}
		var kept []string
		for _, kind := range []string{"gAMA", "iCCP", "tEXt", "eXIf"} {
			if bytes.Contains(p.Data, []byte(kind)) {
				kept = append(kept, kind)
			}
		}
		if strings.Join(kept, " ") != "gAMA iCCP" {
			t.Errorf("%s: kept %v", d.name, kept)
		}
	}
}

// FuzzExif holds the reader to its promises: it never panics, what it reads makes sense, and a picture with that Exif is
// read upright or left alone.
func FuzzExif(f *testing.F) {
	for o := range 10 {
		f.Add([]byte(exifOf(binary.LittleEndian, o)))
		f.Add([]byte(exifOf(binary.BigEndian, o)))
	}
	var b bytes.Buffer
	if err := png.Encode(&b, pixels(3, 2)); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, exif []byte) {
		says := readExif(exif)
		if !(says.dpi >= 0 && says.dpi < 1<<40) || says.turn > lastOrientation {
			t.Fatalf("%+v", says)
		}
		raw := withChunk(b.Bytes(), "eXIf", string(exif))
		p, err := Read(raw)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(p.Data, raw) == says.turn.needed() && !bytes.HasPrefix(exif, exifHead) {
			t.Errorf("turned by %d or not", says.turn)
		}
		if p.Width*p.Height != 6 {
			t.Errorf("%d × %d", p.Width, p.Height)
		}
	})
}

func pixels(w, h int) image.Image {
	m := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White})
	for i := range m.Pix {
		m.Pix[i] = uint8(i * i % 2)
	}
	return m
}

// withPHYs puts a resolution after the header chunk of a PNG.
func withPHYs(raw []byte, perMetre uint32) []byte {
	data := binary.BigEndian.AppendUint32([]byte("pHYs"), perMetre)
	data = append(binary.BigEndian.AppendUint32(data, perMetre), 1)
	chunk := append([]byte{0, 0, 0, 9}, data...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(data))
	return append(append(append([]byte(nil), raw[:33]...), chunk...), raw[33:]...)
}

// withSegment puts a segment at the head of a JPEG.
func withSegment(raw []byte, marker byte, data string) []byte {
	head := append([]byte{0xFF, 0xD8, 0xFF, marker}, 0, 0)
	binary.BigEndian.PutUint16(head[4:], uint16(len(data)+2))
	return append(append(head, data...), raw[2:]...)
}
