package cards

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// The common back is that of cards whose backs say nothing of their entries: the book's title in the design of the deck and the
// theme's colour, the same when the card is turned by half a circle, so that nobody tells from a back which end of a card is up.

// silent reports whether the back of a card says nothing of its entry.
func (f *faceSetter) silent(c *card) bool {
	switch e := c.entry; {
	case len(c.said.passages) > 0:
		return false
	case e.NoBack || f.cfg.Deck.Back == config.BackCommon:
		return true
	default:
		return f.line(e) == "" && len(kinds.Printed(f.cfg, e, kinds.OnCard)) == 0
	}
}

// common returns the common back.
func (f *faceSetter) common(label string, ink page.Color) *page.Page {
	p := &page.Page{Width: f.w, Height: f.h, Label: label, Bleed: f.bleed}
	switch f.style.Card.Design {
	case config.Plate:
		f.commonPlate(p, ink)
	case config.Ledger:
		f.commonLedger(p, ink)
	default:
		f.commonField(p, ink)
	}
	return p
}

// titleAndAuthor returns the book's title in up to three lines, and the authors below it where a line holds them.
func (f *faceSetter) titleAndAuthor(d textstyle.Style, measure page.Length, align typeset.Alignment) ([]typeset.Line, textstyle.Style) {
	lines, d := f.inLines(d, measure, 3, align, f.titles()...)
	by := d
	by.Bold = false
	for _, author := range f.authors() {
		if author != "" && f.width(by, author) <= measure {
			return append(lines, alike(by, author, measure, align)...), d
		}
	}
	return lines, d
}

// twice adds items to a face, and once more turned by half a circle about its middle.
func (f *faceSetter) twice(p *page.Page, items ...page.Item) {
	p.Items = append(p.Items, items...)
	turned := &page.Group{X: f.w, Y: f.h, Turn: 180_000}
	for _, it := range items {
		turned.Items = append(turned.Items, page.Clone(it))
	}
	p.Items = append(p.Items, turned)
}

// commonPlate covers the card with a colour; in it stand a fine frame and a trellis with the book's title across its upper end, and
// across its lower end upside down. Without a bleed the colour keeps as far from the edges as the plate's frame.
func (f *faceSetter) commonPlate(p *page.Page, ink page.Color) {
	paper := page.Color{}
	edge := page.Length(0)
	if f.bleed > 0 {
		p.Items = append(p.Items, &page.Rule{X: -f.bleed, Y: -f.bleed, W: f.w + 2*f.bleed, H: f.h + 2*f.bleed, Color: ink})
		edge = f.frame()
	} else {
		edge = f.frame()
		p.Items = append(p.Items, &page.Path{Fill: &ink, Segments: f.notched(edge, f.at(24))})
		edge += f.at(14)
	}
	p.Items = append(p.Items, &page.Path{Stroke: &paper, Width: page.Pt * 6 / 10, Segments: f.notched(edge, f.at(22))})

	d := f.textStyle(f.labelSize()).SmallCaps()
	d.Color = paper
	inner := edge + f.at(34)
	lines, d := f.titleAndAuthor(d, f.w-2*inner, typeset.Centered)
	leading := d.Size * 14 / 10
	top := inner + f.at(8)
	words, below := textstyle.Stack(nil, lines, inner, top, leading)
	f.twice(p, words...)
	if len(lines) == 0 {
		below = inner
	}
	from := below + f.at(20)
	f.trellis(p, inner, from, f.w-2*inner, f.h-2*from, ink, paper)
}

// trellis fills a box with fine slanting lines in the paper's colour that cross in lozenges, and sets a large lozenge in the middle.
func (f *faceSetter) trellis(p *page.Page, x, y, w, h page.Length, ink, paper page.Color) {
	r := f.at(22) // half of a lozenge's diagonal
	if w < 4*r || h < 4*r {
		return
	}
	net := &page.Path{Stroke: &paper, Width: page.Pt * 4 / 10, Segments: []page.Segment{{Op: page.MoveTo, X: x, Y: y}, {Op: page.LineTo, X: x + w, Y: y},
		{Op: page.LineTo, X: x + w, Y: y + h}, {Op: page.LineTo, X: x, Y: y + h}, {Op: page.Close}}}
	middleX, middleY := x+w/2, y+h/2
	for c := -(w + h) / 2 / (2 * r) * 2 * r; c <= (w+h)/2; c += 2 * r { // where a line crosses the height of the middle, from there
		// Where the line is above the middle by t it is t to the right, or to the left.
		from, to := max(-h/2, -w/2-c), min(h/2, w/2-c)
		if from >= to {
			continue
		}
		for _, side := range []page.Length{1, -1} {
			net.Segments = append(net.Segments, page.Segment{Op: page.MoveTo, X: middleX + side*(c+from), Y: middleY - from},
				page.Segment{Op: page.LineTo, X: middleX + side*(c+to), Y: middleY - to})
		}
	}
	p.Items = append(p.Items, net)
	if big := 3 * r; w > 3*big && h > 3*big {
		p.Items = append(p.Items, &page.Path{Fill: &ink, Segments: lozenge(middleX, middleY, big)},
			&page.Path{Fill: &paper, Segments: append(append(lozenge(middleX, middleY, big*88/100), lozengeHole(middleX, middleY, big*82/100)...),
				append(lozenge(middleX, middleY, big*45/100), lozengeHole(middleX, middleY, big*20/100)...)...)})
	}
}

