package typeset

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/page"
)

// Display is a display text, measured once so that it can be set at any size. It is not safe for use by several goroutines at once.
type Display struct {
	inlines    []Inline
	align      Alignment
	hyphenator *hyphen.Hyphenator
	divided    bool // there are places inside words

	places []LineEnd
	verse  bool        // the author has ended lines
	first  page.Length // punctuation that may hang at the left of its first line
	widest page.Length // word
}

// Room is the space that a display text is set in, and the sizes it may have.
type Room struct {
	Width, Height page.Length
	Hang          page.Length // how far punctuation may hang outside it on each side
	Leading       int         // from baseline to baseline, in hundredths of the size
	Least, Most   page.Length // sizes to be tried …
	Step          page.Length // … and in what steps
}

// displayEm is the size in which a display text is measured: so large that no rounding shows in the sizes it is set in.
const displayEm = 256 * page.Pt

// NewDisplay measures the inlines of a display text. The largest of them gives the size of the whole: when it is set in another,
// the others follow. A word that no line holds is divided at its soft hyphens or by h; nil: only at soft hyphens. Those in a span that
// is Solid stay whole.
func NewDisplay(inlines []Inline, align Alignment, h *hyphen.Hyphenator) *Display {
	d := &Display{inlines: inlines, align: align, hyphenator: h}
	d.measure()
	return d
}

// paragraph returns the text in a size, as a paragraph of which every place in d.places is a breakpoint.
func (d *Display) paragraph(size page.Length) *Paragraph {
	set := wide
	if !d.divided {
		return NewParagraph(d.scaled(size), set)
	}
	if set.Hyphenator = d.hyphenator; set.Hyphenator == nil {
		set.Hyphenator = hyphen.Soft(d.font().Lang)
	}
	return NewParagraph(d.scaled(size), set).inTrouble()
}

// divide adds the places inside words, where a word is wider than a room at the largest of its sizes.
func (d *Display) divide(room Room) {
	if !d.divided && d.font() != nil && d.widest > room.Width*displayEm/max(room.Most, 1) {
		d.divided = true
		d.measure()
	}
}

// measure finds the places at which a line may end.
func (d *Display) measure() {
	p := d.paragraph(displayEm)
	d.places = make([]LineEnd, len(p.points))
	if len(p.points) == 0 {
		return
	}
	d.first = p.outside(breakPos{}, leftSide)
	for i, b := range p.points {
		at := p.positions[i]
		pl := LineEnd{End: b.End.Width, Start: b.Start.Width, Left: p.outside(at, leftSide), Right: p.outside(at, rightSide)}
		switch {
		case b.Penalty == Forced && i < len(p.points)-1:
			pl.Kind, d.verse = MustEnd, true
		case b.Penalty >= Forbidden:
			pl.Kind = Never
		case b.Penalty >= addressPenalty && b.Start.Width <= b.End.Width || b.Hyphen:
			if pl.Kind, pl.Cost = Inside, jointCost; b.Hyphen {
				pl.Cost = divideCost + partCost*int64(b.Penalty)
			}
		}
		d.places[i] = pl
	}
	d.wholes()
	sense(p, d.places)
	for i := len(p.points) - 2; i >= 0; i-- {
		if d.places[i].Kind == Inside {
			continue
		}
		d.places[i].Lone = true
		if p.points[i].Start.Width > p.points[i].End.Width && d.places[i].Kind != Never {
			break
		}
	}
}

// wholes measures the words that have places inside, and finds the widest of all.
func (d *Display) wholes() {
	start, first := page.Length(0), 0
	d.widest = 0
	for i := range d.places {
		p := &d.places[i]
		if p.Kind == Inside || p.Kind == Never {
			continue
		}
		whole := p.End - start
		for k := first; k < i; k++ {
			d.places[k].Whole = whole
		}
		d.widest = max(d.widest, whole)
		start, first = p.Start, i+1
	}
}

// Length returns how long the text is, in characters that a reader counts: letters, signs and spaces.
func (d *Display) Length() (n int) {
	for _, in := range d.inlines {
		if s, ok := in.(*Span); ok {
			for _, r := range s.Text {
				if r != '\u00AD' && !unicode.Is(unicode.Mn, r) {
					n++
				}
			}
		} else if _, ok := in.(Break); !ok {
			n += 3 // a formula or a picture
		}
	}
	return n
}

