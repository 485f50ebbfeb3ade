package cards

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

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
