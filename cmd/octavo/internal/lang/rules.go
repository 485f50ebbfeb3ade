package lang

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Rules are what a language does with words of its own; nothing of them is printed.
type Rules struct {
	Hyphenation   Hyphenation       `lang:"optional"` // none where words are never divided: Hebrew, Arabic
	Clinging      map[string]bool   // words, in small letters, that lean on what follows them: a line of display text should not end after one; see Lead
	Opening       map[string]bool   // … those that open a clause: conjunctions, relative and interrogative words
	StaysWithNext map[string]bool   `lang:"optional"` // words of one letter after which a line should not end where that costs nothing: "I"
	Bound         map[string]bool   `lang:"optional"` // words, in small letters, after which no line ends: Polish "w", Czech "k"
	BeforeNumber  map[string]bool   // abbreviations, in small letters, that a number follows on the same line: "pp."
	BeforeName    map[string]bool   `lang:"optional"` // abbreviations, in small letters, that a name follows on the same line: "dr."
	AfterNumber   map[string]bool   // units and the like that stay with their number
	Abbreviations []string          `lang:"optional"` // of several words, as written without the spaces that belong between them: "z.B."
	NoSentenceEnd map[string]bool   // abbreviations whose full stop ends no sentence
	Matter        map[string]string // by the slug of a chapter's title, or its words where it is of another script than Latin: what the chapter is, in the words of EPUB and ARIA; see MatterOf
	Chapter       []string          `lang:"optional"` // other forms, in small letters, of the word for a chapter, as titles have them behind an ordinal number: Swedish "kapitlet"
	Part          []string          `lang:"optional"` // … of the word for a part
	Articles      []string          `lang:"optional"` // in small letters: in front of a line they do not count in the alphabet
	Letters       string            // the heads of an index, in the order of the alphabet, a space between them, as CLDR has them: "A B C Č D"

	Elided      map[string]bool `lang:"optional"` // words without their beginning, in small letters: 'tis
	MayBeElided map[string]bool `lang:"optional"` // likewise, but each is a word of its own too, which a quotation may begin with: 'cause
	Clipped     map[string]bool `lang:"optional"` // words, in small letters, without their end: ol'
	NotOwned    map[string]bool `lang:"optional"` // words, in small letters, that follow no possessive: after "the dogs' and" the mark closes a quotation
	Possessive  Possessive      `lang:"optional"` // which words an apostrophe alone makes possessive; none: no word
	DropsG      bool            `lang:"optional"` // a word in -in' has lost a g: runnin'
	Repeated    map[string]bool `lang:"optional"` // words, in small letters, that may stand twice in a row
	Joining     map[string]bool // words, in small letters, that only join those of a name: "the state of the art"

	Singular func(word string) string `lang:"optional"` // of a word in small letters that may be a plural; nil: there is no rule
	Stem     func(word string) string // what forms of a word have in common, as far as letters tell
}

// Hyphenation is how words are divided at the ends of lines.
type Hyphenation struct {
	Patterns   string // the file of patterns under the styles folder
	Exceptions string `lang:"optional"` // that of words which the patterns divide wrongly
	Before     int    // the least letters before a division
	After      int    // … and after it
	Capitals   bool   `lang:"optional"` // words with a capital first letter are divided like others: the nouns of German
	Repeats    bool   `lang:"optional"` // a hyphen of the word itself at a line's end stands again at the beginning of the next: Polish, Portuguese
}

// Possessive is the words to which the language adds an apostrophe alone to say whose a thing is.
type Possessive struct {
	After string // the small letters that they end in: "s" in English
	Names bool   `lang:"optional"` // only words with a capital first letter: German "Hans' Hut"
}

// Quotes are the quotation marks of a language. White that belongs inside a mark is part of it.
type Quotes struct {
	Outer Marks // what straight double quotation marks become
	Inner Marks // what straight single ones become, and those of quotations within quotations

	Others []QuoteChoice `lang:"optional"` // other marks that publishers of the language use; a book chooses them by name
}

// Marks are an opening and a closing quotation mark.
type Marks struct{ Open, Close string }

// Choose returns the quotation marks of a name, and whether the language has that.
func (q Quotes) Choose(name string) (Quotes, bool) {
	for _, o := range q.Others {
		if o.Name == name {
			q.Outer, q.Inner = o.Outer, o.Inner
			return q, true
		}
	}
	return q, false
}

// QuoteChoice is quotation marks that a book may choose.
type QuoteChoice struct {
	Name         string // "guillemets"
	Outer, Inner Marks
}

// Spacing is the white that a language has beside signs.
type Spacing struct {
	// White before a sign, with or without a space as the author typed: in French U+202F before ";". It may be empty. Signs other than
	// ; : ! ? have it behind a figure: "50 %".
	Before map[rune]string `lang:"optional"`
	Number string          `lang:"optional"` // white in place of a typed space between a number and a sign ("50 %", "§ 5") and the thousands of a figure
	Dash   string          `lang:"optional"` // what two hyphens become where that is no en dash: in Russian "—"
	Dialog bool            `lang:"optional"` // a dash and a space at the beginning of a paragraph begin speech
	Tight  bool            `lang:"optional"` // dashes of speech and of asides touch the words that they enclose: Spanish
	Spine  Spine           `lang:"optional"` // the direction in which the text of a book's spine runs
}

// Spine is the direction in which the text on a spine is read. Standards ask for down (ISO 6357:1985, ANSI/NISO Z39.41, GOST 7.84-2002), and
// books in English, Dutch and the Scandinavian languages follow them; most of continental Europe and of Latin America has it up by custom,
// Germany, France, Spain and Russia among them. Lines that run from the right to the left begin at the head, too, their letters turned the
// other way, so that they are read when the front lies up.
type Spine uint8

// The directions.
const (
	SpineDown Spine = iota // from the head of the book to its foot: English
	SpineUp                // from the foot to the head: French, Spanish
)

// ordinalDays are the days of a month where a full stop makes an ordinal of a figure: it ends no sentence.
const ordinalDays = "1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13. 14. 15. 16. 17. 18. 19. 20. 21. 22. 23. 24. 25. 26. 27. 28. 29. 30. 31."

// stemBy returns a Stem that takes the longest of some endings, separated by spaces, off a word that keeps at least 3 letters.
func stemBy(endings string) func(string) string {
	list := strings.Fields(endings)
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	return func(word string) string {
		for _, end := range list {
			if s, ok := strings.CutSuffix(word, end); ok && utf8.RuneCountInString(s) >= 3 {
				return s
			}
		}
		return word
	}
}
