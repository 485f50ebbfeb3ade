package typeset

import "octavo/cmd/octavo/internal/page"

// pageEnd is one way to end a page.
type pageEnd struct {
	pageStart // of the page after it
	kind      endKind
	notes     bool  // it has footnotes
	short     int8  // the lines that it ends above the foot
	cost      int64 // without what depends on the pages before it
	path      int32 // the ways chosen on it
	same      int32 // another end that leads to the same position
}

// endKind is what comes after a page.
type endKind uint8

const (
	openPage   endKind = iota // more text, which could have stood on it
	forcedPage                // more text that must start a page
	lastPage                  // nothing
)

// pathNode is the choice of a way for a block, after others on the same page.
type pathNode struct {
	block, way int32
	prev       int32
}

// passed is the way of a block that moves forward to the next page.
const passed = -1

// partial is a partly filled page.
type partial struct {
	used    page.Length
	after   page.Length // white wanted below, if anything follows
	cost    int64
	path    int32
	carried int32 // a block that moves forward to the next page, or none
}

// filler finds what can stand on a page.
type filler struct {
	galleyIndex
	most    page.Length // lines that a page may be short where the next row would fit
	ends    []pageEnd   // found
	lastEnd []int32     // by position: one of ends that may lead there
	paths   []pathNode
	halves  [2][]partial

	start   pageStart // of the page being filled
	from    int32     // the first line of footnotes on it
	height  page.Length
	relaxed bool // footnotes may be parted from their marks
}

// fill returns every way to end a page that starts at s, in an order that depends on s alone. The result is valid until the
// next call.
func (w *filler) fill(s pageStart) []pageEnd {
	for _, w.relaxed = range []bool{false, true} {
		w.ends, w.paths = w.ends[:0], w.paths[:0]
		w.start, w.from, w.height = s, w.marked[s.pos]-s.left, w.rules.Height
		if s.sunk > 0 {
			w.height -= w.rules.Sink
		}
		w.tryPage()
		if len(w.ends) > 0 {
			break
		}
	}
	return w.ends
}

// tryPage puts blocks on the page one by one, in every way.
func (w *filler) tryPage() {
	fills, grown := append(w.halves[0][:0], partial{path: none, carried: none}), w.halves[1]
	if b := int(w.start.carried); w.start.carried != none {
		grown = grown[:0]
		for way := range w.blocks[b].Ways {
			grown = w.moved(grown, fills[0], b, way)
		}
		fills, grown = grown, fills
	}
	start := w.places[w.start.pos]
	if start.block == len(w.blocks) && w.start.carried == none { // only footnotes are left
		w.endAfter(fills[0], w.start.pos)
	}
	for b := start.block; b < len(w.blocks) && len(fills) > 0; b++ {
		grown = grown[:0]
		for _, f := range fills {
			if f.carried != none && (b > int(f.carried)+w.blocks[f.carried].Float || w.blocks[b].Float > 0) {
				continue // it may go no further forward
			}
			row := 0
			if b == start.block {
				row = start.row
			}
			for way := range w.blocks[b].Ways {
				if row > 0 && way != start.way {
					continue
				}
				if g, whole := w.rows(f, b, way, row); whole {
					grown = keepBest(grown, g)
				}
			}
			if w.blocks[b].Float > 0 && f.used > 0 {
				f.cost, f.carried, f.path = f.cost+floatCost, int32(b), w.choose(b, passed, f.path)
				grown = keepBest(grown, f)
			}
		}
		fills, grown = grown, fills
	}
	w.halves = [2][]partial{fills, grown}
}

// moved puts a way of the block that has moved forward at the head of the page.
func (w *filler) moved(fills []partial, f partial, b, way int) []partial {
	chosen := &w.blocks[b].Ways[way]
	f.cost, f.path, f.after = f.cost+chosen.Cost, w.choose(b, way, f.path), w.blocks[b].After
	for k := range chosen.Rows {
		if f.used += chosen.Rows[k].Height; k > 0 {
			f.used += chosen.Rows[k].Space
		}
	}
	if f.used > w.height && way > 0 {
		return fills
	}
	w.endAfter(f, w.start.pos)
	return keepBest(fills, f)
}

// choose adds the choice of a way to a path.
func (w *filler) choose(b, way int, path int32) int32 {
	w.paths = append(w.paths, pathNode{int32(b), int32(way), path})
	return int32(len(w.paths) - 1)
}

// keepBest adds a partly filled page unless one of the same height is cheaper.
func keepBest(fills []partial, f partial) []partial {
	for i := range fills {
		if g := &fills[i]; g.used == f.used && g.after == f.after && g.carried == f.carried {
			if f.cost < g.cost {
				*g = f
			}
			return fills
		}
	}
	return append(fills, f)
}

