package lang

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Reader is the words by which readers of a book say what they remark on, in small letters. octavo prints none of them: it
// looks for them in remarks, those of all languages at once, as a reader need not write the language of the book.
type Reader struct {
	Page, Line []string // before a number; a full stop may follow
	On         []string // what may stand before a page: "on page 12"
	Days       []string // of the week
	HalfDays   []string `lang:"optional"` // what may follow a time: "pm"
	Columns    Columns
	Labels     Labels
	Kindle     Kindle
	Excerpts   []string `lang:"optional"` // what begins the last line of notes out of Apple Books, as it is written there
	Anybody    []string // signatures that name nobody
}

// Columns are the names of the columns of a table of remarks.
type Columns struct {
	Page, Line, Comment, Reader, Words, New, File, Row, Date, Heading, Book []string
}

// Labels are the words that stand before a colon in notes out of an e-reader.
type Labels struct {
	Passage, Heading, Comment []string
}

// Kindle is the words that a Kindle writes into its notes, in the language that it is set to.
type Kindle struct {
	Page     []string // before the number of a page
	Location []string // before the number of a location
	Added    []string // before a date
	Note     []string
}

// fragment is what the table has of a language whose words it does not have.
type fragment struct {
	words    string // BCP 47
	articles []string
	kindle   Kindle
	elided   string // words that have lost their beginning, with an apostrophe in front: 's, 't
}

var others = []fragment{
	{words: "af", elided: "n t k m s tis"},
}

// Union returns words of all languages of the table.
func Union(of func(*Language) []string) (words []string) {
	for _, l := range Languages() {
		words = append(words, of(l)...)
	}
	return words
}

// Places returns the words before a number by which remarks on a book name its places: all of the book's language and of English, in
// which programs write, and those of other languages that have two letters or more.
func Places(language string, of func(*Reader) []string) (words []string) {
	own, _ := Find(language)
	words = slices.Concat(of(&own.Reader), of(&English().Reader))
	for _, w := range Union(func(l *Language) []string { return of(&l.Reader) }) {
		if utf8.RuneCountInString(w) > 1 {
			words = append(words, w)
		}
	}
	return words
}

// KindleUnion returns words of all languages that notes out of a Kindle are read in.
func KindleUnion(of func(*Kindle) []string) (words []string) {
	words = Union(func(l *Language) []string { return of(&l.Reader.Kindle) })
	for i := range others {
		words = append(words, of(&others[i].kindle)...)
	}
	return words
}

// Any returns a regular expression of any of some words, the longest of those that fit.
func Any(words []string) string {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	return "(?:" + strings.Join(slices.Compact(words), "|") + ")"
}
