package compose

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/typeset"
)

// nearest to the trim that anything but a ground may stand.
var safeArea = millimetres(30)

// inspect holds both faces of a card against what a knife and a press ask: nothing stands near an edge but what goes right
// over it, no words run into others, and every character has a glyph. Of a card whose text has no room that is said already.
func (f *facer) inspect(c *card) {
	full := len(c.found) > 0
	for _, p := range []*typeset.Page{c.front, c.back} {
		var boxes []typeset.Box
		var texts []*typeset.Text
		for _, it := range p.Items {
			box, ok := extent(it)
			t, text := it.(*typeset.Text)
			if text {
				f.glyphs(c, t)
			}
			if full || !ok {
				continue
			}
			if tight(p, box, safeArea) {
				what := "a mark"
				if text {
					what = `"` + t.Text + `"`
				}
				c.found.Errorf("card-safe", c.entry.Pos, "on its card, %s stands nearer than 3 mm to the edge", what).
					Note("take a larger card, or shorter words")
				return
			}
			if !text {
				continue
			}
			for i, other := range texts {
				if overlap(box, boxes[i]) {
					c.found.Errorf("card-safe", c.entry.Pos, "on its card, %q runs into %q", t.Text, other.Text).
						Note("take a larger card, or shorter words")
					return
				}
			}
			boxes, texts = append(boxes, box), append(texts, t)
		}
	}
}

// overlap says whether two boxes have more than a touch in common.
func overlap(a, b typeset.Box) bool {
	const touch = typeset.Pt
	return a.X+touch < b.X+b.W && b.X+touch < a.X+a.W && a.Y+touch < b.Y+b.H && b.Y+touch < a.Y+a.H
}

// glyphs says which characters of a run the font does not have.
func (f *facer) glyphs(c *card, t *typeset.Text) {
	for i, g := range t.Glyphs {
		if g.ID != 0 {
			continue
		}
		end := len(t.Text)
		if i+1 < len(t.Glyphs) && t.Glyphs[i+1].At > g.At {
			end = int(t.Glyphs[i+1].At)
		}
		pos := t.Pos
		if pos == (diag.Pos{}) {
			pos = c.entry.Pos
		}
		c.found.Errorf("glyph-missing", pos, "%s has no glyph for %q, which stands on the card of %q", t.Font.Family,
			t.Text[g.At:end], c.entry.ID).
			Note("write it in another way, or give the deck a style whose fonts have it")
		return
	}
}

// near says whether an item of a face comes nearer to the trim than safe, and does not go over it as far as the bleed.
func near(p *typeset.Page, it typeset.Item, safe typeset.Length) bool {
	b, ok := extent(it)
	return ok && tight(p, b, safe)
}

// tight is near, of the box that an item stands in.
func tight(p *typeset.Page, b typeset.Box, safe typeset.Length) bool {
	bad := func(inside typeset.Length) bool { return inside < safe && inside > -p.Bleed }
	if p.Bleed == 0 {
		bad = func(inside typeset.Length) bool { return inside < safe && inside != 0 }
	}
	return bad(b.X) || bad(b.Y) || bad(p.Width-b.X-b.W) || bad(p.Height-b.Y-b.H)
}

// extent is the box that an item's ink stands in, near enough: of text, its letters with what rises and what descends.
func extent(it typeset.Item) (typeset.Box, bool) {
	switch it := it.(type) {
	case *typeset.Rule:
		return typeset.Box{X: it.X, Y: it.Y, W: it.W, H: it.H}, true
	case *typeset.Text:
		var w typeset.Length
		for _, g := range it.Glyphs {
			w += typeset.Length(g.Advance)
		}
		up, down := it.Size*typeset.Length(it.Font.CapHeight)/typeset.Length(it.Font.Upem), it.Size/6
		return typeset.Box{X: it.X, Y: it.Y - up, W: w, H: up + down}, true
	case *typeset.Path:
		if len(it.Segments) == 0 {
			return typeset.Box{}, false
		}
		s := it.Segments[0]
		x0, x1, y0, y1 := s.X, s.X, s.Y, s.Y
		for _, s := range it.Segments {
			if s.Op != typeset.Close { // control points lie outside: what is reckoned with is more, not less
				x0, x1, y0, y1 = min(x0, s.X), max(x1, s.X), min(y0, s.Y), max(y1, s.Y)
			}
			if s.Op == typeset.CurveTo {
				x0, x1 = min(x0, s.X1, s.X2), max(x1, s.X1, s.X2)
				y0, y1 = min(y0, s.Y1, s.Y2), max(y1, s.Y1, s.Y2)
			}
		}
		half := typeset.Length(0)
		if it.Stroke != nil {
			half = it.Width / 2
		}
		return typeset.Box{X: x0 - half, Y: y0 - half, W: x1 - x0 + 2*half, H: y1 - y0 + 2*half}, true
	}
	return typeset.Box{}, false
}
