package config

import (
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// ChapterNumber returns a chapter's number in the style's form, or "" for none. If the language has no word for the number, it
// is in figures. A nil style uses figures.
func (s *Style) ChapterNumber(n int, l *lang.Language) string {
	word, counts := s.inWords(n, l.Word)
	switch {
	case n <= 0 || s != nil && s.Chapter.Number == None:
		return ""
	case s != nil && s.Chapter.Number == Roman:
		return strings.ToUpper(RomanNumeral(n))
	case counts:
		return word
	}
	return l.Figure(n)
}

// PartNumber returns a part's number: in words if chapters are numbered in words, in figures if these have figures and titles
// at the left, and otherwise in roman numerals. It returns "" for 0.
func (s *Style) PartNumber(n int, l *lang.Language) string {
	if n <= 0 {
		return ""
	}
	number, counts := s.inWords(n, l.PartWord)
	switch {
	case counts:
	case s != nil && s.Chapter.Number == Arabic && s.Chapter.Align == Left:
		number = l.Figure(n)
	default:
		number = strings.ToUpper(RomanNumeral(n))
	}
	return l.NumberedPart(number, counts)
}

// inWords returns a number in the words of a language and reports whether the style asks for words and the language has them.
func (s *Style) inWords(n int, words func(n int) (string, bool)) (word string, ok bool) {
	if s == nil || s.Chapter.Number != Words {
		return "", false
	}
	return words(n)
}

// RomanNumeral returns n in lower-case roman numerals, as used for the folios of front matter.
func RomanNumeral(n int) string { return lang.Roman(n) }
