package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// Setting is how a paragraph is to be set.
type Setting struct {
	Measure    Length
	Indent     Length // white before the first line
	Inset      Length // white before each of the first InsetLines lines, beside an initial
	InsetLines int
	Align      Alignment
	Balanced   bool        // lines not justified come out as alike in length as they can
	Hyphenator *Hyphenator // nil: words are not divided
	Letterfit  int         // thousandths of an em by which letters may part where a line is loose; 5/8 of it, close up
}

// Line is one line of a paragraph. Its items have X from the left edge of the measure and Y from the baseline.
type Line struct {
	Items      []Item
	Width      Length  // of what is set, before it was justified
	Ratio      float64 // by what part of what they can, the spaces have grown (or shrunk, below 0)
	Over       Length  // by how much it is longer than the measure
	Ascent     Length  // what stands out above the baseline: pictures and raised text; 0 for plain text
	Notes      []int   // footnotes marked in it
	Hyphenated bool

	para       *Paragraph
	start, end site
}

// Start is the span in which a line starts, and the offset in its text; nil for an empty line.
func (l *Line) Start() (*Span, int) {
	for i := int(l.start.startAtom); l.para != nil && i < len(l.para.atoms); i++ {
		if a := l.para.atoms[i]; a.kind == chunk {
			at := a.from
			if i == int(l.start.startAtom) {
				at = max(at, l.start.startAt)
			}
			return &l.para.spans[a.span], int(at)
		}
	}
	return nil, 0
}

// hyphenPenalty is what dividing a word costs; explicitPenalty what ending a line after a hyphen or dash that is there anyway costs;
// urlPenalty what ending one inside an address costs.
const (
	hyphenPenalty   = 900
	explicitPenalty = 30
	urlPenalty      = 200
	anywherePenalty = 5000
)

// atom is the smallest thing a line is made of: a chunk of a span without spaces, a space, a picture or a forced end.
type atom struct {
	kind     atomKind
	span     int32
	from, to int32 // in the span's text
	before   Sum   // up to the atom
}

type atomKind uint8

const (
	chunk atomKind = iota
	space
	fixedSpace // does not stretch
	picture
	forcedEnd
)

// site says what a Breakpoint is in the text: atom and offset where the line ends and where the next one starts.
type site struct {
	endAtom, endAt     int32
	startAtom, startAt int32
}

// Paragraph is a paragraph measured and ready to be broken into lines, in one way or another.
type Paragraph struct {
	spans  []Span
	set    Setting
	atoms  []atom
	points []Breakpoint
	sites  []site
	sum    Sum
}

// SetParagraph breaks spans into lines in the best way and sets them.
func SetParagraph(spans []Span, set Setting) []Line {
	p := NewParagraph(spans, set)
	return p.Lines(p.Best())
}

// NewParagraph measures spans.
func NewParagraph(spans []Span, set Setting) *Paragraph {
	p := &Paragraph{spans: spans, set: set}
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

// runtLetters is how many letters a last line must have, so that it is not a crumb under its paragraph.
const runtLetters = 5

// markRunts marks the breakpoints after which there is too little text for a line.
func (p *Paragraph) markRunts() {
	letters := 0
	k := len(p.points) - 1
	for i := len(p.atoms) - 1; i >= 0 && letters < runtLetters; i-- {
		a := p.atoms[i]
		if a.kind == picture || a.kind == forcedEnd {
			return
		}
		text := p.spans[a.span].Text
		for at := int(a.to); at > int(a.from) && letters < runtLetters; {
			r, n := utf8.DecodeLastRuneInString(text[a.from:at])
			at -= n
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters++
			}
			for ; k >= 0 && (p.sites[k].startAtom > int32(i) || p.sites[k].startAtom == int32(i) && int(p.sites[k].startAt) >= at); k-- {
				p.points[k].Runt = letters < runtLetters
			}
		}
	}
}

// Best is the best way to break the paragraph.
func (p *Paragraph) Best() Breaks { return p.Ways(0)[0] }

