package typeset

import (
	"slices"

	"octavo/cmd/octavo/internal/page"
)

// LineEnd is a place where a line of display text may end: a maxim on its card, a title on a cover. Such text is short and
// is seen as a shape before it is read, so that its lines are chosen as a sign painter would: no word is divided, and no line
// ends with a word that belongs to the next. A text is the list of its places; the line between two of them holds b.End less
// a.Start. The last place ends the text. Lengths are in any unit that the measure is in too: nothing but size is
// changed by setting the same text in another size, so that it is measured once.
type LineEnd struct {
	End, Start page.Length // of the text before a line that ends here, and before the next line: the space is in Start
	Right      page.Length // of End: signs that may hang out at the right of a line that ends here
	Left       page.Length // signs that may hang out at the left of a line that starts here
	Kind       LineEndKind
	Weak       bool // the last word belongs to the next one: an article, a preposition, a conjunction
	Pause      bool // a sign of punctuation stands here, where a speaker would stop too
	Lone       bool // what follows is one word, which would be alone on the last line
}

// LineEndKind is whether a line may end at a LineEnd.
type LineEndKind uint8

// The kinds of places.
const (
	MayEnd  LineEndKind = iota
	MustEnd             // a line ends here in any case
	Never               // between two words that belong together, "p. 42"
	Hyphen              // after a hyphen that is in the text, inside an address: only where the text does not fit otherwise
)

// DisplayRules are the limits within which display text is broken into lines.
type DisplayRules struct {
	Measure page.Length // the greatest width of a line, without punctuation that hangs outside
	Hang    page.Length // how far signs may hang out at each side
	First   page.Length // signs that may hang out at the left of the first line
	Most    int         // lines
	Hyphens bool        // lines may end at a Hyphen
}

// The costs of the ways to break a display text. The white of a line counts by its square, 1,000,000 for a whole
// measure of it. Faults come before white, and of faults the graver before the others.
const (
	pauseCost  = 12_000          // of a line that ends in the middle of a clause: as a line short by a ninth
	roughCost  = 1_000_000       // of lines whose lengths are so unlike that a smaller size is tried: of one without a word
	clauseCost = 50_000_000      // of a line that parts one word from its clause: "a chair: pull / it out"
	weakCost   = 100_000_000     // of a line that ends with a word that belongs to the next
	stubCost   = 101_000_000     // of a line under two fifths of the measure, unless it is all there is
	loneCost   = 300_000_000     // of a last line of one word
	hyphenCost = 100_000_000_000 // of a line that ends with a hyphen
)

// Faulty reports whether a cost that BreakDisplay returned includes a fault.
func Faulty(cost int64) bool { return cost >= clauseCost }

// BreakDisplay chooses the places at which the lines of a display text end, of all the ways that fit the one of least
// cost: the sum over its lines of the square of the white, and of its faults: a line divided at a hyphen, a lone last
// word, a line that is too short beside the others, a line that ends weakly, a word parted from its clause. No way is
// passed over: what is kept for each place is the best way to it in each number of lines. Ends is nil where no way fits.
func BreakDisplay(places []LineEnd, rules DisplayRules) (ends []int, cost int64) {
	n := len(places)
	if n == 0 || rules.Most < 1 || rules.Measure <= 0 {
		return nil, 0
	}
	const none = int64(-1)
	most := min(rules.Most, n)
	// best[k*(n+1)+j] is the least cost of the text before the start of place j-1 in k lines; from, where the last of
	// these lines starts.
	best, from := make([]int64, (most+1)*(n+1)), make([]int32, (most+1)*(n+1))
	for i := range best {
		best[i] = none
	}
	best[0] = 0
	for j := 1; j <= n; j++ {
		end := &places[j-1]
		if end.Kind == Never || end.Kind == Hyphen && !rules.Hyphens {
			continue
		}
		for i := j - 1; i >= 0; i-- {
			if i < j-1 && places[i].Kind == MustEnd {
				break
			}
			white, fits := rules.white(places, i, j)
			if !fits {
				break
			}
			cost := rules.cost(places, i, j, white)
			for k := 1; k <= most; k++ {
				before := best[(k-1)*(n+1)+i]
				if at := k*(n+1) + j; before != none && (best[at] == none || before+cost < best[at]) {
					best[at], from[at] = before+cost, int32(i)
				}
			}
		}
	}
	lines := 0
	for k := 1; k <= most; k++ {
		if c := best[k*(n+1)+n]; c != none && (lines == 0 || c < cost) {
			lines, cost = k, c
		}
	}
	if lines == 0 {
		return nil, 0
	}
	ends = make([]int, lines)
	for k, j := lines, n; k > 0; k-- {
		ends[k-1] = j - 1
		j = int(from[k*(n+1)+j])
	}
	return ends, cost
}

