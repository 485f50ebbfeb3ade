package cards

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
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
