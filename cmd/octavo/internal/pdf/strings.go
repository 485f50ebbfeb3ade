package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// textString is s as a PDF text string: ASCII as it is, anything else as UTF-16 in hexadecimal digits.
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

// byteString is s as a literal string of bytes.
func byteString(s string) string {
	var b []byte
	b = append(b, '(')
	for i := range len(s) {
		b = appendStringByte(b, s[i])
	}
	return string(append(b, ')'))
}

// escapeName writes what a name may not hold as #xx.
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

// escapeURI writes what a URI may not hold as %XX, so that an address an author typed with spaces or letters beyond
// ASCII works; what is escaped already stays.
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
