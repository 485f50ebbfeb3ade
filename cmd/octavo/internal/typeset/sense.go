package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

// displayWord is what stands between two places at which a line of display text may end, as far as the sense of breaks asks.
type displayWord struct {
	text string // without opening signs
	lang *lang.Language
}

// sense finds how well a line ends at each of the places of a paragraph that is display text.
func sense(p *Paragraph, places []LineEnd) {
	var words []displayWord
	var at []int
	from := breakPos{}
	for i := range places {
		if places[i].Kind == Inside || places[i].Kind == Never {
			continue
		}
		text := strings.TrimLeft(p.between(from, p.positions[i]), "“‘„‚«‹»›(¿¡—–\"'")
		words = append(words, displayWord{text, p.langAt(from)})
		at = append(at, i)
		from = breakPos{startAtom: p.positions[i].startAtom, startAt: p.positions[i].startAt}
	}
	names := false // capitals tell names: it is not a title in which all words have them, nor German
	for i := range words[:max(len(words)-1, 0)] {
		w := &words[i]
		names = names || w.lang.Lead(w.text) == lang.NoLead && startsSmall(w.text) && !w.lang.Rules.Hyphenation.Capitals
	}
	begins := true // a sentence
	for k := range words[:max(len(words)-1, 0)] {
		s := senseBetween(&words[k], &words[k+1])
		if s == AtWord && names && !begins && startsCapital(words[k].text) && startsCapital(words[k+1].text) {
			s = InName
		}
		places[at[k]].Sense = s
		begins = s == AtStop
	}
}

// langAt returns the language of what stands behind a place.
func (p *Paragraph) langAt(at breakPos) *lang.Language {
	for i := int(at.startAtom); i < len(p.atoms); i++ {
		if s, ok := p.inlines[p.atoms[i].inline].(*Span); ok && s.Font.Lang != nil {
			return s.Font.Lang
		}
	}
	return lang.English()
}

// Signs behind which a speaker pauses: long, or short; between them and the white, others may close a quotation.
const (
	stopSigns  = ".:;!?…—–؛؟"
	commaSigns = ",،"
	closeSigns = "”’»«“›‹)]\"'"
)

// senseBetween returns how well a line ends between two words.
func senseBetween(before, after *displayWord) Sense {
	bare := strings.TrimRight(before.text, closeSigns)
	last, _ := utf8.DecodeLastRuneInString(bare)
	switch {
	case bare == "":
		return AtWord
	case strings.ContainsRune(stopSigns, last):
		return AtStop
	case strings.ContainsRune(commaSigns, last), bare != before.text && !strings.HasSuffix(before.text, "’"):
		return AtComma
	}
	if before.lang.Clings(before.text) || isCount(before.text) {
		return Leaning
	}
	switch after.lang.Lead(strings.TrimRight(after.text, stopSigns+commaSigns+closeSigns)) {
	case lang.Clause:
		return AtClause
	case lang.Phrase:
		return AtPhrase
	}
	return AtWord
}

// isCount reports whether a word is a number of up to three digits, which counts what follows: a longer one may be a year.
func isCount(word string) bool {
	n := utf8.RuneCountInString(word)
	return n > 0 && n <= 3 && strings.TrimFunc(word, unicode.IsDigit) == ""
}

func startsCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func startsSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}
