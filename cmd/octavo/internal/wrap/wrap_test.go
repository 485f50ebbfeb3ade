package wrap

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/styles"
)

func printers(t *testing.T) *config.Printers {
	t.Helper()
	all, list := config.LoadPrinters(styles.FS)
	if len(list) > 0 {
		t.Fatal(list.Err())
	}
	return all
}

func settings(binding, paper string) *config.Config {
	return &config.Config{Cover: config.Cover{Set: true, Binding: binding, Paper: paper, BarcodeSize: 100}}
}

func inch(x float64) page.Length { return page.Length(math.Round(x * float64(page.In))) }

// full returns the size of the file in inches.
func (s *Sheet) full() (w, h float64) {
	return float64(s.Width+2*s.Bleed) / float64(page.In), float64(s.Height+2*s.Bleed) / float64(page.In)
}

// TestPublished holds sheets against sizes that printers have published, or have asked for in so many words.
func TestPublished(t *testing.T) {
	all := printers(t)
	for _, c := range []struct {
		printer, binding, paper string
		w, h                    float64
		pages                   int
		spine, fullW, fullH     float64 // 0: not said
	}{
		// CreateSpace, whose numbers KDP took over: 0.125 + 6 + 60 x 0.002252 + 6 + 0.125.
		{"kdp", "paperback", "white", 6, 9, 60, 0.135, 12.385, 9.25},
		{"kdp", "paperback", "white", 6, 9, 120, 0.270, 12.520, 9.25},
		{"kdp", "paperback", "white", 6, 9, 300, 0.676, 12.926, 9.25},
		{"kdp", "paperback", "cream", 6, 9, 186, 0.465, 12.715, 9.25},
		{"kdp", "paperback", "cream", 4.25, 6.875, 158, 0.395, 9.145, 7.125},
		{"kdp", "paperback", "white", 7.5, 9.25, 600, 1.351, 16.601, 9.5},
		// What KDP's calculator and previewer said of case laminates.
		{"kdp", "hardcover", "cream", 6, 9, 76, 0.379, 13.954, 10.417},
		{"kdp", "hardcover", "white", 6, 9, 186, 0, 14.183, 10.417},
		{"kdp", "hardcover", "white", 6, 9, 426, 0, 14.723, 10.417},
		{"kdp", "hardcover", "cream", 6, 9, 446, 0, 14.880, 10.417},
		// What Ingram wanted of one file; the cover of a book at Lulu.
		{"ingram", "hardcover", "cream", 6, 9, 76, 0.313, 14.194, 10.5},
		{"lulu", "hardcover", "white", 6, 9, 620, 1.688, 15.4375, 10.75},
		{"lulu", "paperback", "white", 6, 9, 300, 0.736, 12.986, 9.25},
	} {
		s, list := New(settings(c.binding, c.paper), all.Printer(c.printer), Inside{Pages: c.pages, Width: inch(c.w), Height: inch(c.h)}, Symbol{})
		if s == nil {
			t.Errorf("%v: %v", c, list.Err())
			continue
		}
		w, h := s.full()
		spine := float64(s.Spine.W) / float64(page.In)
		if math.Abs(w-c.fullW) > 0.01 || math.Abs(h-c.fullH) > 0.01 || c.spine > 0 && math.Abs(spine-c.spine) > 0.001 {
			t.Errorf("%s %s %s, %d pages: %.3f x %.3f in, spine %.3f; want %.3f x %.3f, %.3f", c.printer, c.binding, c.paper, c.pages, w, h, spine, c.fullW, c.fullH, c.spine)
		}
	}
}

