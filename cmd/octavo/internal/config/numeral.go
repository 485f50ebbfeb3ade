package config

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// ChapterNumber returns a chapter's number as the style writes it, "" for none. Where the language has no words for it, figures
// stand in for them. A style that is nil writes figures.
func (s *Style) ChapterNumber(n int, l *lang.Language) string {
	word, counts := s.inWords(n, l)
	switch {
	case n <= 0 || s != nil && s.Chapter.Number == None:
		return ""
	case s != nil && s.Chapter.Number == Roman:
		return strings.ToUpper(RomanNumeral(n))
	case counts:
		return word
	}
	return strconv.Itoa(n)
}

// PartNumber returns how a part is counted: in words where chapters are, in figures where those stand at the left with their
// titles, else in roman numerals; "" for 0.
func (s *Style) PartNumber(n int, l *lang.Language) string {
	if n <= 0 {
		return ""
	}
	number, counts := s.inWords(n, l)
	switch {
	case counts:
	case s != nil && s.Chapter.Number == Arabic && s.Chapter.Align == Left:
		number = strconv.Itoa(n)
	default:
		number = strings.ToUpper(RomanNumeral(n))
	}
	return l.Titles.NumberedPart.Fill("n", number)
}

// inWords returns a number in words and reports whether the style asks for words and the language has them.
func (s *Style) inWords(n int, l *lang.Language) (word string, ok bool) {
	if s == nil || s.Chapter.Number != Words {
		return "", false
	}
	return l.Word(n)
}

// RomanNumeral returns n in small roman numerals, as the folios of front matter are.
func RomanNumeral(n int) string { return lang.Roman(n) }
