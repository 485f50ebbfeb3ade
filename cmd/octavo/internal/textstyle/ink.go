package textstyle

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
)

// Ink returns the ink in which a style prints something, one of the constants config.On…: black, or the second ink.
func Ink(style *config.Style, what string) page.Color {
	if style.Ink.Prints(what) {
		return SecondInk(style)
	}
	return page.Black
}

// SecondInk returns the second ink of a style that has one.
func SecondInk(style *config.Style) page.Color {
	rgb := style.Ink.RGB()
	ink := page.FromRGB(rgb.R, rgb.G, rgb.B).Limited(config.MostInk - 1)
	ink.Second = true
	return ink
}

// SecondPlate returns how a press prints the second ink of a style; nil where it has none.
func SecondPlate(style *config.Style) *page.Ink {
	if !style.Ink.Has() {
		return nil
	}
	mix := SecondInk(style)
	mix.Second = false
	if p := style.Ink.Process; p != [4]int{} {
		mix = page.Color{C: uint8(p[0]), M: uint8(p[1]), Y: uint8(p[2]), K: uint8(p[3])}
	}
	return &page.Ink{Name: style.Ink.Name, Process: mix}
}

// Inked returns d in the ink in which a style prints something; see [Ink].
func (d Style) Inked(style *config.Style, what string) Style {
	d.Color = Ink(style, what)
	return d
}
