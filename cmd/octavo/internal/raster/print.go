package raster

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
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
// each: pages are flat areas and letters, for which filtering gains little and takes most of the time.
func PrintPNG(w io.Writer, img image.Image, dpi float64) error {
	box := img.Bounds()
	width, height := box.Dx(), box.Dy()
	row := make([]byte, 1+3*width) // before each row stands its filter, 0: none
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
	chunk("IHDR", append(word(word(nil, width), height), 8, 2, 0, 0, 0)) // 8 bits, RGB
	perMetre := int(math.Round(dpi / 0.0254))
	chunk("pHYs", append(word(word(nil, perMetre), perMetre), 1))
	chunk("IDAT", data.Bytes())
	chunk("IEND", nil)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	return nil
}
