package manuscript

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Smart quotes are decided on the text of a whole run, through emphasis and links, because the meaning of a quote depends on
// the characters on both sides and on the other quotes of the paragraph. What a quote may be is one of some signs that take three
// bytes in UTF-8 and differ only in the last, so that deciding a quote never moves the text; signs.go puts the marks of the language
// in their places.
const (
	quoteLead       = "\xE2\x80"
	leftSingle      = 0x98 // ‘
	rightSingle     = 0x99 // ’, the apostrophe too
	leftDouble      = 0x9C // “
	rightDouble     = 0x9D // ”
	prime           = 0xB2 // ′
	doublePrime     = 0xB3 // ″
	endSingle       = 0x9B // the right single quote that closes a quotation, while it is told from the apostrophe
	gershayim       = 0x9F // U+05F4 within a Hebrew word, likewise
	undecidedSingle = leftSingle
	undecidedDouble = leftDouble
)

// educate resolves the quotes at the given offsets of text, in place: each double quote by the characters beside it, then
// the single quotes together.
func educate(text []byte, quotes []int, in *languages) {
	singles := 0
	for _, at := range quotes {
		if text[at+2] == undecidedSingle {
			singles++
		}
	}
	if singles < len(quotes) {
		educateDoubles(text, quotes, in.at(0).closing != nil)
	}
	if singles > 0 {
		educateSingles(text, quotes, in)
	}
}

// educateDoubles resolves the double quotes. One after a figure is a mark of inches or seconds where no quotation is open,
// or where the figure follows one of feet and a later quote can close the quotation. One between the letters of a Hebrew
// abbreviation is its gershayim. One with white on both sides opens a quotation where none is open, if that may be.
func educateDoubles(text []byte, quotes []int, spaced spacedQuotes) {
	open, last := 0, lastClosingDouble(text, quotes)
	for _, at := range quotes {
		if text[at+2] != undecidedDouble {
			continue
		}
		before, after := neighbours(text, at)
		canOpen := !unicode.IsSpace(after)
		canClose := !unicode.IsSpace(before) && !opens(before)
		switch {
		case isHebrew(before) && endsHebrew(text[at+3:]):
			text[at+2] = gershayim
			continue
		case unicode.IsDigit(before) && !isWord(after) && last > at && afterFeet(text[:at]):
			text[at+2] = doublePrime
			continue
		case canOpen && canClose && (open > 0 || isWord(before)) && !(isDash(before) && open == 0):
			text[at+2] = rightDouble
		case canOpen, !canClose && bool(spaced) && open == 0 && !unicode.IsSpace(firstBeyond(text[at+3:])):
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

// spacedQuotes is whether authors who write the language type white inside quotation marks.
type spacedQuotes bool

// firstBeyond returns the first character of text after white, a line feed at the end.
func firstBeyond(text []byte) rune {
	if text = text[whites(text):]; len(text) == 0 {
		return '\n'
	}
	r, _ := utf8.DecodeRune(text)
	return r
}

// endsHebrew reports whether text goes on with the last letter of a Hebrew word.
func endsHebrew(text []byte) bool {
	r, n := utf8.DecodeRune(text)
	if !isHebrew(r) {
		return false
	}
	next, _ := utf8.DecodeRune(text[n:])
	return !isWord(next)
}

// neighbours returns the characters on both sides of a double quote, spaces at the ends of the text. Single quotes, which
// are not decided yet, are seen through, but for one between letters and a word that ends an elided one: l'"eau"; no more than a
// few can stand there in earnest.
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
	switch {
	case isWord(before) && isWord(after) && at >= 3 && isSingle(text[at-3:at]), isHebrew(before) && isHebrew(after) && !endsHebrew(text[at+3:]):
		before = ' ' // Hebrew words begin with prepositions too
	}
	return before, after
}

// opens reports whether a quote right after r can only be an opening one.
func opens(r rune) bool {
	return r == '‘' || r == '“' || unicode.In(r, unicode.Ps) && r != '‚' && r != '„' || strings.ContainsRune("/=¿¡", r)
}

func isDash(r rune) bool { return r == '—' || r == '–' || r == '-' || r == '―' }

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }
