package typeset

import "octavo/cmd/octavo/internal/page"

// Row is one strip of a galley that no page break divides: a line of text, a heading with its white, a picture.
type Row struct {
	Height  page.Length
	Space   page.Length // white above it, dropped at the head of a page
	Items   []page.Item // X from the left of the measure, Y from the row's top
	Penalty int32       // of ending a page above this row: 0 is free, Forbidden (a widow or an orphan) only when nothing else fits, Forced must
	Notes   []Row       // the footnotes marked in it, to stand at the foot of its page
	Begins  bool        // of a row of a footnote: it is the note's first
	Even    bool        // its page may spread the Give of all such rows over them evenly; PagesOf does not
	Give    page.Length // how much of Space it has to fill its page

	// Overleaf stands once more above the row where the row begins a page, such as the head of a table that continues. Many
	// rows may share one; whoever places it takes clones of its items. It has no notes.
	Overleaf *Row
}

// Clone returns a row with items of its own. Its notes are shared.
func (r *Row) Clone() Row {
	c := *r
	c.Items = make([]page.Item, len(r.Items))
	for i, it := range r.Items {
		c.Items[i] = page.Clone(it)
	}
	return c
}

// Block is the unit of a galley: rows, and where there is a choice, several ways to set the same text, such as a paragraph
// set a line longer.
type Block struct {
	Ways  []Way       // the first is the best; there is at least one. All carry the same footnotes
	After page.Length // white below it, dropped at the foot of a page; of this and the Space of the row after it, the larger counts
	Float int         // how many of the blocks after it may stand before it, so that it opens the page after them; 0: it stays in its place
	Pages int         // how many pages of their own, set elsewhere, follow the page on which it ends
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
	First   Side        // of the first page
	Sunk    int         // how many pages from the first on begin lower, at most 100: columns under the head of a chapter
	Sink    page.Length // by how much
}

// Side is the side of a spread on which a page is.
type Side uint8

// The sides.
const (
	Recto Side = iota
	Verso
)

// Page is a page that PagesOf has made.
type Page struct {
	Pieces []Piece // from its head down; a block that has moved forward comes before text that was written after it
	Notes  []Row   // at its foot
	Short  int     // how many lines it ends above the foot of the text block, notes and all
	Moved  bool    // its first piece has moved here from the page before
	Pages  int     // how many pages of their own, of the blocks that end on it, follow it
}

// Piece is rows of a block on one page.
type Piece struct{ Block, Way, From, To int }

// What a division into pages costs, in demerits of lines, so that a page that ends a line early can be weighed against a
// paragraph that is set a little looser. A page up to tolerated lines short passes for a full one; white beyond that is a
// hole, and dearer with each line. A spread that is seven lines short on both sides costs more than one whose pages end on
// different lines, one that is five lines short on both sides costs less.
const (
	forbiddenCost = int64(1) << 44 // a forbidden break: a widow, an orphan, a heading alone at the foot
	lastCost      = int64(1) << 36 // a last page with too little on it
	unevenCost    = int64(1) << 34 // facing pages that end on different lines
	holeCost      = int64(1) << 31 // each line of a page's white beyond those that are tolerated
	nearlyCost    = int64(1) << 30 // a first or last page that ends nearly, but not quite, where the page facing it should
	floatCost     = int64(1) << 29 // a picture that moves to the next page
	turnCost      = int64(1) << 28 // a footnote that continues overleaf
	shortCost     = int64(150_000) // a page short by a line; the square of the lines counts
)

// tolerated is how many lines a page may end early before it has a hole.
const tolerated = 2

// NearlyFull is how many lines a last page may be shorter than the page facing it and look as if it were meant to end there.
const NearlyFull = 4

// mostShort is how many lines a page may end early although the next row fits. A page that has a larger hole has it because
// what follows holds together.
const mostShort = 3

// leastText is how many lines of text stand above a footnote that continues overleaf, if there is so much text left.
const leastText = 6

// whiteCost returns the cost of n lines of white at the foot of a page.
func whiteCost(n page.Length) int64 {
	return int64(n*n)*shortCost + int64(max(0, n-tolerated))*holeCost
}

// PagesOf divides a galley into pages.
//
// The sum of costs over the whole galley is least: dynamic programming over page breaks (M. Plass, Optimal Pagination
// Techniques for Automatic Typesetting Systems, 1981), in which a page may be filled with one of several settings of
// each paragraph (F. Mittelbach, A General Framework for Globally Optimized Pagination, 2016), a picture may move forward to
// the head of the next page, and a footnote may continue there. A page costs what its white costs, the penalty of the break that
// ends it, and the costs of the ways on it. A first page that is a recto is by itself; after it come pairs that face each other and
// should end on the same line. No page is overfull unless one row alone is too tall.
//
// Columns of text are such pages too: those of one page of a book are then a pair that faces each other.
//
// The one thing left out of account is a page that ends more than three lines early although more would fit (see mostShort).
func PagesOf(blocks []Block, rules PageRules) []Page {
	if len(blocks) == 0 {
		return nil
	}
	p := newPaginator(blocks, rules)
	return p.trace(p.run())
}
