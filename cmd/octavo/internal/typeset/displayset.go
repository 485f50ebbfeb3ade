package typeset

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// Display is a display text, measured once so that it can be set at any size.
type Display struct {
	inlines []Inline
	places  []LineEnd
	first   page.Length // punctuation that may hang at the left of its first line
	align   Alignment
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
// the others follow. Where leans is not nil, it reports whether no line should end after a word; see lang.Language.Clings.
func NewDisplay(inlines []Inline, align Alignment, leans func(word string) bool) *Display {
	d := &Display{inlines: inlines, align: align}
	p := NewParagraph(d.scaled(displayEm), wide)
	d.places = make([]LineEnd, len(p.points))
	if len(p.points) == 0 {
		return d
	}
	d.first = p.outside(breakPos{}, leftSide)
	afterStop := false // the last word but one ended a sentence
	from := breakPos{}
	for i, b := range p.points {
		at := p.positions[i]
		pl := LineEnd{End: b.End.Width, Start: b.Start.Width, Left: p.outside(at, leftSide), Right: p.outside(at, rightSide)}
		switch {
		case b.Penalty == Forced && i < len(p.points)-1:
			pl.Kind = MustEnd
		case b.Penalty >= Forbidden:
			pl.Kind = Never
		case b.Penalty >= addressPenalty || b.Hyphen:
			pl.Kind = Hyphen
		}
		word := p.between(from, at)
		last, _ := utf8.DecodeLastRuneInString(word)
		pl.Pause = strings.ContainsRune(".,:;!?…—–)”", last)
		if pl.Kind != Never {
			bare := strings.TrimLeft(word, "“‘(")
			pl.Weak = leans != nil && leans(bare) || afterStop && !pl.Pause && utf8.RuneCountInString(bare) <= 3
			stop := strings.TrimRight(word, "”’)")
			afterStop = strings.HasSuffix(stop, ".") || strings.HasSuffix(stop, "?") || strings.HasSuffix(stop, "!") ||
				strings.HasSuffix(stop, ":") || strings.HasSuffix(stop, ";") || strings.HasSuffix(stop, "—")
			from = breakPos{startAtom: at.startAtom, startAt: at.startAt}
		}
		d.places[i] = pl
	}
	for i := len(p.points) - 2; i >= 0; i-- {
		d.places[i].Lone = true
		if p.points[i].Start.Width > p.points[i].End.Width && d.places[i].Kind != Never {
			break
		}
	}
	return d
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
			s.Solid = true
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
	r := DisplayRules{Measure: room.Width * displayEm / size, Hang: room.Hang * displayEm / size, First: d.first}
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

// mostReduction is how much smaller a text may be set, in thousandths of its size, to avoid a fault in its lines.
const mostReduction = 140

// Fit returns the largest of a room's sizes at which a display text fits in it, or false when it does not fit at the
// smallest. A line ends at a hyphen only where it would not fit otherwise. Where its lines
// would have a fault at that size, or be too unlike in length, it is the largest size not more than patience under it at
// which they are not; or else have no fault at least.
func (d *Display) Fit(room Room) (size page.Length, ok bool) {
	for _, hyphens := range []bool{false, true} {
		fits := func(i int) bool {
			size := room.Least + page.Length(i)*room.Step
			r := d.rules(room, size)
			r.Hyphens = hyphens
			n := FewestLines(d.places, r)
			return n > 0 && n <= r.Most
		}
		if len(d.places) == 0 {
			return room.Most, true
		}
		if !fits(0) {
			continue
		}
		lo, hi := 0, int(max(room.Most-room.Least, 0)/room.Step)
		for lo < hi {
			if mid := (lo + hi + 1) / 2; fits(mid) {
				lo = mid
			} else {
				hi = mid - 1
			}
		}
		best, sound := room.Least+page.Length(lo)*room.Step, page.Length(0)
		for size := best; size >= room.Least && size >= best*(1000-mostReduction)/1000; size -= room.Step {
			ends, cost := BreakDisplay(d.places, d.rules(room, size))
			if ends == nil || Faulty(cost) {
				continue
			}
			if cost <= roughCost {
				return size, true
			}
			sound = max(sound, size)
		}
		return cmp.Or(sound, best), true
	}
	return room.Least, false
}

// Faulty reports whether the lines of a display text have a fault at a size; see BreakDisplay.
func (d *Display) Faulty(room Room, size page.Length) bool {
	_, cost := BreakDisplay(d.places, d.rules(room, size))
	return Faulty(cost)
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
	r := d.rules(room, size)
	ends, _ := BreakDisplay(d.places, r)
	if ends == nil {
		r.Hyphens = true
		if ends, _ = BreakDisplay(d.places, r); ends == nil { // it does not fit: as many lines as it takes
			r.Most = len(d.places)
			if ends, _ = BreakDisplay(d.places, r); ends == nil {
				return SetParagraph(d.scaled(size), Setting{Measure: room.Width, Align: d.align, Balanced: true})
			}
		}
	}
	p := NewParagraph(d.scaled(size), wide)
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
	r.Hyphens = true
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
