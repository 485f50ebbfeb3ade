package interior

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
)

// signs returns the shapes of the style's signs that the text font has.
func (l *layout) signs() (shapes []ornament.Shape) {
	for _, r := range l.style.Ornament.Signs {
		if l.fonts.Regular.Font.Has(r) {
			if s := ornament.OfGlyph(l.fonts.Regular.Font, r); !s.Empty() {
				shapes = append(shapes, s)
			}
		}
	}
	return shapes
}

// headPiece draws the ornament above a chapter's number, from the upper edge of the text and as wide as it. It is nothing where the
// style has none.
func (l *layout) headPiece() (items []page.Item, height page.Length) {
	ink := textstyle.Ink(l.style, config.OnOrnament)
	switch l.style.Ornament.Head {
	case config.Rule:
		return ornament.Rules(l.blockWidth, ink)
	case config.Signs:
		height = l.grid() * 3 / 4
		items = ornament.Row(l.signs(), l.blockWidth, height, ink)
	case config.Vine:
		return ornament.Vine(l.blockWidth, l.grid()*7/4, ink)
	}
	if items == nil {
		return nil, 0
	}
	return items, height
}

// tailPiece draws the ornament under a chapter's end, centred in the measure.
func (l *layout) tailPiece() (items []page.Item, height page.Length) {
	ink := textstyle.Ink(l.style, config.OnOrnament)
	signs := l.signs()
	if len(signs) == 0 {
		return nil, 0
	}
	switch l.style.Ornament.Tail {
	case config.Sign:
		height = l.grid() * 3 / 2
		if p := signs[0].Path(l.blockWidth/2, height/2, height, ornament.Upright, ink); p != nil {
			items = []page.Item{p}
		}
	case config.Pyramid:
		return ornament.Pyramid(signs, l.blockWidth, l.grid()*7/10, ink)
	}
	return items, height
}

// tailRoom is how many lines of white a page must have beside its tail piece: two above it, and one below.
const tailRoom = 3

// endWithTail puts the tail piece under the end of a chapter where its last page has room for it, and no notes.
func (l *layout) endWithTail(body *pageBody, end page.Length) {
	items, height := l.tailPiece()
	if len(items) == 0 || end+height+tailRoom*l.grid() > l.textHeight {
		return
	}
	for _, it := range items {
		page.Shift(it, 0, end+2*l.grid())
		body.items = append(body.items, it)
	}
}
