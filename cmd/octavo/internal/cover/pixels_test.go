package cover

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// pixels returns a picture in which light goes from one corner to the other.
func pixels(t *testing.T, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.RGBA{uint8(60 + 120*x/w), uint8(200 - 100*y/h), uint8(90 + 100*(x+y)/(w+h)), 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
