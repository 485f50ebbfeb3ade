package typeset

import (
	"unicode"
	"unicode/utf8"
)

// edgeWord is the word, or the part of one, at one edge of a line, as far as the eye takes it in: its letters and figures
// nearest to the edge, edgeLetters at most, regardless of capitals and signs. 0 stands for none. The lowest three bits are how
// many letters it has.
type edgeWord uint32

const (
	edgeLetters = 5
	edgeRunes   = 64 // letters and signs that are looked at: text of signs alone is passed through once for each place in it
)

// The demerits of the same word, or part of one, under itself at an edge of two lines, by its letters: a long one is seen at
// once (cus-/tomers over cus-/tomer), the like of "of" hardly.
var stackDemerits = [edgeLetters + 1]int64{1: 1000, 2: 3000, 3: 40_000, 4: 200_000, 5: 400_000}

// stackSeen is the least of them that a reader notices.
const stackSeen = 200_000

// stack returns what it costs that a line has one word at an edge and the next line another at the same edge.
func stack(a, b edgeWord) int64 {
	if a != b || a == 0 {
		return 0
	}
	return stackDemerits[a&7]
}

// firstWord returns the edgeWord of a line that begins with text.
func firstWord(text string) edgeWord {
	var w edgeHash
	for _, r := range text {
		if !w.add(r) {
			break
		}
	}
	return w.word()
}

// lastWord returns the edgeWord of a line that ends with text.
func lastWord(text string) edgeWord {
	var w edgeHash
	for len(text) > 0 {
		r, n := rune(text[len(text)-1]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeLastRuneInString(text)
		}
		if !w.add(r) {
			break
		}
		text = text[:len(text)-n]
	}
	return w.word()
}

// edgeHash is an FNV-1a hash over the letters of an edgeWord.
type edgeHash struct {
	sum    uint32
	n      uint32
	looked uint32 // runes, signs too
}

// add adds a rune, and reports whether more are wanted.
func (w *edgeHash) add(r rune) bool {
	if w.looked++; w.looked > edgeRunes {
		return false
	}
	switch {
	case r >= 'a' && r <= 'z':
	case r < utf8.RuneSelf:
		if r |= 0x20; (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return true
		}
	case unicode.IsLetter(r):
		r = unicode.ToLower(r)
	default:
		return true
	}
	if w.n == 0 {
		w.sum = 2166136261
	}
	w.sum = (w.sum ^ uint32(r)) * 16777619
	w.n++
	return w.n < edgeLetters
}

func (w *edgeHash) word() edgeWord {
	if w.n == 0 {
		return 0
	}
	return edgeWord(w.sum<<3 | w.n)
}
