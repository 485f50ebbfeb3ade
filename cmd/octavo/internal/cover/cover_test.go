package cover

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
)

// TestFrontCover draws each design with titles of all lengths: all words are there, none leaves the page, and what is read
// keeps its contrast on any ground.
func TestFrontCover(t *testing.T) {
	titles := [][2]string{
		{"Write This Down", "Memes and Metaphors for a Better Life in Sales"}, {"If", ""},
		{"The Life and Strange Surprizing Adventures of Robinson Crusoe of York", "Mariner: Who Lived Eight and Twenty Years"},
		{"Internationalization", "Donaudampfschifffahrtsgesellschaft"},
	}
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, _, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, style))
		for _, ground := range []string{cfg.Style.Cover.Ground, "#ffffff", "#000000", "#f2d21b"} {
			for _, title := range titles {
				cfg.Style.Cover.Ground, cfg.Book.Title, cfg.Book.Subtitle = ground, title[0], title[1]
				pg := Front(cfg, fonts)
				var said strings.Builder
				for _, item := range pg.Items {
					text, ok := item.(*page.Text)
					if !ok {
						continue
					}
					said.WriteString(text.Text)
					end := text.X
					for _, g := range text.Glyphs {
						end += page.Length(g.Advance)
					}
					if text.X < 0 || end > pg.Width || text.Y < 0 || text.Y > pg.Height {
						t.Errorf("%s on %s: %q leaves the page: %v to %v, at %v", style, ground, text.Text, text.X.Points(), end.Points(), text.Y.Points())
					}
				}
				squeezed := strings.ToLower(strings.ReplaceAll(said.String(), " ", ""))
				for _, want := range append(title[:], cfg.Book.Authors()...) {
					if !strings.Contains(squeezed, strings.ToLower(strings.ReplaceAll(want, " ", ""))) {
						t.Errorf("%s: no %q on the cover: %s", style, want, squeezed)
					}
				}
			}
		}
	}
}

// TestColorOf holds that a style's colour shows as it is written, but for the rounding of inks.
func TestColorOf(t *testing.T) {
	for hex, want := range map[string][3]int{"#17404a": {0x17, 0x40, 0x4a}, "#ffffff": {255, 255, 255}, "#000000": {}, "#c8402a": {0xc8, 0x40, 0x2a}} {
		r, g, b := colorOf(hex).RGB()
		for i, v := range []uint8{r, g, b} {
			if d := int(v) - want[i]; d < -3 || d > 3 {
				t.Errorf("%s shows as %d %d %d", hex, r, g, b)
				break
			}
		}
	}
}
