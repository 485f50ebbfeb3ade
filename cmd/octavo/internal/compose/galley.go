package compose

import (
	"octavo/cmd/octavo/internal/typeset"
)

// galley is a column being set: rows one under another. Every row takes whole lines of the grid, so that lines stand at
// the same height on every page.
type galley struct {
	rows    []typeset.Row
	measure typeset.Length
	left    typeset.Length // where blocks start, from the left of the measure
	right   typeset.Length // white at the right
	leading typeset.Length
	space   typeset.Length // white wanted above the next row
	penalty int32          // of a page break above the next row
	anchors []string       // to stand at the next row
}

func (g *galley) width() typeset.Length { return g.measure - g.left - g.right }

// skip asks for at least so much white above the next row.
func (g *galley) skip(space typeset.Length) {
	if len(g.rows) > 0 {
		g.space = max(g.space, space)
	}
}

// keep forbids a page break above the next row.
func (g *galley) keep() { g.penalty = max(g.penalty, typeset.Forbidden) }

// row adds a row with what was asked for before it.
func (g *galley) row(r typeset.Row) {
	r.Space = max(r.Space, g.space)
	r.Penalty = max(r.Penalty, g.penalty)
	for _, a := range g.anchors {
		r.Items = append([]typeset.Item{&typeset.Anchor{Name: a}}, r.Items...)
	}
	g.rows = append(g.rows, r)
	g.space, g.penalty, g.anchors = 0, 0, g.anchors[:0]
}

// baseline is where a line's baseline stands below the top of its row.
func baseline(leading typeset.Length) typeset.Length { return leading * 72 / 100 }

// hyphenTurn is the penalty of a word divided over a page turn.
const hyphenTurn = 60

// lines adds a paragraph: no page ends after its first line, none starts with its last.
func (g *galley) lines(lines []typeset.Line, leading typeset.Length, notes func(n int) []typeset.Row) {
	for i, l := range lines {
		height, base := leading, baseline(leading)
		if over := l.Ascent - base; over > 0 { // a picture in the line
			up := ceil(over, leading)
			height, base = height+up, base+up
		}
		r := typeset.Row{Height: height, Items: l.Items}
		for _, it := range r.Items {
			typeset.Shift(it, g.left, base)
		}
		switch {
		case i > 0 && (i == 1 || i == len(lines)-1):
			r.Penalty = typeset.Forbidden
		case i > 0 && lines[i-1].Hyphenated:
			r.Penalty = hyphenTurn
		}
		if notes != nil {
			for _, n := range l.Notes {
				r.Notes = append(r.Notes, notes(n)...)
			}
		}
		g.row(r)
	}
}

// ceil is the least multiple of unit that is not less than l.
func ceil(l, unit typeset.Length) typeset.Length { return (l + unit - 1) / unit * unit }

// stack puts lines one under another in items, with their baselines leading apart, and returns the height.
func stack(items []typeset.Item, lines []typeset.Line, x, y, leading typeset.Length) ([]typeset.Item, typeset.Length) {
	for _, l := range lines {
		y += max(0, l.Ascent-baseline(leading))
		for _, it := range l.Items {
			typeset.Shift(it, x, y+baseline(leading))
			items = append(items, it)
		}
		y += leading
	}
	return items, y
}
