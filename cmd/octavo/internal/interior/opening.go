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
	set := typeset.Setting{Measure: c.measure, Align: aligned(c.style.Chapter.Align), Balanced: true}
	lines := typeset.SetParagraph(c.spans(title, c.titleStyle().In(heading)), set)
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
	if over := sink + page.Length(len(lines))*leading + 2*c.leading - c.textHeight; over > 0 { // a long title begins higher
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
		p.lines(typeset.SetParagraph([]typeset.Inline{c.numeralStyle().In(heading).Span(number, c.pos())}, set), 0, 2*c.leading)
	}
	p.lines(lines, 0, leading)
	c.add(openingBlock(p.divided(2*c.leading), c.leading))
	c.keep()
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
