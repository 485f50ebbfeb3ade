package typeset

import (
	"octavo/cmd/octavo/internal/page"
)

// LineEnd is a possible end of a line of display text, such as a maxim on its card or a title on a cover. Such text is short
// and is seen as a shape before it is read, so its lines are broken by sense, as a speaker would pause. A text is a list of
// LineEnds, of which the last is its end; the line from a to b has the width b.End - a.Start. Lengths may be in any unit, as long
// as the measure is in the same one: a text that is scaled to several sizes is measured only once.
type LineEnd struct {
	End, Start page.Length // of the text before a line that ends here, and before the next line: the space is in Start
	Right      page.Length // the part of End that may hang into the right margin when a line ends here
	Left       page.Length // the part of a line that starts here that may hang into the left margin
	Kind       LineEndKind
	Sense      Sense
	Lone       bool // one word follows, which would be alone on the last line

	// Of an Inside only:
	Whole page.Length // the width of the word that the line would divide
	Cost  int64       // of dividing it here
}

// LineEndKind says whether a line may end at a LineEnd.
type LineEndKind uint8

// The kinds of places.
const (
	MayEnd  LineEndKind = iota
	MustEnd             // a line ends here in any case
	Never               // between two words that belong together, "p. 42"
	Inside              // in a word or an address: only where no line holds it whole
)

// Sense is how well a line of display text ends between two words, the best first.
type Sense uint8

// The places between words.
const (
	AtStop   Sense = iota // behind the end of a sentence, a colon, a semicolon, a dash
	AtComma               // behind another sign
	AtClause              // before a conjunction, a relative or interrogative word
	AtPhrase              // before a preposition, an article, a possessive, an auxiliary verb
	AtWord                // between two words of a phrase: "a complete / answer"
	InName                // between two words of a name: "Robinson / Crusoe"
	Leaning               // behind a word that leans on the next: "the / person"
)

// DisplayRules are the limits within which display text is broken into lines.
type DisplayRules struct {
	Measure page.Length // the greatest width of a line, without hanging punctuation
	Hang    page.Length // how far punctuation may hang into each margin
	First   page.Length // the part of the first line that may hang into the left margin
	Most    int         // the greatest number of lines
	Divided bool        // words may be divided that a line would hold whole, too
	Verse   bool        // the author has ended lines, which are better kept whole
}

// The costs of breaking a display text. The white at the end of a line costs its square, where the square of the measure is
// 1,000,000. A line that ends against the sense is weighed against that and against the size: a text is set a quarter smaller to avoid
// one end behind an article, an eighth smaller to avoid one within a phrase, and hardly smaller to avoid one before a preposition.
var senseCost = [...]int64{AtStop: 0, AtComma: 10_000, AtClause: 30_000, AtPhrase: 60_000, AtWord: 300_000, InName: 800_000, Leaning: 1_400_000}

const (
	clauseCost = 450_000   // one word is separated from its clause: "a chair: pull / it out"
	stubCost   = 250_000   // a line is short, and not the only one
	loneCost   = 1_300_000 // the last line has only one word …
	runtCost   = 1_800_000 // … and that is short
	divideCost = 6_000_000 // a word is divided: so much that two thirds of the size are better if they hold the word whole …
	partCost   = 500       // … and for each point of the penalty of the place
	jointCost  = 400_000   // an address is divided
	turnedCost = 900_000   // a line of verse is turned

	sizeCost = 15_000_000 // … times the square of the logarithm of how far the size is from the ideal one …
	farCost  = 90_000_000 // … and times that of what is beyond a quarter: such a size is out of proportion
)

// shortLine is the white at the end of a short line, in thousandths of the measure.
const shortLine = 550

// BreakDisplay chooses the ends of the lines of a display text so that the cost is the least of all ways that fit. The cost
// is the sum over the lines of the square of the white, of what the end of each line costs by its sense, and of the faults of shape:
// a word divided, a line of verse turned, a lone last word, a line much shorter than the measure, a word separated from its clause. The result is exact:
// dynamic programming keeps the best way to each place for each number of lines. Ends is nil if no way fits.
func BreakDisplay(places []LineEnd, rules DisplayRules) (ends []int, cost int64) {
	return new(displayBreaker).run(places, rules)
}

// displayBreaker is the memory of BreakDisplay, to be used for many sizes of a text.
type displayBreaker struct {
	best []int64 // best[k*(n+1)+j] is the least cost of the text before the start of place j-1 in k lines
	from []int32 // where the last of these lines starts
}

func (b *displayBreaker) run(places []LineEnd, rules DisplayRules) (ends []int, cost int64) {
	n := len(places)
	if n == 0 || rules.Most < 1 || rules.Measure <= 0 {
		return nil, 0
	}
	const none = int64(-1)
	most := min(rules.Most, n)
	size := (most + 1) * (n + 1)
	if cap(b.best) < size {
		b.best, b.from = make([]int64, size), make([]int32, size)
	}
	best, from := b.best[:size], b.from[:size]
	for i := range best {
		best[i] = none
	}
	best[0] = 0
	for j := 1; j <= n; j++ {
		if !rules.mayEnd(&places[j-1]) {
			continue
		}
		for i := j - 1; i >= 0; i-- {
			if i < j-1 && places[i].Kind == MustEnd {
				break
			}
			if i > 0 && !rules.mayEnd(&places[i-1]) {
				continue
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

// mayEnd reports whether a line may end at a place.
func (r DisplayRules) mayEnd(p *LineEnd) bool {
	return p.Kind != Never && (p.Kind != Inside || r.Divided || p.Whole > r.Measure)
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
	short := part > shortLine
	if !begun && !places[i-1].pauses() && !(last && i == j-1) && places[i].parts() {
		cost += clauseCost // the last word of a clause
	}
	if short && !(begun && ended) {
		cost += stubCost
	}
	if last {
		if !begun && places[i-1].Lone && places[i-1].Sense != AtStop {
			cost += loneCost
			if short {
				cost += runtCost - loneCost
			}
		}
		return cost
	}
	switch end.Kind {
	case MustEnd:
		return cost
	case Inside:
		return cost + end.Cost
	}
	cost += senseCost[end.Sense]
	if r.Verse {
		cost += turnedCost
	}
	if !end.pauses() && j-2 >= i && places[j-2].parts() {
		cost += clauseCost // the first word of a clause, behind the end of another
	}
	return cost
}

// pauses reports whether a speaker would pause at a place.
func (p *LineEnd) pauses() bool { return p.Sense <= AtComma }

// parts reports whether a clause ends at a place where a line may end.
func (p *LineEnd) parts() bool { return p.Kind == MayEnd && p.pauses() }

// FewestLines returns the number of lines that a display text needs, or 0 when it does not fit in any number. It fills each
// line with as much as it holds.
func FewestLines(places []LineEnd, rules DisplayRules) int {
	lines := 0
	for i, n := 0, len(places); i < n; lines++ {
		last := 0
		for j := i + 1; j <= n; j++ {
			p := &places[j-1]
			if rules.mayEnd(p) {
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
