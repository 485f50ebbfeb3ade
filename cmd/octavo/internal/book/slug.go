package book

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug makes an id of any text: [a-z][a-z0-9-]*, diacritics folded, apostrophes dropped, everything else a hyphen. It
// is never empty; text without a letter before its first digit gets an "x" in front.
func Slug(s string) string {
	out := make([]byte, 0, len(s)+2)
	hyphen := false
	put := func(c byte) {
		if hyphen && len(out) > 0 {
			out = append(out, '-')
		}
		hyphen = false
		if len(out) == 0 && c >= '0' && c <= '9' {
			out = append(out, 'x', '-')
		}
		out = append(out, c)
	}
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			put(byte(r))
		case r >= 'A' && r <= 'Z':
			put(byte(r) + 'a' - 'A')
		case r == '\'' || r == '’' || r == '\u00AD' || unicode.Is(unicode.Mn, r):
		default:
			if folded, ok := letters[r]; ok {
				for i := range len(folded) {
					put(folded[i])
				}
				continue
			}
			hyphen = true
		}
	}
	if len(out) == 0 {
		return "x"
	}
	return string(out)
}

// Unslugged returns the letters, marks and digits of a text that [Slug] leaves out because they are of another script than Latin, in
// small letters. Texts that differ in these may have the same slug.
func Unslugged(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= unicode.MaxASCII || !unicode.In(r, unicode.L, unicode.M, unicode.N) || unicode.In(r, unicode.Latin, unicode.Inherited) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

// letters are the Latin letters that Unicode does not decompose into a base letter and a mark.
var letters = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d", 'ð': "d",
	'Ð': "d", 'þ': "th", 'Þ': "th", 'ł': "l", 'Ł': "l", 'ħ': "h", 'Ħ': "h", 'ı': "i", 'ĸ': "k", 'ŋ': "n", 'Ŋ': "n",
	'ŧ': "t", 'Ŧ': "t",
}
