package picture

import (
	"bytes"
	"fmt"
)

// The formats of pictures that are read.
const (
	formatPNG  = "png"
	formatJPEG = "jpeg"
	formatGIF  = "gif"
	formatTIFF = "tiff"
	formatWebP = "webp"
	formatBMP  = "bmp"
)

// formatOf returns the format of a picture's file by its first bytes, whatever its name says; "" if it is none that is
// read.
func formatOf(raw []byte) string {
	starts := func(s string) bool { return bytes.HasPrefix(raw, []byte(s)) }
	switch {
	case starts(pngSignature):
		return formatPNG
	case starts("\xFF\xD8"):
		return formatJPEG
	case starts("GIF87a") || starts("GIF89a"):
		return formatGIF
	case isTIFF(raw):
		return formatTIFF
	case starts("RIFF") && len(raw) >= 12 && string(raw[8:12]) == "WEBP":
		return formatWebP
	case starts("BM") && len(raw) > 26 && bytes.Equal(raw[6:10], make([]byte, 4)):
		return formatBMP
	}
	return ""
}

// IsSVG reports whether a file is an SVG drawing: XML whose first element is svg, or an svg by itself.
func IsSVG(raw []byte) bool {
	head := bytes.ToLower(raw[:min(len(raw), 1<<16)])
	at := bytes.Index(head, []byte("<svg"))
	if html := bytes.Index(head, []byte("<html")); at < 0 || html >= 0 && html < at {
		return false
	}
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))
	return len(head) > 0 && head[0] == '<'
}

// UnfitError reports why a picture's file cannot be used, and what to do.
type UnfitError struct{ What, Advice string }

func (e *UnfitError) Error() string { return e.What }

// enoughPixels is how wide a picture should be to fill a page at 300 pixels to the inch, the width of most books' text.
const enoughPixels = 1500

// unfit recognises, by its first bytes, the format of a file that is not supported.
func unfit(raw []byte) *UnfitError {
	const photograph = "open it in a picture editor and save it as JPEG, or as PNG if it is a drawing"
	const drawing = "open it in a drawing program and export it as SVG, or as PNG with 1500 pixels or more to its width"
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
	case brand == "avif" || brand == "avis":
		return &UnfitError{"it is an AVIF picture", photograph}
	case brand != "":
		return &UnfitError{"it is a HEIC photograph or a film", photograph}
	case starts("II+\x00") || starts("MM\x00+"):
		return &UnfitError{"it is a BigTIFF picture", "open it in a picture editor and save it as a plain TIFF or as PNG"}
	case starts("\x00\x00\x00\x0CjP  \r\n") || starts("\xFF\x4F\xFF\x51"):
		return &UnfitError{"it is a JPEG 2000 picture", photograph}
	case starts("\xFF\x0A") || starts("\x00\x00\x00\x0CJXL \r\n"):
		return &UnfitError{"it is a JPEG XL picture", photograph}
	case starts("8BPS"):
		return &UnfitError{"it is a Photoshop file", photograph}
	case starts("\x01\x00\x00\x00") && len(head) > 44 && string(head[40:44]) == " EMF":
		return &UnfitError{"it is an EMF drawing of Windows", drawing}
	case starts("\xD7\xCD\xC6\x9A") || starts("\x01\x00\x09\x00\x00\x03") || starts("\x02\x00\x09\x00\x00\x03"):
		return &UnfitError{"it is a WMF drawing of Windows", drawing}
	case starts("\x00\x00\x01\x00"):
		return &UnfitError{"it is an icon of Windows", photograph}
	case starts("\x1F\x8B"):
		return &UnfitError{"it is packed with gzip", "unpack it first; an .svgz is an SVG drawing that is packed"}
	case starts("\xC5\xD0\xD3\xC6") || starts("%!PS"):
		return &UnfitError{"it is a PostScript (EPS) file", drawing}
	case starts("%PDF-"):
		return &UnfitError{"it is a PDF file", fmt.Sprintf("export its page as PNG, at least %d pixels wide", enoughPixels)}
	case bytes.HasPrefix(bytes.TrimSpace(text), []byte("<!doctype html")) || bytes.HasPrefix(bytes.TrimSpace(text), []byte("<html")):
		return &UnfitError{"it is a web page", "save the picture itself, not the page that shows it"}
	}
	return &UnfitError{"it is no picture that octavo reads (PNG, JPEG, SVG, TIFF, WebP, GIF, BMP)", photograph}
}
