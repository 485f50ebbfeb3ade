package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// The rules above and below an aside, and thicker ones where it says what must not be missed.
const (
	asideRule = page.Pt * 4 / 10
	graveRule = page.Pt
)

// aside sets a passage off from the text, between rules and under its title or its label. Pages may end in it.
func (c *column) aside(a *book.Aside) {
	c.endFloat()
	c.endKeep()
	outer, step := c.node, page.Length(c.style.Text.Indent)
	c.node = outer.Add(page.NodeDivision)
	if a.ID != "" {
		c.anchors = append(c.anchors, a.ID)
	}
	h := asideRule
	if a.Kind.Grave() {
		h = graveRule
	}
	if len(c.flow) > 0 && c.asideEnd == len(c.flow) {
		c.skip(2 * c.leading) // so that their rules are no double rule
	}
	c.skip(c.leading)
	c.inset(step, step, func() {
		from := len(c.flow)
		rule := func() *page.Rule { return &page.Rule{X: c.left, W: c.width(), H: h, Color: page.Black} }
		c.asideLabel(a)
		c.blocks(a.Blocks)
		if from == len(c.flow) {
			return
		}
		top := rule()
		top.Y = -c.leading/5 - h
		c.flow[from].prepend(top)
		last := c.flow[len(c.flow)-1]
		for w := range last.Ways {
			r := &last.Ways[w].Rows[len(last.Ways[w].Rows)-1]
			foot := rule()
			foot.Y = r.Height + c.leading/5
			r.Items = append(r.Items[:len(r.Items):len(r.Items)], foot)
		}
	})
	c.skip(c.leading)
	c.asideEnd = len(c.flow)
	c.node, c.indent = outer, false
}

// asideLabel sets the line above an aside's text: the author's title, or the label of its kind.
func (c *column) asideLabel(a *book.Aside) {
	d := c.textStyle.Label().In(c.node.Add(page.NodeParagraph)).Inked(c.style, config.OnLabel)
	spans := c.spans(a.Title, d)
	if len(a.Title) == 0 {
		label := c.lang.Asides.Label(int(a.Kind))
		if label == "" {
			return
		}
		spans = []typeset.Inline{made(d, label, a.Pos)}
	}
	c.together(c.setParagraph(spans, typeset.Setting{Measure: c.width(), Align: typeset.RaggedRight}))
	c.keepTwo()
	c.indent = false
}

// aligned sets blocks whose lines stand in the middle, or at one side.
func (c *column) aligned(b *book.Aligned) {
	outer := c.align
	switch b.Align {
	case book.AlignCenter:
		c.align = typeset.Centered
	case book.AlignRight:
		c.align = typeset.RaggedLeft
	default:
		c.align = typeset.RaggedRight
	}
	c.indent = false
	for i, block := range b.Blocks {
		if i > 0 && c.style.Text.Paragraphs == config.Spaced {
			c.skip(c.leading)
		}
		c.indent = false
		c.block(block)
	}
	c.align, c.indent = outer, false
}
