package sfnt

import (
	"errors"
	"fmt"
)

// A glyph may be put together from others, and those again. Whole fonts nest two or three deep, of a dozen parts.
const (
	mostNested = 16
	mostParts  = 4096
)

// Check reports what keeps a font from being used at all: that it is no TrueType font, that it is cut off, that a table
// is missing which every use needs, or that glyphs are put together from themselves or from too many parts, which takes
// whoever draws them for ever. It does not look into the tables of shaping.
func Check(data []byte) (err error) {
	defer guard(&err)
	f, err := directory(data)
	if err != nil {
		return err
	}
	for _, need := range []struct {
		tag  string
		size int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}, {"glyf", 1}, {"cmap", 4}} {
		if len(f.tables[need.tag]) < need.size {
			return fmt.Errorf("the font has no table %q, or one that is too short", need.tag)
		}
	}
	if upem := f.tables["head"].u16(18); upem < 16 || upem > 16384 {
		return fmt.Errorf("the font has %d units in an em, not 16 to 16384", upem)
	}
	if format := f.tables["head"].u16(50); format > 1 {
		return fmt.Errorf("the font has an index of glyphs of an unknown kind, %d", format)
	}
	f.glyphs = f.tables["maxp"].u16(4)
	parts := make([]int, f.glyphs)
	for g := range f.glyphs {
		if f.parts(g, 0, parts) > mostParts {
			return fmt.Errorf("glyph %d is put together from itself, or from too many others", g)
		}
	}
	return nil
}

// parts returns how many glyphs a glyph is put together from, itself among them, and more than mostParts where they are too
// many or too deep. Known are those of other glyphs; 0 is not known.
func (f *font) parts(g, depth int, known []int) int {
	if known[g] > 0 {
		return known[g]
	}
	if depth > mostNested {
		return mostParts + 1
	}
	n := 1
	if t := f.outline(g); t.i16(0) < 0 {
		eachComponent(t, func(at int) {
			if part := t.u16(at + 2); part < f.glyphs && n <= mostParts {
				n += f.parts(part, depth+1, known)
			}
		})
	}
	known[g] = min(n, mostParts+1)
	return known[g]
}

// directory reads the directory of a font's tables.
func directory(data []byte) (*font, error) {
	d := table(data)
	switch v := d.u32(0); {
	case len(data) == 0:
		return nil, errors.New("the file is empty")
	case v == 0x74746366: // "ttcf"
		return nil, errors.New("the file is a collection of fonts, not a single one")
	case v != 0x00010000 && v != 0x74727565:
		return nil, errors.New("not a font with TrueType outlines")
	}
	f := &font{tables: map[string]table{}}
	for i := range d.count(4) {
		at := 12 + 16*i
		offset, size := d.u32(at+8), d.u32(at+12)
		if at+16 > len(d) || offset+size > len(d) {
			return nil, errors.New("the font is cut off")
		}
		f.tables[string(d[at:at+4])] = d[offset : offset+size : offset+size]
	}
	return f, nil
}
