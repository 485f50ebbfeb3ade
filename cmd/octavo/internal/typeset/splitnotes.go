package typeset

import "octavo/cmd/octavo/internal/page"

// SplitNotes moves footnotes that do not fit beside their row to the rows after it, so that no row with its notes is taller
// than a page. A row that leaves its page no line for notes passes all of them on. SplitNotes adds a block at the end when
// notes are left after the text. A block with too many notes in a row keeps only its best way.
func SplitNotes(blocks []Block, rules PageRules) []Block {
	var carried []Row
	for b := 0; b < len(blocks) || len(carried) > 0; b++ {
		if b == len(blocks) {
			blocks = append(blocks, Block{Ways: []Way{{Rows: []Row{{}}}}})
		}
		if len(carried) > 0 || tooMuch(&blocks[b], rules) {
			blocks[b].Ways = blocks[b].Ways[:1]
		} else {
			continue
		}
		rows := blocks[b].Ways[0].Rows
		for i := range rows {
			r := &rows[i]
			if len(carried) > 0 {
				r.Notes = append(carried, r.Notes...)
				carried = nil
			}
			var used page.Length
			for k := range r.Notes {
				used += r.Notes[k].Height + r.Notes[k].Space
				if used > rules.noteRoom(r) && (k > 0 || r.Height > 0 && r.Height+rules.NoteGap+used > rules.Height) {
					carried = append([]Row(nil), r.Notes[k:]...)
					r.Notes = r.Notes[:k:k]
					break
				}
			}
		}
	}
	return blocks
}

// noteRoom returns how much of a page the notes of a row may take: what the row leaves, less six lines, or one line if it
// leaves at least that.
func (r *PageRules) noteRoom(row *Row) page.Length {
	left := r.Height - row.Height - r.NoteGap
	return max(left-6*r.Leading, min(left, r.Leading))
}

func tooMuch(b *Block, rules PageRules) bool {
	for w := range b.Ways {
		for i := range b.Ways[w].Rows {
			r := &b.Ways[w].Rows[i]
			var used page.Length
			for k := range r.Notes {
				used += r.Notes[k].Height + r.Notes[k].Space
			}
			if used > rules.noteRoom(r) {
				return true
			}
		}
	}
	return false
}
