package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// noise returns a picture that no codec makes small.
func noise(w, h int) *image.NRGBA {
	r := rand.New(rand.NewPCG(1, 2))
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = uint8(r.Uint32())
	}
	return img
}

func asPNG(t testing.TB, img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(t testing.TB, img image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sound returns pictures of each kind that is read without being decoded.
func sound(t testing.TB) map[string][]byte {
	src := noise(61, 47)
	gray, few := image.NewGray(src.Rect), image.NewPaletted(src.Rect, color.Palette{color.Black, color.White, color.Transparent})
	for i := range gray.Pix {
		gray.Pix[i], few.Pix[i] = src.Pix[4*i], src.Pix[4*i]%3
	}
	deep := image.NewNRGBA64(src.Rect)
	for i := range deep.Pix {
		deep.Pix[i] = src.Pix[i/2]
	}
	out := map[string][]byte{
		"rgba.png": asPNG(t, src), "grey.png": asPNG(t, gray), "palette.png": asPNG(t, few), "deep.png": asPNG(t, deep),
		"colour.jpeg": asJPEG(t, src), "grey.jpeg": asJPEG(t, gray),
	}
	files, err := filepath.Glob("testdata/*.*g")
	if err != nil || len(files) < 2 {
		t.Fatalf("no pictures in testdata: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[f] = data
	}
	return out
}

// unkept returns what Check does with a large picture.
func unkept(data []byte) error {
	if bytes.HasPrefix(data, []byte(pngSignature)) {
		return checkPNG(data)
	}
	return checkJPEG(data)
}

func TestCheckTakesSoundPictures(t *testing.T) {
	for name, data := range sound(t) {
		if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := unkept(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCheckAgreesWithDecoder damages pictures, bit by bit and by cutting them, and holds Check against the decoders: what
// they refuse is refused, but for one in a hundred whose damaged codes they read on in another way.
func TestCheckAgreesWithDecoder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	refused, missed, stricter := 0, 0, 0
	for name, data := range sound(t) {
		for range 60 {
			bad := bytes.Clone(data)
			switch r.IntN(3) {
			case 0:
				bad = bad[:r.IntN(len(bad))]
			case 1:
				bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
			default:
				at := r.IntN(len(bad))
				copy(bad[at:min(at+20, len(bad))], make([]byte, 20))
			}
			h, err := readHead(bad)
			if err != nil || h.pixels() > 1<<20 {
				continue
			}
			_, _, wrong := image.Decode(bytes.NewReader(bad))
			err = unkept(bad)
			if wrong != nil {
				refused++
			}
			if wrong != nil && err == nil {
				missed++
				t.Logf("%s: the decoder says %v, Check nothing", name, wrong)
			}
			if wrong == nil && err != nil {
				stricter++
				t.Logf("%s: Check says %v, the decoder nothing", name, err)
			}
		}
	}
	if refused < 300 || missed*100 > refused {
		t.Errorf("of %d broken pictures %d are taken", refused, missed)
	}
	t.Logf("%d refused by both, %d by Check alone", refused, stricter)
}

func BenchmarkCheck(b *testing.B) {
	src := noise(200, 150)
	img := image.NewNRGBA(image.Rect(0, 0, 4000, 3000)) // a photograph's size, and smooth as one
	for y := range 3000 {
		for x := range 600 {
			n := src.NRGBAAt(x/20, y/20)
			img.SetNRGBA(x, y, color.NRGBA{uint8(x/16) + n.R/16, uint8(y/12) + n.G/16, uint8(x*y>>14) + n.B/16, 255})
		}
	}
	for name, data := range map[string][]byte{"png": asPNG(b, img), "jpeg": asJPEG(b, img)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := unkept(data); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"-decoded", func(b *testing.B) {
			for b.Loop() {
				image.Decode(bytes.NewReader(data))
			}
		})
	}
}
