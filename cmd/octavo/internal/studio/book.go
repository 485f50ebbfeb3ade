package studio

import (
	"context"
	"slices"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
)

// shelf holds the states of a book, by looks. Reading and setting are done by one goroutine at a time.
type shelf struct {
	open   func(ctx context.Context, unsaved map[string][]byte, settings ...config.Setting) (*project.Project, error)
	drafts *drafts

	reading sync.Mutex            // held while the book is read
	counted map[*book.Chapter]int // words of the chapters of the last state

	mu      sync.Mutex
	changes int        // how often the files have changed, and 1
	states  []*shelved // the one that was used last is the last
}

// shelved is the last state of a look.
type shelved struct {
	look  look
	state *state
}

// mostLooks is how many looks are kept. A look that comes back later is read as the first time.
const mostLooks = 4

func newShelf(w *project.Workspace, d *drafts) *shelf {
	return &shelf{open: w.Open, drafts: d, changes: 1}
}

// change says that the files have changed: states that were read before are old.
func (b *shelf) change() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.changes++
}

// state returns the book as it is now. It is read when nobody has read it since its files changed. The caller may go while it is
// read: the state stays for the next one.
func (b *shelf) state(ctx context.Context, l look) *state {
	b.reading.Lock()
	defer b.reading.Unlock()
	last, changes := b.last(l)
	if last != nil && last.n == changes {
		return last
	}
	st := b.read(context.WithoutCancel(ctx), l, last, changes)
	b.keep(l, st)
	return st
}

// last returns the state of a look that was read last, or nil, and how often the files have changed.
func (b *shelf) last(l look) (*state, int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, s := range b.states {
		if s.look == l {
			b.states = append(slices.Delete(b.states, i, i+1), s)
			return s.state, b.changes
		}
	}
	return nil, b.changes
}

// keep keeps a look's state in the place of the one before. Of more looks than are kept the one goes that was not asked for the
// longest; book.toml's own stays, which all events are of.
func (b *shelf) keep(l look, st *state) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.states = slices.DeleteFunc(b.states, func(s *shelved) bool { return s.look == l })
	b.states = append(b.states, &shelved{l, st})
	if len(b.states) > mostLooks {
		i := slices.IndexFunc(b.states, func(s *shelved) bool { return s.look != look{} })
		b.states = slices.Delete(b.states, i, i+1)
	}
}

// read reads the book and sets its pages. Where that fails, the pages of the last state stay.
func (b *shelf) read(ctx context.Context, l look, last *state, n int) *state {
	start := time.Now()
	st := after(last, n)
	st.fault = parallel.Guard(func() error {
		p, err := b.open(ctx, b.drafts.now(), l.settings()...)
		if err != nil {
			return err
		}
		st.project, st.found = p, p.Found
		if p.Book != nil {
			st.words = b.count(p.Book)
		}
		return st.setPages(p)
	})
	if !st.old {
		st.changed = changedPages(last, st)
	}
	st.took = time.Since(start)
	return st
}

// setPages sets the pages of a book, if it has no errors.
func (st *state) setPages(p *project.Project) error {
	if !p.Showable() {
		return nil
	}
	in := p.Interior()
	p.Settle(in.Found)
	st.found = p.Found
	if in.Found.HasErrors() {
		return nil
	}
	if st.set != nil {
		st.edits = editsOf(st.set.Book.Sources, p.Book.Sources)
	}
	st.set, st.setAt, st.old = p, time.Now(), false
	st.pages, st.places, st.outline, st.facing, st.rightToLeft = in.Doc.Pages, in.Pages, in.Doc.Outline, in.Doc.Facing, in.Doc.RightToLeft
	return nil
}

// count returns how many words a book has. Chapters of the last state are not counted again.
func (b *shelf) count(bk *book.Book) (n int) {
	counted := map[*book.Chapter]int{}
	for _, ch := range bk.Chapters() {
		words, ok := b.counted[ch]
		if !ok {
			words = ch.Words()
		}
		counted[ch] = words
		n += words
	}
	b.counted = counted
	return n
}
