package pdf

import (
	"fmt"
	"image"
	"io"

	"octavo/cmd/octavo/internal/page"
)

// spotSpace is the name of the second ink among the colour spaces of pages.
const spotSpace = "/Second"

// plate returns the colour in which a profile has an ink.
func (u *uses) plate(c page.Color) page.Color {
	if !c.Second {
		if u.profile.limit > 0 {
			return c.Limited(u.profile.limit - 1)
		}
		return c
	}
	switch {
	case u.profile.second == BlackInk:
		return page.Black
	case u.profile.second == ProcessInk && u.second != nil:
		return u.second.Process
	case u.profile.second != SpotInk || u.second == nil:
		c.Second = false
	}
	return c
}

// spotColour returns the colour space of the second ink (ISO 32000-1, 8.6.6.4): of its plate, for who has none in the process
// inks.
func spotColour(ink *page.Ink) string {
	p := ink.Process
	parts := ""
	for _, v := range [...]uint8{p.C, p.M, p.Y, p.K} {
		parts += string(appendDecimal(nil, int64(v), 2)) + " "
	}
	return "[/Separation/" + escapeName(ink.Name) + deviceCMYK + "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[" + parts + "]>>]"
}

// inks converts an RGB colour to CMYK by ISO 32000-1, 10.3.4, with full black generation and undercolour removal: C =
// max-R, M = max-G, Y = max-B, K = 1-max. So a grey is printed in black ink alone, no colour takes more than 200 % of
// ink (Ingram allows 240 %), and the inverse, R = 1-C-K, is exact. The formula does not depend on a press: a book whose
// colours must be exact needs CMYK pictures, or a printer that accepts X4.
func inks(r, g, b uint8) (c, m, y, k uint8) {
	most := max(r, g, b)
	return most - r, most - g, most - b, 255 - most
}

// Colours is what became of the colours of a picture.
type Colours uint8

// What becomes of them.
const (
	Kept      Colours = iota
	Converted         // from RGB to CMYK, by the formula of inks
	Reduced           // from CMYK to CMYK with less ink, by reduced
)

// Change is a picture whose colours were changed.
type Change struct {
	Picture string // its name
	Colours Colours
}

// reduced returns a colour with no more than most of all inks together; 255 is one in full. First grey in cyan, magenta and yellow becomes black, as much of
// all three as is needed: of what is taken from three inks one is added to black, and by ISO 32000-1, 10.3.4 the colour stays the
// same. Where that is not enough, cyan, magenta and yellow are lessened in proportion, which makes the colour lighter.
func reduced(c, m, y, k uint8, most int) (_, _, _, _ uint8) {
	sum := int(c) + int(m) + int(y) + int(k)
	if sum <= most {
		return c, m, y, k
	}
	grey := uint8(min(int(c), int(m), int(y), 255-int(k), (sum-most+1)/2))
	c, m, y, k = c-grey, m-grey, y-grey, k+grey
	if sum -= 2 * int(grey); sum > most {
		colours, room := sum-int(k), max(0, most-int(k))
		part := func(v uint8) uint8 { return uint8(int(v) * room / colours) }
		c, m, y = part(c), part(m), part(y)
	}
	return c, m, y, k
}

// onWhite composites a channel with opacity a/255 over white paper.
func onWhite(v, a uint8) uint8 {
	return uint8((uint32(v)*uint32(a) + 255*(255-uint32(a)) + 127) / 255)
}

// encodeInks encodes an opaque picture in CMYK.
func encodeInks(img *image.NRGBA) (*samples, error) {
	w := img.Rect.Dx()
	s, err := encodePlates(w, img.Rect.Dy(), func(row []byte, y int) {
		pix := img.Pix[y*img.Stride : y*img.Stride+4*w]
		for i := 0; i < len(pix); i += 4 {
			row[i], row[i+1], row[i+2], row[i+3] = inks(pix[i], pix[i+1], pix[i+2])
		}
	})
	if err == nil {
		s.change = Converted
	}
	return s, err
}

// encodeCMYK encodes a picture that is in CMYK already. It leaves its inks as they are, but for what has more than the limit.
func encodeCMYK(img *image.CMYK, limit int) (*samples, error) {
	change, most := Kept, 4*255
	if limit > 0 {
		most = limit*255/100 - 1
	}
	s, err := encodePlates(img.Rect.Dx(), img.Rect.Dy(), func(row []byte, y int) {
		copy(row, img.Pix[y*img.Stride:])
		for i := 0; limit > 0 && i < len(row); i += 4 {
			if int(row[i])+int(row[i+1])+int(row[i+2])+int(row[i+3]) > most {
				row[i], row[i+1], row[i+2], row[i+3] = reduced(row[i], row[i+1], row[i+2], row[i+3], most)
				change = Reduced
			}
		}
	})
	if err == nil {
		s.change = change
	}
	return s, err
}

// encodePlates encodes a picture in CMYK, with each row predicted from the one above or from its left neighbour, whichever
// is smaller (PNG filters as PDF predictors, ISO 32000-1, 7.4.4.4). plate puts a row into its argument.
func encodePlates(w, h int, plate func(row []byte, y int)) (*samples, error) {
	above, row := make([]byte, 4*w), make([]byte, 4*w)
	sub, up := make([]byte, 1+4*w), make([]byte, 1+4*w)
	sub[0], up[0] = 1, 2
	data, err := quick.compress(func(z io.Writer) error {
		for y := range h {
			plate(row, y)
			var bySub, byUp int
			for j, v := range row {
				var left byte
				if j >= 4 {
					left = row[j-4]
				}
				sub[1+j], up[1+j] = v-left, v-above[j]
				bySub += distance(sub[1+j])
				byUp += distance(up[1+j])
			}
			filtered := sub
			if byUp < bySub {
				filtered = up
			}
			if _, err := z.Write(filtered); err != nil {
				return err
			}
			above, row = row, above
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &samples{
		dict: fmt.Sprintf("/Width %d/Height %d/BitsPerComponent 8/Filter/FlateDecode"+
			"/DecodeParms<</Predictor 15/Colors 4/BitsPerComponent 8/Columns %d>>", w, h, w),
		space: deviceCMYK,
		data:  data,
	}, nil
}

// distance returns the absolute value of a difference modulo 256.
func distance(v byte) int { return int(min(v, -v)) }
