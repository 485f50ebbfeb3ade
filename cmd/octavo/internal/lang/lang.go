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
	Errata     Errata
	Trade      Trade
	Answers    Answers
	Deck       Deck
	Sheets     Sheets
	Laminating Laminating
	Ordering   Ordering
	Calibrate  Calibration
	Ebook      Ebook
	Access     Accessibility

	Rules  Rules
	Reader Reader

	index *numberIndex `lang:"optional"`
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
	if script, ok := scripts.Load(l.Tag); ok {
		return script.(string)
	}
	script := scriptOf(l.Tag)
	scripts.Store(l.Tag, script)
	return script
}

// scripts holds what scriptOf has returned, by tag. It is asked for every paragraph.
var scripts sync.Map

func scriptOf(name string) string {
	tag, err := language.Parse(name)
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

// Lead is how a word leans on the words that follow it.
type Lead uint8

// The kinds of words.
const (
	NoLead Lead = iota // it leans on nothing: a noun, most verbs, any word with a sign after it
	Phrase             // it leads a phrase: an article, a preposition, a possessive, a number, an auxiliary verb, the English pronoun I
	Clause             // it opens a clause: a conjunction, a relative or interrogative word
)

// Lead returns how a word leans on what follows it. A line of display text should not end after a word that leads, and ends well
// before one: "phrases begin with function words" (M. Y. Liberman, K. W. Church, Text analysis and word pronunciation in
// text-to-speech synthesis, 1992, who call these words chinks and the others chunks). Of a word with an apostrophe, either part may
// lead: French "qu’elle", English "someone’s".
func (l *Language) Lead(word string) Lead {
	if lead := l.lead(word); lead != NoLead {
		return lead
	}
	if i := strings.Index(word, "’"); i > 0 && i+len("’") < len(word) {
		return max(l.lead(word[:i+len("’")]), l.lead(word[i:]))
	}
	return NoLead
}

func (l *Language) lead(word string) Lead {
	lower := strings.ToLower(word)
	switch r := &l.Rules; {
	case r.Opening[lower]:
		return Clause
	case r.Clinging[word], r.Clinging[lower], r.Bound[lower]:
		return Phrase
	}
	return NoLead
}

// Clings reports whether a line of display text should not end after a word.
func (l *Language) Clings(word string) bool { return l.Lead(word) != NoLead }
