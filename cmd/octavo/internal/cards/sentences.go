package cards

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceEnds returns the places in prose, in bytes, at which sentences end: after stops that a space and a capital, a figure or
// a quotation follow; not after an initial or an abbreviation that ends no sentence.
func sentenceEnds(text string, abbreviations map[string]bool) []int {
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
		if w := strings.TrimLeft(text[from:to], "“‘("); endsSentence(w, abbreviations) && next < len(text) {
			r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[next:], "“‘("))
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

// endsSentence reports whether a word that a space and a capital follow ends its sentence.
func endsSentence(word string, abbreviations map[string]bool) bool {
	bare := strings.TrimRight(word, "”’)")
	switch {
	case strings.HasSuffix(bare, "?"), strings.HasSuffix(bare, "!"), strings.HasSuffix(bare, "…"):
		return true
	case !strings.HasSuffix(bare, "."):
		return false
	}
	if abbreviations[bare] {
		return false
	}
	first, n := utf8.DecodeRuneInString(bare)
	return !(unicode.IsUpper(first) && len(bare) == n+1) // an initial
}
