package locate

import "unicode/utf8"

// LastBytes returns the end of s, n bytes of it or a few less, so that no character is divided.
func LastBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	at := len(s) - n
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
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
