// Package docx writes a manuscript for editors who work in a word processor, and reads what they send back. [Prepare] makes a
// .docx in standard manuscript format, of which a Master writes one copy a reader; [Read] returns the comments and tracked changes
// of one that came back, with the place in the manuscript that each paragraph was made from.
//
// Every paragraph carries a hidden bookmark that names the file and the byte that it came from (see bookmarkPrefix), and the file's
// properties name the files, so that comments keep their places when words were changed and paragraphs moved. Word and LibreOffice
// both keep these bookmarks.
//
// The parts are written as text. The libraries under a free licence (godocx 0.1.5 was tried) have no footnotes, headers, bookmarks
// and comments, which is most of what is needed here. What is written keeps to ECMA-376, part 1, "transitional", and to the order
// of elements that its schemas ask for.
package docx

import (
	"fmt"
	"io"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// Names under which the file records its origin, for Read.
const (
	copyProperty   = "octavo:copy"
	fileProperty   = "octavo:file:" // and the file's number
	bookmarkPrefix = "_o_"          // and the file's number, "_", the byte; Word hides names that begin with an underscore
)

// Options are the parts of a copy that do not come from the book.
type Options struct {
	Copy    string   // the copy's id, for its properties
	Contact []string // lines under the author's name on the first page
	Notice  []string // lines under the title that identify the copy and its reader
	Answers []Answer // on a page of their own behind the title page
	Foot    string   // in the footer of every page, "" for none
	Paper   Paper
	Font    string // of the text; "": Times New Roman

	// Draw makes a PNG of a drawing, which older word processors do not show; nil: its description stands in its place.
	Draw func(*book.Picture) ([]byte, error)
}

// Paper is the size of the pages.
type Paper int

// The papers.
const (
	ByLanguage Paper = iota // that of the language; see lang.Language.LetterPaper
	Letter
	A4
)

// Write writes the book as a Word file: 12 points, double-spaced, margins of an inch, drafts and TK marked. The same
// book and options give the same bytes; the only date in them is the book's.
func Write(w io.Writer, cfg *config.Config, bk *book.Book, opt Options) error {
	m, err := Prepare(cfg, bk, opt)
	if err != nil {
		return err
	}
	return m.Write(w, opt)
}

// Master is a book as a Word file, without what is specific to a copy. It is safe for concurrent use.
type Master struct {
	cfg   *config.Config
	paper Paper
	words int
	files []string // of the manuscript
	text  []byte   // of document.xml, what follows the title page
	tail  []byte   // the same, compressed
	parts []stored
}

// Prepare makes everything that copies share, with the paper and the font of the options.
func Prepare(cfg *config.Config, bk *book.Book, opt Options) (*Master, error) {
	if opt.Font == "" {
		opt.Font = "Times New Roman"
	}
	if opt.Paper == ByLanguage {
		opt.Paper = A4
		if cfg.Lang.LetterPaper() {
			opt.Paper = Letter
		}
	}
	d := newDocument(cfg, bk, opt.Paper)
	d.draw = opt.Draw
	for _, ch := range bk.Front {
		d.chapter(ch)
	}
	for _, p := range bk.Parts {
		if p.Title != "" {
			d.partTitle(p)
		}
		for _, ch := range p.Chapters {
			d.chapter(ch)
		}
	}
	for _, ch := range bk.Back {
		d.chapter(ch)
	}
	m, err := d.master(opt.Font)
	if err != nil {
		return nil, fmt.Errorf("cannot write the Word file: %w", err)
	}
	m.words = bk.Words()
	return m, nil
}

// Write writes a copy; paper and font are those given to Prepare.
func (m *Master) Write(w io.Writer, opt Options) error {
	d := &document{cfg: m.cfg, paper: m.paper, base: bidi.OfLanguage(m.cfg.Lang.Tag), part: &part{}}
	d.titlePage(m.cfg, opt, m.words)
	if len(m.text) > 0 {
		d.endTitle()
	}
	if err := m.pack(w, d, opt); err != nil {
		return fmt.Errorf("cannot write the Word file: %w", err)
	}
	return nil
}

// size returns the paper's size in twips, 1/1440 in.
func (p Paper) size() (width, height int) {
	if p == A4 {
		return 11906, 16838
	}
	return 12240, 15840
}

// Lengths of the page in twips.
const (
	inch   = 1440
	margin = inch
	indent = inch / 2
)
