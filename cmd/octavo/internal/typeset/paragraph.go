package typeset

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/hyphen"
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
	Indent     page.Length   // white before the first line
	Insets     []page.Length // white before each of the first lines, beside an initial
	Align      Alignment
	Balanced   bool               // lines not justified come out as alike in length as they can
	OfBook     bool               // it begins on the book's side though all its words run the other way, as the lines of a list do
	Hyphenator *hyphen.Hyphenator // nil: words are not divided
	Memo       *Memo              // what is known of paragraphs that have been set before; nil: nothing
	Letterfit  int                // thousandths of an em by which letters part at most where a line is loose; 5/8 of it, close up
}

// Line is one line of a paragraph. Its items have X from the left edge of the measure and Y from the baseline.
type Line struct {
	Items      []page.Item
	Width      page.Length // of what is set, before it was justified
	Ratio      float64     // by what part of what they can, the spaces have grown (or shrunk, below 0)
	Over       page.Length // by how much it is longer than the measure
	Ascent     page.Length // what stands out above the baseline: pictures, formulas and raised text; 0 for plain text
	Depth      page.Length // what stands out below it: formulas; 0 for plain text
	Notes      []int       // footnotes marked in it
	Hyphenated bool
	SplitWord  bool // it ends inside a word too long for any line, where the word may not be divided
	SplitName  bool // it ends inside a word with a capital
	Stacked    bool // it begins or ends with the same word, or part of one, as the line above
	Ragged     bool // it stands ragged with its whole paragraph, because the lines of that could not be filled; see Paragraph.Ways

	Short page.Length // by how much it is short of its measure

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
	pieces    []piece // where each of inlines comes from; nil: they are the caller's own
	set       Setting
	atoms     []atom
	points    []Breakpoint
	positions []breakPos
	sum       Sum
	trouble   bool      // there are breakpoints of last resort among points
	narrow    bool      // justified, but too narrow for it
	settled   bool      // points are those of the ways that were chosen, and no others
	kept      *measured // of the setting's memo; nil: it is not kept

	book, base bidi.Level // of the book, which its pages are mirrored for, and of the paragraph
}

// SetParagraph breaks inlines into lines in the best way and sets them.
func SetParagraph(inlines []Inline, set Setting) []Line {
	p := NewParagraph(inlines, set)
	return p.Lines(p.Settle([]Breaks{p.Best()})[0])
}

// NewParagraph measures inlines.
func NewParagraph(inlines []Inline, set Setting) *Paragraph {
	p := &Paragraph{set: set}
	leveled, from := p.levels(inlines)
	p.inlines, p.pieces = withFallbacks(leveled)
	p.pieces = traced(from, p.pieces)
	p.measureOnce()
	return p
}

// Width returns the width of the paragraph's words and spaces on one line.
func (p *Paragraph) Width() page.Length { return p.sum.Width - p.set.Indent }

// measure finds the breakpoints between and in the atoms.
func (p *Paragraph) measure() {
	if len(p.atoms) == 0 {
		return
	}
	p.sum, p.narrow = Sum{Width: p.set.Indent}, p.isNarrow()
	if p.set.Align == Justified {
		p.sum.Width -= p.hangLeft(breakPos{}) // of the first line
	}
	p.findBreaks()
	p.markRunts()
	if p.set.Align == Justified {
		p.hang()
	}
	if p.trouble {
		p.forbidStubs()
	}
}

// forbidStubs forbids the divisions of last resort that leave a runt: a last line of "er." is worse than what they mend.
func (p *Paragraph) forbidStubs() {
	for i := range p.points {
		if b := &p.points[i]; b.Runt && b.Penalty >= leastTrouble && b.Penalty < anywherePenalty {
			b.Penalty = Forbidden
		}
	}
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
		if a.kind == picture || a.kind == box || a.kind == boxEnd || a.kind == forcedEnd {
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

// Notes returns the footnotes marked in each line of a way.
func (p *Paragraph) Notes(b Breaks) [][]int {
	p = b.in(p)
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
