package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/picture"
)

// maxPixels is the size of picture that is decoded; a file of some kilobytes can claim to be much larger.
const maxPixels = 1 << 27

// samples is a picture as a PDF has it.
type samples struct {
	dict  string // without Type, Subtype, ColorSpace, SMask and Length
	space string // its colours, a device's
	data  []byte
	mask  *samples // opacity, nil for a picture that is opaque everywhere
}

// add adds the picture to a file and gives its object's number. rgb is the colour space of its samples in RGB.
func (s *samples) add(f *file, rgb string) int {
	dict := "/Type/XObject/Subtype/Image" + s.dict + "/ColorSpace" + strings.Replace(s.space, deviceRGB, rgb, 1)
	if s.mask != nil {
		dict += fmt.Sprintf("/SMask %d 0 R", s.mask.add(f, rgb))
	}
	return f.addStream(dict, s.data)
}

const (
	deviceGray = "/DeviceGray"
	deviceRGB  = "/DeviceRGB"
	deviceCMYK = "/DeviceCMYK"
)

// encodePicture makes samples of a picture's file. JPEG files and plain PNG files go in as they are: a PDF reader knows
// how to unpack them. All others are decoded and go in as plain PNG files of the same look.
//
// fpdf's own pictures are not used: it numbers those of the same width in random order, takes a palette's transparency
// for all or nothing, and panics on damaged files.
func encodePicture(p *page.Picture, profile *Profile) (*samples, error) {
	switch p.Format {
	case "jpeg":
		s, err := encodeJPEG(p.Data)
		if err != nil || !profile.inks || s.space != deviceRGB {
			return s, err
		}
		return decodePicture(p, profile)
	case "png":
		c, err := readPNG(p.Data)
		if err != nil {
			return nil, err
		}
		if c.plain() && !(profile.inks && (c.colorType != pngGray || c.depth > 8)) {
			return c.samples(), nil
		}
		return decodePicture(p, profile)
	case "gif":
		return decodePicture(p, profile)
	}
	return nil, fmt.Errorf("unknown format %q", p.Format)
}

func decodePicture(p *page.Picture, profile *Profile) (s *samples, err error) {
	err = picture.Use(p.Data, func(img image.Image) (err error) {
		s, err = encodeImage(img, profile)
		return err
	})
	return s, err
}

func checkSize(width, height int) error {
	if width <= 0 || height <= 0 || width > maxPixels/height {
		return fmt.Errorf("%d × %d pixels is too large", width, height)
	}
	return nil
}

// encodeImage makes samples of 8 bits: grey ones when every pixel is grey, so that a picture in black prints in black
// only, and a mask when some pixel is not opaque and the profile takes masks; if not, the picture stands on white paper.
func encodeImage(img image.Image, profile *Profile) (*samples, error) {
	box := img.Bounds()
	w, h := box.Dx(), box.Dy()
	rgb := canvas(img)
	isGray, isOpaque := true, true
	for y := range h {
		row := rgb.Pix[y*rgb.Stride : y*rgb.Stride+4*w]
		for x := range w {
			c := nrgba(img, box.Min.X+x, box.Min.Y+y)
			switch {
			case profile.flat && c.A < 255:
				c = color.NRGBA{R: onWhite(c.R, c.A), G: onWhite(c.G, c.A), B: onWhite(c.B, c.A), A: 255}
			case c.A == 0:
				c = color.NRGBA{R: 255, G: 255, B: 255} // unseen: what compresses best, and prints least where masks fail
			}
			row[4*x], row[4*x+1], row[4*x+2], row[4*x+3] = c.R, c.G, c.B, c.A
			isGray = isGray && c.R == c.G && c.G == c.B
			isOpaque = isOpaque && c.A == 255
		}
	}
	var mask *samples
	if !isOpaque {
		alpha := image.NewGray(rgb.Rect)
		for i := range alpha.Pix {
			alpha.Pix[i] = rgb.Pix[4*i+3]
			rgb.Pix[4*i+3] = 255
		}
		var err error
		if mask, err = encodePlain(alpha); err != nil {
			return nil, err
		}
	}
	var plain image.Image = rgb
	if isGray {
		n := w * h
		for i := range n { // in the same memory: no grey overtakes what is still to be read
			rgb.Pix[i] = rgb.Pix[4*i]
		}
		plain = &image.Gray{Pix: rgb.Pix[:n:n], Stride: w, Rect: rgb.Rect}
	} else if profile.inks {
		return encodeInks(rgb)
	}
	s, err := encodePlain(plain)
	if err != nil {
		return nil, err
	}
	s.mask = mask
	return s, nil
}

// canvas is where encodeImage puts a picture: a new one, or the picture's own memory where its pixels are as wide.
func canvas(img image.Image) *image.NRGBA {
	box := img.Bounds()
	rect := image.Rect(0, 0, box.Dx(), box.Dy())
	switch img := img.(type) {
	case *image.NRGBA:
		if len(img.Pix) == 4*rect.Dx()*rect.Dy() {
			return &image.NRGBA{Pix: img.Pix, Stride: img.Stride, Rect: rect}
		}
	case *image.RGBA:
		if len(img.Pix) == 4*rect.Dx()*rect.Dy() {
			return &image.NRGBA{Pix: img.Pix, Stride: img.Stride, Rect: rect}
		}
	}
	return image.NewNRGBA(rect)
}

// nrgba is a pixel's colour, not multiplied by its opacity, without the boxing of image.At where the type is known.
func nrgba(img image.Image, x, y int) color.NRGBA {
	switch img := img.(type) {
	case *image.NRGBA:
		return img.NRGBAAt(x, y)
	case *image.Gray:
		v := img.GrayAt(x, y).Y
		return color.NRGBA{R: v, G: v, B: v, A: 255}
	}
	return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
}

// encodePlain goes through Go's PNG writer, which chooses a filter for every row, and takes the file apart again.
func encodePlain(img image.Image) (*samples, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return nil, err
	}
	c, err := readPNG(b.Bytes())
	if err != nil {
		return nil, err
	}
	return c.samples(), nil
}
