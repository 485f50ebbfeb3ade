package barcode

import (
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// FontFile is the font of the figures, OCR B, under the styles folder.
const FontFile = "fonts/OCRB-Figures.ttf"

// figureHeight is the height of its figures, in thousandths of the size.
const figureHeight = 773

// Items returns the symbol with its upper left corner at x, y: a white box, all bars as one path in black alone, and the figures in a font,
// that of FontFile.
func (s *Symbol) Items(x, y page.Length, percent int, figures *font.Font) []page.Item {
	w, h := s.Size(percent)
	d := drawer{s: s, x: x, y: y, percent: percent, font: figures}
	d.size = hundredthsOf(figure, percent) * 1000 / figureHeight
	d.items = []page.Item{&page.Rule{X: x, Y: y, W: w, H: h}, d.paths()}
	d.line()
	base := barsFrom + s.high + figureGap + figure
	d.figures(s.code[:1], 1, base, 7)
	d.figures(s.code[1:7], quietLeft+3, base, 7)
	d.figures(s.code[7:], quietLeft+3+6*7+5, base, 7)
	if s.price != nil {
		d.figures(s.addon, quietLeft+wideEAN+gap+4, barsFrom+figure, 9)
	} else {
		d.figures(">", quietLeft+wideEAN, base, quietRight) // keeps the quiet zone from whoever cuts
	}
	return d.items
}

type drawer struct {
	s       *Symbol
	x, y    page.Length
	percent int
	font    *font.Font
	size    page.Length // of the figures
	items   []page.Item
}

// paths returns the bars: one path, a box for every bar.
func (d *drawer) paths() page.Item {
	s, ink := d.s, page.Black
	p := &page.Path{Fill: &ink}
	bars := func(dark []bool, at int, from func(bar int) int, to func(bar int) int) {
		for i := 0; i < len(dark); i++ {
			if !dark[i] {
				continue
			}
			first := i
			for i < len(dark) && dark[i] {
				i++
			}
			x0, x1 := d.x+modules(at+first, d.percent), d.x+modules(at+i, d.percent)
			y0, y1 := d.y+hundredthsOf(from(first), d.percent), d.y+hundredthsOf(to(first), d.percent)
			p.Segments = append(p.Segments, page.Segment{Op: page.MoveTo, X: x0, Y: y0}, page.Segment{Op: page.LineTo, X: x1, Y: y0},
				page.Segment{Op: page.LineTo, X: x1, Y: y1}, page.Segment{Op: page.LineTo, X: x0, Y: y1}, page.Segment{Op: page.Close})
		}
	}
	low := barsFrom + s.high
	bars(s.bars, quietLeft, func(int) int { return barsFrom }, func(i int) int {
		if i < 3 || i >= 45 && i < 50 || i >= 92 {
			return low + guard
		}
		return low
	})
	bars(s.price, quietLeft+wideEAN+gap, func(int) int { return barsFrom + figure + figureGap }, func(int) int { return low + guard })
	return p
}

// figures sets figures, each in the middle of pitch modules, from a module on.
func (d *drawer) figures(text string, at, base, pitch int) {
	f := d.font
	advance := page.Length(f.Advance(f.Glyph('0'))) * d.size / page.Length(f.Upem)
	t := &page.Text{Font: f, Size: d.size, Color: page.Black, Text: text, Y: d.y + hundredthsOf(base, d.percent),
		X: d.x + modules(at, d.percent) + (modules(min(pitch, 7), d.percent)-advance)/2}
	for i, r := range text {
		next := modules(at+pitch*(i+1), d.percent) - modules(at+pitch*i, d.percent)
		t.Glyphs = append(t.Glyphs, page.Glyph{ID: f.Glyph(r), At: int32(i), Advance: int32(next)})
	}
	d.items = append(d.items, t)
}

// line sets the line of the ISBN from the first figure to the last bar. OCR B stands at the distances of a typewriter, for machines; this line is for people.
func (d *drawer) line() {
	f, text := d.font, "ISBN "+d.s.ISBN
	const room = quietLeft + wideEAN - 2 // modules
	white := f.Upem * 10 / 100
	units := -white
	for _, r := range text {
		units += inkWidth(f, r) + white
	}
	size := modules(room, d.percent) * page.Length(f.Upem) / page.Length(max(1, units))
	length := func(units int) page.Length { return page.Length(units) * size / page.Length(f.Upem) }
	t := &page.Text{Font: f, Size: size, Color: page.Black, Text: text, Y: d.y + hundredthsOf(head+lineZone, d.percent)}
	left := func(r rune) int { l, _ := f.Bearings(f.Glyph(r)); return l }
	t.X = d.x + modules(2, d.percent) - length(left(rune(text[0])))
	for i, r := range text {
		next := inkWidth(f, r) + white + left(r)
		if i+1 < len(text) {
			next -= left(rune(text[i+1]))
		}
		t.Glyphs = append(t.Glyphs, page.Glyph{ID: f.Glyph(r), At: int32(i), Advance: int32(length(next))})
	}
	d.items = append(d.items, t)
}

// inkWidth returns the width of a character without the white at its sides; of a space, that of a third of the size.
func inkWidth(f *font.Font, r rune) int {
	if left, _, right, _ := f.Bounds(f.Glyph(r)); right > left {
		return right - left
	}
	return f.Upem / 3
}
