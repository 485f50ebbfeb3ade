package picture

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
)

// Tags of a TIFF file's directory (TIFF 6.0, sections 3 to 6, 14, 15 and 22).
const (
	tiffWidth        = 256
	tiffHeight       = 257
	tiffBits         = 258
	tiffCompression  = 259
	tiffPhotometric  = 262
	tiffFillOrder    = 266
	tiffStripOffsets = 273
	tiffSamples      = 277
	tiffRowsPerStrip = 278
	tiffStripBytes   = 279
	tiffPlanar       = 284
	tiffFaxOptions   = 292
	tiffPredictor    = 317
	tiffColourMap    = 320
	tiffTileWidth    = 322
	tiffTileHeight   = 323
	tiffTileOffsets  = 324
	tiffTileBytes    = 325
	tiffInkSet       = 332
	tiffExtraSamples = 338
	tiffSampleFormat = 339
	tiffJPEGTables   = 347
	tiffProfile      = 34675
)

// The meanings of a TIFF file's samples.
const (
	whiteIsZero = 0
	blackIsZero = 1
	tiffRGB     = 2
	tiffPalette = 3
	tiffCMYK    = 5
	tiffYCbCr   = 6
)

// tiffFile is the first directory of a TIFF file.
type tiffFile struct {
	raw     []byte
	order   binary.ByteOrder
	fields  map[uint16]tiffField
	another bool // a second picture follows

	width, height int
	depth         int // bits a sample
	samples       int // of a pixel, opacity included
	photometric   int
	opacity       tiffOpacity
	planes        bool // each sample in a plane of its own
	palette       color.Palette
}

// tiffOpacity is what the first extra sample of a pixel means.
type tiffOpacity int

const (
	noOpacity tiffOpacity = iota
	premultiplied
	straight
)

// tiffField is one field of a directory: its values are count of a type, at an offset of the file.
type tiffField struct {
	kind  uint16
	count int64
	at    int64
}

var errTIFF = errors.New("its directory is damaged")

// isTIFF reports whether a file begins as TIFF files do; BigTIFF files do not.
func isTIFF(raw []byte) bool {
	return len(raw) >= 8 && (string(raw[:4]) == "II*\x00" || string(raw[:4]) == "MM\x00*")
}

// openTIFF reads the first directory of a TIFF file. The error is an *UnfitError if the file is valid but of a kind that
// is not decoded.
func openTIFF(raw []byte) (*tiffFile, error) {
	if !isTIFF(raw) {
		return nil, errTIFF
	}
	f := &tiffFile{raw: raw, order: binary.LittleEndian, fields: map[uint16]tiffField{}}
	if raw[0] == 'M' {
		f.order = binary.BigEndian
	}
	if err := f.readDirectory(); err != nil {
		return nil, err
	}
	f.width, f.height = int(f.number(tiffWidth, 0)), int(f.number(tiffHeight, 0))
	if f.width <= 0 || f.height <= 0 || f.width > most || f.height > most {
		return nil, errNoPixels
	}
	f.depth, f.samples = int(f.number(tiffBits, 1)), int(f.number(tiffSamples, 1))
	f.photometric = int(f.number(tiffPhotometric, -1))
	f.planes = f.number(tiffPlanar, 1) == 2 && f.samples > 1
	return f, f.fit()
}

// readDirectory reads the fields of the first directory.
func (f *tiffFile) readDirectory() error {
	size := int64(len(f.raw))
	at := int64(f.order.Uint32(f.raw[4:]))
	if at < 8 || at+2 > size {
		return errTIFF
	}
	n := int64(f.order.Uint16(f.raw[at:]))
	end := at + 2 + 12*n
	if end > size {
		return errTIFF
	}
	for e := at + 2; e < end; e += 12 {
		field := tiffField{kind: f.order.Uint16(f.raw[e+2:]), count: int64(f.order.Uint32(f.raw[e+4:])), at: e + 8}
		width := field.width()
		if width == 0 {
			continue // of a type that no field of use has
		}
		if width*field.count > 4 {
			field.at = int64(f.order.Uint32(f.raw[e+8:]))
		}
		if field.at+width*field.count > size {
			continue
		}
		f.fields[f.order.Uint16(f.raw[e:])] = field
	}
	f.another = end+4 <= size && f.order.Uint32(f.raw[end:]) != 0
	return nil
}

// width returns the bytes of a value, 0 for a type that is not read.
func (f tiffField) width() int64 {
	switch f.kind {
	case 1, 6, 7: // bytes
		return 1
	case 3: // SHORT
		return 2
	case 4: // LONG
		return 4
	}
	return 0
}

// value returns a value of a field.
func (f *tiffFile) value(field tiffField, i int64) int64 {
	switch at := field.at + i*field.width(); field.kind {
	case 3:
		return int64(f.order.Uint16(f.raw[at:]))
	case 4:
		return int64(f.order.Uint32(f.raw[at:]))
	default:
		return int64(f.raw[at])
	}
}

