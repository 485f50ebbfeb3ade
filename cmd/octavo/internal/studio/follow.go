package studio

import "context"

// follow reads the book again whenever its files change.
func (s *Studio) follow(ctx context.Context) {
	for range s.watch(ctx) {
		s.touched()
	}
}

// touched says that the book is another one than before, though perhaps no file has changed, and tells all pages in the browser.
// While there is none the book is not read: the first page that comes asks for it.
func (s *Studio) touched() {
	s.book.change()
	if s.events.listening() {
		s.events.send(event{"book", s.summary(s.book.state(context.Background(), look{}))})
	}
}
