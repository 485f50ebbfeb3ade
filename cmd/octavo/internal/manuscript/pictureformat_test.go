package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestUnfitPictures(t *testing.T) {
	files := map[string]string{
		"empty.png": "", "drawing.svg": "<?xml version=\"1.0\"?>\n<svg width=\"10\"><rect", "called.png": "\uFEFF <SVG/>",
		"web.png": "RIFF\x24\x00\x00\x00WEBPVP8 ", "phone.jpg": "\x00\x00\x00\x18ftypheic\x00\x00", "a.avif": "\x00\x00\x00\x1cftypavif",
		"scan.tif": "II*\x00\x08\x00\x00\x00", "old.bmp": "BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28",
		"layers.psd": "8BPS\x00\x01", "page.pdf": "%PDF-1.4\n", "saved.png": "<!DOCTYPE html>\n<html>", "text.png": "BMW is a car",
	}
	want := map[string]string{
		"empty.png": "it is empty", "drawing.svg": "it is an SVG drawing", "called.png": "it is an SVG drawing",
		"web.png": "it is a WebP picture, which printers do not take", "phone.jpg": "it is a HEIC photograph or a film",
		"a.avif": "it is an AVIF picture, which printers do not take", "scan.tif": "it is a TIFF picture",
		"old.bmp": "it is a BMP picture", "layers.psd": "it is a Photoshop file", "page.pdf": "it is a PDF or PostScript file",
		"saved.png": "it is a web page", "text.png": "it is no PNG, JPEG or GIF",
	}
	for name, raw := range files {
		p, err := decode(name, []byte(raw))
		if p != nil || err == nil || err.Error() != want[name] {
			t.Errorf("%s: %v, want %s", name, err, want[name])
		}
	}
	dir := folder(t, map[string]string{
		"c.md": "![a](d%20e.svg) ![a](folder.png) ![a](f%20g.png)", "d e.svg": files["drawing.svg"], "folder.png/x": "",
		"f%20g.png": string(encoded(t, "png")),
	})
	bk, diags := Read(dir, book.Contents{All: true})
	var got strings.Builder
	for _, d := range diags {
		got.WriteString(d.Message + "; " + strings.Join(d.Notes, "; ") + "\n")
	}
	compare(t, "diagnostics", got.String(), `
cannot use picture "d e.svg": it is an SVG drawing; export it from your drawing program as PNG, at least 1500 pixels wide
"folder.png" is not a file; name the picture itself, not the folder that it lies in
`)
	if bk.Pictures["f%20g.png"] == nil {
		t.Error("a picture with %20 in its name is not found by that name")
	}
}
