package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/typeset"
)

// shortLines is how many lines a page inside a chapter may end early without a warning.
const shortLines = 2

// divided is a galley that has been divided into pages, or columns, by rules.
type divided struct {
	blocks []typeset.Block
	pages  []typeset.Page
	rules  typeset.PageRules
	starts []pagemap.Place // of the words that each of them begins with
}

// warnOfPages reports pages of a chapter that have a hole, facing pages that end on different lines, and pictures that have
// moved past text. A page that a plate or another forced break ends is as long as it is, and so is the last.
func (l *layout) warnOfPages(d divided) {
	blocks, pages := d.blocks, d.pages
	what, pair := "page", "facing pages"
	if d.rules.Sunk > 0 {
		what, pair = "column", "columns of a page"
	}
	ended := func(i int) bool { return i+1 == len(pages) || forced(blocks, pages[i+1]) }
	own := 0 // pages among bodies that are set by themselves
	for i, pg := range pages {
		verso := typeset.Side((i+own)%2) != d.rules.First
		own += pg.Pages
		if pg.Moved {
			l.faults.Warnf("picture-moved", picturePlace(blocks, pg, l.pos()), "picture moved past text to the next page, where it fits").
				Note("to keep it in its place, move it in the manuscript or write it smaller")
		}
		if ended(i) {
			continue
		}
		next := l.tracePlace(d.starts[i+1])
		if white := d.white(i); white > shortLines {
			l.faults.Warnf("page-short", next, "%s before this one has %d lines of white at its foot", what, white).
				Note("what follows holds together: add or cut a few lines before it, or allow it to divide")
		}
		if verso && pg.Pages == 0 && !ended(i+1) && pg.Short != pages[i+1].Short {
			l.faults.Warnf("page-uneven", next, "%s end on different lines", pair).Note("add or cut a line on one of them")
		}
	}
}

// forced reports whether a page begins with a forced break.
func forced(blocks []typeset.Block, pg typeset.Page) bool {
	if pg.Moved || len(pg.Pieces) == 0 {
		return false
	}
	p := pg.Pieces[0]
	return blocks[p.Block].Ways[p.Way].Rows[p.From].Penalty == typeset.Forced
}

// white returns how many lines of a page are empty.
func (d *divided) white(i int) int {
	pg := d.pages[i]
	free := d.rules.Height - heightOf(piecesOf(d.blocks, pg))
	if i < d.rules.Sunk {
		free -= d.rules.Sink
	}
	if len(pg.Notes) > 0 {
		free -= d.rules.NoteGap + heightOf(pg.Notes)
	}
	return int(free / d.rules.Leading)
}

// picturePlace returns where the picture that opens a page was written.
func picturePlace(blocks []typeset.Block, pg typeset.Page, pos diag.Pos) diag.Pos {
	p := pg.Pieces[0]
	for _, it := range blocks[p.Block].Ways[p.Way].Rows[p.From].Items {
		if img, ok := it.(*page.Image); ok {
			return img.Pos
		}
	}
	return pos
}

// tracePlace returns the place in the manuscript of words that a page begins with.
func (l *layout) tracePlace(at pagemap.Place) diag.Pos {
	if !at.Pos.IsValid() {
		return l.pos()
	}
	if l.source == nil {
		l.source = book.NewTracer(l.chapter)
	}
	return l.source.Trace(at.Pos, at.Offset)
}
