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
	c.Walk(nil, func(in Inline) { n += wordsOf(in) })
	return n
}

// Words is how many words an entry has: its maxim, and its gloss with the entries in it. Notes do not count.
func (e *Entry) Words() (maxim, gloss int) {
	count := func(n *int) func([]Inline) {
		return func(text []Inline) { WalkInlines(text, func(in Inline) { *n += wordsOf(in) }) }
	}
	count(&maxim)(e.Maxim)
	Walk(e.Gloss, func(b Block) { Runs(b, count(&gloss)) })
	return maxim, gloss
}

// wordsOf is how many words an inline has of its own.
func wordsOf(in Inline) int {
	switch in := in.(type) {
	case *Text:
		return len(strings.Fields(in.Value))
	case *CodeSpan:
		return len(strings.Fields(in.Value))
	}
	return 0
}
