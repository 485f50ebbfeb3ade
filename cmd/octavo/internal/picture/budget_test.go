package picture

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestBudget has many users of pictures at once, who never hold more than the budget together; all come to their turn.
func TestBudget(t *testing.T) {
	var held, most, done atomic.Int64
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			share := Budget / int64(1+i%4)
			if i%7 == 0 {
				share = 2 * Budget // it gets all there is
			}
			Hold(share, func() error {
				now := held.Add(min(share, Budget))
				for m := most.Load(); now > m && !most.CompareAndSwap(m, now); m = most.Load() {
				}
				time.Sleep(time.Millisecond)
				held.Add(-min(share, Budget))
				done.Add(1)
				return nil
			})
		})
	}
	wg.Wait()
	if most.Load() > Budget || done.Load() != 40 {
		t.Errorf("%d of %d bytes were held at once, %d came to their turn", most.Load(), Budget, done.Load())
	}
	if Budget > 512<<20 {
		t.Errorf("a book beside pictures of %d MB does not stay under a gigabyte", Budget>>20)
	}
}
