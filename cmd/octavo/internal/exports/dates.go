package exports

import (
	"strings"
	"sync"
	"unicode"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/lazyregexp"
)

var (
	figuresDate = lazyregexp.New(`(?:^|[^0-9])(?:(?:19|20)\d\d ?[-./年년] ?\d{1,2} ?[-./月월] ?\d{1,2} ?[日일.]?|\d{1,2}[-./] ?\d{1,2}[-./] ?(?:\d\d|(?:19|20)\d\d))(?:$|[^0-9])`)
	clock       = lazyregexp.New(`\d{1,2}[:.]\d\d(?:[:.]\d\d)?`)
)

// isDate reports whether a line is a date, maybe with a time of day, in any language: by its figures, or by a year, a day and a
// month or at most two words that could be one.
func isDate(line string) bool {
	line = plainDigits(strings.Trim(line, "[]() \u3000\t"))
	if len(line) > 100 || !strings.ContainsAny(line, "0123456789") {
		return false
	}
	if at := figuresDate().FindStringIndex(line); at != nil {
		return countWords(clock().ReplaceAllString(line[:at[0]]+" "+line[at[1]:], " ")) <= 3
	}
	line = clock().ReplaceAllString(line, " ")
	list := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",.|;·", r) })
	year, day, month, others := -1, false, false, 0
	for i, w := range list {
		switch n := number(w); {
		case strings.Trim(w, "0123456789") == "" && n >= 1900 && n < 2100:
			year = i
		case n >= 1 && n <= 31 && len(strings.TrimLeft(w, "0123456789")) <= 3: // "3rd", "1er"
			day = true
		case months()[strings.ToLower(w)]:
			month = true
		default:
			others++
		}
	}
	switch {
	case year < 0 || !day:
		return false
	case month:
		return others <= 5 // a day of the week, "de", "at", "PM"
	}
	return others >= 1 && others <= 2 && (year == 0 || year == len(list)-1)
}

// months holds the names of months in all languages, in small letters.
var months = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, m := range lang.Union(func(l *lang.Language) []string { return l.Numbers.Months[:] }) {
		names[strings.ToLower(m)] = true
		if r := []rune(strings.ToLower(m)); len(r) > 3 { // "Nov"
			names[string(r[:3])] = true
		}
	}
	return names
})

// countWords returns the number of words of a text that have a letter.
func countWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsFunc(w, unicode.IsLetter) {
			n++
		}
	}
	return n
}

// plainDigits writes the digits of all scripts as those of ASCII.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0x7F && unicode.Is(unicode.Nd, r) {
			return '0' + (r-zeroOf(r))%10
		}
		return r
	}, s)
}

// zeroOf returns the zero of a digit's script: in Unicode decimal digits stand in rows of ten.
func zeroOf(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return rune(t.Lo)
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return rune(t.Lo)
		}
	}
	return r
}
