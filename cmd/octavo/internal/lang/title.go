package lang

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CountsChapter reports whether the title of the nth chapter says its number: "Chapter One", "Chapter 7: Home", "One" of the
// first.
func (l *Language) CountsChapter(title string, n int) bool {
	return l.counts(title, n, l.Typescript.Chapter)
}

// CountsPart reports whether the title of the nth part says its number.
func (l *Language) CountsPart(title string, n int) bool {
	return l.counts(title, n, l.Titles.NumberedPart)
}

// counts reports whether a title is a number with the words of a pattern around it, whichever it is, or just the number n;
// either may have a title after it.
func (l *Language) counts(title string, n int, pattern Pattern) bool {
	before, after, _ := strings.Cut(string(pattern), "{n}")
	title = strings.ToLower(strings.TrimSpace(title))
	if rest, ok := strings.CutPrefix(title, strings.ToLower(before)); ok && before != "" {
		number, rest := firstWord(rest)
		return l.isNumber(number) && strings.HasPrefix(rest, strings.ToLower(after))
	}
	number, rest := firstWord(title)
	if l.isNumberOf(number, rest, strings.ToLower(strings.Trim(before+after, ". "))) { // Erstes Kapitel
		return true
	}
	if second, rest := firstWord(strings.TrimSpace(rest)); l.isNumberOf(number+" "+second, rest, strings.ToLower(strings.Trim(before+after, ". "))) {
		return true // dvadsiata prvá kapitola
	}
	if l.is(number, n) && closes(rest) {
		return true
	}
	rest, ok := l.afterWords(title, n)
	return ok && closes(rest)
}

// closes reports whether a number is all of a title, or what follows it sets it off. In French a colon has white before it.
func closes(rest string) bool {
	return rest == "" || strings.ContainsRune(".:)", rune(rest[0])) || strings.HasPrefix(strings.TrimLeft(rest, " \u00A0\u202F"), ":")
}

// afterWords returns what follows the number n in a title in small letters that begins with it in several words: "vingt et un".
func (l *Language) afterWords(title string, n int) (rest string, ok bool) {
	for _, words := range []func(int) (string, bool){l.Word, l.PartWord} {
		if name, counts := words(n); counts && strings.Contains(name, " ") {
			if rest, ok = strings.CutPrefix(title, strings.ToLower(name)); ok {
				return rest, true
			}
		}
	}
	return "", false
}

// isNumberOf reports whether a number stands before what is numbered: "erstes", " kapitel: die glocke".
func (l *Language) isNumberOf(number, rest, what string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(rest, ". "), what)
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && !unicode.IsLetter(r) && l.isNumber(number)
}

// firstWord divides a text after its first word; a hyphen is part of it.
func firstWord(s string) (word, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// mostCounted is the largest number that a title is searched for.
const mostCounted = 400

// isNumber reports whether a word in small letters is a number from 1 on, in figures, roman numerals or words.
func (l *Language) isNumber(word string) bool { return l.NumberOf(word) > 0 }

// NumberOf returns the number that a word in small letters is, in figures, roman numerals or words, or 0 if it is none.
func (l *Language) NumberOf(word string) int {
	if n, err := strconv.Atoi(word); err == nil {
		return max(n, 0)
	}
	for n := 1; word != "" && n <= mostCounted; n++ {
		if l.is(word, n) {
			return n
		}
	}
	return 0
}

// is reports whether a word in small letters is the number n.
func (l *Language) is(word string, n int) bool {
	if word == strconv.Itoa(n) || word == Roman(n) {
		return true
	}
	if name, ok := l.Word(n); ok && word == strings.ToLower(name) {
		return true
	}
	if name, ok := l.PartWord(n); ok && word == strings.ToLower(name) {
		return true
	}
	return l.Numbers.Ordinals != nil && slices.Contains(l.Numbers.Ordinals(n), word)
}

// Roman returns n in small roman numerals.
func Roman(n int) string {
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
