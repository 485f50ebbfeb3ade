package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/indexes"
)

// firstIndex sets the maxims in the order of their first words.
func (in *interior) firstIndex(s *layout) []pageBody {
	opening := s.indexOpening(s.lang.Titles.ByFirstWords, indexes.FirstAnchor)
	c := s.indexColumn()
	letter := ""
	o := indexes.NewOrder(in.cfg.Book.Language)
	maxim := func(e *book.Entry) string { return book.PlainText(e.Maxim) }
	for _, e := range indexes.Sorted(o, in.printed(), maxim) {
		words := maxim(e)
		if l := o.Letter(words); l != letter {
			c.skip(c.leading)
			letter = l
		}
		c.indexLine(0, c.maximSpans(indexes.FirstWords(words), e))
	}
	return s.columned(opening, c)
}
