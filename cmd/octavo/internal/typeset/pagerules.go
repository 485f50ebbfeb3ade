package typeset

import "octavo/cmd/octavo/internal/page"

// Row is one strip of a galley that no page break divides: a line of text, a heading with its white, a picture.
type Row struct {
	Height  page.Length
	Space   page.Length // white above it, dropped at the head of a page
	Items   []page.Item // X from the left of the measure, Y from the row's top
	Penalty int32       // of ending a page above this row: 0 is free, Forbidden (a widow or an orphan) only when nothing else fits, Forced must
	Notes   []Row       // the footnotes marked in it, to stand at the foot of its page
}

// Block is the unit of a galley: rows, and where there is a choice, several ways to set the same text, such as a paragraph
// set a line longer.
type Block struct {
	Ways []Way // the first is the best; there is at least one
}

// Way is one way to set a block.
type Way struct {
	Cost int64 // in demerits, beyond those of the best way
	Rows []Row // at least one
}

// PageRules are the rules by which PagesOf divides a galley.
type PageRules struct {
	Height  page.Length // of the text block
	Leading page.Length // the height of the lines by which a short page is measured
	NoteGap page.Length // between the text and the footnotes
	Last    page.Length // a last page that holds less than this is a fault
}

// Place is where a page starts: a row of a block.
type Place struct{ Block, Row int }

// What a division into pages costs, in demerits of lines, so that a page that ends a line early can be weighed against a
// paragraph that is set a little looser.
const (
	forbiddenCost = int64(1) << 44 // a forbidden break: a widow, an orphan, a heading alone at the foot
	lastCost      = int64(1) << 36 // a last page with too little on it
	unevenCost    = int64(1) << 34 // facing pages that end on different lines
	shortCost     = int64(150_000) // a page short by a line; the square of the lines counts
	nearlyCost    = int64(1) << 30 // a first or last page that ends nearly, but not quite, where the page facing it should
)

// NearlyFull is how many lines a last page may be shorter than the page facing it and look as if it were meant to end there.
const NearlyFull = 4

// The lines by which a page may end early where more would fit: mostUneven when mostShort leaves facing pages uneven.
const (
	mostShort  = 1
	mostUneven = 3
)

// PagesOf divides a galley into pages. It returns the way chosen for each block, and where each page starts.
//
// The sum of costs over the whole galley is least: dynamic programming over page breaks (M. Plass, Optimal Pagination
// Techniques for Automatic Typesetting Systems, 1981), in which a page may be filled with one of several settings of
// each paragraph (F. Mittelbach, A General Framework for Globally Optimized Pagination, 2016). A page costs the square of the
// lines it is short, the penalty of the break that ends it, and the costs of the ways on it. The first page is a recto
// by itself; after it come pairs that face each other and should end on the same line. No page is overfull unless one
// row alone is too tall. Of a galley longer than about thirty pages only the cheapest beginnings of each page are followed up
// (see mostStates), so that there the sum is nearly the least.
func PagesOf(blocks []Block, rules PageRules) (ways []int, starts []Place) {
	if len(blocks) == 0 {
		return nil, nil
	}
	p := paginator{blocks: blocks, rules: rules, most: mostShort}
	if end := p.run(); p.nodes[end].cost >= nearlyCost {
		q := paginator{blocks: blocks, rules: rules, most: mostUneven}
		if e := q.run(); q.nodes[e].cost < p.nodes[end].cost {
			return q.trace(e)
		}
		return p.trace(end)
	} else {
		return p.trace(end)
	}
}

// SplitNotes moves footnotes that do not fit beside their row to the rows after it, so that no row with its notes is taller
// than a page. A row that leaves its page no line for notes passes all of them on. SplitNotes adds a block at the end when
// notes are left after the text. A block with too many notes in a row keeps only its best way.
func SplitNotes(blocks []Block, rules PageRules) []Block {
	var carried []Row
	for b := 0; b < len(blocks) || len(carried) > 0; b++ {
		if b == len(blocks) {
			blocks = append(blocks, Block{Ways: []Way{{Rows: []Row{{}}}}})
		}
		if len(carried) > 0 || tooMuch(&blocks[b], rules) {
			blocks[b].Ways = blocks[b].Ways[:1]
		} else {
			continue
		}
		rows := blocks[b].Ways[0].Rows
		for i := range rows {
			r := &rows[i]
			if len(carried) > 0 {
				r.Notes = append(carried, r.Notes...)
				carried = nil
			}
			var used page.Length
			for k := range r.Notes {
				used += r.Notes[k].Height + r.Notes[k].Space
				if used > rules.noteRoom(r) && (k > 0 || r.Height > 0 && r.Height+rules.NoteGap+used > rules.Height) {
					carried = append([]Row(nil), r.Notes[k:]...)
					r.Notes = r.Notes[:k:k]
					break
				}
			}
		}
	}
	return blocks
}

// noteRoom returns how much of a page the notes of a row may take: what the row leaves, less six lines, or one line if it
// leaves at least that.
func (r *PageRules) noteRoom(row *Row) page.Length {
	left := r.Height - row.Height - r.NoteGap
	return max(left-6*r.Leading, min(left, r.Leading))
}

func tooMuch(b *Block, rules PageRules) bool {
	for w := range b.Ways {
		for i := range b.Ways[w].Rows {
			r := &b.Ways[w].Rows[i]
			var used page.Length
			for k := range r.Notes {
				used += r.Notes[k].Height + r.Notes[k].Space
			}
			if used > rules.noteRoom(r) {
				return true
			}
		}
	}
	return false
}