// Breaks returns how many lines of the text its author has ended.
func (d *Display) Breaks() (n int) {
	for i := range d.places {
		if d.places[i].Kind == MustEnd {
			n++
		}
	}
	return n
}

// wide is a setting in which only forced breaks end a line.
var wide = Setting{Measure: 1 << 40, Align: RaggedRight}

// scaled returns the inlines scaled to another size.
func (d *Display) scaled(size page.Length) []Inline {
	em := page.Length(1)
	for _, in := range d.inlines {
		if s, ok := in.(*Span); ok {
			em = max(em, s.Size)
		}
	}
	out := make([]Inline, len(d.inlines))
	for i, in := range d.inlines {
		switch in := in.(type) {
		case *Span:
			s := *in
			s.Size, s.Rise, s.Tracking = s.Size*size/em, s.Rise*size/em, s.Tracking*size/em
			s.Solid = s.Solid || !d.divided
			out[i] = &s
		case *InlinePicture:
			p := *in
			p.Width, p.Height = p.Width*size/em, p.Height*size/em
			out[i] = &p
		case *Box:
			out[i] = in.Scaled(size, em)
		case Break:
			out[i] = in
		}
	}
	return out
}

// rules returns the rules for a size: the room is scaled up, rather than the text down.
func (d *Display) rules(room Room, size page.Length) DisplayRules {
	r := DisplayRules{Measure: room.Width * displayEm / size, Hang: room.Hang * displayEm / size, First: d.first, Verse: d.verse}
	// A text of n lines is as high as its capitals, its descenders and n-1 times its leading.
	if leading := size * page.Length(room.Leading) / 100; leading > 0 {
		for r.Most = 1; d.above(size)+page.Length(r.Most)*leading+d.below(size) <= room.Height; {
			r.Most++
		}
	}
	if d.above(size)+d.below(size) > room.Height {
		r.Most = 0
	}
	return r
}

func (d *Display) font() *Face {
	for _, in := range d.inlines {
		if s, ok := in.(*Span); ok {
			return s.Font
		}
	}
	return nil
}

// above returns the height of the text's capitals.
func (d *Display) above(size page.Length) page.Length {
	if f := d.font(); f != nil {
		return page.Length(f.CapHeight) * size / page.Length(f.Upem)
	}
	return 0
}

// below returns the approximate depth of the text's descenders.
func (d *Display) below(size page.Length) page.Length { return size * 22 / 100 }

// NoFit is the cost of a text at a size at which it does not fit.
const NoFit = 1_000_000_000_000

// Sizes returns the sizes of a room from the largest down, each about a sixteenth smaller than the one before: finer than an eye
// tells apart.
func (r Room) Sizes() (out []page.Length) {
	for size := r.Most; size > r.Least; {
		out = append(out, size)
		next := size * 15 / 16
		size = min(size-r.Step, r.Least+(next-r.Least)/r.Step*r.Step)
	}
	return append(out, r.Least)
}

// Costs returns what the best lines of a display text cost at each of some sizes of a room, see [BreakDisplay], and what the size
// itself costs: the more, the further it is from the one that suits the length of the text and the room. It is NoFit where the text
// does not fit.
func (d *Display) Costs(room Room, sizes []page.Length) []int64 {
	out := make([]int64, len(sizes))
	if len(d.places) == 0 {
		return out
	}
	d.divide(room)
	var b displayBreaker
	for i, size := range sizes {
		r, ok := d.fitting(room, size)
		if !ok {
			out[i] = NoFit
			continue
		}
		if out[i] = d.lost(room, size); out[i] < hopelessSize && len(d.places) <= mostPlaces {
			_, cost := b.run(d.places, r)
			out[i] += cost
		}
	}
	return out
}

// fitting returns the rules by which a text fits at a size, and whether it does. Words that a line holds are divided only where the
// text would not fit otherwise.
func (d *Display) fitting(room Room, size page.Length) (r DisplayRules, ok bool) {
	r = d.rules(room, size)
	for _, r.Divided = range []bool{false, true} {
		if n := FewestLines(d.places, r); n > 0 && n <= r.Most {
			return r, true
		}
	}
	return r, false
}

