package interior

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

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
