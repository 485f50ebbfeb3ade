package locate

import (
	"cmp"
	"slices"
)

// finding is where a query stands among the book's words.
type finding struct {
	status   Status
	from, to int  // words; equal: the point before the word
	after    bool // the point is behind the word before
	score    int
	others   int
	whole    bool // every word of the mark is one of the book's
	around   int  // words around the mark that were found
	run      int  // words that follow on each other here and there, the mark among them
	sure     bool // nearly everything around it is the book's too: there is no better place
}

// find looks for a query, near a word first, -1 for anywhere.
func (x *Index) find(q query, hint int) finding {
	if q.to-q.from > maxMarked {
		return x.findLong(q, hint)
	}
	f := x.findNear(q, hint)
	if f.status == AsMarked {
		return f
	}
	// What stands around the words on a page may stand elsewhere in the manuscript: in an index, or where a page
	// ends. So they are looked for with a few words around them; some of these have to follow on each other there.
	const few, following = 6, 5
	near := q.narrow(few)
	if len(near.words) == len(q.words) || len(near.words) < following {
		return f
	}
	if g := x.findNear(near, hint); g.status == AsMarked && g.run >= following {
		return g
	}
	return f
}

// narrow returns a query with fewer words around the mark.
func (q query) narrow(around int) query {
	first, last := max(0, q.from-around), min(len(q.words), q.to+around)
	q.words = q.words[first:last]
	q.from, q.to = q.from-first, q.to-first
	return q
}

// findNear looks for a query of a size that can be aligned.
func (x *Index) findNear(q query, hint int) finding {
	var best finding
	var equal []int // where else it could be just as well
	for _, start := range x.candidates(q, hint) {
		slack := 24 + len(q.words)/4
		low, high := max(0, start-slack), min(len(x.words), start+len(q.words)+slack)
		f := x.look(q, low, high)
		if f.status != "" && x.isMade(f.from) { // the words themselves may stand right beside a link that prints them
			for _, g := range []finding{x.look(q, f.to, high+slack), x.look(q, low-slack, f.from)} {
				if g.score >= f.score && g.status == f.status && !x.isMade(g.from) {
					f = g
				}
			}
		}
		if f.status == "" {
			continue
		}
		if hint >= 0 {
			switch d := max(f.from-hint, hint-f.from); {
			case d < 25:
				f.score += 24
			case d < 400:
				f.score += 12 - d/50
			}
		}
		switch f.status { // a place that has the words counts more than one that only has what stands around them
		case AsMarked:
			f.score += 100
		case Changed:
			f.score += 50
		}
		if x.isMade(f.from) { // the words themselves count more than a link that prints them
			f.score--
			f.sure = false
		}
		switch c := cmp.Compare(f.score, best.score); {
		case best.status == "" || c > 0:
			best, equal = f, equal[:0]
		case c == 0 && best.from != f.from && f.status == AsMarked && !slices.Contains(equal, f.from):
			equal = append(equal, f.from)
		}
		if best.sure {
			break
		}
	}
	best.others = len(equal)
	return best
}

func (x *Index) isMade(word int) bool {
	if word < 0 || word >= len(x.spots) {
		return false
	}
	p, _ := x.pieceAtStart(word)
	return p.made
}

// findLong finds a long mark by its two ends.
func (x *Index) findLong(q query, hint int) finding {
	head, tail := q, q
	head.words, head.to = q.words[:q.from+maxMarked/2], q.from+maxMarked/2
	tail.words = q.words[q.to-maxMarked/2:]
	tail.from, tail.to = 0, maxMarked/2
	a := x.find(head, hint)
	near := hint
	if a.status != "" {
		near = a.from + q.to - q.from
	}
	b := x.find(tail, near)
	switch {
	case a.status == "":
		return b
	case b.status == "" || b.to <= a.from || b.to-a.from > 3*len(q.words):
		return a
	}
	if a.status == AsMarked && b.status == AsMarked && b.to-a.from != q.to-q.from {
		a.status = Changed
	} else if b.status != AsMarked {
		a.status = b.status
	}
	a.to = b.to
	return a
}

// candidates returns the words at which the query may begin, the likeliest first.
func (x *Index) candidates(q query, hint int) []int {
	const bucket = 16
	votes := map[int]int{}
	vote := func(start, n int) {
		const worth = 8 // a vote costs as much as so many words to compare
		*q.steps += worth
		b := (start + 1<<20) / bucket // 1<<20: a query may begin before the book
		votes[b] += n
		votes[b-1] += n // the bucket that overlaps it by half
	}
	for i, w := range q.words {
		away := max(q.from-i, i+1-q.to, 0) // from the mark
		if i+2 < len(q.words) {
			list := x.triples[[3]string(q.words[i:i+3])]
			for _, at := range list[:min(len(list), 64)] {
				vote(int(at)-i, 6+max(0, 6-away))
			}
		}
		list := x.times[w]
		if len(list) > 40 {
			continue
		}
		n := 1 + max(0, 3-away)
		for _, at := range list {
			if vote(int(at)-i, n); i+1 < len(q.words) && int(at)+1 < len(x.words) && x.words[at+1] == q.words[i+1] {
				vote(int(at)-i, 2*n)
			}
		}
	}
	if len(votes) == 0 { // common words only
		for i, w := range q.words {
			for _, at := range x.times[w] {
				vote(int(at)-i, 1)
			}
		}
	}
	type ballot struct{ bucket, votes int }
	list := make([]ballot, 0, len(votes))
	for b, n := range votes {
		list = append(list, ballot{b, n})
	}
	slices.SortFunc(list, func(a, b ballot) int {
		return cmp.Or(cmp.Compare(b.votes, a.votes), cmp.Compare(a.bucket, b.bucket))
	})
	var out []int
	if hint >= 0 {
		out = append(out, hint-q.from)
	}
	tries := maxTries
	if len(q.words) < 8 { // it may stand in many places
		tries *= 4
	}
	for _, b := range list[:min(len(list), 2*tries)] {
		start := b.bucket*bucket - 1<<20 + bucket
		tried := slices.ContainsFunc(out, func(o int) bool { return o-start < bucket && start-o < bucket })
		if !tried && len(out) <= tries {
			out = append(out, start)
		}
	}
	return out
}

// look aligns the query with the words from one to another.
func (x *Index) look(q query, low, high int) finding {
	low, high = max(0, low), min(len(x.words), high)
	if low >= high {
		return finding{}
	}
	*q.steps += len(q.words) * (high - low)
	worth := make([]int, len(q.words))
	for i, w := range q.words {
		worth[i] = worthOf(len(x.times[w]), len(x.words))
		if i >= q.from && i < q.to {
			worth[i] += worth[i] / 4
		}
	}
	pairs, score := align(q.words, x.words[low:high], worth)
	f := judge(q, pairs, worth, low, score, func(from, to int) bool {
		for from < to && x.isMade(from) {
			from++
		}
		return from == to
	})
	all := 0
	for _, w := range worth {
		all += w
	}
	f.run = runOf(q, pairs)
	f.sure = f.status == AsMarked && len(q.words) > 10 && 10*score >= 9*all
	return f
}

// runOf returns the number of consecutive words of an alignment, those of the mark included.
func runOf(q query, pairs []pair) int {
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && !pairs[j].near && pairs[j].query == pairs[j-1].query+pairs[j-1].nquery &&
			pairs[j].text == pairs[j-1].text+pairs[j-1].ntext {
			j++
		}
		if last := pairs[j-1]; pairs[i].query <= q.from && last.query+last.nquery >= q.to {
			return last.query + last.nquery - pairs[i].query
		}
		i = j
	}
	return 0
}
