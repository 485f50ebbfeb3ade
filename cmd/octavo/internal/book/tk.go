package book

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TK is the mark of what an author has still to write.
const TK = "TK"

// FindTK returns the offset in bytes of the first TK that stands in text as a word of its own, -1 if there is none.
func FindTK(text string) int {
	for at := 0; ; at += len(TK) {
		n := strings.Index(text[at:], TK)
		if n < 0 {
			return -1
		}
		at += n
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(TK):])
		if !inWord(before) && !inWord(after) {
			return at
		}
	}
}

// inWord reports whether a character belongs to a word beside it; utf8.RuneError stands for no character.
func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
