package typeset

import (
	"slices"

	"octavo/cmd/octavo/internal/page"
)

// LineEnd is a possible end of a line of display text, such as a maxim on its card or a title on a cover. Such text is short
// and is seen as a shape before it is read, so its lines are broken by sense: no word is divided, and no line should end with
// a word that belongs to the next. A text is a list of LineEnds, of which the last is its end; the line from a to b has the
// width b.End - a.Start. Lengths may be in any unit, as long as the measure is in the same one: a text that is scaled to
// several sizes is measured only once.
type LineEnd struct {
	End, Start page.Length // of the text before a line that ends here, and before the next line: the space is in Start
	Right      page.Length // the part of End that may hang into the right margin when a line ends here
	Left       page.Length // the part of a line that starts here that may hang into the left margin
	Kind       LineEndKind
	Weak       bool // the last word belongs to the next one: an article, a preposition, a conjunction
	Pause      bool // after punctuation, where a speaker would pause too
	Lone       bool // one word follows, which would be alone on the last line
}

// LineEndKind says whether a line may end at a LineEnd.
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
	Measure page.Length // the greatest width of a line, without hanging punctuation
	Hang    page.Length // how far punctuation may hang into each margin
	First   page.Length // the part of the first line that may hang into the left margin
	Most    int         // the greatest number of lines
	Hyphens bool        // lines may end at a Hyphen
}

// The costs of breaking a display text. The white at the end of a line costs its square, where the square of the measure is
// 1,000,000. A fault costs more than any white, and a graver fault more than several lesser ones.
const (
	pauseCost  = 12_000          // a line ends in the middle of a clause: as much as a line short by a ninth of the measure
	roughCost  = 1_000_000       // lines of so different lengths that a smaller size is tried
	clauseCost = 50_000_000      // one word is separated from its clause: "a chair: pull / it out"
	weakCost   = 100_000_000     // a line ends with a word that belongs to the next one
	stubCost   = 101_000_000     // a line is shorter than two fifths of the measure, and not the only one
	loneCost   = 300_000_000     // the last line has only one word
	hyphenCost = 100_000_000_000 // a line ends with a hyphen
)

// Faulty reports whether a cost that BreakDisplay returned includes a fault.
func Faulty(cost int64) bool { return cost >= clauseCost }

// BreakDisplay chooses the ends of the lines of a display text so that the cost is the least of all ways that fit. The cost
// is the sum over the lines of the square of the white and of the faults: a line divided at a hyphen, a lone last word, a
// line much shorter than the others, a line with a weak end, a word separated from its clause. The result is exact: dynamic
// programming keeps the best way to each place for each number of lines. Ends is nil if no way fits.
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
	begun := i == 0 || places[i-1].Kind == MustEnd // no word of the line above could move to this line
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

// Harmonise reduces sizes to at most steps different ones, so that many texts look like one family. It keeps some of the
// sizes and lowers every other to the largest kept size below it, so that the sum of the reductions is least. The kept
// sizes differ by at least apart thousandths of the smaller one, because a difference that is hardly visible looks like a
// mistake. The choice is exact: dynamic programming over the d distinct sizes, in O(d²·steps) time.
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