// TestSheets holds for sheets of all printers, bindings and papers: panels tile the sheet, what a reader of the other direction gets is
// the mirror image, the barcode is on the back and clear of folds and hinges, and more pages never make a narrower spine.
func TestSheets(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 16))
	for _, pr := range printers(t).All {
		for _, spec := range pr.Covers {
			for _, paper := range spec.Papers {
				cfg := settings(spec.Binding, paper.ID)
				last := page.Length(0)
				for pages := 1; pages <= 1300; pages += 1 + random.IntN(7) {
					in := Inside{Pages: pages, Width: inch(5.5), Height: inch(8.5)}
					s, list := New(cfg, &pr, in, Symbol{})
					if s == nil {
						if len(list) == 0 || len(list[0].Notes) == 0 {
							t.Fatalf("%s %s %s, %d pages: no sheet, and nothing said", pr.ID, spec.Binding, paper.ID, pages)
						}
						continue
					}
					if s.Pages%2 != 0 || s.Pages < pages || s.Spine.W < last {
						t.Fatalf("%s %s %s: %d pages become %d, spine %v after %v", pr.ID, spec.Binding, paper.ID, pages, s.Pages, s.Spine.W.Points(), last.Points())
					}
					last = s.Spine.W
					holdTiled(t, s)
					in.RightToLeft = true
					other, _ := New(cfg, &pr, in, Symbol{})
					holdTiled(t, other)
					holdMirrored(t, s, other)
				}
				if last == 0 {
					t.Errorf("%s %s %s: no number of pages has a sheet", pr.ID, spec.Binding, paper.ID)
				}
			}
		}
	}
}

func holdTiled(t *testing.T, s *Sheet) {
	t.Helper()
	var panels []page.Box
	for _, b := range []page.Box{s.Back, s.Spine, s.Front, s.BackFlap, s.FrontFlap} {
		if b.W > 0 {
			panels = append(panels, b)
		}
	}
	slices.SortFunc(panels, func(a, b page.Box) int { return int(a.X - b.X) })
	x := page.Length(0)
	for i, b := range panels {
		if b.X != x || b.Y != 0 || b.H != s.Height || i > 0 && s.Folds[i-1] != x {
			t.Fatalf("%s %s: panel %d is at %v and not at %v", s.Printer, s.Binding, i, b, x)
		}
		x += b.W
	}
	if x != s.Width || len(s.Folds) != len(panels)-1 || (s.Binding == config.Jacket) != (len(panels) == 5) || s.Back.W != s.Front.W {
		t.Fatalf("%s %s: panels end at %v of %v, %d folds", s.Printer, s.Binding, x, s.Width, len(s.Folds))
	}
	free := s.Back
	for _, h := range s.Hinges {
		if h.X == s.Back.X {
			free.X, free.W = free.X+h.W, free.W-h.W
		} else if h.X+h.W == s.Back.X+s.Back.W {
			free.W -= h.W
		}
	}
	if b := s.Barcode; b.X < free.X || b.Y < 0 || b.X+b.W > free.X+free.W || b.Y+b.H > s.Height || b.W == 0 {
		t.Fatalf("%s %s: the barcode %v is not on the back, %v", s.Printer, s.Binding, b, free)
	}
	if s.SpineText && s.Spine.W-2*s.SpineClear < 6*page.Pt {
		t.Fatalf("%s %s: words on a spine of %v", s.Printer, s.Binding, s.Spine.W.Points())
	}
}

func holdMirrored(t *testing.T, s, other *Sheet) {
	t.Helper()
	for _, p := range [][2]page.Box{{s.Back, other.Back}, {s.Spine, other.Spine}, {s.Front, other.Front}, {s.BackFlap, other.BackFlap},
		{s.FrontFlap, other.FrontFlap}, {s.Barcode, other.Barcode}} {
		if want := (page.Box{X: s.Width - p[0].X - p[0].W, Y: p[0].Y, W: p[0].W, H: p[0].H}); p[0].W > 0 && p[1] != want {
			t.Fatalf("%s %s: %v is mirrored to %v, not %v", s.Printer, s.Binding, p[0], p[1], want)
		}
	}
}

