package epub

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
)

// deepestIndent is how many half ems the deepest indent of a line of verse has: as many rules are in the style sheet.
const deepestIndent = 24

// verse writes a stanza as a paragraph and each line as an element of its own, so that a line that is turned hangs. The
// line breaks are for reading systems that know no style sheets.
func (w *writer) verse(v *book.Verse) {
	if v.Quoted {
		w.raw("<div class=\"verse\">\n")
	} else {
		w.raw("<div class=\"verse lines\">\n")
	}
	for _, s := range v.Stanzas {
		w.raw("<p")
		w.direction(s.Text())
		w.raw(">")
		for i, l := range s.Lines {
			if i > 0 {
				w.raw("<br/>\n")
			}
			w.raw(`<span class="line`)
			if n := min((l.Indent+25)/50, deepestIndent); n > 0 {
				w.raw(" in" + strconv.Itoa(n))
			}
			w.raw(`">`)
			w.reach(l.Pos.Offset)
			w.inlines(l.Text)
			w.raw("</span>")
		}
		w.hidden()
		w.raw("</p>\n")
	}
	w.raw("</div>\n")
}

// isVerse reports whether a quotation is one poem.
func isVerse(blocks []book.Block) bool {
	if len(blocks) != 1 {
		return false
	}
	_, ok := blocks[0].(*book.Verse)
	return ok
}

// verseIndents writes the rules of the indents that lines of verse have. What is turned over hangs deeper than any of the
// first three ems.
func (s *sheet) verseIndents() {
	for n := 1; n <= deepestIndent; n++ {
		s.rule(".verse .line.in"+strconv.Itoa(n), "padding-left: "+inEms(verseTurn+float64(n)/2), "text-indent: "+inEms(-verseTurn))
	}
}

// verseTurn is the indent of what is turned over, in ems.
const verseTurn = 2
