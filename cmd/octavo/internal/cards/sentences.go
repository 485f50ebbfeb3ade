package cards

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

// sentenceEnds returns the places in prose, in bytes, at which sentences end: after stops that a space and a capital, a figure or
// a quotation follow; not after an initial or an abbreviation that ends no sentence in the text's language.
func sentenceEnds(text string, l *lang.Language) []int {
	var out []int
	for at := 0; at < len(text); {
		space := strings.IndexByte(text[at:], ' ')
		if space < 0 {
			break
		}
		from, to := at, at+space
		next := to
		for next < len(text) && text[next] == ' ' {
			next++
		}
		at = next
		if w := strings.TrimLeft(text[from:to], openers); endsSentence(w, l) && next < len(text) {
			r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[next:], openers))
			if !unicode.IsLower(r) && r != '—' && r != '–' {
				out = append(out, to)
			}
		}
	}
	if end := len(strings.TrimRight(text, " ")); end > 0 {
		out = append(out, end)
	}
	return out
}

// clauseEnds returns the places in prose, in bytes, at which clauses end: before commas and their like that a space follows.
func clauseEnds(text string) (out []int) {
	for at, r := range text {
		if next := text[at+utf8.RuneLen(r):]; strings.ContainsRune(",;:—–،؛", r) && (next == "" || next[0] == ' ') {
			if end := len(strings.TrimRight(text[:at], " \u00A0\u202F")); end > 0 {
				out = append(out, end)
			}
		}
	}
	return out
}

// longestWord is how long a word may be, in bytes, that is not cut off within.
const longestWord = 80

// wordEnds returns the places in prose, in bytes, at which it can be cut off after a word: not after one that belongs to the next.
func wordEnds(text string, l *lang.Language) (out []int) {
	start := 0
	for at := 0; at <= len(text); at++ {
		if at < len(text) && text[at] != ' ' {
			continue
		}
		word := strings.TrimRight(text[start:at], ",;:—–،؛")
		for i := range word { // no word is so long but addresses and mistakes
			if i > 0 && len(word) > longestWord && i%10 == 0 {
				out = append(out, start+i)
			}
		}
		if word != "" && !l.Clings(word) {
			out = append(out, start+len(word))
		}
		start = at + 1
	}
	return out
}

// What may stand before the first word of a sentence, and after the stop of its last, in any language: marks that open quotations in
// one close them in another. No-break spaces stand within French ones.
const (
	openers = "“‘(„‚«»‹›¿¡[\u00A0\u202F"
	closers = "”’)“‘«»‹›]\u00A0\u202F"
)

// endsSentence reports whether a word that a space and a capital follow ends its sentence.
func endsSentence(word string, l *lang.Language) bool {
	bare := strings.TrimRight(word, closers)
	last, _ := utf8.DecodeLastRuneInString(bare)
	switch {
	case strings.ContainsRune("?!…؟۔。！？\u037E", last), last == ';' && l.Script() == "Grek": // the question mark of Greek
		return true
	case last != '.':
		return false
	}
	if l.Rules.NoSentenceEnd[bare] || slices.Contains(l.Rules.Abbreviations, strings.ReplaceAll(bare, "\u202F", "")) {
		return false
	}
	first, n := utf8.DecodeRuneInString(bare)
	return !(unicode.IsUpper(first) && len(bare) == n+1) // an initial
}
