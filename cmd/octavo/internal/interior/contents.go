package interior

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

const contentsAnchor = "octavo.contents"

// contents sets the table of contents: parts, and chapters with their pages.
func (in *interior) contents(l *layout) *column {
	c := l.column(l.textWidth)
	c.opening("", titled(l.lang.Titles.Contents), contentsAnchor)
	c.node = c.node.Add(page.NodeTOC)
	chapter := func(ch *book.Chapter) {
		if ch.Unlisted {
			return
		}
		c.contentsLine(ch.Number, withoutNotes(ch.Title), ch.ID)
	}
	for _, ch := range in.book.Front {
		chapter(ch)
	}
	if len(in.book.Front) > 0 {
		c.skip(c.leading)
	}
	for _, part := range in.book.Parts {
		if part.Title != "" {
			c.skip(c.leading)
			d := l.body().Label().In(c.node.Add(page.NodeTOCItem).Add(page.NodeReference)).To(part.ID)
			c.set([]typeset.Inline{d.Span(part.Title, part.Pos)}, typeset.Setting{Measure: l.textWidth, Align: typeset.RaggedRight})
			c.keep()
		}
		for _, ch := range part.Chapters {
			chapter(ch)
		}
	}
	c.skip(c.leading)
	for _, ch := range in.book.Back {
		chapter(ch)
	}
	for _, x := range in.indexes() {
		c.contentsLine(0, titled(x.title), x.anchor)
	}
	return c
}

// contentsLine sets one line of the contents: number, title, and the folio at the right.
func (c *column) contentsLine(number int, title []book.Inline, anchor string) {
	step := c.textStyle.Size * 2
	item := c.node.Add(page.NodeTOCItem)
	label := c.textStyle
	if number > 0 && c.style.Chapter.Number != config.None {
		label = label.In(item.Add(page.NodeLabel)).To(anchor)
	}
	d := c.textStyle.In(item.Add(page.NodeReference)).To(anchor)
	from := len(c.flow)
	lines := typeset.SetParagraph(c.spans(title, d), typeset.Setting{Measure: c.textWidth - 2*step - step, Align: typeset.RaggedRight, Balanced: true})
	c.left = step
	c.together(lines)
	c.left = 0
	if from == len(c.flow) {
		return
	}
	rows := c.flow[from].Ways[0].Rows
	put := func(text string, d textstyle.Style, measure, x page.Length, align typeset.Alignment, row *typeset.Row) {
		for _, l := range typeset.SetParagraph([]typeset.Inline{d.Span(text, diag.Pos{})}, typeset.Setting{Measure: measure, Align: align}) {
			for _, it := range l.Items {
				page.Shift(it, x, textstyle.Baseline(c.leading))
				row.Items = append(row.Items, it)
			}
		}
	}
	if number > 0 && c.style.Chapter.Number != config.None {
		put(strconv.Itoa(number), label.Columned(), step*3/4, 0, typeset.RaggedLeft, &rows[0])
	}
	put(c.page(anchor), d.Columned(), 2*step, c.textWidth-2*step, typeset.RaggedLeft, &rows[len(rows)-1])
}

// withoutNotes leaves out the marks of footnotes, which the contents and running heads do not show.
func withoutNotes(ins []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range ins {
		switch in := in.(type) {
		case *book.NoteMark:
		case *book.Link: // a link inside the link to the chapter
			out = append(out, withoutNotes(in.Text)...)
		case *book.LineBreak:
			out = append(out, &book.Text{Pos: in.Pos, Value: " "})
		default:
			out = append(out, in)
		}
	}
	return out
}
