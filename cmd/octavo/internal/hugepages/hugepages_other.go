//go:build !linux || !(amd64 || arm64)

package hugepages

// reserve does nothing: the system has no large pages for who asks, or they are of another size.
func reserve() {}
