package typeset

import (
	"cmp"
	"slices"
	"sync"

	"octavo/cmd/octavo/internal/page"
)

// Sum is the total of what stands before a place in a paragraph: its natural width, how far its white may stretch and
// shrink, and how much of the stretch is the letters' part: they never part further, while spaces may have to.
type Sum struct{ Width, Stretch, Shrink, Letters page.Length }

// Breakpoint is a place where a line may end. A paragraph is the list of its breakpoints: the line between two of them
// holds b.End less a.Start. The last one ends the paragraph.
type Breakpoint struct {
	End     Sum   // up to here if a line ends here: a hyphen is in it, the space is not
	Start   Sum   // up to where the next line starts: the space is in it
	Penalty int32 // TeX's scale: 0 is free, 50 a hyphen, Forbidden and more never, Forced must
	Hyphen  bool  // a line that ends here ends with a hyphen
	Runt    bool  // what follows is too little for a last line

	Before, After edgeWord // the word, or the part of one, that a line ends with here, and the next line begins with
}

// Penalties at the ends of TeX's scale.
const (
	Forbidden = 10000
	Forced    = -10000
)

// LineRules are the costs by which lines are broken. The zero value is not useful; see BookRules.
type LineRules struct {
	LinePenalty  int64       // added to the badness of every line
	DoubleHyphen int64       // demerits of two hyphens in a row
	Adjacent     int64       // demerits of a tight line beside a loose one
	Ragged       bool        // lines are not stretched, and each holds as much as fits
	Balanced     bool        // with Ragged: lines are of similar length instead, the last one too
	Emergency    page.Length // extra stretch of every line when its looseness is assessed (TeX's \emergencystretch)

	Insets []page.Length // the amounts by which the first lines, beside an initial, are shorter
}

// inset returns by how much a line is shorter than the measure; the first is line 0.
func (r *LineRules) inset(line int32) page.Length {
	if int(line) < len(r.Insets) {
		return r.Insets[line]
	}
	return 0
}

// BookRules are the rules of plain TeX, except that two hyphens in a row cost more; see LinesOf for what is a fault.
var BookRules = LineRules{LinePenalty: 10, DoubleHyphen: 150000, Adjacent: 10000}

// fault is the cost of a fault of taste where a pass allows it: that of a line as loose as the passes before it allow.
const fault = int64(2700 * 2700)

// pass is one attempt at a paragraph: the highest badness of a line in it, and whether it allows faults of taste.
type pass struct {
	tolerance int64
	faults    bool
}

// passes are tried in this order until one finds a way.
var passes = [...]pass{
	{tolerance: 350},
	{tolerance: 1000},
	{tolerance: looseBadness},
	{tolerance: looseBadness, faults: true},
	{tolerance: unlimited, faults: true},
}

const (
	looseBadness = 5400    // of a line that is loose in most faces; see Paragraph.limits
	unlimited    = 1 << 62 // accepts any line
)

// fitness classes: tight, decent, loose, very loose (Knuth and Plass, 1981, p. 1142).
const (
	tight = iota
	decent
	loose
	veryLoose
)

// The work of breaking a paragraph grows with its length alone, for at each breakpoint there are at most about mostActive
// ways to continue from. A paragraph of prose has fewer than sixty, so that there the best way is the best of all. Only where
// a line may end nearly anywhere (a thousand quotation marks, a word of a whole page) are ways left out, the most expensive first.
const (
	mostActive = 512 // ways at all the breakpoints from which a line may reach the one that is tried
	mostWays   = 64  // ways to one breakpoint
	leastWays  = 4
	finest     = 512 // breakpoints nearer to each other than this part of the measure count as one
)

// node is a feasible breakpoint: the best way to end a line there in a given state.
type node struct {
	point    int32 // index of the breakpoint, -1 for the start
	prev     int32 // index of the node before
	line     int32 // lines so far
	fitness  int8
	hyphens  int8 // lines in a row that end with a hyphen
	demerits int64
}

