package typeset

import (
	"unicode"
	"unicode/utf8"
)

// clusterLen is the length of the first cluster of text: what a reader takes for one character and one font has to set whole. It is
// an extended grapheme cluster of Unicode Standard Annex #29, as far as fonts differ in it: a letter with its marks, a sequence of
// emoji, a flag, a key.
func clusterLen(text string) int {
	before, n := utf8.DecodeRuneInString(text)
	flag := isRegional(before)
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		switch {
		case extends(r):
		case flag && isRegional(r):
			flag = false
		case before == '\u200D' && isPicture(r):
		default:
			return n
		}
		before = r
		n += size
	}
	return n
}

// extends reports whether a character belongs to the cluster of the one before it: marks, selectors of variants, the zero-width
// joiner, tones of skin, and the tags of flags.
func extends(r rune) bool {
	if r < 0x300 {
		return false
	}
	return r == '\u200D' || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F || unicode.Is(unicode.M, r)
}

// isRegional reports whether two of a character make a flag.
func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// isPicture reports whether a character after a zero-width joiner goes on with a sequence of emoji.
func isPicture(r rune) bool { return r >= 0x2190 && r < 0x2E80 || r >= 0x1F000 && r < 0x20000 }
