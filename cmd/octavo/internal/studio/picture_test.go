package studio

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"octavo/cmd/octavo/internal/raster"
)

var keepPictures = flag.String("pictures", "", "write the pictures of the studio in README.md to this `folder`; see TestPictures")

// TestPictures draws the studio as README.md shows it: a page with what is written at one of its words, and a chapter beside its page.
// make pictures runs it.
func TestPictures(t *testing.T) {
	if *keepPictures == "" {
		t.Skip("no folder is named by -pictures")
	}
	b := open(t, shipped(t))
	b.size(1280, 800)
	b.prefer("light")
	b.goTo(62)
	b.wait(`document.querySelectorAll('.paper[data-page="62"] .line').length > 9`)
	var at struct{ X, Y float64 }
	b.eval(`((r) => ({ X: r.left + 40, Y: r.top + r.height / 2 }))(document.querySelectorAll('.paper[data-page="62"] .line')[20].getBoundingClientRect())`, &at)
	b.clickAt(at.X, at.Y)
	b.wait(`document.querySelector(".source mark")`)
	b.keepPicture("studio-pages.png")
	b.eval(`location.hash = "write/manuscript/05-words.md:9:1"`, nil)
	b.wait(`document.querySelector(".beside .folio")?.textContent.startsWith("Page")`)
	b.keepPicture("studio-write.png")
}

// keepPicture writes a picture of the window, with as few colours as the eye needs.
func (b *tab) keepPicture(name string) {
	b.t.Helper()
	b.wait(`document.fonts.status === "loaded" && !document.querySelector(".note.shown")`)
	b.settle()
	b.eval(`[...document.querySelectorAll("footer *")].filter((e) => !e.children.length && /^set in/.test(e.textContent)).forEach((e) => e.remove())`, nil) // another time every time
	var shot, few, out bytes.Buffer
	var data []byte
	b.run(chromedp.CaptureScreenshot(&data))
	shot.Write(data)
	img, err := png.Decode(&shot)
	if err == nil {
		err = raster.PNG(&few, img)
	}
	var reduced image.Image
	if err == nil {
		reduced, err = png.Decode(&few)
	}
	if err == nil {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, reduced)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(*keepPictures, name), out.Bytes(), 0o666)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}