// Ways are the best ways to break the paragraph into as many lines as the best one has, and into as many more or less as
// spread allows, the best first.
func (p *Paragraph) Ways(spread int) []Breaks {
	if len(p.points) == 0 {
		return []Breaks{{}}
	}
	rules := BookRules
	if p.set.Align != Justified {
		rules.Ragged, rules.Balanced = true, p.set.Balanced
	}
	rules.Inset, rules.InsetLines = p.set.Inset, int32(p.set.InsetLines)
	return LinesBy(p.points, p.set.Measure, rules, spread)
}

// Lines sets the paragraph as broken.
func (p *Paragraph) Lines(b Breaks) []Line {
	lines := make([]Line, len(b.Ends))
	last := -1
	for i, end := range b.Ends {
		var inset Length
		if i < p.set.InsetLines {
			inset = p.set.Inset
		}
		lines[i] = p.line(last, end, inset)
		last = end
	}
	return lines
}

// Hyphenated says for each line of a way whether it ends with a hyphen.
func (p *Paragraph) Hyphenated(b Breaks) []bool {
	out := make([]bool, len(b.Ends))
	for i, end := range b.Ends {
		out[i] = p.points[end].Hyphen
	}
	return out
}

// Notes are the footnotes marked in each line of a way.
func (p *Paragraph) Notes(b Breaks) [][]int {
	out := make([][]int, len(b.Ends))
	for i := range p.spans {
		n := p.spans[i].Note
		if n == 0 {
			continue
		}
		at := slices.IndexFunc(p.atoms, func(a atom) bool { return a.span == int32(i) })
		for line, end := range b.Ends {
			if at >= 0 && (int32(at) < p.sites[end].endAtom || int32(at) == p.sites[end].endAtom && p.sites[end].endAt > p.atoms[at].from) {
				out[line] = append(out[line], n)
				break
			}
		}
	}
	return out
}

func (p *Paragraph) em() Length {
	for i := range p.spans {
		if p.spans[i].Font != nil {
			return p.spans[i].Size
		}
	}
	return 0
}

// cut makes the spans into atoms.
func (p *Paragraph) cut() {
	for i := range p.spans {
		s := &p.spans[i]
		switch {
		case s.Break:
			p.atoms = append(p.atoms, atom{kind: forcedEnd, span: int32(i)})
			continue
		case s.Picture != nil:
			p.atoms = append(p.atoms, atom{kind: picture, span: int32(i), to: int32(len(s.Text))})
			continue
		}
		from := 0
		flush := func(to int) {
			if to > from {
				p.atoms = append(p.atoms, atom{kind: chunk, span: int32(i), from: int32(from), to: int32(to)})
			}
		}
		for at := 0; at < len(s.Text); {
			c := s.Text[at]
			n, kind := 1, chunk
			switch {
			case c == ' ' || c == '\n' || c == '\t' || c == '\r':
				kind = space
			case c < 0xC2:
			case c == 0xC2 && at+1 < len(s.Text) && s.Text[at+1] == 0xA0:
				n, kind = 2, fixedSpace
			case c == 0xE2 || c == 0xE3:
				r, size := utf8.DecodeRuneInString(s.Text[at:])
				if n = size; spaceWidth(r) != 0 {
					kind = fixedSpace
				}
			default:
				_, n = utf8.DecodeRuneInString(s.Text[at:])
			}
			if kind == chunk {
				at += n
				continue
			}
			flush(at)
			if k := len(p.atoms); kind == space && k > 0 && p.atoms[k-1].kind == space {
				if p.atoms[k-1].span == int32(i) && int(p.atoms[k-1].to) == at {
					p.atoms[k-1].to++ // a run of spaces is one
				}
			} else if kind != space || k > 0 && p.atoms[k-1].kind != forcedEnd {
				p.atoms = append(p.atoms, atom{kind: kind, span: int32(i), from: int32(at), to: int32(at + n)})
			}
			at += n
			from = at
		}
		flush(len(s.Text))
	}
	for len(p.atoms) > 0 && (p.atoms[len(p.atoms)-1].kind == space || p.atoms[len(p.atoms)-1].kind == forcedEnd) {
		p.atoms = p.atoms[:len(p.atoms)-1]
	}
}

