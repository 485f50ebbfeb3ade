// Package amend writes readers' changes into a manuscript: words inserted, struck out and replaced, paragraphs parted, joined,
// added and deleted. [NewText] lists the characters of a book with their places in its files, [Text.Find] finds the words of a
// [Change] among them, and [Text.Settle] decides how changes are written so that the book, read again, differs from what it was in
// these words alone. It knows nothing of readers' files, and writes none.
package amend

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// Change is what a reader wants, in the words that the reader saw. In all of them [Break] parts paragraphs.
type Change struct {
	Before, Old, After string   // the words to be changed, with what stands around them; Old is "" for a point
	New                string   // the words in their place
	Exact              bool     // the white and the paragraphs of Old and New are meant as they are; else they follow the sense
	Format             string   // "italic", "not bold" …: Old stays, but is set so; New is not looked at
	At                 diag.Pos // where the words should stand, nearly
	Sure               bool     // they stand there, whatever is around them now
}

// Hunk is a change with its place in the manuscript.
type Hunk struct {
	Change  Change
	Pos     diag.Pos // of the first character that changes
	End     int      // offset in the file behind the last one; that of Pos for a point
	Stands  bool     // the manuscript says already what the reader wants
	Refused string   // why it cannot be written, "" where it can be
	Edits   []diag.Edit

	file    *file
	ops     []op
	tries   int  // the way of writing it that is at hand
	keepsID bool // the heading gets its old id, since links lead to it
}

// op is the replacement of characters: from the ath of one unit up to the bth of another, or of the same.
type op struct {
	first, last int // units
	a, b        int
	words       []rune // with Break between paragraphs
	format      string
}

// Can reports whether the hunk can be written.
func (h *Hunk) Can() bool { return h.Refused == "" && !h.Stands }

// Overlaps reports whether two hunks change the same words, or insert words at the same place.
func (h *Hunk) Overlaps(o *Hunk) bool {
	if h.Pos.Source != o.Pos.Source {
		return false
	}
	for i := range h.ops {
		for k := range o.ops {
			if h.ops[i].meets(&o.ops[k]) {
				return true
			}
		}
	}
	return false
}

// meets reports whether two replacements touch the same characters or the same point.
func (o *op) meets(p *op) bool {
	before := func(u, a, v, b int) bool { return u < v || u == v && a < b }
	if o.first == o.last && o.a == o.b && p.first == p.last && p.a == p.b {
		return o.first == p.first && o.a == p.a
	}
	return before(o.first, o.a, p.last, p.b) && before(p.first, p.a, o.last, o.b)
}

// Same reports whether two hunks ask for the same.
func (h *Hunk) Same(o *Hunk) bool {
	if h.Pos.Source != o.Pos.Source || len(h.ops) != len(o.ops) || len(h.ops) == 0 {
		return false
	}
	for i := range h.ops {
		x, y := &h.ops[i], &o.ops[i]
		if x.first != y.first || x.last != y.last || x.a != y.a || x.b != y.b || x.format != y.format || string(x.words) != string(y.words) {
			return false
		}
	}
	return true
}

// Parse reads the book with other texts of some files, by their names as [diag.Source] has them.
type Parse func(texts map[string][]byte) (*book.Book, error)
