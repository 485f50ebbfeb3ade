package textstyle

import (
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// Superscript returns d for a text above the line: in the face's own superior characters where it has all of the text as such, else
// in smaller ones, raised.
func (d Style) Superscript(text string) Style { return d.positioned(text, font.Superiors, raised) }

// Subscript returns d for a text below the line, likewise.
func (d Style) Subscript(text string) Style { return d.positioned(text, font.Inferiors, -lowered) }

// How large characters are that are made smaller to stand above or below the line, and by how much they do, in hundredths of
// the size that they are made from. They are a little larger than figures of a fraction, so that their strokes are not too thin.
const (
	positionedSize = 68
	raised         = 34
	lowered        = 16
	leastLowered   = 6 // of an inferior of the face
)

func (d Style) positioned(text string, feature font.Features, rise page.Length) Style {
	d.Solid, d.Display = true, true
	if text != "" && d.has(text, feature) {
		d.Features = d.Features&^(font.OldStyle|font.Lining|font.Proportional|font.Tabular|font.AllSmallCaps) | feature
		return d
	}
	d.Rise += d.Size * rise / 100
	d.Size = d.Size * positionedSize / 100
	return d
}

// has reports whether the face has every character of a text as a superior, or as an inferior that stands below the line: those of
// some faces stand on it, and H₂O looks like a misprint there.
func (d Style) has(text string, feature font.Features) bool {
	f := d.font()
	if !f.Supports(feature) {
		return false
	}
	for _, r := range text {
		if !f.Has(r) {
			return false
		}
		plain, other := f.Shape(string(r), 0).Glyphs, f.Shape(string(r), feature).Glyphs
		if len(plain) != 1 || len(other) != 1 || plain[0].ID == other[0].ID {
			return false
		}
		if _, bottom, _, _ := f.Bounds(other[0].ID); feature == font.Inferiors && -bottom < f.Upem*leastLowered/100 {
			return false
		}
	}
	return true
}

// Key returns d for the name of a key to press.
func (d Style) Key() Style { return d.SmallCaps() }

// Print returns d for small print.
func (d Style) Print() Style { return d.Sized(d.Size * 85 / 100) }
