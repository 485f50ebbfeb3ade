package manuscript

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// entity decodes the character reference at the start of b, which begins with '&'. It returns its characters and its length,
// or 0 if there is none. A number that is not a character decodes to U+FFFD.
func entity(b []byte) (value []byte, n int) {
	end := bytes.IndexByte(b[:min(len(b), 34)], ';')
	if end < 2 {
		return nil, 0
	}
	name := b[1:end]
	if name[0] != '#' {
		for _, c := range name {
			if !util.IsAlphaNumeric(c) {
				return nil, 0
			}
		}
		e, ok := util.LookUpHTML5EntityByName(string(name))
		if !ok {
			return nil, 0
		}
		return e.Characters, end + 1
	}
	digits, base := name[1:], rune(10)
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	if len(digits) == 0 || base == 10 && len(digits) > 7 || base == 16 && len(digits) > 6 {
		return nil, 0
	}
	var r rune
	for _, c := range digits {
		var d rune
		switch {
		case c >= '0' && c <= '9':
			d = rune(c - '0')
		case base == 16 && c|0x20 >= 'a' && c|0x20 <= 'f':
			d = rune(c|0x20-'a') + 10
		default:
			return nil, 0
		}
		r = r*base + d
	}
	if r == 0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return utf8.AppendRune(nil, r), end + 1
}

// unescape resolves backslash escapes and character references in a link's address or title, or a code block's
// language. Control characters become U+FFFD.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			out = append(out, b[i+1])
			i += 2
			continue
		case b[i] == '&':
			if value, n := entity(b[i:]); n > 0 {
				if r, _ := utf8.DecodeRune(value); isControl(r) {
					value = []byte("\uFFFD")
				}
				out = append(out, value...)
				i += n
				continue
			}
		}
		out = append(out, b[i])
		i++
	}
	return string(out)
}
