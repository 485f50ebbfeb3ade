// Package lsp is a server of the Language Server Protocol for books: an editor starts it, and speaks with it over its input and output.
// [Serve] is all of it. It reports what is wrong with a book while it is written, completes ids, themes, keys and pictures, says where
// an entry is printed, finds what a link leads to, renames ids, and offers what octavo check --fix would change.
//
// The folder of a book ([folder]) is opened again by its [project.Workspace] whenever a text has changed, with the texts of the documents
// that are open in the editor in place of their files. Each request works on the state ([state]) of the texts that it came with. The
// pages are set in the background, once the author pauses. Nothing here writes a file: edits are sent to the editor.
package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/parallel"
)

// Options are what the command line selects.
type Options struct {
	Version    string    // of octavo, for the client
	Log        io.Writer // what goes wrong in the server itself
	Typography bool      // the typographic warnings of the set pages are reported too

	pause time.Duration // before pages are set, for tests; 0: pageDelay
}

// ErrNoShutdown says that the client went away, or ended the server, before it had asked it to shut down.
var ErrNoShutdown = errors.New("the editor ended the connection without a request to shut down")

// server is one connection with a client.
type server struct {
	Options
	out sender
	ctx context.Context // ends with the connection

	mu      sync.Mutex
	phase   phase
	client  client
	docs    map[string]*document // open documents by their paths
	folders map[string]*folder   // books by their folders
	roots   []string             // folders that the client has open
	cancel  map[string]context.CancelFunc
	asked   int // requests sent to the client

	watching sync.WaitGroup // folders
	asking   sync.WaitGroup // requests
	slot     chan struct{}  // held by each request that is worked on
}

// phase is how far a connection is.
type phase int

const (
	fresh phase = iota // before initialize
	running
	ending // after shutdown
)

// client is what the client can do.
type client struct {
	units       encoding
	versions    bool // it takes edits of documents with their versions
	watches     bool // it watches files when it is asked to
	hierarchy   bool // it shows symbols within symbols
	related     bool // it shows other places of a diagnostic
	literalActs bool // it takes code actions, not commands alone
}

// mostAtOnce is how many requests are worked on at the same time.
const mostAtOnce = 16

// Serve speaks with a client until it ends the connection. The error is nil if the client has asked the server to shut down before.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	ctx, stop := context.WithCancel(ctx)
	s := newServer(ctx, out, o)
	defer func() {
		stop()
		s.close()
	}()
	ended := make(chan error, 1)
	go func() {
		ended <- parallel.Guard(func() error { return s.read(&frames{bufio.NewReaderSize(in, 64<<10)}) })
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done(): // the reader still waits for input, which ends with the process
		return context.Cause(ctx)
	}
}

// newServer returns a server whose work ends with ctx. It is to be closed after that.
func newServer(ctx context.Context, out io.Writer, o Options) *server {
	if o.Log == nil {
		o.Log = io.Discard
	}
	return &server{Options: o, out: sender{out: out}, ctx: ctx, client: client{units: utf16Units}, docs: map[string]*document{},
		folders: map[string]*folder{}, cancel: map[string]context.CancelFunc{}, slot: make(chan struct{}, mostAtOnce)}
}

// close waits for what has been begun.
func (s *server) close() {
	s.asking.Wait()
	s.watching.Wait()
}

// read reads and handles messages until the connection ends.
func (s *server) read(f *frames) error {
	for {
		content, err := f.next()
		var bad *frameError
		switch {
		case errors.As(err, &bad):
			s.refuse(nil, &responseError{bad.code, bad.message})
			continue
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return s.end()
		case err != nil:
			return fmt.Errorf("cannot read from the editor: %w", err)
		}
		if s.receive(content) {
			return s.end()
		}
		if err := s.out.failure(); err != nil {
			return fmt.Errorf("cannot write to the editor: %w", err)
		}
	}
}

// end returns the error with which the connection ends.
func (s *server) end() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.phase != ending {
		return ErrNoShutdown
	}
	return nil
}

// receive handles one message, and reports whether it is the last.
func (s *server) receive(content []byte) (last bool) {
	var m incoming
	if err := json.Unmarshal(content, &m); err != nil {
		code := codeInvalidRequest
		if !json.Valid(content) {
			code = codeParse
		}
		s.refuse(nil, &responseError{code, "malformed message: " + err.Error()})
		return false
	}
	isRequest := len(m.ID) > 0 && string(m.ID) != "null"
	switch {
	case m.Method == "" && isRequest: // an answer of the client's
	case m.Method == "":
		s.refuse(nil, &responseError{codeInvalidRequest, "message without a method"})
	case isRequest && m.ID[0] != '"' && m.ID[0] != '-' && (m.ID[0] < '0' || m.ID[0] > '9'):
		s.refuse(nil, &responseError{codeInvalidRequest, "the id of a request must be a number or a string"})
	case isRequest:
		s.request(m)
	case m.Method == "exit":
		return true
	default:
		if err := parallel.Guard(func() error { return s.notify(m) }); err != nil {
			s.logf("%s: %v", m.Method, err)
		}
	}
	return false
}

// logf writes a line to the log.
func (s *server) logf(format string, args ...any) {
	fmt.Fprintf(s.Log, "octavo lsp: "+format+"\n", args...)
}

// refuse answers a request, or a message that could not be read, with an error.
func (s *server) refuse(id json.RawMessage, e *responseError) {
	if id == nil {
		id = json.RawMessage("null")
	}
	s.write(failure{"2.0", id, *e})
}

// write sends a message to the client.
func (s *server) write(message any) {
	content, err := json.Marshal(message)
	if err != nil {
		s.logf("cannot write a message: %v", err)
		return
	}
	s.out.send(content)
}

// tell sends a notification to the client.
func (s *server) tell(method string, params any) {
	s.write(outgoing{JSONRPC: "2.0", Method: method, Params: params})
}

// ask sends a request to the client, whose answer does not matter.
func (s *server) ask(method string, params any) {
	s.mu.Lock()
	s.asked++
	id := fmt.Sprintf("octavo-%d", s.asked)
	s.mu.Unlock()
	s.write(outgoing{JSONRPC: "2.0", ID: id, Method: method, Params: params})
}
