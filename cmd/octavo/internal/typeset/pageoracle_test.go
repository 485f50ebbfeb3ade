package typeset

import "octavo/cmd/octavo/internal/page"

// pageOracle finds the least cost of dividing a galley by trying every end of every page, also those that PagesOf leaves out.
// It is written from the definition of costs, with maps and recursion, and shares no code with PagesOf but the constants.
type pageOracle struct {
	blocks []Block
	rules  PageRules
	notes  []Row
	memo   map[oracleState]int64
	pages  map[oracleStart][]oracleEnd
	marks  map[oracleStart][2]int
}

// oracleStart is the first row to be set, as in place, the footnote lines that are set, and a block that has moved forward.
type oracleStart struct {
	block, way, row int
	noted           int
	carried         int // 1 more than the block; 0: none
	sunk            int // how many pages from this one on begin lower
}

type oracleState struct {
	oracleStart
	recto, first bool
	facing       int
}

type oracleEnd struct {
	oracleStart
	short  int
	kind   endKind
	noted_ bool // the page has footnotes
	cost   int64
}

type oraclePage struct {
	block       int
	used, after page.Length
	carried     int
}

func leastCost(blocks []Block, rules PageRules) int64 {
	o := &pageOracle{blocks: blocks, rules: rules, memo: map[oracleState]int64{}, pages: map[oracleStart][]oracleEnd{},
		marks: map[oracleStart][2]int{}}
	for _, b := range blocks {
		for _, r := range b.Ways[0].Rows {
			o.notes = append(o.notes, r.Notes...)
		}
	}
	return o.least(oracleState{oracleStart: oracleStart{sunk: rules.Sunk}, recto: rules.First == Recto, first: true, facing: -1})
}

// least returns the least cost of everything from a state on.
func (o *pageOracle) least(s oracleState) int64 {
	if c, ok := o.memo[s]; ok {
		return c
	}
	best := int64(1) << 62
	for _, e := range o.ends(s.oracleStart) {
		cost, next := e.cost, oracleState{oracleStart: e.oracleStart, recto: !s.recto, facing: -1}
		own := 0
		for _, b := range o.blocks[s.block:e.block] {
			for range b.Pages {
				next.recto = !next.recto
				own++
			}
		}
		switch e.kind {
		case lastPage:
			if d := e.short - max(0, s.facing); d != 0 && d <= NearlyFull && !e.noted_ {
				cost += nearlyCost
			}
			best = min(best, cost)
			continue
		case openPage:
			if s.first && e.short >= 1 && e.short <= NearlyFull {
				cost += nearlyCost
			}
			if s.facing >= 0 && s.facing != e.short {
				cost += unevenCost
			}
			if !s.recto && own == 0 {
				next.facing = e.short
			}
		}
		best = min(best, cost+o.least(next))
	}
	o.memo[s] = best
	return best
}

// height returns the height of the page at s.
func (o *pageOracle) height(s oracleStart) page.Length {
	if s.sunk > 0 {
		return o.rules.Height - o.rules.Sink
	}
	return o.rules.Height
}

