package interior

import (
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

func TestJoinedLeading(t *testing.T) {
	const pt = page.Pt
	for _, c := range []struct {
		height  page.Length
		n       int
		leading page.Length
		level   int
	}{
		{0, 5, 14 * pt, 1},               // no face has the strokes
		{15 * pt, 5, 14 * pt, 1},         // they meet on the grid
		{11 * pt, 4, 42 * pt / 4, 4},     // three lines of the grid
		{11 * pt, 1, 1089 * pt / 100, 1}, // none would do
		{11 * pt, 300, 42 * pt / 4, 4},   // long: pages end after every fourth line
	} {
		leading, level := joinedLeading(14*pt, c.height, c.n, 500*pt)
		if leading > max(c.height, 14*pt) {
			t.Errorf("%v: lines %s apart do not meet", c, leading)
		}
		if leading != c.leading || level != c.level {
			t.Errorf("%v: %s, %d", c, leading, level)
		}
	}
}

// drawing is a book with a drawing of boxes that is followed by text.
const drawing = "# Boxes\n\nA tree:\n\n```\nroot\n├── one\n│   └── leaf\n└── two\n```\n\nAnd more.\n"

// TestBoxesMeet: the strokes of box drawing meet from line to line and from sign to sign, and the text after them is on the grid.
func TestBoxesMeet(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		cfg, bk, fonts := booktest.Open(t, written(t, "[print]\nstyle = \""+style+"\"\n", drawing))
		doc, places, _ := Set(cfg, bk, fonts)
		boxFont := fonts.Mono.Instead("│").Font
		var boxes []*page.Text
		var after page.Length
		for i, p := range doc.Pages {
			if places.Pages[i].Kind != pagemap.Chapter {
				continue
			}
			for _, it := range p.Items {
				s, ok := it.(*page.Text)
				if !ok {
					continue
				}
				if s.Font == boxFont {
					boxes = append(boxes, s)
				}
				if s.Text == "And more." {
					after = s.Y - boxes[0].Y
				}
			}
		}
		if len(boxes) != 4 {
			t.Fatalf("%s: %d runs of box drawing, want 4: one a word", style, len(boxes))
		}
		_, bottom, _, top := boxFont.Bounds(boxFont.Glyph('│'))
		high := page.Length(top-bottom) * boxes[0].Size / page.Length(boxFont.Upem)
		for i := range boxes[1:] {
			if apart := boxes[i+1].Y - boxes[i].Y; apart > high {
				t.Errorf("%s: strokes %s high stand %s apart", style, high, apart)
			}
		}
		if grid := page.Length(cfg.Style.Text.Leading); after <= 0 || after > 6*grid {
			t.Errorf("%s: the text after the drawing is %s under its second line", style, after)
		}
	}
}
