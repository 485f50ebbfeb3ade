package config

import (
	"strconv"
	"strings"
)

// ChapterNumber is a chapter's number as the style writes it, "" for none. Words are English: in other languages, and past
// ninety-nine, figures stand in for them. A style that is nil writes figures.
func (s *Style) ChapterNumber(n int, language string) string {
	switch {
	case n <= 0 || s != nil && s.Chapter.Number == None:
		return ""
	case s != nil && s.Chapter.Number == Roman:
		return strings.ToUpper(RomanNumeral(n))
	case s.countsInWords(n, language):
		return inWords(n)
	}
	return strconv.Itoa(n)
}

// PartNumber is how a part is counted: in words where chapters are, in figures where those stand at the left with their
// titles, else in roman numerals.
func (s *Style) PartNumber(n int, language string) string {
	switch {
	case s.countsInWords(n, language):
		return "Part " + inWords(n)
	case s != nil && s.Chapter.Number == Arabic && s.Chapter.Align == Left:
		return "Part " + strconv.Itoa(n)
	}
	return "Part " + strings.ToUpper(RomanNumeral(n))
}

// countsInWords reports whether the style asks for words and English, the only language that octavo counts in, has them.
func (s *Style) countsInWords(n int, language string) bool {
	language = strings.ToLower(language)
	return s != nil && s.Chapter.Number == Words && n < 100 && (language == "en" || strings.HasPrefix(language, "en-"))
}

var ones = []string{"", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
	"Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"}

var tens = []string{"", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"}

// inWords is n, 1 to 99, in English words.
func inWords(n int) string {
	switch {
	case n < 20:
		return ones[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + strings.ToLower(ones[n%10])
}

// RomanNumeral is n in small roman numerals, as the folios of front matter are.
func RomanNumeral(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
		{5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}
