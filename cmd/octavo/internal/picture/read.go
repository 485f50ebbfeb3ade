// Package picture reads picture files: PNG, JPEG and GIF. [Read] checks a file and returns its size, its resolution and its bytes,
// turned upright; [Check] reports whether a file is whole; [Use] decodes the pixels.
//
// All decoded pictures share one memory [Budget] for the process. This package does not know how large a picture is on
// a page.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"math"
)

// File is a picture's file, read once.
type File struct {
	Format        string  // "png", "jpeg" or "gif"
	Data          []byte  // the file's bytes, re-encoded upright if its orientation is not
	Width, Height int     // pixels
	DPI           float64 // as recorded in the file, 0 if it is not
}

// maxPixels is the largest area of a picture that is read; its memory is limited by Budget.
const maxPixels = 100 << 20

// Read reads a picture's file, checks that it is complete, and turns it upright if it records another orientation. The
// error is an *UnfitError if the file is valid but not supported.
func Read(raw []byte) (*File, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(raw))
	if errors.Is(err, image.ErrFormat) {
		return nil, unfit(raw)
	}
	if err != nil {
		return nil, fmt.Errorf("it is broken: %w", err)
	}
	pixels := int64(config.Width) * int64(config.Height)
	if pixels <= 0 {
		return nil, errors.New("it has no pixels")
	}
	if pixels > maxPixels {
		return nil, &UnfitError{fmt.Sprintf("it has %d × %d pixels, more than 100 million", config.Width, config.Height),
			"make it smaller in a picture editor: 4000 pixels on its long side fill any page"}
	}
	p := &File{Format: format, Data: raw, Width: config.Width, Height: config.Height}
	var says recorded
	switch format {
	case "png":
		says, err = readPNG(raw)
	case "jpeg":
		says, err = readJPEG(raw)
	case "gif":
		if !bytes.HasSuffix(bytes.TrimRight(raw, "\x00"), []byte{0x3B}) {
			err = errTruncated
		}
	}
	p.DPI = says.dpi
	switch {
	case err != nil:
	case says.turn.needed():
		err = setUpright(p, says.turn)
	default:
		err = Check(raw)
	}
	var large *TooLargeError
	if errors.As(err, &large) {
		return nil, tooManyPixels(large)
	}
	if err != nil {
		return nil, fmt.Errorf("it is broken: %w", err)
	}
	return p, nil
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
