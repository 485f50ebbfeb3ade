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
	c.Title, c.Subtitle = span(c.Title), span(c.Subtitle)
	rewrite := func(b book.Block) { book.Rewrite(b, span) }
	book.Walk(c.Blocks, rewrite)
	for _, n := range c.Notes {
		book.Walk(n.Blocks, rewrite)
	}
}
