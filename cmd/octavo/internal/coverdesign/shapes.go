package coverdesign

import (
	"unicode"

	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
)

// Inset returns a box with its edges moved inwards.
func Inset(b page.Box, by page.Length) page.Box {
	return page.Box{X: b.X + by, Y: b.Y + by, W: b.W - 2*by, H: b.H - 2*by}
}

// Fill returns a box of colour.
func Fill(b page.Box, color page.Color) page.Item {
	return &page.Rule{X: b.X, Y: b.Y, W: b.W, H: b.H, Color: color}
}

// Frame returns a line of a weight along the inner side of a box.
func Frame(b page.Box, weight page.Length, color page.Color) []page.Item {
	return []page.Item{
		Fill(page.Box{X: b.X, Y: b.Y, W: b.W, H: weight}, color),
		Fill(page.Box{X: b.X, Y: b.Y + b.H - weight, W: b.W, H: weight}, color),
		Fill(page.Box{X: b.X, Y: b.Y + weight, W: weight, H: b.H - 2*weight}, color),
		Fill(page.Box{X: b.X + b.W - weight, Y: b.Y + weight, W: weight, H: b.H - 2*weight}, color),
	}
}

// Covering returns a picture that covers a box, cut to its shape about the middle of its width and about a part of its height, in
// hundredths from the top.
func Covering(pic *page.Picture, b page.Box, middle page.Length, node *page.Node, alt string) page.Item {
	w, h := b.W, b.W*page.Length(pic.Height)/page.Length(max(1, pic.Width))
	if h < b.H {
		w, h = b.H*page.Length(pic.Width)/page.Length(max(1, pic.Height)), b.H
	}
	if node != nil {
		node.Alt = alt
	}
	clip := b
	return &page.Group{Clip: &clip, Items: []page.Item{
		&page.Image{X: b.X + (b.W-w)/2, Y: b.Y + (b.H-h)*middle/100, W: w, H: h, Picture: pic, Alt: alt, Node: node}}}
}

// signShape returns the ornament: the first character of the style's break that its text font has, or another font in its place.
func (d *Design) signShape() ornament.Shape {
	for _, r := range d.style.Mark.Break {
		if unicode.IsSpace(r) {
			continue
		}
		if d.fonts.Regular.Has(r) {
			return ornament.OfGlyph(d.fonts.Regular.Font, r)
		}
		if other := d.fonts.Regular.Instead(string(r)); other != nil && other.Has(r) {
			return ornament.OfGlyph(other.Font, r)
		}
	}
	return ornament.OfGlyph(d.fonts.Regular.Font, '*')
}

// add adds items that are there.
func (d *drawing) add(items ...page.Item) { d.items = append(d.items, items...) }

// draw draws the sign centred at a point, its longer side of a size.
func (d *drawing) draw(x, y, size page.Length, stand ornament.Stand, color page.Color) {
	if p := d.Sign.Path(x, y, size, stand, color); p != nil {
		d.add(p)
	}
}

// overlap reports whether two boxes have more than an edge in common.
func overlap(a, b page.Box) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}
