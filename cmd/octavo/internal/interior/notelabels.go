package interior

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
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
	return l.lang.Figure(l.notes.before + n)
}

// nth returns what marks the nth note of a page.
func (l *layout) nth(n int) string {
	if l.bySymbols() {
		return symbol(symbolsOf(l.fonts), n)
	}
	return l.lang.Figure(n)
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
		texts := l.labelsOn(c.plain(), c.boundPages(pages))
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
