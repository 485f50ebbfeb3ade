package interior

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// column is a galley being filled with a chapter's blocks.
type column struct {
	*layout
	galley
	textStyle textstyle.Style
	align     typeset.Alignment
	indent    bool                  // the next paragraph follows another
	noteCache map[int][]typeset.Row // footnotes that are set
	queue     *noteQueue            // the queue of the note being set; nil outside notes
	depth     int                   // of quotations and lists
	asideEnd  int                   // the length of flow after the last aside
	poem      *textstyle.VersePlace // of the verse that was set last; nil: something else was
	node      *page.Node            // what the next block is a child of
	level     int                   // of the last heading

	pair   *columnPair     // how it is divided into two columns a page; nil: into pages
	float  int             // 1 more than the block in flow that may move past those after it; 0: none
	opener *book.Paragraph // what the chapter's text begins with
	first  bool            // the next paragraph is that
}

func (l *layout) column(measure page.Length) *column {
	return &column{layout: l, galley: galley{measure: measure, leading: l.grid(), inspect: l.warn, fit: l.fit()}, textStyle: l.body(), align: l.align(), node: l.tree}
}

// blocks sets blocks one after another.
func (c *column) blocks(bs []book.Block) {
	for _, b := range bs {
		c.block(b)
		if p, ok := b.(*book.Paragraph); ok && strings.HasSuffix(book.PlainText(p.Text), ":") {
			c.keep() // what it announces does not begin on the next page
		}
	}
}

func (c *column) block(b book.Block) {
	c.poem = nil
	switch b := b.(type) {
	case *book.Verse:
		c.verse(b)
	case *book.Paragraph:
		c.first = b == c.opener
		c.paragraph(b.Text)
	case *book.Heading:
		c.heading(b)
	case *book.Entry:
		c.entry(b)
	case *book.List:
		c.list(b)
	case *book.Quote:
		c.quote(b)
	case *book.Aside:
		c.aside(b)
	case *book.Aligned:
		c.aligned(b)
	case *book.PageBreak:
		c.endFloat()
		c.forced = len(c.flow) > 0
		c.indent = false
	case *book.Code:
		c.code(b.Lines, b.Pos)
	case *book.Table:
		c.table(b)
	case *book.Definitions:
		c.definitions(b)
	case *book.Figure:
		c.figure(b)
	case *book.Break:
		c.ornament(b.Pos)
	case *book.HTML:
		c.code(strings.Split(strings.TrimRight(b.Text, "\n"), "\n"), b.Pos)
	}
}

// paragraph sets running text after the inlines of lead. The first paragraph of a sequence starts flush left; those after
// it are indented, or separated by a blank line.
func (c *column) paragraph(text []book.Inline, lead ...typeset.Inline) {
	set := typeset.Setting{Measure: c.width(), Indent: c.paragraphIndent(), Align: c.align, Hyphenator: c.hyphenator(),
		Letterfit: c.style.Text.Letterfit}
	spans := append(lead, c.spans(text, c.textStyle.In(c.node.Add(page.NodeParagraph)))...)
	c.indent = true
	if c.typed || c.align != c.layout.align() || slices.ContainsFunc(spans, isPicture) {
		c.set(spans, set)
		return
	}
	if c.first {
		c.first = false
		c.firstParagraph(spans, set)
		return
	}
	c.galley.paragraph(c.newParagraph(spans, set), c.noteRows)
}

// set adds a paragraph of spans in the column's leading.
func (c *column) set(spans []typeset.Inline, setting typeset.Setting) {
	c.lines(c.setParagraph(spans, setting), keepEnds, c.noteRows)
}

