//go:build linux && (amd64 || arm64)

package firstpages

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"unsafe"
)

// TestLarge looks for a large page where the heap of the program's start lies.
func TestLarge(t *testing.T) {
	if reason != 0 {
		t.Skip("the system gives no large page:", reason)
	}
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip(err)
	}
	at, within := uint64(uintptr(unsafe.Pointer(place))), false
	for line := range strings.Lines(string(maps)) {
		var from, to, size uint64
		if n, _ := fmt.Sscanf(line, "%x-%x ", &from, &to); n == 2 {
			within = from <= at && at < to
		}
		if n, _ := fmt.Sscanf(line, "AnonHugePages: %d kB", &size); n == 1 && within {
			if size == 0 {
				t.Error("the heap has no large page")
			}
			return
		}
	}
	t.Error("the heap is not found")
}

// TestStack calls growStack in a goroutine of its own, whose stack has room for what comes after.
func TestStack(t *testing.T) {
	inUse := func() uint64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.StackInuse
	}
	grown, end := make(chan bool), make(chan bool)
	before := inUse()
	go func() {
		growStack(1)
		grown <- true
		<-end
	}()
	<-grown
	if after := inUse(); after < before+stackSize {
		t.Errorf("the stacks have %d bytes and had %d", after, before)
	}
	end <- true
}
