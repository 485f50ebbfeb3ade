package raster

import (
	"image"
	"image/color"
	"slices"
)

// inks is a canvas for pages of few colours: a pixel is the number of its colour. So it takes half of the memory of an image.RGBA, and
// less time, since most of that goes into memory: a cover of 1600 × 2560 pixels has 4 million of them, most of one colour.
type inks struct {
	pix     []uint16 // row after row
	width   int
	colours []shade          // by number; 0 is the white of the paper
	numbers map[shade]uint16 // of colours
	tooMany bool             // there are more than maxShades colours, and the pixels are not right

	mixing struct { // the colours of the last ink on the last ground
		ground, ink uint16
		mixed       [256]uint16 // by coverage; 0 is not known yet, or white
	}
}

const white shade = 0xffffffff

func newInks(size image.Point) *inks {
	return &inks{pix: make([]uint16, size.X*size.Y), width: size.X, colours: []shade{white}, numbers: map[shade]uint16{white: 0}}
}

// number returns the number of a colour.
func (k *inks) number(c shade) uint16 {
	n, ok := k.numbers[c]
	if !ok {
		if len(k.colours) > maxShades {
			k.tooMany = true
			return 0
		}
		n = uint16(len(k.colours))
		k.colours, k.numbers[c] = append(k.colours, c), n
	}
	return n
}

// blend paints ink over a row of pixels from x, y on, each by its coverage.
func (k *inks) blend(shares []uint8, x, y int, r, g, b uint8) {
	ink := k.number(shadeOf(color.RGBA{r, g, b, 0xff}))
	dst := k.pix[y*k.width+x:]
	for i, a := range shares {
		switch a {
		case 0:
		case 255:
			dst[i] = ink
		default:
			dst[i] = k.mix(dst[i], ink, a)
		}
	}
}

// mix returns the colour of an ink on a ground with coverage a.
func (k *inks) mix(ground, ink uint16, a uint8) uint16 {
	m := &k.mixing
	if m.ground != ground || m.ink != ink {
		m.ground, m.ink = ground, ink
		clear(m.mixed[:])
	}
	if m.mixed[a] == 0 {
		under, over := k.colours[ground].rgba(), k.colours[ink].rgba()
		m.mixed[a] = k.number(shadeOf(color.RGBA{mix(under.R, over.R, a), mix(under.G, over.G, a), mix(under.B, over.B, a), 0xff}))
	}
	return m.mixed[a]
}

// repeat copies pixels from the row above.
func (k *inks) repeat(from, to, y int) {
	row := k.pix[y*k.width:]
	copy(row[from:to], k.pix[(y-1)*k.width+from:])
}

func (k *inks) turn() { slices.Reverse(k.pix) }

// paletted returns the picture with a palette, nil if it has too many colours; see [choose].
func (k *inks) paletted() *image.Paletted {
	if k.tooMany {
		return nil
	}
	counts := make([]int, len(k.colours))
	for i := 0; i < len(k.pix); {
		n := k.run(i)
		counts[k.pix[i]] += n
		i += n
	}
	used := map[shade]int{}
	for n, count := range counts {
		if count > 0 {
			used[k.colours[n]] = count
		}
	}
	if len(used) > maxShades {
		return nil
	}
	palette, index := choose(used, len(k.pix))
	if palette == nil {
		return nil
	}
	places := make([]uint8, len(k.colours))
	for n, c := range k.colours {
		places[n] = index[c]
	}
	out := image.NewPaletted(image.Rect(0, 0, k.width, len(k.pix)/k.width), palette)
	for i, n := range k.pix {
		out.Pix[i] = places[n]
	}
	return out
}

// run returns the number of pixels from i on that have its colour.
func (k *inks) run(i int) int {
	first, n := k.pix[i], 1
	for _, c := range k.pix[i+1:] {
		if c != first {
			break
		}
		n++
	}
	return n
}
