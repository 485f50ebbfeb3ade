package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"

	"octavo/cmd/octavo/internal/hugepages"
	"octavo/cmd/octavo/internal/picture"
)

// enoughMemory is up to where what is not needed any more may stay in memory: the budget for pictures, and a book.
const enoughMemory = picture.Budget + 160<<20

// tuneMemory trades memory for time: a command is short, so most of what it makes dies with the process. GOGC and
// GOMEMLIMIT win.
func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(enoughMemory)
	}
}

// makeRoom prepares for a book that is read once and set, before memory is used for it. Calls after the first do nothing.
var makeRoom = sync.OnceFunc(func() {
	hugepages.Reserve()
	if os.Getenv("GOGC") == "" {
		setGrowth(0)
	}
})

// leastGrowth is how many bytes are allocated, at least, between two collections of the heap: each stops all work for a moment.
const leastGrowth = 32 << 20

// setGrowth lets the heap grow by as many bytes as are in use, and by leastGrowth at least, before it is collected, and sets that anew
// after each collection.
func setGrowth(used uint64) {
	debug.SetGCPercent(growth(used))
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(limit(used))
	}
	runtime.AddCleanup(&struct{ left *byte }{}, func(struct{}) { setGrowth(metric("/gc/heap/live:bytes")) }, struct{}{})
}

// growth returns by how many percent of the bytes in use the heap grows.
func growth(used uint64) int {
	const smallest = 4 << 20 // the heap that the runtime does not collect, where it is told 100 percent
	used = max(used, smallest)
	return int(100 * max(used, leastGrowth) / used)
}

// plentyMemory is that limit for a very large book, which takes a gigabyte at most.
const plentyMemory = 880 << 20

// limit returns up to how many bytes what is not needed any more may stay in memory, where so many are in use. If a book needs about as
// much as the limit, the heap is collected all the time.
func limit(used uint64) int64 {
	n := int64(used)
	if n < enoughMemory/3 {
		return enoughMemory
	}
	return max(plentyMemory, n+n/4+64<<20)
}

// metric returns what the runtime measures under a name.
func metric(name string) uint64 {
	found := []metrics.Sample{{Name: name}}
	metrics.Read(found)
	return found[0].Value.Uint64()
}
