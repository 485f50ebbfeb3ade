package compose

import (
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/cmd/octavo/internal/watermark"
)

var emptyBook = &manuscript.Book{}

// across is a name that lies across a page from its lower left to its upper right, in a grey so light that text on it
// reads as before. It is drawn, not written: who copies or searches the text does not meet it.
func across(name string, fonts *Fonts, sheet impose.Size) []typeset.Item {
	f := fonts.Regular
	shaped := f.Shape(name, typeset.Lining)
	var width typeset.Length
	for _, g := range shaped.Glyphs {
		width += typeset.Length(g.Advance)
	}
	if width == 0 {
		return nil
	}
	// As wide as half of the sheet is high, but no higher than an inch.
	size := min(sheet.H*55/100*typeset.Length(f.Upem)/width, typeset.In)
	ink := typeset.Color{K: 7}
	p := &typeset.Path{Fill: &ink}
	scale := func(v typeset.Length) typeset.Length { return v * size / typeset.Length(f.Upem) / typeset.OutlineUnit }
	pen := -width / 2
	for _, g := range shaped.Glyphs {
		x := (pen + typeset.Length(g.DX)) * typeset.OutlineUnit
		y := typeset.Length(f.XHeight)/2*typeset.OutlineUnit - typeset.Length(g.DY)*typeset.OutlineUnit
		for _, s := range f.Outline(g.ID) {
			s.X, s.Y = scale(x+s.X), scale(y-s.Y)
			s.X1, s.Y1 = scale(x+s.X1), scale(y-s.Y1)
			s.X2, s.Y2 = scale(x+s.X2), scale(y-s.Y2)
			p.Segments = append(p.Segments, s)
		}
		pen += typeset.Length(g.Advance)
	}
	return []typeset.Item{&typeset.Group{Turn: -56_000, Items: []typeset.Item{p}}}
}

// hidden is a code in the text of a page: glyphs of spaces without width, each of which stands for one of the signs.
func hidden(code string, fonts *Fonts) *typeset.Text {
	f := fonts.Regular
	t := &typeset.Text{Font: f, Size: typeset.Pt, Text: watermark.Hide(code)}
	space := f.Shape(" ", 0).Glyphs[0].ID
	for at := range t.Text {
		t.Glyphs = append(t.Glyphs, typeset.Glyph{ID: space, At: int32(at)})
	}
	return t
}
