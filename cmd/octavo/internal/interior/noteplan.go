package interior

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// notePlan is the notes of a chapter as they are printed: what the author wrote, without the notes of drafts that are left out,
// and the addresses of links where these are notes. It is made of the text alone. A layout without one, such as that of the
// contents, sets no marks.
type notePlan struct {
	chapter *book.Chapter
	list    []*book.Note // in the order in which they are printed; notes are named by their places in it, from 1
	numbers map[*book.Note]int
	first   map[*book.NoteMark]bool // the first mark of each note; a note stands at the foot of that mark's page
	links   map[*book.Link]int      // the notes that are addresses
	before  int                     // how many notes the chapters before it have, where numbers go on through the book
}

// plansOf returns the notes of chapters that are bound in this order. Drafts have theirs only where they are set like other
// entries.
func (in *interior) plansOf(chapters []*book.Chapter) map[*book.Chapter]*notePlan {
	out := map[*book.Chapter]*notePlan{}
	count := 0
	for _, ch := range chapters {
		p := *in.memo.notes(ch, in.drafts)
		if out[ch] = &p; in.cfg.Style.Note.Restart == config.RestartBook && len(p.list) > 0 {
			p.before = count
			count += len(p.list)
		}
	}
	return out
}

// planNotes lists the notes of a chapter. A note that is marked inside a note follows it.
func planNotes(ch *book.Chapter, addresses, drafts bool) *notePlan {
	p := &notePlan{chapter: ch, numbers: map[*book.Note]int{}, first: map[*book.NoteMark]bool{}, links: map[*book.Link]int{}}
	skip := func(b book.Block) bool {
		e, ok := b.(*book.Entry)
		return ok && e.Status == book.Draft && !drafts
	}
	add := func(n *book.Note) int {
		p.list = append(p.list, n)
		p.numbers[n] = len(p.list)
		return len(p.list)
	}
	mark := func(in book.Inline) {
		if m, ok := in.(*book.NoteMark); ok && p.numbers[m.Note] == 0 {
			p.first[m] = true
			add(m.Note)
		}
	}
	run := func(text []book.Inline) {
		afterInlines(text, func(in book.Inline) {
			from := len(p.list)
			if mark(in); addresses {
				if l, ok := in.(*book.Link); ok && printedAddress(l) != "" {
					p.links[l] = add(addressNote(l))
				}
			}
			for ; from < len(p.list); from++ { // the notes in it
				book.ReadingOrder(p.list[from].Blocks, nil, func(text []book.Inline) { afterInlines(text, mark) })
			}
		})
	}
	run(ch.Title)
	for _, l := range ch.BelowTitle {
		run(l.Text)
	}
	book.ReadingOrder(ch.Blocks, skip, run)
	return p
}

// afterInlines calls f for every inline, an inline after those inside it: the mark of a link's address stands after its words.
func afterInlines(text []book.Inline, f func(book.Inline)) {
	for _, in := range text {
		switch in := in.(type) {
		case *book.Emph:
			afterInlines(in.Text, f)
		case *book.Strong:
			afterInlines(in.Text, f)
		case *book.Strike:
			afterInlines(in.Text, f)
		case *book.Link:
			afterInlines(in.Text, f)
		case *book.Span:
			afterInlines(in.Text, f)
		}
		f(in)
	}
}

// printedAddress returns the address of a link as it is printed beside its words, or "" where these are the address already,
// or where the link leads to a place in the book.
func printedAddress(l *book.Link) string {
	says := book.PlainText(l.Text)
	if l.Target != "" || says == "" || plainAddress(says) == plainAddress(l.URL) {
		return ""
	}
	return withoutScheme(l.URL)
}

// withoutScheme returns an address without what says that it is one of mail or a telephone's number.
func withoutScheme(url string) string {
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(url), "mailto:"), "tel:")
}

// plainAddress returns what tells an address from others, without what people leave out when they write one.
func plainAddress(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, lead := range []string{"mailto:", "tel:", "https://", "http://", "www."} {
		s = strings.TrimPrefix(s, lead)
	}
	return strings.TrimRight(s, "/")
}

// addressNote returns a note that is the address of a link.
func addressNote(l *book.Link) *book.Note {
	address := &book.Link{Pos: l.Pos, URL: l.URL} // without words: the address is printed
	return &book.Note{Pos: l.Pos, Blocks: []book.Block{&book.Paragraph{Pos: l.Pos, Text: []book.Inline{address}}}}
}

// noteNumber returns the number of a note in its chapter, or 0 where the layout sets no marks.
func (l *layout) noteNumber(n *book.Note) int {
	if l.notes == nil {
		return 0
	}
	return l.notes.numbers[n]
}

// hasMark reports whether a mark of a note is set in text. What has one does not move past other text: marks are read in order.
func (l *layout) hasMark(text []book.Inline) (found bool) {
	book.WalkInlines(text, func(in book.Inline) {
		switch in := in.(type) {
		case *book.NoteMark:
			found = found || l.noteNumber(in.Note) > 0
		case *book.Link:
			found = found || l.notes != nil && l.notes.links[in] > 0
		}
	})
	return found
}

// What the names of anchors begin with: at a note, at its first mark, and at its marks after that.
const (
	notePrefix  = "note."
	markPrefix  = "mark."
	againPrefix = "again."
)

// anchor returns the name of a note's anchor.
func (p *notePlan) anchor(n int) string { return notePrefix + p.chapter.ID + "." + strconv.Itoa(n) }

// markAnchor returns the name of the anchor at a note's first mark, to which the note leads back.
func (p *notePlan) markAnchor(n int) string { return markPrefix + p.chapter.ID + "." + strconv.Itoa(n) }

// forNotes reports whether an anchor is of a note or its mark, to which no link of the author's can lead.
func forNotes(anchor string) bool {
	return strings.HasPrefix(anchor, notePrefix) || strings.HasPrefix(anchor, markPrefix) || strings.HasPrefix(anchor, againPrefix)
}
