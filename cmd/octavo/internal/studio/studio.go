// Package studio shows a book in a browser while it is being written: its pages, cards and e-book, what is wrong with it, and what
// readers said. [New] makes a studio of a book's folder, [Studio.Serve] serves it on the loopback address until its context ends.
//
// The book is read again when its files change (follow.go, book.go); what it is then is a state that is not modified (state.go). The page in the browser (web/, bundled in web/dist) is told by
// events (events.go) and asks for what it shows: a file here for each of its views. Who may ask is decided in guard.go.
package studio

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/net/netutil"

	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/watch"
)

// Options are what the command line of a studio selects.
type Options struct {
	Port   int    // 0: any that is free
	Editor string // the editor that places are opened in: a name, or a command; "" for the system's

	Say func(message string) // is told what the author should know of the studio itself; nil: nobody is
}

// Studio serves one book.
type Studio struct {
	dir     string
	options Options
	watch   func(ctx context.Context) <-chan struct{} // has a value whenever the book's files have changed
	guard   guard
	events  hub
	book    *shelf
	drafts  *drafts
	glyphs  glyphs
	diary   diary

	writing    sync.Mutex // held while octavo changes files of the author's
	telling    sync.Mutex // held while the pages in browsers are told of a state
	deckFaults deckFaults
	jobs       *jobs
	decks      decks
	ebooks     ebooks
	received   received
	handler    http.Handler
}

// New returns the studio of the book in the folder dir.
func New(dir string, o Options) *Studio {
	if o.Say == nil {
		o.Say = func(string) {}
	}
	o.Editor = strings.TrimSpace(o.Editor)
	s := &Studio{dir: dir, options: o, guard: newGuard(), drafts: &drafts{}, diary: diary{dir: dir}}
	s.drafts.lapsed = s.touched
	s.book = newShelf(project.NewWorkspace(dir), s.drafts)
	s.watch = func(ctx context.Context) <-chan struct{} { return watch.Watch(ctx, dir, o.Say) }
	s.jobs = newJobs(func(j job) { s.events.send(event{"progress", j}) })
	s.handler = s.guard.protect(s.routes())
	return s
}

// settle finishes what a killed octavo began in the book's folder, before anything of it is shown.
func (s *Studio) settle(ctx context.Context) {
	root, err := project.OpenBook(s.dir)
	if err != nil {
		return // the page says so
	}
	defer root.Close()
	if err := project.SettleOutputs(ctx, root); err != nil && ctx.Err() == nil {
		s.options.Say(err.Error())
	}
}

// routes returns the handlers of everything that the page in the browser asks for.
func (s *Studio) routes() *http.ServeMux {
	mux := http.NewServeMux()
	staticRoutes(mux)
	mux.HandleFunc("GET /api/events", s.serveEvents)
	mux.HandleFunc("GET /api/book", s.serveBook)
	mux.HandleFunc("GET /api/face/{font}", s.serveFace)
	mux.HandleFunc("GET /api/words", s.serveWords)
	s.pageRoutes(mux)
	s.writeRoutes(mux)
	s.problemRoutes(mux)
	s.mendRoutes(mux)
	s.makeRoutes(mux)
	s.cardRoutes(mux)
	s.entryRoutes(mux)
	s.ebookRoutes(mux)
	s.commentRoutes(mux)
	s.beginRoutes(mux)
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
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.settle(ctx)
	server := s.server(ctx)
	ended := make(chan error, len(listeners))
	for _, l := range listeners {
		go func() { ended <- server.Serve(netutil.LimitListener(l, mostConnections)) }()
	}
	go s.follow(ctx)
	defer s.diary.close()
	if withdraw, err := announce(ctx, s.dir, port, s.guard.token); err == nil {
		defer withdraw()
	} else {
		s.options.Say(fmt.Sprintf("octavo where --studio will not find this studio: %v", err))
	}
	ready(fmt.Sprintf("http://127.0.0.1:%d/?token=%s", port, s.guard.token))
	select {
	case <-ctx.Done():
		err = nil
	case err = <-ended:
	}
	cancel()
	s.jobs.stop()
	server.Close()
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return err
}

// How long a client may take, so that slow ones do not hold the studio up.
const (
	headerTime  = 10 * time.Second // to say what it asks for
	requestTime = 2 * time.Minute  // to send a file
	idleTime    = 2 * time.Minute  // until it asks for more
)

// server returns the server of the studio's handlers. What they do ends with ctx.
func (s *Studio) server(ctx context.Context) *http.Server {
	return &http.Server{Handler: s.handler, ReadHeaderTimeout: headerTime, ReadTimeout: requestTime, IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10,
		DisableGeneralOptionsHandler: true,                       // the guard refuses strangers whatever they ask
		ErrorLog:                     log.New(io.Discard, "", 0), // it would only tell what strangers did wrong
		BaseContext:                  func(net.Listener) context.Context { return ctx }}
}

// mostConnections is how many connections are open at once on an address; others wait. A browser has six for a page.
const mostConnections = 256

// listen listens on both loopback addresses at one port. A machine without IPv6 has only the first.
func listen(port int) ([]net.Listener, int, error) {
	first, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, 0, cannotListen(port, err)
	}
	port = first.Addr().(*net.TCPAddr).Port
	listeners := []net.Listener{first}
	if second, err := net.Listen("tcp6", net.JoinHostPort("::1", strconv.Itoa(port))); err == nil {
		listeners = append(listeners, second)
	}
	return listeners, port, nil
}

// cannotListen says why there is no listening on a port, and what to do.
func cannotListen(port int, err error) error {
	var system *os.SyscallError
	if errors.As(err, &system) {
		err = system.Err
	}
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("port %d is in use, perhaps by another studio: end that one, or choose another port with --port, or none to take any that is free", port)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("the system does not let octavo listen on port %d: choose one above 1023 with --port, or none to take any that is free", port)
	}
	return fmt.Errorf("cannot listen on port %d: %w", port, err)
}
