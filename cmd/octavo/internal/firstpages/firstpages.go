// Package firstpages has the memory that packages allocate when the program starts lie in large pages, where the system has some. Import
// it for that effect.
//
// Before main is called, the packages of octavo have written to some 2 MB of the heap. In pages of 4 KB that is 500 page faults, which are
// a tenth of a short command on a virtual machine that emulates page tables. In one of 2 MB it is one.
//
// Packages are initialised in the order of their import paths, those before others that these import. This one imports only syscall, and
// so is initialised before os, strings and all that import them. TestStartup holds that order.
package firstpages
