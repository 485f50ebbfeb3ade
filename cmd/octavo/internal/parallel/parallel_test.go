package parallel

import (
	"strings"
	"sync/atomic"
	"testing"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 100} {
		done := make([]atomic.Int32, n)
		Each(n, func(i int) { done[i].Add(1) })
		for i := range done {
			if got := done[i].Load(); got != 1 {
				t.Errorf("job %d of %d was done %d times", i, n, got)
			}
		}
	}
}

// TestPanicReachesTheCaller also sees that the other jobs are done, and that a crew within a crew keeps the first stack.
func TestPanicReachesTheCaller(t *testing.T) {
	var done atomic.Int32
	p := Catch(func() {
		Each(3, func(outer int) {
			Each(20, func(i int) {
				done.Add(1)
				if outer > 0 && i > 10 {
					fallIll(10*outer + i)
				}
			})
		})
	})
	if p == nil {
		t.Fatal("no panic came out")
	}
	if p.Value != 21 || p.Error() != "21" {
		t.Errorf("the panic of job %v came out, want that of 21", p.Value)
	}
	if !strings.Contains(string(p.Stack), "fallIll") {
		t.Errorf("the stack is not the worker's:\n%s", p.Stack)
	}
	if done.Load() != 60 {
		t.Errorf("%d of 60 jobs were begun", done.Load())
	}
	if p := Catch(func() {}); p != nil {
		t.Errorf("a panic out of nothing: %v", p)
	}
}

//go:noinline
func fallIll(n int) { panic(n) }
