package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// entry sets a maxim with its kind above it and its gloss below.
func (c *column) entry(e *book.Entry) {
	if e.Status == book.Draft && !c.book.Drafts {
		return
	}
	outer := c.node
	c.node = outer.Add(page.NodeSect)
	defer func() { c.node = outer }()
	c.skip(2 * c.leading)
	c.anchors = append(c.anchors, e.ID)

	align := aligned(c.style.Maxim.Align)
	p := stack{column: c}
	if c.style.Maxim.Label != config.None {
		set := typeset.Setting{Measure: c.width(), Align: align}
		kind := c.kindStyle().In(c.node.Add(page.NodeParagraph))
		p.lines(typeset.SetParagraph([]typeset.Inline{kind.Span(c.kindLabel(e), e.Pos)}, set), c.left, c.leading)
	}
	maxim := c.textStyle.In(c.headingNode(e.Level))
	maxim.Size, maxim.Solid = page.Length(c.style.Maxim.Size), true
	measure := c.width() * 94 / 100
	lines := typeset.SetParagraph(c.spans(e.Maxim, maxim.Faced(c.style.Maxim.Face)),
		typeset.Setting{Measure: measure, Align: align, Balanced: true})
	left := c.left
	if align == typeset.Centered {
		left += (c.width() - measure) / 2
	}
	p.y += c.leading / 7
	p.lines(lines, left, page.Length(c.style.Maxim.Leading))
	c.elasticRows(p.divided(c.leading / 7))
	c.keep()
	c.indent = false
	c.blocks(e.Gloss)
	c.see(e)
	c.flow[len(c.flow)-1].ends(endAnchor(e))
}

// kindLabel returns the label of an entry's kind.
func (c *column) kindLabel(e *book.Entry) string {
	label := c.lang.Entry.Kind(string(e.Kind))
	if e.Kind == book.Metaphor && e.Tenor != "" && e.Vehicle != "" {
		label += " · " + c.lang.Entry.Likeness.Fill("tenor", e.Tenor, "vehicle", e.Vehicle)
	}
	return label
}

// kindStyle returns the style of that label.
func (c *column) kindStyle() textstyle.Style {
	d := c.textStyle
	d.Size = d.Size * 92 / 100
	if c.style.Maxim.Label == config.SmallCaps {
		d.Size = c.textStyle.Size * 86 / 100
	}
	return d.Faced(c.style.Maxim.Label)
}

// see sets the entry's references to other entries.
func (c *column) see(e *book.Entry) {
	text := c.textStyle.In(c.node.Add(page.NodeParagraph))
	text.Size = text.Size * 92 / 100
	var spans []typeset.Inline
	for _, id := range e.See {
		title, ok := c.book.Target(id)
		if !ok {
			continue
		}
		if len(spans) == 0 {
			lead := text.Label()
			spans = append(spans, lead.Span(c.lang.References.See+" ", e.Pos))
		} else {
			spans = append(spans, text.Span("; ", e.Pos))
		}
		d := text.To(id)
		spans = append(spans, d.Aside().Span(strings.TrimRight(title, "."), e.Pos), d.Span(", "+c.lang.References.Page.Fill("n", c.page(id)), e.Pos))
	}
	if len(spans) == 0 {
		return
	}
	spans = append(spans, text.Span(".", e.Pos))
	for _, in := range spans {
		in.(*typeset.Span).Offset = page.Made
	}
	if c.style.Text.Paragraphs == config.Spaced {
		c.skip(c.leading)
	}
	c.keep()
	indent := page.Length(c.style.Text.Indent)
	c.left += indent
	c.set(spans, typeset.Setting{Measure: c.width(), Align: typeset.RaggedRight, Hyphenator: c.hyphenator()})
	c.left -= indent
}
