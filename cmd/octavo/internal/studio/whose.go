package studio

import (
	"bytes"
	"cmp"
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// whose finds the entries that places of the manuscript belong to.
type whose map[*diag.Source][]extent

// extent is where an entry is written: from its heading's line to where what follows it begins.
type extent struct {
	from, to int
	entry    *book.Entry
}

// newWhose returns the places of a book's entries.
func newWhose(bk *book.Book) whose {
	w := whose{}
	for _, c := range bk.Chapters() {
		if c.Source != nil {
			w.add(c.Blocks, len(c.Source.Text))
		}
	}
	for _, all := range w { // a file may hold several chapters
		slices.SortFunc(all, func(a, b extent) int { return cmp.Compare(a.from, b.from) })
	}
	return w
}

// add adds the entries of blocks that end at an offset of their file.
func (w whose) add(blocks []book.Block, end int) {
	for i, b := range blocks {
		e, ok := b.(*book.Entry)
		if !ok || !e.Pos.IsValid() {
			continue
		}
		to := end
		if i+1 < len(blocks) {
			to = lineStart(blocks[i+1].Start())
		}
		w[e.Pos.Source] = append(w[e.Pos.Source], extent{lineStart(e.Pos), to, e})
		w.add(e.Gloss, to)
	}
}

// lineStart returns the offset at which the line of a place begins.
func lineStart(at diag.Pos) int {
	if !at.IsValid() {
		return 0
	}
	return bytes.LastIndexByte(at.Source.Text[:min(at.Offset, len(at.Source.Text))], '\n') + 1
}

// entry returns the innermost entry that a place belongs to; nil for a place outside of all.
func (w whose) entry(at diag.Pos) *book.Entry {
	all := w[at.Source]
	n, found := slices.BinarySearchFunc(all, at.Offset, func(x extent, offset int) int { return cmp.Compare(x.from, offset) })
	if !found {
		n--
	}
	for ; n >= 0; n-- {
		if at.Offset < all[n].to {
			return all[n].entry
		}
		if all[n].entry.Level <= topEntry { // nothing before it reaches as far
			break
		}
	}
	return nil
}

// topEntry is the level of a heading that no entry has another above.
const topEntry = 2