// Breaks is one way to break a paragraph: the indexes of the breakpoints at which its lines end, the last of them the
// paragraph's last, and what that costs.
type Breaks struct {
	Ends     []int
	Demerits int64

	of     *Paragraph // whose breakpoints Ends are indexes of, where it is not the paragraph that was asked; see Paragraph.Ways
	ragged bool       // lines are not filled, because one could not be without spaces that are too wide
}

// LinesOf chooses where the lines of a paragraph end, so that the sum of demerits over the whole paragraph is least: Knuth
// and Plass, Breaking Paragraphs into Lines (Software: Practice and Experience 11, 1981). The measure is the width of
// every line, but see LineRules.Insets. Three faults of taste are allowed only where lines would be loose without them, and
// then cost as much as one such line: three hyphens in a row, a hyphen at the end of the last line but one, and a runt.
// Where every way has hopeless lines, the way whose worst are least bad is chosen. A line that cannot fit is left too long.
// Lines that are Ragged and not Balanced are filled one after the other; see firstFit.
func LinesOf(points []Breakpoint, measure page.Length, rules LineRules) []int {
	return LinesBy(points, measure, rules, 0)[0].Ends
}

// LinesBy is LinesOf with a choice: the best way to break the paragraph into each number of lines that differs from the
// best way's by at most spread, the best first (TeX's looseness). Only ways as tolerable as the best are among them. Of ragged
// lines there is one way.
func LinesBy(points []Breakpoint, measure page.Length, rules LineRules, spread int) []Breaks {
	if rules.Ragged && !rules.Balanced {
		ends, _ := firstFit(points, measure, rules)
		return []Breaks{{Ends: ends}}
	}
	w := newBreaker(points, measure, rules, spread)
	defer w.free()
	return w.run(passes[:])
}

var breakers = sync.Pool{New: func() any { return new(breaker) }}

// newBreaker returns a breaker for one paragraph, which is to be freed.
func newBreaker(points []Breakpoint, measure page.Length, rules LineRules, spread int) *breaker {
	w := breakers.Get().(*breaker)
	*w = breaker{points: points, measure: measure, rules: rules, spread: int32(spread), byLine: spread > 0,
		nodes: w.nodes[:0], active: w.active[:0], found: w.found[:0], cheap: w.cheap[:0], before: w.before[:0]}
	return w
}

// free gives the memory of a breaker to the next paragraph.
func (w *breaker) free() {
	w.points = nil
	breakers.Put(w)
}

// breaker is the state of breaking one paragraph.
type breaker struct {
	points  []Breakpoint
	measure page.Length
	rules   LineRules
	spread  int32
	byLine  bool // ways with other numbers of lines are kept apart

	pass
	overfull bool // a line is too long
	nodes    []node
	active   []int32
	weighed  int // how many ways were weighed, in all passes
	found    []node
	cheap    []int32    // used by thin
	latest   [256]int32 // one more than the index in found of the last way of a kind, see kind; 0: there is none
	before   []int32    // for each way found, the same of the one of its kind found before it
}

// run returns the ways that the first pass to find any finds, or nil where none does.
func (w *breaker) run(passes []pass) []Breaks {
	for _, w.pass = range passes {
		if out := w.try(); out != nil {
			return out
		}
	}
	return nil
}

func (w *breaker) try() []Breaks {
	w.nodes = append(w.nodes[:0], node{point: -1, prev: -1, fitness: decent})
	w.active = append(w.active[:0], 0)
	last := -1
	for b := range w.points {
		if w.points[b].Penalty >= Forbidden || last >= 0 && w.same(last, b) {
			continue
		}
		if !w.step(b) {
			return nil
		}
		last = b
	}
	return w.ways()
}

// same reports whether breakpoint b stands so near to the one before it, a, that nothing is gained by ending a line there.
func (w *breaker) same(a, b int) bool {
	p, q := &w.points[a], &w.points[b]
	return q.Start.Width-p.Start.Width < w.measure/finest && q.Penalty > Forced && q.Penalty >= p.Penalty && (q.Hyphen || !p.Hyphen)
}

