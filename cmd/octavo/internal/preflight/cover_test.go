package preflight

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/barcode"
	"octavo/cmd/octavo/internal/config"
	fonts "octavo/cmd/octavo/internal/font"
	waist "octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/styles"
)

// Measures of the cover of the tests: 5.5 × 8.5 in with a spine of 0.5 in, in points; the hinges are of a hardcover.
const panelWide, panelHigh, spineWide, bleedPt = 396, 612, 36, 9

func wrapOf(p Profile) Wrap {
	w := Wrap{Printer: "a press", Binding: "paperback", Paper: "white", Pages: 222, Width: 2*panelWide + spineWide, Height: panelHigh, Bleed: bleedPt,
		Spine: Box{X: panelWide, W: spineWide, H: panelHigh}, Folds: []float64{panelWide, panelWide + spineWide}, Safe: 9, SpineClear: 4.5, SpineText: true,
		Barcode: Box{X: 200, Y: 490, W: 170, H: 100}, ISBN: "978-1-86197-876-9", Resolution: config.Range[int]{Least: 300}}
	if p == Ingram {
		w.Ink = config.Range[int]{Most: 240}
	}
	return w
}

const pt = waist.Pt

func fontNamed(t testing.TB, file string) *fonts.Font {
	t.Helper()
	data, err := styles.FS.ReadFile("fonts/" + file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := fonts.New(strings.TrimSuffix(file, ".ttf"), data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// lettering sets words.
func lettering(f *fonts.Font, s string, x, y, size waist.Length, ink waist.Color) *waist.Text {
	t := &waist.Text{X: x, Y: y, Font: f, Size: size, Color: ink, Text: s}
	for i, r := range s {
		g := f.Glyph(r)
		t.Glyphs = append(t.Glyphs, waist.Glyph{ID: g, At: int32(i), Advance: int32(waist.Length(f.Advance(g)) * size / waist.Length(f.Upem))})
	}
	return t
}

// down returns words on the spine, read from head to foot.
func down(t *waist.Text, x, y waist.Length) waist.Item {
	t.X, t.Y = 0, 0
	return &waist.Group{X: x, Y: y, Turn: 90_000, Items: []waist.Item{t}}
}

// cover is a page with everything that a cover has, and its parts, for a test to spoil.
type coverPage struct {
	page   *waist.Page
	ground *waist.Rule
	title  *waist.Text
	small  *waist.Text
	spine  *waist.Group
	art    *waist.Image
	code   []waist.Item // the barcode with its white
	file   pdf.Profile
	spoil  func([]byte) []byte // the file
}

func goodCover(t testing.TB, p Profile) *coverPage {
	t.Helper()
	f, figures := fontNamed(t, "EBGaramond-Regular.ttf"), fontNamed(t, "OCRB-Figures.ttf")
	c := &coverPage{page: &waist.Page{Width: (2*panelWide + spineWide) * pt, Height: panelHigh * pt, Bleed: bleedPt * pt}}
	c.ground = &waist.Rule{X: -bleedPt * pt, Y: -bleedPt * pt, W: (2*panelWide + spineWide + 2*bleedPt) * pt, H: (panelHigh + 2*bleedPt) * pt, Color: waist.Color{C: 60, M: 40, K: 20}}
	c.title = lettering(f, "THE TITLE", (panelWide+spineWide+60)*pt, 100*pt, 40*pt, waist.Color{})
	c.small = lettering(f, "What it is about", 40*pt, 100*pt, 10*pt, waist.Black)
	c.spine = down(lettering(f, "ON THE SPINE", 0, 0, 16*pt, waist.Color{}), (panelWide+spineWide/2)*pt-5*pt, 60*pt).(*waist.Group)
	img := image.NewNRGBA(image.Rect(0, 0, 400, 400))
	for i := range 400 * 400 {
		img.SetNRGBA(i%400, i/400, color.NRGBA{uint8(i % 251), uint8(i / 700), 90, 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	c.art = &waist.Image{X: 500 * pt, Y: 200 * pt, W: 90 * pt, H: 90 * pt, Picture: &waist.Picture{Name: "art", Format: "png", Data: b.Bytes(), Width: 400, Height: 400}}
	s, err := barcode.EAN13("978-1-86197-876-9", "51800")
	if err != nil {
		t.Fatal(err)
	}
	c.code = s.Items(205*pt, 500*pt, 100, figures)
	switch p {
	case KDP:
		c.file = pdf.KDP.ForCover(0)
	case Ingram:
		c.file = pdf.Ingram.ForCover(240)
	case X4:
		read := func(name string) []byte {
			data, err := styles.FS.ReadFile("icc/" + name)
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		c.file = pdf.X4(pdf.Condition{Name: "FOGRA39", Info: "Offset", CMYK: read("ISOcoated_v2_300_bas.icc"), RGB: read("sRGB2014.icc")}).ForCover(0)
	default:
		c.file = pdf.Screen.ForCover(0)
	}
	return c
}

// made returns the file.
func (c *coverPage) made(t testing.TB) []byte {
	t.Helper()
	c.page.Items = slices.Concat([]waist.Item{c.ground, c.title, c.small, c.spine, c.art}, c.code)
	doc := &waist.Document{Title: "A cover", Author: "A", Lang: "en", Date: time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC), Pages: []*waist.Page{c.page}}
	var b bytes.Buffer
	if err := pdf.Write(&b, doc, c.file); err != nil {
		t.Fatal(err)
	}
	if c.spoil != nil {
		return c.spoil(b.Bytes())
	}
	return b.Bytes()
}

func testedCover(t testing.TB, data []byte, p Profile, w Wrap) *Report {
	t.Helper()
	doc, err := Read(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := doc.TestCover(p, printers.Printer(p.Printer()), w)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A good cover passes every point of every profile.
func TestGoodCover(t *testing.T) {
	for _, p := range []Profile{KDP, Ingram, X4, Screen} {
		r := testedCover(t, goodCover(t, p).made(t), p, wrapOf(p))
		codes := map[string]bool{}
		for _, point := range r.Points {
			codes[point.Code] = true
			if point.Result != Pass && !(p == Screen && (point.Code == "language" || point.Code == "title" || point.Code == "alt-text")) {
				t.Errorf("%s: %s: %s %s", p, point.Code, point.Result, point.Found)
			}
		}
		for _, code := range []string{"cover-pages", "cover-size", "cover-bleed", "cover-safe", "cover-folds", "cover-spine", "cover-barcode", "cover-text",
			"fonts-embedded", "resolution", "annotations", "marks"} {
			if !codes[code] {
				t.Errorf("%s: %s was not tested", p, code)
			}
		}
		for _, code := range insideOnly {
			if codes[code] {
				t.Errorf("%s: %s was tested", p, code)
			}
		}
	}
}

// bars returns the path of the bars.
func (c *coverPage) bars() *waist.Path { return c.code[1].(*waist.Path) }

// spoiledCovers are covers with one fault each: the point that must find it, and no other.
var spoiledCovers = []struct {
	profile Profile
	code    string
	result  Result
	found   string
	spoil   func(*coverPage, *Wrap)
}{
	{KDP, "cover-size", Fail, "11.75 in × 8.75 in", func(_ *coverPage, w *Wrap) { w.Width += 0.8; w.Spine.W += 0.8 }},
	{X4, "cover-size", Fail, "trimmed to", func(c *coverPage, w *Wrap) { w.Bleed, w.Width, w.Height = 12, w.Width-6, w.Height-6 }},
	{Ingram, "cover-bleed", Fail, "at the left", func(c *coverPage, _ *Wrap) { c.ground.X += 3 * pt; c.ground.W -= 3 * pt }},
	{KDP, "cover-bleed", Fail, "at the right", func(c *coverPage, _ *Wrap) { c.ground.W -= 9 * pt }},
	{KDP, "cover-bleed", Fail, "at the foot and head", func(c *coverPage, _ *Wrap) { c.ground.Y, c.ground.H = 0, panelHigh*pt }},
	{KDP, "cover-safe", Fail, "1 passage too near to an edge, the first 0.481 in from the left", func(c *coverPage, _ *Wrap) { c.small.X = 4 * pt }},
	{KDP, "cover-safe", Fail, "too near", func(c *coverPage, _ *Wrap) { c.title.Y = panelHigh*pt - 3*pt }},
	{Ingram, "cover-folds", Fail, "across a fold", func(c *coverPage, _ *Wrap) { c.title.X = (panelWide - 20) * pt }},
	{Ingram, "cover-folds", Fail, "in a hinge", func(c *coverPage, w *Wrap) {
		w.Hinges = []Box{{X: panelWide - 29, W: 29, H: panelHigh}, {X: panelWide + spineWide, W: 29, H: panelHigh}}
		c.title.X = (panelWide + spineWide + 20) * pt
	}},
	{KDP, "cover-spine", Fail, "too near to a fold", func(c *coverPage, _ *Wrap) { c.spine.X -= 9 * pt }},
	{KDP, "cover-spine", Fail, "1 passage", func(_ *coverPage, w *Wrap) { w.SpineText = false }},
	{KDP, "cover-barcode", Fail, "none in its box", func(c *coverPage, _ *Wrap) { c.code = nil }},
	{KDP, "cover-barcode", Fail, "none in its box", func(c *coverPage, _ *Wrap) {
		for i := range c.bars().Segments { // 3 % off in the middle: no reader would take it
			if s := &c.bars().Segments[i]; s.X > 260*pt {
				s.X += 2 * pt
			}
		}
	}},
	{KDP, "cover-barcode", Fail, "the book's ISBN is 978-0-306-40615-7", func(_ *coverPage, w *Wrap) { w.ISBN = "978-0-306-40615-7" }},
	{Ingram, "cover-barcode", Fail, "not of black ink alone", func(c *coverPage, _ *Wrap) { c.bars().Fill = &waist.Color{C: 40, M: 30, Y: 30, K: 100} }},
	{KDP, "cover-barcode", Fail, "not of black ink alone", func(c *coverPage, _ *Wrap) { c.bars().Fill = &waist.Color{K: 80} }},
	{KDP, "cover-barcode", Fail, "does not stand on white", func(c *coverPage, _ *Wrap) { c.code[0].(*waist.Rule).Color = waist.Color{Y: 10} }},
	{KDP, "cover-barcode", Fail, "in its quiet zones", func(c *coverPage, _ *Wrap) {
		c.code = append(c.code, &waist.Rule{X: 207 * pt, Y: 530 * pt, W: 4 * pt, H: 4 * pt, Color: waist.Black})
	}},
	{KDP, "cover-barcode", Fail, "does not stand on white", func(c *coverPage, _ *Wrap) { // its white is cut at the left
		white := c.code[0].(*waist.Rule)
		white.X, white.W = white.X+6*pt, white.W-6*pt
	}},
	{X4, "cover-barcode", Fail, "too small", func(c *coverPage, _ *Wrap) {
		c.code = []waist.Item{c.code[0], &waist.Group{X: 230 * pt, Y: 530 * pt, Scale: 700, Items: shifted(c.code[1:], -205*pt, -500*pt)}}
	}},
	{KDP, "cover-barcode", Note, "its bars cut", func(c *coverPage, _ *Wrap) {
		for i := range c.bars().Segments {
			if s := &c.bars().Segments[i]; s.Y > 560*pt {
				s.Y -= 8 * pt
			}
		}
	}},
	{KDP, "cover-barcode", Note, "EAN-13 9781861978769 51800", func(_ *coverPage, w *Wrap) { w.PrinterBarcode = true }},
	{KDP, "cover-barcode", Fail, "the box of the printer's", func(c *coverPage, w *Wrap) {
		w.PrinterBarcode, c.code = true, c.code[2:] // the figures alone
	}},
	{Ingram, "cover-text", Fail, "black of several inks in 1 passage", func(c *coverPage, _ *Wrap) { c.small.Color = waist.Color{C: 30, M: 20, K: 100} }},
	{Ingram, "cover-text", Fail, "black of several inks", func(c *coverPage, _ *Wrap) { c.small.Color = waist.Color{C: 70, M: 60, Y: 60} }},
	{Ingram, "cover-text", Pass, "in one black ink", func(c *coverPage, _ *Wrap) { c.small.Color = waist.Color{C: 70, M: 14, K: 72} }}, // a dark colour
	{KDP, "resolution", Fail, "75 pixels", func(c *coverPage, _ *Wrap) { c.art.Y, c.art.X, c.art.W, c.art.H = 150*pt, 440*pt, 380*pt, 380*pt }},
	{Ingram, "ink", Fail, "250 %", func(c *coverPage, _ *Wrap) {
		c.file, c.ground.Color = pdf.Ingram.ForCover(0), waist.Color{C: 100, M: 100, K: 50}
	}},
	{KDP, "annotations", Fail, "Link", func(c *coverPage, _ *Wrap) {
		c.file = pdf.Screen.ForCover(0)
		c.code = append(c.code, &waist.Link{X: 40 * pt, Y: 90 * pt, W: 60 * pt, H: 20 * pt, URL: "https://example.com"})
	}},
	{X4, "fonts-embedded", Fail, "not", func(c *coverPage, _ *Wrap) {
		c.spoil = func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("/FontFile2"), []byte("/FontFileX")) }
	}},
	{X4, "standard", Fail, "", func(c *coverPage, _ *Wrap) {
		c.spoil = func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("PDF/X-4"), []byte("PDF/X-5")) }
	}},
}

// shifted returns items moved.
func shifted(items []waist.Item, x, y waist.Length) []waist.Item {
	return []waist.Item{&waist.Group{X: x, Y: y, Items: items}}
}

func TestSpoiledCovers(t *testing.T) {
	for _, c := range spoiledCovers {
		t.Run(string(c.profile)+" "+c.code+" "+c.found, func(t *testing.T) {
			good, w := goodCover(t, c.profile), wrapOf(c.profile)
			c.spoil(good, &w)
			r := testedCover(t, good.made(t), c.profile, w)
			found := false
			for _, p := range r.Points {
				switch {
				case p.Code == c.code:
					found = true
					if p.Result != c.result || !strings.Contains(p.Found, c.found) || len(p.Do) == 0 && c.result != Pass {
						t.Errorf("%s: %s %q %q", p.Code, p.Result, p.Found, p.Do)
					}
				case p.Result == Fail || p.Result == Note && !strings.HasPrefix(p.Found, "not tested"):
					t.Errorf("also %s: %s %s", p.Code, p.Result, p.Found)
				}
			}
			if !found {
				t.Error("not tested")
			}
		})
	}
}

// Ornaments that are set as text, as those of a pattern are, are no words: they may be cut, and cross folds.
func TestOrnaments(t *testing.T) {
	c, w := goodCover(t, KDP), wrapOf(KDP)
	c.code = append(c.code, lettering(fontNamed(t, "EBGaramond-Regular.ttf"), "❧ ❧ ❧ ❧", -5*pt, 300*pt, 20*pt, waist.Color{C: 40}),
		lettering(fontNamed(t, "EBGaramond-Regular.ttf"), "❧❧❧❧❧", (panelWide-20)*pt, 300*pt, 20*pt, waist.Color{C: 40}))
	for _, p := range testedCover(t, c.made(t), KDP, w).Points {
		if p.Result != Pass {
			t.Errorf("%v", p)
		}
	}
}

// Two pages are no cover.
func TestTwoSheets(t *testing.T) {
	s := good(KDP)
	s.pages = 2
	r := testedCover(t, s.bytes(), KDP, wrapOf(KDP))
	for _, p := range r.Points {
		if p.Code == "cover-pages" && p.Result != Fail {
			t.Errorf("%v", p)
		}
	}
}

// A printer's box that the ground fills is free; and so is one that is white.
func TestBarcodeLeftFree(t *testing.T) {
	for _, white := range []bool{false, true} {
		c, w := goodCover(t, KDP), wrapOf(KDP)
		w.PrinterBarcode, c.code = true, nil
		if white {
			c.code = []waist.Item{&waist.Rule{X: 200 * pt, Y: 490 * pt, W: 170 * pt, H: 100 * pt}}
		}
		for _, p := range testedCover(t, c.made(t), KDP, w).Points {
			if p.Code == "cover-barcode" && (p.Result != Pass || !strings.Contains(p.Found, "left free")) {
				t.Errorf("%v", p)
			}
		}
	}
}
