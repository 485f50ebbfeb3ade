package locate

// LastBytes returns the end of s, n bytes of it or a few less, so that no character is divided.
func LastBytes(s string, n int) string {
	for i := range s {
		if len(s)-i <= n {
			return s[i:]
		}
	}
	return s
}

// FirstBytes returns the beginning of s, n bytes of it or a few more, so that no character is divided.
func FirstBytes(s string, n int) string {
	for i := range s {
		if i >= n {
			return s[:i]
		}
	}
	return s
}
