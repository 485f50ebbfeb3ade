package typeset

import (
	"math/rand/v2"
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// allDivisions tries every choice of ways and every division into pages and returns the least cost. It computes the cost of a page
// from the definition of PagesOf, not as its loop does.
func allDivisions(blocks []Block, rules PageRules) int64 {
	best := int64(1 << 62)
	ways := make([]int, len(blocks))
	for {
		var rows []Row
		var base int64
		for b, w := range ways {
			rows = append(rows, blocks[b].Ways[w].Rows...)
			base += blocks[b].Ways[w].Cost
		}
		for set := range 1 << (len(rows) - 1) { // a bit for a page that starts with row i+1
			if c := costOf(rows, set, rules); c >= 0 {
				best = min(best, base+c)
			}
		}
		i := 0
		for ; i < len(ways); i++ {
			if ways[i]++; ways[i] < len(blocks[i].Ways) {
				break
			}
			ways[i] = 0
		}
		if i == len(ways) {
			return best
		}
	}
}

// costOf returns the cost of a division, or -1 when a page is overfull.
func costOf(rows []Row, set int, rules PageRules) int64 {
	var cost int64
	pg, facing := 0, page.Length(-1)
	for from := 0; from < len(rows); pg++ {
		to := from + 1
		for to < len(rows) && set&(1<<(to-1)) == 0 {
			to++
		}
		var used, notes page.Length
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
				} else if j > 0 {
					notes += n.Space
				}
				notes += n.Height
			}
		}
		free := rules.Height - used - notes
		if free < 0 && to > from+1 {
			return -1
		}
		short := max(0, free/rules.Leading)
		verso := pg%2 == 1
		switch {
		case to == len(rows):
			if used < rules.Last {
				cost += lastCost
			}
			want := page.Length(0)
			if !verso {
				want = max(facing, 0)
			}
			if short != want && short-want <= NearlyFull {
				cost += nearlyCost
			}
			facing = -1
		case rows[to].Penalty == Forced:
			facing = -1
		default:
			cost += int64(short*short) * shortCost
			if pg == 0 && short > 0 && short <= NearlyFull {
				cost += nearlyCost
			}
			if !verso && facing >= 0 && facing != short {
				cost += unevenCost
			}
			facing = -1
			if verso {
				facing = short
			}
			if p := int64(rows[to].Penalty); p >= Forbidden {
				cost += forbiddenCost
			} else if p > 0 {
				cost += p * p
			}
		}
		from = to
	}
	return cost
}

func TestPagesOfIsOptimal(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	rules := PageRules{Height: 100 * page.Pt, Leading: 10 * page.Pt, NoteGap: 10 * page.Pt, Last: 30 * page.Pt}
	same, n := 0, 0
	for i := range 800 {
		lines := i%2 == 0 // rows of one line, as most of a book's are
		blocks := randomGalley(r, lines)
		if lines {
			rules.Height, rules.Last = 50*page.Pt, 10*page.Pt
		} else {
			rules.Height, rules.Last = 100*page.Pt, 30*page.Pt
		}
		best := allDivisions(blocks, rules)
		p := paginator{blocks: blocks, rules: rules, most: 1 << 30}
		end := p.run()
		if got := p.nodes[end].cost; got != best {
			t.Fatalf("cost %d, want %d", got, best)
		}
		ways, starts := p.trace(end)
		if got := costOfChoice(blocks, ways, starts, rules); got != best {
			t.Fatalf("what was chosen costs %d, not %d", got, best)
		}
		ways, starts = PagesOf(blocks, rules)
		if got := costOfChoice(blocks, ways, starts, rules); got < best {
			t.Fatalf("cost %d is less than the least, %d", got, best)
		} else if lines {
			n++
			if got == best {
				same++
			}
		}
	}
	if same < n*17/20 { // what PagesOf leaves out for speed seldom matters
		t.Errorf("PagesOf finds the best of %d galleys only %d times", n, same)
	}
}

func costOfChoice(blocks []Block, ways []int, starts []Place, rules PageRules) int64 {
	var rows []Row
	var cost int64
	set := 0
	for b, w := range ways {
		for k := range blocks[b].Ways[w].Rows {
			if len(rows) > 0 && slices.Contains(starts, Place{b, k}) {
				set |= 1 << (len(rows) - 1)
			}
			rows = append(rows, blocks[b].Ways[w].Rows[k])
		}
		cost += blocks[b].Ways[w].Cost
	}
	return cost + costOf(rows, set, rules)
}

func randomGalley(r *rand.Rand, lines bool) []Block {
	var blocks []Block
	for total := 0; total < 9; {
		n := 1 + r.IntN(3)
		rows := make([]Row, n, n+1)
		for i := range rows {
			rows[i] = Row{Height: page.Length(1+r.IntN(4)) * 10 * page.Pt, Space: page.Length(r.IntN(2)) * 10 * page.Pt}
			if lines {
				rows[i] = Row{Height: 10 * page.Pt}
			}
			switch r.IntN(6) {
			case 0:
				rows[i].Penalty = Forbidden
			case 1:
				rows[i].Penalty = 60
			case 2:
				rows[i].Notes = []Row{{Height: page.Length(1+r.IntN(3)) * 8 * page.Pt}}
			}
			if r.IntN(20) == 0 && i == 0 && len(blocks) > 0 {
				rows[i].Penalty = Forced
			}
		}
		b := Block{Ways: []Way{{Rows: rows}}}
		if r.IntN(2) == 0 {
			longer := append(slices.Clone(rows), Row{Height: 10 * page.Pt})
			b.Ways = append(b.Ways, Way{Cost: int64(r.IntN(400_000)), Rows: longer})
		}
		if n > 1 && r.IntN(2) == 0 {
			b.Ways = append(b.Ways, Way{Cost: int64(r.IntN(400_000)), Rows: rows[:n-1]})
		}
		total += n
		blocks = append(blocks, b)
	}
	return blocks
}

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
