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

// onWhite composites a channel with opacity a/255 over white paper.
func onWhite(v, a uint8) uint8 {
	return uint8((uint32(v)*uint32(a) + 255*(255-uint32(a)) + 127) / 255)
}

// encodeInks encodes an opaque picture in CMYK.
func encodeInks(img *image.NRGBA) (*samples, error) {
	w := img.Rect.Dx()
	return encodePlates(w, img.Rect.Dy(), func(row []byte, y int) {
		pix := img.Pix[y*img.Stride : y*img.Stride+4*w]
		for i := 0; i < len(pix); i += 4 {
			row[i], row[i+1], row[i+2], row[i+3] = inks(pix[i], pix[i+1], pix[i+2])
		}
	})
}

// encodeCMYK encodes a picture that is in CMYK already, and leaves its inks as they are.
func encodeCMYK(img *image.CMYK) (*samples, error) {
	return encodePlates(img.Rect.Dx(), img.Rect.Dy(), func(row []byte, y int) { copy(row, img.Pix[y*img.Stride:]) })
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
