package studio

import (
	"context"
	"runtime"
	"time"

	"octavo/cmd/octavo/internal/parallel"
)

// follow reads the book again whenever its files change.
func (s *Studio) follow(ctx context.Context) {
	idle := time.AfterFunc(rest, runtime.GC)
	defer idle.Stop()
	for range s.watch(ctx) {
		s.touched()
		idle.Reset(rest)
	}
}

// rest is how long nothing has changed before memory is collected: while the author thinks, so that the next change does not wait for it.
const rest = 150 * time.Millisecond

// touched says that the book is another one than before, though perhaps no file has changed, and tells all pages in the browser:
// one state after another, so that none ends with an old one. While there is no page the book is not read: the first that comes asks
// for it.
func (s *Studio) touched() {
	s.book.change()
	if !s.events.listening() {
		return
	}
	s.telling.Lock()
	defer s.telling.Unlock()
	if p := parallel.Catch(func() { s.events.send(s.now(context.Background())) }); p != nil {
		message, _ := explained(p)
		s.options.Say(message)
	}
}

// now returns the event that says what the book is now.
func (s *Studio) now(ctx context.Context) event {
	st := s.book.state(ctx, look{})
	if st.fault == nil && st.project.Book != nil {
		s.diary.note(st.words, time.Now())
	}
	return event{"book", s.summary(st)}
}
