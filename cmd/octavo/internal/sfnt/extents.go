package sfnt

import "errors"

// Extent is how far the outline of a glyph reaches below and above the baseline, in ems: Low is negative for one that goes below it.
// Both are 0 for a glyph without an outline.
type Extent struct{ Low, High float64 }

// Extents returns the extents of the glyphs of a TrueType font by their numbers, as the font says them itself. The font may be one
// that a PDF holds, which has no names and no characters. An error says that it has no outlines, or is damaged.
func Extents(data []byte) (out []Extent, err error) {
	defer guard(&err)
	f, err := directory(data)
	if err != nil {
		return nil, err
	}
	em := float64(f.tables["head"].u16(18))
	if em == 0 || len(f.tables["glyf"]) == 0 || len(f.tables["loca"]) == 0 {
		return nil, errors.New("the font has no outlines")
	}
	entry := 2 // bytes of a place in loca
	if f.tables["head"].u16(50) != 0 {
		entry = 4
	}
	out = make([]Extent, min(f.tables["maxp"].u16(4), len(f.tables["loca"])/entry)) // no more than there are places of
	for g := range out {
		if t := f.outline(g); len(t) >= 10 {
			out[g] = Extent{float64(t.i16(4)) / em, float64(t.i16(8)) / em}
		}
	}
	return out, nil
}