// ends returns the ends of a page.
func (o *pageOracle) ends(s oracleStart) []oracleEnd {
	if ends, ok := o.pages[s]; ok {
		return ends
	}
	var ends []oracleEnd
	sunk := max(s.sunk-1, 0) // of the next page
	seen := map[oraclePage]int64{}
	var fill func(p oraclePage, way, row int, cost int64)
	visit := func(p oraclePage, cost int64) {
		if c, ok := seen[p]; !ok || cost < c {
			seen[p] = cost
			fill(p, -1, 0, cost)
		}
	}
	fill = func(p oraclePage, given, from int, cost int64) {
		if p.block == len(o.blocks) || p.carried > 0 && (o.blocks[p.block].Float > 0 || p.block >= p.carried+o.blocks[p.carried-1].Float) {
			return
		}
		b := &o.blocks[p.block]
		for way := range b.Ways {
			if given >= 0 && way != given {
				continue
			}
			q, sum := p, cost
			if from == 0 {
				sum += b.Ways[way].Cost
			}
			whole := true
			for k := from; k < len(b.Ways[way].Rows); k++ {
				r := &b.Ways[way].Rows[k]
				empty := q.used == 0
				if !empty && r.Penalty == Forced {
					whole = false
					break
				}
				if !empty {
					q.used += max(r.Space, q.after)
				}
				q.used, q.after = q.used+r.Height, 0
				next := oracleStart{block: p.block, way: way, row: k + 1, carried: q.carried, sunk: sunk}
				if k+1 == len(b.Ways[way].Rows) {
					q.after = b.After
					next = oracleStart{block: p.block + 1, carried: q.carried, sunk: sunk}
				}
				if q.used > o.height(s) && !empty {
					whole = false
					break
				}
				var fits bool
				if ends, fits = o.end(ends, s, q.used, next, sum); !fits {
					whole = false
					break
				}
			}
			if q.block++; whole {
				visit(q, sum)
			}
		}
		if b.Float > 0 && p.used > 0 {
			q := p
			q.carried = p.block + 1
			q.block++
			visit(q, cost+floatCost)
		}
	}
	if s.carried > 0 {
		for _, w := range o.blocks[s.carried-1].Ways {
			p := oraclePage{block: s.block, after: o.blocks[s.carried-1].After}
			for k, r := range w.Rows {
				if p.used += r.Height; k > 0 {
					p.used += r.Space
				}
			}
			next := s
			next.carried, next.sunk = 0, sunk
			ends, _ = o.end(ends, s, p.used, next, w.Cost)
			if s.row > 0 {
				fill(p, s.way, s.row, w.Cost)
			} else {
				visit(p, w.Cost)
			}
		}
	} else if s.block == len(o.blocks) {
		next := s
		next.sunk = sunk
		ends, _ = o.end(ends, s, 0, next, 0)
	} else if s.row > 0 {
		fill(oraclePage{block: s.block}, s.way, s.row, 0)
	} else {
		visit(oraclePage{block: s.block}, 0)
	}
	o.pages[s] = ends
	return ends
}

// marked returns the footnote lines marked before a row, and the first line of the note marked last.
func (o *pageOracle) marked(s oracleStart) (n, last int) {
	s.noted, s.carried, s.sunk = 0, 0, 0
	if m, ok := o.marks[s]; ok {
		return m[0], m[1]
	}
	defer func() { o.marks[s] = [2]int{n, last} }()
	count := func(r Row) {
		for _, note := range r.Notes {
			if note.Begins {
				last = n
			}
			n++
		}
	}
	for b := range s.block {
		for _, r := range o.blocks[b].Ways[0].Rows {
			count(r)
		}
	}
	for k := range s.row {
		count(o.blocks[s.block].Ways[s.way].Rows[k])
	}
	return n, last
}

// end adds the ends of a page before next. It reports whether its footnotes fit.
func (o *pageOracle) end(ends []oracleEnd, s oracleStart, used page.Length, next oracleStart, cost int64) ([]oracleEnd, bool) {
	due, begun := o.marked(next)
	before, _ := o.marked(s)
	finished := next.block == len(o.blocks)
	height := func(to int) (h page.Length) {
		for i := s.noted; i < to; i++ {
			if h += o.notes[i].Height; i > s.noted {
				h += o.notes[i].Space
			}
		}
		if to > s.noted {
			h += o.rules.NoteGap
		}
		return h
	}
	next.noted = due
	for next.noted > s.noted && used+height(next.noted) > o.height(s) {
		next.noted--
		for next.noted > s.noted && o.notes[next.noted].Penalty >= Forbidden {
			next.noted--
		}
	}
	if next.noted < due && (next.noted == s.noted || due > before && next.noted <= begun) {
		return ends, false
	}
	if next.noted < due {
		if cost += turnCost; !finished && used < leastText*o.rules.Leading {
			return ends, true
		}
	}
	short := max(0, int((o.height(s)-used-height(next.noted))/o.rules.Leading))
	e := oracleEnd{oracleStart: next, short: short, noted_: next.noted > s.noted, cost: cost}
	switch {
	case finished && next.noted == due && next.carried == 0:
		if e.kind = lastPage; used < o.rules.Last {
			e.cost += lastCost
		}
		return append(ends, e), true
	case finished:
		e.cost += whiteCost(page.Length(short))
		return append(ends, e), true
	}
	penalty := o.blocks[next.block].Ways[next.way].Rows[next.row].Penalty
	if penalty == Forced {
		e.kind = forcedPage
		return append(ends, e), true
	}
	if penalty >= Forbidden {
		e.cost += forbiddenCost
	} else if penalty > 0 {
		e.cost += int64(penalty) * int64(penalty)
	}
	cost = e.cost
	for above := 0; above <= short; above++ {
		if e.noted_ || above == 0 {
			e.short, e.cost = short-above, cost+whiteCost(page.Length(above))+whiteCost(page.Length(short-above))
			ends = append(ends, e)
		}
	}
	return ends, true
}
