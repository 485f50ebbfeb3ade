package typeset

import (
	"testing"

	"octavo/cmd/octavo/internal/page"
)

func TestSplitNotesLosesNothing(t *testing.T) {
	rules := PageRules{Height: 200 * page.Pt, Leading: 10 * page.Pt, NoteGap: 10 * page.Pt}
	long := make([]Row, 70)
	for i := range long {
		long[i] = Row{Height: 8 * page.Pt, Items: []page.Item{&page.Anchor{X: page.Length(i)}}}
	}
	blocks := SplitNotes([]Block{
		{Ways: []Way{{Rows: []Row{{Height: 10 * page.Pt, Notes: long}}}, {Cost: 1, Rows: []Row{{Height: 10 * page.Pt}, {Height: 10 * page.Pt, Notes: long}}}}},
		{Ways: []Way{{Rows: []Row{{Height: 10 * page.Pt}}}}},
	}, rules)
	next := 0
	for b, block := range blocks {
		for _, r := range block.Ways[0].Rows {
			height := r.Height
			for _, n := range r.Notes {
				if n.Items[0].(*page.Anchor).X != page.Length(next) {
					t.Fatalf("block %d: note line %s where %d was due", b, n.Items[0].(*page.Anchor).X, next)
				}
				next++
				height += n.Height
			}
			if height > rules.Height {
				t.Errorf("block %d is %s high", b, height)
			}
		}
		if b < 2 && len(block.Ways) != 1 {
			t.Errorf("block %d has still %d ways", b, len(block.Ways))
		}
	}
	if next != len(long) {
		t.Errorf("%d of %d lines left", next, len(long))
	}
}
