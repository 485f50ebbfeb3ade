package picture

import "sync"

// Budget is how many bytes the pictures that are being worked on may take together, whatever makes use of them: it
// leaves room for a book beside them in a gigabyte.
const Budget int64 = 512 << 20

// budget is what is left of Budget.
var budget = newSemaphore(Budget)

// semaphore lets its holders have so many units together. Whoever comes first is served first, so that a holder of many
// units does not wait for ever behind those of few.
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

// take waits for units, which are no more than the semaphore has.
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

// give returns units and lets those go on that wait for them.
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

// Hold calls f while bytes of the budget are held for it, at most all of them. f must not call Hold or Use: two that wait
// for each other's share would wait for ever.
func Hold(bytes int64, f func() error) error {
	bytes = min(max(bytes, 0), Budget)
	budget.take(bytes)
	defer budget.give(bytes)
	return f()
}
