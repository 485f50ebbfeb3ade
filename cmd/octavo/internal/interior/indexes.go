package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// indexPiece is one of the indexes at the end.
type indexPiece struct {
	title, anchor string
	make          func(s *layout) []pageBody
}

// indexes are those that the book has something for.
func (in *interior) indexes() (out []indexPiece) {
	if len(in.printed()) > 0 {
		out = append(out, indexPiece{indexes.ThemeTitle, indexes.ThemeAnchor, in.themeIndex}, indexPiece{indexes.FirstTitle, indexes.FirstAnchor, in.firstIndex})
	}
	if len(indexes.Subjects(in.cfg, in.printed())) > 0 {
		out = append(out, indexPiece{indexes.SubjectTitle, indexes.SubjectAnchor, in.subjectIndex})
	}
	return out
}

// indexOpening sets the title of an index.
func (s *layout) indexOpening(title, anchor string) *column {
	c := s.column(s.textWidth)
	c.opening("", titled(title), anchor)
	return c
}

// maximSpans is a line of an index that leads to a maxim: words and folio.
func (c *column) maximSpans(words string, e *book.Entry) []typeset.Inline {
	d := c.dress.In(c.node.Add(page.NodeParagraph)).To(e.ID)
	return []typeset.Inline{d.Span(strings.TrimRight(words, ".")+",\u2002", e.Pos), d.Span(c.page(e.ID), e.Pos)}
}

// indexLine adds a line of an index, moved in by its depth; what turns over is moved in further. It is not divided.
func (c *column) indexLine(depth int, spans []typeset.Inline) {
	em := c.dress.Size
	hang := em * page.Length(3+depth) / 2
	in := em * page.Length(depth)
	c.left = hang
	c.listed = append(c.listed, len(c.flow))
	c.together(typeset.SetParagraph(spans, typeset.Setting{Measure: c.measure - hang, Indent: in - hang, Align: typeset.RaggedRight}))
	c.left = 0
}