// hopelessSize is the cost of a size that is so far from the ideal one, about half of it or twice, that how lines break there does not
// count any more.
const hopelessSize = 20_000_000

// lost returns the cost of a size: nothing where it is ideal, little near it.
func (d *Display) lost(room Room, size page.Length) int64 {
	off := math.Log(float64(size) / d.ideal(room))
	far := max(math.Abs(off)-0.25, 0)
	return int64(sizeCost*off*off + farCost*far*far)
}

// cover is the part of its room that a text covers in its ideal size, a line as high as its leading. The white of ragged lines is no
// part of it: with that, a text takes somewhat more than half of its room.
const cover = 0.42

// ideal returns the size in which a text covers its part of a room, or the nearest that the room has: the longer the text, the smaller;
// the larger the room, the larger.
func (d *Display) ideal(room Room) float64 {
	ems := float64(d.places[len(d.places)-1].End) / float64(displayEm)
	size := math.Sqrt(cover * float64(room.Width) * float64(room.Height) / (max(ems, 1) * float64(room.Leading) / 100))
	return max(float64(room.Least), min(size, float64(room.Most)))
}

// Fit returns the size of a room at which a display text costs least, see [Display.Costs], or false when it does not fit at the
// smallest.
func (d *Display) Fit(room Room) (size page.Length, ok bool) {
	sizes := room.Sizes()
	costs := d.Costs(room, sizes)
	best := len(sizes) - 1
	for i := range sizes {
		if costs[i] < costs[best] {
			best = i
		}
	}
	return sizes[best], costs[best] < NoFit
}

// Whole returns the largest size of a room at which no word of the text has to be divided, or the smallest.
func (d *Display) Whole(room Room) page.Length {
	for size := room.Most; size > room.Least; size -= room.Step {
		if d.widest-room.Hang*displayEm/size <= room.Width*displayEm/size {
			return size
		}
	}
	return room.Least
}

// mostPlaces is how many places a display text may have for all ways to break it to be weighed: those that do not fit take
// memory by the square. Longer ones are set as a paragraph.
const mostPlaces = 2000

// Set sets a display text in a size, as Fit found it or smaller. Lines have X from the left edge of the room and Y from
// their baseline. Centred lines are centred on their letters: the signs at their ends do not count.
func (d *Display) Set(room Room, size page.Length) []Line {
	if len(d.places) == 0 {
		return nil
	}
	if len(d.places) > mostPlaces {
		return SetParagraph(d.scaled(size), Setting{Measure: room.Width, Align: d.align})
	}
	r, ok := d.fitting(room, size)
	if !ok {
		r.Most = len(d.places) // as many lines as it takes
	}
	ends, _ := BreakDisplay(d.places, r)
	if ends == nil {
		return SetParagraph(d.scaled(size), Setting{Measure: room.Width, Align: d.align, Balanced: true})
	}
	p := d.paragraph(size)
	lines := p.Lines(Breaks{Ends: ends})
	from := breakPos{}
	for i := range lines {
		l, at := &lines[i], p.positions[ends[i]]
		left, right := min(p.outside(from, leftSide), room.Hang), min(p.outside(at, rightSide), room.Hang)
		x := -left
		switch d.align {
		case Centered:
			x = (room.Width-(l.Width-left-right))/2 - left
		case RaggedLeft:
			x = room.Width - l.Width + right
		}
		for _, it := range l.Items {
			page.Shift(it, x, 0)
		}
		if p.base != p.book {
			l.mirror(room.Width)
		}
		from = at
	}
	return lines
}

// Height returns the height of a display text from the top of the first line's capitals to the last baseline.
func (d *Display) Height(lines int, room Room, size page.Length) page.Length {
	return d.above(size) + page.Length(max(lines-1, 0))*(size*page.Length(room.Leading)/100)
}

// side is an edge of the text block.
type side uint8

const (
	leftSide side = iota
	rightSide
)

