package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// indexDivision is one of the indexes at the end of the book.
type indexDivision struct {
	title, anchor string
	make          func(l *layout) []pageBody
}

// indexes returns the indexes that have entries.
func (in *interior) indexes() (out []indexDivision) {
	has := in.words.has
	if has.Themes != "" {
		out = append(out, indexDivision{has.Themes, indexes.ThemeAnchor, func(l *layout) []pageBody { return in.themeIndex(l, has.Themes) }})
	}
	for _, x := range has.FirstWords {
		out = append(out, indexDivision{x.Title, x.Anchor, func(l *layout) []pageBody { return in.firstIndex(l, x) }})
	}
	if has.Subjects {
		out = append(out, indexDivision{in.cfg.Lang.Titles.Subjects, indexes.SubjectAnchor, in.subjectIndex})
	}
	return out
}

// indexOpening sets the title of an index of entries.
func (in *interior) indexOpening(l *layout, title, anchor string) *column {
	c := l.column(l.textWidth)
	c.opening("", titled(title), anchor)
	if l.book.digits() > 0 && l.style.Entry.IndexRefs == config.ByNumber {
		d := c.textStyle.Aside().In(c.node.Add(page.NodeParagraph))
		d.Size = page.Length(l.style.Index.Size)
		c.set([]typeset.Inline{made(d, l.lang.References.Numbered.Fill("entries", indexes.Called(in.cfg, in.printed())), c.pos())}, typeset.Setting{Measure: c.width(), Align: aligned(l.style.Chapter.Align)})
		c.row(typeset.Row{Height: c.leading})
	}
	return c
}

// maximSpans returns a line of an index that refers to a maxim: its words and its folio.
func (c *column) maximSpans(words string, e *book.Entry) []typeset.Inline {
	d := c.textStyle.In(c.node.Add(page.NodeParagraph)).To(e.ID)
	return []typeset.Inline{d.Span(strings.TrimRight(words, ".")+",\u2002", e.Pos), d.Span(c.place(e), e.Pos)}
}

// place returns what an index gives of an entry: its page or its number.
func (c *column) place(e *book.Entry) string {
	if indexes.ByNumber(c.style, e) {
		return c.lang.Figure(e.Number)
	}
	return c.page(e.ID)
}

// indexLine adds a line of an index, indented by its depth; turnovers are indented further. No page break divides it. Where
// there is only one column, lines stand in from the heads above them, so that each is seen to be a line of a list.
func (c *column) indexLine(depth int, spans []typeset.Inline) {
	em := c.textStyle.Size
	if n, _ := c.indexColumns(); n == 1 {
		depth++
	}
	hang := em * page.Length(3+depth) / 2
	in := em * page.Length(depth)
	c.left = hang
	c.listed = append(c.listed, len(c.flow))
	c.together(c.setParagraph(spans, typeset.Setting{Measure: c.measure - hang, Indent: in - hang, Align: typeset.RaggedRight}))
	c.left = 0
}
