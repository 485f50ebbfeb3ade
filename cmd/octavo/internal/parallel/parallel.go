// Package parallel shares work between goroutines without letting a panic in one of them end the process: it comes out in
// the goroutine that waits. Call Each for many jobs of a kind, Catch inside a goroutine of one's own.
package parallel

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Panic is a panic that a worker ended with.
type Panic struct {
	Value any
	Stack []byte // of the worker
}

func (p *Panic) Error() string { return fmt.Sprint(p.Value) }

// Each calls job with 0 to n-1, handed out in this order, from as many goroutines as there are processors, and returns
// when all are done. If jobs panic, Each panics with the *Panic of the lowest number, so that the same trouble always
// reads the same.
func Each(n int, job func(i int)) {
	panics := make([]*Panic, n)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				panics[i] = Catch(func() { job(i) })
			}
		})
	}
	workers.Wait()
	for _, p := range panics {
		if p != nil {
			panic(p)
		}
	}
}

// Guard calls f and returns its error, or a *Panic where it ended with one.
func Guard(f func() error) (err error) {
	if p := Catch(func() { err = f() }); p != nil {
		return p
	}
	return err
}

// Catch calls f and returns the panic that it ended with, nil when it ended well. A Panic that comes from another worker
// is returned as it is.
func Catch(f func()) (p *Panic) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Panic:
			p = r
		default:
			p = &Panic{r, debug.Stack()}
		}
	}()
	f()
	return nil
}

// Interruptible does a piece of work in a goroutine of its own, so that a signal need not wait for it. What the work still
// does after that ends with the process.
func Interruptible(ctx context.Context, work func() error) error {
	finished := make(chan error, 1)
	go func() { finished <- Guard(work) }()
	select {
	case err := <-finished:
		return err
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
