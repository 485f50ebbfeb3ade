package studio

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/raster"
)

// copied returns a copy of a book in a folder of its own.
func copied(t testing.TB, dir string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

// goTo shows a page, by its number in the file, and waits until it is drawn.
func (b *tab) goTo(n int) {
	b.t.Helper()
	b.eval(fmt.Sprintf(`location.hash = "pages/%d"`, n), nil)
	b.wait(fmt.Sprintf(`document.querySelector('.paper[data-drawn="%d"]')`, n))
}

// clickWord clicks on a word of a page that is shown.
func (b *tab) clickWord(n int, w setWord) {
	b.t.Helper()
	var at struct{ X, Y, S float64 }
	b.eval(fmt.Sprintf(`(() => { const p = document.querySelector('.paper[data-page="%d"]'), r = p.getBoundingClientRect();
		return { X: r.left, Y: r.top, S: Number(getComputedStyle(p).getPropertyValue("--s")) }; })()`, n), &at)
	b.clickAt(at.X+w.x*at.S, at.Y+w.y*at.S)
}

// A click on a word of ten pages of different kinds shows its file, its line and itself.
func TestClickWord(t *testing.T) {
	books := varied(t)
	for name, want := range map[string]int{"kitchen": 7, "hebrew": 2, "kinds": 1} {
		t.Run(name, func(t *testing.T) {
			if name == "kinds" && !long() {
				t.Skip("OCTAVO_LONG is not set")
			}
			clickWords(t, copied(t, books[name]), want)
		})
	}
}

func clickWords(t *testing.T, dir string, want int) {
	b := open(t, dir)
	st := b.studio.book.state(t.Context(), look{})
	clicked := 0
	for i := range st.pages {
		words := wordsOn(st.pages[i])
		if len(words) < 8 || clicked == want {
			continue
		}
		w := words[len(words)*2/3]
		pos, made := st.origin(w.run, strings.Index(w.run.Text, w.text))
		if made {
			continue
		}
		line, _ := pos.Source.LineColumn(pos.Offset)
		b.goTo(i + 1)
		b.wait(fmt.Sprintf(`document.querySelector('.paper[data-page="%d"] .line')`, i+1))
		b.clickWord(i+1, w)
		b.wait(fmt.Sprintf(`document.querySelector(".source .where")?.innerText.startsWith("Line %d,")`, line))
		if got := b.text(".source mark"); !strings.Contains(letters(got), letters(w.text)) {
			t.Errorf("page %d: a click on %q shows %q", i+1, w.text, got)
		}
		if got := b.text(".source h2"); !strings.HasSuffix(pos.Source.Name, got) {
			t.Errorf("page %d: a click on %q shows the file %s", i+1, w.text, got)
		}
		b.click(".source .close")
		clicked++
	}
	if clicked < want {
		t.Errorf("%d pages", clicked)
	}
}

// drawnPictures is a chapter of drawings, with text and gradients, and of pictures in colour and in grey.
const drawnPictures = `# Pictures

![Shapes](shapes.svg)

![A plot](plot.svg)

![A drawing](inkscape.svg)

![A frame of a film](video-001.q50.444.progressive.jpeg)

![Another, in grey](video-005.gray.q50.2x2.progressive.jpeg)
`

// Pages are drawn as package raster draws them: text, rules, tints, pictures, drawings, and turned tables.
func TestDrawn(t *testing.T) {
	dir := copied(t, booktest.Kitchen)
	put(t, dir, "manuscript/drawn.md", drawnPictures)
	for _, from := range []string{"../drawing/testdata/shapes.svg", "../drawing/testdata/plot.svg", "../drawing/testdata/inkscape.svg",
		"../picture/testdata/video-001.q50.444.progressive.jpeg", "../picture/testdata/video-005.gray.q50.2x2.progressive.jpeg"} {
		put(t, dir, "manuscript/"+filepath.Base(from), contents(t, filepath.Dir(from), filepath.Base(from)))
	}
	toml := contents(t, dir, "book.toml")
	put(t, dir, "book.toml", strings.Replace(toml, `"two.md"`, `"two.md", "drawn.md"`, 1))
	b := open(t, dir)
	st := b.studio.book.state(t.Context(), look{})
	if st.old || st.set == nil {
		t.Fatal(st.fault, st.found)
	}
	for i, p := range st.pages {
		if !long() && i%4 > 1 && !slices.ContainsFunc(p.Items, pictured) {
			continue
		}
		b.goTo(i + 1)
		b.settle()
		var drawn struct {
			URL   string
			Width float64
		}
		for try := 0; ; try++ {
			b.eval(fmt.Sprintf(`(() => { const c = document.querySelector('.paper[data-page="%d"] canvas'); return { URL: c.toDataURL(), Width: c.width }; })()`, i+1), &drawn)
			d := differs(t, p, drawn.URL, drawn.Width)
			if d < 2.5 {
				break
			}
			if try == 3 {
				t.Errorf("page %s (%d) differs by %.2f of 255 in the mean", st.label(i), i+1, d)
				break
			}
		}
	}
}

// pictured reports whether an item of a page is a picture, a drawing, a shape or turned.
func pictured(it page.Item) bool {
	switch it.(type) {
	case *page.Image, *page.Group, *page.Path:
		return true
	}
	return false
}

// differs returns by how much a drawn page differs from how package raster draws it, in the mean of all pixels.
func differs(t *testing.T, p *page.Page, url string, width float64) float64 {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(url, "data:image/png;base64,"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	want, err := raster.Page(p, 72*width/p.Width.Points())
	if err != nil {
		t.Fatal(err)
	}
	sum, n := 0, 0
	both := got.Bounds().Intersect(want.Bounds())
	for y := both.Min.Y; y < both.Max.Y; y++ {
		for x := both.Min.X; x < both.Max.X; x++ {
			sum += apart(got, want, x, y)
			n++
		}
	}
	return float64(sum) / float64(3*n)
}

func apart(a, b image.Image, x, y int) int {
	r, g, bl, _ := a.At(x, y).RGBA()
	r2, g2, bl2, _ := b.At(x, y).RGBA()
	abs := func(v int) int { return max(v, -v) }
	return abs(int(r>>8)-int(r2>>8)) + abs(int(g>>8)-int(g2>>8)) + abs(int(bl>>8)-int(bl2>>8))
}

// An edit is seen on its page, which comes into view, is marked, and keeps its zoom; a fault leaves the pages as they are.
func TestEditShows(t *testing.T) {
	dir := shipped(t)
	b := open(t, dir)
	b.wait(`document.querySelector(".line")`)
	b.eval(`(() => { const s = document.querySelector(".zoom select"); s.value = "1.5"; s.dispatchEvent(new Event("change")); })()`, nil)
	text := contents(t, dir, "manuscript/05-words.md")
	put(t, dir, "manuscript/05-words.md", text+"\n\nAn albatross over the quota.\n")
	b.wait(`[...document.querySelectorAll(".line.edited")].some((l) => l.innerText.includes("albatross"))`)
	b.wait(`(() => { const l = [...document.querySelectorAll(".line")].find((l) => l.innerText.includes("albatross")).getBoundingClientRect(), s = document.querySelector(".stage").getBoundingClientRect();
		return l.top >= s.top && l.bottom <= s.bottom; })()`)
	var zoom, hash string
	b.eval(`document.querySelector(".zoom select").value`, &zoom)
	b.eval(`location.hash`, &hash)
	if zoom != "1.5" || hash == "" {
		t.Errorf("zoom %s, place %q", zoom, hash)
	}
	put(t, dir, "manuscript/05-words.md", text+"\n\nAn [albatross](#nowhere).\n")
	b.wait(`document.querySelector("footer, [role=status]") && fetch("/api/book").then((r) => r.json()).then((s) => s.old)`)
	if !strings.Contains(b.text(".lines"), "albatross") && !strings.Contains(b.text(".stage"), "albatross") {
		t.Error("a book with a fault has lost its page")
	}
	put(t, dir, "manuscript/05-words.md", text+"\n\nA cormorant over the quota.\n")
	b.wait(`[...document.querySelectorAll(".line")].some((l) => l.innerText.includes("cormorant"))`)
}

// Pages can be gone through, read and enlarged by keys alone, and nobody is kept out.
func TestPagesByKeys(t *testing.T) {
	b := open(t, copied(t, booktest.Kitchen))
	b.wait(`document.querySelector('.paper[data-drawn="1"]')`)
	b.prefer("light")
	b.eval(`document.querySelector(".stage").focus()`, nil)
	b.press("PageDown", "PageDown", "ArrowRight")
	b.wait(`location.hash === "#pages/6"`)
	b.press("ArrowLeft", "Home")
	b.wait(`location.hash === "#pages/1"`)
	b.press("End", "g")
	b.wait(`document.activeElement.matches(".find input")`)
	b.eval(`document.activeElement.select()`, nil)
	b.write("5")
	b.wait(`document.querySelector(".find [role=option]")`)
	b.press("Enter")
	b.wait(`document.activeElement.classList.contains("stage") && document.querySelector(".find input").value === "5"`)
	b.wait(`document.querySelector(".line")`)
	b.press("m", "b", "t", "ArrowDown", "ArrowDown", "ArrowDown")
	b.wait(`document.activeElement.matches(".line:nth-child(3)") && document.querySelectorAll(".overlay .margins").length > 0`)
	b.press("Enter")
	b.wait(`document.activeElement.matches(".source .open")`)
	b.axe()
	b.press("Escape")
	b.wait(`document.activeElement.matches(".line") && document.querySelector(".source").hidden`)
	b.press("+", "+", "+")
	b.wait(`document.querySelector(".zoom select").value === "now"`)
	b.prefer("dark")
	b.click(`[data-side=contents]`)
	b.axe()
	b.press("Shift+Tab")
	b.size(390, 844)
	b.axe()
}

// A page is as sharp as the screen at every zoom, and no canvas grows without end.
func TestSharp(t *testing.T) {
	b := open(t, copied(t, booktest.Kitchen))
	b.goTo(9)
	for _, zoom := range []string{"page", "1", "4", "8"} {
		b.eval(fmt.Sprintf(`(() => { const s = document.querySelector(".zoom select"); s.value = %q; s.dispatchEvent(new Event("change")); })()`, zoom), nil)
		b.wait(`(() => { const c = [...document.querySelectorAll(".paper canvas")].filter((c) => { const r = c.getBoundingClientRect(); return r.bottom > 100 && r.top < 700 && r.right > 0 && r.left < innerWidth; });
			return c.length > 0 && c.every((c) => Math.abs(c.width / c.getBoundingClientRect().width - devicePixelRatio) < 0.02 && c.width * c.height < 12e6); })()`)
	}
	b.eval(`document.querySelector(".stage").scrollTo(0, 3000)`, nil)
	b.wait(`[...document.querySelectorAll(".paper canvas")].some((c) => { const r = c.getBoundingClientRect(); return r.top < 200 && r.bottom > 600 && c.width > 300; })`)
}

// A style is tried without a word in book.toml, and kept when the author says so.
func TestTryStyle(t *testing.T) {
	dir := copied(t, booktest.Kitchen)
	b := open(t, dir)
	b.wait(`document.querySelector(".line")`)
	before := contents(t, dir, "book.toml")
	b.eval(`[...document.querySelectorAll(".menu > button")].find((b) => b.innerText === "Try").click()`, nil)
	b.wait(`document.querySelector('.panel option[value="modern"]')`)
	b.eval(`(() => { const s = document.querySelector('.panel option[value="modern"]').parentElement; s.value = "modern"; s.dispatchEvent(new Event("change")); })()`, nil)
	b.waitText(".trying", "Trying modern; book.toml says classic")
	if contents(t, dir, "book.toml") != before {
		t.Error("trying a style has changed book.toml")
	}
	b.eval(`document.querySelector(".trying button").click()`, nil)
	b.wait(`document.querySelector(".trying").hidden`)
	after := contents(t, dir, "book.toml")
	if !strings.Contains(after, `style = "modern"`) || len(after) > len(before)+40 {
		t.Errorf("book.toml is now\n%s", after)
	}
}

// octavo where --studio shows a place in every page.
func TestShowPlace(t *testing.T) {
	b := open(t, copied(t, booktest.Kitchen))
	b.wait(`document.querySelector(".line")`)
	var found struct {
		Code int
		Page int
	}
	show := func(file string) {
		b.eval(fmt.Sprintf(`fetch("/api/show", { method: "POST", body: JSON.stringify({ file: %q, line: 9 }) }).then(async (r) => ({ Code: r.status, Page: (await r.json()).page }))`, file), &found)
	}
	if show("manuscript/two.md"); found.Code != http.StatusOK {
		t.Fatal(found.Code)
	}
	b.wait(fmt.Sprintf(`document.querySelector('.paper[data-page="%d"] .line.flash')`, found.Page))
	b.allow("404")
	if show("../etc/passwd"); found.Code != http.StatusNotFound {
		t.Error(found.Code)
	}
}
