package textstyle

import (
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// Baseline returns the distance of a line's baseline from the top of its row.
func Baseline(leading page.Length) page.Length { return leading * 72 / 100 }

// Below returns by how much a line stands out below its row.
func Below(l typeset.Line, leading page.Length) page.Length {
	return max(0, l.Depth-(leading-Baseline(leading)))
}

// RoundUp rounds l up to a multiple of unit.
func RoundUp(l, unit page.Length) page.Length { return (l + unit - 1) / unit * unit }

// Stack puts lines one under another in items, with their baselines leading apart, and returns the height.
func Stack(items []page.Item, lines []typeset.Line, x, y, leading page.Length) ([]page.Item, page.Length) {
	for _, l := range lines {
		y += max(0, l.Ascent-Baseline(leading))
		for _, it := range l.Items {
			page.Shift(it, x, y+Baseline(leading))
			items = append(items, it)
		}
		y += leading + Below(l, leading)
	}
	return items, y
}
