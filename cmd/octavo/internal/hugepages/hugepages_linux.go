//go:build linux && (amd64 || arm64)

package hugepages

import (
	"bytes"
	"os"
	"runtime/debug"
	"syscall"
	"unsafe"
)

// pageSize is the size of a large page, in bytes.
const pageSize = 2 << 20

// reserve allocates a slice, has the system give large pages where it lies, and frees it: the heap grows into that room first. Nothing
// is written to it, so that it takes no memory.
func reserve() {
	if !onRequest() || !enough() {
		return
	}
	percent := debug.SetGCPercent(-1) // one collection is enough, at the end
	defer debug.SetGCPercent(percent)
	room := make([]byte, mostReserved)
	first := int(-uintptr(unsafe.Pointer(unsafe.SliceData(room))) & (pageSize - 1))
	err := syscall.Madvise(room[first:first+(len(room)-first)&^(pageSize-1)], syscall.MADV_HUGEPAGE)
	if err != nil {
		return // the pages stay small; the slice is freed in due course
	}
	debug.FreeOSMemory()
}

// onRequest reports whether the system gives large pages to programs that ask for them, rather than to all or to none.
func onRequest() bool {
	modes, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled")
	return err == nil && bytes.Contains(modes, []byte("[madvise]"))
}

// enough reports whether the process may have twice the memory that is asked for. Go ends a program whose heap cannot grow.
func enough() bool {
	trial, err := syscall.Mmap(-1, 0, 2*mostReserved, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return false
	}
	return syscall.Munmap(trial) == nil
}
