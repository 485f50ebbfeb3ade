package amend

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Break parts the paragraphs of a reader's words: U+2029, which no author types. A line end within a paragraph is "\n".
const Break = '\u2029'

// Readers' programs write the same characters in several ways, and the setting adds white and soft hyphens that nobody has typed.
// Texts are compared by what is left when that is taken away: folded characters.

// isUnseen reports whether a character has no form of its own: a soft hyphen, a joiner, the mark of a copy.
func isUnseen(r rune) bool {
	return r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF' || r == object || unicode.Is(unicode.Co, r)
}

// isWhite reports whether a character is white, a line end or the end of a paragraph among them.
func isWhite(r rune) bool { return unicode.IsSpace(r) || r == Break || r == '\u202F' || r == '\u2009' }

// quoteClass returns the straight mark that stands for a quotation mark or an apostrophe, 0 for any other character.
func quoteClass(r rune) rune {
	switch {
	case strings.ContainsRune("'‘’‚‛‹›′ʼ׳", r):
		return '\''
	case strings.ContainsRune("\"“”„‟«»″״「」『』", r):
		return '"'
	}
	return 0
}

// isDash reports whether a character is a hyphen or a dash.
func isDash(r rune) bool { return r == '-' || r >= '\u2010' && r <= '\u2015' || r == '−' }

// fold calls put for every folded character that a character stands for.
func fold(r rune, put func(rune)) {
	switch {
	case isUnseen(r):
	case isWhite(r):
		put(' ')
	case r < 0x80:
		put(r)
	case isDash(r):
		put('-')
	default:
		if q := quoteClass(r); q != 0 {
			put(q)
			return
		}
		if unicode.IsLetter(r) && norm.NFKC.QuickSpanString(string(r)) == len(string(r)) {
			put(r)
			return
		}
		for _, f := range norm.NFKC.String(string(r)) {
			put(f)
		}
	}
}

// folded is a text as it is compared: single spaces, none at the ends.
type folded struct {
	runes []rune
	where []int // which character of the text each stands for
}

// foldAll folds a row of characters; at returns the ith of n.
func foldAll(n int, at func(int) rune) folded {
	f := folded{make([]rune, 0, n), make([]int, 0, n)}
	for i := range n {
		fold(at(i), func(r rune) {
			if r == ' ' && (len(f.runes) == 0 || f.runes[len(f.runes)-1] == ' ') {
				return
			}
			f.runes, f.where = append(f.runes, r), append(f.where, i)
		})
	}
	return f
}

// foldString folds a text as it was seen. Spaces at its ends are kept.
func foldString(s string) []rune {
	var out []rune
	for _, r := range norm.NFC.String(s) {
		fold(r, func(r rune) {
			if r != ' ' || len(out) == 0 || out[len(out)-1] != ' ' {
				out = append(out, r)
			}
		})
	}
	return out
}
