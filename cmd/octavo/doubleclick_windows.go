package main

import "github.com/inconshreveable/mousetrap"

// openedByMouse reports whether the program was opened in the Explorer, and has a window of its own that closes with it.
func openedByMouse() bool { return mousetrap.StartedByExplorer() }
