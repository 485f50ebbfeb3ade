// Package studio shows a book in a browser while it is being written: its pages, cards and e-book, what is wrong with it, and what
// readers said. [New] makes a studio of a book's folder, [Studio.Serve] serves it on the loopback address until its context ends.
//
// The book is read again when its files change (book.go). The page in the browser (web/, bundled in web/dist) is told by
// events (events.go) and asks for what it shows: a file here for each of its views. Who may ask is decided in guard.go.
package studio

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"

	"octavo/cmd/octavo/internal/project"
)

// Options are what the command line of a studio selects.
type Options struct {
	Port   int    // 0: any that is free
	Editor string // the editor that places are opened in: a name, or a command; "" for the system's
}

// Studio serves one book.
type Studio struct {
	dir     string
	options Options
	guard   guard
	events  hub
	book    *shelf
	drafts  *drafts
	glyphs  glyphs
	handler http.Handler
}

// New returns the studio of the book in the folder dir.
func New(dir string, o Options) *Studio {
	s := &Studio{dir: dir, options: o, guard: newGuard(), drafts: &drafts{}}
	s.book = newShelf(project.NewWorkspace(dir), s.drafts)
	s.handler = s.guard.protect(s.routes())
	return s
}

// routes returns the handlers of everything that the page in the browser asks for.
func (s *Studio) routes() *http.ServeMux {
	mux := http.NewServeMux()
	staticRoutes(mux)
	mux.HandleFunc("GET /api/events", s.serveEvents)
	mux.HandleFunc("GET /api/book", s.serveBook)
	s.pageRoutes(mux)
	s.writeRoutes(mux)
	return mux
}

// Serve listens on the loopback address and serves until ctx ends. It calls ready with the address to open, which has the
// token in it.
func (s *Studio) Serve(ctx context.Context, ready func(address string)) error {
	listeners, port, err := listen(s.options.Port)
	if err != nil {
		return err
	}
	s.guard.port = port
	server := &http.Server{Handler: s.handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ended := make(chan error, len(listeners))
	for _, l := range listeners {
		go func() { ended <- server.Serve(l) }()
	}
	go s.follow(ctx)
	ready(fmt.Sprintf("http://127.0.0.1:%d/?token=%s", port, s.guard.token))
	select {
	case <-ctx.Done():
		err = nil
	case err = <-ended:
	}
	cancel()
	server.Close()
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return err
}

// listen listens on both loopback addresses at one port. A machine without IPv6 has only the first.
func listen(port int) ([]net.Listener, int, error) {
	first, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, 0, fmt.Errorf("cannot listen on port %d: %w", port, errors.Unwrap(err))
	}
	port = first.Addr().(*net.TCPAddr).Port
	listeners := []net.Listener{first}
	if second, err := net.Listen("tcp6", net.JoinHostPort("::1", strconv.Itoa(port))); err == nil {
		listeners = append(listeners, second)
	}
	return listeners, port, nil
}
