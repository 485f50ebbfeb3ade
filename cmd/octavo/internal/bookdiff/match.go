package bookdiff

import (
	"cmp"
	"slices"
	"strings"
)

// comparison is the state of a comparison.
type comparison struct {
	old, new   *flat
	words      map[string]int32 // ids of words, by their keys
	unitWriter unitWriter
}

// alike is the share of common words from which two things count as one that was rewritten.
const alike = 0.5

// match finds the counterpart of every container of the new book in the old one.
func (c *comparison) match() {
	c.old.keys()
	c.new.keys()
	ids := map[string]int32{}
	for _, f := range []*flat{c.old, c.new} {
		for _, h := range f.containers {
			for _, u := range h.units {
				k := u.form + "\x00" + u.key
				id, ok := ids[k]
				if !ok {
					id = int32(len(ids))
					ids[k] = id
				}
				u.id = id
			}
		}
	}
	c.chapters()
	c.within()
	c.parts()
	c.moves()
}

// matchBy pairs containers that have the same name, in reading order; no name matches none.
func (c *comparison) matchBy(takes func(*container) bool, name func(*container) string) {
	waiting := map[string][]*container{}
	for _, h := range c.old.containers {
		if h.mate == nil && takes(h) {
			if n := name(h); n != "" {
				waiting[n] = append(waiting[n], h)
			}
		}
	}
	for _, h := range c.new.containers {
		if h.mate != nil || !takes(h) {
			continue
		}
		n := name(h)
		if olds := waiting[n]; n != "" && len(olds) > 0 {
			h.mate, olds[0].mate = olds[0], h
			waiting[n] = olds[1:]
		}
	}
}

// matchAlike pairs containers that share words, the most alike first.
func (c *comparison) matchAlike(takes func(*container) bool, words func(*container) []int32) {
	gather := func(f *flat) (hs []*container, bags [][]int32) {
		for _, h := range f.containers {
			if h.mate == nil && takes(h) {
				hs = append(hs, h)
			}
		}
		return hs, nil
	}
	olds, _ := gather(c.old)
	news, _ := gather(c.new)
	if len(olds) == 0 || len(news) == 0 {
		return
	}
	bags := func(hs []*container) [][]int32 {
		out := make([][]int32, len(hs))
		for i, h := range hs {
			out[i] = words(h)
		}
		return out
	}
	for i, k := range resemble(bags(olds), bags(news), alike) {
		if k >= 0 {
			news[i].mate, olds[k].mate = olds[k], news[i]
		}
	}
}

// chapters pairs chapters: by file and title; by title, since files are renamed when chapters are put in between; by
// what they hold; by file.
func (c *comparison) chapters() {
	is := func(h *container) bool { return h.what == Chapter }
	title := func(h *container) string { return h.units[0].key }
	c.matchBy(is, func(h *container) string { return h.file + "\x00" + title(h) })
	c.matchBy(is, title)
	inside := map[*container][]int32{}
	for _, f := range []*flat{c.old, c.new} {
		for _, h := range f.containers {
			if h.chapter == nil || h.chapter.mate != nil {
				continue
			}
			for _, u := range h.units { // whole paragraphs, each as much as it has words
				for range 1 + strings.Count(u.key, " ")/8 {
					inside[h.chapter] = append(inside[h.chapter], u.id)
				}
			}
		}
	}
	for _, ids := range inside {
		slices.Sort(ids)
	}
	c.matchAlike(is, func(h *container) []int32 { return inside[h] })
	most := map[string]int{} // chapters in one state; a file of several chapters does not say which of them is which
	for _, f := range []*flat{c.old, c.new} {
		in := map[string]int{}
		for _, h := range f.containers {
			if is(h) {
				in[h.file]++
				most[h.file] = max(most[h.file], in[h.file])
			}
		}
	}
	c.matchBy(is, func(h *container) string {
		if most[h.file] > 1 {
			return ""
		}
		return h.file
	})
}

// within pairs entries and sections: entries by id; sections by chapter and heading; a section that became an entry,
// or an entry a section, by id; then what shares most of its words. The id of a section says little: it follows the
// heading, and any chapter may have a "Summary".
func (c *comparison) within() {
	entry := func(h *container) bool { return h.what == Entry }
	section := func(h *container) bool { return h.what == Section }
	either := func(h *container) bool { return h.what == Entry || h.what == Section }
	place := map[*container]string{} // of the chapters that stayed
	for _, h := range c.new.containers {
		if h.what == Chapter && h.mate != nil {
			place[h], place[h.mate] = h.id, h.id
		}
	}
	c.matchBy(entry, func(h *container) string { return h.id })
	c.matchBy(section, func(h *container) string {
		if p := place[h.chapter]; p != "" {
			return p + "\x00" + h.units[0].form + h.units[0].key
		}
		return ""
	})
	c.matchBy(either, func(h *container) string {
		if (h.what == Entry) == h.now {
			return "entry now " + h.id
		}
		return "section now " + h.id
	})
	bag := func(h *container) (all []int32) {
		for _, u := range h.units {
			all = append(all, c.bagOf(u)...)
		}
		slices.Sort(all)
		return all
	}
	c.matchAlike(entry, bag)
	c.matchAlike(section, bag)
}

