package book

import (
	"strconv"
	"strings"
)

// Words is how many words the book has: its chapters with their titles, maxims, glosses and notes.
func (b *Book) Words() (n int) {
	count := func(in Inline) {
		switch in := in.(type) {
		case *Text:
			n += len(strings.Fields(in.Value))
		case *CodeSpan:
			n += len(strings.Fields(in.Value))
		}
	}
	for _, ch := range b.Chapters() {
		ch.Walk(nil, count)
	}
	return n
}

// AboutWords is a number of words as the first page of a manuscript has it, rounded to the nearest hundred: "about 24,700
// words".
func AboutWords(n int) string {
	if n >= 1000 {
		n = (n + 50) / 100 * 100
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return "about " + s + " words"
}
