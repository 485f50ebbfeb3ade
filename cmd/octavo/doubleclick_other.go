//go:build !windows

package main

// openedByMouse reports whether the program was opened with the mouse: elsewhere than on Windows that is a terminal like any other, which
// stays open.
func openedByMouse() bool { return false }
