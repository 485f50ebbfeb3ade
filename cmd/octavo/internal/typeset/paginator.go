package typeset

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
)

// pageState is where a page starts, with what the choice of the pages after it depends on.
type pageState struct {
	block, row int32
	way        int32 // of the block, where row is not its first
	short      int8  // of a recto: the lines that the verso facing it is short; -1: none faces it
}

// pageNode is the cheapest known division up to a state.
type pageNode struct {
	state pageState
	cost  int64
	prev  int32 // the node at which the page before starts, -1 for the first page
	path  int32 // the ways chosen on that page: a chain in paths
}

// pathNode is the choice of a way for a block, after others on the same page.
type pathNode struct {
	block, way int32
	prev       int32
}

// fill is a partly filled page.
type fill struct {
	used, notes page.Length
	cost        int64
	path        int32
}

// paginator is the state of dividing one galley.
type paginator struct {
	blocks []Block
	rules  PageRules
	most   page.Length       // lines that a page may be short where the next row would fit
	needs  [][][]page.Length // by block, way and row: what must be free for the row and those that may not be parted from it

	nodes []pageNode
	paths paths
	ends  // of the pages that are being tried
}

// ends are the possible ends of pages that start at some of the states of a level.
type ends struct {
	found []pageNode          // in the order in which they were found
	next  map[pageState]int32 // those with more to come, by their place in found
	end   int32               // the cheapest after the last row, -1: none yet, or elsewhere
	least int64               // its cost
}

// elsewhere marks a known end of the galley that is not among these.
const elsewhere = -2

// paths holds path nodes in chunks, because a long chapter has millions and a single slice would be copied again and again.
// Each goroutine fills chunks of its own.
type paths struct {
	mu     sync.Mutex
	chunks [][]pathNode
}

const pathChunk = 1 << 13

// pathWriter adds to paths.
type pathWriter struct {
	all   *paths
	chunk []pathNode
	first int32 // the index of the chunk's first node
}

func (w *pathWriter) add(n pathNode) int32 {
	if len(w.chunk) == cap(w.chunk) {
		w.chunk = make([]pathNode, 0, pathChunk)
		w.all.mu.Lock()
		w.first = int32(len(w.all.chunks)) * pathChunk
		w.all.chunks = append(w.all.chunks, w.chunk[:pathChunk])
		w.all.mu.Unlock()
	}
	w.chunk = append(w.chunk, n)
	return w.first + int32(len(w.chunk)) - 1
}

func (p *paths) at(i int32) *pathNode { return &p.chunks[i/pathChunk][i%pathChunk] }

func (p *paginator) run() int32 {
	p.end = -1
	p.findNeeds()
	p.nodes = append(p.nodes, pageNode{prev: -1, path: -1, state: pageState{short: -1}})
	level := []int32{0}
	workers := []*pageWorker{newPageWorker(p)}
	for recto := true; len(level) > 0; recto = !recto {
		for len(workers) < len(level)/enoughPages && len(workers) < runtime.GOMAXPROCS(0) {
			workers = append(workers, newPageWorker(p))
		}
		// The results are joined in the order of the workers, so that they do not depend on their number.
		parallel.Each(len(workers), func(i int) {
			workers[i].tryPages(level[i*len(level)/len(workers):(i+1)*len(level)/len(workers)], recto)
		})
		from := int32(len(p.nodes))
		all := ends{found: p.nodes, next: workers[0].next, end: p.end, least: p.least}
		clear(all.next)
		for _, w := range workers {
			for _, n := range w.found {
				all.offer(n, len(p.blocks))
			}
		}
		p.nodes, p.end, p.least = all.found, all.end, all.least
		level = level[:0]
		for i := from; i < int32(len(p.nodes)); i++ {
			if n := &p.nodes[i]; int(n.state.block) < len(p.blocks) && (p.end < 0 || n.cost < p.least) {
				level = append(level, i)
			}
		}
		level = p.cheapest(level, mostStates)
	}
	return p.end
}

// enoughPages is the number of page starts that justifies another goroutine.
const enoughPages = 60

// pageWorker tries pages for some of the starts of a level.
type pageWorker struct {
	*paginator
	ends
	paths pathWriter
	fills [2][]fill
}

