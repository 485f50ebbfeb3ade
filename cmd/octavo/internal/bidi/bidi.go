// Package bidi orders text that is written from the right to the left, and text that mixes it with what is written from the left:
// the Unicode Bidirectional Algorithm (Unicode Standard Annex #9, revision 50), of whose steps golang.org/x/text/unicode/bidi
// has the properties of characters only.
//
// [Runs] divides a paragraph into runs of one embedding [Level], and [Order] puts the runs of one line into the order in which
// they stand from the left. [Of] is the direction of a paragraph, and [Has] reports whether a text needs any of this at all.
package bidi

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Level is an embedding level (UAX #9, BD2): even for text that is written from the left to the right, odd for text from the right.
type Level uint8

// Levels of paragraphs.
const (
	LeftToRight Level = 0
	RightToLeft Level = 1
)

// IsRight reports whether text of the level is written from the right to the left.
func (l Level) IsRight() bool { return l&1 != 0 }

// Run is a run of characters of one level, by its bytes.
type Run struct {
	From, To int
	Level    Level
}

// Runs divides the text of paragraphs into runs of one level, in the order of the text. Base is the level of all its paragraphs.
// A character that only steers the algorithm belongs to the run before it.
func Runs(text string, base Level) []Run {
	runes := []rune(text)
	levels := Levels(runes, base)
	var out []Run
	i := 0
	for at := range text {
		if n := len(out); n == 0 || out[n-1].Level != levels[i] {
			if n > 0 {
				out[n-1].To = at
			}
			out = append(out, Run{From: at, Level: levels[i]})
		}
		i++
	}
	if n := len(out); n > 0 {
		out[n-1].To = len(text)
	}
	return out
}

// Order returns the indexes of the runs of a line, whose levels are given in the order of the text, in the order in which they stand
// from the left to the right (UAX #9, L2).
func Order(levels []Level) []int {
	out := make([]int, len(levels))
	most, least := Level(0), Level(255)
	for i, l := range levels {
		out[i] = i
		if most = max(most, l); l.IsRight() {
			least = min(least, l)
		}
	}
	for l := most; l >= least && l > 0; l-- {
		for from := 0; from < len(levels); from++ {
			to := from
			for to < len(levels) && levels[to] >= l {
				to++
			}
			for i, j := from, to-1; i < j; i, j = i+1, j-1 {
				out[i], out[j] = out[j], out[i]
			}
			from = max(from, to)
		}
	}
	return out
}

// Has reports whether a text holds a character that is written from the right to the left, or one that makes others so.
func Has(text string) bool {
	for at := 0; at < len(text); {
		if text[at] < 0xD6 { // U+0590 is D6 90 in UTF-8
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		at += n
		if r < 0x590 || r > 0x8FF && r < 0x200E || r > 0x206F && r < 0xFB1D {
			continue
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.RLI:
			return true
		}
	}
	return false
}

// Strong reports whether a text holds a character that has a direction of its own.
func Strong(text string) bool {
	for _, r := range text {
		switch classOf(r) {
		case bidi.L, bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// Of returns the level of a paragraph in a book whose own is given. That of a paragraph whose first strong character runs against
// the book (UAX #9, P2) is the other, unless most of its letters are the book's: a sentence in English that begins with a word in
// Hebrew is a sentence in English. What is isolated does not count.
func Of(text string, book Level) Level {
	if book == LeftToRight && !Has(text) {
		return LeftToRight
	}
	var count [2]int // of strong characters, by level
	first, isolates := book, 0
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		l := LeftToRight
		c := p.Class()
		if isInitiator(c) {
			isolates++
		} else if c == bidi.PDI {
			isolates = max(0, isolates-1)
		}
		if isolates > 0 {
			continue
		}
		switch c {
		case bidi.L:
		case bidi.R, bidi.AL:
			l = RightToLeft
		default:
			continue
		}
		if count[0]+count[1] == 0 {
			first = l
		}
		count[l]++
	}
	if count[first] > count[1-first] {
		return first
	}
	return book
}
