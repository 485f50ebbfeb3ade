package typeset

import (
	"cmp"
	"slices"

	"octavo/cmd/octavo/internal/page"
)

// Kin is one of the texts that [Harmonise] gives sizes to.
type Kin struct {
	Length int     // in characters
	Breaks int     // the lines that the author has ended; texts with as many are compared by their length
	Costs  []int64 // at each size, see Display.Costs
	Whole  int     // the first of the sizes at which no word has to be divided
}

// Harmonise gives each of many texts one of some sizes, which descend, so that they look like one family: they have at most steps
// different ones, which differ by at least apart thousandths of the smaller one, because a difference that is hardly visible looks
// like a mistake; and of texts with as many breaks of the author's a longer one is never larger than a shorter one, nor two as long as
// each other different. Of all ways to do so it takes one whose costs are small: the best sizes for that order, without regard to how
// many they are, then the best few of them, then the best order with those. It returns the index of each text's size.
//
// A text stands apart where one long word, set whole, keeps it much smaller than its length would ([farBelow]): its own costs decide
// whether the word is divided or the text small; it is no larger than shorter texts, and longer ones do not follow it.
func Harmonise(texts []Kin, sizes []page.Length, steps, apart int) []int {
	classes := classesOf(texts)
	out := make([]int, len(texts))
	all := make([]int, len(sizes))
	for i := range all {
		all[i] = i
	}
	for _, c := range classes {
		c.setApart(sizes, all)
		c.assign(all, out)
	}
	asked := make([]page.Length, len(texts))
	count := map[page.Length]int64{}
	var distinct []page.Length
	for i, at := range out {
		asked[i] = sizes[at]
		if count[asked[i]]++; count[asked[i]] == 1 {
			distinct = append(distinct, asked[i])
		}
	}
	var kept []int
	for _, size := range keepSizes(distinct, count, steps, apart) {
		kept = append(kept, slices.Index(sizes, size))
	}
	slices.Sort(kept) // the largest first
	for _, c := range classes {
		c.assign(kept, out)
	}
	return out
}

// kinClass is the texts that are compared by their length.
type kinClass struct {
	texts  []Kin
	order  []int // indexes of texts, by length
	narrow []int // those that stand apart
}

// classesOf returns the classes of texts.
func classesOf(texts []Kin) (out []*kinClass) {
	at := map[int]*kinClass{}
	for i := range texts {
		c := at[texts[i].Breaks]
		if c == nil {
			c = &kinClass{texts: texts}
			at[texts[i].Breaks] = c
			out = append(out, c)
		}
		c.order = append(c.order, i)
	}
	for _, c := range out {
		slices.SortStableFunc(c.order, func(a, b int) int { return cmp.Compare(texts[a].Length, texts[b].Length) })
	}
	return out
}

// farBelow is by how many thousandths at least a word keeps a text that stands apart smaller than the next longer one.
const farBelow = 350

// setApart takes those texts out of the order that stand apart.
func (c *kinClass) setApart(sizes []page.Length, all []int) {
	var free, bound []int
	for _, i := range c.order {
		if c.texts[i].Whole > 0 {
			bound = append(bound, i)
		} else {
			free = append(free, i)
		}
	}
	if len(bound) == 0 || len(free) == 0 {
		return
	}
	rest := kinClass{texts: c.texts, order: free}
	got := make([]int, len(c.texts))
	rest.assign(all, got)
	apart := map[int]bool{}
	for _, i := range bound {
		at := rest.shorter(c.texts[i].Length)
		if at < len(free) && sizes[c.texts[i].Whole]*1000 < sizes[got[free[at]]]*(1000-farBelow) {
			c.narrow = append(c.narrow, i)
			apart[i] = true
		}
	}
	c.order = slices.DeleteFunc(c.order, func(i int) bool { return apart[i] })
}

