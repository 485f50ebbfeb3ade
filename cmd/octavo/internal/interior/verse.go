package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// versePenalty is the penalty of a page break inside a stanza, between two lines on either side: a page rather ends between
// stanzas, as long as that does not cost it a line.
const versePenalty = 300

// verse sets lines that end where their author ended them. A poem is centred on its longest line; other lines begin where
// the first line of a paragraph would.
func (c *column) verse(v *book.Verse) {
	width, em := c.width(), c.textStyle.Size
	var stanzas [][]verseLine
	var ends []page.Length
	deepest := page.Length(0)
	for _, s := range v.Stanzas {
		d := c.textStyle.In(c.node.Add(page.NodeParagraph))
		d.Solid = true
		lines := make([]verseLine, len(s.Lines))
		for i, l := range s.Lines {
			lines[i] = verseLine{c.spans(l.Text, d), textstyle.VerseIndent(l.Indent, width, em)}
			ends = append(ends, lines[i].indent+textstyle.Width(lines[i].spans))
			deepest = max(deepest, lines[i].indent)
		}
		stanzas = append(stanzas, lines)
	}
	place := textstyle.PlaceVerse(ends, deepest, width, em)
	if !v.Quoted {
		place.Left = c.paragraphIndent()
		c.indent = true
	}
	var rows []typeset.Row
	for i, lines := range stanzas {
		stanza := c.stanza(lines, place)
		if i > 0 {
			stanza[0].Space = c.leading
		}
		rows = append(rows, stanza...)
	}
	c.rows(rows)
	c.poem = &place
}

// verseLine is a line of verse that is to be set.
type verseLine struct {
	spans  []typeset.Inline
	indent page.Length
}

// stanza sets the lines of a stanza, with at least two of them on each side of a page break.
func (c *column) stanza(lines []verseLine, place textstyle.VersePlace) (rows []typeset.Row) {
	for i, l := range lines {
		// The setting of what is turned, in which the line's beginning stands out to the left.
		x := place.Left + place.Turn
		set := c.setParagraph(l.spans, typeset.Setting{Measure: c.width() - x, Indent: l.indent - place.Turn, Align: typeset.RaggedRight})
		if c.inspect != nil {
			c.inspect(set, unjustified)
		}
		if len(set) == 0 { // a line of white
			set = []typeset.Line{{}}
		}
		for k, part := range set {
			row := c.lineRow(part, c.left+x, c.noteRows)
			switch {
			case k > 0 || i == 1 || i > 0 && i == len(lines)-1:
				row.Penalty = typeset.Forbidden
			case i > 0:
				row.Penalty = versePenalty
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// paragraphIndent returns the indent of the first line of the next paragraph, and adds the white above it that a style has
// instead.
func (c *column) paragraphIndent() page.Length {
	switch {
	case c.indent && c.style.Text.Paragraphs == config.Spaced:
		c.skip(c.leading)
	case c.indent || c.typed && c.depth == 0:
		return page.Length(c.style.Text.Indent)
	}
	return 0
}

// attribution sets who wrote a quotation, at the right: of a poem, under the end of its longest line.
func (c *column) attribution(q *book.Quote, textStyle textstyle.Style) {
	d := textStyle.In(c.node.Add(page.NodeParagraph))
	spans := append([]typeset.Inline{d.Span("—", q.Pos)}, c.spans(q.Attribution, d)...)
	measure := c.width()
	if c.poem != nil {
		measure = min(max(c.poem.Right, textstyle.Width(spans)), measure)
	}
	c.set(spans, typeset.Setting{Measure: measure, Align: typeset.RaggedLeft})
}
