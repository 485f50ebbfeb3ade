package studio

import (
	"context"
	"net/http"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/project"
)

// look is how pages are looked at: by another style or for another printer than book.toml's. The zero look is book.toml's own.
type look struct{ Style, Printer string }

// lookOf returns the look that a request asks for.
func lookOf(r *http.Request) look {
	return look{Style: r.FormValue("style"), Printer: r.FormValue("printer")}
}

// settings returns what a look sets in book.toml's place.
func (l look) settings() (out []config.Setting) {
	for key, value := range map[string]string{"print.style": l.Style, "print.printer": l.Printer} {
		if value != "" {
			out = append(out, config.Setting{Key: key, Flag: "the studio", Value: value})
		}
	}
	return out
}

// state is the book as its files were at one time. It is not modified.
type state struct {
	n       int              // 1 for the first
	project *project.Project // never nil
	fault   error            // what kept octavo from looking at the book
	pages   []*page.Page     // of its inside; those of an earlier state when this one has errors
	places  *pagemap.Map     // of pages
	outline []page.Bookmark
	facing  bool
	old     bool // pages are those of an earlier state
	took    time.Duration
}

// shelf holds the states of a book, by looks. Reading and setting are done by one goroutine at a time.
type shelf struct {
	workspace *project.Workspace
	drafts    *drafts

	reading sync.Mutex // held while the book is read

	mu      sync.Mutex
	changes int // how often the files have changed
	states  map[look]*state
	seen    map[look]int // the changes that the states know of
}

func newShelf(w *project.Workspace, d *drafts) *shelf {
	return &shelf{workspace: w, drafts: d, states: map[look]*state{}, seen: map[look]int{}, changes: 1}
}

// changed says that the files have changed: states that were read before are old.
func (b *shelf) changed() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.changes++
}

// state returns the book as it is now. It is read when nobody has read it since its files changed.
func (b *shelf) state(ctx context.Context, l look) *state {
	b.reading.Lock()
	defer b.reading.Unlock()
	b.mu.Lock()
	last, changes := b.states[l], b.changes
	fresh := last != nil && b.seen[l] == changes
	b.mu.Unlock()
	if fresh {
		return last
	}
	st := b.read(ctx, l, last)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.states[l], b.seen[l] = st, changes
	return st
}

// read reads the book and sets its pages. Where that fails, the pages of the last state stay.
func (b *shelf) read(ctx context.Context, l look, last *state) *state {
	start := time.Now()
	st := &state{n: 1}
	if last != nil {
		st.n, st.pages, st.places, st.outline, st.facing, st.old = last.n+1, last.pages, last.places, last.outline, last.facing, last.pages != nil
	}
	p, err := b.workspace.Open(ctx, b.drafts.now(), l.settings()...)
	if err != nil {
		st.fault = err
		if last != nil {
			st.project = last.project
		}
		return st
	}
	st.project = p
	if p.Usable(diag.Everything) {
		in := p.Interior()
		p.Settle(in.Found)
		if !in.Found.HasErrors() {
			st.pages, st.places, st.outline, st.facing, st.old = in.Doc.Pages, in.Pages, in.Doc.Outline, in.Doc.Facing, false
		}
	}
	st.took = time.Since(start)
	return st
}

// summary is what a page in the browser is told of a state at once.
type summary struct {
	State    int     `json:"state"`
	Title    string  `json:"title"`
	Pages    int     `json:"pages"`
	Errors   int     `json:"errors"`
	Warnings int     `json:"warnings"`
	Old      bool    `json:"old"` // the pages are those of an earlier state, because this one has errors
	Fault    string  `json:"fault,omitempty"`
	Took     float64 `json:"took"` // milliseconds
}

// summary returns that of the last state of book.toml's own look.
func (b *shelf) summary() summary { return b.state(context.Background(), look{}).summary() }

func (st *state) summary() summary {
	out := summary{State: st.n, Pages: len(st.pages), Old: st.old, Took: float64(st.took.Microseconds()) / 1000}
	if st.fault != nil {
		out.Fault = st.fault.Error()
	}
	if p := st.project; p != nil {
		out.Errors, out.Warnings = p.Found.Count()
		if p.Cfg != nil {
			out.Title = p.Cfg.Book.Title
		}
	}
	return out
}

// serveBook answers what the book is.
func (s *Studio) serveBook(w http.ResponseWriter, r *http.Request) {
	answer(w, s.book.state(r.Context(), lookOf(r)).summary())
}

// follow reads the book again whenever its files change, and tells all pages.
func (s *Studio) follow(ctx context.Context) {
	s.events.send(event{"book", s.book.summary()})
	<-ctx.Done()
}