// step finds the feasible ways to end a line at breakpoint b, and reports whether any way goes on from there.
func (w *breaker) step(b int) bool {
	p := &w.points[b]
	keep := w.active[:0]
	w.found, w.before = w.found[:0], w.before[:0]
	w.weighed += len(w.active)
	var dead int32 = -1
	starts, from := 0, int32(-2) // breakpoints from which lines start, the last of them
	for _, ai := range w.active {
		if at := w.nodes[ai].point; at != from {
			starts, from = starts+1, at
		}
		bad, fit, over := w.line(ai, p, b)
		if over {
			dead = ai
			continue
		}
		if p.Penalty > Forced {
			keep = append(keep, ai)
		}
		if bad > w.tolerance {
			continue
		}
		if n, ok := w.node(ai, p, b, bad, fit); ok {
			w.offer(n)
		}
	}
	w.active = keep
	for i := range w.found {
		w.latest[w.kind(&w.found[i])] = 0
	}
	if len(w.found) == 0 && len(w.active) == 0 {
		if w.tolerance < unlimited {
			return false
		}
		// Nothing fits: the line is too long, and stays so (tex.web §854, artificial demerits).
		a := &w.nodes[dead]
		w.overfull = true
		w.found = append(w.found, node{point: int32(b), prev: dead, line: a.line + 1, fitness: decent, demerits: a.demerits})
	}
	w.thin(min(max(leastWays, mostActive/(starts+1)), mostWays))
	for i := range w.found {
		if w.promising(&w.found[i]) {
			w.active = append(w.active, int32(len(w.nodes)))
			w.nodes = append(w.nodes, w.found[i])
		}
	}
	return true
}

// thin keeps at most a number of the ways found, the cheapest, in their order.
func (w *breaker) thin(most int) {
	if len(w.found) <= most {
		return
	}
	w.cheap = w.cheap[:0]
	for i := range w.found {
		w.cheap = append(w.cheap, int32(i))
	}
	slices.SortFunc(w.cheap, func(a, b int32) int {
		return cmp.Or(cmp.Compare(w.found[a].demerits, w.found[b].demerits), cmp.Compare(a, b))
	})
	w.cheap = w.cheap[:most]
	slices.Sort(w.cheap)
	for i, at := range w.cheap {
		w.found[i] = w.found[at]
	}
	w.found = w.found[:most]
}

// promising reports whether n can still be part of the best way: no other way to the same place that ends with as few
// hyphens is cheaper by more than the cost of adjacent lines of unlike fitness, which is the most that n could save.
func (w *breaker) promising(n *node) bool {
	for i := range w.found {
		f := &w.found[i]
		if f.hyphens <= n.hyphens && f.demerits+w.rules.Adjacent < n.demerits && w.alike(f, n) {
			return false
		}
	}
	return true
}

// alike reports whether two ways to one place have the same continuations, whatever numbers of lines they have had so far.
func (w *breaker) alike(a, b *node) bool {
	return a.line == b.line || !w.byLine && min(int(a.line), int(b.line)) >= len(w.rules.Insets)
}

// line returns the badness and the fitness class of the line from node ai to breakpoint b; over reports that it does not
// fit.
func (w *breaker) line(ai int32, p *Breakpoint, b int) (bad int64, fit int8, over bool) {
	var start Sum
	if a := w.nodes[ai].point; a >= 0 {
		start = w.points[a].Start
	}
	measure := w.measure - w.rules.inset(w.nodes[ai].line)
	short := measure - (p.End.Width - start.Width)
	final := b == len(w.points)-1
	switch {
	case w.rules.Ragged:
		if short < 0 {
			return 0, decent, true
		}
		if !final || w.rules.Balanced {
			bad = raggedness(short, measure)
		}
	case short < 0:
		shrink := p.End.Shrink - start.Shrink
		if -short > shrink {
			return 0, decent, true
		}
		if bad = badness(-short, shrink); bad > 12 {
			return bad, tight, false
		}
	case p.Penalty == Forced:
		// the line before a forced end is filled with white
	default:
		stretch := p.End.Stretch - start.Stretch
		if bad = badness(short, stretch); bad >= 100 {
			return looseness(short, stretch, p.End.Letters-start.Letters, w.measure), veryLoose, false
		} else if bad > 12 {
			return bad, loose, false
		}
	}
	return bad, decent, false
}