// outside returns the width of the punctuation that hangs outside the measure: on the left side of the line that starts at
// a break position, or on the right side of the line that ends there. Quotation marks on the left hang whole; so do full
// stops, commas and quotation marks on the right.
func (p *Paragraph) outside(at breakPos, edge side) (w page.Length) {
	i := at.startAtom
	if edge == rightSide {
		if i = at.endAtom; int(i) >= len(p.atoms) || p.atoms[i].kind != chunk || at.endAt <= p.atoms[i].from {
			i--
		}
	}
	if i < 0 || int(i) >= len(p.atoms) || p.atoms[i].kind != chunk {
		return 0
	}
	a := p.atoms[i]
	s := p.span(a)
	if s.Rise != 0 || !p.edged(a) {
		return 0
	}
	from, to := a.from, a.to
	if edge == leftSide && i == at.startAtom {
		from = max(from, at.startAt)
	} else if edge == rightSide && i == at.endAtom {
		to = at.endAt
	}
	for text := s.Text[from:to]; text != ""; {
		var r rune
		var n int
		if edge == leftSide {
			r, n = utf8.DecodeRuneInString(text)
			text = text[n:]
		} else {
			r, n = utf8.DecodeLastRuneInString(text)
			text = text[:len(text)-n]
		}
		part := displayHang(r, edge)
		if part == 0 {
			break
		}
		w += s.hang(r, part)
	}
	return w
}

// displayHang returns how much of a punctuation mark hangs outside display text, in thousandths of its width. It is more
// than in running text, because the lines are few and large.
func displayHang(r rune, edge side) page.Length {
	if edge == leftSide {
		switch r {
		case '“', '‘', '„', '‚', '«', '‹', '"', '\'':
			return 1000
		case '(', '[', '—', '–':
			return 500
		}
		return 0
	}
	switch r {
	case '.', ',', '”', '’', '»', '›', '"', '\'', '-', '\u2010':
		return 1000
	case ':', ';', '—', '–', ')', ']', '…':
		return 500
	case '!', '?':
		return 300
	}
	return 0
}

// between returns the text from one position to where a line ends at another.
func (p *Paragraph) between(from, to breakPos) string {
	var b strings.Builder
	for i := from.startAtom; i <= to.endAtom && int(i) < len(p.atoms); i++ {
		a := p.atoms[i]
		lo, hi := a.from, a.to
		if i == from.startAtom {
			lo = max(lo, from.startAt)
		}
		if i == to.endAtom {
			if a.kind != chunk {
				break
			}
			hi = min(hi, to.endAt)
		}
		if lo < hi {
			b.WriteString(p.span(a).Text[lo:hi])
		}
	}
	return b.String()
}

// Overset returns how many words at the end of a display text do not fit at the smallest size.
func (d *Display) Overset(room Room) int {
	r := d.rules(room, room.Least)
	r.Divided = true
	fits := func(n int) bool { // its first n places
		if n == 0 {
			return true
		}
		lines := FewestLines(d.places[:n], r)
		return lines > 0 && lines <= r.Most
	}
	lo, hi := 0, len(d.places)
	for lo < hi {
		if mid := (lo + hi + 1) / 2; fits(mid) {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	words := 0
	for i := lo; i < len(d.places); i++ {
		if p := d.places[i]; p.Start > p.End || i == len(d.places)-1 {
			words++
		}
	}
	return words
}

// Run returns a text item of one style on one line, starting at 0, 0, and its width. Spaces have the font's own width.
func Run(s *Span) (*page.Text, page.Length) {
	shaped := s.Font.Shape(s.Text, s.Features)
	t := &page.Text{Y: -s.Rise, Font: s.Font.Font, Size: s.Size, Color: s.Color, Text: s.Text, Pos: s.Pos, Offset: s.Offset,
		Node: s.Node, Glyphs: make([]page.Glyph, len(shaped.Glyphs))}
	var w page.Length
	for i, g := range shaped.Glyphs {
		advance := s.scale(g.Advance) + s.Tracking
		t.Glyphs[i] = page.Glyph{ID: g.ID, At: g.At, Advance: int32(advance), DX: int32(s.scale(g.DX)), DY: int32(s.scale(g.DY))}
		w += advance
	}
	return t, w - s.Tracking
}
