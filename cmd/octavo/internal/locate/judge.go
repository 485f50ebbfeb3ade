package locate

import (
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// judge decides from an alignment where the mark is in the book, and whether its words have changed. Low is the index of the
// text's first word in the book; made reports whether no word in a range was written by the author.
func judge(q query, pairs []pair, worth []int, low, score int, made func(from, to int) bool) finding {
	o := overlapOf(q, pairs, worth, low, made)
	var f finding
	if q.from == q.to {
		f = o.point(len(q.words))
	} else {
		f = o.passage(q.to - q.from)
	}
	if f.status != "" {
		f.score, f.around = score, o.around
	}
	return f
}

// overlap summarizes the words of a query that an alignment found in the book.
type overlap struct {
	all, found    int  // worth of the marked words, and of those found
	from, to      int  // range of the found words in the book; -1 if there are none
	exact         bool // the found words are the same, with none of the author's between them
	around        int  // pairs of words around the mark
	before, after neighbor
}

// neighbor is the nearest word on one side of the mark that was found.
type neighbor struct {
	at  int // position in the book of its edge nearer to the mark; -1 if none was found
	gap int // words of the query between it and the mark
}

func (n neighbor) within(gap int) bool { return n.at >= 0 && n.gap <= gap }

// nearer reports whether n was found and is no farther from the mark than other.
func (n neighbor) nearer(other neighbor) bool {
	return n.at >= 0 && (other.at < 0 || n.gap <= other.gap)
}

func overlapOf(q query, pairs []pair, worth []int, low int, made func(from, to int) bool) overlap {
	o := overlap{from: -1, to: -1, exact: true, before: neighbor{at: -1}, after: neighbor{at: -1}}
	for i := q.from; i < q.to; i++ {
		if !unwritten(q.words, i) {
			o.all += worth[i]
		}
	}
	for _, p := range pairs {
		start, end := low+p.text, low+p.text+p.ntext
		switch {
		case p.query+p.nquery <= q.from:
			o.before = neighbor{end, q.from - p.query - p.nquery}
			o.around++
		case p.query >= q.to:
			if o.after.at < 0 {
				o.after = neighbor{start, p.query - q.to}
			}
			o.around++
		default:
			o.weigh(q, p, worth)
			if o.from < 0 {
				o.from = start
			}
			o.exact = o.exact && !p.near && (o.to < 0 || made(o.to, start))
			o.to = end
		}
	}
	return o
}

// weigh adds the worth of marked words that were found. Unwritten words count, in all too, only if they were found.
func (o *overlap) weigh(q query, p pair, worth []int) {
	for i := p.query; i < p.query+p.nquery; i++ {
		w := worth[i]
		if unwritten(q.words, i) {
			o.all += w
		}
		if o.found += w; p.near {
			o.found -= w / 3
		}
	}
}

// point returns the finding for a mark between words; words is the number of words in the query.
func (o *overlap) point(words int) finding {
	switch {
	case o.around < min(2, words):
		return finding{}
	case o.after.within(0):
		return pointAt(AsMarked, o.after)
	case o.before.within(0):
		return pointBehind(AsMarked, o.before)
	case o.before.nearer(o.after):
		return pointBehind(Changed, o.before)
	}
	return pointAt(Changed, o.after)
}

func pointAt(s Status, n neighbor) finding { return finding{status: s, from: n.at, to: n.at} }

func pointBehind(s Status, n neighbor) finding {
	return finding{status: s, from: n.at, to: n.at, after: true}
}

// passage returns the finding for a mark of count words.
func (o *overlap) passage(count int) finding {
	share := func(n int) bool { return o.found > 0 && n*o.found >= o.all } // at least an nth of the mark was found
	switch {
	case share(1) && o.exact:
		return finding{status: AsMarked, from: o.from, to: o.to, whole: true}
	case share(2) && (count >= 4 || o.around >= 3 || share(1)):
		return o.widened(count)
	case o.around >= 4 && o.enclosed():
		if o.before.at == o.after.at {
			return pointAt(Gone, o.before)
		}
		return finding{status: Changed, from: o.before.at, to: o.after.at}
	case o.around >= 5 && (o.before.within(1) || o.after.within(1)):
		if o.before.nearer(o.after) {
			return pointBehind(Gone, o.before)
		}
		return pointAt(Gone, o.after)
	case o.around >= 4 && share(3):
		return finding{status: Changed, from: o.from, to: o.to}
	}
	return finding{}
}

// enclosed reports whether words close to the mark were found on both sides of it, in order.
func (o *overlap) enclosed() bool {
	b, a := o.before, o.after
	return b.at >= 0 && a.at >= b.at && b.gap+a.gap <= 4
}

// widened returns the finding for a changed passage, including the words inserted at its ends unless there are many.
func (o *overlap) widened(count int) finding {
	f := finding{status: Changed, from: o.from, to: o.to}
	if o.before.within(0) && o.before.at < f.from && f.from-o.before.at <= 2+count {
		f.from = o.before.at
	}
	if o.after.within(0) && o.after.at > f.to && o.after.at-f.to <= 2+count {
		f.to = o.after.at
	}
	return f
}

// unwritten reports whether a printed word may be one that the author did not write: the mark of a note, a page number, or the
// word for "page" beside one.
func unwritten(words []string, i int) bool {
	number := func(i int) bool { return i >= 0 && i < len(words) && strings.Trim(words[i], "0123456789") == "" }
	return number(i) || lang.IsPageWord(words[i]) && (number(i+1) || number(i-1))
}
