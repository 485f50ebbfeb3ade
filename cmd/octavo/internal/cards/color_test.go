package cards

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// TestColored holds that a colour which book.toml names wins over one of the house: the theme's first, and then the kind's.
func TestColored(t *testing.T) {
	f := &faceSetter{cfg: &config.Config{Deck: config.Deck{Colors: []config.ThemeColor{{Theme: "bread"}, {Theme: "recipe"}}}}}
	for _, c := range []struct {
		theme, kind, want string
	}{{"bread", "recipe", "bread"}, {"order", "recipe", "recipe"}, {"", "recipe", "recipe"}, {"order", "rule", "order"}, {"", "rule", ""}} {
		e := &book.Entry{Kind: c.kind}
		if c.theme != "" {
			e.Themes = []string{c.theme}
		}
		if got := f.colored(e); got != c.want {
			t.Errorf("%s of %s is coloured as %q, want %q", c.kind, c.theme, got, c.want)
		}
	}
}

// TestInks asks that the inks of the first themes of any number are told apart, by most eyes and as far as may be by others, and from
// the grey of cards without a theme.
func TestInks(t *testing.T) {
	type seenInk [len(contrast.Sights)]contrast.Lab
	see := func(ink page.Color) (s seenInk) {
		for i, sight := range contrast.Sights {
			s[i] = screenColor(ink).Seen(sight)
		}
		return s
	}
	grey := see(noTheme)
	for n, least := range map[int]struct{ most, others float64 }{3: {0.16, 0.05}, 6: {0.1, 0.04}, 9: {0.085, 0.035}, 12: {0.083, 0.035}, len(inks): {nearInk, 0.02}} {
		for i, ink := range inks[:n] {
			a := see(ink)
			if d := a[0].To(grey[0]); d < 0.06 {
				t.Errorf("ink %d is %.3f from grey", i, d)
			}
			for k, other := range inks[:i] {
				b := see(other)
				if d := a[0].To(b[0]); d < least.most {
					t.Errorf("of %d: inks %d and %d are %.3f apart", n, i, k, d)
				}
				for s := 1; s < len(a); s++ {
					if d := a[s].To(b[s]); d < least.others {
						t.Errorf("of %d: inks %d and %d are %.3f apart for sight %d", n, i, k, d, s)
					}
				}
			}
		}
	}
}

// TestAlikeColors: two colours of the author's that look alike are said at the place of the second, with one that does not; those that
// the house adds keep away from the author's.
func TestAlikeColors(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	cfg.Deck.Colors = []config.ThemeColor{{Theme: "service", Color: contrast.RGB{R: 0x8a, G: 0x1c, B: 0x2c}, Path: "deck.colors.service"},
		{Theme: "people", Color: contrast.RGB{R: 0x20, G: 0x20, B: 0x80}, Path: "deck.colors.people"}, {Theme: "worth", Color: contrast.RGB{R: 0x92, G: 0x20, B: 0x2c}, Path: "deck.colors.worth"}}
	_, found := Faces(cfg, bk, fonts, nil, bk.Entries())
	if found = uncut(found); len(found) != 1 || found[0].Code != "card-colors" || found[0].Severity != diag.Warning || !strings.Contains(found[0].Message, `"service" and "worth"`) {
		t.Fatal(found)
	}
	free := &cfg.Deck.Colors[2].Color
	if _, err := fmt.Sscanf(found[0].Notes[0], `"#%02x%02x%02x"`, &free.R, &free.G, &free.B); err != nil {
		t.Fatal(found[0].Notes, err)
	}
	if _, found := Faces(cfg, bk, fonts, nil, bk.Entries()); len(uncut(found)) > 0 {
		t.Errorf("what was advised does not do: %v", found)
	}
	got := Inks(cfg)
	for i, a := range cfg.Themes {
		for _, b := range cfg.Themes[:i] {
			if d := distance(got[a.ID], got[b.ID]); d < nearInk {
				t.Errorf("%s and %s are %.3f apart", a.ID, b.ID, d)
			}
		}
	}
}

