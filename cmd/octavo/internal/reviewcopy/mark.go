package reviewcopy

import (
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/cmd/octavo/internal/watermark"
)

// across returns a name that lies across a page from its lower left to its upper right, in a grey so light that text on
// it stays legible. It is drawn as outlines, so that it is not copied or searched with the text.
func across(name string, fonts *textstyle.Fonts, sheet impose.Size) []page.Item {
	// As wide as half of the sheet is high, but no higher than an inch.
	const trial = 100 * page.Pt
	_, width := drawn(name, fonts.Regular, trial, grey)
	if width == 0 {
		return nil
	}
	size := min(sheet.H*55/100*trial/width, page.In)
	p, width := drawn(name, fonts.Regular, size, page.Color{K: 7})
	page.Shift(p, -width/2, size*page.Length(fonts.Regular.XHeight)/page.Length(2*fonts.Regular.Upem))
	return []page.Item{&page.Group{Turn: -56_000, Items: []page.Item{p}}}
}

// drawn returns a text as a shape, from the left end of its baseline on, and its width.
func drawn(text string, f *typeset.Face, size page.Length, ink page.Color) (*page.Path, page.Length) {
	p := &page.Path{Fill: &ink}
	var at page.Length
	span := &typeset.Span{Text: text, Font: f, Size: size, Features: font.Lining}
	for _, one := range span.Pieces() {
		scale := func(v page.Length) page.Length { return v * one.Size / page.Length(one.Font.Upem) / font.OutlineUnit }
		var pen page.Length
		for _, g := range one.Font.Shape(one.Text, one.Features).Glyphs {
			x, y := (pen+page.Length(g.DX))*font.OutlineUnit, -page.Length(g.DY)*font.OutlineUnit
			for _, s := range page.Outline(one.Font.Font, g.ID) {
				s.X, s.Y = at+scale(x+s.X), scale(y-s.Y)-one.Rise
				s.X1, s.Y1 = at+scale(x+s.X1), scale(y-s.Y1)-one.Rise
				s.X2, s.Y2 = at+scale(x+s.X2), scale(y-s.Y2)-one.Rise
				p.Segments = append(p.Segments, s)
			}
			pen += page.Length(g.Advance)
		}
		at += pen * one.Size / page.Length(one.Font.Upem)
	}
	return p, at
}

// hidden returns a code in the text of a page: glyphs of spaces, each of which stands for one of the signs. They part by a little,
// because programs that extract text take the same sign at the same place for a shadow.
func hidden(code string, fonts *textstyle.Fonts) *page.Text {
	f := fonts.Regular
	t := &page.Text{Font: f.Font, Size: page.Pt, Text: watermark.Hide(code)}
	space := f.Shape(" ", 0).Glyphs[0].ID
	for at := range t.Text {
		t.Glyphs = append(t.Glyphs, page.Glyph{ID: space, At: int32(at), Advance: int32(t.Size) * 15 / 100})
	}
	return t
}
