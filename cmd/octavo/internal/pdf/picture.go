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

// maxPixels limits the pictures that are decoded; a file of a few kilobytes can declare a huge one.
const maxPixels = 1 << 27

// samples is a picture as it is embedded in a PDF.
type samples struct {
	dict  string // without Type, Subtype, ColorSpace, SMask and Length
	space string // device colour space
	data  []byte
	mask  *samples // opacity; nil if the picture is opaque

	change Colours // what became of its colours
}

// add adds the picture to a file and returns its object number. rgb is the colour space of RGB samples.
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

// encodePicture encodes a picture's file. JPEG files and plain PNG files are embedded as they are, since a PDF reader
// can decode them. All others are decoded and embedded as equivalent plain PNG files.
//
// fpdf's own picture support is not used: it numbers pictures of the same width in random order, supports only full
// transparency in palettes, and panics on damaged files.
func encodePicture(p *page.Picture, profile *Profile) (*samples, error) {
	switch p.Format {
	case "jpeg":
		s, err := encodeJPEG(p.Data)
		switch {
		case err != nil:
			return nil, err
		case s.space == deviceCMYK && profile.limit > 0:
			// One that cannot be decoded here is left as it is: octavo preflight says that it could not be measured.
			if r, err := decodePicture(p, profile); err == nil && r.change == Reduced {
				return r, nil
			}
		case s.space == deviceRGB && profile.inks:
			return decodePicture(p, profile)
		}
		return s, nil
	case "png":
		c, err := readPNG(p.Data)
		if err != nil {
			return nil, err
		}
		if c.plain() && !(profile.inks && (c.colorType != pngGray || c.depth > 8)) {
			return c.samples(), nil
		}
		return decodePicture(p, profile)
	case "tiff":
		return decodePicture(p, profile)
	}
	return nil, fmt.Errorf("unknown format %q", p.Format)
}

func decodePicture(p *page.Picture, profile *Profile) (s *samples, err error) {
	err = picture.Use(p.Data, func(img image.Image) (err error) {
		if plates, ok := img.(*image.CMYK); ok {
			s, err = encodeCMYK(plates, profile.limit)
			return err
		}
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

// encodeImage encodes 8-bit samples: grey ones if every pixel is grey, so that a black picture prints in black only,
// and a mask if some pixel is not opaque and the profile allows masks; otherwise the picture is composited over white.
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
				c = color.NRGBA{R: 255, G: 255, B: 255} // invisible: white compresses best, and prints no ink if masks are ignored
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
		for i := range n { // in place: grey samples never overtake the pixels still to be read
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

// canvas returns the buffer for encodeImage: a new one, or the picture's own if its pixels are of the same width.
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

// nrgba returns a pixel's non-premultiplied colour, without the allocation of image.At if the type is known.
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

// encodePlain uses Go's PNG writer, which chooses a filter for every row, and extracts the chunks from its output.
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
