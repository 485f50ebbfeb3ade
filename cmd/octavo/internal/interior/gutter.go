package interior

import "octavo/cmd/octavo/internal/page"

// settle finds the margin at the spine: the one wanted, or as wide a one as the printer requires for the number of pages
// that it leads to. Gutter returns the printer's requirement for a number of pages, and pages the number of pages for a
// margin. The margin only grows, and only to a value that gutter returned, so that there are no more rounds than gutter has
// values.
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

// leastMeasure is the narrowest text that a wide gutter may leave; config checks the style's own margins against the same
// value.
const leastMeasure = page.In * 3 / 2

// gutter returns the margin at the spine that the book's printer requires.
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

// measure returns the width of the text beside a margin at the spine.
func (in *interior) measure(inner page.Length) page.Length {
	return page.Length(in.cfg.Print.Width-in.cfg.Style.Page.Outer) - inner
}
