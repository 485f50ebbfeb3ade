package interior

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// noteLabels is what marks the notes of a chapter that are counted by the page.
type noteLabels struct {
	texts  []string    // of each note
	widest page.Length // of them, in the size of notes
	room   page.Length // the least width of each, in the size of notes; 0: each is as wide as it is
}

// Symbols mark the notes of a page in this order; after the last they are doubled, then tripled (The Chicago Manual of Style on
// notes keyed to text by symbols; R. Bringhurst, The Elements of Typographic Style, on reference marks).
var noteSymbols = []string{"*", "†", "‡", "§", "‖", "¶"}

// symbolsOf returns the symbols that the text's fonts have.
func symbolsOf(fonts *textstyle.Fonts) []string {
	out := slices.DeleteFunc(slices.Clone(noteSymbols), func(s string) bool { return !fonts.Has(s) })
	if len(out) == 0 {
		return noteSymbols[:1]
	}
	return out
}

// symbol returns the nth of the symbols, from 1.
func symbol(symbols []string, n int) string {
	return strings.Repeat(symbols[(n-1)%len(symbols)], (n-1)/len(symbols)+1)
}

func (l *layout) bySymbols() bool { return l.style.Note.Marks == config.Symbols }

// byPage reports whether the notes of the chapter are counted by the page.
func (l *layout) byPage() bool {
	return l.notes != nil && len(l.notes.list) > 0 && !l.endnotes() && l.style.Note.Restart == config.RestartPage
}

// label returns what marks a note.
func (l *layout) label(n int) string {
	if n <= len(l.labels.texts) {
		return l.labels.texts[n-1]
	}
	return strconv.Itoa(l.notes.before + n)
}

// nth returns what marks the nth note of a page.
func (l *layout) nth(n int) string {
	if l.bySymbols() {
		return symbol(symbolsOf(l.fonts), n)
	}
	return strconv.Itoa(n)
}

// freeRounds is how many times a chapter is set with marks that are as wide as they are, before each has the room of the widest.
const freeRounds = 3

// chapterBodies sets a chapter as pages.
//
// Where notes are counted by the page, a mark depends on the page that it is on, and the page on the widths of the marks before it.
// The chapter is set with the first label everywhere, divided into pages, labelled by these, and set again until the labels are those
// of its pages. That is nearly always so the second time. A cycle is possible, for example where a line has room for * but not
// for †, which sends its mark to the next page, where it is * again. So after freeRounds every mark is as wide as the widest that has
// been met, in the text and before its note. Lines and pages depend no longer on the labels then, and the next labels are the
// last. The work is at most freeRounds+2 times that of one setting.
func (l *layout) chapterBodies(ch *book.Chapter) []pageBody {
	fresh := *l
	if l.byPage() {
		l.relabel(slices.Repeat([]string{l.nth(1)}, len(l.notes.list)))
	}
	var room page.Length
	for round := 0; ; round++ {
		c := l.chapterColumn(ch)
		pages := l.divide(c)
		if !l.byPage() {
			return l.bodiesOf(c, pages)
		}
		room = max(room, l.labels.widest)
		texts := l.labelsOn(c.plain(), pages)
		if slices.Equal(texts, l.labels.texts) || round > freeRounds {
			bodies := l.bodiesOf(c, pages)
			l.warnOfMarks(bodies)
			return bodies
		}
		*l = fresh
		l.tree = &page.Node{Kind: page.NodeSect}
		if l.relabel(texts); round+1 >= freeRounds {
			l.labels.room = max(room, l.labels.widest)
		}
	}
}

// againMark is a mark of a note that has been marked before.
type againMark struct {
	note int
	pos  diag.Pos
}

// markedAgain records such a mark and returns the name of its anchor.
func (l *layout) markedAgain(n int, pos diag.Pos) string {
	if l.again == nil {
		l.again = map[string]againMark{}
	}
	name := againPrefix + l.notes.chapter.ID + "." + strconv.Itoa(len(l.again)+1)
	l.again[name] = againMark{n, pos}
	return name
}

// warnOfMarks reports marks on other pages than those of their notes, where notes are counted by the page: there the same mark is
// another note's.
func (l *layout) warnOfMarks(bodies []pageBody) {
	for _, body := range bodies {
		here := map[string]bool{}
		var again []string
		for _, it := range page.Placed(body.items) {
			if a, ok := it.(*page.Anchor); ok {
				if here[a.Name] = true; l.again[a.Name].note > 0 {
					again = append(again, a.Name)
				}
			}
		}
		for _, name := range again {
			if m := l.again[name]; !here[l.notes.markAnchor(m.note)] {
				l.faults.Warnf("note-again", m.pos, "note is marked again on another page, where %s is the mark of another note", l.label(m.note)).
					Note(`give this place a note of its own, or write restart = "chapter" and marks = "numbers" under [notes] in book.toml`)
			}
		}
	}
}

