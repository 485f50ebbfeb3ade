package interior

import (
	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/page"
)

// turnRound mirrors the pages of a book whose language is written from the right to the left: until then they are laid out as those of
// any other, with what its lines begin with at the left. So indents, marks, columns, margins, folios and the spine all come to
// the other side at this one place.
func (in *interior) turnRound(doc *page.Document) {
	if !in.cfg.Lang.RightToLeft() {
		return
	}
	for _, p := range doc.Pages {
		page.Mirror(p)
	}
	doc.RightToLeft = true
}

// direction returns the level of a paragraph of the book's own direction.
func (l *layout) direction() bidi.Level {
	if l.lang.RightToLeft() {
		return bidi.RightToLeft
	}
	return bidi.LeftToRight
}
