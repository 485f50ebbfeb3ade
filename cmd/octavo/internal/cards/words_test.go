package cards

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// TestLongWords sets decks whose title, authors, themes, kinds and page numbers are as long as authors have them, in every design
// on every card, with all that a deck can have, and asks that nothing about them is an error.
func TestLongWords(t *testing.T) {
	names := []string{"mini", "ID-1"}
	if !testing.Short() {
		names = []string{"mini", "ID-1", "poker", "tarot", "us-business", "small", "postcard"}
	}
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		entries := bk.Entries()[:3]
		for _, e := range bk.Entries() {
			e.Card = "Say it."
		}
		pages := &pagemap.Map{Pages: []pagemap.Page{{Label: "mmdccclxxxviii", Anchors: []string{entries[0].ID, entries[1].ID, entries[2].ID}}}}
		for _, long := range []struct {
			what   string
			change func()
		}{
			{"a title of 49 letters", func() { cfg.Book.Title = "The Evening of the Long Boats in the Narrow Sound" }},
			{"a title of 30 words", func() { cfg.Book.Title = strings.TrimSpace(strings.Repeat("a good many words ", 8)) }},
			{"a long word as a title", func() {
				cfg.Book.Title = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
			}},
			{"authors", func() {
				cfg.Book.Title, cfg.Book.Contributors = "Boats", nil
				for range 12 {
					cfg.Book.Contributors = append(cfg.Book.Contributors, config.Contributor{Name: "Hildegard von Wolfenbüttel-Braunschweig", Role: "aut"})
				}
			}},
			{"themes", func() {
				for i := range cfg.Themes {
					cfg.Themes[i].Name = "What becomes of people who wait longer than they meant to, " + cfg.Themes[i].Name
				}
			}},
			{"a long word as a theme", func() {
				for i := range cfg.Themes {
					cfg.Themes[i].Name = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
				}
			}},
			{"kinds", func() {
				kinds := append([]config.Kind{}, cfg.Kinds...)
				for i := range kinds {
					kinds[i].Name, kinds[i].Means = "rule of the house for those who come in late at night", strings.Repeat("what nobody says aloud ", 9)
				}
				cfg.SetKinds(kinds)
			}},
			{"an imprint", func() {
				cfg.Book.Publisher = "The Press of the Harbour Office at the End of the Long Pier, Incorporated"
			}},
		} {
			long.change()
			for _, name := range names {
				trimmed(cfg, name)
				for _, sides := range []string{config.TwoSided, config.OneSided, config.FoldOver} {
					for _, qr := range []string{"", "https://a.bc/{id}"} {
						cfg.Deck.Sides, cfg.Deck.QR = sides, qr
						deck, found := NewDeck(cfg, bk, fonts, pages, entries)
						for _, d := range found {
							if d.Severity == diag.Error && d.Code != "card-code" {
								t.Errorf("%s, %s, %s, %s, %q: %s: %s", long.what, style, name, sides, qr, d.Code, d.Message)
							}
						}
						if deck != nil && !strings.Contains(says(deck.Cards[0].Front), cfg.Book.Title[:4]) {
							t.Errorf("%s, %s, %s: the title card says %q", long.what, style, name, says(deck.Cards[0].Front))
						}
					}
				}
			}
		}
	}
}

// TestShortTitle asks that the short title stands where the title has no room, and the title where it has.
func TestShortTitle(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", "classic"))
	cfg.Book.Title, cfg.Book.ShortTitle = "The Evening of the Long Boats in the Narrow Sound", "Long Boats"
	back := func(name string) string {
		trimmed(cfg, name)
		cards, _ := Faces(cfg, bk, fonts, numbered(bk), []*book.Entry{bk.Entries()[0]})
		return says(cards[0].Back)
	}
	if got := back("mini"); !strings.Contains(got, "Long Boats") || strings.Contains(got, "Evening") {
		t.Errorf("a small back says %q", got)
	}
	if got := back("postcard"); !strings.Contains(got, "Evening") {
		t.Errorf("a large back says %q", got)
	}
}

// TestInLines cuts off what cannot be set in its lines.
func TestInLines(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", "classic"))
	f := newFacer(cfg, bk, fonts)
	d := f.textStyle(9 * page.Pt)
	text := func(measure page.Length, most int, texts ...string) (out []string) {
		lines, _ := f.inLines(d, measure, most, 0, texts...)
		for _, l := range lines {
			out = append(out, says(&page.Page{Items: l.Items}))
		}
		return out
	}
	for _, test := range []struct {
		measure page.Length
		most    int
		texts   []string
		want    string
	}{
		{100 * page.Pt, 2, []string{"One line"}, "One line"},
		{50 * page.Pt, 2, []string{"The title of the book"}, "The title of|the book"},
		{50 * page.Pt, 1, []string{"The title of the book", "The book"}, "The book"},
		{50 * page.Pt, 1, []string{"The title of the book"}, "The title of the…"},
		{30 * page.Pt, 1, []string{"Wolfenbüttel"}, "Wolfenb…"},
		{30 * page.Pt, 1, nil, ""},
		{50 * page.Pt, 1, []string{strings.Repeat("The title ", 100_000)}, "The title The…"},
		{page.Pt, 1, []string{"Narrow"}, ""},
	} {
		if got := strings.Join(text(test.measure, test.most, test.texts...), "|"); got != test.want {
			t.Errorf("%q in %s: %q, want %q", test.texts, test.measure, got, test.want)
		}
	}
}
