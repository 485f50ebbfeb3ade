package cards

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// The field: large letters on a pale ground of the theme's colour, which covers both sides whole; the theme's name stands in
// white on its own colour.

// badge sets a theme's name in white on a pill of colour, its lower edge at y: its signs alone, where the name is too long. It returns
// how wide the pill is.
func (f *faceSetter) badge(p *page.Page, ink page.Color, theme themed, x, y, measure page.Length) page.Length {
	if theme.name == "" {
		return 0
	}
	d := f.textStyle(f.labelSize()).Faced(config.Bold)
	d.Color = page.Color{}
	h := f.labelSize() * 17 / 10
	signs := signsWidth(theme.signs, d)
	fitted, ok := f.fits(d, theme.name, measure-h-signs)
	if !ok { // the back has it
		if theme.name = ""; theme.signs == nil {
			return 0
		}
		signs -= d.Size * 4 / 10 // the white before the name
	}
	w := signs + f.width(fitted, theme.name)
	p.Items = append(p.Items, pill(x, y-h, w+h*9/10, h, ink))
	putSigns(p, theme.signs, d, x+h*45/100, y-h/2)
	f.put(p, fitted, theme.name, diag.Pos{}, x+h*45/100+signs, y-(h-f.boldCap(fitted))/2, typeset.RaggedRight)
	return w + h*9/10
}

func (f *faceSetter) fieldFront(c *card) {
	f.field(c.front, c.ink, f.themeOf(c.entry), f.numberOf(c))
	if sign := f.sign(c.entry); sign != config.None && f.frontKind(c) != "" {
		d := f.textStyle(f.labelSize())
		c.front.Items = append(c.front.Items, kindMark(sign, f.w/2, f.h-f.margin-d.Size*85/100, d.Size*45/100, c.ink))
	}
}

// field draws a foot: a badge at its left, a word at its right.
func (f *faceSetter) field(p *page.Page, ink page.Color, left themed, right string) {
	d := f.textStyle(f.labelSize()).Faced(config.Bold)
	h := f.labelSize() * 17 / 10
	w := f.put(p, d, right, diag.Pos{}, f.w-f.margin, f.h-f.margin-(h-f.boldCap(d))/2, typeset.RaggedLeft)
	f.badge(p, ink, left, f.margin, f.h-f.margin, f.w-2*f.margin-w-d.Size)
}

func (f *faceSetter) fieldBack(c *card) {
	b := f.newBack(c)
	e := c.entry
	d := f.textStyle(f.labelSize() * 11 / 10).Faced(config.Bold)
	d.Color = c.ink
	b.heading(d)
	b.y += d.Size * 6 / 10
	f.footLine(b)
	if l := f.line(e); l != "" && b.clear(3*d.Size) {
		b.lines(f.textStyle(f.labelSize()).Faced(config.Bold), l, typeset.RaggedRight, f.labelSize()*125/100)
	}
	b.y += d.Size * 8 / 10
	b.fields(typeset.RaggedRight)
	b.text()
}
