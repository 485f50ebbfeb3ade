package interior_test

import (
	"testing"

	"octavo/cmd/octavo/internal/page"
)

const styled = `# Spans

Water is H~2~O, CO~2~ and NASA. A ==marked *and stressed*== word, an [underlined]{.underline} one, [Ctrl]{.kbd}, a [place]{#there} and
[an empty one]{.small}. See [there](#there).
`

func TestSpanStyles(t *testing.T) {
	pages := pagesOf(t, "modern", styled)
	water, two := startOf(t, pages, "Water is "), startOf(t, pages, "2")
	if two.Y != water.Y || two.Size != water.Size { // an inferior of the face
		t.Errorf("a subscript at %d in %d, on the line %d", two.Y, two.Size, water.Y)
	}
	if co := startOf(t, pages, "CO"); co.Size != water.Size {
		t.Error("a formula's capitals are set as small capitals")
	}
	var tints, rules, anchors int
	for _, p := range pages {
		for i, it := range p.Items {
			switch it := it.(type) {
			case *page.Rule:
				if it.Color.K < 20 {
					tints++
					if x, ok := p.Items[i+1].(*page.Text); !ok || x.X != it.X {
						t.Error("a tint is not painted before its words")
					}
				} else if under := startOf(t, pages, "underlined"); it.X == under.X && it.Y > under.Y {
					rules++
				}
			case *page.Anchor:
				if it.Name == "there" {
					anchors++
				}
			}
		}
	}
	if tints < 2 || rules != 1 || anchors != 1 {
		t.Errorf("%d tints, %d rules and %d anchors", tints, rules, anchors)
	}
}
