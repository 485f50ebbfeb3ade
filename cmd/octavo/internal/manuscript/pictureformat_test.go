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
		"layers.psd": "8BPS\x00\x01", "plate.eps": "%!PS-Adobe-3.0 EPSF-3.0", "photo.jp2": "\x00\x00\x00\x0CjP  \r\n\x87\n", "photo.jxl": "\xFF\x0A\xFA",
		"clip.emf": "\x01\x00\x00\x00" + strings.Repeat("\x00", 36) + " EMF\x00", "clip.wmf": "\xD7\xCD\xC6\x9A\x00", "huge.tif": "II+\x00\x08\x00", "packed.svgz": "\x1F\x8B\x08", "page.pdf": "%PDF-1.4\n", "saved.png": "<!DOCTYPE html>\n<html>", "text.png": "BMW is a car",
	}
	want := map[string]string{
		"empty.png": "it is empty", "drawing.svg": "in its line 2, the XML is broken: unexpected EOF", "called.png": "there is no drawing in it",
		"web.png": "it is broken: riff: short chunk header", "phone.jpg": "it is a HEIC photograph or a film",
		"a.avif": "it is an AVIF picture", "scan.tif": "it is broken: its directory is damaged",
		"old.bmp": "it is no picture that octavo reads (PNG, JPEG, SVG, TIFF, WebP, GIF, BMP)", "layers.psd": "it is a Photoshop file", "plate.eps": "it is a PostScript (EPS) file", "photo.jp2": "it is a JPEG 2000 picture", "photo.jxl": "it is a JPEG XL picture",
		"clip.emf": "it is an EMF drawing of Windows", "clip.wmf": "it is a WMF drawing of Windows", "huge.tif": "it is a BigTIFF picture", "packed.svgz": "it is packed with gzip", "page.pdf": "it is a PDF file",
		"saved.png": "it is a web page", "text.png": "it is no picture that octavo reads (PNG, JPEG, SVG, TIFF, WebP, GIF, BMP)",
	}
	for name, raw := range files {
		p, err := decode(name, []byte(raw))
		if p != nil || err == nil || err.Error() != want[name] {
			t.Errorf("%s: %v, want %s", name, err, want[name])
		}
	}
	dir := folder(t, map[string]string{
		"c.md": "![a](d%20e.svg) ![a](folder.png) ![a](f%20g.png)", "d e.svg": files["drawing.svg"], "folder.png/.x": "",
		"f%20g.png": string(encoded(t, "png")),
	})
	bk, diags := Read(dir, book.Contents{All: true})
	var got strings.Builder
	for _, d := range diags {
		got.WriteString(d.Message + "; " + strings.Join(d.Notes, "; ") + "\n")
	}
	compare(t, "diagnostics", got.String(), `
cannot draw picture "d e.svg": in its line 2, the XML is broken: unexpected EOF; export it again; if you wrote it by hand, close every element and write & as &amp;
"folder.png" is not a file; name the picture itself, not the folder that it lies in
`)
	if bk.Pictures["f%20g.png"] == nil {
		t.Error("a picture with %20 in its name is not found by that name")
	}
}
