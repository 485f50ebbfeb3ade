package cover

import (
	"fmt"
	"image"
	"os"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/wrap"
)

var bindings = []string{config.Paperback, config.Hardcover, config.Jacket}

// TestWrap sets covers of all bindings in all designs: what they say is there, keeps clear of the trim, the folds and the hinges, has its
// contrast, and stands under the panel that it belongs to.
func TestWrap(t *testing.T) {
	for i, style := range []string{"classic", "modern", "large"} {
		cfg, bk, fonts := booked(t, style, blurb)
		bk.Cover.Photo = &book.Picture{Path: "photo.png", Format: "png", Data: pixels(t, 40, 60), Width: 40, Height: 60}
		bk.Device = &book.Picture{Path: "device.png", Format: "png", Data: pixels(t, 30, 30), Width: 30, Height: 30}
		for j, binding := range bindings {
			for k, pages := range []int{30, 120, 400, 800} {
				if os.Getenv("OCTAVO_LONG") == "" && (i+j+k)%2 == 0 {
					continue
				}
				bk.Cover.Art, cfg.Cover.ArtOn = nil, config.OnFront
				if (i+j+k)%4 > 1 {
					bk.Cover.Art = &book.Picture{Path: "art.png", Format: "png", Data: pixels(t, 60, 40), Width: 60, Height: 40}
				}
				if (i+j+k)%4 == 2 || (i+j+k)%8 == 3 {
					cfg.Cover.ArtOn = config.OnWrap
				}
				what := fmt.Sprintf("%s %s of %d pages", style, binding, pages)
				s := sheetOf(binding, 11*page.In/2, 17*page.In/2, pages, false)
				doc, found := Wrap(cfg, fonts, bk, s)
				if len(found) > 0 {
					t.Errorf("%s: %v", what, found)
				}
				words := inspect(t, what, doc.Pages[0])
				for _, want := range []string{"Write This Down", "Better Life in Sales", "Octavo Press", "Business / Sales", "out of thirty years of notebooks",
					"lent to my plumber", "Dana Whitfield", "a dog that closes", "$18.00"} {
					if !says(words, want) {
						t.Errorf("%s: no %q", what, want)
					}
				}
				clear(t, what, words, s)
				if bad := page.OffPage(doc.Pages, nil, func(int) diag.Pos { return diag.Pos{} }); len(bad) > 0 {
					t.Errorf("%s: %v", what, bad)
				}
			}
		}
	}
}

// TestWrapShapes sets covers of all shapes, the last with words that are as long as any, in a script that breaks between all letters.
func TestWrapShapes(t *testing.T) {
	const in = page.In
	styles := []string{"classic", "modern", "large"}
	for i, size := range [][2]page.Length{{4 * in, 6 * in}, {17 * in / 2, 17 * in / 2}, {11 * in, 17 * in / 2}, {17 * in / 2, 117 * in / 10}, {4 * in, 6 * in}} {
		cfg, bk, fonts := booked(t, styles[i%3], blurb)
		if i == 4 {
			cfg.Book.Title, cfg.Book.Subtitle = "日本語の題名はここにあります", "副題"
			cfg.Book.Contributors = []config.Contributor{{Name: strings.Repeat("Maria Antonia Fernández-Villaverde, ", 6), Role: "aut"}}
			cfg.Book.Publisher = "The Very Long and Venerable Publishing House of Somewhere & Sons"
		}
		s := sheetOf(bindings[(i+i/3)%3], size[0], size[1], 200, false)
		what := fmt.Sprintf("%s %s %v", styles[i%3], s.Binding, size)
		doc, found := Wrap(cfg, fonts, bk, s)
		if len(found) > 0 {
			t.Errorf("%s: %v", what, found)
		}
		clear(t, what, inspect(t, what, doc.Pages[0]), s)
	}
}

// clear reports words that stand on no panel whole, or too near its edges.
func clear(t *testing.T, what string, words []seen, s *wrap.Sheet) {
	t.Helper()
	safe := func(b page.Box) page.Box { return coverdesign.Inset(b, s.Safe) }
	rooms := []page.Box{safe(s.Back), safe(s.Front), {X: s.Spine.X + s.SpineClear, Y: s.Safe, W: s.Spine.W - 2*s.SpineClear, H: s.Height - 2*s.Safe}}
	for _, flap := range []page.Box{s.BackFlap, s.FrontFlap} {
		if flap.W > 0 {
			rooms = append(rooms, safe(flap))
		}
	}
	const near = page.Pt / 20
	for _, w := range words {
		free := w.ink.W == 0
		for _, r := range rooms {
			free = free || w.ink.X >= r.X-near && w.ink.Y >= r.Y-near && w.ink.X+w.ink.W <= r.X+r.W+near && w.ink.Y+w.ink.H <= r.Y+r.H+near
		}
		for _, h := range append(s.Hinges, s.Barcode) {
			if w.ink.X < h.X+h.W && h.X < w.ink.X+w.ink.W && w.ink.Y < h.Y+h.H && h.Y < w.ink.Y+w.ink.H {
				free = false
			}
		}
		if !free {
			t.Errorf("%s: %q stands at %v", what, w.text, w.ink)
		}
	}
}

