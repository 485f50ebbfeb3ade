package raster

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/draw"
	"io"
	"math"
	"sync"
)

// compressors are reused, for each allocates a megabyte.
var compressors = sync.Pool{New: func() any {
	z, _ := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed) // no error: the level is valid
	return z
}}

// PrintPNG writes a picture drawn by Page as print services require it: RGB, eight bits a channel, without a palette,
// and with its resolution (ISO/IEC 15948). It does not filter rows, where image/png would search for the best filter of
// each: pages are flat areas and letters, for which filtering gains little and takes most of the time. What Cut returns keeps its
// transparency.
func PrintPNG(w io.Writer, img image.Image, dpi float64) error {
	box := img.Bounds()
	width, height := box.Dx(), box.Dy()
	channels, kind := 3, byte(2) // RGB
	if _, clear := img.(*image.NRGBA); clear {
		channels, kind = 4, 6 // with transparency
	}
	row := make([]byte, 1+channels*width) // before each row stands its filter, 0: none
	var at func(y int)
	switch img := img.(type) {
	case *image.Gray:
		at = func(y int) {
			for x, v := range img.Pix[y*img.Stride : y*img.Stride+width] {
				row[1+3*x], row[2+3*x], row[3+3*x] = v, v, v
			}
		}
	case *image.RGBA: // opaque, as Page draws
		at = func(y int) {
			pix := img.Pix[y*img.Stride : y*img.Stride+4*width]
			for x := range width {
				copy(row[1+3*x:4+3*x], pix[4*x:4*x+3])
			}
		}
	case *image.NRGBA:
		at = func(y int) { copy(row[1:], img.Pix[y*img.Stride:y*img.Stride+4*width]) }
	default:
		return fmt.Errorf("raster: a picture of type %T was not drawn here", img)
	}

	var data bytes.Buffer
	z := compressors.Get().(*zlib.Writer)
	defer compressors.Put(z)
	z.Reset(&data)
	for y := range height {
		at(y)
		z.Write(row) // writing to a bytes.Buffer does not fail
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	out := bufio.NewWriter(w)
	out.WriteString("\x89PNG\r\n\x1a\n")
	word := func(b []byte, v int) []byte { return binary.BigEndian.AppendUint32(b, uint32(v)) }
	chunk := func(kind string, data []byte) {
		out.Write(word(nil, len(data)))
		out.WriteString(kind)
		out.Write(data)
		out.Write(word(nil, int(crc32.Update(crc32.ChecksumIEEE([]byte(kind)), crc32.IEEETable, data))))
	}
	chunk("IHDR", append(word(word(nil, width), height), 8, kind, 0, 0, 0)) // 8 bits
	perMetre := int(math.Round(dpi / 0.0254))
	chunk("pHYs", append(word(word(nil, perMetre), perMetre), 1))
	chunk("IDAT", data.Bytes())
	chunk("IEND", nil)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	return nil
}

// Cut returns a picture drawn by Page that shows where a mask of the same size is black, and is transparent where that is white.
func Cut(img image.Image, mask image.Image) (*image.NRGBA, error) {
	shape, ok := mask.(*image.Gray)
	if !ok || mask.Bounds() != img.Bounds() {
		return nil, fmt.Errorf("raster: a mask must be grey and as large as its picture")
	}
	out := image.NewNRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	for y := range out.Rect.Dy() {
		for x, v := range shape.Pix[y*shape.Stride : y*shape.Stride+out.Rect.Dx()] {
			pixel := out.Pix[y*out.Stride+4*x:][:4]
			if pixel[3] = 255 - v; v == 255 {
				pixel[0], pixel[1], pixel[2] = 0, 0, 0 // all that is transparent is alike, so that it takes no room
			}
		}
	}
	return out, nil
}
