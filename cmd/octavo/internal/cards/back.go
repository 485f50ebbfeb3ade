package cards

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// back is what all designs share of a card's back: the box that the gloss stands in, once head, foot and code have taken
// theirs. Where there is little room, sentences of the gloss go first, then the line of the kind and its keys, then the
// book's title; the kind, the theme and the page stay.
type back struct {
	f             *faceSetter
	c             *card
	p             *page.Page
	x, y, w, foot page.Length // the box: what is still free between head and foot
	footX, footW  page.Length // where the foot's line may stand: beside the code
}

// newBack returns a back with its code, when it has one, in the lower right corner. On an upright card the gloss ends above it,
// on one that lies it stands beside it.
func (f *faceSetter) newBack(c *card) *back {
	b := &back{f: f, c: c, p: c.back, x: f.margin, y: f.margin, w: f.w - 2*f.margin, foot: f.h - f.margin,
		footX: f.margin, footW: f.w - 2*f.margin}
	if f.cfg.Deck.QR == "" {
		return b
	}
	code, err := encode(f.cfg.Deck.QR, c.entry.ID)
	most := min(f.w, f.h) * 45 / 100
	if err != nil || page.Length(code.side)*leastModule > most {
		pos, end := f.cfg.Value("deck.qr")
		d := c.found.Errorf("card-code", pos, "the address of %q is too long for a code on this card", c.entry.ID).To(end)
		if err == nil {
			d.Note("it would be %.1f mm wide, and %.1f mm are the most that the card has for it",
				inMillimetres(page.Length(code.side)*leastModule), inMillimetres(most))
		}
		d.Note("shorten the address, or the id, or take a larger card")
		return b
	}
	module := min(goodModule, max(leastModule, most/page.Length(code.side)))
	side := module * page.Length(code.side)
	x, y := f.w-f.margin-side, f.h-f.margin-side
	b.p.Items = append(b.p.Items, code.path(x, y, module))
	b.footW = x - quietModules*module - b.footX
	if f.w > f.h {
		b.w = b.footW
	} else {
		b.foot = y - quietModules*module
	}
	return b
}

// beside reports whether the foot stands beside a code.
func (b *back) beside() bool { return b.footW < b.f.w-2*b.f.margin }

// beneath sets the foot beside a code: the book's title, where it has room, and under it the page; the leading in tenths of
// the size.
func (b *back) beneath(d textstyle.Style, leading page.Length) {
	f := b.f
	y := f.h - f.margin
	if pd, ok := f.fits(d, f.pageOf(b.c.entry), b.footW); ok && f.pageOf(b.c.entry) != "" {
		f.put(b.p, pd, f.pageOf(b.c.entry), diag.Pos{}, b.footX, y, typeset.RaggedRight)
		y -= d.Size * leading / 10
	}
	d, title := f.bookTitle(d, b.footW)
	f.put(b.p, d, title, diag.Pos{}, b.footX, y, typeset.RaggedRight)
	if f.w > f.h {
		b.foot = min(b.foot, y-2*d.Size)
	}
}

func inMillimetres(l page.Length) float64 { return float64(l) * 25.4 / float64(page.In) }

// text sets what the back says in the box that is left, a little above its middle.
func (b *back) text() {
	if b.f.silent(b.c) {
		b.emblem()
		return
	}
	x := b.f.excerpt(b.c.entry, &b.c.said, b.w, b.foot-b.y)
	b.c.ends, b.c.words = x.ends, x.words()
	if b.f.style.Card.Align == config.Centered {
		b.f.center(&x, &b.c.said, b.w)
	}
	above := max(0, b.foot-b.y-x.height()) * 46 / 100
	b.p.Items, _ = textstyle.Stack(b.p.Items, x.lines, b.x, b.y+above, x.leading)
}

// mostCentered is how many lines are short enough to be read centred.
const mostCentered = 4

// center sets a single short paragraph that is whole with its lines centred and alike, as the rest of such a card is. It moves the
// short lines of anything else, such as a list, to the middle as a block.
func (f *faceSetter) center(x *excerpt, s *said, width page.Length) {
	if x.ends != wholeStop || len(s.passages) != 1 || s.passages[0].kind != prosePassage || len(x.lines) > mostCentered {
		x.middle(width)
		return
	}
	d := f.textStyle(x.size)
	d.Solid = false
	spans, _ := f.running(&s.passages[0], d)
	lines := typeset.SetParagraph(spans, typeset.Setting{Measure: width, Align: typeset.Centered, Balanced: true})
	if hold(lines, len(x.lines)) {
		x.lines = lines
	}
}

// middle moves lines that are all short to the middle of the width, as one block.
func (x *excerpt) middle(width page.Length) {
	right := page.Length(0)
	for _, l := range x.lines {
		for _, it := range l.Items {
			if box, ok := page.Extent(it); ok {
				right = max(right, box.X+box.W)
			}
		}
	}
	if right > width*3/4 {
		return
	}
	for _, l := range x.lines {
		for _, it := range l.Items {
			page.Shift(it, (width-right)/2, 0)
		}
	}
}

// fields sets the keys of the entry that its card has, above the gloss.
func (b *back) fields(align typeset.Alignment) {
	d := b.f.textStyle(b.f.labelSize())
	text := kinds.Text(kinds.Printed(b.f.cfg, b.c.entry, kinds.OnCard))
	if lines := alike(d, text, b.w, align); text != "" && b.clear(page.Length(len(lines)+1)*d.Size*125/100) {
		b.lines(d, text, align, d.Size*125/100)
		b.y += d.Size * 7 / 10
	}
}

// clear reports whether there is room for so much more of the head, and a line of the gloss below it.
func (b *back) clear(height page.Length) bool {
	_, least := b.f.glossSizes()
	return b.y+height+2*least <= b.foot
}

// alike returns a line or two of text that come out as alike in length as they can.
func alike(d textstyle.Style, text string, measure page.Length, align typeset.Alignment) []typeset.Line {
	return typeset.SetParagraph([]typeset.Inline{d.Span(text, diag.Pos{})}, typeset.Setting{Measure: measure, Align: align, Balanced: true})
}

// mostHeadLines is how many lines the theme and the kind may take on a back.
const mostHeadLines = 3

// lines sets a line or two in the head, as wide as the box, and moves the box down.
func (b *back) lines(d textstyle.Style, text string, align typeset.Alignment, leading page.Length) {
	lines, _ := b.f.inLines(d, b.w, mostHeadLines, align, text)
	b.p.Items, b.y = textstyle.Stack(b.p.Items, lines, b.x, b.y, leading)
}

// pageOf returns "p. 42", or nothing where the book has no page for an entry.
func (f *faceSetter) pageOf(e *book.Entry) string {
	if !f.cfg.Deck.Folio {
		return ""
	}
	if folio := f.folios[e.ID]; folio != "" {
		return f.cfg.Lang.References.PageAbbreviated.Fill("n", folio)
	}
	return ""
}

// line returns the line of an entry's kind.
func (f *faceSetter) line(e *book.Entry) string { return kinds.Line(f.cfg, e) }
