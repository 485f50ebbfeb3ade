//go:build unix

package readfile

import "syscall"

// nonblock keeps the opening of a pipe that took a file's place a moment ago from waiting for a writer.
const nonblock = syscall.O_NONBLOCK