// relabel gives the notes of the chapter their labels.
func (l *layout) relabel(texts []string) {
	l.labels = noteLabels{texts: texts}
	d := l.body()
	d.Size = page.Length(l.style.Note.Size)
	span := d.Columned().Span("", diag.Pos{})
	seen := map[string]bool{}
	for _, text := range texts {
		if !seen[text] {
			seen[text] = true
			l.labels.widest = max(l.labels.widest, typeset.Width(text, span))
		}
	}
}

// labelsOn returns the labels of all notes, counted on each page from the first. A page on which a note begins whose mark is on a
// page before goes on counting, so that no two notes at its foot are marked alike.
func (l *layout) labelsOn(blocks []typeset.Block, pages []typeset.Page) []string {
	numbers := map[string]int{}
	for n := range l.notes.list {
		numbers[l.notes.anchor(n+1)] = n + 1
	}
	out := slices.Clone(l.labels.texts)
	marked := map[int]bool{}
	count := 0
	for _, pg := range pages {
		late := slices.ContainsFunc(begun(pg.Notes, numbers), func(n int) bool { return marked[n] })
		if !late {
			count = 0
		}
		for _, r := range piecesOf(blocks, pg) {
			for _, n := range begun(r.Notes, numbers) {
				count++
				out[n-1], marked[n] = l.nth(count), true
			}
		}
	}
	return out
}

// begun returns the notes that begin among rows, given the notes of all anchors.
func begun(rows []typeset.Row, numbers map[string]int) (out []int) {
	for _, r := range rows {
		if !r.Begins {
			continue
		}
		for _, it := range r.Items {
			if a, ok := it.(*page.Anchor); ok && numbers[a.Name] > 0 {
				out = append(out, numbers[a.Name])
			}
		}
	}
	return out
}

// The white before a mark, in hundredths of an em: between the marks of two notes at one place; and before a symbol, which unlike a
// figure has none at its side, after a stop, and after a letter that leans or hangs over to the right.
const (
	markGap = 12
	stopGap = 5
	leanGap = 11
)

// noteMark sets the mark of a note. Where first is set it is the one that the note stands by and leads back to.
func (l *layout) noteMark(out []typeset.Inline, n int, first bool, pos diag.Pos, d textstyle.Style) []typeset.Inline {
	if l.notes == nil || n == 0 {
		return out
	}
	e := d
	e.Italic, e.Bold = false, false
	e.Node = d.Node.Add(page.NodeReference)
	e = e.To(l.notes.anchor(n))
	if !l.bySymbols() {
		e.Features |= font.Superiors
		e.Features &^= font.OldStyle | font.Lining | font.Proportional
	}
	mark := e.Span(l.label(n), pos)
	switch {
	case first:
		mark.Note, mark.Name = n, l.notes.markAnchor(n)
	case l.byPage():
		mark.Name = l.markedAgain(n, pos)
	}
	switch {
	case !l.bySymbols():
		textstyle.Raise(mark)
	case !strings.HasPrefix(mark.Text, "*"): // that is drawn small and high
		mark.Raise()
	}
	if k := len(out) - 1; k >= 0 {
		if before, ok := out[k].(*typeset.Span); ok {
			out = append(out[:k], widened(before, d.Size*l.whiteBefore(before)/100)...)
		}
	}
	return append(out, l.reserved(mark, d.Size)...)
}

// whiteBefore returns the white between a mark and what stands before it, in hundredths of an em.
func (l *layout) whiteBefore(s *typeset.Span) page.Length {
	r, _ := utf8.DecodeLastRuneInString(s.Text)
	switch {
	case forNotes(s.Anchor):
		return markGap
	case !l.bySymbols():
		return 0
	case strings.ContainsRune(".,;:!?…’”)", r):
		return stopGap
	case strings.HasSuffix(s.Text, "ff"): // a ligature is not parted
		return 0
	case r == 'f' || s.Font == l.fonts.Italic || s.Font == l.fonts.BoldItalic:
		return leanGap
	}
	return 0
}

// reserved returns a label with white after it where it is narrower than the room that each has in text of a size.
func (l *layout) reserved(label *typeset.Span, size page.Length) []typeset.Inline {
	room := l.labels.room * size / page.Length(l.style.Note.Size)
	return widened(label, max(0, room-typeset.Width(label.Text, label)))
}

// widened returns a span with white after it: its last character is a span of its own, so that the width is exact.
func widened(s *typeset.Span, white page.Length) []typeset.Inline {
	if white == 0 {
		return []typeset.Inline{s}
	}
	_, n := utf8.DecodeLastRuneInString(s.Text)
	head, last := *s, *s
	head.Text, last.Text = s.Text[:len(s.Text)-n], s.Text[len(s.Text)-n:]
	last.Tracking += white
	if head.Text == "" {
		return []typeset.Inline{&last}
	}
	last.Note, last.Name = 0, ""
	if last.Offset != page.Made {
		last.Offset += len(head.Text)
	}
	return []typeset.Inline{&head, &last}
}
