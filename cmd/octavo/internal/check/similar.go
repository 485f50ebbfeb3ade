package check

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// shingle is how many characters of a normalised maxim are compared as one.
const shingle = 4

func maximAlike(f *facts) {
	maxims := make([][]uint64, len(f.entries))
	for i, e := range f.entries {
		maxims[i] = e.shingles
	}
	pairs, end := alike(maxims, f.cfg.Check.Alike)
	if end < len(maxims) {
		f.report(f.entries[end].Pos, "this maxim and those after it were not compared with others: too many are nearly the same").
			Note("mend the ones before it, and check again")
	}
	for _, p := range pairs {
		e, other := f.entries[p.Second], f.entries[p.First]
		if p.Share < 1 && (dictionary(f.cfg) || !strings.Contains(e.maxim, " ")) {
			continue // vending is not ending
		}
		d := f.report(e.Pos, "maxim nearly the same as another: they share %s of their letters", percent(p.Share))
		if p.Share == 1 {
			d.Message = "duplicate maxim"
		}
		d.To(lineEnd(e.Pos)).Note("the other is at %s: %s", other.Pos, other.maxim).
			Note("delete one of the two, or refer from one to the other with see")
	}
}

// Pair is two similar texts, by index, and the share of their shingles that they have in common.
type Pair struct {
	First, Second int
	Share         float64
}

// Alike returns, for each text, the most similar earlier text, if the Jaccard index of their shingles (the size of the
// intersection divided by the size of the union) is at least share. Of more than 10,000 texts that are all nearly the same, it leaves out the last.
func Alike(texts []string, share float64) []Pair {
	sets := make([][]uint64, len(texts))
	for i, text := range texts {
		sets[i] = shingles(text)
	}
	pairs, _ := alike(sets, share)
	return pairs
}

// mostCompared is how many pairs of texts are compared, which takes seconds. Of 10,000 texts that are all nearly the same there are so many.
const mostCompared = 50_000_000

// alike is Alike of texts whose shingles are known. It ends when mostCompared pairs have been compared; end is the number of texts that were.
//
// Only texts that share one of their rarest shingles are compared. Two sets of a and b shingles with index t have at least
// t*a shingles in common, so any a-ceil(t*a)+1 shingles of the first contain a common one, provided that both sets are in the
// same order (Chaudhuri, Ganti, Kaushik: A primitive operator for similarity joins, ICDE 2006). Most of the remaining
// pairs are ruled out because their signatures differ in more bits than their sets may differ in shingles.
func alike(texts [][]uint64, share float64) (out []Pair, end int) {
	sets := ordered(texts)
	signatures := make([]signature, len(sets))
	for i, set := range sets {
		signatures[i] = sign(set)
	}
	compared := 0
	index := map[uint64][]int32{} // the texts that have a shingle among their rarest
	seen := make([]int32, len(texts))
	for i, set := range sets {
		if len(set) == 0 {
			continue
		}
		if compared > mostCompared {
			return out, i
		}
		rare := set[:len(set)-max(1, int(math.Ceil(share*float64(len(set))-1e-9)))+1]
		best := Pair{Share: -1}
		for _, s := range rare {
			for _, j := range index[s] {
				if seen[j] == int32(i)+1 {
					continue
				}
				seen[j] = int32(i) + 1
				compared++
				other := sets[j]
				least := int(math.Ceil(share/(1+share)*float64(len(set)+len(other)) - 1e-9)) // that they must have in common
				if least = max(1, least); signatures[i].differ(&signatures[j]) > len(set)+len(other)-2*least {
					continue
				}
				n := common(set, other, least)
				if n < least {
					continue
				}
				got := float64(n) / float64(len(set)+len(other)-n)
				if got > best.Share || got == best.Share && int(j) < best.First {
					best = Pair{int(j), i, got}
				}
			}
		}
		if best.Share >= 0 {
			out = append(out, best)
		}
		if best.Share == 1 { // an earlier text is the same: what is like this one is as much like that
			continue
		}
		for _, s := range rare {
			index[s] = append(index[s], int32(i))
		}
	}
	return out, len(sets)
}

// ordered returns the shingles of each text, rarest first. Shingles are counted by their upper halves; a collision only
// makes a shingle look less rare than it is.
func ordered(texts [][]uint64) [][]uint64 {
	sets := make([][]uint64, len(texts))
	counts := make([]uint32, 1<<16)
	n := 0
	for _, t := range texts {
		for _, s := range t {
			counts[s>>16]++
		}
		n += len(t)
	}
	all := make([]uint64, 0, n)
	for i, t := range texts {
		from := len(all)
		for _, s := range t {
			all = append(all, uint64(counts[s>>16])<<32|s)
		}
		sets[i] = all[from:len(all):len(all)]
		slices.Sort(sets[i])
	}
	return sets
}

// signature is a set of shingles as a bit set: each shingle sets one bit.
type signature [4]uint64

func sign(set []uint64) (sig signature) {
	for _, s := range set {
		h := uint32(s) * 2654435769 >> 24
		sig[h>>6] |= 1 << (h & 63)
	}
	return sig
}

// differ returns the number of bits in which two signatures differ. Their sets differ in at least as many shingles.
func (a *signature) differ(b *signature) int {
	return bits.OnesCount64(a[0]^b[0]) + bits.OnesCount64(a[1]^b[1]) + bits.OnesCount64(a[2]^b[2]) + bits.OnesCount64(a[3]^b[3])
}

// common returns the number of elements that two sorted sets have in common, or a number below least if there are fewer.
func common(a, b []uint64, least int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case n+min(len(a)-i, len(b)-j) < least:
			return n
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// shingles returns the set of a text's runs of four characters as sorted hashes. Case, accents, punctuation and spacing are
// ignored. A text of fewer than four characters is one shingle.
func shingles(text string) []uint64 {
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
	out := make([]uint64, 0, len(runes))
	for i := 0; i == 0 || i+shingle <= len(runes); i++ {
		h := uint32(2166136261) // FNV-1a
		for _, r := range runes[i:min(i+shingle, len(runes))] {
			h = (h ^ uint32(r)) * 16777619
		}
		out = append(out, uint64(h))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
