package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"image/jpeg"
)

// encodeJPEG embeds a JPEG file unchanged.
func encodeJPEG(data []byte) (*samples, error) {
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if err := checkSize(config.Width, config.Height); err != nil {
		return nil, err
	}
	end := bytes.TrimRight(data, "\x00")
	if !bytes.Contains(end[max(0, len(end)-1024):], []byte{0xFF, 0xD9}) { // some cameras add a trailer
		return nil, errCutOff
	}
	var space, more string
	switch config.ColorModel {
	case color.GrayModel:
		space = deviceGray
	case color.YCbCrModel:
		space = deviceRGB
	case color.RGBAModel:
		space, more = deviceRGB, "/DecodeParms<</ColorTransform 0>>"
	case color.CMYKModel:
		space = deviceCMYK
		if hasAdobeMarker(data) { // Adobe's files store inverted CMYK
			more = "/Decode[1 0 1 0 1 0 1 0]"
		}
	default:
		return nil, fmt.Errorf("a JPEG file of unknown colours (%T)", config.ColorModel)
	}
	return &samples{
		dict: fmt.Sprintf("/Width %d/Height %d/BitsPerComponent 8/Filter/DCTDecode%s", config.Width, config.Height,
			more),
		space: space,
		data:  data,
	}, nil
}

// hasAdobeMarker reports whether there is an Adobe APP14 segment before the samples.
func hasAdobeMarker(data []byte) bool {
	for i := 2; i+4 <= len(data) && data[i] == 0xFF; {
		marker := data[i+1]
		if marker == 0xFF { // fill byte
			i++
			continue
		}
		if marker == 0xDA { // start of scan
			return false
		}
		if marker == 0xEE && bytes.HasPrefix(data[i+4:], []byte("Adobe")) {
			return true
		}
		i += 2 + int(data[i+2])<<8 + int(data[i+3])
	}
	return false
}
