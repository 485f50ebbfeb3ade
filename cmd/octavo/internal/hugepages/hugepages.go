// Package hugepages asks the operating system for large pages of memory, before much of it is used.
//
// A build writes to some 100 MB of memory and ends. Where that comes in pages of 4 KB, tens of thousands of page faults take as long as
// the setting of the book. Linux gives pages of 2 MB, where it is asked; Go's runtime does not ask.
package hugepages

import "sync"

var once sync.Once

// Reserve has the first mostReserved bytes that the heap grows by come in large pages, where the system has them. Calls after the first
// do nothing. It takes about a millisecond and no memory, and belongs before a book is read: what has been allocated stays where it is.
func Reserve() { once.Do(reserve) }

// mostReserved is the memory that is asked for, in bytes: that of a book of a million words.
const mostReserved = 512 << 20