func newPageWorker(p *paginator) *pageWorker {
	return &pageWorker{paginator: p, ends: ends{next: make(map[pageState]int32, 64)}, paths: pathWriter{all: &p.paths}}
}

func (w *pageWorker) tryPages(level []int32, recto bool) {
	w.found, w.end, w.least = w.found[:0], -1, 0
	if w.paginator.end >= 0 { // what costs more than a known end is not followed
		w.end, w.least = elsewhere, w.paginator.least
	}
	clear(w.next)
	for _, n := range level {
		w.tryPage(n, recto)
	}
}

// mostStates is how many starts of a page are followed up. Their number grows by about ten a page, so that none is left out
// of a chapter of up to thirty pages. Without a limit the work would grow with the square of the length.
const mostStates = 300

// cheapest returns the nodes of least cost in their order; among equal ones, the first.
func (p *paginator) cheapest(level []int32, most int) []int32 {
	if len(level) <= most {
		return level
	}
	slices.SortFunc(level, func(a, b int32) int {
		return cmp.Or(cmp.Compare(p.nodes[a].cost, p.nodes[b].cost), cmp.Compare(a, b))
	})
	level = level[:most]
	slices.Sort(level)
	return level
}

// findNeeds computes the space that each row needs, from the last to the first. Rows that do not fit on a page together
// need only their own space.
func (p *paginator) findNeeds() {
	p.needs = make([][][]page.Length, len(p.blocks))
	after, kept := page.Length(0), false // what the row after needs, and whether it may not be parted from this one
	for b := len(p.blocks) - 1; b >= 0; b-- {
		ways := p.blocks[b].Ways
		p.needs[b] = make([][]page.Length, len(ways))
		least := page.Length(1 << 60)
		for w := range ways {
			rows := ways[w].Rows
			needs := make([]page.Length, len(rows))
			next, together := after, kept
			for k := len(rows) - 1; k >= 0; k-- {
				r := &rows[k]
				own := r.Space + r.Height
				if len(r.Notes) > 0 {
					own += p.rules.NoteGap
				}
				for i := range r.Notes {
					own += r.Notes[i].Height + r.Notes[i].Space
				}
				needs[k] = own
				if together && own+next <= p.rules.Height {
					needs[k] += next
				}
				next, together = needs[k], r.Penalty >= Forbidden
			}
			p.needs[b][w] = needs
			least = min(least, needs[0])
		}
		after, kept = least, ways[0].Rows[0].Penalty >= Forbidden
	}
}

// need returns the least space that the rows starting at a state need, over all ways to set them.
func (p *paginator) need(s pageState) page.Length {
	if s.row > 0 {
		return p.needs[s.block][s.way][s.row]
	}
	least := p.needs[s.block][0][0]
	for _, w := range p.needs[s.block][1:] {
		least = min(least, w[0])
	}
	return least
}

// tryPage tries every end of a page that starts at node n.
func (w *pageWorker) tryPage(n int32, recto bool) {
	start := w.nodes[n].state
	fills, grown := append(w.fills[0][:0], fill{cost: w.nodes[n].cost, path: -1}), w.fills[1]
	for b := int(start.block); b < len(w.blocks) && len(fills) > 0; b++ {
		grown = grown[:0]
		for _, f := range fills {
			for way := range w.blocks[b].Ways {
				row := 0
				if b == int(start.block) && start.row > 0 {
					if way != int(start.way) {
						continue
					}
					row = int(start.row)
				}
				if g, whole := w.rows(n, f, b, way, row, recto); whole {
					grown = keepBest(grown, g)
				}
			}
		}
		fills, grown = grown, fills
	}
	w.fills = [2][]fill{fills, grown}
}

