// Package hugepages asks the operating system for large pages of memory, before much of it is used.
//
// A build writes to some 100 MB of memory and ends. In pages of 4 KB, that is tens of thousands of page faults, which can take as long as
// setting the book. Linux has pages of 2 MB for programs that ask for them; Go's runtime does not ask.
package hugepages

// mostReserved is how much memory is asked for, in bytes: enough for a book of a million words.
const mostReserved = 512 << 20

// Reserve asks for large pages for the next 512 MB by which the heap grows. It does nothing where the system has none, gives them to all,
// or limits the process to little memory. Call it once, before a book is read: memory that is in use already stays as it is. It
// collects the heap, which takes some ten milliseconds, and takes no memory.
func Reserve() { reserve() }
