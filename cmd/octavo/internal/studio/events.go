package studio

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// hub sends events to all pages that listen.
type hub struct {
	mu    sync.Mutex
	next  int
	pages map[int]chan event
}

// event is something that a page in the browser is told.
type event struct {
	Kind string // "book": a state of the book; "show": a place to scroll to
	Data any    // as JSON
}

// waiting is how many events a page may be behind. One that is further behind asks for everything again when it reconnects.
const waiting = 64

// listen returns the events from now on; leave ends them.
func (h *hub) listen() (events <-chan event, leave func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.pages == nil {
		h.pages = map[int]chan event{}
	}
	id, c := h.next, make(chan event, waiting)
	h.next++
	h.pages[id] = c
	return c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.pages, id)
	}
}

// send sends an event to all pages.
func (h *hub) send(e event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for id, c := range h.pages {
		select {
		case c <- e:
		default:
			close(c)
			delete(h.pages, id)
		}
	}
}

// alive is how often a silent connection says that it lives.
const alive = 15 * time.Second

// serveEvents sends events as they come (Server-Sent Events), the state of the book first.
func (s *Studio) serveEvents(w http.ResponseWriter, r *http.Request) {
	events, leave := s.events.listen()
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w)
	send := func(e event) bool {
		data, err := json.Marshal(e.Data)
		if err != nil {
			return false
		}
		_, err = fmt.Fprintf(w, "event: %s\ndata: %s\n\n", e.Kind, data)
		return err == nil && flush.Flush() == nil
	}
	if !send(event{"book", s.book.summary()}) {
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
			if _, err := fmt.Fprint(w, ": \n\n"); err != nil || flush.Flush() != nil {
				return
			}
		}
	}
}
