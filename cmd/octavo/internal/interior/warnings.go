package interior

import (
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// TypographicWarnings are the codes of the warnings that Set gives about set pages. They matter when a book is proofread,
// not while it is being written.
var TypographicWarnings = []string{"line-overfull", "line-loose", "line-ladder", "line-river", "line-runt", "table-wide"}

// The thresholds of the warnings.
const (
	looseSpace    = 2.0 // times the natural space of the font
	longLadder    = 3   // lines in a row that end with a hyphen
	longRiver     = 5   // lines in a row whose spaces stand under each other …
	riverSpace    = 1.3 // … and are at least so many times as wide as the natural space
	overfullLeast = page.Pt / 4
)

// warn reports the typographic faults of a paragraph that has been set.
func (l *layout) warn(lines []typeset.Line, fit lineFit) {
	ladder := 0
	for i := range lines {
		line := &lines[i]
		if line.Over > overfullLeast {
			l.fault(line, "line-overfull", "line %.1f pt too long for its measure", line.Over.Points()).
				Note("use another word, or write `&shy;` where the long one may be divided")
		}
		if fit == unjustified {
			continue
		}
		if i+1 < len(lines) {
			if w := widest(line); w > looseSpace {
				l.fault(line, "line-loose", "loose line: spaces %.1f times as wide as they should be", w).
					Note("change a word here or in the lines around it, or write `&shy;` where a long word may be divided")
			}
		}
		if ladder++; !line.Hyphenated {
			ladder = 0
		}
		if ladder == longLadder {
			l.fault(line, "line-ladder", "%d lines in a row end with a hyphen", longLadder).Note("change a word in one of them")
		}
		if i > 0 && i == len(lines)-1 && letters(line) > 0 && letters(line) < typeset.RuntLetters {
			l.fault(line, "line-runt", "last line of a paragraph of only %d letters", letters(line)).
				Note("add or delete a word in the paragraph")
		}
	}
	if fit == justified {
		l.river(lines)
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

// gaps returns the spaces of a line, and the natural width of one.
func gaps(l *typeset.Line) (out []gap, natural page.Length) {
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

// widest returns the width of a line's widest space in multiples of its natural width.
func widest(l *typeset.Line) float64 {
	spaces, natural := gaps(l)
	var most page.Length
	for _, g := range spaces {
		most = max(most, g.to-g.from)
	}
	if natural == 0 {
		return 0
	}
	return float64(most) / float64(natural)
}

// river reports wide spaces that stand under each other in so many lines that they form a river.
func (l *layout) river(lines []typeset.Line) {
	type run struct {
		gap
		length int
	}
	var above []run
	for i := range lines {
		spaces, natural := gaps(&lines[i])
		var here []run
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
		above = here
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
