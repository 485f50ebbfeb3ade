package picture

import (
	"encoding/binary"
	"errors"
	"image/color"
)

// head is the information in a picture's header.
type head struct {
	width, height int
	format        string // as formatOf has it
	decoding      int64  // bytes a pixel needed while it is decoded, the decoded picture included
	decoded       int64  // bytes a pixel of the decoded picture
	progressive   bool   // a JPEG whose coefficients are all kept until its end
}

var errNoPixels = errors.New("it has no pixels")

func readHead(data []byte) (head, error) {
	format := formatOf(data)
	config, err := decodeConfig(data, format)
	if err != nil {
		return head{}, err
	}
	h := head{width: config.Width, height: config.Height, format: format}
	if h.width <= 0 || h.height <= 0 {
		return head{}, errNoPixels
	}
	switch config.ColorModel {
	case color.GrayModel:
		h.decoded = 1
	case color.Gray16Model:
		h.decoded = 2
	case color.YCbCrModel:
		h.decoded = 3
	case color.NYCbCrAModel:
		h.decoded = 4
	case color.RGBAModel, color.NRGBAModel, color.CMYKModel:
		h.decoded = 4
	case color.RGBA64Model, color.NRGBA64Model:
		h.decoded = 8
	default: // a palette
		h.decoded = 1
	}
	h.decoding = h.decoded
	switch {
	case format == "png" && interlaced(data): // each pass is a picture before it is put into the whole one
		h.decoding *= 2
	case format == "jpeg":
		h.readFrame(data)
	}
	return h, nil
}

func (h *head) pixels() int64 { return int64(h.width) * int64(h.height) }

// each returns the most bytes a pixel that the picture takes, while decoded and in use.
func (h *head) each() int64 {
	use := int64(opacity)
	if h.decoded != rgba {
		use += rgba
	}
	return max(h.decoding, h.decoded+max(h.decoded, use))
}

func (h *head) tooLarge() error {
	return &TooLargeError{h.width, h.height, Budget / h.each(), h.progressive}
}

// interlaced reports whether a PNG is interlaced.
func interlaced(png []byte) bool { return len(png) > 28 && png[28] != 0 }

// coefficient is the number of bytes that the decoder needs for each sample of a progressive JPEG.
const coefficient = 4

// readFrame reads from a JPEG's frame header how many samples a pixel has, and whether it is progressive (ITU-T T.81,
// B.2.2).
func (h *head) readFrame(data []byte) {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		marker := data[at+1]
		if marker == 0xFF { // padding
			at++
			continue
		}
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if marker >= 0xC0 && marker <= 0xC2 {
			body := data[at+4 : min(at+2+max(size, 2), len(data))]
			h.progressive = marker == 0xC2
			samples := int64(3)
			if len(body) > 5 {
				samples = int64(body[5])
			}
			if h.decoded == 3 { // YCbCr, usually subsampled
				samples = samplesOf(body)
				h.decoded = samples
			}
			h.decoding = h.decoded
			if h.decoded == 4 { // CMYK and RGB are converted into a second picture
				h.decoding += samples
			}
			if h.progressive {
				h.decoding += coefficient * samples
			}
			return
		}
		at += 2 + size
	}
}

// samplesOf returns the number of samples for each pixel, over all components of a frame, rounded up.
func samplesOf(frame []byte) int64 {
	var sum, wide, high int64
	for c := 6; c+2 < len(frame); c += 3 {
		x, y := int64(frame[c+1]>>4), int64(frame[c+1]&15)
		sum += x * y
		wide, high = max(wide, x), max(high, y)
	}
	if wide == 0 || high == 0 {
		return 3
	}
	return (sum + wide*high - 1) / (wide * high)
}