// heading sets a section's heading; deeper levels are less prominent.
func (c *column) heading(h *book.Heading) {
	c.endFloat()
	c.endKeep()
	c.skip(c.leading)
	c.anchors = append(c.anchors, h.ID)
	d := c.textStyle.In(c.headingNode(h.Level)).Inked(c.style, config.OnSection)
	d.Solid = true
	set := typeset.Setting{Measure: c.width(), Align: aligned(c.style.Section.Align), Balanced: true}
	if h.Level <= 3 {
		d.Size = page.Length(c.style.Section.Size)
	}
	if h.Level <= 2 {
		d = d.Faced(c.style.Section.Face)
	} else {
		d = d.Faced(c.style.Section.Minor)
	}
	lines := c.setParagraph(c.spans(h.Text, d), set)
	c.solid(lines, c.leading*4/9, c.leading, c.leading*5/9)
	c.keepTwo()
	c.indent = false
}

// solid adds lines that stay together, with white above and at least below.
func (c *column) solid(lines []typeset.Line, above, leading, below page.Length) {
	p := stack{column: c, y: above}
	p.lines(lines, c.left, leading)
	c.elasticRows(p.divided(below))
}

// notesOf returns the rows of the footnotes marked in lines.
func (c *column) notesOf(lines []typeset.Line) []typeset.Row {
	var rows []typeset.Row
	for _, l := range lines {
		for _, n := range l.Notes {
			rows = append(rows, c.noteRows(n)...)
		}
	}
	return rows
}

// together adds lines that no page break divides.
func (c *column) together(lines []typeset.Line) { c.lines(lines, keepAll, c.noteRows) }

func isPicture(in typeset.Inline) bool {
	_, ok := in.(*typeset.InlinePicture)
	return ok
}

// maxDepth is how many levels of quotations and lists are indented, provided that leastInset ems remain for their lines.
// Deeper levels are not indented further.
const (
	maxDepth   = 6
	leastInset = 10
)

// inset sets the content that f adds, indented on the left and the right, with white above and below.
func (c *column) inset(left, right page.Length, f func()) {
	if c.depth >= maxDepth || c.width()-left-right < leastInset*c.textStyle.Size {
		left, right = max(0, left-c.left), 0 // the marks of a list stand inside the measure all the same
	}
	c.depth++
	if c.depth == 1 {
		c.skip(c.leading)
	}
	c.left, c.right = c.left+left, c.right+right
	indent := c.indent
	c.indent = false
	f()
	c.indent = indent
	c.left, c.right = c.left-left, c.right-right
	c.depth--
	if c.depth == 0 {
		c.skip(c.leading)
		c.indent = false
	}
}

func (c *column) quote(q *book.Quote) {
	step := page.Length(c.style.Text.Indent)
	right := step
	textStyle, align, outer := c.textStyle, c.align, c.node
	c.node = outer.Add(page.NodeQuote)
	if q.Epigraph {
		step, right = c.width()/6, c.width()/6
		c.textStyle = c.textStyle.Aside()
		c.align = typeset.RaggedRight
	}
	c.inset(step, right, func() {
		c.blocks(q.Blocks)
		if len(q.Attribution) == 0 {
			return
		}
		if len(q.Blocks) > 0 {
			c.keep()
		}
		c.attribution(q, textStyle)
	})
	c.textStyle, c.align, c.node = textStyle, align, outer
	if q.Epigraph {
		c.skip(2 * c.leading)
	}
}

// What stands in for the marks of a style in a font that does not have them.
const (
	plainBreak = "* * *"
	plainList  = "–"
)

// breakMark returns the ornament of a thematic break.
func (l *layout) breakMark() string {
	if !l.fonts.Has(l.style.Mark.Break) {
		return plainBreak
	}
	return l.style.Mark.Break
}

// ornamentTurn is the penalty of a page that ends above a thematic break: its ornament may stand at the head of the next page. It
// does not stand at the foot, where nobody sees what it parts.
const ornamentTurn = 3000

// ornament sets a thematic break.
func (c *column) ornament(pos diag.Pos) {
	c.endFloat()
	c.skip(c.leading)
	mark := c.breakMark()
	c.penalty = max(c.penalty, ornamentTurn)
	c.set([]typeset.Inline{c.textStyle.Inked(c.style, config.OnOrnament).Span(mark, pos)}, typeset.Setting{Measure: c.width(), Align: typeset.Centered})
	c.skip(c.leading)
	c.keep()
	c.indent = false
}
