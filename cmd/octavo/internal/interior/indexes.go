package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
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
	has := indexes.Of(in.cfg, in.printed())
	if has.Themes {
		out = append(out, indexDivision{in.cfg.Lang.Titles.ByTheme, indexes.ThemeAnchor, in.themeIndex})
	}
	if has.FirstWords {
		out = append(out, indexDivision{in.cfg.Lang.Titles.ByFirstWords, indexes.FirstAnchor, in.firstIndex})
	}
	if has.Subjects {
		out = append(out, indexDivision{in.cfg.Lang.Titles.Subjects, indexes.SubjectAnchor, in.subjectIndex})
	}
	return out
}

// indexOpening sets the title of an index.
func (l *layout) indexOpening(title, anchor string) *column {
	c := l.column(l.textWidth)
	c.opening("", titled(title), anchor)
	return c
}

// maximSpans returns a line of an index that refers to a maxim: its words and its folio.
func (c *column) maximSpans(words string, e *book.Entry) []typeset.Inline {
	d := c.textStyle.In(c.node.Add(page.NodeParagraph)).To(e.ID)
	return []typeset.Inline{d.Span(strings.TrimRight(words, ".")+",\u2002", e.Pos), d.Span(c.page(e.ID), e.Pos)}
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
	c.together(typeset.SetParagraph(spans, typeset.Setting{Measure: c.measure - hang, Indent: in - hang, Align: typeset.RaggedRight}))
	c.left = 0
}
