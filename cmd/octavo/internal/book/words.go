package book

import "octavo/cmd/octavo/internal/lang"

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

// wordsOf is how many words an inline has of its own; see [lang.Words].
func wordsOf(in Inline) (n int) {
	var text string
	switch in := in.(type) {
	case *Text:
		text = in.Value
	case *CodeSpan:
		text = in.Value
	}
	for range lang.Words(text) {
		n++
	}
	return n
}

// HasText reports whether there is anything under the chapter's title but further titles and white: words, a picture, code, a formula.
func (c *Chapter) HasText() bool {
	has := false
	Walk(c.Blocks, func(b Block) {
		switch b.(type) {
		case *Heading, *Break, *PageBreak:
		default:
			has = true
		}
	})
	return has
}