// white returns how far the line from place i-1 to place j-1 is short of the measure, and whether the line fits.
func (r DisplayRules) white(places []LineEnd, i, j int) (page.Length, bool) {
	end := &places[j-1]
	w := end.End - min(end.Right, r.Hang)
	if i > 0 {
		start := &places[i-1]
		w -= start.Start + min(start.Left, r.Hang)
	} else {
		w -= min(r.First, r.Hang)
	}
	return r.Measure - max(w, 0), w <= r.Measure
}

// cost returns the cost of the line from place i-1 to place j-1.
func (r DisplayRules) cost(places []LineEnd, i, j int, white page.Length) int64 {
	end := &places[j-1]
	part := int64(white * 1000 / r.Measure)
	cost := part * part
	last := j == len(places)
	begun := i == 0 || places[i-1].Kind == MustEnd // nothing stands on the line above that could stand here
	ended := last || end.Kind == MustEnd
	if !begun && !places[i-1].Pause && !(last && i == j-1) && places[i].parts() {
		cost += clauseCost // the last word of a clause
	}
	if part > 600 && !(begun && ended) {
		cost += stubCost
	}
	if last {
		if !begun && places[i-1].Lone {
			cost += loneCost
		}
		return cost
	}
	switch {
	case end.Kind == MustEnd:
		return cost
	case end.Kind == Hyphen:
		cost += hyphenCost
	case end.Weak:
		cost += weakCost
	}
	if !end.Pause {
		cost += pauseCost
	}
	if !end.Pause && j-2 >= i && places[j-2].parts() {
		cost += clauseCost // the first word of a clause, behind the end of another
	}
	return cost
}

// parts reports whether a clause ends at a place where a line may end.
func (p *LineEnd) parts() bool { return p.Kind == MayEnd && p.Pause }

// FewestLines returns the number of lines that a display text needs, or 0 when it does not fit in any number. It fills each
// line with as much as it holds.
func FewestLines(places []LineEnd, rules DisplayRules) int {
	lines := 0
	for i, n := 0, len(places); i < n; lines++ {
		last := 0
		for j := i + 1; j <= n; j++ {
			p := &places[j-1]
			if p.Kind != Never && (p.Kind != Hyphen || rules.Hyphens) {
				if _, fits := rules.white(places, i, j); !fits {
					break
				}
				last = j
			}
			if p.Kind == MustEnd {
				break
			}
		}
		if last == 0 {
			return 0
		}
		i = last
	}
	return lines
}

// Harmonise pulls sizes down to at most steps different ones, so that many texts look like one family, and such that all
// together lose least: the exact answer of a segmentation of the sizes in their order, by dynamic programming over the d
// different ones among them, in d²·steps. Two of the sizes kept differ by at least apart thousandths of the smaller one,
// for a difference that is hardly seen looks like a mistake. Every size becomes the largest kept one that is not above it.
func Harmonise(sizes []page.Length, steps, apart int) []page.Length {
	count := map[page.Length]int64{}
	var distinct []page.Length
	for _, s := range sizes {
		if count[s]++; count[s] == 1 {
			distinct = append(distinct, s)
		}
	}
	kept := keepSizes(distinct, count, steps, apart)
	out := make([]page.Length, len(sizes))
	for i, s := range sizes {
		for _, k := range kept {
			if k <= s {
				out[i] = k
			}
		}
	}
	return out
}

// keepSizes chooses the sizes that Harmonise keeps, in ascending order.
func keepSizes(sizes []page.Length, count map[page.Length]int64, steps, apart int) []page.Length {
	slices.Sort(sizes)
	n := len(sizes)
	if n == 0 {
		return nil
	}
	// How many texts are smaller than size i, and the sum of their sizes.
	number, sum := make([]int64, n+1), make([]int64, n+1)
	for i, s := range sizes {
		number[i+1], sum[i+1] = number[i]+count[s], sum[i]+count[s]*int64(s)
	}
	loss := func(i, j int) int64 { return sum[j] - sum[i] - (number[j]-number[i])*int64(sizes[i]) }
	steps = min(max(steps, 1), n)
	// least[k][i] is the least loss of the texts from size i on, when i is kept and k sizes with it.
	type choice struct {
		loss int64
		next int
	}
	least := make([][]choice, steps)
	for k := range least {
		least[k] = make([]choice, n)
		for i := range n {
			c := choice{loss(i, n), n}
			if k > 0 {
				c = least[k-1][i] // fewer sizes do, where more do not help
				for j := i + 1; j < n; j++ {
					far := int64(sizes[j])*1000 >= int64(sizes[i])*int64(1000+apart)
					if l := loss(i, j) + least[k-1][j].loss; far && l < c.loss {
						c = choice{l, j}
					}
				}
			}
			least[k][i] = c
		}
	}
	var kept []page.Length
	for k, i := steps-1, 0; i < n; {
		kept = append(kept, sizes[i])
		for k > 0 && least[k-1][i] == least[k][i] {
			k--
		}
		i = least[k][i].next
		k--
	}
	return kept
}
