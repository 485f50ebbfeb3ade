// Package sfnt cuts TrueType fonts down to what a book uses of them. [Subset] keeps the glyphs of some characters, everything that
// the wanted OpenType features can make of them (ligatures, small capitals, old-style figures), and the kerning, marks and
// substitutions of these glyphs. The names of the font, its maker and its licence stay. Hinting instructions go: readers of books
// do not use them.
//
// [Extents] says how far the glyphs of such a font reach.
//
// Numbers in names are those of the OpenType specification 1.9.
package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Subset returns a TrueType font with only the glyphs of the given characters. Features are OpenType tags ("smcp",
// "onum") to keep beside those that text always needs (ligatures, kerning, marks, localised forms). A character that
// the font lacks is not an error. Glyphs are renumbered. The same arguments give the same bytes.
//
// Subset returns an error if data is not a font with TrueType outlines, if the font is damaged, or if its licence bits
// forbid subsetting.
func Subset(data []byte, characters []rune, features []string) (_ []byte, err error) {
	defer guard(&err)
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	codes := f.codes(characters)
	for _, c := range codes {
		f.keep[c.glyph] = true
	}
	gsub, gpos := f.openLayout(f.tables["GSUB"], substituting, features), f.openLayout(f.tables["GPOS"], positioning, features)
	f.substitutes(gsub)
	f.components()
	f.number()

	out := map[string][]byte{"OS/2": f.tables["OS/2"], "post": f.post(), "name": names(f.tables["name"]), "maxp": f.maxp()}
	for i := range codes {
		codes[i].glyph = f.id[codes[i].glyph]
	}
	out["cmap"] = cmap(codes)
	out["glyf"], out["loca"], out["head"] = f.outlines()
	out["hmtx"], out["hhea"] = f.metrics()
	if out["GSUB"], err = f.layout(gsub, f.substitution); err != nil {
		return nil, fmt.Errorf("table GSUB: %w", err)
	}
	if out["GPOS"], err = f.layout(gpos, f.position); err != nil {
		return nil, fmt.Errorf("table GPOS: %w", err)
	}
	if out["GDEF"], err = f.definitions(); err != nil {
		return nil, fmt.Errorf("table GDEF: %w", err)
	}
	return assemble(out), nil
}

// font is a font being cut.
type font struct {
	tables map[string]table
	glyphs int      // number of glyphs
	keep   []bool   // by old id
	id     []uint16 // new id by old id
	old    []uint16 // old id by new id
	steps  int      // taken so far, see spend
}

// table is a table of a font file. Reading beyond its end yields zeros, so that damaged fonts need no special case.
type table []byte

func (t table) u8(at int) int {
	if at < 0 || at >= len(t) {
		return 0
	}
	return int(t[at])
}

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[at:]))
}

func (t table) i16(at int) int { return int(int16(t.u16(at))) }

func (t table) u32(at int) int {
	if at < 0 || at+4 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint32(t[at:]))
}

// count returns the number at a place, at most what a table of this length has room for.
func (t table) count(at int) int { return min(t.u16(at), len(t)/2) }

// from returns the table from an offset on; empty for offset 0, which means none.
func (t table) from(offset int) table {
	if offset <= 0 || offset >= len(t) {
		return nil
	}
	return t[offset:]
}

// sub returns the table that the 16-bit offset at a place leads to.
func (t table) sub(at int) table { return t.from(t.u16(at)) }

// open reads a font that is to be cut.
func open(data []byte) (*font, error) {
	f, err := directory(data)
	if err != nil {
		return nil, err
	}
	for _, need := range []struct {
		tag  string
		size int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}, {"glyf", 1}, {"post", 32}, {"cmap", 4}, {"name", 6},
		{"OS/2", 68}} {
		if len(f.tables[need.tag]) < need.size {
			return nil, fmt.Errorf("the font has no table %q, or one that is too short", need.tag)
		}
	}
	if fsType := f.tables["OS/2"].u16(8); fsType&0xF == 2 || fsType&0x300 != 0 {
		return nil, errors.New("the font's licence (OS/2 fsType) forbids to embed it or to take parts of it")
	}
	if f.glyphs = f.tables["maxp"].u16(4); f.glyphs == 0 {
		return nil, errors.New("the font has no glyphs")
	}
	f.keep = make([]bool, f.glyphs)
	f.keep[0] = true // .notdef
	return f, nil
}

// number assigns the glyphs that stay their new ids, in the old order.
func (f *font) number() {
	f.id = make([]uint16, f.glyphs)
	for g, kept := range f.keep {
		if kept {
			f.id[g] = uint16(len(f.old))
			f.old = append(f.old, uint16(g))
		}
	}
}

// has reports whether a glyph stays; false for one that the font does not have.
func (f *font) has(g int) bool { return g < len(f.keep) && f.keep[g] }

// assemble puts tables into one file: the directory, then each table aligned to four bytes.
func assemble(tables map[string][]byte) []byte {
	var tags []string
	for tag, data := range tables {
		if data != nil {
			tags = append(tags, tag)
		}
	}
	slices.Sort(tags)
	be := binary.BigEndian
	search, selector := 1, 0
	for search*2 <= len(tags) {
		search *= 2
		selector++
	}
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tags), 16 * search, selector, 16 * (len(tags) - search)} {
		out = be.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*len(tags)
	for _, tag := range tags {
		data := tables[tag]
		out = append(out, tag...)
		out = be.AppendUint32(out, checksum(data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(data)))
		at += (len(data) + 3) &^ 3
	}
	head := 0
	for _, tag := range tags {
		if tag == "head" {
			head = len(out)
		}
		out = append(out, tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out)) // checkSumAdjustment
	return out
}

// checksum returns the sum of a table's 32-bit words, the last padded with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
