package textstyle

import "octavo/cmd/octavo/internal/page"

// VersePlace is the position of a poem's lines in the measure.
type VersePlace struct {
	Left  page.Length // where lines without an indent begin
	Right page.Length // where the longest line ends
	Turn  page.Length // the indent of turned lines (the part of a line that did not fit), from Left
}

// PlaceVerse centres a poem on its longest line that fits the measure. Ends are the widths of its lines, indents included.
// Lines wider than the measure are turned; if they are half of the poem or more, it begins at the left margin, since they
// need the whole measure. Deepest is the deepest indent: turned lines are indented further, so that none looks like a line
// of its own. See R. Bringhurst, The Elements of Typographic Style, 2.3.5, and the Chicago Manual of Style, 13.25 and 13.27.
func PlaceVerse(ends []page.Length, deepest, measure, em page.Length) VersePlace {
	p := VersePlace{Right: measure, Turn: min(max(2*em, deepest+em), measure/3)}
	longest, normal := page.Length(0), 0
	for _, end := range ends {
		if end <= measure {
			longest = max(longest, end)
			normal++
		}
	}
	if 2*normal > len(ends) {
		p.Left = (measure - longest) / 2
		p.Right = p.Left + longest
	}
	return p
}

// VerseIndent converts an indent of verse from hundredths of an em, and limits it to half of the measure.
func VerseIndent(hundredths int, measure, em page.Length) page.Length {
	return min(em*page.Length(hundredths)/100, measure/2)
}
