package manuscript

import "octavo/cmd/octavo/internal/book"

// inLanguage makes all text of a chapter text in another language than the book's.
func inLanguage(c *book.Chapter, tag string) {
	span := func(text []book.Inline) []book.Inline {
		if len(text) == 0 {
			return text
		}
		return []book.Inline{&book.Span{Pos: text[0].Start(), Lang: tag, Text: text}}
	}
	c.Title = span(c.Title)
	for i := range c.BelowTitle {
		if l := &c.BelowTitle[i]; l.Kind == book.Subtitle { // names and the date are in the book's own
			l.Text = span(l.Text)
		}
	}
	rewrite := func(b book.Block) {
		book.Rewrite(b, span)
		if e, ok := b.(*book.Entry); ok {
			e.CardText = span(e.CardText)
			for i := range e.BackText {
				e.BackText[i] = span(e.BackText[i])
			}
		}
	}
	book.Walk(c.Blocks, rewrite)
	for _, n := range c.Notes {
		book.Walk(n.Blocks, rewrite)
	}
}
