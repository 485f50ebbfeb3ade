// Package picture reads picture files: PNG, JPEG and GIF. [Read] checks a file and returns its size, its resolution and its bytes,
// turned upright; [Check] reports whether a file is whole; [Use] decodes the pixels.
//
// All pictures that are decoded at the same time share one [Budget] of memory for the process. How large a picture is on a page is
// not known here.
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
	Data          []byte  // the file's; made anew, upright, when the file says that the picture lies on its side or the like
	Width, Height int     // pixels
	DPI           float64 // as recorded in the file, 0 when it says nothing
}

// maxPixels is the largest area of a picture that is read. What it may take in memory is Budget's to say.
const maxPixels = 100 << 20

// Read reads a picture's file, sees that it is whole, and turns it upright where it says that it lies on its side. An
// error is an *UnfitError where the file is sound but of no use here.
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

// tooManyPixels returns how much smaller a picture must be to be worked on.
func tooManyPixels(e *TooLargeError) error {
	scale := math.Sqrt(float64(e.Most) / (float64(e.Width) * float64(e.Height)))
	advice := fmt.Sprintf("resize it to %d × %d pixels at most; 4000 on its long side fill any page",
		int(float64(e.Width)*scale), int(float64(e.Height)*scale))
	if e.Progressive {
		advice = "save it without “progressive”, or " + advice
	}
	return &UnfitError{e.Error(), advice}
}

// setUpright turns a picture the way it is to be seen. A PDF has no place to say how a picture lies, and not every
// e-reader heeds what the file says.
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
