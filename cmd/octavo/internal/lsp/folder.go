package lsp

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
)

// The delays between a change and what follows it.
const (
	quiet      = 30 * time.Millisecond  // without a change before the book is opened
	mostQuiet  = 120 * time.Millisecond // after the first change
	pageDelay  = 400 * time.Millisecond // without a change before the pages are set, or as long as that took the last time
	mostParked = 30 * time.Second
)

// folder is the folder of a book, opened again whenever it has changed.
type folder struct {
	dir     string
	server  *server
	books   *project.Workspace
	opening chan struct{} // held by whoever opens the book
	changed chan struct{} // has an element after a change
	ctx     context.Context
	stop    context.CancelFunc // ends ctx

	mu        sync.Mutex
	changes   int               // how often a text has changed
	now       *state            // as it was last opened
	good      *state            // the last with a book that could be read
	printed   *printed          // the last that could be set
	published map[string][]byte // diagnostics by URI, as they were sent
}

// state is a book as it was at one time. It is not modified.
type state struct {
	changes int // of the folder then
	units   encoding
	project *project.Project
	uris    map[string]string // of open documents, by their names in the book
	version map[string]int

	texts sync.Map // *diag.Source to *text
	once  sync.Once
	ids   *index
}

// printed is the set pages of a state.
type printed struct {
	of    *state
	pages *pagemap.Map
	deck  *cards.Deck // nil where it could not be set, or has no cards
}

// folderAt returns the book's folder at a path, and begins to watch over it if it is new.
func (s *server) folderAt(dir string) *folder {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.folders[dir]; f != nil {
		return f
	}
	ctx, stop := context.WithCancel(s.ctx)
	f := &folder{dir: dir, server: s, books: project.NewWorkspace(dir), opening: make(chan struct{}, 1), changed: make(chan struct{}, 1), ctx: ctx, stop: stop,
		published: map[string][]byte{}}
	s.folders[dir] = f
	s.watching.Go(func() {
		defer f.books.Close()
		f.watch()
	})
	return f
}

// closeRoot lets go of the books of a folder that the client has closed.
func (s *server) closeRoot(root string) {
	s.mu.Lock()
	s.roots = slices.DeleteFunc(s.roots, func(r string) bool { return r == root })
	var gone []*folder
	for dir, f := range s.folders {
		if isOf(dir, root) && !s.isOpen(dir) {
			gone = append(gone, f)
			delete(s.folders, dir)
		}
	}
	s.mu.Unlock()
	for _, f := range gone {
		f.stop()
		f.clear()
	}
}

// isOf reports whether a book is in a folder that the client has open, or the folder in the book.
func isOf(dir, root string) bool {
	_, bookInside := nameIn(root, dir)
	_, rootInside := nameIn(dir, root)
	return bookInside || rootInside
}

// isOpen reports whether a book has an open document, or is one of a folder that the client has open.
func (s *server) isOpen(dir string) bool {
	for name := range s.docs {
		if _, inside := nameIn(dir, name); inside {
			return true
		}
	}
	return slices.ContainsFunc(s.roots, func(root string) bool { return isOf(dir, root) })
}

// touch says that a text of the book has changed.
func (f *folder) touch() {
	f.mu.Lock()
	f.changes++
	f.mu.Unlock()
	select {
	case f.changed <- struct{}{}:
	default:
	}
}

// view is the texts of a book's folder at one time.
type view struct {
	folder  *folder // nil: the document is in no book
	name    string  // of the document of a request, relative to the book's folder
	doc     *document
	changes int
	docs    map[string]*document // open documents of the book, by their names in it
}

// viewOf returns the texts of a book's folder as they are now.
func (s *server) viewOf(f *folder) view {
	s.mu.Lock()
	defer s.mu.Unlock()
	v := view{folder: f, docs: map[string]*document{}}
	for name, d := range s.docs {
		if inside, ok := nameIn(f.dir, name); ok {
			v.docs[inside] = d
		}
	}
	f.mu.Lock()
	v.changes = f.changes
	f.mu.Unlock()
	return v
}

