package config

import (
	"cmp"
	"math"
)

// If the trim is not the style's, the margins keep their proportions to the page, as in the canons of page design
// (J. Tschichold, The Form of the Book, 1975; R. Bringhurst, The Elements of Typographic Style, chapter 8): a style's inner,
// top, outer and bottom margins belong together. They still leave room for the running head and the folio, and for the margins
// that the printer requires around them.

// leastWhite is the smallest distance between the edge of a page and anything printed, unless a printer requires more.
const leastWhite = inch / 4

// How much wider or narrower than in the style's own trim, in percent, the measure may be for text of the same size. Beyond that
// text follows with the square root of the measure, within the limits of the style, so that a small page has smaller type and
// fewer characters in a line; and the measure does not grow beyond what the type fills: the margins take the rest.
const (
	narrowMeasure = 85
	wideMeasure   = 112
)

// leastType is the smallest size to which notes, indexes and heads are reduced.
const leastType = 7 * pt

// fitText adapts the sizes of text, and the sink of openings, to the style's margins on a trim, and the margins to the sizes. Own is
// the style as it is on its own trim.
func (s *Style) fitText(own *Style, width, height Length) {
	p, size := &s.Page, own.Text.Size
	measure, ownMeasure := width-p.Inner-p.Outer, own.Page.Width-own.Page.Inner-own.Page.Outer
	if measure <= 0 || ownMeasure <= 0 {
		return
	}
	switch percent := measure * 100 / ownMeasure; {
	case percent < narrowMeasure:
		size = min(size, max(rooted(size, percent, narrowMeasure), cmp.Or(own.Text.SizeMin, size)))
	case percent > wideMeasure:
		size = max(size, min(rooted(size, percent, wideMeasure), cmp.Or(own.Text.SizeMax, size)))
	}
	s.scaleType(size, own.Text.Size)
	s.Chapter.Sink = s.Chapter.Sink * height / own.Page.Height
	if over := measure - ownMeasure*wideMeasure/100*size/own.Text.Size; over > 0 {
		p.Inner, p.Outer = p.Inner+over*2/5, p.Outer+over-over*2/5
	}
}

// rooted returns a size times the square root of a ratio.
func rooted(size, n, of Length) Length {
	return Length(float64(size) * math.Sqrt(float64(n)/float64(of)))
}

// scaleType scales all sizes and distances of the style's text as that of the text is, to tenths of a point.
func (s *Style) scaleType(to, from Length) {
	if to == from {
		return
	}
	scaled := func(l Length) Length { return (l*to/from*10 + pt/2) / pt * pt / 10 }
	for _, l := range []*Length{&s.Text.Size, &s.Text.Leading, &s.Text.Indent, &s.Chapter.Size, &s.Section.Size, &s.Maxim.Size,
		&s.Maxim.Leading, &s.Note.Leading, &s.Index.Leading} {
		*l = scaled(*l)
	}
	for _, l := range []*Length{&s.Note.Size, &s.Index.Size, &s.Head.Size, &s.Folio.Size} {
		*l = max(scaled(*l), min(*l, leastType))
	}
}

// fitMargins returns the style with its margins adapted to a trim.
func (s *Style) fitMargins(width, height Length, printer *Printer) *Style {
	white := leastWhite
	if printer != nil {
		white = max(white, printer.Outside.Least)
	}
	out := *s
	p := &out.Page
	scaled := func(l, from, to Length) Length { return l * to / max(from, 1) }
	p.Inner = max(scaled(p.Inner, s.Page.Width, width), white)
	p.Outer = max(scaled(p.Outer, s.Page.Width, width), white)
	p.Top = max(scaled(p.Top, s.Page.Height, height), white)
	p.Bottom = max(scaled(p.Bottom, s.Page.Height, height), white)
	above, below := Length(0), p.Foot+s.Folio.Size/4 // a chapter's first page always has its folio below the text
	if s.Head.Place == Top {
		above = max(above, p.Head+s.Head.Size*3/4)
	} else {
		below = max(below, p.Foot+s.Head.Size/4)
	}
	if s.Folio.Place == Top {
		above = max(above, p.Head+s.Folio.Size*3/4)
	}
	p.Top, p.Bottom = max(p.Top, above+white), max(p.Bottom, below+white)
	return &out
}
