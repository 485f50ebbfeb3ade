package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"iter"
	"math"
	"slices"

	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"
)

// foreign is what a file of a format that no output takes says of itself.
type foreign struct {
	recorded
	profile []byte // ICC
	part    string // what of it is left out; "": nothing
	lossy   bool   // a photograph, which a JPEG can hold
	working int64  // bytes a pixel while it is decoded, beside the decoded picture
}

// convertedQuality is the quality of a JPEG made of a lossy WebP picture, with no loss visible in print.
const convertedQuality = 95

// convert reads a picture of a format that no output takes and encodes it as PNG without loss, or as JPEG if it is a
// photograph that was compressed with loss. A CMYK TIFF stays as it is: nothing else holds CMYK without loss.
func convert(raw []byte, format string) (*File, error) {
	f, err := examine(raw, format)
	if err != nil {
		return nil, err
	}
	h, err := readHead(raw)
	if err != nil {
		return nil, err
	}
	need := h.pixels() * (2*h.decoded + rgba + f.working)
	if need > Budget {
		h.decoding = 2*h.decoded + rgba + f.working
		return nil, h.tooLarge()
	}
	p := &File{Format: format, Data: raw, Width: h.width, Height: h.height, DPI: f.dpi, Part: f.part}
	err = Hold(need, func() error {
		img, err := decode(raw, format)
		if err != nil {
			return err
		}
		if _, ok := img.(*image.CMYK); ok && !f.turn.needed() {
			return nil
		}
		if f.turn.needed() {
			img = turned(img, f.turn)
		}
		size := img.Bounds().Size()
		p.Width, p.Height = size.X, size.Y
		return p.encode(img, f)
	})
	return p, err
}

// examine reads what a file of a format that no output takes says of itself.
func examine(raw []byte, format string) (f foreign, err error) {
	defer func() {
		if f.dpi < 0 || f.dpi > 1<<15 {
			f.dpi = 0
		}
	}()
	switch format {
	case formatTIFF:
		t, err := openTIFF(raw)
		if err != nil {
			return f, err
		}
		f.recorded, f.profile = readExif(raw), t.bytes(tiffProfile)
		if t.another {
			f.part = "only the first of its pages is printed"
		}
	case formatGIF:
		frames, err := gifFrames(raw)
		if err != nil {
			return f, err
		}
		if frames > 1 {
			f.part = fmt.Sprintf("it moves, and only the first of its %d pictures is printed", frames)
		}
	case formatWebP:
		return examineWebP(raw)
	case formatBMP:
		if len(raw) >= 46 {
			f.dpi = math.Round(float64(int32(binary.LittleEndian.Uint32(raw[38:])))*metresPerInch*10) / 10
		}
	}
	return f, nil
}

// chunk is a part of a WebP file.
type chunk struct {
	kind string
	body []byte // as much of it as is there
	cut  bool   // its end is missing
}

// webPChunks returns the chunks of a WebP file (RFC 9649, section 2.3).
func webPChunks(raw []byte) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		for at := 12; at+8 <= len(raw); {
			size := int64(binary.LittleEndian.Uint32(raw[at+4:]))
			whole := min(size, int64(len(raw)-at-8))
			if !yield(chunk{string(raw[at : at+4]), raw[at+8 : at+8+int(whole)], whole < size}) || whole < size {
				return
			}
			at += 8 + int(size+size&1)
		}
	}
}

// examineWebP reads what a WebP file says of itself beside its pixels.
func examineWebP(raw []byte) (f foreign, err error) {
	f.working = 8
	for c := range webPChunks(raw) {
		switch {
		case c.cut:
			return f, errTruncated
		case c.kind == "VP8 ":
			f.lossy = true
		case c.kind == "ICCP":
			f.profile = c.body
		case c.kind == "EXIF":
			f.recorded = readExif(bytes.TrimPrefix(c.body, exifHead))
		case c.kind == "ANIM", c.kind == "ANMF":
			return f, &UnfitError{"it is a WebP picture that moves", "save the one of its pictures that is to be printed as PNG or JPEG"}
		}
	}
	return f, nil
}

