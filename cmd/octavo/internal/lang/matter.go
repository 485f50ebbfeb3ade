package lang

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// MatterOf returns what a chapter is by its title, "preface" or the like, or "" for any other chapter. The slug is that of the title;
// it has no letters of other scripts than Latin, and the keys of [Rules.Matter] in these are the title's words in small letters with
// hyphens between them: "від-автора".
func (l *Language) MatterOf(title, slug string) string {
	if matter := l.Rules.Matter[slug]; matter != "" {
		return matter
	}
	if l.Script() == "Latn" {
		return ""
	}
	name := unaccented(strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '\u200C'
	}), "-"))
	for key, matter := range l.Rules.Matter {
		if unaccented(key) == name {
			return matter
		}
	}
	return ""
}

// unaccented returns a word without what titles in capitals leave out, the accents of Greek, and without the joiners of Persian and
// the vowel points of Hebrew and Arabic, which titles may have.
func unaccented(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == 'ς':
			return 'σ'
		case r == '\u200C':
			return -1
		case unicode.Is(unicode.Mn, r) && r != '\u0306' && r != '\u0308' && (r < 0x0653 || r > 0x0655): // й, ї, أ are letters of their own
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}
