// Package lang holds what a language prints and how: every word that a book prints and its author did not write, dates
// and numbers in words, and the rules by which a language breaks and abbreviates.
//
// [Find] returns the [Language] of a book. A language is one value in a file of its own, such as [English] in en.go; to
// change a printed word, change it there.
package lang

import (
	"strings"

	"golang.org/x/text/language"
)

// Language is the words and rules of a language. The structs in it are grouped by where their words are printed.
type Language struct {
	Tag   string // BCP 47, of the book
	Words string // BCP 47, of the words below: another language than Tag's where the table does not have that

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

// Rules are what a language does with words of its own; nothing of them is printed.
type Rules struct {
	Patterns, Exceptions string            // files of hyphenation under the styles folder, "" for none
	Clinging             map[string]bool   // short words, in small letters, after which a line of display text should not end
	StaysWithNext        map[string]bool   // words of one letter after which a line should not end where that costs nothing: "I"
	BeforeNumber         map[string]bool   // abbreviations, in small letters, that a number follows on the same line: "pp."
	BeforeName           map[string]bool   // abbreviations, in small letters, that a name follows on the same line: "dr."
	AfterNumber          map[string]bool   // units and the like that stay with their number
	NoSentenceEnd        map[string]bool   // abbreviations whose full stop ends no sentence
	Matter               map[string]string // by the slug of a chapter's title: what the chapter is, in the words of EPUB and ARIA
	Articles             []string          // in small letters: in front of a line they do not count in the alphabet
	Elided               map[string]bool   // words without their beginning, in small letters: 'tis
	MayBeElided          map[string]bool   // likewise, but each is a word of its own too, which a quotation may begin with: 'cause
	Clipped              map[string]bool   // words, in small letters, without their end: ol'
	NotOwned             map[string]bool   // words, in small letters, that follow no possessive: after "the dogs' and" the mark closes a quotation
	Repeated             map[string]bool   // words, in small letters, that may stand twice in a row
	Joining              map[string]bool   // words, in small letters, that only join those of a name: "the state of the art"

	Singular func(word string) string // of a word in small letters that may be a plural
	Stem     func(word string) string // what forms of a word have in common, as far as letters tell
}

// Find returns the language of a BCP 47 tag and whether the table has its words. The words of a language that it does
// not have are English; its numbers are figures, and it has no rules but those of abbreviations and those
// that tell mistakes in a manuscript.
func Find(tag string) (l *Language, known bool) {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	for _, l := range Languages() {
		if primary == l.Words {
			own := *l
			own.Tag = tag
			return &own, true
		}
	}
	own := English
	own.Tag = tag
	own.Numbers.Word, own.Numbers.Plural = nil, nil
	own.Rules.Patterns, own.Rules.Exceptions = "", ""
	own.Rules.Clinging, own.Rules.StaysWithNext, own.Rules.Articles = nil, nil, nil
	own.Rules.Elided, own.Rules.MayBeElided, own.Rules.Clipped, own.Rules.NotOwned = nil, nil, nil, nil
	for _, o := range others {
		if primary == o.words {
			own.Rules.Articles, own.Rules.Elided = o.articles, set(o.elided)
		}
	}
	return &own, false
}

// Languages returns those whose words the table has.
func Languages() []*Language { return []*Language{&English} }

// IsPageWord reports whether a word, in small letters, is the one that a language prints with the number of a page.
func IsPageWord(word string) bool {
	for _, l := range Languages() {
		if word == strings.ToLower(strings.TrimSpace(l.References.Page.Fill())) {
			return true
		}
	}
	return false
}

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

// Clings reports whether a line of display text should not end after a word: an article, a preposition, a conjunction, a
// possessive, the English pronoun I. A word with a sign after it clings to nothing.
func (l *Language) Clings(word string) bool {
	return l.Rules.Clinging[word] || l.Rules.Clinging[strings.ToLower(word)]
}