// webPConfig returns the size and the colours of a WebP file. Its header may say how large the picture is, and its pixels say so again (RFC 9649,
// sections 2.5 to 2.7): the decoder makes room for what the pixels say, and the transparency has the size of the header.
func webPConfig(raw []byte) (image.Config, error) {
	config, err := webp.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return config, err
	}
	for c := range webPChunks(raw) {
		width, height := config.Width, config.Height
		switch {
		case c.kind == "VP8 " && len(c.body) >= 10:
			width, height = int(binary.LittleEndian.Uint16(c.body[6:])&0x3FFF), int(binary.LittleEndian.Uint16(c.body[8:])&0x3FFF)
		case c.kind == "VP8L" && len(c.body) >= 5:
			bits := binary.LittleEndian.Uint32(c.body[1:])
			width, height = int(bits&0x3FFF)+1, int(bits>>14&0x3FFF)+1
		}
		if width != config.Width || height != config.Height {
			return image.Config{}, errTwoSizes
		}
	}
	return config, nil
}

// gifFrames counts the pictures of a GIF without decoding them (GIF89a specification, sections 17 to 27).
func gifFrames(raw []byte) (n int, err error) {
	skip := func(at int) int { // sub-blocks, the last of which is empty
		for at < len(raw) && raw[at] != 0 {
			at += 1 + int(raw[at])
		}
		return at + 1
	}
	table := func(flags byte) int {
		if flags&0x80 == 0 {
			return 0
		}
		return 3 << (flags&7 + 1)
	}
	if len(raw) < 13 {
		return 0, errTruncated
	}
	for at := 13 + table(raw[10]); at < len(raw); {
		switch raw[at] {
		case 0x21: // an extension
			at = skip(at + 2)
		case 0x2C: // a picture
			if at+10 > len(raw) {
				return n, errTruncated
			}
			n++
			at = skip(at + 11 + table(raw[at+9]))
		case 0x3B:
			return n, nil
		default:
			if bytes.Trim(raw[at:], "\x00") == nil {
				return n, nil
			}
			return n, errTruncated
		}
	}
	return n, errTruncated
}

// decode decodes a picture of a format that formatOf knows.
func decode(raw []byte, format string) (img image.Image, err error) {
	defer func() {
		if r := recover(); r != nil { // a decoder's, on a file that it did not expect
			img, err = nil, errDecode
		}
	}()
	return decodeAs(raw, format)
}

// errDecode is the error for a picture that cannot be decoded, where its decoder does not say why.
var errDecode = errors.New("its pixels cannot be read")

// decodeAs decodes a picture of a format.
func decodeAs(raw []byte, format string) (image.Image, error) {
	r := bytes.NewReader(raw)
	switch format {
	case formatPNG:
		return png.Decode(r)
	case formatJPEG:
		return jpeg.Decode(r)
	case formatTIFF:
		return decodeTIFF(raw)
	case formatWebP:
		return webp.Decode(r)
	case formatBMP:
		return bmp.Decode(r)
	case formatGIF:
		return decodeGIF(raw)
	}
	return nil, image.ErrFormat
}

// decodeGIF decodes the first picture of a GIF on the whole of its screen.
func decodeGIF(raw []byte) (image.Image, error) {
	config, err := gif.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	img, err := gif.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	screen := image.Rect(0, 0, config.Width, config.Height)
	if img.Bounds() == screen {
		return img, nil
	}
	whole := image.NewNRGBA(screen)
	draw.Draw(whole, img.Bounds(), img, img.Bounds().Min, draw.Src)
	return whole, nil
}

// decodeConfig returns the size and the colours of a picture of a format that formatOf knows.
func decodeConfig(raw []byte, format string) (image.Config, error) {
	r := bytes.NewReader(raw)
	switch format {
	case formatPNG:
		return png.DecodeConfig(r)
	case formatJPEG:
		return jpeg.DecodeConfig(r)
	case formatTIFF:
		f, err := openTIFF(raw)
		if err != nil {
			return image.Config{}, err
		}
		models := map[int64]color.Model{1: color.GrayModel, 2: color.Gray16Model, 4: color.NRGBAModel, 8: color.NRGBA64Model}
		return image.Config{ColorModel: models[f.pixelBytes()], Width: f.width, Height: f.height}, nil
	case formatWebP:
		return webPConfig(raw)
	case formatBMP:
		return bmp.DecodeConfig(r)
	case formatGIF:
		return gif.DecodeConfig(r)
	}
	return image.Config{}, image.ErrFormat
}

