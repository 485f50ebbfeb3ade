package typeset

import (
	"slices"

	"octavo/cmd/octavo/internal/page"
)

// pageStart is where a page starts, as far as what can stand on it depends on that.
type pageStart struct {
	pos     int32 // of the first row that has not been set, blocks that have moved forward left out
	left    int32 // how many lines of the footnotes marked before it are still to be set
	carried int32 // the block that has moved forward to this page, or none
	sunk    int8  // how many pages from this one on begin lower
}

// none is no block, node or path.
const none = int32(-1)

// pageNode is the cheapest known division up to the start of a page.
type pageNode struct {
	pageStart
	recto  bool
	facing int8 // of a recto: the lines that the verso facing it is short, or none
	short  int8 // the lines that the page before is short
	done   bool // the pages that start here have been tried
	cost   int64
	prev   int32 // the node at which the page before starts
	end    int32 // which of the ends of that page this is; see filler.fill
	next   int32 // another node at the same position
}

// paginator is the state of dividing one galley.
//
// Positions are the rows at which a page may start: the first of a block, and each other row of each way to set it. As a page
// never ends before it starts, all pages that start at one position are tried before those of the next, and the least cost of
// each start is known by then. What a page can hold does not depend on the pages before it, and is found once for each start.
type paginator struct {
	filler
	nodes []pageNode
	heads []int32 // by position: the first node there
}

func newPaginator(blocks []Block, rules PageRules) *paginator {
	p := &paginator{filler: filler{galleyIndex: newGalleyIndex(blocks, rules), most: mostShort}}
	p.heads = make([]int32, len(p.places))
	for i := range p.heads {
		p.heads[i] = none
	}
	p.lastEnd = make([]int32, len(p.places))
	return p
}

// run finds the cheapest division and returns its last node.
func (p *paginator) run() int32 {
	best := none
	p.put(pageNode{pageStart: pageStart{carried: none, sunk: int8(p.rules.Sunk)}, recto: p.rules.First == Recto, facing: int8(none), prev: none, end: none, next: none})
	for pos := range p.heads {
		for {
			batch := p.batch(int32(pos))
			if len(batch) == 0 {
				break
			}
			ends := p.fill(p.nodes[batch[0]].pageStart)
			for _, n := range batch {
				p.nodes[n].done = true
				for i := range ends {
					best = p.follow(n, int32(i), &ends[i], best)
				}
			}
		}
	}
	return best
}

// mostStates is how many starts at one position are followed up. There are a few in a book's chapter; only footnotes of many
// pages make more.
const mostStates = 64

// batch returns the nodes at a position that start alike and have not been tried: first those with a block that has moved
// forward, then those with the most footnotes left, since a page without text leads from these to the others.
func (p *paginator) batch(pos int32) (batch []int32) {
	count := 0
	for i := p.heads[pos]; i != none; i = p.nodes[i].next {
		n := &p.nodes[i]
		if count++; n.done {
			continue
		}
		if len(batch) > 0 {
			first := &p.nodes[batch[0]]
			switch {
			case n.pageStart == first.pageStart:
				batch = append(batch, i)
				continue
			case (n.carried != none) != (first.carried != none):
				if n.carried == none {
					continue
				}
			case n.left < first.left || n.left == first.left && n.carried < first.carried:
				continue
			}
		}
		batch = append(batch[:0], i)
	}
	if count > mostStates && int(pos) < len(p.heads)-1 {
		p.limit(pos)
		batch = slices.DeleteFunc(batch, func(n int32) bool { return p.nodes[n].done })
	}
	return batch
}

// limit marks all but the cheapest nodes at a position as done.
func (p *paginator) limit(pos int32) {
	var costs []int64
	for i := p.heads[pos]; i != none; i = p.nodes[i].next {
		costs = append(costs, p.nodes[i].cost)
	}
	slices.Sort(costs)
	for i := p.heads[pos]; i != none; i = p.nodes[i].next {
		if p.nodes[i].cost > costs[mostStates-1] {
			p.nodes[i].done = true
		}
	}
}

