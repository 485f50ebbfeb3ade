package tomltext

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Characters returns what a string of TOML says, given as it is written with its quotation marks, and for each byte of that where in raw
// the character stands that it is of. At has one more item, the end. Line ends are \n. A string that [Decode] would not accept may give
// anything.
func Characters(raw string) (text string, at []int) {
	mark, long := "", false
	for _, m := range []string{`"""`, `'''`, `"`, `'`} {
		if len(raw) >= 2*len(m) && strings.HasPrefix(raw, m) {
			mark, long = m, len(m) == 3
			break
		}
	}
	i, end := len(mark), len(raw)-len(mark)
	if long {
		i += lineEnd(raw[i:end])
	}
	var b strings.Builder
	put := func(s string, from int) {
		b.WriteString(s)
		for range len(s) {
			at = append(at, from)
		}
	}
	for i < end {
		switch n := lineEnd(raw[i:end]); {
		case n > 0:
			put("\n", i)
			i += n
		case raw[i] == '\\' && strings.HasPrefix(mark, `"`):
			said, n := escaped(raw[i:end])
			put(said, i)
			i += n
		default:
			_, n := utf8.DecodeRuneInString(raw[i:end])
			for k := range n {
				put(raw[i+k:i+k+1], i+k)
			}
			i += n
		}
	}
	return b.String(), append(at, end)
}

// lineEnd returns the length of the line end that s begins with, or 0.
func lineEnd(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case strings.HasPrefix(s, "\n"):
		return 1
	}
	return 0
}

// escaped returns what the escape says that s begins with, and its length. A backslash at the end of a line says nothing, and takes the
// white behind it with it.
func escaped(s string) (said string, n int) {
	if rest := strings.TrimLeft(s[1:], " \t\r"); strings.HasPrefix(rest, "\n") {
		return "", len(s) - len(strings.TrimLeft(rest, " \t\r\n"))
	}
	if len(s) == 1 {
		return s, 1
	}
	n = 2 + map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	if n = min(n, len(s)); n > 2 {
		if _, err := strconv.ParseUint(s[2:n], 16, 32); err != nil {
			n = 2
		}
	}
	return unescape(s[:n]), n
}
