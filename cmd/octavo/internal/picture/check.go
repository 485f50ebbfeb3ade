package picture

import (
	"errors"
	"image"
)

// decodedWhole is the number of pixels up to which a picture is checked by decoding it. A larger one is read to its end
// without keeping its pixels, which takes less time and hardly any memory.
const decodedWhole = 1 << 20

// most is the largest number of pixels that is read.
const most = 1 << 31

// Check reads all of a picture's file and returns an error if its pixels are incomplete: a PNG's are decompressed and
// counted, a JPEG's entropy-coded data followed to the last block. The error is a [*TooLargeError] if Use could not
// decode the picture.
func Check(data []byte) error {
	h, err := readHead(data)
	switch {
	case err != nil:
		return err
	case h.pixels() > most:
		return errors.New("it has too many pixels")
	case h.pixels()*h.each() > Budget:
		return h.tooLarge()
	case h.pixels() > decodedWhole && h.format == "png":
		return checkPNG(data)
	case h.pixels() > decodedWhole && h.format == "jpeg":
		return checkJPEG(data)
	}
	return Use(data, func(image.Image) error { return nil })
}
