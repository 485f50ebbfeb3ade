package picture

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"io"

	"golang.org/x/image/ccitt"
	"golang.org/x/image/tiff/lzw"
)

// The ways in which a TIFF file's samples are compressed (TIFF 6.0, section 3 and later; Adobe's technical notes).
const (
	notCompressed     = 1
	compressedG3      = 3
	compressedG4      = 4
	compressedLZW     = 5
	compressedJPEG    = 7
	compressedDeflate = 8
	compressedPacked  = 32773
	compressedOldZip  = 32946
)

// decodeTIFF decodes the first picture of a TIFF file. CMYK stays CMYK.
func decodeTIFF(raw []byte) (image.Image, error) {
	f, err := openTIFF(raw)
	if err != nil {
		return nil, err
	}
	return f.decode()
}

// grid is how a picture is divided into strips or tiles, blocks of pixels that are compressed one by one.
type grid struct {
	width, height, across, down int
	offsets, sizes              tiffField
}

func (f *tiffFile) grid() (grid, error) {
	g := grid{width: f.width, across: 1, offsets: f.fields[tiffStripOffsets], sizes: f.fields[tiffStripBytes]}
	if f.number(tiffTileWidth, 0) > 0 {
		g.width, g.height = int(f.number(tiffTileWidth, 0)), int(f.number(tiffTileHeight, 0))
		g.offsets, g.sizes = f.fields[tiffTileOffsets], f.fields[tiffTileBytes]
		if g.width < 8 || g.height < 8 || int64(g.width)*int64(g.height) > max(4*int64(f.width)*int64(f.height), 1<<20) {
			return g, errTIFF
		}
		g.across = (f.width + g.width - 1) / g.width
	} else {
		g.height = int(min(f.number(tiffRowsPerStrip, int64(f.height)), int64(f.height)))
	}
	if g.height <= 0 {
		return g, errTIFF
	}
	g.down = (f.height + g.height - 1) / g.height
	n := int64(g.across) * int64(g.down)
	if f.planes {
		n *= int64(f.samples)
	}
	if g.offsets.count < n || g.sizes.count < n {
		return g, errTIFF
	}
	return g, nil
}

// decode decodes the blocks one after the other. No block may give more bytes than its pixels need.
func (f *tiffFile) decode() (image.Image, error) {
	g, err := f.grid()
	if err != nil {
		return nil, err
	}
	img := f.blank()
	perPixel, planes := f.samples, 1
	if f.planes {
		perPixel, planes = 1, f.samples
	}
	row := (g.width*perPixel*f.depth + 7) / 8
	buf := make([]byte, row*g.height)
	for plane := range planes {
		for b := range g.across * g.down {
			i := int64(plane*g.across*g.down + b)
			at, size := f.value(g.offsets, i), f.value(g.sizes, i)
			if at+size > int64(len(f.raw)) {
				return nil, errTruncated
			}
			x, y := b%g.across*g.width, b/g.across*g.height
			high := g.height
			if f.number(tiffTileWidth, 0) == 0 {
				high = min(high, f.height-y) // the last strip is as high as what is left
			}
			packed := f.raw[at : at+size]
			if f.number(tiffCompression, 1) == compressedJPEG {
				if err := f.putJPEG(img, packed, image.Rect(x, y, x+g.width, y+high)); err != nil {
					return nil, err
				}
				continue
			}
			if err := f.unpack(buf[:row*high], packed, g.width, high); err != nil {
				return nil, err
			}
			f.unpredict(buf[:row*high], row, perPixel)
			f.put(img, buf, row, image.Rect(x, y, min(x+g.width, f.width), min(y+high, f.height)), plane, perPixel)
		}
	}
	return img, nil
}

// unpack fills dst with the bytes of a block.
func (f *tiffFile) unpack(dst, packed []byte, width, height int) error {
	var r io.Reader = bytes.NewReader(packed)
	switch kind := f.number(tiffCompression, 1); kind {
	case 0, notCompressed:
	case compressedG3, compressedG4:
		if f.depth != 1 {
			return errTIFF
		}
		order, sub := ccitt.MSB, ccitt.Group3
		if f.number(tiffFillOrder, 1) == 2 {
			order = ccitt.LSB
		}
		if kind == compressedG4 {
			sub = ccitt.Group4
		}
		r = ccitt.NewReader(r, order, sub, width, height, &ccitt.Options{Invert: true}) // a black run is 1s, whatever 1 means
	case compressedLZW:
		z := lzw.NewReader(r, lzw.MSB, 8)
		defer z.Close()
		r = z
	case compressedDeflate, compressedOldZip:
		z, err := zlib.NewReader(r)
		if err != nil {
			return err
		}
		defer z.Close()
		r = z
	case compressedPacked:
		return unpackBits(dst, packed)
	default:
		return &UnfitError{fmt.Sprintf("it is a TIFF picture of a compression that is not read (%d)", kind), saveFlat}
	}
	if _, err := io.ReadFull(r, dst); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return errFewer
		}
		return err
	}
	return nil
}

// unpackBits fills dst from runs and literals (TIFF 6.0, section 9).
func unpackBits(dst, packed []byte) error {
	for len(dst) > 0 {
		if len(packed) == 0 {
			return errFewer
		}
		n := int(int8(packed[0]))
		packed = packed[1:]
		switch {
		case n >= 0:
			n = min(n+1, len(packed), len(dst))
			if n == 0 {
				return errFewer
			}
			copy(dst[:n], packed)
			dst, packed = dst[n:], packed[n:]
		case n > -128:
			if len(packed) == 0 {
				return errFewer
			}
			n = min(1-n, len(dst))
			for i := range n {
				dst[i] = packed[0]
			}
			dst, packed = dst[n:], packed[1:]
		}
	}
	return nil
}

