package lang

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Numbers are numbers and dates.
type Numbers struct {
	Thousands string               // between the thousands of a figure
	Ungrouped int                  `lang:"optional"` // figures below it keep their thousands together: 10,000 in Polish
	Decimal   string               // before its decimals
	Digits    string               `lang:"optional"` // ten, from nought, in which figures are written; "": 0 to 9
	Word      func(n int) string   // see Language.Word; nil: figures always
	PartWord  func(n int) string   `lang:"optional"` // of a part, where it differs: in Russian the ordinal that agrees with "часть"
	Ordinal   func(n int) string   // as Review.NumberedLines has it: "second"
	Ordinals  func(n int) []string `lang:"optional"` // the forms of an ordinal, in small letters, that the title of a chapter or part has: "erstes"
	BareRoman bool                 `lang:"optional"` // no full stop makes an ordinal of a roman numeral, as it does of a figure: Estonian "II osa"
	Date      Pattern              // of {day}, {month} and {year}
	FirstDay  string               `lang:"optional"` // the {day} of the first of a month, where it is an ordinal: "1er"
	Months    [12]string           // in the form that a date has

	Plural func(noun string) string `lang:"optional"` // nil: a noun is taken as it is
}

// Counted is a number of things, {n}, in the forms that CLDR's plural rules for cardinal numbers tell apart; a form that is empty
// is that of Other.
type Counted struct {
	One            Pattern `lang:"optional"`
	Two, Few, Many Pattern `lang:"optional"`
	Other          Pattern
}

// Count returns a number of things in words.
func (l *Language) Count(n int, what Counted) string {
	p := Pattern("")
	switch plural.Cardinal.MatchPlural(language.Make(l.Words), n, 0, 0, 0, 0) {
	case plural.One:
		p = what.One
	case plural.Two:
		p = what.Two
	case plural.Few:
		p = what.Few
	case plural.Many:
		p = what.Many
	}
	return cmp.Or(p, what.Other).Fill("n", l.Figure(n))
}

// Figure returns a number in the digits of the language.
func (l *Language) Figure(n int) string { return l.InDigits(strconv.Itoa(n)) }

// InDigits returns a text that octavo prints, such as a folio or the mark of a note, with its figures in the digits of the language.
// Figures in the author's own text stay as they are written.
func (l *Language) InDigits(text string) string {
	if l.Numbers.Digits == "" {
		return text
	}
	digits := []rune(l.Numbers.Digits)
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return digits[r-'0']
	}, text)
}

// Plural returns the plural of a noun, as far as the language has a rule for it.
func (l *Language) Plural(noun string) string {
	if l.Numbers.Plural == nil {
		return noun
	}
	return l.Numbers.Plural(noun)
}

// Singular returns the singular of a word in small letters that may be a plural, as far as the language has a rule for it.
func (l *Language) Singular(word string) string {
	if l.Rules.Singular == nil {
		return word
	}
	return l.Rules.Singular(word)
}

// InFigures returns a number that is written with a point before its decimals.
func (l *Language) InFigures(number string) string {
	return l.InDigits(strings.Replace(strings.Replace(number, "-", "−", 1), ".", l.Numbers.Decimal, 1))
}

// TrimSize returns the size of a page, given in inches, as the trade writes it: inches to the hundredth and whole millimetres.
func (l *Language) TrimSize(width, height float64) string {
	inches := func(n float64) string { return l.InFigures(strconv.FormatFloat(math.Round(n*100)/100, 'f', -1, 64)) }
	millimetres := func(n float64) string { return l.InFigures(strconv.FormatFloat(n*25.4, 'f', 0, 64)) }
	return l.Review.TrimSize.Fill("inches", inches(width)+" × "+inches(height), "millimetres", millimetres(width)+" × "+millimetres(height))
}

// Date returns a date as text has it: "2 January 2006".
func (l *Language) Date(t time.Time) string {
	day := l.Figure(t.Day())
	if t.Day() == 1 {
		day = cmp.Or(l.Numbers.FirstDay, day)
	}
	return l.Numbers.Date.Fill("day", day, "month", l.Numbers.Months[t.Month()-1], "year", l.Figure(t.Year()))
}

// Word returns the number of a chapter in words, with a capital, and whether the language has words for it. Where books of the
// language print the word for a chapter with it, that is part of it: "Rozdział pierwszy".
func (l *Language) Word(n int) (word string, ok bool) {
	if l.Numbers.Word == nil {
		return "", false
	}
	word = l.Numbers.Word(n)
	return word, word != ""
}

// PartWord returns the number of a part in words; see Word.
func (l *Language) PartWord(n int) (word string, ok bool) {
	if l.Numbers.PartWord == nil {
		return l.Word(n)
	}
	word = l.Numbers.PartWord(n)
	return word, word != ""
}

// NumberedPart returns what stands over the title of a part: its number, which is in words or a numeral.
func (l *Language) NumberedPart(number string, inWords bool) string {
	if inWords && l.Titles.PartInWords != "" {
		if !strings.HasPrefix(string(l.Titles.PartInWords), "{n}") {
			number = strings.ToLower(number)
		}
		return l.Titles.PartInWords.Fill("n", number)
	}
	pattern := l.Titles.NumberedPart
	if l.Numbers.BareRoman && strings.Trim(number, "IVXLC") == "" {
		pattern = Pattern(strings.Replace(string(pattern), "{n}.", "{n}", 1))
	}
	return pattern.Fill("n", number)
}

// Grouped returns a whole number with its thousands apart: "24,700".
func (l *Language) Grouped(n int) string {
	s := strconv.Itoa(n)
	if n < l.Numbers.Ungrouped {
		return l.InDigits(s)
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + l.Numbers.Thousands + s[i:]
	}
	return l.InDigits(s)
}

// AboutWords returns how many words a manuscript has, as its first page has it, rounded to the nearest hundred: "about
// 24,700 words".
func (l *Language) AboutWords(n int) string {
	if n >= 1000 {
		n = (n + 50) / 100 * 100
	}
	return l.Typescript.Length.Fill("n", l.Grouped(n))
}

// nth returns the nth of some words, "" if there are not so many.
func nth(words []string, n int) string {
	if n < 0 || n >= len(words) {
		return ""
	}
	return words[n]
}

// tensFirst returns a number from 1 to 99 in one word, with a capital, in a language that says its tens before its ones. The words are
// those of the numbers below 20, and of the tens.
func tensFirst(numbers, tens []string, n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return Capital(numbers[n])
	}
	return Capital(tens[n/10] + numbers[n%10])
}

// Lists are things in a row.
type Lists struct {
	Comma    string  // between all but the last two
	And      string  // between the last two
	Names    string  // between the last two of three or more names
	Abridged Pattern // of more than two surnames: {name} is the first
}

// List returns words in a row: "a, b and c".
func (l *Language) List(words []string) string { return l.row(words, l.Lists.And) }

// Names returns names in a row: "A", "A and B", "A, B, and C".
func (l *Language) Names(names []string) string {
	if len(names) < 3 {
		return l.row(names, l.Lists.And)
	}
	return l.row(names, l.Lists.Names)
}

func (l *Language) row(words []string, last string) string {
	n := len(words) - 1
	if n < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n], l.Lists.Comma) + last + words[n]
}
