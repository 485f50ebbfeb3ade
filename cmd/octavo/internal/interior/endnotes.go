package interior

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// endnotesAnchor is where the notes at the end of the book begin.
const endnotesAnchor = "octavo.notes"

// hasEndnotes reports whether the book has notes at its end.
func (in *interior) hasEndnotes() bool {
	return in.cfg.Style.Note.Place == config.AtBook && slices.ContainsFunc(in.book.Chapters(), func(ch *book.Chapter) bool {
		return in.notes[ch] != nil && len(in.notes[ch].list) > 0
	})
}

// boundOrder returns the chapters of a book in the order in which they are bound.
func boundOrder(bk *book.Book) []*book.Chapter {
	all := bk.Chapters()
	slices.SortStableFunc(all, func(a, b *book.Chapter) int {
		switch {
		case a.Opening == b.Opening:
			return 0
		case a.Opening:
			return -1
		}
		return 1
	})
	return all
}

// chapterNotes sets the notes of a chapter at its end, where the style has them there.
func (c *column) chapterNotes() {
	if c.style.Note.Place != config.AtChapter || c.layout.notes == nil || len(c.layout.notes.list) == 0 {
		return
	}
	c.heading(&book.Heading{Pos: c.pos(), Level: 2, ID: "octavo.notes." + c.chapter.ID, Text: titled(c.lang.Titles.Notes)})
	c.noteList()
}

// noteList sets the notes of a chapter one after another.
func (c *column) noteList() {
	q := &noteQueue{known: map[int]bool{}}
	for n := range c.layout.notes.list {
		for _, b := range c.note(n+1, q).flow {
			c.add(b)
		}
	}
}

// endnotes sets the notes of the whole book, under the titles of their chapters. Each page says in its running head on which pages
// the marks of its notes are, which is where a reader comes from.
func (in *interior) endnotes(l *layout) []pageBody {
	c := l.column(l.textWidth)
	c.opening("", titled(l.lang.Titles.Notes), endnotesAnchor)
	for _, ch := range boundOrder(in.book) {
		if plan := in.notes[ch]; plan != nil && len(plan.list) > 0 {
			l.notes = plan
			l.chapterOfNotes(c, ch)
		}
	}
	l.notes = nil
	bodies := l.pageBodies(c)
	l.notesTo(bodies, in.addressNotes())
	return bodies
}

// endnotesFrom returns what the notes of the whole book are set from.
func (in *interior) endnotesFrom() (from []any) {
	for _, ch := range boundOrder(in.book) {
		if plan := in.notes[ch]; plan != nil && len(plan.list) > 0 {
			from = append(from, ch, plan.before)
		}
	}
	return from
}

// chapterOfNotes sets the title of a chapter and its notes. Their typographic warnings are of that chapter.
func (l *layout) chapterOfNotes(c *column, ch *book.Chapter) {
	inspect := c.inspect
	var source *book.Tracer
	c.inspect = func(lines []typeset.Line, fit lineFit) {
		l.chapter, l.source = ch, source
		inspect(lines, fit)
		source = l.source
		l.chapter, l.source = nil, nil
	}
	title := withoutNotes(ch.Title)
	if number := l.style.ChapterNumber(ch.Number, l.lang); number != "" {
		title = slices.Concat([]book.Inline{&book.Text{Pos: ch.Pos, Value: number + "\u2002"}}, title)
	}
	c.heading(&book.Heading{Pos: ch.Pos, Level: 2, ID: "octavo.notes." + ch.ID, Text: title})
	c.noteList()
	c.inspect = inspect
}

// addressNotes returns the anchors of notes that are addresses of links.
func (in *interior) addressNotes() map[string]bool {
	out := map[string]bool{}
	for _, p := range in.notes {
		for _, n := range p.links {
			out[p.anchor(n)] = true
		}
	}
	return out
}

// notesTo gives the pages of the book's notes their running heads, and counts for each the author's notes that begin before it.
func (l *layout) notesTo(bodies []pageBody, addresses map[string]bool) {
	last, before := "", 0
	for i := range bodies {
		body := &bodies[i]
		body.start, body.before = firstPlace(body.items), before
		marks := []string{}
		begins := false // the page begins with a note or a title, not with the rest of a note
		for _, it := range page.Placed(body.items) {
			switch it := it.(type) {
			case *page.Text:
				if !begins && len(marks) == 0 && last != "" {
					marks = append(marks, last)
				}
				begins = true
			case *page.Anchor:
				begins = true
				if n, ok := strings.CutPrefix(it.Name, notePrefix); ok {
					last = markPrefix + n
					marks = append(marks, last)
					if !addresses[it.Name] {
						before++
					}
				}
			}
		}
		if len(marks) == 0 {
			continue
		}
		from, to := l.page(marks[0]), l.page(marks[len(marks)-1])
		if body.head = l.lang.Notes.ToPages.Fill("from", from, "to", to); from == to {
			body.head = l.lang.Notes.ToPage.Fill("page", from)
		}
	}
}
