package studio

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// hub sends events to all pages that listen.
type hub struct {
	mu      sync.Mutex
	next    int
	pages   map[int]chan event
	pending *event // a place to show that no page has heard of
}

// event is something that a page in the browser is told.
type event struct {
	Kind string // "book": a state of the book; "show": a place to scroll to
	Data any    // as JSON
}

const (
	waiting       = 64 // how many events a page may be behind; one that is further behind connects again, and asks for everything
	mostListeners = 64 // how many pages may listen at once
)

// listen returns the events from now on; leave ends them. It reports false when too many pages listen.
func (h *hub) listen() (events <-chan event, leave func(), ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.pages) >= mostListeners {
		return nil, nil, false
	}
	if h.pages == nil {
		h.pages = map[int]chan event{}
	}
	id, c := h.next, make(chan event, waiting)
	h.next++
	h.pages[id] = c
	if h.pending != nil {
		c <- *h.pending
		h.pending = nil
	}
	return c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.pages, id)
	}, true
}

// listening reports whether any page listens.
func (h *hub) listening() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.pages) > 0
}

// send sends an event to all pages. A place to show waits for the next page where there is none: a page that is hidden does
// not listen, and does when the author turns to it.
func (h *hub) send(e event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if e.Kind == "show" && len(h.pages) == 0 {
		h.pending = &e
	}
	for id, c := range h.pages {
		select {
		case c <- e:
		default:
			close(c)
			delete(h.pages, id)
		}
	}
}

const (
	alive = 15 * time.Second // how often a silent connection says that it lives
	stuck = 20 * time.Second // how long a browser may take to take an event
)

// serveEvents sends events as they come (Server-Sent Events), the state of the book first.
func (s *Studio) serveEvents(w http.ResponseWriter, r *http.Request) {
	events, leave, ok := s.events.listen()
	if !ok {
		refuse(w, http.StatusServiceUnavailable, problem{Message: "The studio is open in too many windows", Help: "Close some of them, and load this page again."})
		return
	}
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{}) // the request has been read, and its connection stays
	write := func(text string) bool {
		_ = control.SetWriteDeadline(time.Now().Add(stuck))
		_, err := io.WriteString(w, text)
		return err == nil && control.Flush() == nil
	}
	send := func(e event) bool {
		data, err := json.Marshal(e.Data)
		return err == nil && write(fmt.Sprintf("event: %s\ndata: %s\n\n", e.Kind, data))
	}
	if !send(s.now(r.Context())) {
		return
	}
	tick := time.NewTicker(alive)
	defer tick.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case e, ok := <-events:
			if !ok || !send(e) {
				return
			}
		case <-tick.C:
			if !write(": \n\n") {
				return
			}
		}
	}
}
