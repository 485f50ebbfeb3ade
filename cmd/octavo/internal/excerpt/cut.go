package excerpt

import (
	"octavo/cmd/octavo/internal/book"
)

// cut returns a book with the front matter, the whole chapters and the chosen entries of another. An entry stands under the title of its
// chapter and the headings of its section.
func cut(bk *book.Book, whole map[*book.Chapter]bool, chosen map[*book.Entry]bool) *book.Book {
	small := *bk
	part := func(ch *book.Chapter) *book.Chapter {
		if whole[ch] {
			return ch.Copy()
		}
		own := *ch
		if own.Blocks = kept(ch.Blocks, chosen); len(own.Blocks) == 0 {
			return nil
		}
		out := own.Copy()
		renumber(out)
		return out
	}
	some := func(all []*book.Chapter) (out []*book.Chapter) {
		for _, ch := range all {
			if c := part(ch); c != nil {
				out = append(out, c)
			}
		}
		return out
	}
	small.Front, small.Parts = nil, nil
	for _, ch := range bk.Front {
		small.Front = append(small.Front, ch.Copy())
	}
	for _, p := range bk.Parts {
		own := *p
		if own.Chapters = some(p.Chapters); len(own.Chapters) > 0 {
			small.Parts = append(small.Parts, &own)
		}
	}
	small.Back = some(bk.Back)
	return &small
}

// kept returns the chosen entries among blocks and inside them, with the headings that they stand under.
func kept(blocks []book.Block, chosen map[*book.Entry]bool) (out []book.Block) {
	var above []*book.Heading // those that nothing has been kept under yet
	keep := func(b ...book.Block) {
		if len(b) == 0 {
			return
		}
		for _, h := range above {
			out = append(out, h)
		}
		above, out = nil, append(out, b...)
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Heading:
			for len(above) > 0 && above[len(above)-1].Level >= b.Level {
				above = above[:len(above)-1]
			}
			above = append(above, b)
		case *book.Entry:
			for len(above) > 0 && above[len(above)-1].Level >= b.Level {
				above = above[:len(above)-1]
			}
			if chosen[b] {
				keep(b)
			} else {
				keep(kept(b.Gloss, chosen)...)
			}
		default:
			book.Walk([]book.Block{b}, func(b book.Block) {
				if e, ok := b.(*book.Entry); ok && chosen[e] {
					keep(e)
				}
			})
		}
	}
	return out
}

// renumber leaves out the notes of a chapter to which no mark leads any more, and counts the others from 1.
func renumber(ch *book.Chapter) {
	var notes []*book.Note
	number := map[*book.Note]int{}
	visit := func(i book.Inline) {
		if m, ok := i.(*book.NoteMark); ok {
			m.First = number[m.Note] == 0
			if m.First {
				notes = append(notes, m.Note)
				number[m.Note] = len(notes)
			}
		}
	}
	(&book.Chapter{Title: ch.Title, BelowTitle: ch.BelowTitle, Blocks: ch.Blocks}).Walk(nil, visit)
	for i := 0; i < len(notes); i++ { // a note may mark others
		(&book.Chapter{Blocks: notes[i].Blocks}).Walk(nil, visit)
	}
	for _, n := range notes {
		n.Number = number[n]
	}
	ch.Notes = notes
}
