// Package xmltext writes text into XML and HTML that is made for others to read, so that nothing in it can break the markup.
package xmltext

import (
	"strings"
	"unicode/utf8"
)

// What a byte of text needs before it may stand in XML.
const (
	plain   = iota
	markup  // & < > " have names
	control // no place in XML, or none in HTML
	wide    // first or later byte of a longer character: it is decoded to see
)

var byteClass = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c == '\t' || c == '\n':
			t[c] = plain
		case c < 0x20 || c == 0x7F:
			t[c] = control
		case c >= utf8.RuneSelf:
			t[c] = wide
		}
	}
	for _, c := range `&<>"` {
		t[c] = markup
	}
	return t
}()

// Append appends s as XML text that may also stand in a double-quoted attribute. Characters that XML or HTML does
// not allow are dropped; bytes that are no UTF-8 become U+FFFD.
func Append(dst []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		class := byteClass[c]
		if class == plain {
			i++
			continue
		}
		if class == wide {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				dst = append(append(dst, s[start:i]...), "\uFFFD"...)
			} else if !allowed(r) {
				dst = append(dst, s[start:i]...)
			} else {
				i += size
				continue
			}
			i += size
			start = i
			continue
		}
		dst = append(dst, s[start:i]...)
		switch c {
		case '&':
			dst = append(dst, "&amp;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '"':
			dst = append(dst, "&quot;"...)
		}
		i++
		start = i
	}
	return append(dst, s[start:]...)
}

// allowed reports whether a character above ASCII may stand in an XHTML document: no C1 control, no noncharacter.
func allowed(r rune) bool {
	return r >= 0xA0 && (r < 0xFDD0 || r > 0xFDEF) && r&0xFFFE != 0xFFFE
}

// Clean returns s as one line of plain text: control characters dropped, white space runs turned into single spaces.
func Clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < 0x20 || r == 0x7F || r > 0x7F && !allowed(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isPlain reports whether Clean would return s unchanged. It may report false for some texts that need no change.
func isPlain(s string) bool {
	space := true // before the first character
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && space, c < ' ', c >= 0x7F:
			return false
		default:
			space = c == ' '
		}
	}
	return !space || s == ""
}
