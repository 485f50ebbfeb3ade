package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// pngChunks is the part of a PNG file that a PDF needs.
type pngChunks struct {
	width, height int
	depth         int
	colorType     byte
	interlaced    bool
	transparent   bool // has a tRNS chunk
	palette       []byte
	data          []byte // the IDAT chunks
}

// The colour types of PNG.
const (
	pngGray      = 0
	pngRGB       = 2
	pngPalette   = 3
	pngGrayAlpha = 4
	pngRGBA      = 6
)

var errCutOff = errors.New("the file is cut off or damaged")

// readPNG reads the chunks of a PNG file and checks their checksums, without decoding the pixels.
func readPNG(b []byte) (*pngChunks, error) {
	const signature = "\x89PNG\r\n\x1a\n"
	if len(b) < len(signature) || string(b[:len(signature)]) != signature {
		return nil, errors.New("not a PNG file")
	}
	c := &pngChunks{}
	for b = b[len(signature):]; ; {
		if len(b) < 12 {
			return nil, errCutOff
		}
		size := int64(binary.BigEndian.Uint32(b))
		if size > int64(len(b)-12) {
			return nil, errCutOff
		}
		kind, body := string(b[4:8]), b[8:8+size]
		if binary.BigEndian.Uint32(b[8+size:]) != crc32.ChecksumIEEE(b[4:8+size]) {
			return nil, errCutOff
		}
		b = b[12+size:]
		if (kind == "IHDR") != (c.width == 0) {
			return nil, errCutOff // the first chunk and no other
		}
		switch kind {
		case "IHDR":
			if len(body) != 13 || body[10] != 0 || body[11] != 0 {
				return nil, errors.New("a PNG file of unknown kind")
			}
			width, height := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
			if width > maxPixels || height > maxPixels {
				return nil, checkSize(maxPixels, maxPixels)
			}
			c.width, c.height = int(width), int(height)
			if err := checkSize(c.width, c.height); err != nil {
				return nil, err
			}
			c.depth, c.colorType, c.interlaced = int(body[8]), body[9], body[12] != 0
		case "PLTE":
			c.palette = body
		case "tRNS":
			c.transparent = true
		case "IDAT":
			if c.data == nil {
				c.data = body[:len(body):len(body)]
			} else {
				c.data = append(c.data, body...)
			}
		case "IEND":
			if len(c.data) == 0 {
				return nil, errCutOff
			}
			return c, nil
		}
	}
}

// plain reports whether a PDF reader can decode the file's own data.
func (c *pngChunks) plain() bool {
	if c.interlaced || c.transparent {
		return false
	}
	switch c.colorType {
	case pngGray:
		return c.depth == 1 || c.depth == 2 || c.depth == 4 || c.depth == 8 || c.depth == 16
	case pngRGB:
		return c.depth == 8 || c.depth == 16
	case pngPalette:
		n := len(c.palette)
		return (c.depth == 1 || c.depth == 2 || c.depth == 4 || c.depth == 8) && n > 0 && n%3 == 0 && n <= 3<<c.depth
	}
	return false
}

func (c *pngChunks) samples() *samples {
	space, channels := deviceGray, 1
	switch c.colorType {
	case pngRGB:
		space, channels = deviceRGB, 3
	case pngPalette:
		space = fmt.Sprintf("[/Indexed%s %d<%X>]", deviceRGB, len(c.palette)/3-1, c.palette)
	}
	return &samples{
		dict: fmt.Sprintf("/Width %d/Height %d/BitsPerComponent %d/Filter/FlateDecode"+
			"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>",
			c.width, c.height, c.depth, channels, c.depth, c.width),
		space: space,
		data:  c.data,
	}
}
