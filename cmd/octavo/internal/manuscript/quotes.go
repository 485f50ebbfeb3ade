package manuscript

import (
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

// Smart quotes are resolved on the text of a whole run, through emphasis and links, because the meaning of a quote depends on
// the characters on both sides and on the other quotes of the paragraph. All the candidates take three bytes in UTF-8 and
// differ only in the last, so that resolving a quote never moves the text.
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

// educate resolves the quotes at the given offsets of text, in place: each double quote by the characters beside it, then
// the single quotes together.
func educate(text []byte, quotes []int, rules *lang.Rules) {
	singles := 0
	for _, at := range quotes {
		if text[at+2] == undecidedSingle {
			singles++
		}
	}
	if singles < len(quotes) {
		educateDoubles(text, quotes)
	}
	if singles > 0 {
		educateSingles(text, quotes, rules)
	}
}

// educateDoubles resolves the double quotes. One after a figure is a mark of inches or seconds where no quotation is open,
// or where the figure follows one of feet and a later quote can close the quotation.
func educateDoubles(text []byte, quotes []int) {
	open, last := 0, lastClosingDouble(text, quotes)
	for _, at := range quotes {
		if text[at+2] != undecidedDouble {
			continue
		}
		before, after := neighbours(text, at)
		canOpen := !unicode.IsSpace(after)
		canClose := !unicode.IsSpace(before) && !opens(before)
		switch {
		case unicode.IsDigit(before) && !isWord(after) && last > at && afterFeet(text[:at]):
			text[at+2] = doublePrime
			continue
		case canOpen && canClose && (open > 0 || isWord(before)) && !(isDash(before) && open == 0):
			text[at+2] = rightDouble
		case canOpen:
			text[at+2] = leftDouble
		default:
			text[at+2] = rightDouble
		}
		switch {
		case text[at+2] == leftDouble:
			open++
		case open > 0:
			open--
		case unicode.IsDigit(before):
			text[at+2] = doublePrime
		}
	}
}

// lastClosingDouble returns the offset of the last double quote that could end a quotation, -1 when there is none.
func lastClosingDouble(text []byte, quotes []int) int {
	for k := len(quotes) - 1; k >= 0; k-- {
		at := quotes[k]
		if text[at+2] != undecidedDouble {
			continue
		}
		if before, after := neighbours(text, at); !unicode.IsSpace(before) && !opens(before) && !isWord(after) {
			return at
		}
	}
	return -1
}

// afterFeet reports whether text ends in a mark of feet and a number: 6'2, 6' 2.
func afterFeet(text []byte) bool {
	n := len(text)
	for n > 0 && isASCIIDigit(text[n-1]) {
		n--
	}
	if n == len(text) || len(text)-n > 2 {
		return false
	}
	if n > 0 && text[n-1] == ' ' {
		n--
	}
	return n > 3 && string(text[n-3:n-1]) == quoteLead && text[n-1] == undecidedSingle && isASCIIDigit(text[n-4])
}

// neighbours returns the characters on both sides of a double quote, spaces at the ends of the text. Single quotes, which
// are not resolved yet, are seen through; no more than a few can stand there in earnest.
func neighbours(text []byte, at int) (before, after rune) {
	before, after = ' ', ' '
	head, tail := text[max(0, at-widest):at], text[at+3:min(at+3+widest, len(text))]
	for len(head) >= 3 && isSingle(head[len(head)-3:]) {
		head = head[:len(head)-3]
	}
	for len(tail) >= 3 && isSingle(tail) {
		tail = tail[3:]
	}
	if len(head) > 0 {
		before, _ = utf8.DecodeLastRune(head)
	}
	if len(tail) > 0 {
		after, _ = utf8.DecodeRune(tail)
	}
	return before, after
}

// opens reports whether a quote right after r can only be an opening one.
func opens(r rune) bool {
	return r == '‘' || r == '“' || unicode.In(r, unicode.Ps) && r != '‚' && r != '„' || r == '/' || r == '='
}

func isDash(r rune) bool { return r == '—' || r == '–' || r == '-' || r == '―' }

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }
