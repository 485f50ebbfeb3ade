// Package timing holds how long work takes against how much of it there is. It is for tests.
package timing

import (
	"math"
	"testing"
	"time"
)

// Unraced skips a test that measures time where the race detector runs, which makes all ten times slower.
func Unraced(t testing.TB) {
	t.Helper()
	if raced {
		t.Skip("it measures time, and the race detector takes more than what is measured")
	}
}

// Linear holds what a piece of work takes at one size against what it takes at eight times that: 64 times as long would
// be quadratic. It is tried until it is seen to be fast enough, for others may use the machine. With -short it is not tried.
func Linear(t *testing.T, size int, work func(n int)) {
	t.Helper()
	Unraced(t)
	if testing.Short() {
		t.Skip("it measures time")
	}
	small, large := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	took := func(n int) time.Duration {
		start := time.Now()
		work(n)
		return time.Since(start)
	}
	for range 20 {
		small, large = min(small, took(size)), min(large, took(8*size))
		if large < 25*small+50*time.Millisecond {
			return
		}
	}
	t.Errorf("%d take %v, %d take %v", size, small, 8*size, large)
}
