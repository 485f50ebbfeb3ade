package interior

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// Code that is drawn, with Unicode's box drawing and block elements, is made for lines without white between them: its strokes meet
// from line to line. So such a block has a leading of its own, of which whole lines of the grid are a multiple.

// boxHeight returns how high the strokes of box drawing are in a style; 0 where no face has them.
func boxHeight(d textstyle.Style) page.Length {
	s := d.Span("│", diag.Pos{}).Pieces()[0]
	_, bottom, _, top := s.Font.Bounds(s.Font.Glyph('│'))
	if !s.Font.Has('│') {
		return 0
	}
	return page.Length(top-bottom) * s.Size / page.Length(s.Font.Upem)
}

// mostJoined is how many lines of a drawing, at most, are set as high as lines of the grid, so that a page can end after them.
const mostJoined = 8

// joinedLeading returns the leading for n lines of a drawing with strokes of a height, and how many lines are then as high as lines
// of the grid. A drawing of up to half a page is not divided, and ends on the grid where its lines can be a little closer.
func joinedLeading(grid, height page.Length, n int, textHeight page.Length) (leading page.Length, level int) {
	if height <= 0 || height >= grid {
		return grid, 1
	}
	fit := func(k int) page.Length { return page.Length(k) * height / grid * grid / page.Length(k) }
	if page.Length(n)*height <= textHeight/2 {
		if leading = fit(n); leading < height*9/10 {
			leading = height * 99 / 100
		}
		return leading, n
	}
	for k := 1; k <= mostJoined; k++ {
		if l := fit(k); l > leading {
			leading, level = l, k
		}
	}
	return leading, level
}

// toGrid allows a page to end in rows only after a multiple of level of them, and fills up the last row to the grid.
func toGrid(rows []typeset.Row, grid page.Length, level int) {
	high := page.Length(0)
	lines := 0
	for i := range rows {
		if i > 0 {
			high += rows[i].Space
			lines += int(rows[i].Space / rows[i].Height)
			if lines%level != 0 {
				rows[i].Penalty = typeset.Forbidden
			}
		}
		high += rows[i].Height
		lines++
	}
	rows[len(rows)-1].Height += textstyle.RoundUp(high, grid) - high
}
