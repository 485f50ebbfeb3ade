package textstyle

import "octavo/cmd/octavo/internal/page"

// VersePlace is the position of a poem's lines in the measure.
type VersePlace struct {
	Left  page.Length // where lines without an indent begin
	Right page.Length // where the longest line ends
	Turn  page.Length // the indent of what is turned over, from Left
}

// PlaceVerse centres a poem on its longest line. Ends are the widths of its lines with their indents; lines that are wider
// than the measure have to be turned and do not count; where they are half of the poem or more, it stands at the left, for
// they need the room. Deepest is the deepest of the indents: a line that is turned
// hangs further in than any other, so that it cannot be taken for one. See R. Bringhurst, The Elements of Typographic
// Style, 2.3.5, and the Chicago Manual of Style, 13.25 and 13.27.
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

// VerseIndent converts an indent of verse in hundredths of an em. The deepest leave half of the measure to their lines.
func VerseIndent(hundredths int, measure, em page.Length) page.Length {
	return min(em*page.Length(hundredths)/100, measure/2)
}
