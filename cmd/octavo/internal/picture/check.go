package picture

import (
	"errors"
	"image"
)

// decodedWhole is up to how many pixels a picture is decoded to see that it is sound. What is larger is read to its end
// without keeping its pixels, which takes less time and hardly any memory.
const decodedWhole = 1 << 20

// most is how many pixels anything here reads.
const most = 1 << 31

// Check reads all of a picture's file and reports whether its pixels are there: a PNG's are unpacked and counted, a
// JPEG's codes followed to the last block. It is a [*TooLargeError] when Use could not decode it.
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
