package raster

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"
)

// PrintPNG writes a picture as print services ask for it: RGB, eight bits a colour, without a palette, and it says how many
// pixels go to the inch.
func PrintPNG(w io.Writer, img image.Image, dpi float64) error {
	if g, ok := img.(*image.Gray); ok {
		rgb := image.NewRGBA(g.Rect)
		for i, v := range g.Pix {
			p := rgb.Pix[4*i : 4*i+4]
			p[0], p[1], p[2], p[3] = v, v, v, 0xff
		}
		img = rgb
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	const head = 8 + 4 + 4 + 13 + 4 // the signature and IHDR, which come first (ISO/IEC 15948, 5.6)
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, "pHYs"...)
	perMetre := uint32(math.Round(dpi / 0.0254))
	chunk = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(chunk, perMetre), perMetre)
	chunk = append(chunk, 1) // metres
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	for _, part := range [][]byte{b.Bytes()[:head], chunk, b.Bytes()[head:]} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("raster: %w", err)
		}
	}
	return nil
}
