package pdf

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// light returns the colour of inks on a screen by ISO 32000-1, 10.3.4.
func light(c, m, y, k uint8) [3]int {
	part := func(v uint8) int { return max(0, 255-int(v)-int(k)) }
	return [3]int{part(c), part(m), part(y)}
}

// The conversion from RGB keeps every colour, and needs no more than two inks' worth.
func TestConvertedInk(t *testing.T) {
	for r := 0; r < 256; r += 5 {
		for g := 0; g < 256; g += 5 {
			for b := 0; b < 256; b += 5 {
				c, m, y, k := inks(uint8(r), uint8(g), uint8(b))
				if sum := int(c) + int(m) + int(y) + int(k); sum > 2*255 || light(c, m, y, k) != [3]int{r, g, b} {
					t.Fatalf("%d %d %d: inks %d %d %d %d", r, g, b, c, m, y, k)
				}
			}
		}
	}
}

// A colour is reduced to the limit. As long as grey can become black it stays the same; where it cannot, it gets lighter by no more than what is over the limit.
func TestReduced(t *testing.T) {
	const most = 240*255/100 - 1
	worst := 0
	for c := 0; c < 256; c += 15 {
		for m := 0; m < 256; m += 15 {
			for y := 0; y < 256; y += 15 {
				for k := 0; k < 256; k += 15 {
					c2, m2, y2, k2 := reduced(uint8(c), uint8(m), uint8(y), uint8(k), most)
					sum := c + m + y + k
					if got := int(c2) + int(m2) + int(y2) + int(k2); got > most {
						t.Fatalf("%d %d %d %d: %d in all", c, m, y, k, got)
					}
					if sum <= most && [4]uint8{uint8(c), uint8(m), uint8(y), uint8(k)} != [4]uint8{c2, m2, y2, k2} {
						t.Fatalf("%d %d %d %d was changed", c, m, y, k)
					}
					before, after := light(uint8(c), uint8(m), uint8(y), uint8(k)), light(c2, m2, y2, k2)
					for i := range 3 {
						shift := after[i] - before[i]
						if worst = max(worst, shift); shift < 0 || shift > 0 && (2*min(c, m, y, 255-k) >= sum-most || shift > sum-most) {
							t.Fatalf("%d %d %d %d: %v becomes %v", c, m, y, k, before, after)
						}
					}
				}
			}
		}
	}
	if worst > 60 {
		t.Errorf("a colour gets lighter by %d of 255", worst)
	}
}

// tiffOf returns a picture in CMYK as a TIFF file.
func tiffOf(img *image.CMYK) []byte {
	var b bytes.Buffer
	order := binary.LittleEndian
	w, h := img.Rect.Dx(), img.Rect.Dy()
	b.WriteString("II*\x00")
	binary.Write(&b, order, uint32(8))
	entries := [][4]uint32{{256, 4, 1, uint32(w)}, {257, 4, 1, uint32(h)}, {258, 3, 4, 8 + 2 + 12*9 + 4}, {259, 3, 1, 1}, {262, 3, 1, 5},
		{273, 4, 1, 8 + 2 + 12*9 + 4 + 8}, {277, 3, 1, 4}, {278, 4, 1, uint32(h)}, {279, 4, 1, uint32(4 * w * h)}}
	binary.Write(&b, order, uint16(len(entries)))
	for _, e := range entries {
		binary.Write(&b, order, uint16(e[0]))
		binary.Write(&b, order, uint16(e[1]))
		binary.Write(&b, order, e[2:])
	}
	binary.Write(&b, order, uint32(0))
	binary.Write(&b, order, []uint16{8, 8, 8, 8})
	b.Write(img.Pix)
	return b.Bytes()
}

// A picture in CMYK with too much ink is reduced in the file of a cover, and one in RGB converted; both are told of, and so are the colours of
// areas kept within the limit. An inside has them as they are.
func TestCoverInk(t *testing.T) {
	const side = 64
	ramp := image.NewCMYK(image.Rect(0, 0, side, side)) // from no ink to all of it
	photo := image.NewNRGBA(ramp.Rect)                  // as smooth, and as restless, as a photograph
	for y := range side {
		for x := range side {
			ramp.SetCMYK(x, y, color.CMYK{C: uint8(4 * x), M: uint8(4 * x), Y: uint8(4 * y), K: uint8(4 * y)})
			photo.SetNRGBA(x, y, color.NRGBA{uint8(2*x + 7*y%31), uint8(4 * y), uint8(x * y / 16), 255})
		}
	}
	rich := page.Color{M: 100, Y: 100, K: 90}
	doc := document(pageOf(&page.Rule{W: 30 * page.Pt, H: 30 * page.Pt, Color: rich},
		&page.Image{Y: 40 * page.Pt, W: 50 * page.Pt, H: 50 * page.Pt, Picture: &page.Picture{Name: "ramp", Format: "tiff", Data: tiffOf(ramp), Width: side, Height: side}},
		&page.Image{Y: 100 * page.Pt, W: 50 * page.Pt, H: 50 * page.Pt, Picture: &page.Picture{Name: "photo", Format: "png", Data: encodePNG(t, photo), Width: side, Height: side}}))
	for _, c := range []struct {
		profile Profile
		limit   int
		want    []Change
		ground  string
	}{
		{Ingram, 0, []Change{{"photo", Converted}}, "0 1 1 0.9 k"},
		{Ingram.ForCover(240), 240, []Change{{"ramp", Reduced}, {"photo", Converted}}, "0 0.74 0.74 0.9 k"},
		{Ingram.ForCover(300), 300, []Change{{"ramp", Reduced}, {"photo", Converted}}, "0 1 1 0.9 k"},
		{Screen.ForCover(0), 0, nil, "0 1 1 0.9 k"},
	} {
		var b bytes.Buffer
		changes, err := WriteNoting(&b, doc, c.profile)
		if err != nil || !slices.Equal(changes, c.want) {
			t.Errorf("%s %d: %v, %v", c.profile.Name, c.limit, changes, err)
		}
		s := look(t, b.Bytes())
		if !strings.Contains(s.contents, c.ground+"\n") {
			t.Errorf("%s %d: the ground is not %s", c.profile.Name, c.limit, c.ground)
		}
		for _, p := range s.pictures {
			if c.limit == 0 || s.Name(p.Dict["ColorSpace"]) != "DeviceCMYK" {
				continue
			}
			data, err := s.Decode(p)
			if err != nil {
				t.Fatal(err)
			}
			for i := 0; i+3 < len(data); i += 4 {
				if sum := int(data[i]) + int(data[i+1]) + int(data[i+2]) + int(data[i+3]); sum*100 >= c.limit*255 {
					t.Fatalf("%s: %d %% of ink", c.profile.Name, sum*100/255)
				}
			}
		}
	}
}
