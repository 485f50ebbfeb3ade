package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/indexes"
)

// firstIndex sets an index of entries by their first words.
func (in *interior) firstIndex(l *layout, x *indexes.WordIndex) []pageBody {
	opening := in.indexOpening(l, x.Title, x.Anchor)
	c := l.indexColumn()
	letter := ""
	o := indexes.NewOrder(in.cfg.Lang)
	maxim := func(e *book.Entry) string { return book.PlainText(e.Maxim) }
	for _, e := range indexes.Sorted(o, x.Entries, maxim) {
		words := maxim(e)
		if next := o.Letter(words); next != letter {
			c.skip(c.leading)
			letter = next
		}
		c.indexLine(0, c.maximSpans(indexes.FirstWords(words), e))
	}
	return l.columned(opening, c)
}
