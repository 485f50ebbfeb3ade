package cards

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// The plate: the maxim stands in a fine frame with the corners cut in, as on the labels of old bindings. The theme breaks
// the frame's upper line, the number its lower one. The frame keeps so far from the edges that a cut which is off by a
// millimetre does not show.

// frame returns how far the plate's frame stands from the trim.
func (f *faceSetter) frame() page.Length { return max(f.at(46), page.TenthsOfMm(42)) + f.inset }

func (f *faceSetter) plateFront(c *card) {
	sign := config.None
	if f.frontKind(c) != "" {
		sign = f.sign(c.entry)
	}
	f.plateFrame(c.front, c.ink, f.themeOf(c.entry), c.entry.Pos, f.numberOf(c), sign)
}

// frontKind returns the name of the kind that the front says, and whose mark it carries: only where there is no back to do it.
func (f *faceSetter) frontKind(c *card) string {
	if f.oneSided() {
		return f.kindName(c.entry)
	}
	return ""
}

// kindName returns the name of an entry's kind, with its number where it is counted, or "" where cards do not say it.
func (f *faceSetter) kindName(e *book.Entry) string { return kinds.Label(f.cfg, e, f.several) }

// sign returns the mark of an entry's kind, or None.
func (f *faceSetter) sign(e *book.Entry) string { return f.signOf(f.cfg.Kind(e.Kind)) }

// signOf returns the mark of a kind: None where all cards of the deck are of one kind, and it tells nothing.
func (f *faceSetter) signOf(k *config.Kind) string {
	if !f.several {
		return config.None
	}
	return k.Sign
}

// plateFrame draws a frame with words in its upper and lower lines, and before the lower one the mark of a kind, or none. A theme whose
// name is too long for the line is there by its signs alone.
func (f *faceSetter) plateFrame(p *page.Page, ink page.Color, above themed, pos diag.Pos, below, sign string) {
	in := f.frame()
	r := f.at(24)
	label := f.textStyle(f.labelSize()).SmallCaps()
	label.Color = ink
	label, fits := f.fits(label, above.name, f.w-2*(in+r)-4*label.Size-signsWidth(above.signs, label))
	if !fits { // the back has it
		above.name = ""
	}
	number := f.textStyle(f.labelSize() * 11 / 10)
	number.Color = ink
	number.Features = font.Lining // an old-style 1 alone is a capital I
	rise := func(d textstyle.Style, cap int) page.Length {
		return d.Size * page.Length(cap) / page.Length(f.fonts.Regular.Upem) / 2
	}

	// Words first, to know how wide the gaps are.
	x := f.w / 2
	var gapAbove, gapBelow page.Length
	if above.name != "" || above.signs != nil {
		signs, n := signsWidth(above.signs, label), len(p.Items)
		w := f.put(p, label, above.name, pos, x+(signs+label.Tracking)/2, in+rise(label, f.fonts.Regular.XHeight), typeset.Centered)
		putSigns(p, above.signs, label, x-(w+signs)/2, in)
		f.lower(p.Items[n:])
		gapAbove = (w+signs)/2 + label.Size*7/10
	}
	if below != "" {
		shift := page.Length(0)
		if sign != config.None {
			shift = number.Size * 6 / 10
		}
		w := f.put(p, number, below, pos, x+shift, f.h-in+rise(number, f.fonts.Regular.XHeight), typeset.Centered)
		if sign != config.None {
			p.Items = append(p.Items, kindMark(sign, x-w/2-number.Size*3/10, f.h-in, number.Size*36/100, ink))
		}
		gapBelow = w/2 + shift + number.Size*7/10
	}
	k := r - r*quarter/10000 // from the corner
	for _, side := range []page.Length{1, -1} {
		at := func(fromMiddle page.Length) page.Length { return x + side*fromMiddle }
		edge := f.w/2 - in
		ink := ink
		p.Items = append(p.Items, &page.Path{Stroke: &ink, Width: page.Pt / 2, Segments: []page.Segment{
			{Op: page.MoveTo, X: at(gapAbove), Y: in}, {Op: page.LineTo, X: at(edge - r), Y: in},
			{Op: page.CurveTo, X1: at(edge - r), Y1: in + r - k, X2: at(edge - r + k), Y2: in + r, X: at(edge), Y: in + r},
			{Op: page.LineTo, X: at(edge), Y: f.h - in - r},
			{Op: page.CurveTo, X1: at(edge - r + k), Y1: f.h - in - r, X2: at(edge - r), Y2: f.h - in - r + k,
				X: at(edge - r), Y: f.h - in},
			{Op: page.LineTo, X: at(gapBelow), Y: f.h - in},
		}})
	}
}

