package raster

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

const (
	maxShades = 1 << 13 // a picture of more colours counts as a photograph
	nearness  = 12      // the largest distance, summed over red, green and blue, at which one colour may replace another
)

// paletted converts a grey picture, or one of few opaque colours, to one with a palette; it returns nil for any other.
// Where edges between inks have more shades than a palette holds, rare ones are replaced by near, indistinguishable
// ones.
func paletted(img image.Image) *image.Paletted {
	switch img := img.(type) {
	case *image.Gray:
		palette := make(color.Palette, 256)
		for i := range palette {
			palette[i] = color.Gray{Y: uint8(i)}
		}
		return &image.Paletted{Pix: img.Pix, Stride: img.Stride, Rect: img.Rect, Palette: palette}
	case *image.RGBA:
		counts := shades(img)
		if counts == nil {
			return nil
		}
		palette, index := choose(counts, len(img.Pix)/4)
		if palette == nil {
			return nil
		}
		out := &image.Paletted{Pix: make([]uint8, len(img.Pix)/4), Stride: img.Stride / 4, Rect: img.Rect, Palette: palette}
		for i := 0; i < len(out.Pix); {
			c, n := stretch(img.Pix[4*i:])
			fill(out.Pix[i:i+n], index[c])
			i += n
		}
		return out
	}
	return nil
}

// shade is a colour packed into one word: red in its lowest byte, then green and blue, alpha in its highest.
type shade uint32

func shadeOf(c color.RGBA) shade {
	return shade(c.R) | shade(c.G)<<8 | shade(c.B)<<16 | shade(c.A)<<24
}

func (c shade) rgba() color.RGBA {
	return color.RGBA{uint8(c), uint8(c >> 8), uint8(c >> 16), uint8(c >> 24)}
}

// stretch returns the first colour of some pixels and the length of its run. Most of a cover is flat, so two pixels are
// compared at a time.
func stretch(pix []uint8) (c shade, n int) {
	first := binary.LittleEndian.Uint32(pix)
	twice := uint64(first)<<32 | uint64(first)
	i := 4
	for ; i+8 <= len(pix) && binary.LittleEndian.Uint64(pix[i:]) == twice; i += 8 {
	}
	for ; i+4 <= len(pix) && binary.LittleEndian.Uint32(pix[i:]) == first; i += 4 {
	}
	return shade(first), i / 4
}

// shades counts the pixels of each colour; nil when there are too many colours or not all are opaque.
func shades(img *image.RGBA) map[shade]int {
	counts := map[shade]int{}
	for i := 0; i < len(img.Pix); {
		c, n := stretch(img.Pix[i:])
		if counts[c] += n; c>>24 != 0xff || len(counts) > maxShades {
			return nil
		}
		i += 4 * n
	}
	return counts
}

// choose makes a palette of the most frequent colours of a picture with the given number of pixels, and maps each
// colour to its index; nil if a palette cannot represent them.
func choose(counts map[shade]int, pixels int) (color.Palette, map[shade]uint8) {
	all := make([]shade, 0, len(counts))
	for c := range counts {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b shade) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
	var chosen []shade
	index := make(map[shade]uint8, len(all))
	for _, c := range all {
		if len(all) > 256 && counts[c] < pixels/1000 { // a surface keeps its colour; the shade of an edge may be replaced
			if number, d := closest(chosen, c); d <= nearness {
				index[c] = number
				continue
			}
		}
		if len(chosen) == 256 {
			return nil, nil
		}
		index[c] = uint8(len(chosen))
		chosen = append(chosen, c)
	}
	palette := make(color.Palette, len(chosen))
	for i, c := range chosen {
		palette[i] = c.rgba()
	}
	return palette, index
}

// closest returns the nearest of some colours to c, and its distance.
func closest(colours []shade, c shade) (number uint8, distance int) {
	distance = 4 * 0xff
	for i, o := range colours {
		d := 0
		for at := 0; at < 24; at += 8 {
			x, y := int(o>>at&0xff), int(c>>at&0xff)
			d += max(x-y, y-x)
		}
		if d < distance {
			number, distance = uint8(i), d
		}
	}
	return number, distance
}
