package preflight

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"

	"octavo/cmd/octavo/internal/cos"
)

// picture is an image as the pages use it.
type picture struct {
	width, height float64 // in pixels
	bits          int
	mask          bool // painted in the current colour
	space         *space
	filters       []cos.Name
	soft          bool // has a soft mask
	used          where
	dpi           float64 // the lowest at which it is placed; 0: never
	dpiAt         int     // the page of that
	ink           float64 // the most ink of its pixels, in percent; -1: cannot be told
}

// pure says whether the picture is in black and white without greys.
func (x *picture) pure() bool { return x.mask || x.bits == 1 }

func (p *painter) readPicture(r *resources, s *cos.Stream) *picture {
	f := p.doc.file
	d := s.Dict
	x := &picture{mask: f.Bool(d["ImageMask"]), bits: 8, ink: -1, filters: f.Filters(s)}
	x.width, _ = f.Number(d["Width"])
	x.height, _ = f.Number(d["Height"])
	if b, ok := f.Number(d["BitsPerComponent"]); ok {
		x.bits = int(b)
	}
	switch {
	case x.mask:
		x.bits, x.space = 1, deviceGray
	case d["ColorSpace"] != nil:
		x.space = r.readSpace(f, d["ColorSpace"], 0)
	default: // JPEG 2000 brings its own
		x.space = &space{family: unknown, n: 1}
	}
	x.soft = f.Stream(d["SMask"]) != nil
	if v, ok := f.Number(d["SMaskInData"]); ok && v > 0 {
		x.soft = true
	}
	switch {
	case x.mask:
	case x.space.family == gray:
		x.ink = 100
	case x.space.family == cmyk && !x.space.index && x.bits == 8:
		x.ink = p.inkOf(s, x)
	}
	p.doc.pictures = append(p.doc.pictures, x)
	return x
}

// maxPixels is the largest picture whose pixels are looked at.
const maxPixels = 100 << 20

// inkOf is the most ink of a picture's pixels.
func (p *painter) inkOf(s *cos.Stream, x *picture) float64 {
	f := p.doc.file
	if x.width*x.height > maxPixels {
		return -1
	}
	data, err := f.Decode(s)
	var sum int
	switch {
	case err == nil:
		for i := 0; i+3 < len(data); i += 4 {
			sum = max(sum, int(data[i])+int(data[i+1])+int(data[i+2])+int(data[i+3]))
		}
		if a := f.Array(s.Dict["Decode"]); len(a) > 0 {
			if first, _ := f.Number(a[0]); first == 1 { // turned around
				return -1
			}
		}
	case len(x.filters) > 0 && x.filters[len(x.filters)-1] == "DCTDecode":
		head, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil || head.Width*head.Height > maxPixels {
			return -1
		}
		img, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			return -1
		}
		c, ok := img.(*image.CMYK)
		if !ok {
			return -1
		}
		for i := 0; i+3 < len(c.Pix); i += 4 {
			sum = max(sum, int(c.Pix[i])+int(c.Pix[i+1])+int(c.Pix[i+2])+int(c.Pix[i+3]))
		}
	default:
		return -1
	}
	return float64(sum) * 100 / 255
}

// place notes that a picture is drawn on the unit square under a matrix.
func (p *painter) place(x *picture) {
	m := p.gs.ctm
	wide, high := math.Hypot(m.a, m.b)*p.pg.unit, math.Hypot(m.c, m.d)*p.pg.unit
	x.used.add(p.number)
	if wide > 0 && high > 0 && x.width > 0 && x.height > 0 {
		if dpi := min(x.width/wide, x.height/high) * 72; x.dpi == 0 || dpi < x.dpi {
			x.dpi, x.dpiAt = dpi, p.number
		}
	}
	c := colour{space: x.space, ink: x.ink}
	if x.mask {
		c = p.gs.fill
	}
	if x.mask && c.nothing {
		return
	}
	p.leave(ofPictures, c)
	p.cover(m.box(rect{0, 0, 1, 1}))
	if x.soft {
		note(p.doc.transparency, "a soft mask", p.number)
	}
	p.belongs()
}