// keepBest adds a fill unless one of the same height is cheaper.
func keepBest(fills []fill, f fill) []fill {
	for i := range fills {
		if g := &fills[i]; g.used == f.used && g.notes == f.notes {
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
func (w *pageWorker) rows(n int32, f fill, b, way, row int, recto bool) (fill, bool) {
	chosen := &w.blocks[b].Ways[way]
	if row == 0 {
		f.cost += chosen.Cost
		if way > 0 { // the first way needs no path node
			f.path = w.paths.add(pathNode{int32(b), int32(way), f.path})
		}
	}
	for k := row; k < len(chosen.Rows); k++ {
		r := &chosen.Rows[k]
		if f.used > 0 {
			if r.Penalty == Forced {
				return f, false
			}
			f.used += r.Space
		}
		empty := f.used == 0 && f.notes == 0
		f.used += r.Height
		for i := range r.Notes {
			if f.notes == 0 {
				f.notes = w.rules.NoteGap
			} else if i > 0 {
				f.notes += r.Notes[i].Space
			}
			f.notes += r.Notes[i].Height
		}
		if f.used+f.notes > w.rules.Height && !empty {
			return f, false
		}
		w.endAfter(n, f, b, way, k, recto)
	}
	return f, true
}

// endAfter ends the page after a row, if it is full enough.
func (w *pageWorker) endAfter(n int32, f fill, b, way, k int, recto bool) {
	next := pageState{block: int32(b), row: int32(k + 1), way: int32(way), short: -1}
	if k+1 == len(w.blocks[b].Ways[way].Rows) {
		next = pageState{block: int32(b + 1), short: -1}
	}
	short := max(0, (w.rules.Height-f.used-f.notes)/w.rules.Leading)
	facing := page.Length(w.nodes[n].state.short)
	cost := f.cost
	switch {
	case int(next.block) == len(w.blocks):
		if f.used < w.rules.Last {
			cost += lastCost
		}
		if d := short - max(facing, 0); d != 0 && d <= NearlyFull {
			cost += nearlyCost
		}
	case w.penaltyAt(next) == Forced:
		// the page before a forced break may be of any length
	default:
		if short > w.most && w.rules.Height-f.used-f.notes >= w.need(next) {
			return // more would fit, and nothing is gained by leaving it out
		}
		cost += int64(short*short) * shortCost
		if n == 0 && short > 0 && short <= NearlyFull {
			cost += nearlyCost
		}
		if facing >= 0 && facing != short {
			cost += unevenCost
		}
		if pen := int64(w.penaltyAt(next)); pen >= Forbidden {
			cost += forbiddenCost
		} else if pen > 0 {
			cost += pen * pen
		}
		if !recto {
			next.short = int8(min(short, 100))
		}
	}
	w.offer(pageNode{state: next, cost: cost, prev: n, path: f.path}, len(w.blocks))
}

// penaltyAt returns the penalty of starting a page at a state.
func (p *paginator) penaltyAt(s pageState) int32 {
	b := &p.blocks[s.block]
	if s.row == 0 {
		return b.Ways[0].Rows[0].Penalty
	}
	return b.Ways[s.way].Rows[s.row].Penalty
}

// offer keeps a division unless a cheaper one reaches the same state; blocks is the number of blocks in the galley.
func (e *ends) offer(n pageNode, blocks int) {
	if e.end != -1 && n.cost >= e.least {
		return
	}
	if int(n.state.block) == blocks {
		e.found = append(e.found, n)
		e.end, e.least = int32(len(e.found)-1), n.cost
		return
	}
	if i, ok := e.next[n.state]; ok {
		if n.cost < e.found[i].cost {
			e.found[i] = n
		}
		return
	}
	e.next[n.state] = int32(len(e.found))
	e.found = append(e.found, n)
}

// trace reads the chosen ways and page starts back from the end.
func (p *paginator) trace(end int32) (ways []int, starts []Place) {
	ways = make([]int, len(p.blocks))
	for i := end; p.nodes[i].prev >= 0; i = p.nodes[i].prev {
		for c := p.nodes[i].path; c >= 0; c = p.paths.at(c).prev {
			ways[p.paths.at(c).block] = int(p.paths.at(c).way)
		}
		s := p.nodes[p.nodes[i].prev].state
		starts = append(starts, Place{int(s.block), int(s.row)})
	}
	for a, b := 0, len(starts)-1; a < b; a, b = a+1, b-1 {
		starts[a], starts[b] = starts[b], starts[a]
	}
	return ways, starts
}
