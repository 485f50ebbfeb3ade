package compose

import (
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/cmd/octavo/internal/watermark"
)

// across is a name that lies across a page from its lower left to its upper right, in a grey so light that text on it
// reads as before. It is drawn, not written: who copies or searches the text does not meet it.
func across(name string, fonts *Fonts, sheet impose.Size) []typeset.Item {
	// As wide as half of the sheet is high, but no higher than an inch.
	const trial = 100 * typeset.Pt
	_, width := drawn(name, fonts.Regular, trial, grey)
	if width == 0 {
		return nil
	}
	size := min(sheet.H*55/100*trial/width, typeset.In)
	p, width := drawn(name, fonts.Regular, size, typeset.Color{K: 7})
	typeset.Shift(p, -width/2, size*typeset.Length(fonts.Regular.XHeight)/typeset.Length(2*fonts.Regular.Upem))
	return []typeset.Item{&typeset.Group{Turn: -56_000, Items: []typeset.Item{p}}}
}

// drawn is a text as a shape, from the left end of its baseline on, and its width.
func drawn(text string, f *typeset.Face, size typeset.Length, ink typeset.Color) (*typeset.Path, typeset.Length) {
	p := &typeset.Path{Fill: &ink}
	scale := func(v typeset.Length) typeset.Length { return v * size / typeset.Length(f.Upem) / typeset.OutlineUnit }
	var pen typeset.Length
	for _, g := range f.Shape(text, typeset.Lining).Glyphs {
		x, y := (pen+typeset.Length(g.DX))*typeset.OutlineUnit, -typeset.Length(g.DY)*typeset.OutlineUnit
		for _, s := range typeset.Outline(f.Font, g.ID) {
			s.X, s.Y = scale(x+s.X), scale(y-s.Y)
			s.X1, s.Y1 = scale(x+s.X1), scale(y-s.Y1)
			s.X2, s.Y2 = scale(x+s.X2), scale(y-s.Y2)
			p.Segments = append(p.Segments, s)
		}
		pen += typeset.Length(g.Advance)
	}
	return p, pen * size / typeset.Length(f.Upem)
}

// hidden is a code in the text of a page: glyphs of spaces, each of which stands for one of the signs. They part by a little,
// because programs that extract text take the same sign at the same place for a shadow.
func hidden(code string, fonts *Fonts) *typeset.Text {
	f := fonts.Regular
	t := &typeset.Text{Font: f.Font, Size: typeset.Pt, Text: watermark.Hide(code)}
	space := f.Shape(" ", 0).Glyphs[0].ID
	for at := range t.Text {
		t.Glyphs = append(t.Glyphs, typeset.Glyph{ID: space, At: int32(at), Advance: int32(t.Size) * 15 / 100})
	}
	return t
}
