package studio

import (
	"errors"
	"net/http"
	"time"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/selection"
)

// state is the book as its files were at one time. It is not modified.
type state struct {
	n       int              // the changes of the files that it knows of, 1 or more; the same in every look
	project *project.Project // the book as it could last be opened; nil: not once
	found   diag.List        // what is wrong with it
	fault   error            // what kept octavo from looking at it
	took    time.Duration

	set         *project.Project // that the pages were set from; nil: there are none
	setAt       time.Time        // when
	pages       []*page.Page     // of the book's inside
	places      *pagemap.Map     // of pages
	outline     []page.Bookmark
	facing      bool
	rightToLeft bool        // bound at the right
	old         bool        // the pages are those of an earlier state: this one has errors
	changed     []pageRange // that look different from those of the state before
	edits       []span      // what has changed in the files of set since the pages were set before
	printing    printing
	words       int
}

// pageRange is pages in a row by their numbers in the file, from 1.
type pageRange struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// after returns a state that has the pages of the one before it, which may be nil.
func after(last *state, n int) *state {
	if last == nil {
		return &state{n: n}
	}
	return &state{n: n, project: last.project, set: last.set, setAt: last.setAt, pages: last.pages, places: last.places, outline: last.outline,
		facing: last.facing, rightToLeft: last.rightToLeft, old: last.set != nil, words: last.words}
}

// summary is what a page in the browser is told of a state at once.
type summary struct {
	State    int               `json:"state"`
	Title    string            `json:"title"`
	Pages    int               `json:"pages"`
	Cards    int               `json:"cards"`
	Words    int               `json:"words"`
	Errors   int               `json:"errors"`
	Warnings int               `json:"warnings"`
	Old      bool              `json:"old"`              // the pages are those of an earlier state, because this one has errors
	Since    string            `json:"since,omitempty"`  // when old pages were set, as "14:03"
	Broken   *finding          `json:"broken,omitempty"` // the error that keeps the pages from being set
	Fault    string            `json:"fault,omitempty"`  // what keeps octavo from looking at the book
	Help     string            `json:"help,omitempty"`   // what to do about the fault
	Took     float64           `json:"took"`             // milliseconds
	Changed  []pageRange       `json:"changed"`          // pages that look different from those of the state before
	Faces    map[string]string `json:"faces"`            // the style's faces, "regular", "italic", "bold", by where they are
	Dir      string            `json:"dir,omitempty"`    // "rtl" for a book that is read from the right to the left
	Language string            `json:"language,omitempty"`
}

// finding is what is wrong at a place.
type finding struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

func (s *Studio) summary(st *state) summary {
	out := summary{State: st.n, Pages: len(st.pages), Old: st.old, Words: st.words, Changed: st.changed, Faces: map[string]string{},
		Took: float64(st.took.Microseconds()) / 1000}
	if st.changed == nil {
		out.Changed = []pageRange{}
	}
	if st.old {
		out.Since = st.setAt.Format("15:04")
	}
	out.Fault, out.Help = explained(st.fault)
	out.Errors, out.Warnings = st.found.Count()
	if st.old || st.set == nil {
		out.Broken = broken(st.found)
	}
	p := st.project
	if p == nil || p.Cfg == nil {
		return out
	}
	out.Title = p.Cfg.Book.Title
	if out.Language = p.Cfg.Book.Language; p.Cfg.Lang.RightToLeft() {
		out.Dir = "rtl"
	}
	if p.Book != nil {
		if chosen, err := cards.Choose(p.Cfg, p.Book, selection.Choice{}); err == nil {
			out.Cards = len(chosen)
		}
	}
	out.Faces = s.glyphs.faces(p.Fonts)
	return out
}

// broken returns the first error of a list that stops the pages.
func broken(found diag.List) *finding {
	for _, d := range found {
		if d.Severity != diag.Error || d.Stops != diag.Everything || d.Code == "tk" { // which stops only what is printed
			continue
		}
		out := &finding{Message: d.Message}
		if d.Pos.IsValid() {
			out.File = d.Pos.Source.Name
			out.Line, out.Column = d.Pos.Source.LineColumn(d.Pos.Offset)
		}
		return out
	}
	return nil
}

// explained returns what an error says to an author, and what is to be done about it.
func explained(err error) (message, help string) {
	var bug *parallel.Panic
	switch {
	case err == nil:
		return "", ""
	case errors.As(err, &bug):
		return "octavo has made a mistake: " + bug.Error(), "The mistake is octavo's, not the book's, and your files are as they were. Undo your last change to go on, and please report it."
	}
	return err.Error(), ""
}

// serveBook answers what the book is.
func (s *Studio) serveBook(w http.ResponseWriter, r *http.Request) {
	answer(w, s.summary(s.book.state(r.Context(), lookOf(r))))
}
