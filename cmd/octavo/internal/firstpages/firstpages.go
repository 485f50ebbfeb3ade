// Package firstpages prepares memory for what packages do when the program starts: a large page for the heap, where the system has some, and
// a stack that is large enough. Import it for that effect.
//
// Before main is called, the packages of octavo have written to some 2 MB of the heap. In pages of 4 KB that is 500 page faults, which are
// a tenth of a short command on a virtual machine that emulates page tables. In one of 2 MB it is one.
//
// Packages are initialised in the order of their import paths, those before others that these import. This one imports only syscall, and
// so is initialised before os, strings and all that import them. TestStartup holds that order.
package firstpages
