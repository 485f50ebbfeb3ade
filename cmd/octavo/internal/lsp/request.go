package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"octavo/cmd/octavo/internal/parallel"
)

// handler answers a request. Its result is written as JSON. It may be called beside others.
type handler func(ctx context.Context, r *request) (any, error)

// request is a request about a document, with the texts as they were when it came.
type request struct {
	*server
	params json.RawMessage
	view   view
}

// handlerOf returns the handler of a method, or nil.
func handlerOf(method string) handler {
	switch method {
	case "textDocument/completion":
		return complete
	case "textDocument/hover":
		return showHover
	case "textDocument/definition":
		return define
	case "textDocument/references":
		return listReferences
	case "textDocument/documentHighlight":
		return highlight
	case "textDocument/documentSymbol":
		return listSymbols
	case "textDocument/prepareRename":
		return prepareRename
	case "textDocument/rename":
		return rename
	case "textDocument/codeAction":
		return listActions
	case "textDocument/foldingRange":
		return listFolds
	case "textDocument/documentLink":
		return listLinks
	case "workspace/symbol":
		return findSymbols
	}
	return nil
}

// request answers a request, most of them in a goroutine of their own.
func (s *server) request(m incoming) {
	s.mu.Lock()
	now := s.phase
	s.mu.Unlock()
	switch {
	case m.Method == "initialize" && now != fresh:
		s.refuse(m.ID, &responseError{codeInvalidRequest, "initialize comes once"})
	case m.Method == "initialize":
		s.answer(m.ID, func() (any, error) { return s.initialize(m.Params) })
	case now == fresh:
		s.refuse(m.ID, &responseError{codeNotInitialized, "initialize comes first"})
	case now == ending:
		s.refuse(m.ID, &responseError{codeInvalidRequest, "the server is shutting down"})
	case m.Method == "shutdown":
		s.mu.Lock()
		s.phase = ending
		s.mu.Unlock()
		s.answer(m.ID, func() (any, error) { return nil, nil })
	default:
		h := handlerOf(m.Method)
		if h == nil {
			s.refuse(m.ID, &responseError{codeMethodNotFound, fmt.Sprintf("unknown method %.100q", m.Method)})
			return
		}
		s.start(m, h)
	}
}

// start has a request handled in a goroutine of its own.
func (s *server) start(m incoming, h handler) {
	ctx, stop := context.WithCancel(s.ctx)
	key := string(bytes.TrimSpace(m.ID))
	r := &request{server: s, params: m.Params, view: s.look(m.Params)}
	s.mu.Lock()
	s.cancel[key] = stop
	s.mu.Unlock()
	s.asking.Go(func() {
		defer func() {
			s.mu.Lock()
			delete(s.cancel, key)
			s.mu.Unlock()
			stop()
		}()
		select {
		case s.slot <- struct{}{}:
			defer func() { <-s.slot }()
		case <-ctx.Done():
		}
		s.answer(m.ID, func() (any, error) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			return h(ctx, r)
		})
	})
}

// answer sends what f returns as the answer to a request.
func (s *server) answer(id json.RawMessage, f func() (any, error)) {
	var result any
	err := parallel.Guard(func() (err error) {
		result, err = f()
		return err
	})
	var refused *responseError
	var bug *parallel.Panic
	switch {
	case err == nil:
		s.write(response{"2.0", id, result})
	case errors.As(err, &refused):
		s.refuse(id, refused)
	case errors.As(err, &bug):
		s.logf("internal error: %v\n%s", bug.Value, bug.Stack)
		s.refuse(id, &responseError{codeInternal, "internal error of octavo; its log has more: please report it"})
	case errors.Is(err, context.Canceled):
		s.refuse(id, &responseError{codeRequestCancelled, "cancelled"})
	default:
		s.refuse(id, &responseError{codeRequestFailed, err.Error()})
	}
}

// read decodes the parameters of a request.
func (r *request) read(to any) error { return decode(r.params, to) }

func decode(params json.RawMessage, to any) error {
	if len(params) == 0 {
		return &responseError{codeInvalidParams, "request without parameters"}
	}
	if err := json.Unmarshal(params, to); err != nil {
		return &responseError{codeInvalidParams, "malformed parameters: " + err.Error()}
	}
	return nil
}

// cancelParams are those of $/cancelRequest.
type cancelParams struct {
	ID json.RawMessage `json:"id"`
}

// notify handles a notification. One that is not known is passed over, as the protocol asks.
func (s *server) notify(m incoming) error {
	if m.Method == "$/cancelRequest" {
		var p cancelParams
		if err := decode(m.Params, &p); err != nil {
			return err
		}
		s.mu.Lock()
		stop := s.cancel[string(bytes.TrimSpace(p.ID))]
		s.mu.Unlock()
		if stop != nil {
			stop()
		}
		return nil
	}
	s.mu.Lock()
	now := s.phase
	s.mu.Unlock()
	if now != running {
		return nil
	}
	switch m.Method {
	case "initialized":
		s.watchFiles()
	case "textDocument/didOpen":
		return s.didOpen(m.Params)
	case "textDocument/didChange":
		return s.didChange(m.Params)
	case "textDocument/didClose":
		return s.didClose(m.Params)
	case "textDocument/didSave":
		return s.didSave(m.Params)
	case "workspace/didChangeWatchedFiles":
		return s.didChangeFiles(m.Params)
	case "workspace/didChangeWorkspaceFolders":
		return s.didChangeFolders(m.Params)
	}
	return nil
}