// spaceWidth is the width of a fixed space of Unicode in 1/720 em, 0 for what is none; U+00A0 is not one of them.
func spaceWidth(r rune) Length {
	switch r {
	case '\u2000', '\u2002': // en quad, en space
		return 360
	case '\u2001', '\u2003', '\u3000': // em quad, em space, ideographic space
		return 720
	case '\u2004':
		return 240
	case '\u2005':
		return 180
	case '\u2006', '\u2009', '\u202F': // sixth, thin, narrow no-break
		return 120
	case '\u2007', '\u2008': // figure, punctuation
		return 360
	case '\u200A':
		return 60
	}
	return 0
}

// How white grows and shrinks, in thousandths of an em. A space takes most of it; where a setting has a letterfit, the
// letters of a line take the rest, so little each that no eye sees it, but there are five of them to every space (H.
// Thành, Micro-typographic extensions to the TeX typesetting system, 2000, and InDesign's letter spacing do the same).
const (
	spaceStretch = 66
	letterMost   = 25 // never more white than this between two letters, however loose the line
)

// space is the natural space of a span.
func (s *Span) space() Sum {
	w := s.scale(int32(s.Font.space))
	return Sum{Width: w + s.Tracking, Stretch: s.Size * spaceStretch / 1000, Shrink: w / 4}
}

// letters is by how much the white of n glyphs of a span can grow and shrink.
func (p *Paragraph) letters(s *Span, n int) Sum {
	fit := s.Size * Length(p.set.Letterfit) * Length(n) / 1000
	return Sum{Stretch: fit, Shrink: fit * 5 / 8}
}

// findBreaks adds the sums to the atoms and lists the breakpoints.
func (p *Paragraph) findBreaks() {
	p.points = make([]Breakpoint, 0, 2*len(p.atoms)+1)
	p.sites = make([]site, 0, 2*len(p.atoms)+1)
	for i := range p.atoms {
		a := &p.atoms[i]
		a.before = p.sum
		s := &p.spans[a.span]
		at, next := site{int32(i), a.from, int32(i + 1), 0}, Sum{}
		switch a.kind {
		case chunk:
			p.breakChunk(int32(i), a, s)
			continue
		case picture:
			p.sum.Width += s.Width
			continue
		case fixedSpace:
			if r, _ := utf8.DecodeRuneInString(s.Text[a.from:a.to]); spaceWidth(r) != 0 {
				p.sum.Width += spaceWidth(r) * s.Size / 720
			} else {
				p.sum = p.sum.plus(s.space())
			}
			continue
		case forcedEnd:
			p.add(Breakpoint{End: p.sum, Start: p.sum, Penalty: Forced}, at)
			continue
		}
		next = p.sum.plus(s.space())
		b := Breakpoint{End: p.sum, Start: next}
		if bound(p.chunkText(i-1), p.chunkText(i+1)) {
			b.Penalty = Forbidden
		}
		p.add(b, at)
		p.sum = next
	}
	n := int32(len(p.atoms))
	p.add(Breakpoint{End: p.sum, Start: p.sum, Penalty: Forced}, site{n, 0, n, 0})
}

func (p *Paragraph) add(b Breakpoint, s site) {
	if n := len(p.atoms); s.startAtom < int32(n) {
		s.startAt = max(s.startAt, p.atoms[s.startAtom].from)
	}
	p.points = append(p.points, b)
	p.sites = append(p.sites, s)
}

func (s Sum) plus(t Sum) Sum {
	return Sum{s.Width + t.Width, s.Stretch + t.Stretch, s.Shrink + t.Shrink}
}

