package typeset

import (
	"math/rand/v2"
	"testing"
)

// costOf adds up the costs of a division, -1 when a page is overfull.
func costOf(rows []Row, starts []int, rules PageRules) int64 {
	var cost int64
	for i, from := range starts {
		to := len(rows)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		var used, notes Length
		for k := from; k < to; k++ {
			if k > from {
				used += rows[k].Space
				if rows[k].Penalty == Forced {
					return -1
				}
			}
			used += rows[k].Height
			for j, n := range rows[k].Notes {
				if notes == 0 {
					notes = rules.NoteGap
				}
				notes += n.Height
				if j > 0 {
					notes += n.Space
				}
			}
		}
		short := rules.Height - used - notes
		if short < 0 && to > from+1 {
			return -1
		}
		cost += rules.cost(rows, to-1, used, short)
	}
	return cost
}

func TestPagesOfIsOptimal(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	rules := PageRules{Height: 100 * Pt, Leading: 10 * Pt, NoteGap: 10 * Pt, Last: 30 * Pt}
	for range 2000 {
		n := 1 + r.IntN(14)
		rows := make([]Row, n)
		for i := range rows {
			rows[i] = Row{Height: Length(1+r.IntN(4)) * 10 * Pt, Space: Length(r.IntN(2)) * 10 * Pt}
			switch r.IntN(6) {
			case 0:
				rows[i].Penalty = Forbidden
			case 1:
				rows[i].Penalty = 60
			case 2:
				rows[i].Notes = []Row{{Height: Length(1+r.IntN(3)) * 8 * Pt}}
			}
			if r.IntN(20) == 0 {
				rows[i].Penalty = Forced
			}
		}
		best := int64(-1)
		for set := range 1 << (n - 1) { // a bit for a page that starts with row i+1
			starts := []int{0}
			for i := range n - 1 {
				if set&(1<<i) != 0 {
					starts = append(starts, i+1)
				}
			}
			if c := costOf(rows, starts, rules); c >= 0 && (best < 0 || c < best) {
				best = c
			}
		}
		if got := costOf(rows, PagesOf(rows, rules), rules); got != best {
			t.Fatalf("cost %d, want %d", got, best)
		}
	}
}

func TestSplitNotesLosesNothing(t *testing.T) {
	rules := PageRules{Height: 200 * Pt, Leading: 10 * Pt, NoteGap: 10 * Pt}
	long := make([]Row, 70)
	for i := range long {
		long[i] = Row{Height: 8 * Pt, Items: []Item{&Anchor{X: Length(i)}}}
	}
	rows := SplitNotes([]Row{{Height: 10 * Pt, Notes: long}, {Height: 10 * Pt}}, rules)
	next := 0
	for i, r := range rows {
		height := r.Height
		for _, n := range r.Notes {
			if n.Items[0].(*Anchor).X != Length(next) {
				t.Fatalf("row %d: note line %s where %d was due", i, n.Items[0].(*Anchor).X, next)
			}
			next++
			height += n.Height
		}
		if height > rules.Height {
			t.Errorf("row %d is %s high", i, height)
		}
	}
	if next != len(long) {
		t.Errorf("%d of %d lines left", next, len(long))
	}
}
