package interior_test

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
)

const listings = "# Code\n\nA block with a long line:\n\n```sh\n" +
	"hoist --lantern red --height 30 --keeper \"whoever is up there tonight\" --log /var/log/lantern\n" +
	"\tlower\tnow\n\n    done\n```\n\nAnd `two  spaces` here, in a paragraph that is longer than its line, so that it is filled with white.\n\n" +
	"A block a little too wide:\n\n```\nthis line has a few more characters than it should have\n```\n"

// TestCode holds a page of code: turned lines hang behind a mark that is no text, tabs stop at columns, every space of an indent is
// a space, a block a little too wide is smaller.
func TestCode(t *testing.T) {
	pages := pagesOf(t, "classic", listings)
	booktest.PagesEqual(t, "code-classic.golden", pages)
	first := startOf(t, pages, "hoist")
	column := page.Length(first.Glyphs[0].Advance)
	marks := 0
	for _, it := range pages[0].Items {
		switch it := it.(type) {
		case *page.Path:
			marks++
		case *page.Text:
			if strings.ContainsAny(it.Text, "\u00A0\t↪") {
				t.Errorf("%q has what nobody typed", it.Text)
			}
		}
	}
	if marks != 1 {
		t.Errorf("%d marks of lines that are turned", marks)
	}
	if x := startOf(t, pages, "is up").X; x != first.X+2*column {
		t.Errorf("what is turned stands at %d, the line at %d", x, first.X)
	}
	if white, text := startOf(t, pages, "    "), startOf(t, pages, "lower   now"); white.X != first.X || text.X != first.X+4*column {
		t.Errorf("a tab leads to %d, the line begins at %d", text.X, first.X)
	}
	if startOf(t, pages, "this line").Size >= first.Size {
		t.Error("a block a little too wide is as large as any")
	}
}

// TestCodeOverleaf holds that a page break leaves two lines of a block of code on each side.
func TestCodeOverleaf(t *testing.T) {
	for n := 30; n < 36; n++ {
		var b strings.Builder
		b.WriteString("# Code\n\n```\n")
		for i := range n {
			fmt.Fprintf(&b, "line %d;\n", i)
		}
		b.WriteString("```\n")
		for _, p := range pagesOf(t, "classic", b.String()) {
			var lines []int
			for _, it := range p.Items {
				var i int
				if x, ok := it.(*page.Text); ok {
					if k, _ := fmt.Sscanf(x.Text, "line %d;", &i); k == 1 {
						lines = append(lines, i)
					}
				}
			}
			if len(lines) == 1 {
				t.Errorf("of %d lines, line %d stands alone", n, lines[0])
			}
		}
	}
}
