package textstyle

import (
	"unicode/utf8"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/formula"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// mathBox is a part of a formula with the extent of its ink.
type mathBox struct {
	items    []page.Item // X from the left edge, Y from the baseline
	width    page.Length
	up, down page.Length // of the ink above and below the baseline; down is less than 0 where it ends above it
	lean     page.Length // how far the last letter leans out at the right
	slant    page.Length // how far the top of italic letters stands to the right of their middle
	inked    bool
}

// extend makes room for ink between two heights.
func (b *mathBox) extend(up, down page.Length) {
	if !b.inked {
		b.up, b.down, b.inked = up, down, true
		return
	}
	b.up, b.down = max(b.up, up), max(b.down, down)
}

// put adds another box at a distance from the left edge. The width grows if the box stands out.
func (b *mathBox) put(other *mathBox, x page.Length) {
	for _, it := range other.items {
		page.Shift(it, x, 0)
		b.items = append(b.items, it)
	}
	if other.inked {
		b.extend(other.up, other.down)
	}
	b.width = max(b.width, x+other.width)
}

// beside adds another box at the right.
func (b *mathBox) beside(other *mathBox) {
	at := b.width
	if len(b.items) == 0 {
		b.slant = other.slant
	}
	b.put(other, at)
	b.width, b.lean = at+other.width, other.lean
}

// raise moves the box up.
func (b *mathBox) raise(by page.Length) {
	for _, it := range b.items {
		page.Shift(it, 0, -by)
	}
	b.up, b.down = b.up+by, b.down-by
}

// rule adds a rule whose upper edge stands at a height.
func (b *mathBox) rule(x, top, width, thick page.Length, d Style) {
	b.items = append(b.items, &page.Rule{X: x, Y: -top, W: width, H: thick, Color: d.Color})
	b.extend(top, thick-top)
	b.width = max(b.width, x+width)
}

// glyphs sets text in a face and a size.
func (s *mathSetter) glyphs(text string, face formula.Face, size page.Length) *mathBox {
	d := s.style
	d.Size = size
	switch face {
	case formula.Italic:
		d.Italic = true
	case formula.Bold:
		d.Bold = true
	}
	span := d.Span(text, s.pos)
	span.Offset = page.Made
	b := &mathBox{}
	for _, piece := range span.Pieces() {
		b.glyphsOf(piece)
	}
	if n := utf8.RuneCountInString(text); n == 1 && face == formula.Italic {
		b.slant = size * 12 / 100
	}
	return b
}

// glyphsOf adds the glyphs of a span.
func (b *mathBox) glyphsOf(span *typeset.Span) {
	f := span.Font
	shaped := f.Shape(span.Text, span.Features)
	scale := func(units int) page.Length { return page.Length(units) * span.Size / page.Length(f.Upem) }
	t := &page.Text{X: b.width, Y: -span.Rise, Font: f.Font, Size: span.Size, Color: span.Color, Text: span.Text, Pos: span.Pos, Offset: page.Made, Node: span.Node}
	for _, g := range shaped.Glyphs {
		w := scale(int(g.Advance)) + span.Tracking
		t.Glyphs = append(t.Glyphs, page.Glyph{ID: g.ID, At: g.At, Advance: int32(w), DX: int32(scale(int(g.DX))), DY: int32(scale(int(g.DY)))})
		left, bottom, right, top := f.Bounds(g.ID)
		if right > left {
			b.extend(scale(top+int(g.DY))+span.Rise, -scale(bottom+int(g.DY))-span.Rise)
		}
		b.lean = max(scale(right-int(g.Advance)), 0)
		b.width += w
	}
	b.items = append(b.items, t)
}

// stretched draws a sign of the text's face from a height down to a depth, as a path: a larger size would have heavier strokes.
func (s *mathSetter) stretched(sign string, up, down page.Length) *mathBox {
	plain := s.glyphs(sign, formula.Roman, s.em())
	if len(plain.items) != 1 || plain.up+plain.down >= up+down || plain.up+plain.down <= 0 {
		plain.raise((up-down)/2 - (plain.up-plain.down)/2)
		return plain
	}
	t := plain.items[0].(*page.Text)
	path := &page.Path{Fill: &s.style.Color}
	num, den := up+down, plain.up+plain.down
	wide := func(x page.Length) page.Length { return x + x*(num-den)/den/6 }
	tall := func(y page.Length) page.Length { return down - (y+plain.down)*num/den }
	x := page.Length(0)
	for _, g := range t.Glyphs {
		for _, seg := range t.Font.Outline(g.ID) {
			scale := func(v int32) page.Length {
				return page.Length(v) * t.Size / page.Length(t.Font.Upem) / font.OutlineUnit
			}
			path.Segments = append(path.Segments, page.Segment{Op: page.SegmentOp(seg.Op), X: wide(x + scale(seg.X)), Y: tall(scale(seg.Y)),
				X1: wide(x + scale(seg.X1)), Y1: tall(scale(seg.Y1)), X2: wide(x + scale(seg.X2)), Y2: tall(scale(seg.Y2))})
		}
		x += page.Length(g.Advance)
	}
	out := &mathBox{items: []page.Item{path}, width: wide(plain.width)}
	out.extend(up, down)
	return out
}

// fenced sets a row between delimiters that reach as far above and below the axis as the row does.
func (s *mathSetter) fenced(n *formula.Fenced) *mathBox {
	inside := s.row(n.Inside)
	reach := max(inside.up-s.middle(), inside.down+s.middle()) + s.scaled(40)
	up, down := s.middle()+reach, reach-s.middle()
	out := &mathBox{}
	delimiter := func(sign string) {
		if sign == "" {
			out.width += s.scaled(120)
			return
		}
		out.beside(s.stretched(sign, up, down))
	}
	delimiter(n.Open)
	if len(n.Inside) == 1 {
		if f, ok := n.Inside[0].(*formula.Fraction); ok && f.Bare {
			out.width -= s.scaled(60)
		}
	}
	out.beside(inside)
	delimiter(n.Close)
	return out
}

// root sets a row under a radical sign, which is drawn: no text face has one that grows.
func (s *mathSetter) root(n *formula.Root) *mathBox {
	inside := s.row(n.Of)
	rule, gap := s.rule(), 2*s.rule()
	up, down := max(inside.up, s.scaled(430))+gap, max(inside.down, s.scaled(40))
	out := &mathBox{}
	x := page.Length(0)
	if n.Index != nil {
		index := s.at(small).row(n.Index)
		index.raise((up-down)/2 + s.scaled(120) + index.down)
		out.put(index, 0)
		x = max(index.width-s.scaled(230), 0)
	}
	width := s.scaled(480)
	out.items = append(out.items, s.radical(x, width, up, down, rule))
	out.extend(up+rule, down+rule)
	out.rule(x+width-rule/2, up+rule, inside.width+s.scaled(60)+rule/2, rule, s.style)
	out.put(inside, x+width+s.scaled(20))
	out.width = x + width + inside.width + s.scaled(80)
	return out
}

// radical draws the sign of a root: a short stroke up, a thick one down, and a thin one up to the rule.
func (s *mathSetter) radical(x, width, up, down, rule page.Length) *page.Path {
	p := &page.Path{Fill: &s.style.Color}
	tick := down - min(up+down, s.scaled(900))*55/100 // where the thick stroke begins
	at := func(op page.SegmentOp, dx, y page.Length) {
		p.Segments = append(p.Segments, page.Segment{Op: op, X: x + dx, Y: y})
	}
	at(page.MoveTo, 0, tick+s.scaled(90))
	at(page.LineTo, s.scaled(140), tick)
	at(page.LineTo, s.scaled(265), down-s.scaled(140))
	at(page.LineTo, width-rule, -up-rule)
	at(page.LineTo, width, -up-rule)
	at(page.LineTo, width, -up)
	at(page.LineTo, width-rule/3, -up)
	at(page.LineTo, s.scaled(255), down+rule)
	at(page.LineTo, s.scaled(225), down+rule)
	at(page.LineTo, s.scaled(85), tick+s.scaled(65))
	at(page.LineTo, s.scaled(20), tick+s.scaled(115))
	p.Segments = append(p.Segments, page.Segment{Op: page.Close})
	return p
}