// number returns the first value of a field, otherwise if there is no such field.
func (f *tiffFile) number(tag uint16, otherwise int64) int64 {
	if field, ok := f.fields[tag]; ok && field.count > 0 {
		return f.value(field, 0)
	}
	return otherwise
}

// bytes returns the bytes of a field.
func (f *tiffFile) bytes(tag uint16) []byte {
	field, ok := f.fields[tag]
	if !ok {
		return nil
	}
	return f.raw[field.at : field.at+field.count*field.width()]
}

// saveFlat is the advice for a TIFF file of a rare kind.
const saveFlat = "open it in a picture editor and save it as a plain TIFF (8 bits, LZW or no compression), or as PNG"

// fit checks that the samples are of a kind that is decoded.
func (f *tiffFile) fit() error {
	refuse := func(format string, args ...any) error {
		return &UnfitError{"it is a TIFF picture " + fmt.Sprintf(format, args...), saveFlat}
	}
	if field, ok := f.fields[tiffBits]; ok {
		for i := range field.count {
			if f.value(field, i) != int64(f.depth) {
				return refuse("whose colours have different numbers of bits")
			}
		}
	}
	if f.number(tiffSampleFormat, 1) != 1 && f.number(tiffSampleFormat, 1) != 4 {
		return refuse("with samples that are no whole numbers")
	}
	switch f.number(tiffCompression, 1) {
	case compressedG3:
		if f.number(tiffFaxOptions, 0) != 0 {
			return refuse("of a rare kind of fax")
		}
	case compressedG4:
	default:
		if f.number(tiffFillOrder, 1) != 1 {
			return refuse("whose bits stand in reverse")
		}
	}
	colours := 1
	switch f.photometric {
	case whiteIsZero, blackIsZero:
	case tiffPalette:
		if err := f.readPalette(); err != nil {
			return err
		}
	case tiffRGB:
		colours = 3
	case tiffCMYK:
		colours = 4
		if f.number(tiffInkSet, 1) != 1 {
			return refuse("in other inks than cyan, magenta, yellow and black")
		}
	case tiffYCbCr:
		colours = 3
		if f.number(tiffCompression, 1) != compressedJPEG {
			return refuse("in YCbCr")
		}
	default:
		return refuse("in a colour space that is not read (%d)", f.photometric)
	}
	switch f.depth {
	case 8:
	case 16:
		if f.photometric == tiffPalette || f.number(tiffCompression, 1) == compressedJPEG {
			return refuse("with 16 bits to a sample")
		}
	case 1, 2, 4:
		if f.samples != 1 {
			return refuse("with %d bits to a colour", f.depth)
		}
	default:
		return refuse("with %d bits to a sample", f.depth)
	}
	if f.samples < colours || f.samples > colours+8 {
		return refuse("with %d samples to a pixel", f.samples)
	}
	if f.samples > colours && f.photometric != tiffCMYK {
		switch f.number(tiffExtraSamples, 0) {
		case 1:
			f.opacity = premultiplied
		case 2:
			f.opacity = straight
		}
	}
	return nil
}

// readPalette reads the colours that samples are indexes of: all reds, all greens, all blues, of 16 bits each.
func (f *tiffFile) readPalette() error {
	field := f.fields[tiffColourMap]
	n := int64(1) << min(f.depth, 8)
	if field.count < 3*n {
		return errors.New("its palette is incomplete")
	}
	n = min(field.count/3, 256)
	for i := range n {
		part := func(k int64) uint8 { return uint8(f.value(field, k*(field.count/3)+i) >> 8) }
		f.palette = append(f.palette, color.RGBA{R: part(0), G: part(1), B: part(2), A: 255})
	}
	return nil
}

// pixelBytes returns the bytes of a pixel of the decoded picture.
func (f *tiffFile) pixelBytes() int64 {
	switch {
	case f.photometric == tiffPalette:
		return 1
	case f.photometric != tiffRGB && f.photometric != tiffCMYK && f.photometric != tiffYCbCr && f.opacity == noOpacity:
		return int64(f.sampleBytes())
	}
	return int64(4 * f.sampleBytes())
}

// sampleBytes returns the bytes of a sample of the decoded picture. Inks are printed in a hundred steps: a byte holds them.
func (f *tiffFile) sampleBytes() int {
	if f.depth == 16 && f.photometric != tiffCMYK {
		return 2
	}
	return 1
}

// blank returns the picture that the samples are put into.
func (f *tiffFile) blank() image.Image {
	r := image.Rect(0, 0, f.width, f.height)
	deep := f.depth == 16
	grey := f.photometric == whiteIsZero || f.photometric == blackIsZero
	switch {
	case f.photometric == tiffPalette:
		return image.NewPaletted(r, f.palette)
	case f.photometric == tiffCMYK:
		return image.NewCMYK(r)
	case grey && f.opacity == noOpacity && deep:
		return image.NewGray16(r)
	case grey && f.opacity == noOpacity:
		return image.NewGray(r)
	case f.opacity == premultiplied && deep:
		return image.NewRGBA64(r)
	case f.opacity == premultiplied:
		return image.NewRGBA(r)
	case deep:
		return image.NewNRGBA64(r)
	}
	return image.NewNRGBA(r)
}
