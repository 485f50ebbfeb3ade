package interior

import (
	"math/rand/v2"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/styles"
)

// TestSettle checks the margin at the spine for random tables and random books: it is enough for
// the pages that it makes, no narrower one of the table would do unless it was passed on the way, and the book is set no
// more often than the table has steps.
func TestSettle(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		p := config.Printer{}
		margin := config.Length(0)
		for from := 1; from < 900; {
			to := from + r.IntN(300)
			margin += config.Length(r.IntN(3)) << 20
			p.Gutters = append(p.Gutters, config.GutterRow{From: from, To: to, Margin: margin})
			from = to + 1
		}
		words, wanted := 20+r.IntN(700), page.Length(r.IntN(5))<<20
		calls := 0
		pages := func(inner page.Length) int { // a narrower measure makes more pages
			calls++
			return words * 300 / (300 - int(inner>>20)*2)
		}
		gutter := func(n int) page.Length { return page.Length(p.Gutter(n)) }
		got := settle(wanted, gutter, pages)
		n := calls
		if got < wanted || got < gutter(pages(got)) {
			t.Fatalf("margin %s for %d pages: wanted %s, the printer %s", got, pages(got), wanted, gutter(pages(got)))
		}
		if n > len(p.Gutters)+1 {
			t.Fatalf("%d rounds for %d steps", n, len(p.Gutters))
		}
		for _, row := range p.Gutters { // it is the least that will do
			if m := page.Length(row.Margin); m >= wanted && m < got && m >= gutter(pages(m)) {
				t.Fatalf("%s would do, not %s", m, got)
			}
		}
		if got > wanted && wanted >= gutter(pages(wanted)) {
			t.Fatalf("%s would do, not %s", wanted, got)
		}
	}
}

// TestPrinters sets the kitchen for each printer, on pages of several sizes: text stands clear of the gutter, the number
// of pages is even, and where the printer asks for it the last page is blank.
func TestPrinters(t *testing.T) {
	printers, list := config.LoadPrinters(styles.FS)
	if len(list) > 0 || len(printers.All) < 2 {
		t.Fatal(list.Err())
	}
	cfg, bk, fonts := booktest.Open(t, booktest.Kitchen)
	cfg.Style.Page.Inner = config.Length(page.In * 3 / 10)
	for i := range printers.All {
		cfg.Printer = &printers.All[i]
		for _, trim := range [][2]page.Length{{3 * page.In, 4 * page.In}, {4 * page.In, 6 * page.In},
			{129 * page.Mm, 198 * page.Mm}, {8 * page.In, 11 * page.In}} {
			cfg.Print.Width, cfg.Print.Height = config.Length(trim[0]), config.Length(trim[1])
			doc, _, _ := Set(cfg, bk, fonts)
			n := len(doc.Pages)
			need := page.Length(cfg.Printer.Gutter(n))
			if n%2 != 0 || cfg.Printer.Pages.LastBlank && len(doc.Pages[n-1].Items) > 0 {
				t.Errorf("%s, %s by %s: %d pages, the last with %d items", cfg.Printer.ID, trim[0], trim[1], n, len(doc.Pages[n-1].Items))
			}
			for k, p := range doc.Pages {
				if p.Width != trim[0] || p.Height != trim[1] {
					t.Fatalf("page %s is %s by %s", p.Label, p.Width, p.Height)
				}
				for _, it := range p.Items {
					text, ok := it.(*page.Text)
					if !ok || len(text.Glyphs) < 10 { // signs may hang out a little
						continue
					}
					end := text.X
					for _, g := range text.Glyphs {
						end += page.Length(g.Advance)
					}
					if k%2 == 0 && text.X < need-3*page.Pt || k%2 == 1 && end > p.Width-need+8*page.Pt {
						t.Errorf("%s, page %s: %q stands in the gutter of %s", cfg.Printer.ID, p.Label, text.Text, need)
					}
				}
			}
		}
	}
}

// TestGutterFollows checks that a printer's wider gutter moves the text, and that a style's own margin is kept when it is
// wider.
func TestGutterFollows(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Kitchen)
	pages := func(margin config.Length) (first page.Length) {
		cfg.Printer = &config.Printer{ID: "test", Gutters: []config.GutterRow{{From: 1, Margin: margin}}}
		doc, _, _ := Set(cfg, bk, fonts)
		for k, p := range doc.Pages {
			for _, it := range p.Items {
				if a, ok := it.(*page.Anchor); ok && k%2 == 0 && a.Name == contentsAnchor {
					return a.X
				}
			}
		}
		return 0
	}
	if got := pages(config.Length(page.In)); got != page.In {
		t.Errorf("with a gutter of an inch the text begins at %s", got)
	}
	if got := pages(config.Length(page.In / 2)); got != page.Length(cfg.Style.Page.Inner) {
		t.Errorf("with a gutter of half an inch the text begins at %s, not at the style's margin", got)
	}
	if got := pages(config.Length(4 * page.In)); got != page.Length(cfg.Style.Page.Inner) {
		t.Errorf("a gutter that leaves no text is taken: %s", got)
	}
}
