package cover

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
)

// TestFrontCover draws each design with titles of all lengths on covers of all shapes: all words are there, none leaves the safe area,
// and what is read keeps its contrast on any ground.
func TestFrontCover(t *testing.T) {
	titles := [][3]string{
		{"Write This Down", "Memes and Metaphors for a Better Life in Sales", "Wren Halloran"}, {"If", "", ""},
		{"The Life and Strange Surprizing Adventures of Robinson Crusoe of York", "Mariner: Who Lived Eight and Twenty Years, All Alone in an Un-inhabited " +
			"Island on the Coast of America, Near the Mouth of the Great River of Oroonoque", "Maria Antonia Fernández-Villaverde, Bartholomew Featherstonehaugh, Wilhelmina van der Woodsen"},
		{"Internationalization", "Donaudampfschifffahrtsgesellschaft", "Wren Halloran"},
		{"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "Ein Roman", "Wren Halloran"}, {"Ångström, Ấm, Öl", "Écoute", "Ầ Çğj Ölçüm"},
	}
	const in = page.In
	shapes := [][2]page.Length{{frontWidth, frontHeight}, {4 * in, 6 * in}, {17 * in / 2, 17 * in / 2}, {11 * in, 17 * in / 2}, {17 * in / 2, 117 * in / 10}}
	grounds := []string{"", "#ffffff", "#000000", "#f2d21b", "#7d7d7d", "#c8402a"}
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, _, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, style))
		for i, title := range titles {
			for j, shape := range shapes {
				if i > 0 && j != i%len(shapes) {
					continue
				}
				cfg.Cover.Ground = grounds[(i+j)%len(grounds)]
				cfg.Book.Title, cfg.Book.Subtitle, cfg.Book.Contributors = title[0], title[1], []config.Contributor{{Name: title[2], Role: "aut"}}
				what := fmt.Sprintf("%s of %v × %v on %s: %s", style, shape[0], shape[1], cfg.Cover.Ground, title[0])
				p := &page.Page{Width: shape[0], Height: shape[1]}
				whole := page.Box{W: p.Width, H: p.Height}
				d := coverdesign.New(cfg, fonts)
				p.Items = append(d.Backdrop(whole, whole), d.Front(coverdesign.Face{Live: whole, Under: whole, Safe: in / 4})...)
				words := inspect(t, what, p)
				inside(t, what, words, coverdesign.Inset(whole, in/4))
				for _, want := range append(title[:], cfg.Book.Publisher) {
					if !says(words, want) {
						t.Errorf("%s: no %q", what, want)
					}
				}
			}
		}
	}
}

// A book that is written from the right to the left has words that are not: they stand where they would otherwise.
func TestLatinFromTheRight(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.toml":       "[book]\ntitle = \"Ångström\"\nauthors = [\"Ada Quill\"]\nlanguage = \"he\"\npublisher = \"Octavo Press\"\n",
		"manuscript/a.md": "# פעמון\n\nדלת.\n",
	} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cfg, _, fonts := booktest.Open(t, dir)
	for _, design := range []string{config.Label, config.Halftone, config.Poster} {
		cfg.Cover.Design = design
		words := inspect(t, design, Front(cfg, fonts, nil))
		inside(t, design, words, page.Box{W: frontWidth, H: frontHeight})
		for _, want := range []string{"Ångström", "Ada Quill", "Octavo Press"} {
			if !says(words, want) {
				t.Errorf("%s: no %q", design, want)
			}
		}
	}
}

// TestColorOf holds that a style's colour shows as it is written, but for the rounding of inks.
func TestColorOf(t *testing.T) {
	for hex, want := range map[string][3]int{"#17404a": {0x17, 0x40, 0x4a}, "#ffffff": {255, 255, 255}, "#000000": {}, "#c8402a": {0xc8, 0x40, 0x2a}} {
		r, g, b := coverdesign.Parse(hex).RGB()
		for i, v := range []uint8{r, g, b} {
			if d := int(v) - want[i]; d < -3 || d > 3 {
				t.Errorf("%s shows as %d %d %d", hex, r, g, b)
				break
			}
		}
	}
}

// TestExcerpt: the front of an excerpt says that it is one, also over a picture that the author brings.
func TestExcerpt(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, "../../../..")
	own := *cfg
	own.Book.ExcerptOf = &cfg.Book
	picture := &book.Picture{Path: "front.png", Format: "png", Data: []byte("p"), Width: 100, Height: 150}
	says := func(p *page.Page) bool {
		return strings.Contains(strings.Join(words(p.Items), " "), cfg.Lang.Trade.Excerpt)
	}
	for name, c := range map[string]struct {
		p    *page.Page
		want bool
	}{"book": {Front(cfg, fonts, nil), false}, "excerpt": {Front(&own, fonts, nil), true}, "over art": {Front(&own, fonts, picture), true}, "over a picture": {Marked(&own, fonts, picture), true}} {
		if says(c.p) != c.want {
			t.Errorf("%s: says that it is an excerpt: %t, want %t", name, !c.want, c.want)
		}
	}
	if p := Marked(&own, fonts, picture); p.Height != 600*page.Pt+bandHeight {
		t.Errorf("a picture of 2:3 is on a front %v high", p.Height)
	}
}

// words returns the texts of items.
func words(items []page.Item) (out []string) {
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			out = append(out, it.Text)
		case *page.Group:
			out = append(out, words(it.Items)...)
		}
	}
	return out
}
