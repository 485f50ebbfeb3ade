package cards

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
)

// The signs of themes that are not among those of kinds.
const (
	barSign     = "bar"
	fallingSign = "falling" // a triangle on its point
	frameSign   = "frame"   // an open square
	saltireSign = "saltire" // a cross on its side
	halfSign    = "half"    // the upper half of a disc
	deltaSign   = "delta"   // an open triangle
	barsSign    = "bars"
	chevronSign = "chevron"
)

// themeSigns are the small ornaments that tell themes apart where colours do not: in print without colour, and for eyes that do not
// see it. Those that are most unlike come first.
var themeSigns = []string{config.Triangle, config.Square, config.Ring, config.Cross, barSign, config.Lozenge, config.Disc, fallingSign,
	frameSign, saltireSign, halfSign, deltaSign, barsSign, chevronSign}

// themed is the name of a theme as a card has it, and the signs before it: none where a deck has one theme.
type themed struct {
	name  string
	signs []string
}

// tellApart finds what tells the cards of a deck apart: whether they are of several kinds, and the signs of the themes where they are
// of several themes. Where there are more themes than signs, the others have two. No theme has the sign of a kind of the deck.
func (f *faceSetter) tellApart(bk *book.Book) {
	kind, theme := map[string]bool{}, map[string]bool{}
	for _, e := range bk.Entries() {
		if HasCard(e) {
			kind[e.Kind] = true
			if id := e.Theme(); id != "" {
				theme[id] = true
			}
		}
	}
	f.several = kinds.Several(len(kind) > 1)
	if len(theme) < 2 {
		return
	}
	free := slices.Clone(themeSigns)
	if f.several {
		for id := range kind {
			free = slices.DeleteFunc(free, func(sign string) bool { return sign == f.cfg.Kind(id).Sign })
		}
	}
	f.signs = map[string][]string{}
	for i, t := range f.cfg.Themes {
		f.signs[t.ID] = signsOf(free, i)
	}
}

// signsOf returns the signs of the theme of a number, from 0: one, or when all are taken two that differ; of thousands of themes
// several have the same.
func signsOf(free []string, i int) []string {
	n := len(free)
	if i < n {
		return free[i : i+1]
	}
	first := (i - n) % n
	second := (first + 1 + (i-n)/n%(n-1)) % n
	return []string{free[first], free[second]}
}

// themeOf returns the first of an entry's themes.
func (f *faceSetter) themeOf(e *book.Entry) themed {
	return themed{name: f.theme(e), signs: f.signs[e.Theme()]}
}

// signRadius returns how far a sign beside words reaches from its middle.
func signRadius(d textstyle.Style) page.Length { return d.Size * 30 / 100 }

// signsWidth returns the width of signs before words, with the white between.
func signsWidth(signs []string, d textstyle.Style) page.Length {
	n := page.Length(len(signs))
	return n*2*signRadius(d) + n*d.Size*25/100 + min(n, 1)*d.Size*15/100
}

// putSigns draws signs from x on, their middle at y, and returns signsWidth.
func putSigns(p *page.Page, signs []string, d textstyle.Style, x, y page.Length) page.Length {
	r := signRadius(d)
	for i, sign := range signs {
		p.Items = append(p.Items, themeMark(sign, x+r+page.Length(i)*(2*r+d.Size*25/100), y, r, d.Color))
	}
	return signsWidth(signs, d)
}

// themeMark returns the sign of a theme, centred at x and y, r from there to its sides.
func themeMark(sign string, x, y, r page.Length, ink page.Color) page.Item {
	box := func(left, top, right, bottom page.Length) []page.Segment {
		return polygon(x, y, r, [][2]page.Length{{left, top}, {right, top}, {right, bottom}, {left, bottom}})
	}
	p := &page.Path{Fill: &ink}
	switch sign {
	case config.Lozenge: // that of kinds is open
		p.Segments = lozenge(x, y, r*11/10)
	case barSign:
		p.Segments = box(-10, -3, 10, 3)
	case barsSign:
		p.Segments = append(box(-10, -7, 10, -2), box(-10, 2, 10, 7)...)
	case fallingSign:
		p.Segments = polygon(x, y, r, [][2]page.Length{{-10, -8}, {10, -8}, {0, 10}})
	case frameSign:
		p.Segments = append(box(-8, -8, 8, 8), backwards(box(-4, -4, 4, 4))...)
	case saltireSign:
		p.Segments = polygon(x, y, r, [][2]page.Length{{-9, -6}, {-6, -9}, {0, -3}, {6, -9}, {9, -6}, {3, 0}, {9, 6}, {6, 9}, {0, 3}, {-6, 9}, {-9, 6}, {-3, 0}})
	case halfSign:
		k := r * quarter / 10000
		p.Segments = []page.Segment{{Op: page.MoveTo, X: x - r, Y: y + r/2},
			{Op: page.CurveTo, X1: x - r, Y1: y + r/2 - k, X2: x - k, Y2: y - r/2, X: x, Y: y - r/2},
			{Op: page.CurveTo, X1: x + k, Y1: y - r/2, X2: x + r, Y2: y + r/2 - k, X: x + r, Y: y + r/2}, {Op: page.Close}}
	case deltaSign:
		p.Segments = append(polygon(x, y, r, [][2]page.Length{{0, -10}, {10, 8}, {-10, 8}}),
			backwards(polygon(x, y+r*2/10, r*4/10, [][2]page.Length{{0, -10}, {10, 8}, {-10, 8}}))...)
	case chevronSign:
		p.Segments = polygon(x, y, r, [][2]page.Length{{-10, 2}, {0, -8}, {10, 2}, {10, 8}, {0, -2}, {-10, 8}})
	default:
		return kindMark(sign, x, y, r, ink)
	}
	return p
}