// shorter returns how many texts in the order are no longer than a length.
func (c *kinClass) shorter(length int) int {
	at, _ := slices.BinarySearchFunc(c.order, length+1, func(i, length int) int { return cmp.Compare(c.texts[i].Length, length) })
	return at
}

// assign gives the texts of a class sizes out of some, kept, so that the sum of their costs is the least for which none is larger than
// a shorter one: dynamic programming over the texts by their length and the sizes from the largest down.
func (c *kinClass) assign(kept []int, out []int) {
	var groups [][]int // as long as each other
	for _, i := range c.order {
		if n := len(groups); n > 0 && c.texts[groups[n-1][0]].Length == c.texts[i].Length {
			groups[n-1] = append(groups[n-1], i)
		} else {
			groups = append(groups, []int{i})
		}
	}
	n, k := len(groups), len(kept)
	least := make([]int64, (n+1)*(k+1)) // least[g*(k+1)+s]: the cost of the groups from g on in sizes from s on
	for g := n - 1; g >= 0; g-- {
		least[g*(k+1)+k] = -1 // no size is left
		for s := k - 1; s >= 0; s-- {
			here := least[(g+1)*(k+1)+s]
			for _, i := range groups[g] {
				here += c.texts[i].Costs[kept[s]]
			}
			if smaller := least[g*(k+1)+s+1]; smaller >= 0 && smaller < here {
				here = smaller
			}
			least[g*(k+1)+s] = here
		}
	}
	s := 0
	for g := range groups {
		for s+1 < k && least[g*(k+1)+s+1] == least[g*(k+1)+s] {
			s++
		}
		for _, i := range groups[g] {
			out[i] = kept[s]
		}
	}
	for _, i := range c.narrow {
		c.assignNarrow(i, kept, out)
	}
}

// assignNarrow gives a text that stands apart the best of the sizes that shorter texts allow.
func (c *kinClass) assignNarrow(i int, kept, out []int) {
	largest := 0
	if at := c.shorter(c.texts[i].Length); at > 0 {
		largest = out[c.order[at-1]]
	}
	best := kept[len(kept)-1]
	for _, s := range kept {
		if s >= largest && c.texts[i].Costs[s] < c.texts[i].Costs[best] {
			best = s
		}
	}
	out[i] = best
}

// keepSizes chooses the sizes that Harmonise keeps, in ascending order.
func keepSizes(sizes []page.Length, count map[page.Length]int64, steps, apart int) []page.Length {
	slices.Sort(sizes)
	n := len(sizes)
	if n == 0 {
		return nil
	}
	// How many texts are smaller than size i, and the sum of their sizes.
	number, sum := make([]int64, n+1), make([]int64, n+1)
	for i, s := range sizes {
		number[i+1], sum[i+1] = number[i]+count[s], sum[i]+count[s]*int64(s)
	}
	loss := func(i, j int) int64 { return sum[j] - sum[i] - (number[j]-number[i])*int64(sizes[i]) }
	steps = min(max(steps, 1), n)
	// least[k][i] is the least loss of the texts from size i on, when i is kept and k sizes with it.
	type choice struct {
		loss int64
		next int
	}
	least := make([][]choice, steps)
	for k := range least {
		least[k] = make([]choice, n)
		for i := range n {
			c := choice{loss(i, n), n}
			if k > 0 {
				c = least[k-1][i] // fewer sizes do, where more do not help
				for j := i + 1; j < n; j++ {
					far := int64(sizes[j])*1000 >= int64(sizes[i])*int64(1000+apart)
					if l := loss(i, j) + least[k-1][j].loss; far && l < c.loss {
						c = choice{l, j}
					}
				}
			}
			least[k][i] = c
		}
	}
	var kept []page.Length
	for k, i := steps-1, 0; i < n; {
		kept = append(kept, sizes[i])
		for k > 0 && least[k-1][i] == least[k][i] {
			k--
		}
		i = least[k][i].next
		k--
	}
	return kept
}
