//go:build linux && (amd64 || arm64)

package firstpages

import (
	"syscall"
	"unsafe"
)

const (
	pageSize  = 2 << 20 // bytes of a large page
	chunkSize = 4 << 20 // by multiples of which Go's heap grows (runtime.pallocChunkBytes)

	adviseHuge     = 14 // MADV_HUGEPAGE, from Linux 2.6.38
	adviseCollapse = 25 // MADV_COLLAPSE, from Linux 6.1
)

// place is a variable in the heap that says where that is.
var place = new([64]byte)

func init() {
	at := uintptr(unsafe.Pointer(place))
	advise(at&^(pageSize-1), pageSize, adviseCollapse)
	advise(at&^(chunkSize-1), chunkSize, adviseHuge)
}

// advise does nothing where the system does not know the advice, or has no large pages, or too little memory for one.
func advise(start, size, advice uintptr) { syscall.Syscall(syscall.SYS_MADVISE, start, size, advice) }
