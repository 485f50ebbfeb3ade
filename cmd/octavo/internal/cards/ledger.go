package cards

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// The ledger: everything flush left under a band of the theme's colour. Where cards have a bleed the band goes off the upper
// edge; where they have none, or stand on a picture, it is a strip well inside, for a band that ends at the cut shows every slip of the knife.

// band draws the band on a face and returns the baseline of the line below it.
func (f *faceSetter) band(p *page.Page, ink page.Color) page.Length {
	top := f.margin
	if f.bleed > 0 && f.inset == 0 {
		h := f.at(48)
		p.Items = append(p.Items, &page.Rule{X: -f.bleed, Y: -f.bleed, W: f.w + 2*f.bleed, H: h + f.bleed, Color: ink})
		top = h + f.at(16)
	} else {
		h := f.at(16)
		p.Items = append(p.Items, &page.Rule{X: f.margin, Y: top, W: f.w - 2*f.margin, H: h, Color: ink})
		top += h + f.at(16)
	}
	return top + f.labelSize()*70/100
}

// ledgerLabel returns the style of what is printed small.
func (f *faceSetter) ledgerLabel(ink page.Color) textstyle.Style {
	d := f.textStyle(f.labelSize()).Faced(config.Bold)
	d.Color = ink
	return d
}

func (f *faceSetter) ledgerFront(c *card) {
	f.ledger(c.front, c.ink, f.themeOf(c.entry), f.numberOf(c), c.entry.Pos)
	if name := f.frontKind(c); name != "" {
		f.told(c.front, f.sign(c.entry), name, f.ledgerLabel(c.ink), typeset.RaggedRight, f.h-f.margin)
	}
}

// ledger draws the band with words at the left of the line below it and one at its right. A theme whose name is too long for the line is
// there by its signs alone.
func (f *faceSetter) ledger(p *page.Page, ink page.Color, left themed, right string, pos diag.Pos) {
	y := f.band(p, ink)
	d := f.ledgerLabel(ink)
	number := d
	number.Bold, number.Color = false, page.Black
	w := f.put(p, number, right, pos, f.w-f.margin, y, typeset.RaggedLeft)
	x := f.margin + putSigns(p, left.signs, d, f.margin, y-f.boldCap(d)/2)
	if d, ok := f.fits(d, left.name, f.w-f.margin-x-w-d.Size); ok { // or else the back has it
		f.put(p, d, left.name, pos, x, y, typeset.RaggedRight)
	}
}

// boldCap returns the height of capitals in the bold face.
func (f *faceSetter) boldCap(d textstyle.Style) page.Length {
	return d.Size * page.Length(f.fonts.Bold.CapHeight) / page.Length(f.fonts.Bold.Upem)
}

// kindLine sets the mark of a kind with words after it, the baseline at y.
func (f *faceSetter) kindLine(p *page.Page, sign, words string, d textstyle.Style, x, y page.Length) page.Length {
	if sign == config.None {
		return f.put(p, d, words, diag.Pos{}, x, y, typeset.RaggedRight)
	}
	r := d.Size * 42 / 100
	middle := y - f.boldCap(d)/2
	p.Items = append(p.Items, kindMark(sign, x+r, middle, r, d.Color))
	return 2*r + d.Size*45/100 + f.put(p, d, words, diag.Pos{}, x+2*r+d.Size*45/100, y, typeset.RaggedRight)
}

