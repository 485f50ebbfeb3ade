package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// glossScale is the size of a numbered maxim's gloss, in percent of the maxim's: the two are told apart by it.
const glossScale = 92

// numberedEntry sets a maxim as a paragraph of text with its number, and its gloss, if it has one, in smaller type below it. The
// white above it is stretched evenly with that of the other maxims of its page.
func (c *column) numberedEntry(e *book.Entry) {
	c.skip(c.leading)
	c.even = true
	left := c.left
	if c.style.Entry.Number == config.Hanging {
		c.left += c.figuresWidth()
	}
	text := c.textStyle
	c.numberedMaxim(e)
	if lines := c.headFields(e, c.align); lines != nil {
		c.keep()
		c.lines(lines, keepAll, c.noteRows)
	}
	c.textStyle.Size = text.Size * glossScale / 100
	c.indent = true
	c.blocks(e.Gloss)
	c.endFields(e)
	c.textStyle = text
	c.penalty, c.under = 0, 0 // the next entry is not kept with this one
	c.see(e)
	c.left = left
}

// numberedMaxim sets the number and the maxim itself. Where the book has several kinds of entries a line above the maxim names
// its kind, and the number stands on that line.
func (c *column) numberedMaxim(e *book.Entry) {
	heading := c.headingNode(e.Level)
	where, label := c.style.Entry.Number, c.kindLabel(e)
	number := c.number(e, heading)
	var lead []typeset.Inline
	hung := where == config.Hanging && number != nil
	switch {
	case where != config.Hanging && (label != "" || where == config.Above):
		c.numberLine(e, number, label)
	case where == config.Hanging && label != "":
		c.numberLine(e, nil, label)
		if hung {
			c.hangNumber(number)
			hung = false
		}
	case where == config.Before && number != nil:
		gap := *number
		gap.Text = "\u2002"
		lead = []typeset.Inline{number, &gap}
	}
	spans := append(lead, c.spans(e.Maxim, c.textStyle.In(heading))...)
	c.galley.paragraph(c.newParagraph(spans, typeset.Setting{Measure: c.width(), Align: c.align, Hyphenator: c.hyphenator(),
		Letterfit: c.style.Text.Letterfit}), c.noteRows)
	if hung {
		c.hangNumber(number)
	}
}

// number returns an entry's number, or nil for none.
func (c *column) number(e *book.Entry, node *page.Node) *typeset.Span {
	if e.Number == 0 {
		return nil
	}
	return made(c.numberStyle().In(node), c.lang.Figure(e.Number), e.Pos)
}

// numberStyle returns the style of entries' numbers, which look as the folios do, in the ink of numbers.
func (c *column) numberStyle() textstyle.Style {
	return c.textStyle.Faced(c.style.Folio.Face).Inked(c.style, config.OnNumber)
}

// numberLine sets a line above a maxim with its number and the words for its kind, either of which may be missing.
func (c *column) numberLine(e *book.Entry, number *typeset.Span, label string) {
	var spans []typeset.Inline
	if number != nil {
		spans = append(spans, number)
	}
	if label != "" {
		if number != nil {
			label = " · " + label
		}
		spans = append(spans, made(c.kindStyle().In(c.node.Add(page.NodeParagraph)), label, e.Pos))
	}
	if len(spans) == 0 {
		return
	}
	align := typeset.RaggedRight
	if c.style.Entry.Number == config.Above {
		align = aligned(c.style.Chapter.Align)
	}
	c.set(spans, typeset.Setting{Measure: c.width(), Align: align})
	c.keep()
}

// figuresWidth returns the width of the column in which numbers hang: that of the longest in the book, and a gap.
func (c *column) figuresWidth() page.Length {
	figures := c.lang.InDigits(strings.Repeat("0", max(1, c.book.digits())))
	return textstyle.Width([]typeset.Inline{made(c.numberStyle(), figures, c.pos())}) + c.textStyle.Size
}

// hangNumber puts a number on the first line of the last block, right-aligned before its left edge.
func (c *column) hangNumber(number *typeset.Span) {
	if len(c.flow) == 0 {
		return
	}
	t, w := typeset.Run(number)
	b := c.flow[len(c.flow)-1]
	page.Shift(t, c.left-c.textStyle.Size-w, textstyle.Baseline(c.leading))
	b.prepend(t)
}

// evened spreads the white that fills a page over all rows that ask for a share of it. The first row of a page has none above it.
func evened(rows []typeset.Row) []typeset.Row {
	var sum, n page.Length
	for k := 1; k < len(rows); k++ {
		if rows[k].Even {
			sum += rows[k].Give
			n++
		}
	}
	for k := 1; k < len(rows); k++ {
		if r := &rows[k]; r.Even {
			share := sum / n
			r.Space += share - r.Give
			r.Give = share
			sum -= share
			n--
		}
	}
	return rows
}
