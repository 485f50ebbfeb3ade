package picture

import (
	"bytes"
	"fmt"
)

// UnfitError reports why a picture's file cannot be used, and what to do.
type UnfitError struct{ What, Advice string }

func (e *UnfitError) Error() string { return e.What }

// enoughPixels is how wide a picture should be to fill a page at 300 pixels to the inch, the width of most books' text.
const enoughPixels = 1500

// unfit recognises, by its first bytes, the format of a file that is not supported.
func unfit(raw []byte) *UnfitError {
	const photograph = "open it in a picture editor and save it as JPEG, or as PNG if it is a drawing"
	head := raw[:min(len(raw), 1024)]
	starts := func(s string) bool { return bytes.HasPrefix(head, []byte(s)) }
	brand := ""
	if len(head) >= 12 && string(head[4:8]) == "ftyp" {
		brand = string(head[8:12])
	}
	text := bytes.ToLower(bytes.TrimPrefix(head, []byte("\uFEFF")))
	switch {
	case len(raw) == 0:
		return &UnfitError{"it is empty", "copy or export it again"}
	case starts("RIFF") && len(head) >= 12 && string(head[8:12]) == "WEBP":
		return &UnfitError{"it is a WebP picture, which printers do not take", photograph}
	case brand == "avif" || brand == "avis":
		return &UnfitError{"it is an AVIF picture, which printers do not take", photograph}
	case brand != "":
		return &UnfitError{"it is a HEIC photograph or a film", photograph}
	case starts("II*\x00") || starts("MM\x00*"):
		return &UnfitError{"it is a TIFF picture", photograph}
	case starts("BM") && len(head) > 14 && bytes.Equal(head[6:10], make([]byte, 4)):
		return &UnfitError{"it is a BMP picture", photograph}
	case starts("8BPS"):
		return &UnfitError{"it is a Photoshop file", photograph}
	case starts("%PDF-") || starts("%!PS"):
		return &UnfitError{"it is a PDF or PostScript file", fmt.Sprintf("export its page as PNG, at least %d pixels wide", enoughPixels)}
	case bytes.Contains(text, []byte("<svg")):
		return &UnfitError{"it is an SVG drawing",
			fmt.Sprintf("export it from your drawing program as PNG, at least %d pixels wide", enoughPixels)}
	case bytes.HasPrefix(bytes.TrimSpace(text), []byte("<!doctype html")) || bytes.HasPrefix(bytes.TrimSpace(text), []byte("<html")):
		return &UnfitError{"it is a web page", "save the picture itself, not the page that shows it"}
	}
	return &UnfitError{"it is no PNG, JPEG or GIF", photograph}
}
