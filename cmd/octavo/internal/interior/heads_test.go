package interior

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
)

// TestShortTitle warns of a title that its running heads cut off, and sets the short one instead where there is one.
func TestShortTitle(t *testing.T) {
	long := "# A chapter whose title is so very long that no running head of a page like this one can hold all of it\n\n" +
		strings.Repeat("A line of text and another, which is long enough to fill some lines of a page.\n\n", 120)
	for _, c := range []struct {
		text, head string
		warned     bool
	}{{long, "", true}, {"+++\nshort = \"A long chapter\"\n+++\n\n" + long, "A\u00A0long\u00A0chapter", false}} {
		cfg, bk, fonts := booktest.Open(t, written(t, "", c.text))
		doc, _, found := Set(cfg, bk, fonts)
		warned := false
		for _, d := range found {
			warned = warned || d.Code == "head-long"
		}
		if warned != c.warned {
			t.Errorf("head %q: warned %t", c.head, warned)
		}
		if has := slices.ContainsFunc(doc.Pages, func(p *page.Page) bool {
			return strings.Contains(strings.Join(rowsOf(p, func(x *page.Text) bool { return x.Node == nil }), "\n"), c.head)
		}); c.head != "" && !has {
			t.Errorf("no page has the head %q", c.head)
		}
	}
}
