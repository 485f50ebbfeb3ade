package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/typeset"
)

// printed returns the entries that are in the book, in reading order.
func (in *interior) printed() []*book.Entry { return in.words.list }

// themeIndex sets the index of entries by theme.
func (in *interior) themeIndex(l *layout, title string) []pageBody {
	opening := in.indexOpening(l, title, indexes.ThemeAnchor)
	c := l.indexColumn()
	for _, t := range indexes.Themes(in.cfg, in.printed()) {
		c.skip(c.leading)
		head := c.textStyle.Label().In(c.headingNode(2))
		c.together(c.setParagraph([]typeset.Inline{head.Span(t.Name, diag.Pos{})},
			typeset.Setting{Measure: c.measure, Align: typeset.RaggedRight}))
		c.keep()
		for _, e := range t.Entries {
			c.indexLine(0, c.maximSpans(book.PlainText(e.Maxim), e))
		}
	}
	return l.columned(opening, c)
}
