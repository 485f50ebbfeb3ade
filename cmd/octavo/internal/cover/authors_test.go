package cover

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// TestManyAuthors names all authors on a front as long as they have room, and the first of them where they have none; a title that has
// none is reported.
func TestManyAuthors(t *testing.T) {
	off := func(p *page.Page) int {
		return len(page.OffPage([]*page.Page{p}, nil, func(int) diag.Pos { return diag.Pos{} }))
	}
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		cfg, _, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, style))
		for n, all := range map[int]bool{2: true, 12: true, 300: false} {
			cfg.Book.Contributors = nil
			for i := range n {
				cfg.Book.Contributors = append(cfg.Book.Contributors, config.Contributor{Name: fmt.Sprintf("Author Lamp%d", i), Role: "aut"})
			}
			what := fmt.Sprintf("%s, %d authors", style, n)
			p := Front(cfg, fonts, nil)
			said := inspect(t, what, p)
			if !says(said, "Author Lamp0") || !says(said, cfg.Book.Title) || says(said, fmt.Sprintf("Author Lamp%d", n-1)) != all || says(said, "et al.") == all {
				t.Errorf("%s: %v", what, words(p.Items))
			}
			if off(p) > 0 {
				t.Errorf("%s: words leave the front", what)
			}
		}
		if style != "classic" {
			continue
		}
		cfg.Book.Title = strings.Repeat("lamp ", 2000)
		if off(Front(cfg, fonts, nil)) == 0 {
			t.Errorf("%s: nothing reports a title of %d letters", style, len(cfg.Book.Title))
		}
	}
}
