package typeset

import (
	"cmp"
	"slices"

	"octavo/cmd/octavo/internal/page"
)

// Sum is the total of what stands before a place in a paragraph: its natural width, and how far its white may stretch and
// shrink.
type Sum struct{ Width, Stretch, Shrink page.Length }

// Breakpoint is a place where a line may end. A paragraph is the list of its breakpoints: the line between two of them
// holds b.End less a.Start. The last one ends the paragraph.
type Breakpoint struct {
	End     Sum   // up to here if a line ends here: a hyphen is in it, the space is not
	Start   Sum   // up to where the next line starts: the space is in it
	Penalty int32 // TeX's scale: 0 is free, 50 a hyphen, Forbidden and more never, Forced must
	Hyphen  bool  // a line that ends here ends with a hyphen
	Runt    bool  // what follows is too little for a last line
}

// Penalties at the ends of TeX's scale.
const (
	Forbidden = 10000
	Forced    = -10000
)

// LineRules are the costs by which lines are broken. The zero value is not useful; see BookRules.
type LineRules struct {
	LinePenalty  int64 // for every line
	DoubleHyphen int64 // demerits of two hyphens in a row
	Adjacent     int64 // demerits of a tight line beside a loose one
	Ragged       bool  // lines are not stretched: the badness of a line is how far it is short of the measure
	Balanced     bool  // with Ragged: the last line counts too, so that all lines are of similar length

	Inset      page.Length // the first lines are shorter by this, beside an initial …
	InsetLines int32       // … so many of them
}

// BookRules are the rules of plain TeX, except that two hyphens in a row cost more; see LinesOf for what is a fault.
var BookRules = LineRules{LinePenalty: 10, DoubleHyphen: 150000, Adjacent: 10000}

// fault is the cost of a fault that is allowed only in the last pass.
const fault = int64(1) << 40

// tolerances are the highest badness of a line in each pass; the last pass accepts any line, faults included.
var tolerances = [...]int64{200, 1000, 1 << 30}

const veryBad = 10000 // TeX's inf_bad

// badness returns about 100 (t/s)³, computed as TeX does (The TeXbook; tex.web §108), in integers so that the result is the
// same on every machine.
func badness(t, s page.Length) int64 {
	switch {
	case t <= 0:
		return 0
	case s <= 0:
		return veryBad
	}
	r := int64(t) * 297 / int64(s)
	if r > 1290 {
		return veryBad
	}
	return (r*r*r + 1<<17) >> 18
}

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
}

// LinesOf chooses where the lines of a paragraph end, so that the sum of demerits over the whole paragraph is least: Knuth
// and Plass, Breaking Paragraphs into Lines (Software: Practice and Experience 11, 1981). The measure is the width of
// every line, but see LineRules.Inset. Three faults are allowed only when no other way exists: three hyphens in a row, a hyphen at the end of
// the last line but one, and a runt. A line that cannot fit is left too long.
func LinesOf(points []Breakpoint, measure page.Length, rules LineRules) []int {
	b := breaker{points: points, measure: measure, rules: rules}
	return b.run()[0].Ends
}

// LinesBy is LinesOf with a choice: the best way to break the paragraph into each number of lines that differs from the
// best way's by at most spread, the best first (TeX's looseness). Only ways as tolerable as the best are among them.
func LinesBy(points []Breakpoint, measure page.Length, rules LineRules, spread int) []Breaks {
	b := breaker{points: points, measure: measure, rules: rules, spread: int32(spread), byLine: spread > 0}
	return b.run()
}

// breaker is the state of breaking one paragraph.
type breaker struct {
	points  []Breakpoint
	measure page.Length
	rules   LineRules
	spread  int32
	byLine  bool // ways with other numbers of lines are kept apart

	tolerance int64
	last      bool // the last pass
	nodes     []node
	active    []int32
	weighed   int // how many ways were weighed, in all passes
	found     []node
	cheap     []int32    // used by thin
	latest    [256]int32 // one more than the index in found of the last way of a kind, see kind; 0: there is none
	before    []int32    // for each way found, the same of the one of its kind found before it
}

func (w *breaker) run() []Breaks {
	for pass, tolerance := range tolerances {
		w.tolerance, w.last = tolerance, pass == len(tolerances)-1
		if out := w.try(); out != nil {
			return out
		}
	}
	return []Breaks{{}}
}

func (w *breaker) try() []Breaks {
	if w.nodes == nil {
		w.nodes = make([]node, 0, len(w.points)/2+8)
	}
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
	w.found, w.before, w.latest = w.found[:0], w.before[:0], [len(w.latest)]int32{}
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
	if len(w.found) == 0 && len(w.active) == 0 {
		if !w.last {
			return false
		}
		// Nothing fits: the line is too long, and stays so (tex.web §854, artificial demerits).
		a := &w.nodes[dead]
		w.found = append(w.found, node{point: int32(b), prev: dead, line: a.line + 1, fitness: decent, demerits: a.demerits + fault})
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
	return a.line == b.line || !w.byLine && a.line >= w.rules.InsetLines && b.line >= w.rules.InsetLines
}

// line returns the badness and the fitness class of the line from node ai to breakpoint b; over reports that it does not
// fit.
func (w *breaker) line(ai int32, p *Breakpoint, b int) (bad int64, fit int8, over bool) {
	var start Sum
	if a := w.nodes[ai].point; a >= 0 {
		start = w.points[a].Start
	}
	measure := w.measure
	if w.nodes[ai].line < w.rules.InsetLines {
		measure -= w.rules.Inset
	}
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
		bad = badness(short, p.End.Stretch-start.Stretch)
		if bad > 99 {
			return bad, veryLoose, false
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
	d := min(w.rules.LinePenalty+bad, veryBad)
	d *= d
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
	if faults > 0 && !w.last {
		return n, false
	}
	n.demerits = a.demerits + d + faults*fault
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

// raggedness returns the badness of a line that is not stretched: 100 for a line short by a third of the measure.
func raggedness(short, measure page.Length) int64 {
	if measure <= 0 {
		return veryBad
	}
	r := int64(short) * 300 / int64(measure)
	return min(r*r/100, veryBad)
}
