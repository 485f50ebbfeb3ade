package cards

import (
	"fmt"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
)

// safeArea is how far anything but a ground must stand from the trim.
var safeArea = page.TenthsOfMm(30)

// inspect tests both faces of a card for printing and cutting: nothing is near an edge unless it bleeds, no texts
// overlap, and every character has a glyph. Diagnostics are at a place, with what to do.
func inspect(c impose.Card, pos diag.Pos, end int, do string) (found diag.List) {
	for _, p := range []*page.Page{c.Front, c.Back} {
		fault := crowded(p)
		for _, it := range p.Items {
			if t, text := it.(*page.Text); text {
				glyphs(&found, c.ID, t, pos)
			}
		}
		if fault != "" {
			found.Errorf("card-safe", pos, "on the card %s, %s", c.ID, fault).To(end).Note("%s", do)
			return found
		}
	}
	return found
}

// crowded returns what is wrong with the places of a face's items: one is near an edge and does not bleed, or texts overlap; "" where
// nothing is.
func crowded(p *page.Page) string {
	var boxes []page.Box
	var texts []*page.Text
	for _, it := range p.Items {
		box, ok := page.Extent(it)
		if !ok {
			continue
		}
		t, text := it.(*page.Text)
		if near(p, it, safeArea) {
			what := "a mark"
			if text {
				what = `"` + t.Text + `"`
			}
			return what + " stands nearer than 3 mm to the edge"
		}
		if !text {
			continue
		}
		for i, other := range texts {
			if overlap(box, boxes[i]) {
				return fmt.Sprintf("%q runs into %q", t.Text, other.Text)
			}
		}
		boxes, texts = append(boxes, box), append(texts, t)
	}
	return ""
}

// inspectGlyphs tests only that every character of a card has a glyph.
func inspectGlyphs(c impose.Card, pos diag.Pos) (found diag.List) {
	for _, p := range []*page.Page{c.Front, c.Back} {
		for _, it := range p.Items {
			if t, ok := it.(*page.Text); ok {
				glyphs(&found, c.ID, t, pos)
			}
		}
	}
	return found
}

// overlap reports whether two boxes have more than a touch in common.
func overlap(a, b page.Box) bool {
	const touch = page.Pt
	return a.X+touch < b.X+b.W && b.X+touch < a.X+a.W && a.Y+touch < b.Y+b.H && b.Y+touch < a.Y+a.H
}

// glyphs reports the characters of a run that the font lacks.
func glyphs(found *diag.List, id string, t *page.Text, otherwise diag.Pos) {
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
			pos = otherwise
		}
		r, _ := utf8.DecodeRuneInString(t.Text[g.At:end])
		found.Errorf("glyph-missing", pos, "no font of the style has %s, which stands on the card of %q", diag.Character(r), id).
			Note("write it in another way, or give the deck a style whose fonts have it")
		return
	}
}

// near reports whether an item of a face is nearer to the trim than the safe area allows, without reaching the bleed.
func near(p *page.Page, it page.Item, safe page.Length) bool {
	b, ok := page.Extent(it)
	if t, text := it.(*page.Text); text { // letter by letter only where it is close
		air := t.Size / 4
		return tight(p, page.Box{X: b.X - air, Y: b.Y - air, W: b.W + 2*air, H: b.H + 2*air}, safe) && tight(p, page.InkBox(t), safe)
	}
	return ok && tight(p, b, safe)
}

// tight returns near, of the box that an item stands in.
func tight(p *page.Page, b page.Box, safe page.Length) bool {
	bad := func(inside page.Length) bool { return inside < safe && inside > -p.Bleed }
	if p.Bleed == 0 {
		bad = func(inside page.Length) bool { return inside < safe && inside != 0 }
	}
	return bad(b.X) || bad(b.Y) || bad(p.Width-b.X-b.W) || bad(p.Height-b.Y-b.H)
}