// node returns the way from node ai to breakpoint b with its demerits (tex.web §859). It returns false when the way has a
// fault that this pass does not allow.
func (w *breaker) node(ai int32, p *Breakpoint, b int, bad int64, fit int8) (node, bool) {
	a := &w.nodes[ai]
	n := node{point: int32(b), prev: ai, line: a.line + 1, fitness: fit}
	if bad >= 100 && w.rules.Emergency > 0 {
		bad = w.eased(a, p)
	}
	d := demerits(w.rules.LinePenalty + bad)
	switch pen := int64(p.Penalty); {
	case pen > 0:
		d += pen * pen
	case pen > Forced:
		d -= pen * pen
	}
	if !w.rules.Ragged {
		if gap := fit - a.fitness; gap > 1 || gap < -1 {
			d += w.rules.Adjacent
		}
	}
	faults := int64(0)
	if p.Hyphen {
		n.hyphens = min(a.hyphens+1, 3)
		if n.hyphens == 2 {
			d += w.rules.DoubleHyphen
		} else if n.hyphens == 3 {
			faults++
		}
	}
	if b == len(w.points)-1 && a.point >= 0 {
		if a.hyphens > 0 {
			faults++
		}
		if w.points[a.point].Runt {
			faults++
		}
	}
	if faults > 0 && !w.faults {
		return n, false
	}
	if a.point >= 0 {
		d += stack(w.points[a.point].Before, p.Before) + stack(w.points[a.point].After, p.After)
	}
	n.demerits = min(a.demerits+d+faults*fault, mostDemerits)
	return n, true
}

// offer keeps n if no way in the same state is better.
func (w *breaker) offer(n node) {
	k := w.kind(&n)
	for i := w.latest[k]; i > 0; i = w.before[i-1] {
		f := &w.found[i-1]
		if f.fitness == n.fitness && f.hyphens == n.hyphens && w.alike(f, &n) {
			if n.demerits < f.demerits {
				*f = n
			}
			return
		}
	}
	w.found = append(w.found, n)
	w.before = append(w.before, w.latest[k])
	w.latest[k] = int32(len(w.found))
}

// kind returns a number that all ways in the same state share, so that offer compares few of them.
func (w *breaker) kind(n *node) int {
	k := int(n.fitness)<<2 | int(n.hyphens)
	if w.byLine {
		k |= int(n.line&15) << 4
	}
	return k
}

// ways returns the best ways that reached the end of the paragraph.
func (w *breaker) ways() []Breaks {
	best := int32(-1)
	reached := func(i int32) bool { return int(w.nodes[i].point) == len(w.points)-1 }
	for _, i := range w.active {
		if reached(i) && (best < 0 || w.nodes[i].demerits < w.nodes[best].demerits) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	out := []Breaks{w.trace(best)}
	for d := int32(1); d <= w.spread; d++ {
		for _, line := range [...]int32{w.nodes[best].line - d, w.nodes[best].line + d} {
			other := int32(-1)
			for _, i := range w.active {
				if n := &w.nodes[i]; reached(i) && n.line == line && (other < 0 || n.demerits < w.nodes[other].demerits) {
					other = i
				}
			}
			if other >= 0 {
				out = append(out, w.trace(other))
			}
		}
	}
	return out
}

func (w *breaker) trace(end int32) Breaks {
	b := Breaks{Ends: make([]int, w.nodes[end].line), Demerits: w.nodes[end].demerits}
	for i := end; w.nodes[i].point >= 0; i = w.nodes[i].prev {
		b.Ends[w.nodes[i].line-1] = int(w.nodes[i].point)
	}
	return b
}
