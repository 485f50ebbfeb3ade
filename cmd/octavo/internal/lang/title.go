package lang

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// CountsChapter reports whether the title of the nth chapter says its number: "Chapter One", "Chapter 7: Home", "One" of the
// first.
func (l *Language) CountsChapter(title string, n int) bool {
	return l.counts(title, n, l.Typescript.Chapter, l.Rules.Chapter)
}

// CountsPart reports whether the title of the nth part says its number.
func (l *Language) CountsPart(title string, n int) bool {
	return l.counts(title, n, l.Titles.NumberedPart, l.Rules.Part)
}

// counts reports whether a title is a number with the words of a pattern around it, whichever it is, or an ordinal number before
// these words or one of their other forms, or just the number n; either may have a title after it.
func (l *Language) counts(title string, n int, pattern Pattern, forms []string) bool {
	before, after, _ := strings.Cut(string(pattern), "{n}")
	before, after = strings.ToLower(before), strings.ToLower(after)
	title = strings.ToLower(strings.TrimSpace(title))
	if rest, ok := strings.CutPrefix(title, before); ok && before != "" {
		rest, ok = l.afterNumber(rest)
		return ok && strings.HasPrefix(rest, after)
	}
	if rest, ok := l.afterNumber(l.withoutArticle(title)); ok { // Erstes Kapitel
		rest = strings.TrimPrefix(rest, ".")
		for _, form := range append([]string{strings.Trim(before+after, ". ")}, forms...) {
			if rest, ok := strings.CutPrefix(rest, " "+form); ok && !beginsWithLetter(rest) {
				return true
			}
		}
	}
	number, rest := firstWord(title)
	if l.is(number, n) && closes(rest) {
		return true
	}
	rest, ok := l.afterWords(title, n)
	return ok && closes(rest)
}

func beginsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// withoutArticle returns a title in small letters without an article that it begins with.
func (l *Language) withoutArticle(title string) string {
	if first, rest, ok := strings.Cut(title, " "); ok && slices.Contains(l.Rules.Articles, first) {
		return rest
	}
	return title
}

// afterNumber returns what follows the number that a text in small letters begins with: an ordinal of several words, or a word.
func (l *Language) afterNumber(text string) (rest string, ok bool) {
	for _, o := range l.numberIndex().ordinals {
		if rest, ok := strings.CutPrefix(text, o); ok && !beginsWithLetter(rest) {
			return rest, true
		}
	}
	number, rest := firstWord(text)
	return rest, l.isNumber(number)
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
	return l.numberIndex().words[word]
}

// numberIndex is the numbers of a language up to mostCounted, as titles may have them, in small letters. It is made when a title is
// first looked at: a book has hundreds of them.
type numberIndex struct {
	once     sync.Once
	words    map[string]int
	ordinals []string // those of several words
}

func (l *Language) numberIndex() *numberIndex {
	x := l.index
	if x == nil { // Find has not made this Language
		x = &numberIndex{}
	}
	x.once.Do(func() {
		x.words = map[string]int{}
		for n := 1; n <= mostCounted; n++ {
			word, _ := l.Word(n)
			ordinal, _ := l.PartWord(n)
			all := []string{strings.ToLower(ordinal)}
			if l.Numbers.Ordinals != nil {
				all = append(all, l.Numbers.Ordinals(n)...)
			}
			for _, o := range all {
				if strings.Contains(o, " ") {
					x.ordinals = append(x.ordinals, o)
				}
			}
			for _, w := range append(all, strings.ToLower(word), Roman(n)) {
				if _, known := x.words[w]; !known && w != "" {
					x.words[w] = n
				}
			}
		}
	})
	return x
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
