package raster

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

const (
	maxShades = 1 << 13 // a picture of more colours than that is a photograph
	nearness  = 12      // how far apart two colours may be, over red, green and blue, for one to stand for the other
)

// paletted is a grey picture, or one of few opaque colours, with a palette; nil for any other. Where edges between inks have
// more shades than a palette holds, rare ones give way to near ones, from which nobody can tell them.
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

// shade is a colour in one word: red in its lowest byte, then green and blue, alpha in its highest.
type shade uint32

func (c shade) rgba() color.RGBA {
	return color.RGBA{uint8(c), uint8(c >> 8), uint8(c >> 16), uint8(c >> 24)}
}

// stretch is the first colour of some pixels and how many of them have it. Most of a cover is flat: two pixels are compared at
// a time.
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

// shades counts the pixels of each colour; nil when there are very many or not all are opaque.
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

// choose makes a palette of the commonest colours of a picture of so many pixels, and finds each colour's place in it; nil
// when a palette cannot hold them.
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
		if len(all) > 256 && counts[c] < pixels/1000 { // a surface keeps its colour, the shade of an edge need not
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

// closest is the one of some colours that is next to c, and how far apart they are.
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
