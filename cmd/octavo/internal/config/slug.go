package config

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// undecomposed maps Latin letters that Unicode does not decompose into a base letter and a mark.
var undecomposed = strings.NewReplacer("ß", "ss", "ẞ", "ss", "æ", "ae", "Æ", "ae", "œ", "oe", "Œ", "oe", "ø", "o", "Ø", "o",
	"đ", "d", "Đ", "d", "ð", "d", "Ð", "d", "þ", "th", "Þ", "th", "ł", "l", "Ł", "l", "ħ", "h", "Ħ", "h", "ı", "i",
	"ĸ", "k", "ŋ", "n", "Ŋ", "n", "ŧ", "t", "Ŧ", "t")

// slug makes an id, [a-z][a-z0-9-]*, from any text. It returns the same as book.Slug, which this package may not import; a
// test in package check compares the two.
func slug(s string) string {
	var words []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	for _, r := range undecomposed.Replace(norm.NFKD.String(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			word.WriteRune(r)
		case r >= 'A' && r <= 'Z':
			word.WriteRune(r + 'a' - 'A')
		case r == '\'' || r == '’' || r == '\u00AD' || unicode.Is(unicode.Mn, r):
		default:
			end()
		}
	}
	end()
	out := strings.Join(words, "-")
	switch {
	case out == "":
		return "x"
	case out[0] <= '9':
		return "x-" + out
	}
	return out
}
