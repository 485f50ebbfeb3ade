// Package bookdiff reports what changed between two states of a book. Call [Compare].
//
// It compares what a reader would read: words within paragraphs, and entries by their ids. Where the lines of the
// files end, how a quotation mark is typed and which file a chapter lies in make no difference. The work goes from
// the large to the small: chapters, sections and entries find the ones that they were (match.go), their paragraphs
// likewise (align.go), and only the words of those that are not the same are compared one by one (words.go).
package bookdiff

import (
	"cmp"
	"math"
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// Kind is the kind of a change.
type Kind string

// The kinds.
const (
	New     Kind = "new"
	Removed Kind = "removed"
	Moved   Kind = "moved" // it stands in another chapter or in another order; its words may have changed, too
	Changed Kind = "changed"
)

// What is the kind of thing that changed.
type What string

// The things.
const (
	Part    What = "part"
	Chapter What = "chapter"
	Section What = "section" // a heading and the text under it
	Entry   What = "entry"
	Passage What = "passage" // text of a chapter or a section
)

// Change is a difference in one thing between the two books.
type Change struct {
	Kind  Kind
	What  What
	ID    string   // anchor in the new book, of a removed thing in the old; of a passage: of what is around it
	Was   string   // the anchor that it had, where that is another
	Title string   // title or maxim; of a passage its first words
	Pos   diag.Pos // in the new book; of a removed thing: of what stands where it stood
	Old   diag.Pos // in the old book; of a new thing: no place
	After Place    // of a removed thing or passage: the last word before the place where it stood, in the new book; may be none
	From  string   // of what moved from another chapter: that chapter's title

	Added, Gone int      // words
	Fields      []string // keys of an entry that have other values: "kind", "themes" …
	Form        bool     // it looks different: a paragraph became a quotation, a section an entry
	Edits       []Edit   // of Changed and Moved things, in reading order
}

// Edit is one place where words changed.
type Edit struct {
	Place    Place  // of the first new word; where words only went: of the one they stood before, or after at the end
	Old, New string // the words; in square brackets what is no word: [note], [picture: a ship]

	Whole         bool     // a paragraph came or went
	Before, After []string // the words around it that did not change, two at most on each side; none of Whole edits
	Gap           int      // how many words since the edit before in the same paragraph did not change; -1: it is the first there
}

// Place is a word of the new book.
type Place struct {
	Pos    diag.Pos // of the inline that it belongs to
	Offset int      // bytes into that inline's text
}

// Span is a part of an inline's text, in bytes. To may lie past its end: then all that is printed of the inline is
// meant.
type Span struct{ From, To int }

// All is the end of a Span that goes to the end of what is printed for an inline, however long that is.
const All = math.MaxInt32

// Changes are the differences between two states of a book.
type Changes struct {
	list  []Change
	spans map[diag.Pos][]Span // sorted, apart from each other
}

// Compare returns what is different in now from what it was in then. Neither is changed. The same books give the same
// list.
func Compare(then, now *book.Book) *Changes {
	c := &comparison{old: flatten(then, false), new: flatten(now, true), words: map[string]int32{}}
	c.replacedPictures(then, now)
	c.match()
	c.align()
	ch := &Changes{spans: map[diag.Pos][]Span{}}
	c.report(ch)
	for pos, spans := range ch.spans {
		ch.spans[pos] = united(spans)
	}
	return ch
}

// List returns all that changed, in the order of the new book; what was removed stands where it stood.
func (c *Changes) List() []Change { return c.list }

// Empty reports whether nothing changed.
func (c *Changes) Empty() bool { return len(c.list) == 0 }

// At reports whether any of the words from byte from up to byte to of the text of the inline at pos are new or changed,
// or stand where words went. What an entry is (its line "metaphor · management as service") counts as the text of the
// entry's Pos. A from below 0 asks for what was made for an entry, its references to others.
func (c *Changes) At(pos diag.Pos, from, to int) bool {
	to = max(to, from+1)
	for _, s := range c.spans[pos] {
		if s.From < to && from < s.To {
			return true
		}
	}
	return false
}

// united returns sorted spans with touching ones merged.
func united(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, s.To)
		} else {
			out = append(out, s)
		}
	}
	return out
}
