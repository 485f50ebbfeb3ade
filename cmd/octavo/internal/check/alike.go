package check

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// shingle is how many characters of a normalised maxim are compared as one.
const shingle = 4

func maximAlike(f *facts) {
	maxims := make([]string, len(f.entries))
	for i, e := range f.entries {
		maxims[i] = e.maxim
	}
	for _, p := range alike(maxims, f.cfg.Check.Alike) {
		e, other := f.entries[p.second], f.entries[p.first]
		d := f.report(e.Pos, "this maxim is nearly the same as another one: they share %s of their letters", percent(p.share))
		if p.share == 1 {
			d.Message = "this maxim stands in the book twice"
		}
		d.To(lineEnd(e.Pos)).Note("the other, at %s: %s", other.Pos, other.maxim).
			Note("drop one of the two, or refer from one to the other with see")
	}
}

// pair is two texts that are alike, and the share of their shingles that they have in common.
type pair struct {
	first, second int
	share         float64
}

// alike finds for every text the earlier one that is most like it, when they have at least the given share of their
// shingles in common (the Jaccard index: those of both through those of either).
//
// Only texts that share one of their rarest shingles are compared. If two sets of a and b shingles have the index t,
// they have at least t*a in common, so that of each any a-ceil(t*a)+1 shingles include a common one, provided that both
// order them in the same way (Chaudhuri, Ganti, Kaushik: A primitive operator for similarity joins, ICDE 2006).
func alike(texts []string, share float64) []pair {
	sets := make([][]uint32, len(texts))
	counts := map[uint32]int32{}
	for i, t := range texts {
		sets[i] = shingles(t)
		for _, s := range sets[i] {
			counts[s]++
		}
	}
	var out []pair
	index := map[uint32][]int32{} // the texts that have a shingle among their rarest
	seen := make([]int32, len(texts))
	for i, set := range sets {
		if len(set) == 0 {
			continue
		}
		rare := make([]uint64, len(set)) // by count, then by value
		for k, s := range set {
			rare[k] = uint64(counts[s])<<32 | uint64(s)
		}
		slices.Sort(rare)
		rare = rare[:len(set)-max(1, int(math.Ceil(share*float64(len(set))-1e-9)))+1]
		best := pair{share: -1}
		for _, r := range rare {
			s := uint32(r)
			for _, j := range index[s] {
				if seen[j] == int32(i)+1 {
					continue
				}
				seen[j] = int32(i) + 1
				if got := jaccard(set, sets[j]); got+1e-9 >= share && (got > best.share || got == best.share && int(j) < best.first) {
					best = pair{int(j), i, got}
				}
			}
		}
		if best.share >= 0 {
			out = append(out, best)
		}
		for _, r := range rare {
			if counts[uint32(r)] > 1 { // one that no other text has finds nothing
				index[uint32(r)] = append(index[uint32(r)], int32(i))
			}
		}
	}
	return out
}

// shingles is the set of a text's runs of four characters, sorted; case, accents, punctuation and spacing do not count.
// A text that is shorter is one shingle.
func shingles(text string) []uint32 {
	runes := make([]rune, 0, len(text)+1)
	for _, r := range norm.NFKD.String(strings.ToLower(text)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			runes = append(runes, r)
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		case len(runes) > 0 && runes[len(runes)-1] != ' ':
			runes = append(runes, ' ')
		}
	}
	if n := len(runes); n > 0 && runes[n-1] == ' ' {
		runes = runes[:n-1]
	}
	if len(runes) == 0 {
		return nil
	}
	out := make([]uint32, 0, len(runes))
	for i := 0; i == 0 || i+shingle <= len(runes); i++ {
		h := uint32(2166136261) // FNV-1a
		for _, r := range runes[i:min(i+shingle, len(runes))] {
			h = (h ^ uint32(r)) * 16777619
		}
		out = append(out, h)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// jaccard is the share that two sorted sets have in common.
func jaccard(a, b []uint32) float64 {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case 0:
			common++
			i++
			j++
		case -1:
			i++
		default:
			j++
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}