// heading sets the kind at the left of a back's first line and the theme at its right, or below where it is too long.
func (b *back) heading(d textstyle.Style) {
	f, e, n := b.f, b.c.entry, len(b.p.Items)
	defer func() { b.y += f.lower(b.p.Items[n:]) }()
	b.y += d.Size * 7 / 10
	name := f.kindName(e)
	theme := f.themeOf(e)
	signs := signsWidth(theme.signs, d)
	whole, middle := f.w-2*f.margin-signs, b.y-f.boldCap(d)/2
	if name == "" { // the theme has the kind's place
		if d, ok := f.fits(d, theme.name, whole); ok {
			f.put(b.p, d, theme.name, e.Pos, b.x+signs, b.y, typeset.RaggedRight)
		} else {
			lines, d := f.inLines(d, whole, mostHeadLines, typeset.RaggedRight, theme.name)
			b.p.Items, b.y = textstyle.Stack(b.p.Items, lines, b.x+signs, b.y-d.Size*7/10, d.Size*125/100)
		}
		putSigns(b.p, theme.signs, d, b.x, middle)
		return
	}
	w := f.told(b.p, f.sign(e), f.cfg.Lang.Capital(name), d, typeset.RaggedRight, b.y)
	label := d
	label.Bold = false
	if fitted, ok := f.fits(label, theme.name, whole-w-d.Size); ok {
		w := f.put(b.p, fitted, theme.name, e.Pos, f.w-f.margin, b.y, typeset.RaggedLeft)
		putSigns(b.p, theme.signs, d, f.w-f.margin-w-signs, middle)
		return
	}
	lines, label := f.inLines(label, whole, mostHeadLines, typeset.RaggedRight, theme.name)
	top := b.y + label.Size*4/10
	b.p.Items, b.y = textstyle.Stack(b.p.Items, lines, b.x+signs, top, label.Size*125/100)
	putSigns(b.p, theme.signs, d, b.x, top+textstyle.Baseline(label.Size*125/100)-f.boldCap(d)/2)
}

func (f *faceSetter) ledgerBack(c *card) {
	b := f.newBack(c)
	e := c.entry
	d := f.ledgerLabel(c.ink)
	b.heading(d)
	b.y += d.Size * 9 / 10
	b.p.Items = append(b.p.Items, rule(b.x, b.y, f.w-2*f.margin, page.Pt/2, c.ink))
	b.y += d.Size * 8 / 10
	f.footLine(b)
	if l := f.line(e); l != "" && b.clear(3*d.Size) {
		it := f.textStyle(f.labelSize() * 11 / 10)
		it.Italic = true
		b.lines(it, l, typeset.RaggedRight, it.Size*125/100)
		b.y += d.Size * 7 / 10
	}
	b.fields(typeset.RaggedRight)
	b.text()
}

// footLine sets the book's title at the left of a card's foot and the page at its right.
func (f *faceSetter) footLine(b *back) {
	d := f.textStyle(f.labelSize())
	d.Color = b.c.ink
	if b.beside() {
		b.beneath(d, 13)
		return
	}
	y := f.h - f.margin
	w := page.Length(0)
	if pd, ok := f.fits(d, f.pageOf(b.c.entry), b.footW); ok {
		w = f.put(b.p, pd, f.pageOf(b.c.entry), diag.Pos{}, b.footX+b.footW, y, typeset.RaggedLeft)
	}
	if d, title := f.bookTitle(d, b.footW-w-d.Size); b.clear(d.Size) {
		f.put(b.p, d, title, diag.Pos{}, b.footX, y, typeset.RaggedRight)
	}
	b.foot = min(b.foot, y-2*d.Size)
}

// told sets the mark of a kind with its name, so small that they are no wider than the card, and returns how wide they are.
func (f *faceSetter) told(p *page.Page, sign, name string, d textstyle.Style, align typeset.Alignment, y page.Length) page.Length {
	mark := page.Length(0)
	if sign != config.None {
		mark = d.Size * 129 / 100
	}
	d, ok := f.fits(d, name, f.w-2*f.margin-mark)
	if !ok {
		name = textstyle.Shorten([]typeset.Inline{d.Span(name, diag.Pos{})}, f.w-2*f.margin-mark)[0].(*typeset.Span).Text
	}
	x := f.margin
	if align == typeset.Centered {
		_, w := typeset.Run(d.Span(name, diag.Pos{}))
		x = (f.w - w - mark) / 2
	}
	return f.kindLine(p, sign, name, d, x, y)
}
