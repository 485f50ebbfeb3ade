//go:build linux && (amd64 || arm64)

package hugepages

import (
	"runtime"
	"syscall"
	"testing"
)

// TestReserve counts the page faults of 64 MB that are written to, which are a tenth of those of small pages at most.
func TestReserve(t *testing.T) {
	if !onRequest() || !enough() {
		t.Skip("the system gives no large pages on request, or not that much memory")
	}
	Reserve()
	before := faults(t)
	room := make([]byte, 64<<20)
	for i := 0; i < len(room); i += 4 << 10 {
		room[i] = 1
	}
	runtime.KeepAlive(room)
	if n, small := faults(t)-before, int64(len(room)/(4<<10)); n > small/10 {
		t.Errorf("%d page faults, and pages of 4 KB would have %d", n, small)
	}
}

// faults returns how many page faults the process had that read nothing from a disk.
func faults(t *testing.T) int64 {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return usage.Minflt
}
