package typeset

// Sum is what stands between the start of a paragraph and a place in it: natural width, and by how much its spaces may
// grow and shrink.
type Sum struct{ Width, Stretch, Shrink Length }

// Breakpoint is a place where a line may end. A paragraph is the list of its breakpoints: the line between two of them
// holds b.End less a.Start. The last one ends the paragraph.
type Breakpoint struct {
	End     Sum   // up to here if a line ends here: a hyphen is in it, the space is not
	Start   Sum   // up to where the next line starts: the space is in it
	Penalty int32 // TeX's scale: 0 is free, 50 a hyphen, Forbidden and more never, Forced must
	Hyphen  bool  // a line that ends here ends with a hyphen
}

// Penalties at the ends of TeX's scale.
const (
	Forbidden = 10000
	Forced    = -10000
)

// LineRules are what LinesOf weighs. The zero value is not useful; see BookRules.
type LineRules struct {
	LinePenalty  int64  // for every line
	DoubleHyphen int64  // demerits of two hyphens in a row
	FinalHyphen  int64  // demerits of a hyphen at the end of the last line but one
	Adjacent     int64  // demerits of a tight line beside a loose one
	Runt         Length // a last line shorter than this …
	RuntDemerits int64  // … has these demerits
	Ragged       bool   // lines are not stretched: what a line is short of the measure is its badness
	Balanced     bool   // with Ragged: the last line counts too, so that all come out alike
}

// BookRules are those of plain TeX with the runt added; hyphens, and hyphens in a row above all, cost more.
var BookRules = LineRules{LinePenalty: 10, DoubleHyphen: 150000, FinalHyphen: 50000, Adjacent: 10000, RuntDemerits: 400000}

// tolerances are the highest badness of a line in each pass; the last one takes whatever there is.
var tolerances = [...]int64{200, 1000, 1 << 30}

const veryBad = 10000 // TeX's inf_bad

// badness is about 100 (t/s)³, as TeX reckons it (The TeXbook; tex.web §108), in integers so that every machine agrees.
func badness(t, s Length) int64 {
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
	classes
)

// node is a feasible breakpoint: the best way to end a line there with a given fitness.
type node struct {
	point    int32 // index of the breakpoint, -1 for the start
	prev     int32 // index of the node before
	line     int32 // lines so far
	fitness  int8
	hyphen   bool
	demerits int64
}

// LinesOf chooses where the lines of a paragraph end, so that the sum of demerits over the whole paragraph is least: Knuth
// and Plass, Breaking Paragraphs into Lines (Software: Practice and Experience 11, 1981). The measure is the width of every line. It
// returns the indexes of the chosen breakpoints, the last of them len(points)-1; a line that cannot fit is left too
// long.
func LinesOf(points []Breakpoint, measure Length, rules LineRules) []int {
	for pass, tolerance := range tolerances {
		if out := tryLines(points, measure, rules, tolerance, pass == len(tolerances)-1); out != nil {
			return out
		}
	}
	return nil
}

func tryLines(points []Breakpoint, measure Length, rules LineRules, tolerance int64, last bool) []int {
	nodes := make([]node, 1, len(points)/2+8)
	nodes[0] = node{point: -1, prev: -1, fitness: decent}
	active := make([]int32, 1, 64)
	for b := range points {
		p := &points[b]
		if p.Penalty >= Forbidden {
			continue
		}
		final := b == len(points)-1
		var best [classes]node
		for c := range best {
			best[c].demerits = 1 << 62
		}
		found := false
		keep := active[:0]
		var dead int32 = -1
		for _, ai := range active {
			a := &nodes[ai]
			var start Sum
			if a.point >= 0 {
				start = points[a.point].Start
			}
			width := p.End.Width - start.Width
			short := measure - width
			var bad int64
			fit := int8(decent)
			over := false
			switch {
			case rules.Ragged:
				if short < 0 {
					over = true
				} else if !final || rules.Balanced {
					bad = raggedness(short, measure)
				}
			case short < 0:
				shrink := p.End.Shrink - start.Shrink
				if -short > shrink {
					over = true
				} else if bad = badness(-short, shrink); bad > 12 {
					fit = tight
				}
			case p.Penalty == Forced:
				// the line before a forced end is filled with white
			default:
				bad = badness(short, p.End.Stretch-start.Stretch)
				if bad > 99 {
					fit = veryLoose
				} else if bad > 12 {
					fit = loose
				}
			}
			if over {
				dead = ai
				continue
			}
			if p.Penalty > Forced {
				keep = append(keep, ai)
			}
			if bad > tolerance {
				continue
			}
			d := rules.demerits(a, p, bad, fit, final, width)
			if d < best[fit].demerits {
				found = true
				best[fit] = node{point: int32(b), prev: ai, line: a.line + 1, fitness: fit, hyphen: p.Hyphen, demerits: d}
			}
		}
		active = keep
		if !found && len(active) == 0 {
			if !last {
				return nil
			}
			// Nothing fits: the line is too long, and stays so (tex.web §854, artificial demerits).
			a := &nodes[dead]
			best[decent] = node{point: int32(b), prev: dead, line: a.line + 1, fitness: decent, hyphen: p.Hyphen,
				demerits: a.demerits + veryBad*veryBad}
			found = true
		}
		if !found {
			continue
		}
		// A class is worth keeping only if it beats the best by less than what a clash of classes can cost.
		least := int64(1 << 62)
		for c := range best {
			least = min(least, best[c].demerits)
		}
		for c := range best {
			if best[c].demerits <= least+rules.Adjacent && best[c].demerits < 1<<62 {
				active = append(active, int32(len(nodes)))
				nodes = append(nodes, best[c])
			}
		}
	}
	end := int32(-1)
	for _, ai := range active {
		n := &nodes[ai]
		if int(n.point) == len(points)-1 && (end < 0 || n.demerits < nodes[end].demerits) {
			end = ai
		}
	}
	if end < 0 {
		return nil
	}
	out := make([]int, nodes[end].line)
	for i := end; nodes[i].point >= 0; i = nodes[i].prev {
		out[nodes[i].line-1] = int(nodes[i].point)
	}
	return out
}

// demerits of the line from node a to breakpoint p (tex.web §859).
func (r *LineRules) demerits(a *node, p *Breakpoint, bad int64, fit int8, final bool, width Length) int64 {
	d := r.LinePenalty + bad
	if d > veryBad {
		d = veryBad
	}
	d *= d
	switch pen := int64(p.Penalty); {
	case pen > 0:
		d += pen * pen
	case pen > Forced:
		d -= pen * pen
	}
	if a.hyphen && a.point >= 0 {
		if p.Hyphen {
			d += r.DoubleHyphen
		}
		if final {
			d += r.FinalHyphen
		}
	}
	if !r.Ragged {
		if gap := fit - a.fitness; gap > 1 || gap < -1 {
			d += r.Adjacent
		}
	}
	if final && a.point >= 0 && width < r.Runt {
		d += r.RuntDemerits
	}
	return a.demerits + d
}

// raggedness is the badness of a line that is not stretched: 100 at a third of the measure short.
func raggedness(short, measure Length) int64 {
	if measure <= 0 {
		return veryBad
	}
	r := int64(short) * 300 / int64(measure)
	return min(r*r/100, veryBad)
}
