// Package picture reads picture files. [Read] checks a file and returns its size, its resolution and its bytes, turned upright:
// those of a PNG or JPEG, or a PNG or JPEG made of a TIFF, WebP, GIF or BMP picture. [Check] reports whether a file is whole; [Use]
// decodes the pixels.
//
// All decoded pictures share one memory [Budget] for the process. This package does not know how large a picture is on
// a page.
package picture

import (
	"errors"
	"fmt"
	"image"
	"math"

	"golang.org/x/image/bmp"
)

// File is a picture's file, read once.
type File struct {
	Format        string  // "png" or "jpeg"; "tiff" if it is in CMYK
	Data          []byte  // the file's bytes, encoded anew if they were of another format or not upright
	Width, Height int     // pixels
	DPI           float64 // as recorded in the file, 0 if it is not
	Part          string  // what of the file is left out, as a clause; "": nothing
}

// maxPixels is the largest area of a picture that is read; its memory is limited by Budget.
const maxPixels = 100 << 20

// Read reads a picture's file, checks that it is complete, and turns it upright if it records another orientation. The
// error is an *UnfitError if the file is valid but not supported.
func Read(raw []byte) (*File, error) {
	format := formatOf(raw)
	if format == "" {
		return nil, unfit(raw)
	}
	p, err := read(raw, format)
	var large *TooLargeError
	var rejected *UnfitError
	switch {
	case err == nil:
		return p, nil
	case errors.As(err, &large):
		return nil, tooManyPixels(large)
	case errors.As(err, &rejected):
		return nil, rejected
	}
	return nil, fmt.Errorf("it is broken: %w", err)
}

func read(raw []byte, format string) (*File, error) {
	config, err := decodeConfig(raw, format)
	if errors.Is(err, bmp.ErrUnsupported) {
		return nil, &UnfitError{"it is a BMP picture of a rare kind", "open it in a picture editor and save it as PNG"}
	}
	if err != nil {
		return nil, err
	}
	pixels := int64(config.Width) * int64(config.Height)
	if pixels <= 0 {
		return nil, errNoPixels
	}
	if pixels > maxPixels {
		return nil, &UnfitError{fmt.Sprintf("it has %d × %d pixels, more than 100 million", config.Width, config.Height),
			"make it smaller in a picture editor: 4000 pixels on its long side fill any page"}
	}
	if format != formatPNG && format != formatJPEG {
		return convert(raw, format)
	}
	p := &File{Format: format, Data: raw, Width: config.Width, Height: config.Height}
	says := recorded{}
	if format == formatPNG {
		says, err = readPNG(raw)
	} else {
		says, err = readJPEG(raw)
	}
	if p.DPI = says.dpi; err != nil {
		return nil, err
	}
	if says.turn.needed() {
		return p, setUpright(p, says.turn)
	}
	return p, Check(raw)
}

// tooManyPixels returns how much smaller a picture must be.
func tooManyPixels(e *TooLargeError) error {
	scale := math.Sqrt(float64(e.Most) / (float64(e.Width) * float64(e.Height)))
	advice := fmt.Sprintf("resize it to %d × %d pixels at most; 4000 on its long side fill any page",
		int(float64(e.Width)*scale), int(float64(e.Height)*scale))
	if e.Progressive {
		advice = "save it without “progressive”, or " + advice
	}
	return &UnfitError{e.Error(), advice}
}

// setUpright applies the recorded orientation to a picture. A PDF cannot record it, and not every e-reader supports it.
func setUpright(p *File, o orientation) error {
	return Use(p.Data, func(img image.Image) error {
		img = turned(img, o)
		data, err := Reencode(p.Data, img, turnedQuality)
		if err != nil {
			return fmt.Errorf("cannot turn it upright: %w", err)
		}
		size := img.Bounds().Size()
		p.Data, p.Width, p.Height = data, size.X, size.Y
		return nil
	})
}
