package main

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"path/filepath"
	"strings"
	"testing"
)

// wildBook writes a book of what other programs stumble over, all of it legal: odd names of files, the same picture under
// two names and two pictures under like ones, text from right to left, emoji, an entry with an empty gloss and one that is
// nothing but a picture, headings of marks alone, ids that XML reserves, words in other languages.
func wildBook(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var drawn, photo bytes.Buffer
	gray := image.NewNRGBA(image.Rect(0, 0, 900, 600))
	for i := range gray.Pix {
		gray.Pix[i] = byte(i >> 7)
	}
	large := image.NewGray(image.Rect(0, 0, 3000, 2400)) // more than 4 million pixels
	for i := range large.Pix {
		large.Pix[i] = byte(i >> 14)
	}
	if err := png.Encode(&drawn, gray); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&photo, large, nil); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"book.toml": `[book]
title = "Wild & <Free> \"שלום\" 📚"
authors = ["A & B", "Çelik, İ."]
language = "en-US"
[contents]
front = ["00 – vor & nach.md"]
body = ["1. odd #name?.md", "ünïcode.md", "sub/100%.md", "sub/ünïcode.md", "nav.md", "package.md"]
[themes]
all = "All & <sundry>"
[epub]
a11y_contact = "access@example.com"
a11y_statement = true
cover = "PICTURES.JPG" # the style's own would have the title's characters, which its fonts have not
`,
		"manuscript/00 – vor & nach.md": "# Before & after\n\n*Kurz*{lang=de} and [לשון]{lang=he}.\n",
		"manuscript/1. odd #name?.md": `# Odd "names" <of> files & pictures

![two words](pictures/two%20words.png)

![umlauts](<pictures/grüße & küsse.png>)

![the same again](pictures/same.png "The same picture, *again*: [mot]{lang=fr}.")

![percent](pictures/100%.png) and ![twenty](pictures/x%20y.png) in a line, ![a mark](<pictures/a#b?.png>).

![large](PICTURES.JPG)
`,
		"manuscript/ünïcode.md": `# مرحبا بالعالم

هذا نص من اليمين إلى اليسار، with some English in it, 42.

שלום עולם (world), [שלום](https://example.org/שלום).

| أ | ב |
| --- | --- |
| واحد | אחת |

- 👍🏽 👨‍👩‍👧‍👦 🇩🇪 ✊🏿
- e` + "\u0301" + ` ﬁ ½ №
`,
		"manuscript/sub/100%.md": `# 😀

## !!!

## An empty gloss.
+++
kind = "meme"
themes = ["all"]
id = "con"
+++

## Another empty gloss.
+++
kind = "metaphor"
tenor = "a & b"
vehicle = "<c>"
themes = ["all"]
id = "nav"
see = ["con"]
source = "a \"letter\" & <more>"
+++

## Only a picture.
+++
kind = "meme"
themes = ["all"]
id = "toc"
+++

![a picture alone](../pictures/same.png)

### A heading in it

#### And one below[^1]

[^1]: A note with [](#nav) and ` + "`<code>`" + `.
`,
		"manuscript/sub/ünïcode.md": "# The same name in a folder\n\n[There](../nav.md), [here](#con), [mail](mailto:a&b@example.org),\n" +
			"[odd](<https://example.org/a b?c=\"d\"&e=é#f g>), [host](https://../), [none](https://exa mple.org).\n",
		"manuscript/nav.md":              "# Navigation\n\nText.\n",
		"manuscript/package.md":          "Text without a title.\n",
		"manuscript/PICTURES.JPG":        photo.String(),
		"manuscript/pictures/same.png":   drawn.String(),
		"manuscript/pictures/x%20y.png":  drawn.String(),
		"manuscript/pictures/a#b?.png":   drawn.String(),
		"manuscript/pictures/100%.png":   drawn.String(),
		"manuscript/pictures/unused.svg": "<svg",
		// distinct bytes, the same picture
		"manuscript/pictures/two words.png":     drawn.String() + "\n",
		"manuscript/pictures/grüße & küsse.png": drawn.String(),
	}
	writeFiles(t, dir, files)
	return dir
}

// What is wrong with the wild book for a press is characters that the fonts do not have, and a chapter without a title;
// readers of its EPUB have fonts of their own.
func TestWildBook(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := wildBook(t)
	_, errs, err := octavo(t, nil, "check", "-C", dir)
	if err == nil {
		t.Error("the fonts have every character there is")
	}
	for line := range strings.Lines(errs) {
		if strings.Contains(line, ": error: ") && !strings.Contains(line, "[glyph-missing]") && !strings.Contains(line, "[title-none]") {
			t.Error(line)
		}
	}
	if strings.Contains(errs, "panic") {
		t.Error(errs)
	}
}

// Bad pictures are diagnostics with a way out, and nothing is built.
func TestBadPictures(t *testing.T) {
	slow(t)
	t.Parallel()
	var whole bytes.Buffer
	if err := png.Encode(&whole, image.NewGray(image.Rect(0, 0, 600, 400))); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"book.toml": "[book]\ntitle = \"T\"\nauthors = [\"A\"]\n",
		"manuscript/c.md": "# T\n\n![a](a.svg)\n\n![b](b.png)\n\n![c](c.png)\n\n![d](d.png)\n\n![e](e%20f.webp)\n\n![g](g.png)\n\n" +
			"![h](https://example.org/h.png)\n\n![i](../../i.png)\n",
		"manuscript/a.svg":    "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect",
		"manuscript/b.png":    whole.String()[:whole.Len()/2],
		"manuscript/c.png/x":  "",
		"manuscript/d.png":    enlarged(whole.Bytes()),
		"manuscript/e f.webp": "RIFF\x24\x00\x00\x00WEBPVP8 ",
	})
	_, errs, err := octavo(t, nil, "build", "-C", dir)
	if err == nil {
		t.Error("a book with bad pictures is built")
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "build", "*")); len(files) > 0 {
		t.Errorf("there is %q", files)
	}
	for _, want := range []string{
		`cannot draw picture "a.svg": in its line 1, the XML is broken`, `help: export it again`,
		`cannot read picture "b.png": it is broken`, `help: open it in a picture editor and save it as PNG or JPEG`,
		`"c.png" is not a file`, `cannot use picture "d.png": it has 30000 × 30000 pixels`, `help: make it smaller in a picture editor`,
		`cannot read picture "e f.webp": it is broken`, `picture "g.png" not found`,
		`picture "https://example.org/h.png" is on a network`, `picture "../../i.png" is outside`,
	} {
		if !strings.Contains(errs, want) {
			t.Errorf("nothing says %s:\n%s", want, errs)
		}
	}
}

// enlarged is a PNG that says that it is much larger than its pixels.
func enlarged(raw []byte) string {
	raw = bytes.Clone(raw)
	binary.BigEndian.PutUint32(raw[16:], 30000)
	binary.BigEndian.PutUint32(raw[20:], 30000)
	binary.BigEndian.PutUint32(raw[29:], crc32.ChecksumIEEE(raw[12:29]))
	return string(raw)
}
