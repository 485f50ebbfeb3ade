package page

import (
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
)

// MissingGlyphs reports the characters that come out as a box, because the font that sets them has no glyph for them: glyph 0 of a
// TrueType font (OpenType specification 1.9, "Glyph 0: the .notdef glyph"). Slots are the items that fill the slots of the
// pages. Where finds the place of a byte of a text on a page, from 0. Each character of a font is reported once, at its first place.
func MissingGlyphs(pages []*Page, slots map[string][]Item, where func(pg int, t *Text, at int) diag.Pos) (found diag.List) {
	type lack struct {
		font string
		r    rune
	}
	said := map[lack]bool{}
	look := func(pg int, t *Text) {
		for i, g := range t.Glyphs {
			if g.ID != 0 {
				continue
			}
			r, _ := utf8.DecodeRuneInString(t.Text[min(int(g.At), len(t.Text)):])
			if l := (lack{t.Font.Name, r}); !said[l] {
				said[l] = true
				found.Errorf("glyph-missing", where(pg, t, int(t.Glyphs[i].At)), "font %s, which sets this, has no glyph for %s", t.Font.Name, diag.Character(r)).
					Note("write it in another way, or choose a style whose fonts have it")
			}
		}
	}
	for i, p := range pages {
		eachText(p.Items, slots, func(t *Text) { look(i, t) })
	}
	return found
}

// eachText calls fn for every text among items, in groups and slots too.
func eachText(items []Item, slots map[string][]Item, fn func(*Text)) {
	for _, it := range items {
		switch it := it.(type) {
		case *Text:
			fn(it)
		case *Group:
			eachText(it.Items, slots, fn)
		case *Slot:
			eachText(slots[it.Name], nil, fn)
		}
	}
}
