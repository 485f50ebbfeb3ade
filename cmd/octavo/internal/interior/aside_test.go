package interior_test

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

const withAsides = `# Asides

Before.

> [!NOTE]
> A callout.

::: {.warning #care}
## Mind the acid

- A list.
:::

::: center
Middle.
:::

See [there](#care).

<!-- pagebreak -->

A new page.
`

// TestAside sets notes between rules under their labels, in all styles, and begins a page where the author says.
func TestAside(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		pages := pagesOf(t, style, withAsides)
		label, callout := startOf(t, pages, "Note"), startOf(t, pages, "A callout.")
		if max(label.X-callout.X, callout.X-label.X) > label.Size/4 || label.Y >= callout.Y {
			t.Errorf("%s: the label is not above its text", style)
		}
		var above, below bool
		rules, anchors, links := 0, 0, 0
		for _, it := range pages[0].Items {
			switch it := it.(type) {
			case *page.Rule:
				if it.X == label.X {
					rules++
					above = above || it.Y < label.Y && label.Y-it.Y < 2*label.Size
					below = below || it.Y > callout.Y && it.Y-callout.Y < 2*callout.Size
				}
			case *page.Link:
				links += strings.Count(it.Anchor, "care")
			case *page.Anchor:
				if it.Name == "care" {
					anchors++
				}
			}
		}
		if !above || !below || rules < 4 || anchors != 1 || links != 2 {
			t.Errorf("%s: %d rules, %d anchors and %d links", style, rules, anchors, links)
		}
		if middle := startOf(t, pages, "Middle."); middle.X <= callout.X {
			t.Errorf("%s: what is centred begins at %d", style, middle.X)
		}
		fresh := startOf(t, pages, "A new page.")
		for _, it := range pages[1].Items {
			if x, ok := it.(*page.Text); ok && strings.HasPrefix(x.Text, "A new") {
				fresh = nil
			}
		}
		if fresh != nil {
			t.Errorf("%s: a page break breaks no page", style)
		}
	}
}
