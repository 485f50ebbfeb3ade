package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// textString returns s as a PDF text string: ASCII as it is, anything else as UTF-16 in hexadecimal digits.
func textString(s string) string {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7E {
			var b strings.Builder
			b.WriteString("<FEFF")
			for _, unit := range utf16.Encode([]rune(s)) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteByte('>')
			return b.String()
		}
	}
	return byteString(s)
}

// byteString returns s as a literal string of bytes.
func byteString(s string) string {
	var b []byte
	b = append(b, '(')
	for i := range len(s) {
		b = appendStringByte(b, s[i])
	}
	return string(append(b, ')'))
}

// escapeName escapes characters that a name may not contain as #xx.
func escapeName(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || strings.IndexByte("()<>[]{}/%#", c) >= 0 {
			fmt.Fprintf(&b, "#%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// escapeURI escapes characters that a URI may not contain as %XX, so that an address typed with spaces or non-ASCII
// letters works; existing escapes are kept.
func escapeURI(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