// TestSpineCentred measures the ink of spines in pictures of them: it stands in the middle to a tenth of a millimetre, whichever
// letters there are and whichever way they run.
func TestSpineCentred(t *testing.T) {
	for _, style := range []string{"classic", "large"} {
		cfg, bk, fonts := booked(t, style, blurb)
		for i, title := range []string{"Write This Down", "acorns", "Gypsy jazz", "MMXXVI", "Ypsilon, Ångström"} {
			cfg.Book.Title, cfg.Book.Contributors, cfg.Book.Publisher = title, nil, ""
			language := *cfg.Lang
			language.Spacing.Spine = lang.Spine(i % 2)
			cfg.Lang = &language
			s := sheetOf(config.Paperback, 5*page.In, 8*page.In, 360+i, false)
			doc, _ := Wrap(cfg, fonts, bk, s)
			var spine page.Group
			for _, it := range doc.Pages[0].Items {
				if g, ok := it.(*page.Group); ok && g.Turn != 0 {
					spine = *g
				}
			}
			if (spine.Turn < 0) != (language.Spacing.Spine == lang.SpineUp) {
				t.Errorf("%s: turned by %d", title, spine.Turn)
			}
			spine.X -= s.Spine.X
			const dpi = 1200
			p := &page.Page{Width: s.Spine.W, Height: s.Height, Items: []page.Item{coverdesign.Fill(page.Box{W: s.Spine.W, H: s.Height}, page.Black), &spine}}
			for _, it := range spine.Items {
				it.(*page.Text).Color = page.Color{}
			}
			img, err := raster.Page(p, dpi)
			if err != nil {
				t.Fatal(err)
			}
			left, right := inked(img)
			if off := float64(left+right-int(s.Spine.W.Points()*dpi/72)) / 2 / dpi * 25.4; off < -0.1 || off > 0.1 {
				t.Errorf("%s: %q stands %.2f mm beside the middle", style, title, off)
			}
		}
	}
}

// inked returns the first column of a picture that is not black, and the one after the last.
func inked(img image.Image) (left, right int) {
	b := img.Bounds()
	left = b.Max.X
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, _, _, _ := img.At(x, y).RGBA(); r > 0x8000 {
				left, right = min(left, x), max(right, x+1)
			}
		}
	}
	return left, right
}

// TestSpineRoom holds what becomes of a spine's text where it has less and less room.
func TestSpineRoom(t *testing.T) {
	cfg, bk, fonts := booked(t, "large", "")
	long := strings.Repeat("The Life and Strange Surprizing Adventures ", 3)
	set := func(title, short string, pages int) (says []string, found diag.List) {
		cfg.Book.Title, cfg.Book.ShortTitle = title, short
		doc, found := Wrap(cfg, fonts, bk, sheetOf(config.Paperback, 5*page.In, 8*page.In, pages, false))
		for _, it := range doc.Pages[0].Items {
			if g, ok := it.(*page.Group); ok && g.Turn != 0 {
				for _, it := range g.Items {
					says = append(says, it.(*page.Text).Text)
				}
			}
		}
		return says, found
	}
	for _, test := range []struct {
		title, short string
		pages        int
		want         string
		warned       bool
	}{
		{"If", "", 200, "Wren Halloran If Octavo Press", false},
		{"If", "", 60, "", false}, // the printer takes no text
		{long, "Crusoe", 200, "Wren Halloran Crusoe Octavo Press", false},
		{long, "", 200, "Wren Halloran " + long + " Octavo Press", false},
		{strings.Repeat(long, 3), "", 200, "", true},
	} {
		says, found := set(test.title, test.short, test.pages)
		if got := strings.Join(says, " "); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(test.want, " ", "") || (len(found) > 0) != test.warned {
			t.Errorf("%.20q, %q on %d pages: %q, %v", test.title, test.short, test.pages, got, found)
		}
	}
}

