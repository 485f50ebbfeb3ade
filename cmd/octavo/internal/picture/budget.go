package picture

import "sync"

// Budget is the memory in bytes that all pictures in use may take together; a book and its pictures then fit into a
// gigabyte.
const Budget int64 = 512 << 20

// budget is the semaphore of Budget.
var budget = newSemaphore(Budget)

// semaphore is a weighted semaphore. Requests are served in order, so that a large one does not starve.
type semaphore struct {
	mu      sync.Mutex
	free    int64
	waiting []*claim
}

type claim struct {
	units int64
	ready chan struct{}
}

func newSemaphore(units int64) *semaphore { return &semaphore{free: units} }

// take waits for units, at most as many as the semaphore has.
func (s *semaphore) take(units int64) {
	s.mu.Lock()
	if len(s.waiting) == 0 && units <= s.free {
		s.free -= units
		s.mu.Unlock()
		return
	}
	c := &claim{units, make(chan struct{})}
	s.waiting = append(s.waiting, c)
	s.mu.Unlock()
	<-c.ready
}

// give returns units and wakes the requests that can be served.
func (s *semaphore) give(units int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.free += units
	for len(s.waiting) > 0 && s.waiting[0].units <= s.free {
		s.free -= s.waiting[0].units
		close(s.waiting[0].ready)
		s.waiting = s.waiting[1:]
	}
}

// Hold calls f while bytes of the budget are held, at most all of them. f must not call Hold or Use: two holders that
// wait for each other would deadlock.
func Hold(bytes int64, f func() error) error {
	bytes = min(max(bytes, 0), Budget)
	budget.take(bytes)
	defer budget.give(bytes)
	return f()
}
