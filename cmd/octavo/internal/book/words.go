package book

import "strings"

// Words is how many words the book has: its chapters with their titles, maxims, glosses and notes.
func (b *Book) Words() (n int) {
	for _, ch := range b.Chapters() {
		n += ch.Words()
	}
	return n
}

// Words is how many words the chapter has, its title, maxims, glosses and notes among them.
func (c *Chapter) Words() (n int) {
	c.Walk(nil, func(in Inline) {
		switch in := in.(type) {
		case *Text:
			n += len(strings.Fields(in.Value))
		case *CodeSpan:
			n += len(strings.Fields(in.Value))
		}
	})
	return n
}
