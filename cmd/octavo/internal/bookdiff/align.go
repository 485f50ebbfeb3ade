package bookdiff

import "strings"

// leastMoved is the least number of words of a paragraph that is looked for in other places. Shorter paragraphs often occur
// twice in a book by chance.
const leastMoved = 6

// align pairs the units of the old book with those of the new one: first those that are the same, then those rewritten in
// place, then those that were moved.
func (c *comparison) align() {
	for _, h := range c.new.containers {
		if h.mate != nil {
			c.unchanged(h)
		}
	}
	c.sameElsewhere()
	for _, h := range c.new.containers {
		if h.mate != nil {
			c.rewritten(h)
		}
	}
	c.alikeElsewhere()
}

// join makes p the pair of all its units.
func join(p pair) {
	for _, u := range p.old {
		u.pair = &p
	}
	for _, u := range p.new {
		u.pair = &p
	}
}

func one(u *unit) []*unit { return []*unit{u} }

// unchanged pairs the title of a container with that of its counterpart, even if it was rewritten, and the units under it
// that have the same text in the same order.
func (c *comparison) unchanged(h *container) {
	olds, news := h.mate.units, h.units
	join(pair{old: one(olds[0]), new: one(news[0]), same: olds[0].id == news[0].id})
	olds, news = olds[1:], news[1:]
	ids := func(us []*unit) []int32 {
		out := make([]int32, len(us))
		for i, u := range us {
			out[i] = u.id
		}
		return out
	}
	o, n := 0, 0
	stay := func(to int) {
		for ; o < to; o, n = o+1, n+1 {
			join(pair{old: one(olds[o]), new: one(news[n]), same: true})
		}
	}
	for _, k := range differences(ids(olds), ids(news)) {
		stay(k.old)
		o, n = k.oldEnd, k.newEnd
	}
	stay(len(olds))
}

// sameElsewhere pairs units that have the same text in another place.
func (c *comparison) sameElsewhere() {
	waiting := map[int32][]*unit{}
	for _, u := range c.old.rest(leastMoved) {
		waiting[u.id] = append(waiting[u.id], u)
	}
	for _, u := range c.new.rest(leastMoved) {
		if olds := waiting[u.id]; len(olds) > 0 {
			join(pair{old: olds[:1:1], new: one(u), same: true, moved: true})
			waiting[u.id] = olds[1:]
		}
	}
}

// rest returns the units without a pair that have at least the given number of words, except titles.
func (f *flat) rest(words int) (out []*unit) {
	for _, h := range f.containers {
		for _, u := range h.units {
			if u.pair == nil && !u.title && strings.Count(u.key, " ")+1 >= words {
				out = append(out, u)
			}
		}
	}
	return out
}

// rewritten pairs units in the gaps between the unchanged units of a container.
func (c *comparison) rewritten(h *container) {
	stays := func(u *unit) bool { return u.pair != nil && !u.pair.moved }
	var olds, news []*unit
	k := 0
	gap := func(end *unit) {
		for ; k < len(h.mate.units) && !(end != nil && h.mate.units[k] == end); k++ {
			if u := h.mate.units[k]; u.pair == nil {
				olds = append(olds, u)
			}
		}
		c.gap(olds, news)
		olds, news = nil, nil
	}
	for _, u := range h.units {
		switch {
		case stays(u):
			gap(u.pair.old[0])
			k++
		case u.pair == nil:
			news = append(news, u)
		}
	}
	gap(nil)
}

// Limits of pairing: the least share of words that a paragraph and its rewritten form have in common; the least share of each
// of two paragraphs that is found in the paragraph that was divided into them or joined from them; the largest gap
// that is aligned as a whole.
const (
	leastShare = 0.3
	leastPart  = 0.5
	largeGap   = 40_000
)

// gap pairs the units of a gap so that as many words as possible are unchanged. One paragraph may have been divided into two,
// or two joined into one, as Gale and Church do with sentences ("A Program for Aligning Sentences in Bilingual Corpora",
// Computational Linguistics 19, 1993).
func (c *comparison) gap(olds, news []*unit) {
	if len(olds) == 0 || len(news) == 0 {
		return
	}
	o, n := c.bags(olds), c.bags(news)
	if len(olds)*len(news) > largeGap {
		for i, k := range resemble(o, n, alike) {
			if k >= 0 {
				join(pair{old: one(olds[k]), new: one(news[i])})
			}
		}
		return
	}
	// best[i][j] is the best alignment of the first i old units with the first j new ones.
	type step struct {
		words  int
		di, dj int
	}
	width := len(news) + 1
	best := make([]step, (len(olds)+1)*width)
	for i := range len(olds) + 1 {
		for j := range width {
			s := step{}
			better := func(di, dj, words int) {
				if words += best[(i-di)*width+j-dj].words; s == (step{}) || words > s.words {
					s = step{words, di, dj}
				}
			}
			if i > 0 {
				better(1, 0, 0)
			}
			if j > 0 {
				better(0, 1, 0)
			}
			if i > 0 && j > 0 {
				if n := sameWords(o[i-1], n[j-1]); n >= 0 {
					better(1, 1, 2*n+1) // two words that stay count more than one, and any pair more than none
				}
			}
			if i > 0 && j > 1 {
				if n := commonWords(o[i-1], n[j-2], n[j-1]); n > 0 {
					better(1, 2, 2*n)
				}
			}
			if i > 1 && j > 0 {
				if n := commonWords(n[j-1], o[i-2], o[i-1]); n > 0 {
					better(2, 1, 2*n)
				}
			}
			best[i*width+j] = s
		}
	}
	for i, j := len(olds), len(news); i > 0 || j > 0; {
		s := best[i*width+j]
		if s.di > 0 && s.dj > 0 {
			join(pair{old: olds[i-s.di : i : i], new: news[j-s.dj : j : j]})
		}
		i, j = i-s.di, j-s.dj
	}
}

func (c *comparison) bags(us []*unit) [][]int32 {
	out := make([][]int32, len(us))
	for i, u := range us {
		out[i] = c.bagOf(u)
	}
	return out
}

// sameWords returns the number of words that two paragraphs have in common, or -1 if that is too small a share.
func sameWords(a, b []int32) int {
	n := common(a, b)
	if float64(2*n) < leastShare*float64(len(a)+len(b)) {
		return -1
	}
	return n
}

// commonWords returns the number of words that two paragraphs have in common with the whole that was divided into them or joined
// from them, or 0 if either shares too few.
func commonWords(whole, first, second []int32) int {
	a, b := common(whole, first), common(whole, second)
	if float64(a) < leastPart*float64(len(first)) || float64(b) < leastPart*float64(len(second)) || a == 0 || b == 0 {
		return 0
	}
	if n := min(a+b, len(whole)); n > max(a, b) {
		return n
	}
	return 0
}

// alikeElsewhere pairs units that were both moved and rewritten.
func (c *comparison) alikeElsewhere() {
	const least = 10
	olds, news := c.old.rest(least), c.new.rest(least)
	if len(olds) == 0 || len(news) == 0 {
		return
	}
	for i, k := range resemble(c.bags(olds), c.bags(news), 0.6) {
		if k >= 0 {
			join(pair{old: one(olds[k]), new: one(news[i]), moved: true})
		}
	}
}
