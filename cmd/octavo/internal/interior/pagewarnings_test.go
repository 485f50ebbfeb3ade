package interior

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/typeset"
)

// testBlocks returns blocks of lines; a negative number is a block that may move past two others.
func testBlocks(grid page.Length, heights ...int) (blocks []typeset.Block) {
	for _, n := range heights {
		b := typeset.Block{}
		if n < 0 {
			n, b.Float = -n, 2
		}
		row := typeset.Row{Height: page.Length(n) * grid}
		row.Items = []page.Item{&page.Image{}}
		b.Ways = []typeset.Way{{Rows: []typeset.Row{row}}}
		blocks = append(blocks, b)
	}
	return blocks
}

// TestPageWarnings: pages with holes, uneven spreads and moved pictures are reported, other pages are not.
func TestPageWarnings(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	for _, c := range []struct {
		want    string
		heights []int
	}{
		{"", []int{34, 33, 33, 20}},
		{"", []int{34, 34, 5}},
		{"page-short", []int{29, 34, 34, 20}},
		{"page-uneven", []int{34, 33, 34, 34, 20}},
		{"picture-moved", []int{28, -20, 6, 14, 34, 20}},
	} {
		want, heights := c.want, c.heights
		l := (&interior{cfg: cfg, fonts: fonts}).layout(bk.Chapters()[0])
		grid := l.grid()
		blocks := testBlocks(grid, heights...)
		rules := typeset.PageRules{Height: l.textHeight, Leading: grid, NoteGap: grid, Last: 4 * grid}
		pages := typeset.PagesOf(blocks, rules)
		l.warnOfPages(divided{blocks, pages, rules, make([]pagemap.Place, len(pages))})
		var codes []string
		for _, d := range l.faults {
			codes = append(codes, d.Code)
		}
		if got := strings.Join(slices.Compact(codes), " "); got != want {
			t.Errorf("blocks of %v lines: %q, want %q; pages %+v", heights, got, want, pages)
		}
	}
}
