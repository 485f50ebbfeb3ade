package epub

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// A picture in few colours that was made smaller contains mixtures of them, and storing these in full colour takes many
// times the bytes of the original. paint gives it a palette again: the original colours, which its surfaces have, and
// as many averaged mixtures as fit.
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

// maxColours is the size of a PNG palette.
const maxColours = 256

// rgba is a colour, its channels multiplied by its opacity.
type rgba color.RGBA

func (c rgba) channels() [4]uint8 { return [4]uint8{c.R, c.G, c.B, c.A} }

// cell returns the index of a colour's cell: colours with the same upper bits share one.
func (c rgba) cell() int {
	n := 0
	for _, v := range c.channels() {
		n = n<<cellBits | int(v>>(8-cellBits))
	}
	return n
}

// cellBits is the number of upper bits of each channel that select a cell.
const cellBits = 5

// cell accumulates the similar colours of a picture.
type cell struct {
	count  int
	sums   [4]int
	number uint8 // index of the palette colour that represents them
}

func (c *cell) add(colour rgba) {
	c.count++
	for i, v := range colour.channels() {
		c.sums[i] += int(v)
	}
}

// mean returns the mean colour of some cells.
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

// cut divides cells into at most n boxes of similar colours by splitting the box with the largest spread, weighted by
// pixels, in the middle of its longest side (Heckbert, "Color image quantization for frame buffer display", SIGGRAPH
// 1982, with the middle instead of the median, which suits rare colours better).
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

// nearest returns the index of the palette's colour nearest to c.
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
