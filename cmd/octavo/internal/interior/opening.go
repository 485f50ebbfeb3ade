package interior

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

func (l *layout) titleStyle() textstyle.Style {
	d := l.body()
	d.Size, d.Solid = page.Length(l.style.Chapter.Size), true
	return d.Faced(l.style.Chapter.Face).Inked(l.style, config.OnTitle)
}

// opening sets the head of a chapter: its number and its title, below the sink.
func (c *column) opening(number string, title []book.Inline, anchor string) {
	c.anchors = append(c.anchors, anchor)
	heading := c.headingNode(1)
	below, deep := c.belowTitle()
	set := typeset.Setting{Measure: c.measure, Align: aligned(c.style.Chapter.Align), Balanced: true}
	lines := c.setParagraph(c.spans(title, c.titleStyle().In(heading)), set)
	leading := page.Length(c.style.Chapter.Size) * 6 / 5
	sink := min(page.Length(c.style.Chapter.Sink), c.textHeight*2/5) // on a small page the text has its share
	above := page.Length(0)
	if number != "" {
		above = 2 * c.leading
	}
	piece, high := []page.Item(nil), page.Length(0)
	if c.chapter != nil {
		piece, high = c.headPiece()
	}
	if len(piece) > 0 { // it has white under it that holds it to the page's head
		sink = max(sink, textstyle.RoundUp(high+above+2*c.leading, c.leading))
	}
	if over := sink + page.Length(len(lines))*leading + deep + 2*c.leading - c.textHeight; over > 0 { // a long title begins higher
		sink = max(sink-over, min(sink, above))
	}
	p := stack{column: c, y: sink}
	if sink >= high+above+c.leading {
		for _, it := range piece {
			p.item(it, 0, 0)
		}
	}
	if number != "" {
		p.y -= above
		p.lines(c.setParagraph([]typeset.Inline{c.numeralStyle().In(heading).Span(number, c.pos())}, set), 0, 2*c.leading)
	}
	p.lines(lines, 0, leading)
	for _, l := range below {
		p.y += l.above
		p.lines(l.lines, 0, l.leading)
	}
	c.add(openingBlock(p.divided(2*c.leading), c.leading))
	c.keep()
}

// titleLine is what stands under a chapter's title, of one kind.
type titleLine struct {
	lines          []typeset.Line
	above, leading page.Length
}

// belowTitle returns what stands under the title of the column's chapter, and how high it is: the subtitle as captions are set, and
// larger; the author in the style of labels; the date in small text.
func (c *column) belowTitle() (out []titleLine, deep page.Length) {
	if c.chapter == nil {
		return nil, 0
	}
	for i, l := range c.chapter.BelowTitle {
		d := c.body()
		d.Solid = true
		line := titleLine{above: c.leading, leading: c.leading}
		switch l.Kind {
		case book.Subtitle:
			d = d.Aside().Inked(c.style, config.OnTitle)
			d.Size = d.Size * 13 / 11
			line.above, line.leading = c.leading/2, d.Size*5/4
		case book.Byline:
			d = d.Label()
		case book.Dateline:
			d = d.Aside()
			if i > 0 && c.chapter.BelowTitle[i-1].Kind == book.Byline {
				line.above = 0
			}
		}
		line.lines = c.setParagraph(c.spans(l.Text, d.In(c.node.Add(page.NodeParagraph))),
			typeset.Setting{Measure: c.measure, Align: aligned(c.style.Chapter.Align), Balanced: true})
		deep += line.above + page.Length(len(line.lines))*line.leading
		out = append(out, line)
	}
	return out, deep
}

// openingBlock returns a block of a chapter's head, which may have a line of white more under it to fill its page.
func openingBlock(rows []typeset.Row, leading page.Length) *block {
	more := slices.Clone(rows)
	more[len(more)-1].Height += leading
	return &block{Block: typeset.Block{Ways: []typeset.Way{{Rows: rows}, {Cost: loosenBlock, Rows: more}}}}
}

// numeralStyle returns the style of a chapter's number.
func (l *layout) numeralStyle() textstyle.Style {
	d := l.body().Inked(l.style, config.OnNumber)
	d.Size = d.Size * 3 / 2
	switch l.style.Chapter.Number {
	case config.Roman, config.Words:
		d.Size = d.Size * 4 / 5
		return d.Label()
	}
	return d
}
