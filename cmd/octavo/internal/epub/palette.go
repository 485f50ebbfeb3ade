package epub

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// Where a picture in few colours was made smaller there are mixtures of them, and to say each in full takes many times
// the bytes of the picture as it was. paint gives it a palette again: the old colours, which its surfaces have, and as
// many means of mixtures.
func paint(img *image.RGBA, old color.Palette) *image.Paletted {
	palette := make([]rgba, len(old), maxColours)
	numbers := map[rgba]uint8{}
	for i, c := range old {
		palette[i] = rgba(color.RGBAModel.Convert(c).(color.RGBA))
		if _, ok := numbers[palette[i]]; !ok {
			numbers[palette[i]] = uint8(i)
		}
	}
	room := min(2*len(old), maxColours) // pixels are small in a large picture: few mixtures do

	var cells []*cell
	index := make([]*cell, 1<<(4*cellBits))
	for i := 0; i < len(img.Pix); i += 4 {
		c := rgba{img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3]}
		if _, ok := numbers[c]; ok {
			continue
		}
		at := &index[c.cell()]
		if *at == nil {
			*at = &cell{}
			cells = append(cells, *at)
		}
		(*at).add(c)
	}
	for _, box := range cut(cells, room-len(palette)) {
		palette = append(palette, mean(box))
	}
	for _, c := range cells {
		c.number = nearest(palette, mean([]*cell{c}))
	}

	colours := make(color.Palette, len(palette))
	for i, c := range palette {
		colours[i] = color.RGBA(c)
	}
	dst := image.NewPaletted(img.Rect, colours)
	for i := range dst.Pix {
		c := rgba{img.Pix[4*i], img.Pix[4*i+1], img.Pix[4*i+2], img.Pix[4*i+3]}
		number, ok := numbers[c]
		if !ok {
			number = index[c.cell()].number
		}
		dst.Pix[i] = number
	}
	return dst
}

// maxColours is how many a palette of a PNG holds.
const maxColours = 256

// rgba is a colour, its channels multiplied by its opacity.
type rgba color.RGBA

func (c rgba) channels() [4]uint8 { return [4]uint8{c.R, c.G, c.B, c.A} }

// cell is the number of the cell that a colour falls into: colours with the same upper bits.
func (c rgba) cell() int {
	n := 0
	for _, v := range c.channels() {
		n = n<<cellBits | int(v>>(8-cellBits))
	}
	return n
}

// cellBits is how many bits of each channel tell cells apart.
const cellBits = 5

// cell is the colours of a picture that are much alike.
type cell struct {
	count  int
	sums   [4]int
	number uint8 // of the palette's colour that stands for them
}

func (c *cell) add(colour rgba) {
	c.count++
	for i, v := range colour.channels() {
		c.sums[i] += int(v)
	}
}

// mean is the mean colour of cells.
func mean(cells []*cell) rgba {
	all := cell{}
	for _, c := range cells {
		all.count += c.count
		for i, v := range c.sums {
			all.sums[i] += v
		}
	}
	var m [4]uint8
	for i, v := range all.sums {
		m[i] = uint8((v + all.count/2) / all.count)
	}
	return rgba{m[0], m[1], m[2], m[3]}
}

// cut parts cells into at most n boxes of colours that are alike: again and again the box in which most pixels are
// furthest apart, in the middle of its longest side (Heckbert, "Color image quantization for frame buffer display",
// SIGGRAPH 1982, with the middle in place of the median, which serves rare colours better).
func cut(cells []*cell, n int) [][]*cell {
	if len(cells) == 0 || n <= 0 {
		return nil
	}
	type box struct {
		cells          []*cell
		side, from, to int // the longest side
		weight         int
	}
	measure := func(cells []*cell) (b box) {
		b.cells = cells
		count := 0
		for side := range 4 {
			from, to := 255, 0
			for _, c := range cells {
				v := c.sums[side] / c.count
				from, to = min(from, v), max(to, v)
			}
			if to-from > b.to-b.from {
				b.side, b.from, b.to = side, from, to
			}
		}
		for _, c := range cells {
			count += c.count
		}
		b.weight = count * (b.to - b.from)
		return b
	}
	boxes := []box{measure(cells)}
	for len(boxes) < n {
		at := 0
		for i, b := range boxes {
			if b.weight > boxes[at].weight {
				at = i
			}
		}
		b := boxes[at]
		if b.weight == 0 {
			break
		}
		key := func(c *cell) int { return c.sums[b.side] / c.count }
		slices.SortStableFunc(b.cells, func(c, d *cell) int { return cmp.Compare(key(c), key(d)) })
		half := 0
		for key(b.cells[half]) <= (b.from+b.to)/2 {
			half++
		}
		boxes[at] = measure(b.cells[:half])
		boxes = append(boxes, measure(b.cells[half:]))
	}
	out := make([][]*cell, len(boxes))
	for i, b := range boxes {
		out[i] = b.cells
	}
	return out
}

// nearest is the number of the palette's colour that is most like c.
func nearest(palette []rgba, c rgba) uint8 {
	best, least := 0, -1
	for i, p := range palette {
		distance := 0
		have, want := p.channels(), c.channels()
		for j := range have {
			d := int(have[j]) - int(want[j])
			distance += d * d
		}
		if least < 0 || distance < least {
			best, least = i, distance
		}
	}
	return uint8(best)
}
