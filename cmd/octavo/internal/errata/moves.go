package errata

import (
	"cmp"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/pagemap"
)

// Move says on which pages of the new edition the text of a page of the old one is.
type Move struct {
	Old         string // the folio
	First, Last string // folios of its first and its last line in the new edition; "" where its text is not there any more
}

// sampled is how many lines at the head and at the foot of a page are looked for. What is printed for a reference is found where that
// leads, so that one line is not enough.
const sampled = 4

// found is a line of the old edition on a page of the new one.
type found struct {
	page  int // of the old edition
	at    int // of all lines of the new edition
	folio string
}

// Moves returns where the pages of the old edition are in the new one. Pages without text of the manuscript are left out.
func Moves(old, now *Edition) (out []Move) {
	index := locate.NewIndex(now.Book)
	places := placesOf(now.Pages)
	var all []found
	for i := range old.Pages.Pages {
		p := &old.Pages.Pages[i]
		if len(p.Lines) == 0 {
			continue
		}
		out = append(out, Move{Old: p.Folio})
		for _, k := range telling(p) {
			if l, ok := find(index, places, p, k); ok {
				all = append(all, found{len(out) - 1, l.nth, l.folio})
			}
		}
	}
	inOrder := make([]bool, len(all))
	kept := make([]bool, len(out)) // pages with a line that stands in the order of the book
	for _, i := range increasing(all) {
		inOrder[i], kept[all[i].page] = true, true
	}
	for i, f := range all {
		if !inOrder[i] && kept[f.page] { // a page that moved as a whole has none in order
			continue
		}
		m := &out[f.page]
		m.First = cmp.Or(m.First, f.folio)
		m.Last = f.folio
	}
	return out
}

// telling returns the lines of a page that are looked for: some at its head and at its foot, of several words if there are such.
func telling(p *pagemap.RecordPage) (lines []int) {
	const several = 4
	var long, any []int
	for i, l := range p.Lines {
		switch n := len(strings.Fields(l.Text)); {
		case n >= several:
			long = append(long, i)
			fallthrough
		case n > 0:
			any = append(any, i)
		}
	}
	if len(long) == 0 {
		long = any
	}
	if len(long) <= 2*sampled {
		return long
	}
	return append(slices.Clone(long[:sampled]), long[len(long)-sampled:]...)
}

// increasing returns a longest selection of lines that follow each other in both editions (patience sorting).
func increasing(all []found) []int {
	var tails []int // by length less one: the line that ends the selection of it with the least place
	before := make([]int, len(all))
	for i, f := range all {
		k, _ := slices.BinarySearchFunc(tails, f.at+1, func(t, at int) int { return cmp.Compare(all[t].at, at) })
		before[i] = -1
		if k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	var out []int
	for i := tails[len(tails)-1]; i >= 0; i = before[i] {
		out = append(out, i)
	}
	return out
}

// find returns the line of the new edition where the words of a line are now.
func find(index *locate.Index, places *places, p *pagemap.RecordPage, line int) (printedLine, bool) {
	text := func(i int) string {
		if i < 0 || i >= len(p.Lines) {
			return ""
		}
		if whole, divided := strings.CutSuffix(p.Lines[i].Text, "\u00AD"); divided {
			return whole
		}
		return p.Lines[i].Text + " "
	}
	seen := locate.Seen{Before: text(line - 1), Words: text(line), After: text(line + 1), Offset: -1}
	at := index.Locate(&seen, nil)
	if at.Status != locate.AsMarked && at.Status != locate.Changed {
		return printedLine{}, false
	}
	return places.at(at.Pos)
}
