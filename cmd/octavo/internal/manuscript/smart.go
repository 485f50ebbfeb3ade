package manuscript

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

// Smart quotes are resolved on the text of a whole run, through emphasis and links, because the meaning of a quote depends on
// the characters on both sides and on the quotes before it. All the candidates take three bytes in UTF-8 and differ only in
// the last, so that resolving a quote never moves the text.
const (
	quoteLead       = "\xE2\x80"
	leftSingle      = 0x98 // ‘
	rightSingle     = 0x99 // ’, the apostrophe too
	leftDouble      = 0x9C // “
	rightDouble     = 0x9D // ”
	prime           = 0xB2 // ′
	doublePrime     = 0xB3 // ″
	undecidedSingle = leftSingle
	undecidedDouble = leftDouble
)

// educate resolves the quotes at the given offsets of text, in place.
func educate(text []byte, quotes []int, rules *lang.Rules) {
	openSingle, openDouble := 0, 0
	lastClosing := lastClosing(text, quotes)
	for k, at := range quotes {
		before, _ := utf8.DecodeLastRune(text[:at])
		after, _ := utf8.DecodeRune(text[at+3:])
		if at == 0 {
			before = ' '
		}
		if at+3 == len(text) {
			after = ' '
		}
		afterQuote := k+1 < len(quotes) && quotes[k+1] == at+3
		canOpen := !unicode.IsSpace(after)
		canClose := !unicode.IsSpace(before) && !opens(before)

		if text[at+2] == undecidedDouble {
			switch {
			case canOpen && canClose && (openDouble > 0 || isWord(before)) && !(isDash(before) && openDouble == 0):
				text[at+2] = rightDouble
			case canOpen:
				text[at+2] = leftDouble
			default:
				text[at+2] = rightDouble
			}
			switch {
			case text[at+2] == leftDouble:
				openDouble++
			case openDouble > 0:
				openDouble--
			case unicode.IsDigit(before):
				text[at+2] = doublePrime
			}
			continue
		}

		rest := text[at+3:]
		switch {
		case isWord(before) && isWord(after): // don't, 5'10"
			if unicode.IsDigit(before) && unicode.IsDigit(after) {
				text[at+2] = prime
			} else {
				text[at+2] = rightSingle
			}
		case canClose && !(canOpen && openSingle == 0 && !isWord(before) && !afterQuote): // 'so', Smiths'
			text[at+2] = rightSingle
			if openSingle > 0 {
				openSingle--
			} else if unicode.IsDigit(before) {
				text[at+2] = prime
			}
		case !canOpen: // between spaces
			text[at+2] = rightSingle
		case elided(rest, lastClosing > at, rules):
			text[at+2] = rightSingle
		default:
			text[at+2] = leftSingle
			openSingle++
		}
	}
}

// opens reports whether a quote right after r can only be an opening one.
func opens(r rune) bool {
	return r == '‘' || r == '“' || unicode.In(r, unicode.Ps) && r != '‚' && r != '„' || r == '/' || r == '='
}

func isDash(r rune) bool { return r == '—' || r == '–' || r == '-' || r == '―' }

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// lastClosing returns the offset of the last single quote that could end a quotation, or -1 if there is none. Such a quote has
// a character before it and no word character after it.
func lastClosing(text []byte, quotes []int) int {
	for k := len(quotes) - 1; k >= 0; k-- {
		at := quotes[k]
		if text[at+2] != undecidedSingle {
			continue
		}
		before, _ := utf8.DecodeLastRune(text[:at])
		after, _ := utf8.DecodeRune(text[at+3:])
		if at > 0 && !unicode.IsSpace(before) && !opens(before) && (at+3 == len(text) || !isWord(after)) {
			return at
		}
	}
	return -1
}

// elided reports whether the beginning of the word after an apostrophe is omitted: '90s, 'tis, rock 'n' roll. A word that
// could also begin a quotation counts only if no later quote could close it.
func elided(rest []byte, closed bool, rules *lang.Rules) bool {
	if len(rest) >= 2 && isASCIIDigit(rest[0]) && isASCIIDigit(rest[1]) {
		after := rest[2:]
		decade := len(after) > 0 && after[0] == 's'
		if decade {
			after = after[1:]
		}
		r, _ := utf8.DecodeRune(after)
		return (len(after) == 0 || !isWord(r)) && (decade || !closed)
	}
	n := bytes.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(rest)
	}
	word := string(bytes.ToLower(rest[:n]))
	return rules.Elided[word] || rules.MayBeElided[word] && !closed
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

// appendDashes converts a run of n >= 2 hyphens to dashes by cmark's rule: em dashes if n is a multiple of three, en dashes if
// it is a multiple of two, and otherwise em dashes followed by one or two en dashes.
func appendDashes(out []byte, n int) []byte {
	em, en := 0, 0
	switch {
	case n%3 == 0:
		em = n / 3
	case n%2 == 0:
		en = n / 2
	case n%3 == 2:
		em, en = (n-2)/3, 1
	default:
		em, en = (n-4)/3, 2
	}
	for range em {
		out = append(out, "—"...)
	}
	for range en {
		out = append(out, "–"...)
	}
	return out
}

// smart applies smart punctuation (quotes, dashes, ellipses) to a value of an entry's block that is set as text.
func smart(s string, rules *lang.Rules) string {
	if !strings.ContainsAny(s, `'"-.`) {
		return s
	}
	var text []byte
	var quotes []int
	for i := 0; i < len(s); {
		run := 1
		for i+run < len(s) && s[i+run] == s[i] {
			run++
		}
		switch {
		case s[i] == '\'' || s[i] == '"':
			sign := byte(undecidedSingle)
			if s[i] == '"' {
				sign = undecidedDouble
			}
			quotes = append(quotes, len(text))
			text = append(text, quoteLead...)
			text = append(text, sign)
			i++
		case s[i] == '-' && run > 1:
			text = appendDashes(text, run)
			i += run
		case s[i] == '.' && run == 3:
			text = append(text, "…"...)
			i += run
		default:
			text = append(text, s[i:i+run]...)
			i += run
		}
	}
	educate(text, quotes, rules)
	return string(text)
}
