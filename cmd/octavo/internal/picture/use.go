package picture

import (
	"fmt"
	"image"
	"image/color"
)

// The memory that users of a picture need beside it, in bytes a pixel: its opacity, and a copy in 8-bit RGBA unless it
// has that width.
const (
	opacity = 1
	rgba    = 4
)

// TooLargeError reports a picture that needs more memory than all pictures together may have.
type TooLargeError struct {
	Width, Height int
	Most          int64 // the most pixels that a picture of its kind may have
	Progressive   bool  // a baseline JPEG would need far less
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("its %d × %d pixels take more memory than there is for pictures", e.Width, e.Height)
}

// Size returns the size in pixels of a picture, and whether its bytes are what every program shows, PNG or JPEG in RGB or
// grey, by its header alone.
func Size(data []byte) (size image.Point, shown bool, err error) {
	format := formatOf(data)
	config, err := decodeConfig(data, format)
	shown = format == formatPNG || format == formatJPEG && config.ColorModel != color.CMYKModel
	return image.Pt(config.Width, config.Height), shown, err
}

// Use decodes a picture and calls f with it, which may change it and keep as much again of the budget as the picture
// takes in memory, or another one of it in 8 bits RGBA with its opacity. The picture is not to be kept after f has
// returned. It waits for its share of the budget, so f must not call Use or Hold. It is a [*TooLargeError] when all of
// the budget is not enough.
func Use(data []byte, f func(image.Image) error) error {
	h, err := readHead(data)
	if err != nil {
		return err
	}
	need := h.pixels() * h.each()
	if need > Budget {
		return h.tooLarge()
	}
	return Hold(need, func() error {
		img, err := decode(data, h.format)
		if err != nil {
			return err
		}
		return f(img)
	})
}

// Screen returns a picture that [Read] has returned the bytes of in a form that every program shows, PNG or JPEG in RGB or
// grey, and its format.
func Screen(data []byte) (shown []byte, format string, err error) {
	if format = formatOf(data); format == formatPNG || format == formatJPEG {
		return data, format, nil
	}
	err = Use(data, func(img image.Image) error {
		p := &File{}
		err := p.encode(img, foreign{})
		shown, format = p.Data, p.Format
		return err
	})
	return shown, format, err
}

// NamedError is what is wrong with a picture, with the name by which its user knows it.
type NamedError struct {
	Name string
	Err  error
}

func (e *NamedError) Error() string { return fmt.Sprintf("picture %s: %v", e.Name, e.Err) }
func (e *NamedError) Unwrap() error { return e.Err }
