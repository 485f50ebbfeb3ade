package interior

import (
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// TypographicWarnings are the codes of the warnings that Set gives about set pages and that matter when a book is proofread,
// not while it is being written. Others, such as that of a loose line, are of what nobody would have set by hand; every
// build gives them.
var TypographicWarnings = []string{"line-ladder", "line-river", "line-runt", "line-stack", "line-hyphen", "line-name", "table-wide", "table-small",
	"table-turned", "page-short", "page-uneven", "picture-moved"}

// The thresholds of the warnings.
const (
	looseSpace    = 1.51 // times the widest normal space of the font; 1.5 is what the line breaker takes for loose
	longLadder    = 3    // lines in a row that end with a hyphen
	longRiver     = 5    // lines in a row whose spaces stand under each other …
	riverSpace    = 1.3  // … and are at least so many times as wide as the natural space
	loneShort     = 3    // ems by which a line of one word is short
	overfullLeast = page.Pt / 4
)

// reword is what can be done about a line that cannot be set well.
const reword = "reword this line or one around it, or write `&shy;` where a long word may be divided"

// warn reports the typographic faults of a paragraph that has been set.
func (l *layout) warn(lines []typeset.Line, fit lineFit) {
	l.warnOverfull(lines)
	if fit == unjustified {
		return
	}
	last := len(lines) - 1
	ladder := 0
	for i := range lines {
		line := &lines[i]
		if i < last {
			l.warnFilled(line)
		}
		if line.Stacked {
			l.fault(line, "line-stack", "line begins or ends with the same word as the line above it").Note("change a word in one of them")
		}
		if ladder++; !line.Hyphenated {
			ladder = 0
		}
		if ladder == longLadder {
			l.fault(line, "line-ladder", "%d lines in a row end with a hyphen", longLadder).Note("change a word in one of them")
		}
		if i > 0 && i == last-1 && line.Hyphenated {
			l.fault(line, "line-hyphen", "word divided between the last two lines of a paragraph").Note("add or delete a word in the paragraph")
		}
		if i > 0 && i == last && letters(line) > 0 && letters(line) < typeset.RuntLetters {
			l.fault(line, "line-runt", "last line of a paragraph of only %d letters", letters(line)).
				Note("add or delete a word in the paragraph")
		}
	}
	l.warnRagged(lines)
	if fit == justified {
		l.river(lines)
	}
}

func (l *layout) warnOverfull(lines []typeset.Line) {
	for i := range lines {
		if line := &lines[i]; line.Over > overfullLeast {
			l.fault(line, "line-overfull", "line %.1f pt too long for its measure", line.Over.Points()).
				Note("use another word, or write `&shy;` where the long one may be divided")
		}
	}
}

// warnFilled reports what is wrong with a line that is not its paragraph's last.
func (l *layout) warnFilled(line *typeset.Line) {
	gaps, widest, size := spread(line)
	switch {
	case gaps == 0 && line.Short > loneShort*size:
		l.fault(line, "line-lone", "line of one word, %.0f pt short of its measure", line.Short.Points()).Note(reword)
	case widest > looseSpace:
		l.fault(line, "line-loose", "loose line: spaces %.1f times as wide as the widest should be", widest).Note(reword)
	}
	if line.SplitName {
		l.fault(line, "line-name", "name or word with a capital divided at the end of a line").Note(reword)
	}
}

// warnRagged reports a paragraph that is ragged because its lines could not be filled, at the shortest of them.
func (l *layout) warnRagged(lines []typeset.Line) {
	var worst *typeset.Line
	for i := range lines[:max(0, len(lines)-1)] {
		if line := &lines[i]; line.Ragged && (worst == nil || line.Short > worst.Short) {
			worst = line
		}
	}
	if worst != nil {
		l.fault(worst, "line-ragged", "paragraph set ragged, because this line could not be filled").Note(reword)
	}
}

func (l *layout) fault(line *typeset.Line, code, format string, args ...any) *diag.Diagnostic {
	pos := l.pos()
	if span, at := line.Start(); span != nil && span.Pos.IsValid() {
		if pos = span.Pos; span.Offset != page.Made && l.chapter != nil {
			if l.source == nil {
				l.source = book.NewTracer(l.chapter)
			}
			pos = l.source.Trace(span.Pos, span.Offset+at)
		}
	}
	return l.faults.Warnf(code, pos, format, args...)
}

// gap is a space of a line.
type gap struct{ from, to page.Length }

// gaps appends the spaces of a line, and returns the natural width of one.
func gaps(out []gap, l *typeset.Line) (_ []gap, natural page.Length) {
	for _, it := range l.Items {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		x := t.X
		for _, g := range t.Glyphs {
			if int(g.At) < len(t.Text) && t.Text[g.At] == ' ' {
				out = append(out, gap{x, x + page.Length(g.Advance)})
				if natural == 0 {
					natural = page.SpaceAt(t.Font, t.Size)
				}
			}
			x += page.Length(g.Advance)
		}
	}
	return out, natural
}

// spread returns the number of a line's spaces, the width of the widest in multiples of what is its widest normal width, and
// the size of the text.
func spread(l *typeset.Line) (spaces int, widest float64, size page.Length) {
	for _, it := range l.Items {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		normal := typeset.WidestSpace(t.Font, t.Size)
		size = max(size, t.Size)
		for _, g := range t.Glyphs {
			if int(g.At) < len(t.Text) && t.Text[g.At] == ' ' {
				spaces++
				widest = max(widest, float64(g.Advance)/float64(max(normal, 1)))
			}
		}
	}
	return spaces, widest, size
}

// river reports wide spaces that stand under each other in so many lines that they form a river.
func (l *layout) river(lines []typeset.Line) {
	type run struct {
		gap
		length int
	}
	var above, here []run
	var spaces []gap
	var natural page.Length
	for i := range lines {
		spaces, natural = gaps(spaces[:0], &lines[i])
		here = here[:0]
		for _, g := range spaces {
			r := run{g, 1}
			if float64(g.to-g.from) < riverSpace*float64(natural) {
				continue
			}
			for _, a := range above {
				if over := min(a.to, g.to) - max(a.from, g.from); over*2 >= min(a.to-a.from, g.to-g.from) {
					r.length = max(r.length, a.length+1)
				}
			}
			if r.length == longRiver {
				l.fault(&lines[i], "line-river", "river of white through %d lines down to this one", longRiver).
					Note("change a word in one of them")
			}
			here = append(here, r)
		}
		above, here = here, above
	}
}

// letters returns the number of letters and digits in a line.
func letters(l *typeset.Line) int {
	n := 0
	for _, it := range l.Items {
		if t, ok := it.(*page.Text); ok {
			for _, r := range t.Text {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					n++
				}
			}
		}
	}
	return n
}
