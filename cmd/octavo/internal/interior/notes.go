package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// pos returns where the chapter being set starts, for items that have no place of their own.
func (l *layout) pos() diag.Pos {
	if l.chapter != nil {
		return l.chapter.Pos
	}
	return diag.Pos{}
}

// noteQueue holds the footnotes that are set together: one marked in the text, and those marked in notes of the queue.
type noteQueue struct {
	numbers []int
	known   map[int]bool
}

func (q *noteQueue) add(n int) {
	if !q.known[n] {
		q.known[n] = true
		q.numbers = append(q.numbers, n)
	}
}

// noteRows returns the rows of a footnote, or none where notes do not stand at the foot. Notes that are marked inside a note
// follow it, at any depth.
func (c *column) noteRows(n int) []typeset.Row {
	if c.queue != nil { // inside a note
		c.queue.add(n)
		return nil
	}
	if c.endnotes() {
		return nil
	}
	if rows, ok := c.noteCache[n]; ok { // a mark may be met once for every way to set its paragraph
		return rows
	}
	var rows []typeset.Row
	q := &noteQueue{known: map[int]bool{}}
	q.add(n)
	for i := 0; i < len(q.numbers); i++ {
		sub := c.note(q.numbers[i], q)
		sub.setFirst()
		one := firstWays(sub.plain())
		if len(one) > 0 {
			one[0].Begins = true
		}
		rows = append(rows, one...)
	}
	if c.noteCache == nil {
		c.noteCache = map[int][]typeset.Row{}
	}
	c.noteCache[n] = rows
	return rows
}

// endnotes reports whether notes stand at the end of their chapter or of the book.
func (l *layout) endnotes() bool {
	return l.style.Note.Place == config.AtChapter || l.style.Note.Place == config.AtBook
}

// note sets one note as a column, and adds the notes that are marked in it to the queue. Its number stands before its first line
// and leads back to its mark. A note that begins with a list or a quotation is indented past it.
func (c *column) note(n int, q *noteQueue) *column {
	note := c.layout.notes.list[n-1]
	leading := page.Length(c.style.Note.Leading)
	sub := &column{layout: c.layout, queue: q, depth: 1,
		galley: galley{measure: c.textWidth, leading: leading, rigid: true, inspect: c.inspect, fit: c.galley.fit}, textStyle: c.layout.body(), align: c.layout.align(),
		node: c.node.Add(page.NodeNote), level: c.level}
	sub.textStyle.Size = page.Length(c.style.Note.Size)
	sub.anchors = []string{c.layout.notes.anchor(n)}
	number := sub.noteNumber(n, note.Pos)
	blocks := note.Blocks
	if p, ok := firstParagraph(blocks); (ok || len(blocks) == 0) && !c.style.Note.Hang {
		var text []book.Inline
		if ok {
			text, blocks = p.Text, blocks[1:]
		}
		sub.paragraph(text, number...)
		sub.indent = true
		sub.blocks(blocks)
	} else {
		sub.numbered(number, blocks)
	}
	return sub
}

func firstParagraph(blocks []book.Block) (p *book.Paragraph, ok bool) {
	if len(blocks) > 0 {
		p, ok = blocks[0].(*book.Paragraph)
	}
	return p, ok
}

// noteNumber returns what stands before the first line of a note.
func (c *column) noteNumber(n int, pos diag.Pos) []typeset.Inline {
	d := c.textStyle.In(c.node.Add(page.NodeLabel))
	if c.style.Note.Hang {
		d = d.Columned()
	}
	d = d.To(c.layout.notes.markAnchor(n))
	text := c.label(n)
	if !c.bySymbols() {
		text += "."
	}
	number := c.reserved(made(d, text, pos), d.Size)
	return append(number, made(c.textStyle, "\u2002", pos))
}

// numberWidth returns the width of the numbers before notes whose lines stand beside them, white and all.
func (c *column) numberWidth(number []typeset.Inline) (wide page.Length) {
	if !c.style.Note.Hang {
		return textstyle.Width(number)
	}
	span := c.textStyle.Columned().Span("", diag.Pos{})
	if wide = max(c.labels.widest, c.labels.room); c.labels.texts == nil { // figures of equal width
		wide = typeset.Width(c.label(len(c.layout.notes.list)), span)
	}
	return wide + typeset.Width(".\u2002", span)
}

// numbered sets the blocks of a note with its number before their first row.
func (c *column) numbered(number []typeset.Inline, blocks []book.Block) {
	wide := c.numberWidth(number)
	if len(blocks) > 0 && !c.style.Note.Hang {
		if _, quote := blocks[0].(*book.Quote); quote && wide <= page.Length(c.style.Text.Indent) {
			wide = 0 // a quotation is indented by itself
		}
	}
	lines := c.setParagraph(number, typeset.Setting{Measure: c.width(), Align: typeset.RaggedRight})
	from := c.left
	if c.style.Note.Hang { // numbers end in a column
		from += max(0, wide-textstyle.Width(number))
	}
	c.left += wide
	c.blocks(blocks)
	c.left -= wide
	if len(c.flow) == 0 {
		c.row(typeset.Row{Height: c.leading})
	}
	items, _ := textstyle.Stack(nil, lines[:1], from, max(0, c.flow[0].first().Height-c.leading), c.leading)
	c.flow[0].prepend(items...)
}
