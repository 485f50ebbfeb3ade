package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// runInEntry sets an entry as a dictionary has it: the headword begins the first paragraph of the gloss, and where the book has
// several kinds of entries the kind follows it. A gloss that begins with something else stands under its headword.
func (c *column) runInEntry(e *book.Entry) {
	c.skipEntry()
	left, indent := c.left, page.Length(c.style.Text.Indent)
	if c.pair != nil {
		indent = min(indent, c.textStyle.Size)
	}
	set := typeset.Setting{Align: c.align, Hyphenator: c.hyphenator(), Letterfit: c.style.Text.Letterfit}
	switch {
	case c.style.Entry.Hang:
		c.left += indent
		set.Indent = -indent
	case c.style.Text.Paragraphs == config.Indented:
		set.Indent = indent
	}
	set.Measure = c.width()
	spans, gloss := c.headword(e), e.Gloss
	p, ok := firstParagraph(gloss)
	if ok {
		gloss = gloss[1:]
		spans = append(spans, c.spans(p.Text, c.textStyle.In(c.node.Add(page.NodeParagraph)))...)
	} else {
		spans = spans[:len(spans)-1] // the space
	}
	c.galley.paragraph(c.newParagraph(spans, set), c.noteRows)
	switch {
	case len(gloss) == 0:
	case !ok:
		c.keepTwo()
	case strings.HasSuffix(book.PlainText(p.Text), ":"):
		c.keep() // what it announces does not begin on the next page
	}
	c.indent = ok
	c.blocks(gloss)
	c.endFields(e)
	c.penalty, c.under = 0, 0 // the next entry is not kept with this one
	c.see(e)
	c.left = left
}

// skipEntry asks for the white above an entry of a dictionary: none but what fills the page, or a line where the style has one
// between paragraphs.
func (c *column) skipEntry() {
	if c.style.Text.Paragraphs == config.Spaced {
		c.skip(c.leading)
	}
	c.even = true
}

// headword returns the words of a headword, what its kind and its keys say of it, and the space after it.
func (c *column) headword(e *book.Entry) []typeset.Inline {
	heading := c.textStyle.In(c.headingNode(e.Level))
	spans := c.spans(e.Maxim, heading.Faced(c.style.Entry.Head).Inked(c.style, config.OnMaxim))
	space := made(heading, " ", e.Pos)
	if label := c.kindLabel(e); label != "" {
		kind := c.textStyle.In(c.node.Add(page.NodeParagraph)).Aside()
		spans = append(spans, space, made(kind, label, e.Pos))
	}
	if fields := kinds.Text(kinds.Printed(c.cfg, e, kinds.Head)); fields != "" {
		spans = append(spans, space, made(c.textStyle.In(c.node.Add(page.NodeParagraph)).Aside(), fields, e.Pos))
	}
	return append(spans, space)
}