// TestThemeSigns: each theme has a sign of its own, which no kind of the deck has, beside its name on both sides and on the list of
// themes; a deck of one theme has none, and one of a single kind no mark of kinds.
func TestThemeSigns(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", style))
		f := newFacer(cfg, bk, fonts)
		seen := map[string]string{}
		for i := range 200 {
			signs := strings.Join(signsOf(themeSigns, i), " ")
			if before, twice := seen[signs]; twice && i < len(themeSigns)*len(themeSigns) {
				t.Errorf("themes %s and %d have %s", before, i, signs)
			}
			seen[signs] = fmt.Sprint(i)
		}
		for _, theme := range cfg.Themes {
			if len(f.signs[theme.ID]) != 1 || slices.Contains([]string{config.Disc, config.Lozenge}, f.signs[theme.ID][0]) {
				t.Errorf("%s has %q", theme.ID, f.signs[theme.ID])
			}
		}
		fills := func(p *page.Page) (n int) {
			for _, it := range p.Items {
				if path, ok := it.(*page.Path); ok && path.Fill != nil {
					n++
				}
			}
			return n
		}
		count := func() (front, back, list int) {
			cards, found := Faces(cfg, bk, fonts, nil, bk.Entries()[:1])
			if found = uncut(found); len(found) > 0 {
				t.Error(found)
			}
			if themes := themeCards(cfg, bk, fonts, bk.Entries()); len(themes) > 0 {
				list = fills(themes[0].Front)
				if back := themes[0].Back; strings.Contains(says(back), cfg.Themes[len(cfg.Themes)-1].Name) {
					list += fills(back)
				}
			}
			return fills(cards[0].Front), fills(cards[0].Back), list
		}
		front, back, list := count()
		for _, e := range bk.Entries() {
			e.Themes, e.Kind = bk.Entries()[0].Themes, "meme"
		}
		lessFront, lessBack, lessList := count()
		if front-lessFront != 1 || back-lessBack != 2 || list-lessList < len(cfg.Themes) {
			t.Errorf("%s: %d, %d and %d signs, with one theme %d, %d and %d", style, front, back, list, lessFront, lessBack, lessList)
		}
	}
}

// TestGroundsBleed: the ground of every card of a style that tints them covers the trim and the bleed, and sheets show it to the edge of
// the bleed or the middle of the gap; without a word in book.toml there is one.
func TestGroundsBleed(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, "../../../..", "large"))
	if cfg.Deck.Bleed == 0 || cfg.Deck.Gap < 2*cfg.Deck.Bleed {
		t.Errorf("bleed %s, gap %s", config.Mm(cfg.Deck.Bleed), config.Mm(cfg.Deck.Gap))
	}
	for _, gap := range []config.Length{0, cfg.Deck.Gap} {
		cfg.Deck.Gap = gap
		grid, found := Lay(cfg)
		if len(found) > 0 {
			t.Error(found)
		}
		d, found := NewDeck(cfg, bk, fonts, nil, bk.Entries()[:9])
		if found = uncut(found); len(found) > 0 {
			t.Error(found)
		}
		d.Grid = grid
		bleed := page.Length(cfg.Deck.Bleed)
		want := page.Box{X: -bleed, Y: -bleed, W: grid.Card.W + 2*bleed, H: grid.Card.H + 2*bleed}
		for _, c := range append(slices.Clone(d.Cards), d.blank) {
			for _, p := range []*page.Page{c.Front, c.Back} {
				if got, ok := page.Extent(p.Items[0]); !ok || got != want || p.Bleed != bleed {
					t.Errorf("%s: the ground covers %v, want %v", c.ID, got, want)
				}
			}
		}
		for _, sheet := range d.Sheets().Pages[:2] {
			for _, it := range sheet.Items {
				g, ok := it.(*page.Group)
				if !ok || g.Clip == nil {
					continue
				}
				if g.Clip.W < grid.Card.W || g.Clip.H < grid.Card.H || gap > 0 && *g.Clip != want {
					t.Errorf("gap %s: a card shows %v of %v", config.Mm(gap), *g.Clip, want)
				}
			}
		}
	}
}