// breakChunk measures a chunk and lists the breakpoints inside it.
func (p *Paragraph) breakChunk(i int32, a *atom, s *Span) {
	text := s.Text[a.from:a.to]
	shaped := s.Font.Shape(text, s.Features)
	width := s.width(shaped)
	before := p.sum
	p.sum = p.sum.plus(p.letters(s, len(shaped.Glyphs)))
	p.sum.Width += width
	cursor := prefix{shaped: shaped, span: s}
	addAt := func(at int, penalty int32, hyphen bool) {
		if at <= 0 || at >= len(text) {
			return
		}
		adds := hyphen && text[at-1] != '-' && !strings.HasSuffix(text[:at], "\u2010") // one is there already
		end, start := before, before
		if w, ok := cursor.width(at); ok {
			head := p.letters(s, cursor.glyph)
			head.Width = w
			end, start = end.plus(head), start.plus(head)
			if adds {
				end.Width += s.scale(int32(s.Font.hyphen)) + s.Tracking
			}
		} else { // inside a ligature: the parts are shaped anew
			head := text[:at]
			if adds {
				head += "-"
			}
			end.Width += s.width(s.Font.Shape(head, s.Features))
			start.Width += width - s.width(s.Font.Shape(text[at:], s.Features))
		}
		o := a.from + int32(at)
		p.add(Breakpoint{End: end, Start: start, Penalty: penalty, Hyphen: hyphen}, site{i, o, i, o})
	}
	if width > p.set.Measure && !p.divisible(text, s) { // it may end anywhere
		for at := range text {
			addAt(at, anywherePenalty, false)
		}
		return
	}
	address := s.URL == text || isAddress(text)
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			at += n
			next, _ := utf8.DecodeRuneInString(text[at:])
			switch {
			case address && (r == '/' || r == '.' || r == '?' || r == '&' || r == '=' || r == '_'):
				addAt(at, urlPenalty, false)
			case r == '\u200B':
				addAt(at, 0, false)
			case r == '\u00AD' && p.set.Hyphenator != nil && !s.Solid:
				addAt(at, hyphenPenalty/2, true)
			case (r == '-' || r == '\u2010') && at > n && unicode.IsLetter(next):
				addAt(at, explicitPenalty, true)
			case (r == '—' || r == '–') && at > n && (unicode.IsLetter(next) || r == '—' && opens(next)):
				addAt(at, explicitPenalty, false)
			case unicode.Is(unicode.Han, next):
				addAt(at, 0, false)
			}
			continue
		}
		from := at
		for at < len(text) {
			r, n := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			at += n
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
				addAt(at, 0, false)
			}
		}
		if p.set.Hyphenator == nil || s.Solid || address || hyphenated(text, from, at) {
			continue
		}
		for _, o := range p.set.Hyphenator.Points(text[from:at]) {
			addAt(from+o, hyphenPenalty, true)
		}
	}
}

// divisible says whether a chunk can be divided as words are.
func (p *Paragraph) divisible(text string, s *Span) bool {
	if p.set.Hyphenator == nil || s.Solid {
		return false
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if n := len(word); n > 0 && len(p.set.Hyphenator.Points(word))*12 < n-12 { // a part would still be long
			return false
		}
	}
	return true
}

// hyphenated says whether the letters text[from:to] stand beside a hyphen: such a word is divided there or nowhere. A
// soft hyphen is the author's word on where to divide.
func hyphenated(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return before == '-' || before == '\u00AD' || after == '-' || after == '\u00AD'
}

func opens(r rune) bool { return r == '“' || r == '‘' || r == '(' }

// isAddress says whether a chunk is an address of the web or of a mailbox.
func isAddress(text string) bool {
	for i := 1; i+2 < len(text); i++ {
		if text[i] == ':' && text[i+1] == '/' && text[i+2] == '/' || text[i] == '@' && text[i+1] != ' ' {
			return true
		}
	}
	return false
}

// prefix walks over shaped glyphs to give the width of ever longer beginnings of their text.
type prefix struct {
	shaped *Shaped
	span   *Span
	glyph  int
	w      Length
}

// width is the width of the text before offset at; false when at is inside a glyph's cluster.
func (c *prefix) width(at int) (Length, bool) {
	g := c.shaped.Glyphs
	if c.glyph > 0 && int(g[c.glyph-1].At) >= at {
		c.glyph, c.w = 0, 0
	}
	for c.glyph < len(g) && int(g[c.glyph].At) < at {
		c.w += c.span.scale(g[c.glyph].Advance) + c.span.Tracking
		c.glyph++
	}
	return c.w, c.glyph < len(g) && int(g[c.glyph].At) == at
}

// width is the width of shaped text in the span's size.
func (s *Span) width(g *Shaped) Length {
	return Length(g.Width)*s.Size/Length(s.Font.Upem) + s.Tracking*Length(len(g.Glyphs))
}