// TestTooLong holds that a blurb which has no room is an error at its key that says how much is to go.
func TestTooLong(t *testing.T) {
	cfg, bk, fonts := booked(t, "modern", strings.Replace(blurb, "out of thirty", strings.Repeat("and again ", 400)+"out of thirty", 1))
	_, found := Wrap(cfg, fonts, bk, sheetOf(config.Paperback, 5*page.In, 8*page.In, 200, false))
	if len(found) != 1 || found[0].Code != "cover-overflow" || !strings.Contains(found[0].Message, "too long") || found[0].Pos != cfg.Where("cover.blurb") {
		t.Errorf("%v", found)
	}
}

// TestWrapRightToLeft sets a cover in Hebrew: the front is at the left, and the spine is read from its head, its letters turned the other way.
func TestWrapRightToLeft(t *testing.T) {
	for i, style := range []string{"classic", "modern", "large"} {
		cfg, bk, _ := booked(t, style, hebrew)
		cfg.Lang, _ = lang.Find("he")
		cfg.Book.Language, cfg.Book.Title, cfg.Book.Subtitle, cfg.Book.Publisher = "he", "ספר המשלים", "", ""
		cfg.Book.Contributors = nil
		s := sheetOf(bindings[i], 6*page.In, 9*page.In, 300, true)
		doc, found := Wrap(cfg, booktest.Fonts(t, cfg.Style, "he"), bk, s)
		if len(found) > 0 {
			t.Errorf("%s: %v", style, found)
		}
		words := inspect(t, style, doc.Pages[0])
		clear(t, style, words, s)
		var front []seen
		for _, w := range words {
			if w.ink.X < s.Front.X+s.Front.W && w.ink.X > s.Front.X {
				front = append(front, w)
			}
		}
		if !says(front, "המשלים") || says(front, "במכירות") {
			t.Errorf("%s: the front says %v", style, front)
		}
		for _, it := range doc.Pages[0].Items {
			if g, ok := it.(*page.Group); ok && g.Turn != 0 && g.Turn != -quarterTurn {
				t.Errorf("%s: the spine is turned by %d", style, g.Turn)
			}
		}
	}
}

// TestTallLetters holds that the author's name is clear of a title whose letters are far higher than capitals.
func TestTallLetters(t *testing.T) {
	cfg, bk, _ := booked(t, "modern", "")
	cfg.Lang, _ = lang.Find("ar")
	cfg.Book.Language, cfg.Book.Title, cfg.Book.Subtitle = "ar", "كليلة ودمنة", ""
	cfg.Book.Contributors = []config.Contributor{{Name: "ابن المقفع", Role: "aut"}}
	s := sheetOf(config.Paperback, 5*page.In, 8*page.In, 300, true)
	doc, _ := Wrap(cfg, booktest.Fonts(t, cfg.Style, "ar"), bk, s)
	var name, title page.Length
	for _, w := range inspect(t, "modern", doc.Pages[0]) {
		switch {
		case w.ink.X >= s.Front.X+s.Front.W || w.ink.X+w.ink.W <= s.Front.X:
		case says([]seen{w}, "المقفع"):
			name = w.ink.Y + w.ink.H
		case says([]seen{w}, "كليلة"):
			title = w.ink.Y
		}
	}
	if name == 0 || title-name < 7*page.Pt {
		t.Errorf("the name ends at %.1f pt, and the title begins at %.1f", name.Points(), title.Points())
	}
}

// TestWrapColors sets covers in colours in which their own words could not be read: they have others, and that is said.
func TestWrapColors(t *testing.T) {
	for i, style := range []string{"classic", "modern", "large"} {
		for _, ground := range []string{"#ffffff", "#808080", "#f2d21b", "#000000"} {
			cfg, bk, fonts := booked(t, style, blurb+"ground = \""+ground+"\"\nink = \""+ground+"\"\n")
			what := style + " on " + ground
			doc, found := Wrap(cfg, fonts, bk, sheetOf(bindings[i], 6*page.In, 9*page.In, 300, false))
			inspect(t, what, doc.Pages[0])
			readable := style != "large" && coverdesign.Ratio(page.Color{Y: 5}, coverdesign.Parse(ground)) >= 4.5
			if warned := len(found) == 1 && found[0].Code == "cover-contrast"; warned == readable {
				t.Errorf("%s: %v", what, found)
			}
		}
	}
}

// TestWrapPages holds covers against those that a person has looked at.
func TestWrapPages(t *testing.T) {
	for style, name := range map[string]string{"classic": "wrap-classic.golden", "modern": "wrap-modern.golden", "large": "wrap-large.golden"} {
		cfg, bk, fonts := booked(t, style, blurb)
		doc, _ := Wrap(cfg, fonts, bk, sheetOf(config.Paperback, 11*page.In/2, 17*page.In/2, 240, false))
		booktest.PagesEqual(t, name, doc.Pages)
	}
}
