package interior

import (
	"fmt"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
)

// TestTrims sets the same text on pages of many sizes: the margins keep their proportions to the page, nothing stands in the white
// around them, and lines too short or too long are a warning.
func TestTrims(t *testing.T) {
	for _, c := range []struct {
		trim     string
		warnings int
	}{{"5.5x8.5in", 0}, {"4.25x6.87in", 0}, {"148x210mm", 0}, {"6x9in", 0}, {"8.5x11in", 0}, {"3x4in", 0}, {"16x11in", 0}} {
		cfg, bk, fonts := booktest.Open(t, written(t, fmt.Sprintf("[print]\ntrim = %q\n", c.trim),
			"# A chapter\n\nA line of text and another, which is long enough to fill some lines of any of these pages, and then to go on for a while.\n"))
		doc, _, found := Set(cfg, bk, fonts)
		n := 0
		for _, d := range found {
			switch d.Code {
			case "line-measure":
				n++
			case "page-overflow", "line-overfull":
				t.Errorf("%s: %s", c.trim, d.Message)
			}
		}
		if n != c.warnings {
			t.Errorf("%s: %d warnings of the measure, want %d: %v", c.trim, n, c.warnings, found)
		}
		st := cfg.Style.Page
		if got, want := float64(st.Inner)/float64(cfg.Print.Width), 0.8/5.5; got < want-0.001 || got > want+0.001 && cfg.Print.Width < config.Length(8*page.In) {
			t.Errorf("%s: the inner margin is %.3f of the page, want %.3f", c.trim, got, want)
		}
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if b, ok := page.Extent(it); ok && (b.Y < page.In/5 || b.Y+b.H > p.Height-page.In/5) {
					t.Errorf("%s: something stands at %.1f pt of %.1f", c.trim, b.Y.Points(), p.Height.Points())
				}
			}
		}
	}
}