func TestAsked(t *testing.T) {
	all := printers(t)
	kdp, press, ingram := all.Printer("kdp"), all.Printer("press"), all.Printer("ingram")
	in := Inside{Pages: 200, Width: inch(6), Height: inch(9)}
	with := func(change func(*config.Cover)) *config.Config {
		c := settings("paperback", "white")
		change(&c.Cover)
		return c
	}
	own, _ := New(with(func(c *config.Cover) { c.Spine = config.Length(12 * page.Mm) }), kdp, in, Symbol{})
	if own.Spine.W != 12*page.Mm || len(own.Notes) != 1 || !strings.Contains(own.Notes[0], "11.4 mm") {
		t.Errorf("the author's spine: %v, %q", own.Spine.W.Points(), own.Notes)
	}
	for paper, microns := range map[string]float64{"108um": 108, "90g x 1.2": 108, "90 g/m² × 1,2": 0, "120 µm": 120, "9um": 0, "NaNum": 0, "g x": 0} {
		s, list := New(settings("paperback", paper), press, in, Symbol{})
		if got := 0.0; s != nil {
			if got = float64(s.Spine.W)/float64(page.Mm) - 0.6; math.Abs(got-microns/10) > 0.001 {
				t.Errorf("100 leaves of %s are %.3f mm", paper, got)
			}
		} else if microns > 0 {
			t.Errorf("%s: %v", paper, list.Err())
		}
	}
	symbol := Symbol{Width: 60 * page.Mm, Height: 30 * page.Mm}
	if s, _ := New(settings("paperback", "white"), ingram, in, symbol); s.BarcodeBy != Octavo || s.Barcode.W != symbol.Width || s.Barcode.H != symbol.Height {
		t.Errorf("no room for the symbol: %+v", s.Barcode)
	}
	if s, _ := New(settings("paperback", "white"), ingram, in, Symbol{}); s.BarcodeBy != Printer || !slices.ContainsFunc(s.Notes, func(n string) bool { return strings.Contains(n, "no ISBN") }) {
		t.Errorf("a barcode without a number, or nothing said of it: %q", s.Notes)
	}
	if s, _ := New(settings("paperback", "white"), kdp, in, symbol); s.BarcodeBy != Printer {
		t.Error("KDP prints its own barcode")
	}
	if s, _ := New(with(func(c *config.Cover) { c.Barcode = config.None }), kdp, in, symbol); s.BarcodeBy != Nobody || s.Barcode != (page.Box{}) {
		t.Error("a barcode that nobody asked for")
	}
	for _, c := range []struct {
		binding, paper string
		pages          int
		w, h           float64
		want           string
	}{
		{"jacket", "white", 200, 6, 9, "does not bind"},
		{"paperback", "crem", 200, 6, 9, `did you mean "cream"?`},
		{"paperback", "108um", 200, 6, 9, "has no paper"},
		{"paperback", "white", 12, 6, 9, `with binding = "paperback" and paper = "white" Amazon KDP binds 24 to 828 pages`},
		{"paperback", "white", 12, 6, 9, "a smaller trim or larger type makes more pages"},
		{"paperback", "white", 900, 6, 9, "a larger trim or smaller type makes fewer pages"},
		{"paperback", "cream", 800, 6, 9, `paper = "white" takes them`},
		{"hardcover", "white", 600, 6, 9, `binding = "paperback" takes them`},
		{"hardcover", "white", 200, 5, 8, "its sizes: 5.5 x 8.5 in, 6 x 9 in"},
		{"paperback", "white", 200, 9, 9, "4 to 8.5 in"},
	} {
		s, list := New(settings(c.binding, c.paper), kdp, Inside{Pages: c.pages, Width: inch(c.w), Height: inch(c.h)}, Symbol{})
		var said strings.Builder
		for _, d := range list {
			said.WriteString(d.Message + "\n" + strings.Join(d.Notes, "\n"))
		}
		if s != nil || !strings.Contains(said.String(), c.want) {
			t.Errorf("%v: %q", c, said.String())
		}
	}
}

// TestElsewhere holds who else binds what a printer does not.
func TestElsewhere(t *testing.T) {
	all := printers(t)
	for _, c := range []struct {
		binding, paper string
		pages          int
		w, h           float64
		not, want      string
	}{
		{"jacket", "white", 200, 6, 9, "lulu", "ingram press"},
		{"jacket", "white", 200, 6, 9, "kdp", "ingram press"},
		{"hardcover", "white", 600, 6, 9, "kdp", "ingram lulu press"},
		{"hardcover", "white", 61, 5, 8, "press", "ingram lulu"}, // KDP binds from 75 pages, and not this size
		{"paperback", "white", 1199, 6, 9, "lulu", "ingram press"},
		{"paperback", "cream", 1100, 6, 9, "lulu", "press"},
		{"paperback", "bulky", 26, 6, 9, "press", "kdp ingram"}, // on their own papers
	} {
		var got []string
		for _, p := range Elsewhere(settings(c.binding, c.paper), all, all.Printer(c.not), Inside{Pages: c.pages, Width: inch(c.w), Height: inch(c.h)}) {
			got = append(got, p.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: %q", c, got)
		}
	}
}