// state returns the book with the texts of a view. If they have changed since, the error says so: places would not be right.
func (v view) state(ctx context.Context) (*state, error) {
	f := v.folder
	if f == nil {
		return nil, nil
	}
	select {
	case f.opening <- struct{}{}:
		defer func() { <-f.opening }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	f.mu.Lock()
	now, outdated := f.now, f.changes != v.changes
	f.mu.Unlock()
	switch {
	case now != nil && now.changes == v.changes:
		return now, nil
	case outdated:
		return nil, &responseError{codeContentModified, "the text has changed meanwhile"}
	}
	s := &state{changes: v.changes, uris: map[string]string{}, version: map[string]int{}}
	unsaved := map[string][]byte{}
	for name, d := range v.docs {
		s.uris[name], s.version[name], unsaved[name] = d.uri, d.version, []byte(d.text.s)
	}
	f.server.mu.Lock()
	s.units = f.server.client.units
	f.server.mu.Unlock()
	var err error
	if s.project, err = f.books.Open(ctx, unsaved); err != nil {
		return nil, err
	}
	f.mu.Lock()
	if f.now = s; s.isWhole() || f.good == nil && s.project.Book != nil {
		f.good = s
	}
	f.mu.Unlock()
	return s, nil
}

// isWhole reports whether book.toml and every block of settings could be read, which is not so while an author types in one.
func (s *state) isWhole() bool {
	return s.project.Book != nil && !s.project.Cfg.Broken && !slices.ContainsFunc(s.project.Found, func(d diag.Diagnostic) bool {
		return slices.Contains([]string{"toml-syntax", "block-unclosed", "front-syntax", "front-unclosed"}, d.Code)
	})
}

// lastGood returns the last state of the book with a manuscript, without opening it anew if there is one, and its last set pages.
func (v view) lastGood(ctx context.Context) (*state, *printed, error) {
	if v.folder == nil {
		return nil, nil, nil
	}
	v.folder.mu.Lock()
	good, set := v.folder.good, v.folder.printed
	v.folder.mu.Unlock()
	if good != nil {
		return good, set, nil
	}
	s, err := v.state(ctx)
	return s, set, err
}

// watch opens the book after each change and publishes what is wrong with it, and sets its pages when the author pauses. It does not wait
// for pages that are being set when it ends: that may take long, and ends with the process.
func (f *folder) watch() {
	delay := f.server.pause
	if delay == 0 {
		delay = pageDelay
	}
	var last time.Duration // what setting took
	var idle <-chan time.Time
	setting := false
	done := make(chan time.Duration, 1)
	for {
		select {
		case <-f.ctx.Done():
			return
		case <-f.changed:
			f.calm()
			f.guard(f.check)
			idle = time.After(min(max(delay, last), mostParked))
		case <-idle:
			if idle = nil; setting {
				idle = time.After(delay)
				continue
			}
			setting = true
			go func() {
				start := time.Now()
				f.guard(f.set)
				done <- time.Since(start)
			}()
		case last = <-done:
			setting = false
		}
	}
}

// calm waits until no text has changed for a while.
func (f *folder) calm() {
	end := time.After(mostQuiet)
	for {
		select {
		case <-f.changed:
		case <-time.After(quiet):
			return
		case <-end:
			return
		case <-f.ctx.Done():
			return
		}
	}
}

// guard calls a function and logs its error, unless the folder is closed meanwhile.
func (f *folder) guard(do func() error) {
	err := parallel.Guard(do)
	var bug *parallel.Panic
	var refused *responseError
	switch {
	case err == nil, f.ctx.Err() != nil:
	case errors.As(err, &refused): // the texts have changed meanwhile, and are checked again
	case errors.As(err, &bug):
		f.server.logf("internal error: %v\n%s", bug.Value, bug.Stack)
	default:
		f.server.logf("%s: %v", f.dir, err)
	}
}

// check opens the book and publishes what is wrong with it.
func (f *folder) check() error {
	s, err := f.server.viewOf(f).state(f.ctx)
	if err != nil {
		return err
	}
	f.publish(s, s.project.Found)
	return nil
}

// set sets the pages and the cards of the book as it was last opened, and publishes what is wrong with them too.
func (f *folder) set() error {
	f.mu.Lock()
	s := f.now
	f.mu.Unlock()
	if s == nil || !s.project.Usable(diag.Everything) {
		return nil
	}
	p := *s.project // setting adds to what was found
	p.Typography = f.server.Typography
	inside := p.Interior()
	found := inside.Found
	var deck *cards.Deck
	if p.Usable(diag.Deck) {
		var more diag.List
		var err error
		if deck, more, err = p.WholeDeck(); err != nil {
			return err
		}
		found = slices.Concat(found, more)
	}
	p.Settle(found)
	if inside.Pages != nil {
		f.mu.Lock()
		f.printed = &printed{s, inside.Pages, deck}
		f.mu.Unlock()
	}
	f.publish(s, p.Found)
	return nil
}

// path returns the path of a file of the book.
func (f *folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// look returns the texts of the book to which the document of a request belongs.
func (s *server) look(params []byte) (v view) {
	var p documentParams
	if decode(params, &p) != nil || p.TextDocument.URI == "" {
		return view{}
	}
	name, err := pathOf(p.TextDocument.URI, here)
	if err != nil {
		return view{}
	}
	dir := s.bookOf(name)
	if dir == "" {
		return view{}
	}
	v = s.viewOf(s.folderAt(dir))
	v.name, _ = nameIn(dir, name)
	v.doc = v.docs[v.name]
	return v
}

// all returns the folders of all books, sorted.
func (s *server) all() []*folder {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []*folder
	for _, dir := range slices.Sorted(maps.Keys(s.folders)) {
		out = append(out, s.folders[dir])
	}
	return out
}
