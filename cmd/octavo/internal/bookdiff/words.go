package bookdiff

import (
	"cmp"
	"slices"
)

// hunk is a place where two sequences differ: old[old:oldEnd] became new[new:newEnd].
type hunk struct{ old, oldEnd, new, newEnd int }

// mostEdits is how many differences are looked for one by one; past that only what is found at once counts as
// unchanged.
const mostEdits = 800

// differences returns the hunks between two sequences, in order: the fewest there can be, unless there are more than
// mostEdits (Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986). Then the elements that
// each has just once part them into pieces (as in Cohen's patience diff), and a piece that has as many differences
// still is one hunk.
func differences(old, new []int32) []hunk {
	var out []hunk
	compare(old, new, 0, 0, divideByAnchors, func(h hunk) {
		if n := len(out); n > 0 && out[n-1].oldEnd == h.old && out[n-1].newEnd == h.new {
			out[n-1].oldEnd, out[n-1].newEnd = h.oldEnd, h.newEnd
		} else {
			out = append(out, h)
		}
	})
	return out
}

// manyEdits is what becomes of sequences with more differences than mostEdits.
type manyEdits int

const (
	divideByAnchors manyEdits = iota
	asOneHunk
)

// compare puts the hunks between two sequences that begin at o0 and n0 of the whole ones.
func compare(old, new []int32, o0, n0 int, fallback manyEdits, put func(hunk)) {
	for len(old) > 0 && len(new) > 0 && old[0] == new[0] {
		old, new, o0, n0 = old[1:], new[1:], o0+1, n0+1
	}
	for len(old) > 0 && len(new) > 0 && old[len(old)-1] == new[len(new)-1] {
		old, new = old[:len(old)-1], new[:len(new)-1]
	}
	switch {
	case len(old) == 0 && len(new) == 0:
	case len(old) == 0 || len(new) == 0:
		put(hunk{o0, o0 + len(old), n0, n0 + len(new)})
	case myers(old, new, o0, n0, put):
	case fallback == divideByAnchors:
		o, n := 0, 0
		for _, a := range anchors(old, new) {
			compare(old[o:a.old], new[n:a.new], o0+o, n0+n, asOneHunk, put)
			o, n = a.old+1, a.new+1
		}
		compare(old[o:], new[n:], o0+o, n0+n, asOneHunk, put)
	default:
		put(hunk{o0, o0 + len(old), n0, n0 + len(new)})
	}
}

// myers puts the hunks between two sequences, or reports false if there are too many.
func myers(old, new []int32, o0, n0 int, put func(hunk)) bool {
	most := min(len(old)+len(new), mostEdits)
	v := make([]int32, 2*most+3) // the farthest x on each diagonal x - y, by diagonal + most + 1
	var trace [][]int32          // v[-d … d] before step d
	mid := most + 1
	last := -1
search:
	for d := 0; d <= most; d++ {
		trace = append(trace, slices.Clone(v[mid-d:mid+d+1]))
		for k := -d; k <= d; k += 2 {
			var x int
			if k == -d || k != d && v[mid+k-1] < v[mid+k+1] {
				x = int(v[mid+k+1])
			} else {
				x = int(v[mid+k-1]) + 1
			}
			for x < len(old) && x-k < len(new) && x-k >= 0 && old[x] == new[x-k] {
				x++
			}
			v[mid+k] = int32(x)
			if x >= len(old) && x-k >= len(new) {
				last = d
				break search
			}
		}
	}
	if last < 0 {
		return false
	}
	var back []hunk // from the end
	x, y := len(old), len(new)
	for d := last; d > 0; d-- {
		t := trace[d] // of diagonals -d … d, as step d-1 left them
		at := func(k int) int32 {
			if k < -d || k > d {
				return 0
			}
			return t[k+d]
		}
		k := x - y
		down := k == -d || k != d && at(k-1) < at(k+1)
		var px, py int
		if down {
			px = int(at(k + 1))
			py = px - k - 1
			back = append(back, hunk{px, px, py, py + 1})
		} else {
			px = int(at(k - 1))
			py = px - k + 1
			back = append(back, hunk{px, px + 1, py, py})
		}
		x, y = px, py
	}
	for _, h := range slices.Backward(back) {
		put(hunk{o0 + h.old, o0 + h.oldEnd, n0 + h.new, n0 + h.newEnd})
	}
	return true
}

type anchor struct{ old, new int }

// anchors returns elements that both sequences have just once, in an order that both have.
func anchors(old, new []int32) []anchor {
	type seen struct{ olds, news, old, new int }
	all := map[int32]seen{}
	for i, w := range old {
		s := all[w]
		s.olds, s.old = s.olds+1, i
		all[w] = s
	}
	for i, w := range new {
		s := all[w]
		s.news, s.new = s.news+1, i
		all[w] = s
	}
	var both []anchor
	for i, w := range new {
		if s := all[w]; s.olds == 1 && s.news == 1 {
			both = append(both, anchor{s.old, i})
		}
	}
	at := make([]int, len(both))
	for i, a := range both {
		at[i] = a.old
	}
	stay := increasing(at)
	out := both[:0]
	for i, a := range both {
		if stay[i] {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b anchor) int { return cmp.Compare(a.new, b.new) })
	return out
}

// readable joins hunks that are separated by fewer words than they have themselves: where most of a sentence is new, a
// "the" that stayed by chance says nothing. Whatever changed is still in a hunk.
func readable(hunks []hunk) []hunk {
	const few = 2
	out := hunks[:0]
	size := func(h hunk) int { return max(h.oldEnd-h.old, h.newEnd-h.new) }
	for _, h := range hunks {
		if n := len(out); n > 0 {
			last := out[n-1]
			if gap := h.old - last.oldEnd; gap <= few && gap < min(size(last), size(h)) {
				out[n-1].oldEnd, out[n-1].newEnd = h.oldEnd, h.newEnd
				continue
			}
		}
		out = append(out, h)
	}
	return out
}
