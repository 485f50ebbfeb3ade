package lang

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SentenceEnds returns the places in prose, in bytes, at which sentences end: after stops that a space and a capital, a figure or
// a quotation follow; not after an initial or an abbreviation that ends no sentence in the language.
func (l *Language) SentenceEnds(text string) []int {
	var out []int
	for at := 0; at < len(text); {
		space := strings.IndexByte(text[at:], ' ')
		if space < 0 {
			out = append(out, wideStops(text[at:], at)...)
			break
		}
		from, to := at, at+space
		next := to
		for next < len(text) && text[next] == ' ' {
			next++
		}
		at = next
		out = append(out, wideStops(text[from:to], from)...)
		if w := strings.TrimLeft(text[from:to], openers); l.EndsSentence(w) && next < len(text) {
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

// wideStops returns the places, from offset on, behind the stops of Chinese and Japanese that further text follows without white.
func wideStops(word string, offset int) (out []int) {
	if !strings.ContainsAny(word, "。！？") {
		return nil
	}
	for i, r := range word {
		if !strings.ContainsRune("。！？", r) {
			continue
		}
		rest := word[i+utf8.RuneLen(r):]
		end := len(rest) - len(strings.TrimLeft(rest, closers+"」』）"))
		if next, _ := utf8.DecodeRuneInString(rest[end:]); end < len(rest) && !strings.ContainsRune("。！？", next) {
			out = append(out, offset+i+utf8.RuneLen(r)+end)
		}
	}
	return out
}

// What may stand before the first word of a sentence, and after the stop of its last, in any language: marks that open quotations in
// one close them in another. No-break spaces stand within French ones.
const (
	openers = "“‘(„‚«»‹›¿¡[\u00A0\u202F"
	closers = "”’)“‘«»‹›]\u00A0\u202F"
)

// EndsSentence reports whether a word that a space and a capital follow ends its sentence.
func (l *Language) EndsSentence(word string) bool {
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

// Words returns the words of a text with their places in it, in bytes: what stands between white and long dashes and has a letter or
// a figure, without the signs around it. Scripts that put no white between words count by the character: Chinese and Japanese.
func Words(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		start, end := -1, 0 // of the word so far, from its first letter to behind its last one
		put := func() bool {
			at := start
			start = -1
			return at < 0 || yield(at, text[at:end])
		}
		for i, r := range text {
			switch {
			case inWord(r):
				if r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
					if !put() || !yield(i, text[i:i+utf8.RuneLen(r)]) {
						return
					}
					continue
				}
				if start < 0 {
					start = i
				}
				end = i + max(1, utf8.RuneLen(r))
			case partsWords(r) && !put():
				return
			}
		}
		put()
	}
}

// inWord reports whether a character makes a word, or a part of one.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// partsWords reports whether words end at a character: white, long dashes, dots that something was left out for.
func partsWords(r rune) bool {
	return unicode.IsSpace(r) || r == '—' || r == '―' || r == '…'
}
