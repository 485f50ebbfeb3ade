package font

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	ot "github.com/go-text/typesetting/font/opentype"
)

// Identifiers of the name table (OpenType specification 1.9, "name").
const (
	nameDesigner = 9
)

// Designer is who drew the font, as its file says; "" when it does not.
func (f *Font) Designer() string { return f.name(nameDesigner) }

// name is an English string of the font's name table, "" when there is none or the table is broken.
func (f *Font) name(id uint16) string {
	ld, err := ot.NewLoader(bytes.NewReader(f.Data))
	if err != nil {
		return ""
	}
	table, err := ld.RawTable(ot.MustNewTag("name"))
	if err != nil || len(table) < 6 {
		return ""
	}
	be := binary.BigEndian
	count, storage := int(be.Uint16(table[2:])), int(be.Uint16(table[4:]))
	for i := range count {
		at := 6 + 12*i
		if at+12 > len(table) {
			return ""
		}
		r := table[at:]
		if be.Uint16(r[6:]) != id || be.Uint16(r) != 3 || be.Uint16(r[2:]) != 1 || be.Uint16(r[4:]) != 0x409 { // Windows, Unicode, en-US
			continue
		}
		n, from := int(be.Uint16(r[8:])), storage+int(be.Uint16(r[10:]))
		if from+n > len(table) {
			return ""
		}
		units := make([]uint16, n/2)
		for k := range units {
			units[k] = be.Uint16(table[from+2*k:])
		}
		return strings.TrimSpace(string(utf16.Decode(units)))
	}
	return ""
}

// Sans reports whether the font is of letters without serifs, as its classification says (OpenType 1.9, "OS/2", panose and
// sFamilyClass), or else its name.
func (f *Font) Sans() bool {
	ld, err := ot.NewLoader(bytes.NewReader(f.Data))
	if err != nil {
		return false
	}
	const familyClass, familyType, serifStyle = 30, 32, 33
	table, err := ld.RawTable(ot.MustNewTag("OS/2"))
	if err == nil && len(table) > serifStyle {
		if table[familyType] == 2 && table[serifStyle] > 1 {
			return table[serifStyle] >= 11 && table[serifStyle] <= 15
		}
		if table[familyClass] != 0 {
			return table[familyClass] == 8
		}
	}
	for _, word := range []string{"Sans", "Grotesk", "Grotesque", "Gothic", "Hyperlegible"} {
		if strings.Contains(f.Family, word) {
			return true
		}
	}
	return false
}
