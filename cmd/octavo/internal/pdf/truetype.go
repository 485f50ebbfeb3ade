package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// embeddable returns a copy of a TrueType font for fpdf to subset: its cmap holds only the given codes (in ascending
// order), its hmtx is expanded (fpdf's getMetrics writes into a shortened one), and the tables that fpdf would drop or
// reject are removed.
func embeddable(ttf []byte, codes []coded) ([]byte, error) {
	tables, err := tablesOf(ttf)
	if err != nil {
		return nil, err
	}
	for _, need := range []struct {
		tag  string
		size int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}, {"glyf", 1}, {"post", 32}} {
		if len(tables[need.tag]) < need.size {
			return nil, fmt.Errorf("table %q is missing or too short: only TrueType outlines can be embedded", need.tag)
		}
	}
	if os2 := tables["OS/2"]; len(os2) >= 10 {
		if fsType := binary.BigEndian.Uint16(os2[8:]); fsType&0xF == 2 || fsType&0x300 != 0 {
			return nil, errors.New("its licence (OS/2 fsType) forbids to embed or to subset it")
		}
	}
	cmap, err := cmapFormat4(codes)
	if err != nil {
		return nil, err
	}
	glyphs := int(binary.BigEndian.Uint16(tables["maxp"][4:]))
	hmtx, err := fullMetrics(tables["hmtx"], int(binary.BigEndian.Uint16(tables["hhea"][34:])), glyphs)
	if err != nil {
		return nil, err
	}
	hhea := slices.Clone(tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(glyphs))
	tables["cmap"], tables["hmtx"], tables["hhea"] = cmap, hmtx, hhea
	tables["name"] = []byte{0, 0, 0, 0, 0, 6} // format 0, no names
	return assemble(tables), nil
}

// embedded lists the tables of the copy, in the order of the format.
var embedded = []string{"OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name",
	"post", "prep"}

func tablesOf(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < 12 {
		return nil, errors.New("not a TrueType font: too short")
	}
	if v := binary.BigEndian.Uint32(ttf); v != 0x00010000 && v != 0x74727565 {
		return nil, fmt.Errorf("not a TrueType font: it begins with %q", ttf[:4])
	}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	if len(ttf) < 12+16*n {
		return nil, errors.New("its table directory is cut off")
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		r := ttf[12+16*i:]
		off, size := uint64(binary.BigEndian.Uint32(r[8:])), uint64(binary.BigEndian.Uint32(r[12:]))
		if off+size > uint64(len(ttf)) {
			return nil, fmt.Errorf("table %q is cut off", r[:4])
		}
		tables[string(r[:4])] = ttf[off : off+size : off+size]
	}
	return tables, nil
}

// fullMetrics returns hmtx with an advance for every glyph. In the font the last of n advances counts for all later
// glyphs, which have only side bearings.
func fullMetrics(hmtx []byte, n, glyphs int) ([]byte, error) {
	if n == 0 || n > glyphs || len(hmtx) < 4*n+2*(glyphs-n) {
		return nil, errors.New(`table "hmtx" does not fit the number of glyphs`)
	}
	out := make([]byte, 0, 4*glyphs)
	out = append(out, hmtx[:4*n]...)
	last := hmtx[4*(n-1) : 4*(n-1)+2]
	for b := hmtx[4*n:]; len(out) < 4*glyphs; b = b[2:] {
		out = append(append(out, last...), b[:2]...)
	}
	return out, nil
}

// cmapFormat4 returns a cmap table with one subtable, for Windows and Unicode (3, 1), in format 4. Codes are ascending.
func cmapFormat4(codes []coded) ([]byte, error) {
	type segment struct{ first, last, delta uint16 }
	var segments []segment
	for _, c := range codes {
		delta := c.glyph - c.code
		if n := len(segments); n > 0 && segments[n-1].last+1 == c.code && segments[n-1].delta == delta {
			segments[n-1].last = c.code
		} else {
			segments = append(segments, segment{c.code, c.code, delta})
		}
	}
	segments = append(segments, segment{0xFFFF, 0xFFFF, 1})
	n := len(segments)
	// segCountX2 has 16 bits. From 8190 segments on the table's length does not fit, but fpdf ignores it.
	if n >= 1<<15 {
		return nil, fmt.Errorf("%d scattered glyphs are more than a cmap of format 4 holds", n)
	}
	search, selector := 1, 0
	for search*2 <= n {
		search *= 2
		selector++
	}
	be := binary.BigEndian
	out := make([]byte, 0, 12+16+8*n)
	out = be.AppendUint16(out, 0)  // version
	out = be.AppendUint16(out, 1)  // one subtable
	out = be.AppendUint16(out, 3)  // Windows
	out = be.AppendUint16(out, 1)  // Unicode
	out = be.AppendUint32(out, 12) // its place
	out = be.AppendUint16(out, 4)  // its format
	out = be.AppendUint16(out, uint16(16+8*n))
	out = be.AppendUint16(out, 0) // language
	out = be.AppendUint16(out, uint16(2*n))
	out = be.AppendUint16(out, uint16(2*search))
	out = be.AppendUint16(out, uint16(selector))
	out = be.AppendUint16(out, uint16(2*n-2*search))
	for _, s := range segments {
		out = be.AppendUint16(out, s.last)
	}
	out = be.AppendUint16(out, 0)
	for _, s := range segments {
		out = be.AppendUint16(out, s.first)
	}
	for _, s := range segments {
		out = be.AppendUint16(out, s.delta)
	}
	for range segments {
		out = be.AppendUint16(out, 0) // glyphs by delta, not by a list
	}
	return out, nil
}

// assemble makes a font file of tables. Checksums stay zero: fpdf ignores them and computes those of the subset.
func assemble(tables map[string][]byte) []byte {
	n, size := 0, 12
	for _, tag := range embedded {
		if len(tables[tag]) > 0 {
			n++
			size += 16 + len(tables[tag]) + 3
		}
	}
	be := binary.BigEndian
	out := make([]byte, 12+16*n, size)
	be.PutUint32(out, 0x00010000)
	be.PutUint16(out[4:], uint16(n))
	r := out[12:]
	for _, tag := range embedded {
		table := tables[tag]
		if len(table) == 0 {
			continue
		}
		copy(r, tag)
		be.PutUint32(r[8:], uint32(len(out)))
		be.PutUint32(r[12:], uint32(len(table)))
		r = r[16:]
		out = append(out, table...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}
