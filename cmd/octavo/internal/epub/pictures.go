package epub

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"math"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/picture"
)

const (
	maxPixels   = 4_000_000   // reading systems refuse larger pictures
	maxDecode   = 120_000_000 // larger pictures are not decoded at all
	jpegQuality = 88
)

// packedPicture is a picture's file in the package.
type packedPicture struct {
	name      string // file name
	id        string // in the manifest
	media     string
	data      []byte // as it goes into the package, once loaded
	cover     bool
	described bool // one of its uses has a description

	source string // its name in messages
	most   int    // the most pixels that it may have
	remake bool   // too large or not RGB
	err    error
}

// picture returns the package's file for a picture of the text, planned at its first use. Two files of the same bytes
// are one.
func (p *plan) picture(file *book.Picture) *packedPicture {
	if pic := p.byFile[file]; pic != nil {
		return pic
	}
	n := 1
	for _, pic := range p.pictures {
		if pic.cover {
			continue
		}
		if bytes.Equal(pic.data, file.Data) {
			p.byFile[file] = pic
			return pic
		}
		n++
	}
	pic := planPicture(file.Data, "image-"+itoa(n), file.Path, maxPixels)
	if file.Drawing != nil {
		pic = &packedPicture{name: "image-" + itoa(n) + ".svg", id: "image-" + itoa(n), media: "image/svg+xml", data: file.Data, source: file.Path}
	}
	p.byFile[file] = pic
	p.pictures = append(p.pictures, pic)
	return pic
}

// CoverName is the cover's name in errors; other pictures are named by their path under the manuscript folder.
const CoverName = "the cover"

// coverPicture plans the cover, which may be larger than the pictures of the text: shops show it by itself.
func coverPicture(data []byte) (*packedPicture, error) {
	p := planPicture(data, "cover", CoverName, maxDecode)
	p.id, p.cover, p.described = "cover-image", true, true
	return p, p.err
}

// coverFile returns the cover's picture, or nil.
func (p *plan) coverFile() *packedPicture {
	if len(p.pictures) > 0 && p.pictures[0].cover {
		return p.pictures[0]
	}
	return nil
}

// planPicture decides from the file's header alone what the package will hold; a picture with more than most pixels is
// scaled down.
func planPicture(data []byte, name, source string, most int) *packedPicture {
	p := &packedPicture{id: name, data: data, source: source}
	size, shown, err := picture.Size(data)
	if err != nil {
		p.err = &picture.NamedError{Name: source, Err: err}
		return p
	}
	pixels := size.X * size.Y
	if pixels > maxDecode {
		p.err = &picture.NamedError{Name: source, Err: fmt.Errorf("%d × %d pixels are too many to unpack", size.X, size.Y)}
	}
	p.most = most
	p.remake = pixels > most || !shown
	if bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
		p.name, p.media = name+".jpg", "image/jpeg"
	} else {
		p.name, p.media = name+".png", "image/png"
	}
	return p
}

// loadPictures re-encodes the pictures that cannot be packed as they are, two at a time at most, to limit memory.
func (p *plan) loadPictures() error {
	var remake []*packedPicture
	for _, pic := range p.pictures {
		if pic.err != nil {
			return pic.err
		}
		if pic.remake {
			remake = append(remake, pic)
		}
	}
	parallel.Each(len(remake), func(i int) { remake[i].err = remake[i].convert() })
	for _, pic := range remake {
		if pic.err != nil {
			return pic.err
		}
	}
	return nil
}

// convert re-encodes the picture as grey, RGB or palette, scaled down to the pixels that it may have.
func (p *packedPicture) convert() error {
	err := picture.Use(p.data, func(src image.Image) (err error) {
		p.data, err = picture.Reencode(p.data, p.fit(src), jpegQuality)
		return err
	})
	if err != nil {
		return &picture.NamedError{Name: p.source, Err: err}
	}
	return nil
}

// fit returns a picture in a form that the package may hold.
func (p *packedPicture) fit(src image.Image) image.Image {
	size := src.Bounds().Size()
	if pixels := size.X * size.Y; pixels > p.most {
		scale := math.Sqrt(float64(p.most) / float64(pixels))
		size.X = max(1, int(float64(size.X)*scale))
		size.Y = min(max(1, int(float64(size.Y)*scale)), p.most/size.X)
	}
	few, ok := src.(*image.Paletted)
	switch {
	case !ok:
		return shrink(src, size.X, size.Y)
	case size != src.Bounds().Size():
		return paint(shrink(src, size.X, size.Y).(*image.RGBA), few.Palette)
	}
	return src
}

// shrink scales the picture to w × h pixels, at most its own size: each new pixel is the mean of the area it covers. A
// grey picture stays grey, all others become RGBA. Weights are integers, so that every machine computes the same
// picture. It needs memory for the result and one row.
func shrink(src image.Image, w, h int) image.Image {
	b := src.Bounds()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	row := image.NewRGBA(image.Rect(0, 0, b.Dx(), 1))
	switch src := src.(type) {
	case *image.Gray:
		dst := image.NewGray(dst.Rect)
		average(dst.Pix, 1, w, h, b.Dx(), b.Dy(), func(y int) []byte { return src.Pix[src.PixOffset(b.Min.X, b.Min.Y+y):] })
		return dst
	case *image.Gray16:
		dst := image.NewGray(dst.Rect)
		average(dst.Pix, 1, w, h, b.Dx(), b.Dy(), func(y int) []byte {
			pix := src.Pix[src.PixOffset(b.Min.X, b.Min.Y+y):]
			for x := range b.Dx() {
				row.Pix[x] = pix[2*x] // the upper byte
			}
			return row.Pix
		})
		return dst
	}
	if w == b.Dx() && h == b.Dy() {
		draw.Draw(dst, dst.Rect, src, b.Min, draw.Src)
		return dst
	}
	average(dst.Pix, 4, w, h, b.Dx(), b.Dy(), func(y int) []byte {
		draw.Draw(row, row.Rect, src, image.Pt(b.Min.X, b.Min.Y+y), draw.Src)
		return row.Pix
	})
	return dst
}

// average fills dst, w × h pixels of some channels, with the means of the sw × sh pixels that row returns row by row.
func average(dst []byte, channels, w, h, sw, sh int, row func(y int) []byte) {
	across := make([]uint64, channels*w) // this row's sums; a cell's weights add up to sw
	sums := make([]uint64, channels*w)   // the new row's sums; a cell's weights add up to sw × sh
	for y := range sh {
		pix := row(y)
		clear(across)
		for x := range sw {
			// In units of 1/w of a pixel of the source, this one reaches from x·w to (x+1)·w, a new one is sw long.
			cell := x * w / sw
			here := uint64(min((cell+1)*sw, (x+1)*w) - x*w)
			rest := uint64(w) - here
			px := pix[channels*x : channels*(x+1)]
			for c, v := range px {
				across[channels*cell+c] += here * uint64(v)
				if rest > 0 {
					across[channels*(cell+1)+c] += rest * uint64(v)
				}
			}
		}
		line := y * h / sh
		here := uint64(min((line+1)*sh, (y+1)*h) - y*h)
		for i, v := range across {
			sums[i] += here * v
		}
		if (y+1)*h >= (line+1)*sh { // the new row is full
			area := uint64(sw) * uint64(sh)
			rest := uint64(h) - here
			for i, v := range sums {
				dst[channels*w*line+i] = uint8((v + area/2) / area)
				sums[i] = rest * across[i]
			}
		}
	}
}
