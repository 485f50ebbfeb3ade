// Package hyphen finds where words may be divided at the ends of lines.
//
// [New] makes a [Hyphenator] for a language out of TeX's patterns and exceptions; its Points are the [Division]s of a word. Most
// divisions only add a hyphen. Some change the spelling, by rules that patterns cannot state: Hungarian asszony becomes asz-szony,
// Dutch zeeën zee-en. Where such a rule is not sure, there is no division.
package hyphen

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/lang"
)

// Division is a place at which a word may be divided: a line ends with its bytes before At, Before and a hyphen, and the next begins
// with After and its bytes from To on. At and To are equal, and Before and After are empty, where the spelling stays.
type Division struct {
	At, To        int
	Before, After string
}

// Plain reports whether the division only adds a hyphen.
func (d *Division) Plain() bool { return d.At == d.To && d.Before == "" && d.After == "" }

// Hyphenator divides the words of a language. It may be used by many goroutines.
type Hyphenator struct {
	patterns   *Patterns
	exceptions map[string][]int // by the word in small letters: the letters before each division
	rules      lang.Hyphenation
	respell    respelling
	fold       unicode.SpecialCase // of capitals; nil: as in most languages
}

// lastAfter is the least that may follow a division where nothing else will do.
const lastAfter = 2

// New makes the hyphenator of a language out of its patterns, see [ReadPatterns], and exceptions: one a line, divided with hyphens.
func New(l *lang.Language, patterns, exceptions []byte) (*Hyphenator, error) {
	p, err := ReadPatterns(patterns)
	if err != nil {
		return nil, err
	}
	h := &Hyphenator{patterns: p, exceptions: map[string][]int{}, rules: l.Rules.Hyphenation}
	h.rules.Before, h.rules.After = max(1, h.rules.Before), max(1, h.rules.After)
	primary, _, _ := strings.Cut(strings.ToLower(l.Tag), "-")
	h.respell = respellings[primary]
	if primary == "tr" || primary == "az" {
		h.fold = unicode.TurkishCase
	}
	sc := bufio.NewScanner(bytes.NewReader(exceptions))
	for sc.Scan() {
		at := []int{}
		var word strings.Builder
		letters := 0
		for _, part := range strings.Split(strings.TrimSpace(sc.Text()), "-") {
			if letters > 0 {
				at = append(at, letters)
			}
			word.WriteString(part)
			letters += utf8.RuneCountInString(part)
		}
		h.exceptions[word.String()] = at
	}
	return h, sc.Err()
}

// Soft returns a hyphenator without patterns for a language: words are divided at their soft hyphens only.
func Soft(l *lang.Language) *Hyphenator {
	h, _ := New(l, nil, nil) // there is nothing to read that could be wrong
	return h
}

// Capitals reports whether words with a capital first letter are divided like others: in German, where nouns have one. In other
// languages such a word is likely a name.
func (h *Hyphenator) Capitals() bool { return h.rules.Capitals }

// Repeats reports whether a hyphen that is in a word stands again at the beginning of a line when the one before ends at it.
func (h *Hyphenator) Repeats() bool { return h.rules.Repeats }

// Joins reports whether a character that is no letter joins the letters beside it to one word: an apostrophe, where the patterns of
// the language know it, and the dot of Catalan l·l.
func (h *Hyphenator) Joins(r rune) bool {
	return (r == apostrophe || r == '\'') && h.patterns.joined || r == middleDot && h.respell.dots
}

// Points returns the places at which a word may be divided, in order. The word must consist of letters, marks and what [Hyphenator.Joins]
// joins.
func (h *Hyphenator) Points(word string) []Division {
	if len(word) < h.rules.Before+h.rules.After {
		return nil
	}
	return h.points(word, h.rules.After)
}

// LastPoints is Points with the places that leave two letters for the next line.
func (h *Hyphenator) LastPoints(word string) []Division {
	if len(word) < h.rules.Before+lastAfter {
		return nil
	}
	return h.points(word, min(h.rules.After, lastAfter))
}