// encode encodes a decoded picture.
func (p *File) encode(img image.Image, f foreign) error {
	var out bytes.Buffer
	if _, opaque := img.(*image.YCbCr); f.lossy && opaque {
		p.Format = formatJPEG
		if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: convertedQuality}); err != nil {
			return err
		}
		p.Data, p.DPI = slices.Insert(out.Bytes(), 2, f.segments()...), math.Round(f.dpi)
		return nil
	}
	p.Format = formatPNG
	switch grey := img.(type) {
	case *image.CMYK:
		rgb := image.NewRGBA(img.Bounds())
		draw.Draw(rgb, rgb.Rect, img, img.Bounds().Min, draw.Src)
		img, f.profile = rgb, nil
	case *image.Gray:
		if twoTones(grey) {
			img = fewGrays(grey, 1)
		}
	}
	if err := png.Encode(&out, img); err != nil {
		return err
	}
	p.Data, p.DPI = slices.Insert(out.Bytes(), endOfIHDR, f.chunks(img)...), perMetre(f.dpi)*metresPerInch
	return nil
}

// deflated returns bytes compressed as the chunks of a PNG are.
func deflated(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(data) // a Buffer takes everything
	z.Close()
	return b.Bytes()
}

// twoTones reports whether a picture is black and white only, as line art is.
func twoTones(img *image.Gray) bool {
	return !slices.ContainsFunc(img.Pix, func(v uint8) bool { return v != 0 && v != 255 })
}

// chunks returns the chunks of a PNG that record a resolution and a colour profile, if it is one of the picture's colours.
func (f *foreign) chunks(img image.Image) (out []byte) {
	chunk := func(kind string, data []byte) {
		out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
		body := append([]byte(kind), data...)
		out = binary.BigEndian.AppendUint32(append(out, body...), crc32.ChecksumIEEE(body))
	}
	if f.fitsProfile(img) {
		chunk("iCCP", append([]byte("profile\x00\x00"), deflated(f.profile)...))
	}
	if f.dpi > 0 {
		metre := binary.BigEndian.AppendUint32(nil, uint32(perMetre(f.dpi)))
		chunk("pHYs", append(append(metre, metre...), 1))
	}
	return out
}

// perMetre returns a resolution in pixels to the metre, as a PNG records it.
func perMetre(dpi float64) float64 { return math.Round(dpi / metresPerInch) }

// segments returns the segments of a JPEG that record a resolution and a colour profile (JFIF 1.02; ICC.1, B.4).
func (f *foreign) segments() (out []byte) {
	segment := func(marker byte, data []byte) {
		out = append(out, 0xFF, marker)
		out = append(binary.BigEndian.AppendUint16(out, uint16(len(data)+2)), data...)
	}
	if f.dpi > 0 {
		density := binary.BigEndian.AppendUint16(nil, uint16(math.Round(f.dpi)))
		segment(0xE0, slices.Concat([]byte("JFIF\x00\x01\x02\x01"), density, density, []byte{0, 0}))
	}
	const room = 65519 // of a segment, beside the head
	if parts := slices.Collect(slices.Chunk(f.profile, room)); len(parts) < 256 && f.space() == "RGB " {
		for i, part := range parts {
			segment(0xE2, slices.Concat([]byte("ICC_PROFILE\x00"), []byte{byte(i + 1), byte(len(parts))}, part))
		}
	}
	return out
}

// space returns the colour space that a profile is of (ICC.1, 7.2.8), "" if there is no profile.
func (f *foreign) space() string {
	if len(f.profile) < 128 {
		return ""
	}
	return string(f.profile[16:20])
}

// fitsProfile reports whether the profile is of the colours that a PNG of the picture has.
func (f *foreign) fitsProfile(img image.Image) bool {
	switch img := img.(type) {
	case *image.Gray, *image.Gray16:
		return f.space() == "GRAY"
	case *image.Paletted: // made of greys
		return f.space() == "RGB " && len(img.Palette) > 2
	}
	return f.space() == "RGB "
}
