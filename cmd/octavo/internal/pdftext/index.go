package pdftext

import (
	"cmp"
	"math"
	"slices"
)

// index finds letters by their places: boxes around runs of letters that follow on each other, boxes around runs of
// these, and so on. Letters in reading order stand near each other, so most of a page is passed over in a few steps.
type index struct {
	letters []Letter
	levels  [][]Rect // the first around letters, the last has one box
}

// fan is how many boxes one box is around.
const fan = 16

func indexOf(letters []Letter) *index {
	x := &index{letters: letters}
	around := func(n int, box func(i int) Rect) []Rect {
		out := make([]Rect, (n+fan-1)/fan)
		for i := range n {
			if out[i/fan] = out[i/fan].Union(box(i)); i%fan == 0 {
				out[i/fan] = box(i)
			}
		}
		return out
	}
	level := around(len(letters), func(i int) Rect {
		return letters[i].Box.Grow(markSlack * letters[i].Size)
	})
	for x.levels = append(x.levels, level); len(level) > 1; x.levels = append(x.levels, level) {
		below := level
		level = around(len(below), func(i int) Rect { return below[i] })
	}
	return x
}

// walk visits the letters in the boxes that into lets it go into, in their order.
func (x *index) walk(into func(box Rect) bool, visit func(letter int)) {
	var down func(level, i int)
	down = func(level, i int) {
		if level < 0 {
			visit(i)
			return
		}
		if !into(x.levels[level][i]) {
			return
		}
		below := len(x.letters)
		if level > 0 {
			below = len(x.levels[level-1])
		}
		for k := i * fan; k < min((i+1)*fan, below); k++ {
			down(level-1, k)
		}
	}
	if len(x.letters) > 0 {
		down(len(x.levels)-1, 0)
	}
}

// nearest returns the letter for which the distance of its box, and what is to be added for the letter itself, is least, the
// first of several; -1 where there is none. A box around letters is at most as far as they are.
func (x *index) nearest(distance func(box Rect) float64, more func(Letter) float64) int {
	best, least := -1, math.Inf(1)
	type branch struct {
		distance float64
		i        int
	}
	var down func(level, i int)
	down = func(level, i int) {
		boxes := func(k int) Rect { return x.letters[k].Box }
		below := len(x.letters)
		if level > 0 {
			boxes, below = func(k int) Rect { return x.levels[level-1][k] }, len(x.levels[level-1])
		}
		var room [fan]branch
		branches := room[:0]
		for k := i * fan; k < min((i+1)*fan, below); k++ {
			b := branch{distance(boxes(k)), k}
			if level == 0 {
				b.distance += more(x.letters[k])
			}
			branches = append(branches, b)
		}
		slices.SortFunc(branches, func(a, b branch) int { return cmp.Or(cmp.Compare(a.distance, b.distance), a.i-b.i) })
		for _, b := range branches {
			switch {
			case b.distance > least:
				return
			case level > 0:
				down(level-1, b.i)
			case b.distance < least || b.i < best:
				best, least = b.i, b.distance
			}
		}
	}
	if len(x.letters) > 0 {
		down(len(x.levels)-1, 0)
	}
	return best
}
