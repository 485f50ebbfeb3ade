//go:build !linux || !(amd64 || arm64)

package hugepages

// reserve does nothing: these systems have no large pages to ask for, or pages of another size.
func reserve() {}