// rows puts the rows of a block's way on a page one by one, and tries to end the page after each. It returns the page
// with all of them on it, if they fit.
func (w *filler) rows(f partial, b, way, row int) (partial, bool) {
	chosen := &w.blocks[b].Ways[way]
	if row == 0 {
		f.cost += chosen.Cost
		if way > 0 { // the first way needs no path node
			f.path = w.choose(b, way, f.path)
		}
	}
	for k := row; k < len(chosen.Rows); k++ {
		r := &chosen.Rows[k]
		empty := f.used == 0
		if !empty {
			if r.Penalty == Forced {
				return f, false
			}
			f.used += max(r.Space, f.after)
		}
		f.after = 0
		if empty && r.Overleaf != nil {
			f.used += r.Overleaf.Height
		}
		if f.used += r.Height; f.used > w.height && !empty {
			return f, false
		}
		if k+1 == len(chosen.Rows) {
			f.after = w.blocks[b].After
		}
		if !w.endAfter(f, w.after(b, way, k)) {
			return f, false
		}
	}
	return f, true
}

// endAfter ends the page before a position, if it is full enough. It reports whether more could stand on it.
func (w *filler) endAfter(f partial, pos int32) bool {
	a, b := w.from, w.marked[pos]
	free, cost := w.height-f.used, f.cost
	last := pos == w.first[len(w.blocks)]
	to := b
	if b > a {
		free -= w.rules.NoteGap
		if to = w.notesTo(a, b, free); to < a {
			if !w.relaxed {
				return false
			}
			if cost += forbiddenCost; last {
				to = w.breaks[a]
			} else if to = a; f.used > 0 {
				to = w.lastBreak(a, a, b, free)
			}
		}
		if to > a {
			free -= w.notesHeight(a, to)
		} else {
			free += w.rules.NoteGap
		}
		if to < b {
			cost += turnCost
			if few := leastText * w.rules.Leading; !last && !w.relaxed && f.used < few {
				return true
			} else if !last && !w.relaxed && w.start.left > 0 && f.used >= few+2*w.rules.Leading &&
				w.notesHeight(to, b) > w.height-w.rules.NoteGap-few {
				return false // a note that does not end on the next page either leaves little text on this one
			}
		}
	}
	short := max(0, free/w.rules.Leading)
	e := pageEnd{pageStart: pageStart{pos, b - to, f.carried, max(w.start.sunk-1, 0)}, short: int8(min(short, 100)), notes: to > a, cost: cost, path: f.path, same: none}
	switch {
	case last && to == b && f.carried == none:
		if e.kind = lastPage; f.used < w.rules.Last {
			e.cost += lastCost
		}
	case last: // what is left takes a page without text
		e.cost += whiteCost(short)
	case w.row(pos).Penalty == Forced:
		e.kind = forcedPage // the page before a forced break may be of any length
	default:
		if short > w.most && free >= w.need(pos) && to == b {
			return true // more would fit, and nothing is gained by leaving it out
		}
		if pen := int64(w.row(pos).Penalty); pen >= Forbidden {
			e.cost += forbiddenCost
		} else if pen > 0 {
			e.cost += pen * pen
		}
		w.offerShort(e, short)
		return true
	}
	w.offer(e)
	return true
}

// offerShort offers an end of a page that is short by some lines. Where there are footnotes the white may stand above them
// instead.
func (w *filler) offerShort(e pageEnd, short page.Length) {
	above := page.Length(0)
	if e.notes {
		above = short
	}
	cost := e.cost
	for ; above >= 0; above-- {
		if short-above > tolerated && above > 0 {
			break
		}
		e.short, e.cost = int8(short-above), cost+whiteCost(above)+whiteCost(short-above)
		w.offer(e)
	}
}

// notesTo returns where the footnotes from a that fit into a height end, at most b, or -1 if the note marked last does not
// begin among them.
func (w *filler) notesTo(a, b int32, height page.Length) int32 {
	if w.notesHeight(a, b) <= height {
		return b
	}
	least := w.breaks[a]
	if w.marked[w.start.pos] < b { // a note is marked on this page
		least = w.breaks[max(a, w.starts[b-1])]
	}
	return w.lastBreak(a, least, b, height)
}

// lastBreak returns the last place between least and b at which the footnotes from a may be divided so that they fit into a
// height, or -1.
func (w *filler) lastBreak(a, least, b int32, height page.Length) int32 {
	best := none
	if least == a {
		best = a
	}
	for m := max(least, w.breaks[a]); m <= b && w.notesHeight(a, m) <= height; m = w.breaks[m] {
		if best = m; m == b {
			break
		}
	}
	return best
}

// offer keeps an end unless a cheaper one is known that leads to the same.
func (w *filler) offer(e pageEnd) {
	at := w.lastEnd[e.pos]
	if int(at) >= len(w.ends) || w.ends[at].pos != e.pos {
		at = none
	}
	for i := at; i != none; i = w.ends[i].same {
		if o := &w.ends[i]; o.pageStart == e.pageStart && o.short == e.short && o.notes == e.notes {
			if e.cost < o.cost {
				e.same = o.same
				*o = e
			}
			return
		}
	}
	e.same = at
	w.lastEnd[e.pos] = int32(len(w.ends))
	w.ends = append(w.ends, e)
}
