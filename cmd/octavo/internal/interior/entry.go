package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// entry sets an entry in the layout of the style.
func (c *column) entry(e *book.Entry) {
	if e.Status == book.Draft && !c.drafts {
		return
	}
	outer := c.node
	c.node = outer.Add(page.NodeSect)
	defer func() { c.node = outer }()
	c.endFloat()
	c.endKeep()
	c.anchors = append(c.anchors, e.ID)
	switch c.style.Entry.Layout {
	case config.Numbered:
		c.numberedEntry(e)
	case config.RunIn:
		c.runInEntry(e)
	default:
		c.displayedEntry(e)
	}
	c.endFloat()
	if n := len(c.flow); n > 0 { // there is none above a first headword without words
		c.flow[n-1].ends(endAnchor(e))
	}
}

// displayedEntry sets a maxim by itself, with its kind above it and its gloss below.
func (c *column) displayedEntry(e *book.Entry) {
	c.skip(2 * c.leading)
	c.maxim(e)
	c.keepTwo()
	c.indent = false
	c.blocks(e.Gloss)
	c.endFields(e)
	c.penalty, c.under = 0, 0 // the next entry is not kept with this one
	c.see(e)
}

// maxim sets the line that names the kind, and the maxim. The white under the maxim is the same for any number of lines; what the
// grid adds stands above the kind, or at the head of a page under it, so that the first lines of facing pages are level.
func (c *column) maxim(e *book.Entry) {
	align := aligned(c.style.Maxim.Align)
	maxim := c.textStyle.In(nil).Inked(c.style, config.OnMaxim)
	maxim.Size, maxim.Solid = page.Length(c.style.Maxim.Size), true
	measure := c.width() * 94 / 100
	left := c.left
	if align == typeset.Centered {
		left += (c.width() - measure) / 2
	}
	p := stack{column: c}
	var kind []typeset.Line
	if label := c.kindLabel(e); label != "" {
		set := typeset.Setting{Measure: c.width(), Align: align}
		kind = c.setParagraph([]typeset.Inline{c.kindStyle().In(c.node.Add(page.NodeParagraph)).Span(label, e.Pos)}, set)
	}
	lines := c.setParagraph(c.spans(e.Maxim, maxim.In(c.headingNode(e.Level)).Faced(c.style.Maxim.Face)),
		typeset.Setting{Measure: measure, Align: align, Balanced: true})
	below := c.leading / 4
	fields := c.headFields(e, align)
	high := page.Length(len(kind)+len(fields))*c.leading + below + page.Length(len(lines))*page.Length(c.style.Maxim.Leading) + below
	slack := textstyle.RoundUp(high, c.leading) - high
	p.y = slack
	p.lines(kind, c.left, c.leading)
	label := len(p.rows)
	p.y += below
	p.lines(lines, left, page.Length(c.style.Maxim.Leading))
	p.lines(fields, c.left, c.leading)
	var atHead []page.Item
	for _, r := range p.rows[:label] {
		atHead = append(atHead, r.Items...)
	}
	c.elasticRows(p.divided(below))
	c.flow[len(c.flow)-1].atHead = func() {
		for _, it := range atHead {
			page.Shift(it, 0, -slack)
		}
	}
}

// kindLabel returns the words that say what an entry is: its kind, where the book has several, and the kind's line. In a typescript
// its number stands before them. They may be empty.
func (c *column) kindLabel(e *book.Entry) string {
	var parts []string
	if c.typed && e.Number > 0 {
		parts = append(parts, c.lang.Figure(e.Number))
	}
	if c.style.Maxim.Label == config.None {
		return strings.Join(parts, "")
	}
	for _, words := range []string{kinds.Label(c.cfg, e, c.book.several()), kinds.Line(c.cfg, e)} {
		if words != "" {
			parts = append(parts, words)
		}
	}
	return strings.Join(parts, " · ")
}

// kindStyle returns the style of that label.
func (c *column) kindStyle() textstyle.Style {
	d := c.textStyle.Inked(c.style, config.OnLabel)
	d.Size = d.Size * 92 / 100
	if c.style.Maxim.Label == config.SmallCaps {
		d.Size = c.textStyle.Size * 86 / 100
	}
	return d.Faced(c.style.Maxim.Label)
}

// mostReferences is how many lines of references stay on one page.
const mostReferences = 6

// see sets the entry's references to other entries, after one another or each on a line of its own.
func (c *column) see(e *book.Entry) {
	text := c.textStyle.In(c.node.Add(page.NodeParagraph))
	text.Size = text.Size * 92 / 100
	var to [][]typeset.Inline
	for _, id := range e.See {
		if title, ok := c.book.target(id); ok {
			d := text.To(id)
			to = append(to, []typeset.Inline{made(d.Aside(), strings.TrimRight(title, "."), e.Pos), made(d, ",\u00A0"+c.reference(id), e.Pos)})
		}
	}
	if len(to) == 0 {
		return
	}
	if c.style.Text.Paragraphs == config.Spaced {
		c.skip(c.leading)
	}
	c.keep()
	lead := made(text.Label().Inked(c.style, config.OnLabel), c.lang.References.See+" ", e.Pos)
	indent := page.Length(c.style.Text.Indent)
	c.left += indent
	lines := c.seeLines(lead, to, text)
	whole := keepAll // they do not continue overleaf
	if len(lines) > mostReferences {
		whole = keepEnds
	}
	c.lines(lines, whole, c.noteRows)
	c.left -= indent
}

// seeLines sets references after the word that leads to them.
func (c *column) seeLines(lead *typeset.Span, to [][]typeset.Inline, text textstyle.Style) []typeset.Line {
	set := typeset.Setting{Measure: c.width(), Align: typeset.RaggedRight, Hyphenator: c.hyphenator()}
	if c.style.Entry.See != config.Listed {
		spans := []typeset.Inline{lead}
		for i, one := range to {
			if i > 0 {
				spans = append(spans, made(text, "; ", lead.Pos))
			}
			spans = append(spans, one...)
		}
		return c.setParagraph(append(spans, made(text, ".", lead.Pos)), set)
	}
	wide := textstyle.Width([]typeset.Inline{lead})
	set.Measure -= wide
	var lines []typeset.Line
	for i, one := range to {
		set.Indent = 0
		if i == 0 {
			one, set.Indent = append([]typeset.Inline{lead}, one...), -wide
		}
		lines = append(lines, c.setParagraph(one, set)...)
	}
	for _, l := range lines {
		for _, it := range l.Items {
			page.Shift(it, wide, 0)
		}
	}
	return lines
}