// notched returns the outline of the plate's frame, so far from the edges of the card, with corners of radius r cut in.
func (f *faceSetter) notched(edge, r page.Length) []page.Segment {
	x0, y0, x1, y1 := edge, edge, f.w-edge, f.h-edge
	k := r - r*quarter/10000
	line := func(x, y page.Length) page.Segment { return page.Segment{Op: page.LineTo, X: x, Y: y} }
	curve := func(ax, ay, bx, by, x, y page.Length) page.Segment {
		return page.Segment{Op: page.CurveTo, X1: ax, Y1: ay, X2: bx, Y2: by, X: x, Y: y}
	}
	return []page.Segment{{Op: page.MoveTo, X: x0 + r, Y: y0},
		line(x1-r, y0), curve(x1-r, y0+r-k, x1-r+k, y0+r, x1, y0+r), line(x1, y1-r), curve(x1-r+k, y1-r, x1-r, y1-r+k, x1-r, y1),
		line(x0+r, y1), curve(x0+r, y1-r+k, x0+r-k, y1-r, x0, y1-r), line(x0, y0+r), curve(x0+r-k, y0+r, x0+r, y0+r-k, x0+r, y0), {Op: page.Close}}
}

// commonLedger draws the ledger's band at both ends of the card, under it the book's title, and between them the fine lines of an
// account book with a double one in the middle.
func (f *faceSetter) commonLedger(p *page.Page, ink page.Color) {
	scratch := &page.Page{}
	y := f.band(scratch, ink)
	d := f.ledgerLabel(ink)
	lines, d := f.titleAndAuthor(d, f.w-2*f.margin, typeset.RaggedRight)
	leading := d.Size * 125 / 100
	words, below := textstyle.Stack(nil, lines, f.margin, y-textstyle.Baseline(leading), leading)
	f.twice(p, append(scratch.Items, words...)...)

	pale := tint(ink, 45)
	step := f.at(42)
	from := max(below, y) + f.at(20)
	half := f.h/2 - from
	for n := page.Length(0); n*step <= half; n++ {
		weight, at := page.Pt*4/10, n*step
		for _, side := range []page.Length{-1, 1} {
			if n == 0 {
				p.Items = append(p.Items, rule(f.margin, f.h/2+side*f.at(4), f.w-2*f.margin, weight, ink))
				continue
			}
			p.Items = append(p.Items, rule(f.margin, f.h/2+side*(at+f.at(4)), f.w-2*f.margin, weight, pale))
		}
	}
}

// commonField covers the card with the theme's colour; the book's title stands in white in the upper left corner, and in the lower
// right one upside down, with a large sign between them.
func (f *faceSetter) commonField(p *page.Page, ink page.Color) {
	paper := page.Color{}
	p.Items = append(p.Items, &page.Rule{X: -f.bleed, Y: -f.bleed, W: f.w + 2*f.bleed, H: f.h + 2*f.bleed, Color: ink})
	d := f.textStyle(f.labelSize() * 13 / 10).Faced(config.Bold)
	d.Color = paper
	lines, d := f.titleAndAuthor(d, f.w-2*f.margin, typeset.RaggedRight)
	words, below := textstyle.Stack(nil, lines, f.margin, f.margin, d.Size*13/10)
	f.twice(p, words...)
	r := min(f.short*26/100, f.h/2-below-f.at(30))
	if r < f.at(20) {
		return
	}
	pale := tint(ink, 70)
	x, y := f.w/2, f.h/2
	ring := func(outer, inner page.Length, color page.Color) {
		p.Items = append(p.Items, &page.Path{Fill: &color, Segments: append(disc(x, y, outer), backwards(disc(x, y, inner))...)})
	}
	ring(r, r*72/100, pale)
	ring(r*56/100, r*28/100, paper)
}

// emblem sets the book's title in the middle of the room that a back has beside its code, where it says nothing of its entry.
func (b *back) emblem() {
	f := b.f
	d := f.authorDress(f.labelSize() * 12 / 10)
	d.Color = b.c.ink
	align, _ := f.alignment()
	lines, d := f.titleAndAuthor(d, b.w, align)
	leading := d.Size * 13 / 10
	above := max(0, b.foot-b.y-leading*page.Length(len(lines))) * 46 / 100
	b.p.Items, _ = textstyle.Stack(b.p.Items, lines, b.x, b.y+above, leading)
}
