package studio

import (
	"bytes"
	"slices"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// changedPages returns the pages of a state that look different from those of the state before it. Of a first state nothing is
// different. A page that is the same value looks the same; others are compared.
func changedPages(last, st *state) (out []pageRange) {
	if last == nil || last.set == nil {
		return nil
	}
	c := comparison{}
	for i, p := range st.pages {
		if i < len(last.pages) && c.page(last.pages[i], p) {
			continue
		}
		if n := i + 1; len(out) > 0 && out[len(out)-1].To == n-1 {
			out[len(out)-1].To = n
		} else {
			out = append(out, pageRange{n, n})
		}
	}
	return out
}

// comparison compares what is seen of pages, wherever in the manuscript they were set from. It remembers the fonts that it has found
// alike, and those that it has found different: a font is large, and a page has many texts in it.
type comparison map[[2]*font.Font]bool

func (c comparison) page(a, b *page.Page) bool {
	return a == b || a.Width == b.Width && a.Height == b.Height && a.Label == b.Label && a.Turned == b.Turned && a.Bleed == b.Bleed && c.items(a.Items, b.Items)
}

func (c comparison) items(a, b []page.Item) bool { return slices.EqualFunc(a, b, c.item) }

func (c comparison) item(a, b page.Item) bool {
	switch a := a.(type) {
	case *page.Text:
		b, ok := b.(*page.Text)
		return ok && a.X == b.X && a.Y == b.Y && a.Size == b.Size && a.Color == b.Color && slices.EqualFunc(a.Glyphs, b.Glyphs, sameGlyph) && c.font(a.Font, b.Font)
	case *page.Rule:
		b, ok := b.(*page.Rule)
		return ok && *a == *b
	case *page.Path:
		b, ok := b.(*page.Path)
		return ok && a.Width == b.Width && a.Dash == b.Dash && same(a.Fill, b.Fill) && same(a.Stroke, b.Stroke) && slices.Equal(a.Segments, b.Segments)
	case *page.Image:
		b, ok := b.(*page.Image)
		return ok && a.X == b.X && a.Y == b.Y && a.W == b.W && a.H == b.H && samePicture(a.Picture, b.Picture)
	case *page.Group:
		b, ok := b.(*page.Group)
		return ok && a.Matrix() == b.Matrix() && same(a.Clip, b.Clip) && c.items(a.Items, b.Items)
	case *page.Slot:
		b, ok := b.(*page.Slot)
		return ok && *a == *b
	case *page.Link:
		_, ok := b.(*page.Link)
		return ok // it is not seen
	case *page.Anchor:
		_, ok := b.(*page.Anchor)
		return ok
	}
	return false
}

func (c comparison) font(a, b *font.Font) bool {
	if a == b {
		return true
	}
	alike, ok := c[[2]*font.Font{a, b}]
	if !ok {
		alike = bytes.Equal(a.Data, b.Data)
		c[[2]*font.Font{a, b}] = alike
	}
	return alike
}

func samePicture(a, b *page.Picture) bool {
	return a == b || a.Format == b.Format && bytes.Equal(a.Data, b.Data)
}

// sameGlyph compares what is seen of glyphs, not what they stand for.
func sameGlyph(a, b page.Glyph) bool {
	return a.ID == b.ID && a.Advance == b.Advance && a.DX == b.DX && a.DY == b.DY
}

// same reports whether both are nil, or both are there and alike.
func same[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }
