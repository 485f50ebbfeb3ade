package picture

import (
	"bytes"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// A large picture is not decoded: what is wrong with its file must show in its parts.
func TestPictureFilesAreWhole(t *testing.T) {
	pngRaw, jpegRaw := encoded(t, "png"), encoded(t, "jpeg")
	if _, err := readPNG(pngRaw); err != nil {
		t.Error(err)
	}
	if _, err := readJPEG(jpegRaw); err != nil {
		t.Error(err)
	}
	for at := 8; at < len(pngRaw); at++ {
		if _, err := readPNG(pngRaw[:at]); err == nil {
			t.Errorf("a PNG cut at %d of %d passes", at, len(pngRaw))
		}
		damaged := append([]byte(nil), pngRaw...)
		damaged[at] ^= 0x40
		if _, err := readPNG(damaged); err == nil {
			t.Errorf("a PNG damaged at %d passes", at)
		}
	}
	for at := 4; at < len(jpegRaw)-1; at++ {
		if _, err := readJPEG(jpegRaw[:at]); err == nil {
			t.Errorf("a JPEG cut at %d of %d passes", at, len(jpegRaw))
		}
	}
}

func encoded(t *testing.T, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch m := pixels(40, 30); format {
	case "png":
		err = png.Encode(&b, m)
	case "jpeg":
		err = jpeg.Encode(&b, m, nil)
	case "gif":
		err = gif.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
