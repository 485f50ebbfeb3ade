package book

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/lang"
)

// Slug makes an id of any text; see [lang.Slug].
func Slug(s string) string { return lang.Slug(s) }

// Unslugged returns the letters, marks and digits of a text that [Slug] leaves out, or spells otherwise because they are of another
// script than Latin, in small letters. Texts that differ in these may have the same slug.
func Unslugged(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= unicode.MaxASCII || !unicode.In(r, unicode.L, unicode.M, unicode.N) || unicode.In(r, unicode.Latin, unicode.Inherited) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}
