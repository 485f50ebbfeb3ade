package sfnt

import (
	"encoding/binary"
	"errors"
	"slices"
	"unicode/utf16"
)

// Name IDs that stay: copyright, family, style, unique name, full name, version, PostScript name, trademark, designer,
// licence and where it stands, and the family and style in full.
var keptNames = []int{0, 1, 2, 3, 4, 5, 6, 7, 9, 13, 14, 16, 17}

// names returns a name table reduced to the identification and licence records, in English for Windows, which every
// font has.
func names(t table) []byte {
	type record struct {
		id   int
		text []byte
	}
	var kept []record
	text := t.from(t.u16(4))
	for i := range t.count(2) {
		at := 6 + 12*i
		id, size, offset := t.u16(at+6), t.u16(at+8), t.u16(at+10)
		if t.u16(at) == 3 && t.u16(at+2) == 1 && t.u16(at+4) == 0x409 && slices.Contains(keptNames, id) && offset+size <= len(text) {
			kept = append(kept, record{id, text[offset : offset+size]})
		}
	}
	slices.SortStableFunc(kept, func(a, b record) int { return a.id - b.id })
	be := binary.BigEndian
	out := be.AppendUint16(nil, 0)
	out = be.AppendUint16(out, uint16(len(kept)))
	out = be.AppendUint16(out, uint16(6+12*len(kept)))
	offset := 0
	for _, r := range kept {
		for _, v := range []int{3, 1, 0x409, r.id, len(r.text), offset} {
			out = be.AppendUint16(out, uint16(v))
		}
		offset += len(r.text)
	}
	for _, r := range kept {
		out = append(out, r.text...)
	}
	return out
}

// Notice is a font's copyright and licence information.
type Notice struct {
	Family    string // family name, without the weight
	Copyright string
	License   string // the licence in a sentence or two
	URL       string // where the licence is published
}

// ReadNotice reads a font's name table. What the font does not say is empty.
func ReadNotice(data []byte) (_ Notice, err error) {
	defer guard(&err)
	f, err := open(data)
	if err != nil {
		return Notice{}, err
	}
	t := table(names(f.tables["name"]))
	said := map[int]string{}
	text := t.from(t.u16(4))
	for i := range t.count(2) {
		at := 6 + 12*i
		raw := text[t.u16(at+10) : t.u16(at+10)+t.u16(at+8)]
		units := make([]uint16, len(raw)/2)
		for j := range units {
			units[j] = binary.BigEndian.Uint16(raw[2*j:])
		}
		said[t.u16(at+6)] = string(utf16.Decode(units))
	}
	n := Notice{Family: said[16], Copyright: said[0], License: said[13], URL: said[14]}
	if n.Family == "" {
		n.Family = said[1]
	}
	if n.Family == "" {
		return n, errors.New("the font has no name")
	}
	return n, nil
}
