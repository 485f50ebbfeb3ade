package compose

import (
	"strconv"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

// pos is where the chapter being set starts: for what has no place of its own.
func (s *setter) pos() diag.Pos {
	if s.chapter != nil {
		return s.chapter.Pos
	}
	return diag.Pos{}
}

// noteRows sets the footnote of a number, for the foot of the page. Notes marked inside a note follow it.
func (c *column) noteRows(n int) []typeset.Row {
	note := c.notes[n]
	if note == nil || c.noteDepth > 3 {
		return nil
	}
	if rows, ok := c.noteCache[n]; ok { // a mark may be met once for every way to set its paragraph
		return rows
	}
	leading := typeset.Length(c.style.Note.Leading)
	sub := &column{setter: c.setter, notes: c.notes, noteCache: c.noteCache, noteDepth: c.noteDepth + 1, depth: maxDepth,
		galley: galley{measure: c.textWidth, leading: leading, inspect: c.proof, ragged: c.ragged}, dress: c.setter.body(), align: c.setter.align(),
		node: c.node.Add(typeset.NodeNote), level: c.level}
	sub.dress.size = typeset.Length(c.style.Note.Size)
	sub.anchors = []string{noteAnchor(c.chapter, n)}
	number := sub.dress.in(sub.node.Add(typeset.NodeLabel)).span(strconv.Itoa(n)+".\u2002", note.Pos)
	var text []manuscript.Inline
	blocks := note.Blocks
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*manuscript.Paragraph); ok {
			text, blocks = p.Text, blocks[1:]
		}
	}
	sub.paragraph(text, number)
	sub.blocks(blocks)
	var rows, inner []typeset.Row
	for _, b := range sub.flow {
		if b.set != nil {
			b.set(0)
		}
		for _, r := range b.Ways[0].Rows {
			inner = append(inner, r.Notes...) // a note in a note stands after it
			r.Notes = nil
			rows = append(rows, r)
		}
	}
	rows = append(rows, inner...)
	c.noteCache[n] = rows
	return rows
}
