package typeset

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// Alignment is how lines stand in their measure.
type Alignment int

// The alignments.
const (
	Justified Alignment = iota
	RaggedRight
	Centered
	RaggedLeft
)

// Setting describes how a paragraph is to be set.
type Setting struct {
	Measure    page.Length
	Indent     page.Length // white before the first line
	Inset      page.Length // white before each of the first InsetLines lines, beside an initial
	InsetLines int
	Align      Alignment
	Balanced   bool        // lines not justified come out as alike in length as they can
	Hyphenator *Hyphenator // nil: words are not divided
	Letterfit  int         // thousandths of an em by which letters may part where a line is loose; 5/8 of it, close up
}

// Line is one line of a paragraph. Its items have X from the left edge of the measure and Y from the baseline.
type Line struct {
	Items      []page.Item
	Width      page.Length // of what is set, before it was justified
	Ratio      float64     // by what part of what they can, the spaces have grown (or shrunk, below 0)
	Over       page.Length // by how much it is longer than the measure
	Ascent     page.Length // what stands out above the baseline: pictures and raised text; 0 for plain text
	Notes      []int       // footnotes marked in it
	Hyphenated bool
	SplitWord  bool // it ends inside a word too long for any line, where the word may not be divided

	para       *Paragraph
	start, end breakPos
}

// Start returns the span in which a line starts and the offset in its text, or nil for an empty line.
func (l *Line) Start() (*Span, int) {
	for i := int(l.start.startAtom); l.para != nil && i < len(l.para.atoms); i++ {
		if a := l.para.atoms[i]; a.kind == chunk {
			at := a.from
			if i == int(l.start.startAtom) {
				at = max(at, l.start.startAt)
			}
			return l.para.span(a), int(at)
		}
	}
	return nil, 0
}

// Paragraph is a measured paragraph, ready to be broken into lines.
type Paragraph struct {
	inlines   []Inline
	set       Setting
	atoms     []atom
	points    []Breakpoint
	positions []breakPos
	sum       Sum
	inside    []opportunity // of the chunk being broken
}

// SetParagraph breaks inlines into lines in the best way and sets them.
func SetParagraph(inlines []Inline, set Setting) []Line {
	p := NewParagraph(inlines, set)
	return p.Lines(p.Best())
}

// NewParagraph measures inlines.
func NewParagraph(inlines []Inline, set Setting) *Paragraph {
	p := &Paragraph{inlines: inlines, set: set}
	p.sum.Width = set.Indent
	p.cut()
	if len(p.atoms) > 0 {
		p.findBreaks()
		p.markRunts()
		if set.Align == Justified {
			p.hang()
		}
	}
	return p
}

// span returns the span of an atom that is a chunk or a space.
func (p *Paragraph) span(a atom) *Span { return p.inlines[a.inline].(*Span) }

// RuntLetters is how many letters a last line must have so that it is not a runt.
const RuntLetters = 5

// markRunts marks the breakpoints that leave too few letters for a last line.
func (p *Paragraph) markRunts() {
	letters := 0
	k := len(p.points) - 1
	for i := len(p.atoms) - 1; i >= 0 && letters < RuntLetters; i-- {
		a := p.atoms[i]
		if a.kind == picture || a.kind == forcedEnd {
			return
		}
		text := p.span(a).Text
		for at := int(a.to); at > int(a.from) && letters < RuntLetters; {
			r, n := utf8.DecodeLastRuneInString(text[a.from:at])
			at -= n
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters++
			}
			for ; k >= 0 && (p.positions[k].startAtom > int32(i) || p.positions[k].startAtom == int32(i) && int(p.positions[k].startAt) >= at); k-- {
				p.points[k].Runt = letters < RuntLetters
			}
		}
	}
}

// Best returns the best way to break the paragraph.
func (p *Paragraph) Best() Breaks { return p.Ways(0)[0] }

// Ways returns the best way to break the paragraph for each number of lines within spread of the best number, the best
// first.
func (p *Paragraph) Ways(spread int) []Breaks {
	if len(p.points) == 0 {
		return []Breaks{{}}
	}
	return LinesBy(p.points, p.set.Measure, p.rules(), spread)
}

// rules returns the rules of line breaking for the paragraph's setting.
func (p *Paragraph) rules() LineRules {
	rules := BookRules
	if p.set.Align != Justified {
		rules.Ragged, rules.Balanced = true, p.set.Balanced
	}
	rules.Inset, rules.InsetLines = p.set.Inset, int32(p.set.InsetLines)
	return rules
}

// Lines sets the paragraph as broken.
func (p *Paragraph) Lines(b Breaks) []Line {
	lines := make([]Line, len(b.Ends))
	last := -1
	for i, end := range b.Ends {
		var inset page.Length
		if i < p.set.InsetLines {
			inset = p.set.Inset
		}
		lines[i] = p.line(last, end, inset)
		last = end
	}
	return lines
}

// Hyphenated reports, for each line of a way, whether it ends with a hyphen.
func (p *Paragraph) Hyphenated(b Breaks) []bool {
	out := make([]bool, len(b.Ends))
	for i, end := range b.Ends {
		out[i] = p.points[end].Hyphen
	}
	return out
}

// Notes returns the footnotes marked in each line of a way.
func (p *Paragraph) Notes(b Breaks) [][]int {
	out := make([][]int, len(b.Ends))
	for i := range p.inlines {
		s, ok := p.inlines[i].(*Span)
		if !ok || s.Note == 0 {
			continue
		}
		at := slices.IndexFunc(p.atoms, func(a atom) bool { return a.inline == int32(i) })
		for line, end := range b.Ends {
			if at >= 0 && (int32(at) < p.positions[end].endAtom || int32(at) == p.positions[end].endAtom && p.positions[end].endAt > p.atoms[at].from) {
				out[line] = append(out[line], s.Note)
				break
			}
		}
	}
	return out
}

func (p *Paragraph) em() page.Length {
	for _, in := range p.inlines {
		if s, ok := in.(*Span); ok {
			return s.Size
		}
	}
	return 0
}
