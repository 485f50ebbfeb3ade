package typeset

import (
	"slices"
	"sync"
)

// breakRoom is memory for the breakpoints of a paragraph. Once the paragraph is settled, the next one uses it.
type breakRoom struct {
	points    []Breakpoint
	positions []breakPos
}

var breakRooms = sync.Pool{New: func() any { return new(breakRoom) }}

// roomForBreaks returns empty lists with room for a number of breakpoints.
func roomForBreaks(n int) ([]Breakpoint, []breakPos) {
	r := breakRooms.Get().(*breakRoom)
	return slices.Grow(r.points[:0], n), slices.Grow(r.positions[:0], n)
}

// Settle drops the breakpoints at which none of these ways ends a line, which frees most of the paragraph's memory. It returns the
// ways with the breakpoints renumbered: the paragraph can be set in them from then on, and in no others, and [Paragraph.Ways] must not
// be called any more.
func (p *Paragraph) Settle(ways []Breaks) []Breaks {
	if p.kept != nil || p.settled {
		return ways // others use its breakpoints, or there are no more than these
	}
	out := make([]Breaks, len(ways))
	for i, b := range ways {
		out[i] = b
		out[i].Ends = slices.Clone(b.Ends)
	}
	var done []*Paragraph
	for i := range out {
		if q := out[i].in(p); !slices.Contains(done, q) {
			done = append(done, q)
			q.settle(p, out)
		}
	}
	if !slices.Contains(done, p) {
		p.settle(p, nil)
	}
	return out
}

// settle keeps the breakpoints at which ways of p that are broken at those of q end their lines, and renumbers the ends. Paragraph q is p
// itself, or p with the breakpoints of last resort.
func (q *Paragraph) settle(p *Paragraph, ways []Breaks) {
	var used []int
	for i := range ways {
		if ways[i].in(p) == q {
			used = append(used, ways[i].Ends...)
		}
	}
	slices.Sort(used)
	used = slices.Compact(used)
	points, positions := make([]Breakpoint, len(used)), make([]breakPos, len(used))
	for k, i := range used {
		points[k], positions[k] = q.points[i], q.positions[i]
	}
	for i := range ways {
		if ways[i].in(p) != q {
			continue
		}
		for k, end := range ways[i].Ends {
			ways[i].Ends[k], _ = slices.BinarySearch(used, end)
		}
	}
	breakRooms.Put(&breakRoom{q.points, q.positions})
	q.points, q.positions, q.settled = points, positions, true
}
