package config

// If the trim is not the style's, the margins keep their proportions to the page, as in the canons of page design
// (J. Tschichold, The Form of the Book, 1975; R. Bringhurst, The Elements of Typographic Style, chapter 8): a style's inner,
// top, outer and bottom margins belong together. They still leave room for the running head and the folio, and for the margins
// that the printer requires around them.

// leastWhite is the smallest distance between the edge of a page and anything printed, unless a printer requires more.
const leastWhite = inch / 4

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
