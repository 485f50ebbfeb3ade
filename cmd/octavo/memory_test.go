package main

import (
	"runtime"
	"testing"
	"time"
)

// TestGrowth has the heap of a command grow by leastGrowth before it is collected, and by as much as is in use where that is more.
func TestGrowth(t *testing.T) {
	makeRoom()
	used := make([]byte, 3*leastGrowth)
	percent := func() uint64 { return metric("/gc/gogc:percent") }
	for until := time.Now().Add(20 * time.Second); percent() > 105; time.Sleep(time.Millisecond) {
		if runtime.GC(); time.Now().After(until) {
			t.Fatalf("with more than %d bytes in use the heap grows by %d %%", len(used), percent())
		}
	}
	runtime.KeepAlive(used)
	for used, want := range map[uint64]int{0: 800, 4 << 20: 800, leastGrowth / 2: 200, leastGrowth: 100, 8 * leastGrowth: 100} {
		if got := growth(used); got != want {
			t.Errorf("with %d bytes in use the heap grows by %d %%, want %d", used, got, want)
		}
	}
}

// TestLimit leaves room for what is not needed any more, however much is.
func TestLimit(t *testing.T) {
	for _, used := range []uint64{0, uint64(enoughMemory / 2), uint64(enoughMemory), uint64(2 * enoughMemory)} {
		if got := limit(used); got < enoughMemory || got < int64(used+used/8) {
			t.Errorf("with %d bytes in use the limit is %d", used, got)
		}
	}
}