func (h *Hyphenator) points(text string, after int) []Division {
	room := rooms.Get().(*room)
	defer rooms.Put(room)
	w := h.letters(text, room)
	odd := h.levels(w, room)
	found := room.divisions[:0]
	rest := 0 // letters from the place on
	for _, l := range w.letters {
		rest += l.counts()
	}
	before := 0 // letters since the last apostrophe: l'a- would leave a single one of the word
	for i, l := range w.letters {
		if l.r == apostrophe {
			before = 0
		} else if i > 0 && before >= h.rules.Before && rest >= after && w.letters[i-1].at < l.at {
			d := Division{At: l.at, To: l.at}
			if h.respell.apply(w, i, odd, &d) {
				found = append(found, d)
			}
		}
		before += l.counts()
		rest -= l.counts()
	}
	room.divisions = found
	return slices.Clone(found)
}

// room is memory for what is known of one word after the other.
type room struct {
	letters   []letter
	runes     []rune
	odd       []bool
	levels    []byte
	divisions []Division
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// levels reports for each letter of a word whether the patterns or the exceptions divide the word before it.
func (h *Hyphenator) levels(w word, room *room) []bool {
	runes := room.runes[:0]
	for _, l := range w.letters {
		runes = append(runes, l.r)
	}
	odd := slices.Grow(room.odd[:0], len(runes)+1)[:len(runes)+1]
	clear(odd)
	room.runes, room.odd = runes, odd
	if at, ok := h.exceptions[string(runes)]; ok {
		for _, i := range at {
			odd[i] = true
		}
		return odd
	}
	room.levels = h.patterns.match(room.levels, runes)
	for i, level := range room.levels[1 : len(runes)+2] {
		odd[i] = level&1 == 1
	}
	return odd
}

// word is a word as the patterns see it.
type word struct {
	text    string
	letters []letter
}

// letter is a letter of a word, small and with its accents, and where it begins in the word's text.
type letter struct {
	r  rune
	at int
}

// letters returns the letters of a word: in small letters, marks joined to the letters that they belong to, and marks that no
// letter has, such as the stress of Russian, left out.
func (h *Hyphenator) letters(text string, room *room) word {
	w := word{text, room.letters[:0]}
	defer func() { room.letters = w.letters }()
	if !strings.ContainsFunc(text, unicode.IsMark) {
		for at, r := range text {
			w.letters = append(w.letters, letter{h.small(r), at})
		}
		return w
	}
	for at := 0; at < len(text); { // norm.Iter does not end on some bytes that are no UTF-8
		end := at + max(1, norm.NFC.NextBoundaryInString(text[at:], true))
		for _, r := range norm.NFC.String(text[at:end]) {
			if !unicode.IsMark(r) {
				w.letters = append(w.letters, letter{h.small(r), at})
			}
		}
		at = end
	}
	return w
}

// small returns the small letter of a letter. What is but another form of a letter becomes that: long s, the apostrophe of
// typewriters, Greek vowels with the oxia, and the Romanian letters with cedillas that stand for those with commas.
func (h *Hyphenator) small(r rune) rune {
	if r < utf8.RuneSelf && h.fold == nil {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r == '\'':
			return apostrophe
		}
		return r
	}
	if h.fold != nil {
		r = h.fold.ToLower(r)
	} else {
		r = unicode.ToLower(r)
	}
	switch {
	case r == 'ſ':
		return 's'
	case r == '\'':
		return apostrophe
	case r == 'ş' && h.respell.commas:
		return 'ș'
	case r == 'ţ' && h.respell.commas:
		return 'ț'
	case r >= 0x1F00 && r < 0x2000:
		if composed := norm.NFC.String(string(r)); composed != "" {
			r, _ = utf8.DecodeRuneInString(composed)
		}
	}
	return r
}

// counts returns 1, or 0 for a sign that is no letter.
func (l letter) counts() int {
	if l.r == apostrophe || l.r == middleDot {
		return 0
	}
	return 1
}
