package interior

import "octavo/cmd/octavo/internal/page"

// settle finds the margin at the spine: the one wanted, or as wide a one as the printer asks for a book that is as thick
// as that margin makes it. Gutter is what the printer asks for a number of pages, pages what a margin comes to. The margin
// only grows, and only to one that gutter has asked for, so that it ends after as many rounds as gutter has answers.
func settle(wanted page.Length, gutter func(pages int) page.Length, pages func(inner page.Length) int) page.Length {
	inner := wanted
	for {
		need := gutter(pages(inner))
		if need <= inner {
			return inner
		}
		inner = need
	}
}

// leastMeasure is the narrowest text that a wide gutter may leave; config holds the style's own margins against the same.
const leastMeasure = page.In * 3 / 2

// gutter is the margin at the spine that the book's printer asks for.
func (in *interior) gutter(pages int) page.Length {
	if in.cfg.Printer == nil {
		return 0
	}
	need := page.Length(in.cfg.Printer.Gutter(pages))
	if in.measure(need) < leastMeasure {
		return 0 // preflight will say so; there is no book to be made of it
	}
	return need
}

// measure is the width of the text beside a margin at the spine.
func (in *interior) measure(inner page.Length) page.Length {
	return page.Length(in.cfg.Print.Width-in.cfg.Style.Page.Outer) - inner
}