// follow adds what a page that starts at node n and has this end leads to. It returns the cheapest last node of the galley.
func (p *paginator) follow(n, i int32, e *pageEnd, best int32) int32 {
	from := &p.nodes[n]
	own := p.ownPages(from.pos, e.pos)
	next := pageNode{pageStart: e.pageStart, recto: from.recto == (own%2 == 1), facing: int8(none), short: e.short, cost: from.cost + e.cost, prev: n, end: i, next: none}
	switch e.kind {
	case lastPage:
		facing := max(from.facing, 0)
		if d := e.short - facing; e.notes {
			next.short = min(e.short, facing) // its notes end where the facing page ends
		} else if d != 0 && d <= NearlyFull {
			next.cost += nearlyCost
		}
		if best != none && p.nodes[best].cost <= next.cost {
			return best
		}
		p.nodes = append(p.nodes, next)
		return int32(len(p.nodes) - 1)
	case openPage:
		if from.prev == none && e.short > 0 && e.short <= NearlyFull {
			next.cost += nearlyCost
		}
		if from.facing >= 0 && from.facing != e.short {
			next.cost += unevenCost
		}
		if !from.recto && own == 0 {
			next.facing = e.short
		}
	}
	p.put(next)
	return best
}

// put keeps a node unless a cheaper one is known that starts alike.
func (p *paginator) put(n pageNode) {
	for i := p.heads[n.pos]; i != none; i = p.nodes[i].next {
		if o := &p.nodes[i]; o.pageStart == n.pageStart && o.recto == n.recto && o.facing == n.facing {
			if n.cost < o.cost {
				n.next, n.done = o.next, o.done
				*o = n
			}
			return
		}
	}
	n.next = p.heads[n.pos]
	p.heads[n.pos] = int32(len(p.nodes))
	p.nodes = append(p.nodes, n)
}

// trace reads the pages back from the last node. What is on each is found once more, so that it need not be kept for all
// that are tried.
func (p *paginator) trace(last int32) (pages []Page) {
	for i := last; p.nodes[i].prev != none; i = p.nodes[i].prev {
		n, from := &p.nodes[i], p.nodes[p.nodes[i].prev].pageStart
		end := p.fill(from)[n.end]
		pg := Page{Short: int(n.short), Moved: from.carried != none, Pages: p.ownPages(from.pos, n.pos)}
		pg.Notes = p.notes[p.marked[from.pos]-from.left : p.marked[n.pos]-n.left]
		ways := map[int]int{}
		for c := end.path; c != none; c = p.paths[c].prev {
			ways[int(p.paths[c].block)] = int(p.paths[c].way)
		}
		if b := int(from.carried); pg.Moved {
			pg.Pieces = append(pg.Pieces, Piece{b, ways[b], 0, len(p.blocks[b].Ways[ways[b]].Rows)})
		}
		start, stop := p.places[from.pos], p.places[n.pos]
		for b := start.block; b < stop.block || b == stop.block && stop.row > 0; b++ {
			way, given := ways[b], 0
			if b == start.block && start.row > 0 {
				way, given = start.way, start.row
			}
			if way == passed {
				continue
			}
			to := len(p.blocks[b].Ways[way].Rows)
			if b == stop.block {
				to = stop.row
			}
			pg.Pieces = append(pg.Pieces, Piece{b, way, given, to})
		}
		pages = append(pages, pg)
	}
	slices.Reverse(pages)
	return pages
}

// galleyIndex is a galley with its rows and footnotes numbered.
type galleyIndex struct {
	blocks []Block
	rules  PageRules
	places []pagePlace       // by position
	first  []int32           // by block: the position of its first row; then that of the end
	second [][]int32         // by block and way: the position of its second row, from which the others count
	marked []int32           // by position: the footnote lines marked before it
	own    []int             // by block: the pages of their own of the blocks before it
	needs  [][][]page.Length // by block, way and row: what must be free for the row and those that may not be parted from it

	notes  []Row         // the lines of all footnotes
	tops   []page.Length // of the notes under one another without a gap; one more for the end
	breaks []int32       // by note line: the next one, or the end, before which a page may end
	starts []int32       // by note line: the first line of its note
}

// pagePlace is a row of a block at which a page may start.
type pagePlace struct{ block, way, row int }