func (f *faceSetter) plateBack(c *card) {
	b := f.newBack(c)
	e := c.entry
	middle := b.x + b.w/2
	r := f.at(15)
	name := f.kindName(e)
	if sign := f.sign(e); name != "" && sign != config.None {
		b.p.Items = append(b.p.Items, kindMark(sign, middle, b.y+r, r, c.ink))
		b.y += 2 * r
	}
	small := f.textStyle(f.labelSize()).SmallCaps()
	small.Color = c.ink
	b.plateHead(small, name, f.themeOf(e))

	foot := f.textStyle(f.labelSize()).SmallCaps()
	foot.Color = c.ink
	y := f.h - f.margin
	if b.beside() {
		b.beneath(foot, 14)
	} else {
		lines := []string{f.pageOf(e)}
		if b.clear(0) {
			lines = nil
			for _, title := range f.titles() {
				lines = append(lines, dotted(title, f.pageOf(e)))
			}
			lines = append(lines, f.pageOf(e))
		}
		for _, line := range lines {
			if d, ok := f.fits(foot, line, b.footW); ok {
				f.put(b.p, d, line, e.Pos, b.footX+b.footW/2+d.Tracking/2, y, typeset.Centered)
				break
			}
		}
		b.foot = min(b.foot, y-2*foot.Size)
	}

	if l := f.line(e); l != "" && b.clear(3*f.labelSize()) {
		it := f.textStyle(f.labelSize() * 12 / 10)
		it.Italic = true
		b.y += it.Size * 2 / 10
		b.lines(it, l, typeset.Centered, it.Size*12/10)
	}
	b.y += f.at(26)
	b.fields(typeset.Centered)
	b.text()
}

// plateHead sets the kind and the theme in the first line of a plate's back, the signs of the theme before its name.
func (b *back) plateHead(d textstyle.Style, kind string, theme themed) {
	f, pos := b.f, b.c.entry.Pos
	signs := signsWidth(theme.signs, d)
	words := dotted(kind, theme.name)
	if words == "" {
		return // the book has one kind, and this entry no theme
	}
	d, ok := f.fits(d, words, b.w-signs)
	if !ok {
		if theme.signs != nil {
			b.y += d.Size
			putSigns(b.p, theme.signs, d, b.x+(b.w-signs)/2, b.y-d.Size/4)
		}
		b.y += d.Size / 2
		b.lines(d, words, typeset.Centered, d.Size*13/10)
		return
	}
	b.y += d.Size * 17 / 10
	x := b.x + (b.w-signs-f.width(d, words))/2 + d.Tracking/2
	if theme.signs != nil {
		before := strings.TrimSuffix(words, theme.name)
		x += f.put(b.p, d, before, pos, x, b.y, typeset.RaggedRight)
		x += putSigns(b.p, theme.signs, d, x, b.y-d.Size*page.Length(f.fonts.Regular.XHeight)/page.Length(2*f.fonts.Regular.Upem))
		words = theme.name
	}
	f.put(b.p, d, words, pos, x, b.y, typeset.RaggedRight)
	b.y += d.Size * 4 / 10
}

// dotted puts a middle dot between two words, when there are two.
func dotted(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}
