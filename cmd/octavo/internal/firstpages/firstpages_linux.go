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

var (
	place  = new([64]byte) // a variable in the heap, which says where that is
	reason syscall.Errno   // why it is in no large page; 0 if it is
)

func init() {
	at := uintptr(unsafe.Pointer(place))
	reason = advise(at&^(pageSize-1), pageSize, adviseCollapse)
	advise(at&^(chunkSize-1), chunkSize, adviseHuge)
}

// advise changes nothing where the system does not know the advice, has no large pages, or too little memory for one.
func advise(start, size, advice uintptr) syscall.Errno {
	_, _, reason := syscall.Syscall(syscall.SYS_MADVISE, start, size, advice)
	return reason
}