func newGalleyIndex(blocks []Block, rules PageRules) galleyIndex {
	g := galleyIndex{blocks: blocks, rules: rules}
	for b := range blocks {
		g.first = append(g.first, int32(len(g.places)))
		g.places = append(g.places, pagePlace{b, 0, 0})
		g.marked = append(g.marked, int32(len(g.notes)))
		seconds := make([]int32, len(blocks[b].Ways))
		for w := range blocks[b].Ways {
			seconds[w] = int32(len(g.places))
			before := g.marked[g.first[b]]
			for k := range blocks[b].Ways[w].Rows {
				if k > 0 {
					g.places = append(g.places, pagePlace{b, w, k})
					g.marked = append(g.marked, before)
				}
				before += int32(len(blocks[b].Ways[w].Rows[k].Notes))
			}
		}
		g.second = append(g.second, seconds)
		for _, r := range blocks[b].Ways[0].Rows {
			g.notes = append(g.notes, r.Notes...)
		}
	}
	g.first = append(g.first, int32(len(g.places)))
	g.places = append(g.places, pagePlace{block: len(blocks)})
	g.marked = append(g.marked, int32(len(g.notes)))
	g.own = make([]int, len(blocks)+1)
	for b := range blocks {
		g.own[b+1] = g.own[b] + blocks[b].Pages
	}
	g.indexNotes()
	g.findNeeds()
	return g
}

// ownPages returns how many pages of their own follow a page from one position to another.
func (g *galleyIndex) ownPages(from, to int32) int {
	return g.own[g.places[to].block] - g.own[g.places[from].block]
}

func (g *galleyIndex) indexNotes() {
	n := len(g.notes)
	g.tops, g.breaks, g.starts = make([]page.Length, n+1), make([]int32, n), make([]int32, n)
	for i := range g.notes {
		r := &g.notes[i]
		g.tops[i+1] = g.tops[i] + r.Space + r.Height
		if g.starts[i] = int32(i); i > 0 && !r.Begins {
			g.starts[i] = g.starts[i-1]
		}
	}
	for i := n - 1; i >= 0; i-- {
		g.breaks[i] = int32(i + 1)
		if i+1 < n && g.notes[i+1].Penalty >= Forbidden && !g.notes[i+1].Begins {
			g.breaks[i] = g.breaks[i+1]
		}
	}
}

// notesHeight returns the height of the note lines from a to b.
func (g *galleyIndex) notesHeight(a, b int32) page.Length {
	if a == b {
		return 0
	}
	return g.tops[b] - g.tops[a] - g.notes[a].Space
}

// after returns the position after a row.
func (g *galleyIndex) after(b, way, row int) int32 {
	if row+1 == len(g.blocks[b].Ways[way].Rows) {
		return g.first[b+1]
	}
	return g.second[b][way] + int32(row)
}

// row returns the row at a position that is not the end.
func (g *galleyIndex) row(pos int32) *Row {
	pl := g.places[pos]
	return &g.blocks[pl.block].Ways[pl.way].Rows[pl.row]
}

// findNeeds computes the space that each row needs, from the last to the first. Rows that do not fit on a page together
// need only their own space.
func (g *galleyIndex) findNeeds() {
	g.needs = make([][][]page.Length, len(g.blocks))
	after, kept := page.Length(0), false // what the row after needs, and whether it may not be parted from this one
	for b := len(g.blocks) - 1; b >= 0; b-- {
		ways := g.blocks[b].Ways
		g.needs[b] = make([][]page.Length, len(ways))
		least := page.Length(1 << 60)
		for w := range ways {
			rows := ways[w].Rows
			needs := make([]page.Length, len(rows))
			next, together := after, kept
			for k := len(rows) - 1; k >= 0; k-- {
				r := &rows[k]
				own := r.Space + r.Height
				if len(r.Notes) > 0 {
					own += g.rules.NoteGap
				}
				for i := range r.Notes {
					own += r.Notes[i].Height + r.Notes[i].Space
				}
				needs[k] = own
				if together && own+next <= g.rules.Height {
					needs[k] += next
				}
				next, together = needs[k], r.Penalty >= Forbidden
			}
			g.needs[b][w] = needs
			least = min(least, needs[0])
		}
		after, kept = least, ways[0].Rows[0].Penalty >= Forbidden
	}
}

// need returns the least space that the rows at a position need, over all ways to set them.
func (g *galleyIndex) need(pos int32) page.Length {
	pl := g.places[pos]
	if pl.row > 0 {
		return g.needs[pl.block][pl.way][pl.row]
	}
	least := g.needs[pl.block][0][0]
	for _, w := range g.needs[pl.block][1:] {
		least = min(least, w[0])
	}
	return least
}
