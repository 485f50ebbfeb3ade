package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
)

// Reencode encodes a picture derived from one in a file in the form of that file, so that it neither grows nor changes
// its colours: a JPEG stays a JPEG, of the given quality (1 to 100), anything else becomes a PNG. A grey PNG of 1 or 2
// bits gets at most twice as many, one of 4 bits keeps them. Colour metadata is kept if it still applies; all other
// metadata, such as a camera's, is left out.
func Reencode(raw []byte, img image.Image, quality int) ([]byte, error) {
	var out bytes.Buffer
	if bytes.HasPrefix(raw, []byte{0xFF, 0xD8}) {
		if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		return slices.Insert(out.Bytes(), 2, jpegProfile(raw, img)...), nil
	}
	_, isGray := img.(*image.Gray)
	depth, colorType := pngKind(raw)
	small := isGray && colorType == pngGray && depth < 8
	if small {
		img = fewGrays(img.(*image.Gray), depth)
	}
	if err := png.Encode(&out, img); err != nil {
		return nil, err
	}
	data := out.Bytes()
	if small {
		data = withoutPalette(data)
	}
	_, isGray16 := img.(*image.Gray16)
	wasGray := colorType == pngGray || colorType == pngGrayAlpha
	return slices.Insert(data, endOfIHDR, pngColours(raw, wasGray == (isGray || isGray16))...), nil
}

// Of PNG: where the header chunk ends, and colour types.
const (
	endOfIHDR    = 33
	pngGray      = 0
	pngGrayAlpha = 4
)

// pngKind returns the bit depth and the colour type of a PNG, 8 and 2 (RGB) of anything else.
func pngKind(raw []byte) (depth int, colorType byte) {
	if len(raw) < endOfIHDR || !bytes.HasPrefix(raw, []byte("\x89PNG")) {
		return 8, 2
	}
	return int(raw[24]), raw[25]
}

// fewGrays converts a grey picture to indexes of equally spaced greys: of depth bits if they suffice, else of twice as
// many up to 4, each pixel the nearest of them.
func fewGrays(img *image.Gray, depth int) *image.Paletted {
	most := min(2*depth, 4)
	w, h := img.Rect.Dx(), img.Rect.Dy()
	row := func(y int) []byte { return img.Pix[y*img.Stride : y*img.Stride+w] }
	for y := 0; y < h && depth < most; y++ {
		step := 255 / (1<<depth - 1)
		if slices.ContainsFunc(row(y), func(v uint8) bool { return int(v)%step != 0 }) {
			depth = most
		}
	}
	top := 1<<depth - 1
	palette := make(color.Palette, top+1)
	for i := range palette {
		palette[i] = color.Gray{Y: uint8(i * 255 / top)}
	}
	few := image.NewPaletted(img.Rect, palette)
	for y := range h {
		for x, v := range row(y) {
			few.Pix[y*w+x] = uint8((int(v)*top + 127) / 255)
		}
	}
	return few
}

// withoutPalette makes a greyscale PNG of one whose palette is the greys from black to white.
func withoutPalette(data []byte) []byte {
	data[25] = pngGray
	binary.BigEndian.PutUint32(data[endOfIHDR-4:], crc32.ChecksumIEEE(data[12:endOfIHDR-4]))
	size := int(binary.BigEndian.Uint32(data[endOfIHDR:])) // PLTE comes next
	return slices.Delete(data, endOfIHDR, endOfIHDR+12+size)
}

// pngColours returns the chunks of a PNG that describe its colours; the ICC profile only if profile is true.
func pngColours(raw []byte, profile bool) (chunks []byte) {
	if !bytes.HasPrefix(raw, []byte("\x89PNG")) {
		return nil
	}
	for at := pngHeader; ; {
		chunk, err := pngChunk(raw, at)
		if err != nil {
			return chunks
		}
		end := at + 12 + len(chunk) - 4
		switch string(chunk[:4]) {
		case "iCCP":
			if profile {
				chunks = append(chunks, raw[at:end]...)
			}
		case "sRGB", "gAMA", "cHRM", "cICP":
			chunks = append(chunks, raw[at:end]...)
		case "PLTE", "IDAT": // colour chunks come before these
			return chunks
		}
		at = end
	}
}

// jpegProfile returns the segments of a JPEG with its ICC profile (ICC.1, B.4), nil if there is none or it is of
// another colour space than img will be encoded in.
func jpegProfile(raw []byte, img image.Image) (segments []byte) {
	space := "RGB "
	if _, ok := img.(*image.Gray); ok {
		space = "GRAY"
	}
	fits := false
	if jpegSegments(raw, func(marker byte, data []byte) {
		if marker != 0xE2 || !bytes.HasPrefix(data, []byte("ICC_PROFILE\x00")) {
			return
		}
		if len(segments) == 0 {
			const at = 14 + 16 // head, number and count; the profile's version and class before its colour space
			fits = len(data) >= at+4 && string(data[at:at+4]) == space
		}
		segments = append(segments, 0xFF, marker)
		segments = binary.BigEndian.AppendUint16(segments, uint16(len(data)+2))
		segments = append(segments, data...)
	}) != nil || !fits {
		return nil
	}
	return segments
}
