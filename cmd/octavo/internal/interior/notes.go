package interior

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
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

// collectNotes records the footnotes of a chapter by their numbers, and the marks at which they are set.
func (c *column) collectNotes(ch *book.Chapter) {
	c.notes, c.noteCache = map[int]*book.Note{}, map[int][]typeset.Row{}
	for _, n := range ch.Notes {
		c.notes[n.Number] = n
	}
	c.layout.marks = firstMarks(ch, c.book.Drafts)
}

// firstMarks returns the first mark of each footnote in the text of a chapter. Drafts are skipped unless they are set like
// other entries.
func firstMarks(ch *book.Chapter, drafts bool) map[*book.NoteMark]bool {
	first, known := map[*book.NoteMark]bool{}, map[*book.Note]bool{}
	var queue []*book.Note
	run := func(text []book.Inline) {
		book.WalkInlines(text, func(in book.Inline) {
			if m, ok := in.(*book.NoteMark); ok && !known[m.Note] {
				first[m], known[m.Note] = true, true
				queue = append(queue, m.Note)
			}
		})
	}
	left := map[book.Block]bool{} // what is in a draft
	visit := func(b book.Block) {
		if e, ok := b.(*book.Entry); ok && e.Status == book.Draft && !drafts {
			left[b] = true
			book.Walk(e.Gloss, func(b book.Block) { left[b] = true })
		}
		if !left[b] {
			book.Runs(b, run)
		}
	}
	run(ch.Title)
	book.Walk(ch.Blocks, visit)
	for i := 0; i < len(queue); i++ {
		book.Walk(queue[i].Blocks, visit)
	}
	return first
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

// noteRows returns the rows of a footnote. Notes that are marked inside a note follow it, at any depth.
func (c *column) noteRows(n int) []typeset.Row {
	if c.queue != nil { // inside a note
		c.queue.add(n)
		return nil
	}
	if rows, ok := c.noteCache[n]; ok { // a mark may be met once for every way to set its paragraph
		return rows
	}
	var rows []typeset.Row
	q := &noteQueue{known: map[int]bool{}}
	q.add(n)
	for i := 0; i < len(q.numbers); i++ {
		if note := c.notes[q.numbers[i]]; note != nil {
			rows = append(rows, c.note(note, q)...)
		}
	}
	c.noteCache[n] = rows
	return rows
}

// note sets one footnote and adds the footnotes that are marked in it to the queue. Its number stands before its first line; a
// note that begins with a list or a quotation is indented past it.
func (c *column) note(note *book.Note, q *noteQueue) []typeset.Row {
	leading := page.Length(c.style.Note.Leading)
	sub := &column{layout: c.layout, queue: q, depth: 1,
		galley: galley{measure: c.textWidth, leading: leading, rigid: true, inspect: c.warn, fit: c.galley.fit}, textStyle: c.layout.body(), align: c.layout.align(),
		node: c.node.Add(page.NodeNote), level: c.level}
	sub.textStyle.Size = page.Length(c.style.Note.Size)
	sub.anchors = []string{noteAnchor(c.chapter, note.Number)}
	number := sub.textStyle.In(sub.node.Add(page.NodeLabel)).Span(strconv.Itoa(note.Number)+".\u2002", note.Pos)
	blocks := note.Blocks
	if p, ok := firstParagraph(blocks); ok || len(blocks) == 0 {
		var text []book.Inline
		if ok {
			text, blocks = p.Text, blocks[1:]
		}
		sub.paragraph(text, number)
		sub.indent = true
		sub.blocks(blocks)
	} else {
		sub.numbered(number, blocks)
	}
	sub.setFirst()
	rows := firstWays(sub.plain())
	if len(rows) > 0 {
		rows[0].Begins = true
	}
	return rows
}

func firstParagraph(blocks []book.Block) (p *book.Paragraph, ok bool) {
	if len(blocks) > 0 {
		p, ok = blocks[0].(*book.Paragraph)
	}
	return p, ok
}

// numbered sets the blocks of a note with its number before their first row.
func (c *column) numbered(number *typeset.Span, blocks []book.Block) {
	lines := typeset.SetParagraph([]typeset.Inline{number}, typeset.Setting{Measure: c.width(), Align: typeset.RaggedRight})
	wide := lines[0].Width + c.textStyle.Size/2
	if _, quote := blocks[0].(*book.Quote); quote && wide <= page.Length(c.style.Text.Indent) {
		wide = 0 // a quotation is indented by itself
	}
	c.left += wide
	c.blocks(blocks)
	c.left -= wide
	if len(c.flow) == 0 {
		c.row(typeset.Row{Height: c.leading})
	}
	items, _ := textstyle.Stack(nil, lines[:1], c.left, max(0, c.flow[0].first().Height-c.leading), c.leading)
	c.flow[0].prepend(items...)
}