// unpredict adds to each sample the one of the pixel before it, where the file has differences (TIFF 6.0, section 14).
func (f *tiffFile) unpredict(buf []byte, row, perPixel int) {
	if f.number(tiffPredictor, 1) != 2 || f.depth < 8 {
		return
	}
	for ; len(buf) >= row; buf = buf[row:] {
		line := buf[:row]
		if f.depth == 8 {
			for i := perPixel; i < len(line); i++ {
				line[i] += line[i-perPixel]
			}
			continue
		}
		for i := 2 * perPixel; i+1 < len(line); i += 2 {
			f.order.PutUint16(line[i:], f.order.Uint16(line[i:])+f.order.Uint16(line[i-2*perPixel:]))
		}
	}
}

// put puts the samples of a block into the picture: all of them, or those of a plane.
func (f *tiffFile) put(img image.Image, buf []byte, row int, box image.Rectangle, plane, perPixel int) {
	pix, stride, channels := pixelsOf(img)
	size := f.sampleBytes()
	colours := 1
	if f.photometric == tiffRGB {
		colours = 3
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		line := buf[(y-box.Min.Y)*row:]
		to := pix[y*stride+box.Min.X*channels*size:][:box.Dx()*channels*size]
		if f.plain(channels) {
			copy(to, line)
			continue
		}
		for x := range box.Dx() {
			px := to[x*channels*size:][:channels*size]
			for s := range perPixel {
				v := f.level(line, x*perPixel+s, s+plane)
				for _, c := range f.channels(s+plane, colours, channels) {
					if size == 2 {
						px[2*c], px[2*c+1] = uint8(v>>8), uint8(v)
					} else {
						px[c] = uint8(v)
					}
				}
			}
			if channels == 4 && f.opacity == noOpacity && f.photometric != tiffCMYK {
				fill := px[3*size:]
				fill[0], fill[size-1] = 255, 255
			}
		}
	}
}

// plain reports whether a row of the file is a row of the picture.
func (f *tiffFile) plain(channels int) bool {
	known := channels == 1 || f.opacity != noOpacity || f.photometric == tiffCMYK
	return f.depth == 8 && f.samples == channels && f.photometric != whiteIsZero && !f.planes && known
}

// level returns a sample of a row as the picture has it, from 0 for black.
func (f *tiffFile) level(line []byte, i, channel int) int {
	v := f.sample(line, i)
	if f.photometric == whiteIsZero && channel == 0 {
		v = 1<<f.depth - 1 - v
	}
	if f.depth < 8 && f.photometric != tiffPalette {
		v = v * 255 / (1<<f.depth - 1)
	}
	if f.depth == 16 && f.sampleBytes() == 1 {
		v >>= 8
	}
	return v
}

// sample returns a sample of a row.
func (f *tiffFile) sample(line []byte, i int) int {
	switch f.depth {
	case 8:
		return int(line[i])
	case 16:
		return int(f.order.Uint16(line[2*i:]))
	}
	bit := i * f.depth
	return int(line[bit/8]) >> (8 - f.depth - bit%8) & (1<<f.depth - 1)
}

// channels returns the channels of the picture that a sample goes to: a grey with opacity fills three.
func (f *tiffFile) channels(sample, colours, channels int) []int {
	switch {
	case f.photometric == tiffCMYK || channels == 1:
		if sample >= channels {
			return nil
		}
		return eachChannel[sample]
	case sample < colours && colours == 1:
		return allColours
	case sample < colours:
		return eachChannel[sample]
	case sample == colours && f.opacity != noOpacity:
		return eachChannel[3]
	}
	return nil
}

var (
	eachChannel = [...][]int{{0}, {1}, {2}, {3}}
	allColours  = []int{0, 1, 2}
)

// pixelsOf returns the samples of a picture, the bytes of its rows, and its channels.
func pixelsOf(img image.Image) (pix []byte, stride, channels int) {
	switch img := img.(type) {
	case *image.Gray:
		return img.Pix, img.Stride, 1
	case *image.Gray16:
		return img.Pix, img.Stride, 1
	case *image.Paletted:
		return img.Pix, img.Stride, 1
	case *image.CMYK:
		return img.Pix, img.Stride, 4
	case *image.RGBA:
		return img.Pix, img.Stride, 4
	case *image.NRGBA:
		return img.Pix, img.Stride, 4
	case *image.RGBA64:
		return img.Pix, img.Stride, 4
	case *image.NRGBA64:
		return img.Pix, img.Stride, 4
	}
	return nil, 0, 0
}

// putJPEG decodes a block that is a JPEG, whose tables may stand once for all blocks (Adobe's technical note 2 on TIFF).
func (f *tiffFile) putJPEG(img image.Image, packed []byte, box image.Rectangle) error {
	if f.photometric == tiffRGB || f.photometric == tiffCMYK || f.planes || f.opacity != noOpacity {
		return &UnfitError{"it is a TIFF picture of RGB or CMYK that is compressed as JPEG", saveFlat}
	}
	tables := bytes.TrimSuffix(f.bytes(tiffJPEGTables), []byte{0xFF, 0xD9})
	data := packed
	if len(tables) > 2 && len(packed) > 2 {
		data = append(append([]byte(nil), tables...), packed[2:]...)
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return err
	}
	if config.Width > 2*box.Dx() || config.Height > 2*box.Dy() {
		return errTIFF
	}
	block, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return err
	}
	if dst, ok := img.(draw.Image); ok {
		draw.Draw(dst, box.Intersect(dst.Bounds()), block, block.Bounds().Min, draw.Src)
	}
	return nil
}
