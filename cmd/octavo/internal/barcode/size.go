package barcode

import "octavo/cmd/octavo/internal/page"

// Heights of a symbol's parts from the top, in hundredths of a module.
const (
	head      = 150  // white above all
	lineZone  = 700  // the line of the ISBN
	lineGap   = 300  // between that line and the bars
	fullBars  = 6924 // 22.85 mm at 100 %: of the bars between the guard bars
	leastBars = 5539 // 18.28 mm at 100 %: bars are cut no lower than this to fit into a printer's box
	figureGap = 50   // between bars and figures
	figure    = 833  // 2.75 mm at 100 %: the height of figures
	foot      = 100  // white below all
	guard     = 500  // how far the guard bars reach down between the figures
)

// The widths of a symbol's parts, in modules.
const (
	quietLeft  = 11
	quietRight = 7
	quietAddon = 7  // after an add-on: GS1 asks for 5, and readers want more where what follows is dark
	gap        = 9  // before an add-on: 7 to 12
	wideEAN    = 95 // an EAN-13
	wideAddon  = 47 // a five-digit add-on
)

// modules returns so many modules as a length: 0.330 mm each at 100 %.
func modules(n, percent int) page.Length { return hundredthsOf(100*n, percent) }

// hundredthsOf returns so many hundredths of a module as a length.
func hundredthsOf(n, percent int) page.Length {
	const unit = 25_400_000 // 25.4 mm to the inch; hundredths of a module, of a millimetre and of the size
	return (page.Length(n)*page.Length(percent)*33*page.In + unit/2) / unit
}

// across returns the width of the symbol in modules.
func (s *Symbol) across() int {
	if s.price == nil {
		return quietLeft + wideEAN + quietRight
	}
	return quietLeft + wideEAN + gap + wideAddon + quietAddon
}

// down returns the height of the symbol in hundredths of a module.
func (s *Symbol) down() int { return barsFrom + s.high + figureGap + figure + foot }

// barsFrom is where the bars begin.
const barsFrom = head + lineZone + lineGap

// Size returns the width and the height of the symbol with its quiet zones, figures and the line of the ISBN, in a size of 80 to 120 %.
func (s *Symbol) Size(percent int) (w, h page.Length) {
	return modules(s.across(), percent), hundredthsOf(s.down(), percent)
}

// Fit returns the symbol in the largest size, from most percent down to 80, in which it fits into a box. Where its bars are too high in every size, they
// are cut, to 80 % of their height at most: Cut says how much. ok is false where it does not fit either way.
func (s *Symbol) Fit(w, h page.Length, most int) (fitted *Symbol, percent int, ok bool) {
	for percent = min(most, Most); percent >= Least; percent-- {
		if wide, high := s.Size(percent); wide <= w && high <= h {
			return s, percent, true
		}
	}
	low := *s
	for percent = min(most, Most); percent >= Least; percent-- {
		for low.high = s.high; low.high >= leastBars; low.high -= 10 {
			if wide, high := low.Size(percent); wide <= w && high <= h {
				return &low, percent, true
			}
		}
	}
	return s, Least, false
}

// Cut returns how much lower the bars are than GS1 asks for, in percent of that; 0: they have their full height.
func (s *Symbol) Cut() int { return (100*(fullBars-s.high) + fullBars - 1) / fullBars }

// PriceBox returns where a price can stand, as it is read by people: over the add-on, beside the line of the ISBN. Its lower edge is the baseline
// of that line. It is measured from the symbol's upper left corner, and empty where there is no add-on.
func (s *Symbol) PriceBox(percent int) page.Box {
	if s.price == nil {
		return page.Box{}
	}
	from := modules(quietLeft+wideEAN+gap, percent)
	return page.Box{X: from, Y: hundredthsOf(head, percent), W: modules(s.across()-2, percent) - from, H: hundredthsOf(lineZone, percent)}
}
