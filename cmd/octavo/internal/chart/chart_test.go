package chart

import (
	"bytes"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/stats"
	"octavo/cmd/octavo/internal/svg"
)

// TestDraw holds the picture of the book of all constructs, and that nothing leaves it in any style.
func TestDraw(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		cfg, b, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, style))
		s := stats.Of(cfg, b, nil)
		for _, long := range []bool{false, true} { // long names are cut off, and a chapter without words has no bar
			if long {
				s.Chapters[0].Title, s.Chapters[1].Words = "A Title That Goes On and On until Nobody Remembers How It Began, nor Why", 0
			}
			pg := Draw(cfg, fonts, s)
			for _, item := range pg.Items {
				if text, ok := item.(*page.Text); ok && (text.X < 0 || text.X+text.Advance() > pg.Width || text.Y > pg.Height) {
					t.Errorf("%s: %q leaves the picture", style, text.Text)
				}
			}
			if style == "classic" && !long {
				booktest.PagesEqual(t, "kitchen.golden", []*page.Page{pg})
				var out bytes.Buffer
				if err := svg.Write(&out, pg); err != nil || !bytes.HasPrefix(out.Bytes(), []byte("<?xml")) {
					t.Errorf("%v: %.60s", err, out.Bytes())
				}
			}
		}
	}
}
