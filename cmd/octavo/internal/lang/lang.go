// Package lang holds what a language prints and how: every word that a book prints and its author did not write, dates
// and numbers in words, and the rules by which a language breaks and abbreviates.
//
// [Find] returns the [Language] of a book. A language is one value in a file of its own, such as [English] in en.go; to
// change a printed word, change it there. A field whose tag is lang:"optional" may be empty, every other is filled in every
// language.
package lang

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/bidi"
)

// Language is the words and rules of a language. The structs in it are grouped by where their words are printed.
type Language struct {
	Tag   string // BCP 47, of the book
	Words string // BCP 47, of the words below: another language than Tag's where the table does not have that

	Quotes     Quotes
	Spacing    Spacing
	Numbers    Numbers
	Lists      Lists
	Titles     Titles
	References References
	Notes      Notes
	Asides     Asides
	Tables     Tables
	Figures    Figures
	Entry      Entry
	Makers     Makers
	Imprint    Imprint
	Typescript Typescript
	Review     Review
	Changes    Changes
	Deck       Deck
	Sheets     Sheets
	Laminating Laminating
	Calibrate  Calibration
	Ebook      Ebook
	Access     Accessibility

	Rules  Rules
	Reader Reader
}

// IsPageWord reports whether a word, in small letters and without signs, is the one that a language prints with the number of a
// page, before it or after it: "page", "oldal".
func IsPageWord(word string) bool { return pageWords()[word] }

var pageWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, l := range Languages() {
		words[strings.ToLower(strings.TrimFunc(l.References.Page.Fill(), func(r rune) bool { return !unicode.IsLetter(r) }))] = true
	}
	return words
})

// Script returns the ISO 15924 code of the script that the language is most likely written in, "Latn" where that is unknown.
func (l *Language) Script() string {
	tag, err := language.Parse(l.Tag)
	if err != nil {
		return "Latn"
	}
	script, confidence := tag.Script()
	if confidence == language.No {
		return "Latn"
	}
	return script.String()
}

// RightToLeft reports whether the language is written from the right to the left.
func (l *Language) RightToLeft() bool { return bidi.IsRightScript(l.Script()) }

// Clings reports whether a line of display text should not end after a word: an article, a preposition, a conjunction, a
// possessive, the English pronoun I. A word with a sign after it clings to nothing.
func (l *Language) Clings(word string) bool {
	lower := strings.ToLower(word)
	return l.Rules.Clinging[word] || l.Rules.Clinging[lower] || l.Rules.Bound[lower]
}
