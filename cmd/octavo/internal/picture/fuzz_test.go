package picture

import (
	"bytes"
	"image"
	"testing"
)

// FuzzCheck reads any bytes as a picture's file: Check ends in an error or none, and what the decoder takes without a word
// Use takes too. Small ones go both ways.
func FuzzCheck(f *testing.F) {
	for _, data := range sound(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := readHead(data)
		if err != nil {
			if Check(data) == nil {
				t.Error("a picture without a head is taken")
			}
			return
		}
		if h.pixels() > 1<<18 {
			return
		}
		if h.format != "gif" {
			unkept(data)
		}
		_, _, wrong := image.Decode(bytes.NewReader(data))
		if err := Check(data); (err == nil) != (wrong == nil) {
			t.Errorf("Check says %v, the decoder %v", err, wrong)
		}
	})
}
