package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// Upper returns a text in capitals as the language has them: Turkish İ for i, Greek without accents, German SS for ß.
func (l *Language) Upper(s string) string {
	if isASCII(s) && !l.dotsCapitals() {
		return strings.ToUpper(s)
	}
	return cases.Upper(language.Make(l.Tag)).String(s)
}

// Lower returns a text in small letters as the language has them: Turkish ı for I.
func (l *Language) Lower(s string) string {
	if isASCII(s) && !l.dotsCapitals() {
		return strings.ToLower(s)
	}
	return cases.Lower(language.Make(l.Tag)).String(s)
}

// Within returns words that began a line as they are within a sentence: in small letters, but in German, whose nouns have capitals.
func (l *Language) Within(words string) string {
	if l.has("de") {
		return words
	}
	return l.Lower(words)
}

// Capital returns a word with a capital first letter, which in Dutch may be IJ.
func (l *Language) Capital(word string) string {
	letter, rest := l.Initial(word)
	if letter == "" {
		return word
	}
	return letter + rest
}

// Initial divides a text into its first letter as a capital, which in Dutch may be IJ and has the marks that stand over it, and what
// follows. The letter is empty where the text does not begin with one.
func (l *Language) Initial(text string) (letter, rest string) {
	r, n := utf8.DecodeRuneInString(text)
	if !unicode.IsLetter(r) {
		return "", text
	}
	end := n // of the letter and its marks
	for next, m := utf8.DecodeRuneInString(text[end:]); unicode.IsMark(next); next, m = utf8.DecodeRuneInString(text[end:]) {
		end += m
	}
	marks := text[n:end]
	switch {
	case l.dotsCapitals() && r == 'i':
		letter = "İ"
	case l.has("nl") && (r == 'i' || r == 'I') && n == end && (strings.HasPrefix(text[n:], "j") || r == 'I' && strings.HasPrefix(text[n:], "J")):
		letter, end = "IJ", n+1
	case r == 'ß':
		letter = "ẞ"
	default:
		letter = string(unicode.ToTitle(r))
	}
	return letter + marks, text[end:]
}

// dotsCapitals reports whether the language tells I and İ apart.
func (l *Language) dotsCapitals() bool { return l.has("tr") || l.has("az") }

// has reports whether the language is that of a tag, in whatever region.
func (l *Language) has(primary string) bool {
	own, _, _ := strings.Cut(l.Tag, "-")
	return strings.EqualFold(own, primary)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Capital returns a word with a capital first letter, in languages that have no rule of their own for that; see [Language.Capital].
func Capital(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + word[n:]
}
