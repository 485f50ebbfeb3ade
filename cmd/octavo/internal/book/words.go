package book

import "strings"

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
