package preflight

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"math"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/picture"
)

// usedPicture is an image as it is used on the pages.
type usedPicture struct {
	width, height float64 // in pixels
	bits          int
	mask          bool // painted in the current colour
	space         *space
	filters       []cos.Name
	soft          bool // has a soft mask
	used          where
	dpi           float64     // the lowest resolution at which it is placed; 0: never placed
	dpiAt         int         // the page with that resolution
	stream        *cos.Stream // nil: an inline picture
}

// pure reports whether the picture is black and white without greys.
func (x *usedPicture) pure() bool { return x.mask || x.bits == 1 }

func (p *painter) readPicture(r *resources, s *cos.Stream) *usedPicture {
	f := p.doc.file
	d := s.Dict
	x := &usedPicture{stream: s, mask: f.Bool(d["ImageMask"]), bits: 8, filters: f.Filters(s)}
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
	default: // JPEG 2000 has its own colour space
		x.space = &space{family: unknown, n: 1}
	}
	x.soft = f.Stream(d["SMask"]) != nil
	if v, ok := f.Number(d["SMaskInData"]); ok && v > 0 {
		x.soft = true
	}
	p.doc.pictures = append(p.doc.pictures, x)
	return x
}

const (
	maxPixels    = 32 << 20  // largest picture whose pixels are examined; a page of 6 × 9 in at 600 dpi has 19 million
	maxAllPixels = 256 << 20 // of all pictures together
)

// coloured reports whether a picture can have more than one ink.
func (x *usedPicture) coloured() bool {
	return !x.mask && x.used.any() && (x.space.family == cmyk || x.space.family == iccCMYK || x.space.family == spot &&
		x.space.n > 1)
}

// inkOf returns the largest total ink of a picture's pixels, in percent; -1 if unknown.
func (d *Document) inkOf(x *usedPicture) (ink float64) {
	s := x.stream
	if s == nil || x.space.family != cmyk || x.space.index || x.bits != 8 || x.width*x.height > maxPixels {
		return -1
	}
	if d.pixels += x.width * x.height; d.pixels > maxAllPixels {
		return -1
	}
	size := 8 * int64(x.width*x.height) // the decoder holds the components of a JPEG separately before it joins them
	picture.Hold(size, func() error { ink = d.mostInk(x); return nil })
	return ink
}

func (d *Document) mostInk(x *usedPicture) float64 {
	f, s := d.file, x.stream
	turned := false // inverted: 255 is no ink
	if a := f.Array(s.Dict["Decode"]); len(a) == 8 {
		first, _ := f.Number(a[0])
		turned = first == 1
	}
	data, err := f.DecodeWithin(s, 4*maxPixels)
	switch {
	case err == nil:
	case errors.Is(err, cos.ErrPicture) && x.filters[len(x.filters)-1] == "DCTDecode":
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
		// JPEGs with Adobe's marker are usually inverted, with a Decode array to match; the decoder inverts them
		// regardless.
		data, turned = c.Pix, !turned
	default:
		return -1
	}
	least, most := 4*255, 0
	for i := 0; i+3 < len(data); i += 4 {
		sum := int(data[i]) + int(data[i+1]) + int(data[i+2]) + int(data[i+3])
		least, most = min(least, sum), max(most, sum)
	}
	if turned {
		most = 4*255 - least
	}
	return float64(most) * 100 / 255
}

// place records that a picture is drawn on the unit square under a matrix.
func (p *painter) place(x *usedPicture) {
	m := p.State.CTM
	wide, high := math.Hypot(m.A, m.B)*p.pg.unit, math.Hypot(m.C, m.D)*p.pg.unit
	x.used.add(p.number)
	if wide > 0 && high > 0 && x.width > 0 && x.height > 0 {
		if dpi := min(x.width/wide, x.height/high) * 72; x.dpi == 0 || dpi < x.dpi {
			x.dpi, x.dpiAt = dpi, p.number
		}
	}
	c := colour{space: x.space, ink: -1}
	if x.mask {
		c = p.State.Extra.fill
	}
	p.keep(stain{kind: pictured, box: m.Box(content.Corners(0, 0, 1, 1)), colour: c, upright: !x.mask && !x.soft && m.Upright()})
	if x.mask && c.nothing {
		return
	}
	p.leave(ofPictures, c)
	p.cover(m.Box(content.Corners(0, 0, 1, 1)), false)
	if x.soft {
		note(p.doc.transparency, "a soft mask", p.number)
	}
	p.belongs()
}