// parts pairs parts: by id, then those that begin with the same chapter.
func (c *comparison) parts() {
	is := func(h *container) bool { return h.what == Part }
	c.matchBy(is, func(h *container) string { return h.id })
	c.matchBy(is, func(h *container) string {
		switch {
		case h.first == nil:
			return ""
		case h.now:
			return h.first.id
		case h.first.mate != nil:
			return h.first.mate.id
		}
		return ""
	})
}

// moves marks what stands elsewhere: in another chapter, or in another order. Of those that stayed together as many
// as can be count as unmoved.
func (c *comparison) moves() {
	seq := map[*container]int{}
	for i, h := range c.old.containers {
		seq[h] = i
	}
	groups := map[*container][]*container{} // what stayed in a chapter; of nil: the chapters
	var order []*container
	add := func(group, h *container) {
		if groups[group] == nil {
			order = append(order, group)
		}
		groups[group] = append(groups[group], h)
	}
	for _, h := range c.new.containers {
		switch {
		case h.mate == nil || h.what == Part:
		case h.what == Chapter:
			add(nil, h)
		case h.chapter.mate != h.mate.chapter:
			h.moved = true
		default:
			add(h.chapter, h)
		}
	}
	for _, g := range order {
		hs := groups[g]
		at := make([]int, len(hs))
		for i, h := range hs {
			at[i] = seq[h.mate]
		}
		stay := increasing(at)
		for i, h := range hs {
			h.moved = !stay[i]
		}
	}
}

// increasing marks a longest increasing subsequence of distinct numbers.
func increasing(at []int) []bool {
	var tails []int // index of the least number that ends a run of each length
	before := make([]int, len(at))
	for i, v := range at {
		n, _ := slices.BinarySearchFunc(tails, v, func(t, v int) int { return cmp.Compare(at[t], v) })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	stay := make([]bool, len(at))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			stay[i] = true
		}
	}
	return stay
}

// The search for what is alike looks at words that no more than so many things have, and then at so many of the
// things that share most of them.
const (
	rare       = 24
	candidates = 6
)

// resemble finds for each new bag of words (sorted ids) the old one that it shares the most words with, at least the
// given share; -1 for none. No old one is given twice: the most alike find each other first.
func resemble(olds, news [][]int32, least float64) []int {
	having := map[int32][]int32{}
	for i, bag := range olds {
		for k, w := range bag {
			if k == 0 || w != bag[k-1] {
				having[w] = append(having[w], int32(i))
			}
		}
	}
	type match struct {
		share    float64
		new, old int
	}
	var found []match
	votes := make([]int, len(olds))
	var voted []int
	for i, bag := range news {
		voted = voted[:0]
		for k, w := range bag {
			if k > 0 && w == bag[k-1] || len(having[w]) > rare {
				continue
			}
			for _, o := range having[w] {
				if votes[o] == 0 {
					voted = append(voted, int(o))
				}
				votes[o]++
			}
		}
		slices.SortFunc(voted, func(a, b int) int { return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(a, b)) })
		for _, o := range voted[:min(candidates, len(voted))] {
			if s := share(olds[o], bag); s >= least {
				found = append(found, match{s, i, o})
			}
		}
		for _, o := range voted {
			votes[o] = 0
		}
	}
	slices.SortFunc(found, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.new, b.new), cmp.Compare(a.old, b.old))
	})
	out := make([]int, len(news))
	for i := range out {
		out[i] = -1
	}
	taken := make([]bool, len(olds))
	for _, m := range found {
		if out[m.new] < 0 && !taken[m.old] {
			out[m.new], taken[m.old] = m.old, true
		}
	}
	return out
}

// share returns how much two bags have in common, 0 to 1 (Dice's coefficient).
func share(a, b []int32) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}

// common returns the number of words that two bags have in common.
func common(a, b []int32) (n int) {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			n, i, k = n+1, i+1, k+1
		}
	}
	return n
}

// bagOf returns the words of a unit, sorted.
func (c *comparison) bagOf(u *unit) []int32 {
	if u.bag == nil {
		ws := c.wordsOf(u)
		u.bag = make([]int32, 0, len(ws))
		for i := range ws {
			if !ws[i].mark {
				u.bag = append(u.bag, ws[i].id)
			}
		}
		slices.Sort(u.bag)
	}
	return u.bag
}
