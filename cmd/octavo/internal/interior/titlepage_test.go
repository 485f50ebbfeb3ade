package interior

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// pagesOf returns the pages of a kind.
func pagesOf(doc *page.Document, places *pagemap.Map, kind pagemap.Kind) (out []*page.Page) {
	for i, p := range places.Pages {
		if p.Kind == kind {
			out = append(out, doc.Pages[i])
		}
	}
	return out
}

// An old-style title page has its lines in the order of the book, in sizes that go with their weight; those that the style names are
// in the second ink; a title too long for it is set smaller, and in the end as other styles set it.
func TestOldTitle(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, "aldine"))
	cfg.Book.Subtitle, cfg.Book.Publisher = "Memes and Metaphors for a Better Life in Sales", "Octavo Press"
	doc, places, _ := Set(cfg, bk, fonts)
	pages := pagesOf(doc, places, pagemap.TitlePage)
	if len(pages) != 1 {
		t.Fatalf("%d title pages", len(pages))
	}
	var texts, red []string
	y := page.Length(0)
	device := false
	for _, it := range pages[0].Items {
		switch it := it.(type) {
		case *page.Text:
			if it.Y < y {
				t.Errorf("%q stands above what was before it", it.Text)
			}
			y = it.Y
			texts = append(texts, it.Text)
			if it.Color.Second {
				red = append(red, it.Text)
			}
			var w page.Length
			for _, g := range it.Glyphs {
				w += page.Length(g.Advance)
			}
			if mid, want := it.X+w/2, page.Length(cfg.Style.Page.Inner+cfg.Print.Width-cfg.Style.Page.Outer)/2; max(mid-want, want-mid) > 2*page.Pt {
				t.Errorf("%q is not in the middle: %s, %s", it.Text, mid, want)
			}
		case *page.Path:
			device = it.Fill.Second
		}
	}
	all := strings.Join(texts, "|")
	for _, want := range []string{cfg.Book.Title, "Memes and Metaphors|for a Better Life|in Sales", "Octavo Press"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in %q", want, all)
		}
	}
	year := strings.ToUpper(config.RomanNumeral(cfg.Book.Date.Year()))
	if !device || !slices.Equal(red, []string{cfg.Book.Title, year}) {
		t.Errorf("in the second ink: %q, and the device: %v", red, device)
	}

	cfg.Book.Title = strings.TrimSpace(strings.Repeat("a very long title of a book ", 30))
	doc, places, _ = Set(cfg, bk, fonts)
	var words []string
	for _, p := range pagesOf(doc, places, pagemap.TitlePage) {
		for _, it := range p.Items {
			if text, ok := it.(*page.Text); ok {
				words = append(words, strings.Fields(text.Text)...)
			}
		}
	}
	if got := strings.Join(words, " "); !strings.HasPrefix(got, cfg.Book.Title) {
		t.Errorf("a long title comes out as %q", got)
	}
}

// The device of book.toml stands on the title page, no larger than its share, and nobody hears it.
func TestDevice(t *testing.T) {
	for _, style := range []string{"classic", "aldine"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, style))
		for _, p := range bk.Pictures {
			if p != nil && (bk.Device == nil || p.Path < bk.Device.Path) {
				bk.Device = p
			}
		}
		if bk.Device == nil {
			t.Fatal("the book has no pictures")
		}
		doc, places, _ := Set(cfg, bk, fonts)
		found := 0
		for _, it := range pagesOf(doc, places, pagemap.TitlePage)[0].Items {
			if img, ok := it.(*page.Image); ok {
				found++
				if img.Node != nil || img.W > page.Length(cfg.Measure())/deviceSurface || img.H > deviceLines*page.Length(cfg.Style.Text.Leading) {
					t.Errorf("%s: the device is %s × %s, of node %v", style, img.W, img.H, img.Node)
				}
			}
		}
		if found != 1 {
			t.Errorf("%s: %d devices", style, found)
		}
	}
}

// Every chapter has its head piece above its number; a tail piece stands only where the page has room for it, inside the text block
// and under the text.
func TestPieces(t *testing.T) {
	for _, head := range []string{config.Rule, config.Signs, config.Vine} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, "aldine"))
		cfg.Style.Ornament.Head = head
		doc, places, faults := Set(cfg, bk, fonts)
		if faults.HasErrors() {
			t.Fatal(faults.Err())
		}
		top := page.Length(cfg.Style.Page.Top)
		bottom := page.Length(cfg.Print.Height - cfg.Style.Page.Bottom)
		tails := 0
		for i, p := range doc.Pages {
			if places.Pages[i].Kind != pagemap.Chapter {
				continue
			}
			first, last := page.Length(1<<40), page.Length(0)
			for _, it := range p.Items {
				if text, ok := it.(*page.Text); ok && text.Node != nil {
					first, last = min(first, text.Y), max(last, text.Y)
				}
			}
			above := false
			for _, it := range p.Items {
				box, inked := page.Extent(it)
				if _, text := it.(*page.Text); text || !inked || !ornamental(it) {
					continue
				}
				switch {
				case box.Y+box.H < first:
					above = true
				case box.Y > last && box.Y+box.H <= bottom:
					tails++
				default:
					t.Errorf("%s, page %s: an ornament at %s among text from %s to %s", head, p.Label, box.Y, first, last)
				}
				if box.Y < top-5*page.Pt { // the control points of its curves stand out
					t.Errorf("%s, page %s: an ornament stands above the text block", head, p.Label)
				}
			}
			if above != places.Pages[i].First {
				t.Errorf("%s, page %s: a head piece: %v", head, p.Label, above)
			}
		}
		if tails == 0 || tails%6 != 0 {
			t.Errorf("%s: %d signs of tail pieces", head, tails)
		}
	}
}

// ornamental reports whether an item is in the second ink.
func ornamental(it page.Item) bool {
	switch it := it.(type) {
	case *page.Path:
		return it.Fill != nil && it.Fill.Second || it.Stroke != nil && it.Stroke.Second
	case *page.Rule:
		return it.Color.Second
	}
	return false
}
