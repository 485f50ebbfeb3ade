// Package epub turns a [book.Book] into an EPUB 3. [Write] writes one; [NewMaster] prepares the copies of many readers. It is the
// only importer of go-epub.
//
// The work has four steps. A plan (plan.go) walks the book once and decides what has a place: the pages in spine order, the id of
// every anchor, the name of every picture, the table of contents. Then the pages are written side by side (page.go, blocks.go,
// inlines.go), because a chapter needs nothing but the plan. The navigation and the package document (nav.go, opf.go,
// accessibility.go, onix.go) follow from the plan alone. Last, everything is packed in one pass; the container is go-epub's
// (pack.go).
//
// Page breaks of the printed book (pages.go) and the lines of the indexes (index.go) are those of the print.
//
// Drafts are left out: they belong to review copies. A link to one becomes plain text.
package epub

import (
	"errors"
	"io"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/pagemap"
)

// Assets are what an EPUB needs beside the book.
type Assets struct {
	CSS   []byte       // what all styles share, styles/epub.css; the rules of the fonts and of the style are put before it
	Fonts Fonts        // the style's, whole; left out when book.toml says embed_fonts = false
	Head  []byte       // SVG: the branch above chapters, in an ink that can be read on white and black; nil: the style has none
	Cover []byte       // PNG or JPEG; nil: a cover of type alone
	Pages *pagemap.Map // of the printed book; nil: no page list

	proof *Proof // it is a review copy; see NewMaster
}

// Write writes the book as EPUB 3. The bytes depend on the arguments and on nothing else. The error names the part that
// could not be made; what has been written to w by then is not valid.
func Write(w io.Writer, cfg *config.Config, bk *book.Book, assets Assets) error {
	if clean(cfg.Book.Title) == "" {
		return errors.New("the book has no title: set book.title")
	}
	if clean(cfg.Book.Identifier) == "" {
		return errors.New("the book has no identifier: set book.identifier")
	}
	p, err := newPlan(cfg, bk, assets)
	if err != nil {
		return err
	}
	if err := p.loadPictures(); err != nil {
		return err
	}
	return pack(w, p)
}
