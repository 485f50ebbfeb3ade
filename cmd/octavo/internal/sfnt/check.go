package sfnt

import (
	"errors"
	"fmt"
)

// A composite glyph may be made of other composites. In practice they nest two or three deep, with a dozen parts.
const (
	mostNested = 16
	mostParts  = 4096
)

// Check reports why a font cannot be used at all: it is not a TrueType font, it is truncated, a required table is
// missing, or a composite glyph contains itself or too many parts, which would take a rasteriser forever. It does not
// check the layout tables.
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

// parts returns the number of glyphs a glyph is composed of, itself included, or more than mostParts where they are too
// many or nested too deep. Known holds the results for other glyphs; 0 is not known.
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
