package preflight

import (
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/sfnt"
)

// font is a font as the pages use it.
type font struct {
	*content.Font
	name     string
	kind     cos.Name // Type0, Type1, TrueType, Type3, MMType1
	embedded bool
	subset   bool
	unicode  bool // its text can be extracted
	used     where
	missing  where // pages that show a missing glyph

	blank  []uint64 // a bit for each code of a blank glyph
	flat   []uint64 // likewise, of a character that does not go below the line
	signs  []uint64 // likewise, of an ornament or another sign, which is no word
	direct bool     // its codes are CIDs (Identity-H, Identity-V), and glyph tells what they show
	glyph  []byte   // its CIDToGIDMap, two bytes a CID; nil: a CID is the glyph's own number

	program *cos.Stream   // a TrueType font; nil: another one, or one that was read
	extents []sfnt.Extent // of its glyphs, once they were asked for
}

// isMissing reports whether a code shows glyph 0, the missing glyph (ISO 32000-1, 9.7.4.2 and 9.7.6.3). It is known of fonts
// whose codes are CIDs; of others that would take reading their programs.
func (ft *font) isMissing(code int) bool {
	switch {
	case !ft.direct || ft.isBlank(code):
		return false
	case ft.glyph == nil:
		return code == 0
	case 2*code+1 >= len(ft.glyph):
		return true
	}
	return ft.glyph[2*code] == 0 && ft.glyph[2*code+1] == 0
}

// readGlyphs reads which glyphs the codes of a Type0 font show.
func (ft *font) readGlyphs(f *cos.File, d, inner cos.Dict) {
	if name := f.Name(d["Encoding"]); name != "Identity-H" && name != "Identity-V" || !ft.embedded {
		return
	}
	s := f.Stream(inner["CIDToGIDMap"])
	if s == nil {
		ft.direct = true
	} else if data, err := f.Decode(s); err == nil && len(data) > 0 {
		ft.direct, ft.glyph = true, data
	}
}

// extent returns how far the glyph of a code reaches below and above the baseline, where the font's program can be asked for it.
func (ft *font) extent(f *cos.File, code int) (e sfnt.Extent, known bool) {
	if ft.program != nil {
		if data, err := f.Decode(ft.program); err == nil {
			ft.extents, _ = sfnt.Extents(data)
			f.Spend(cos.Letters, len(ft.extents)) // they are kept, as letters are
		}
		ft.program = nil
	}
	if !ft.direct || ft.isMissing(code) {
		return e, false
	}
	if ft.glyph != nil {
		code = int(ft.glyph[2*code])<<8 | int(ft.glyph[2*code+1])
	}
	if code >= len(ft.extents) || ft.extents[code] == (sfnt.Extent{}) {
		return e, false
	}
	return ft.extents[code], true
}

func (ft *font) isBlank(code int) bool { return has(ft.blank, code) }

// descends reports whether a code's letter goes below the line, as far as is known: letters of other scripts may.
func (ft *font) descends(code int) bool { return !has(ft.flat, code) }

// isSign reports whether a code shows a sign: an ornament, a star, a dash.
func (ft *font) isSign(code int) bool { return has(ft.signs, code) }

func has(set []uint64, code int) bool { return code>>6 < len(set) && set[code>>6]>>(code&63)&1 != 0 }

func (ft *font) setBlank(code int) { add(&ft.blank, code) }

// add adds a code to a set.
func add(set *[]uint64, code int) {
	if code < 0 || code > 0xFFFF {
		return
	}
	for len(*set) <= code>>6 {
		*set = append(*set, 0)
	}
	(*set)[code>>6] |= 1 << (code & 63)
}

// isFlat reports whether a letter, a figure or a sign of Latin, Greek or Cyrillic text stands on the line.
func isFlat(r int) bool {
	switch {
	case r > 0x24F && r < 0x391 || r > 0x45F && r != 0x2014 && r != 0x2013 && r != 0x2019 && r != 0x201C && r != 0x201D, r < 0x20:
		return false
	}
	return !strings.ContainsRune("$()/@Q[\\]_gjpqy{|},;§¶µÇçÿýþĄąĘęĢģĮįĶķĻļŅņŖŗŞşŢţŲųŷȚțȘșβγζημξρφχψςруфщцдД", rune(r))
}

func readFont(f *cos.File, d cos.Dict) *font {
	ft := &font{Font: content.ReadFont(f, d), kind: f.Name(d["Subtype"]), name: string(f.Name(d["BaseFont"]))}
	_, ft.subset = cutTag(ft.name)
	inner := d
	if ft.kind == "Type0" {
		if descendants := f.Array(d["DescendantFonts"]); len(descendants) > 0 {
			inner = f.Dict(descendants[0])
			if name := string(f.Name(inner["BaseFont"])); ft.name == "" {
				ft.name = name
			} else if _, ok := cutTag(name); ok {
				ft.subset = true
			}
		}
	} else {
		ft.setBlank(' ')
	}
	descriptor := f.Dict(inner["FontDescriptor"])
	for _, key := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		ft.embedded = ft.embedded || f.Stream(descriptor[key]) != nil
	}
	if ft.kind == "Type3" { // its glyphs are content streams
		ft.embedded, ft.subset = true, true
		if name := f.Name(d["Name"]); ft.name == "" {
			ft.name = string(name)
		}
	}
	if s := f.Stream(d["ToUnicode"]); s != nil {
		ft.unicode = true
		if data, err := f.Decode(s); err == nil {
			readBlanks(ft, data)
		}
	}
	if ft.kind != "Type0" && !ft.unicode { // a named encoding makes the text extractable as well
		ft.unicode = d["Encoding"] != nil || !symbolic(f, descriptor)
		for code := range 0x7F {
			if isFlat(code) {
				add(&ft.flat, code)
			}
		}
	}
	if ft.kind == "Type0" {
		ft.readGlyphs(f, d, inner)
		ft.program = f.Stream(descriptor["FontFile2"])
	}
	if name, _ := cutTag(ft.name); name == "" {
		ft.name = "a font without a name"
	}
	return ft
}

func symbolic(f *cos.File, descriptor cos.Dict) bool {
	flags, _ := f.Number(descriptor["Flags"])
	return int(flags)&4 != 0
}

// cutTag removes the tag of a subset, "ABCDEF+", from a font's name.
func cutTag(name string) (rest string, tagged bool) {
	if len(name) > 7 && name[6] == '+' && strings.Trim(name[:6], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return name[7:], true
	}
	return name, false
}

// readBlanks reads from a ToUnicode CMap the codes that stand for spaces, and those of letters that stand on the line. Of a range that begins with a space only the
// first code is one.
func readBlanks(ft *font, cmap []byte) {
	content.Unicode(cmap, func(first, last int, text []byte) {
		if isSpace(text) {
			ft.setBlank(first)
		}
		n := len(text)
		for code := first; n >= 2 && code <= min(last, first+255); code++ {
			r := int(text[n-2])<<8 | int(text[n-1]) + code - first
			if isFlat(r) {
				add(&ft.flat, code)
			}
			if n == 2 && (unicode.IsSymbol(rune(r)) || unicode.IsPunct(rune(r))) {
				add(&ft.signs, code)
			}
		}
	})
}

// isSpace reports whether UTF-16 text consists of spaces and invisible characters.
func isSpace(b []byte) bool {
	for i := 0; i+1 < len(b); i += 2 {
		switch u := int(b[i])<<8 | int(b[i+1]); {
		case u == 0x20, u == 0xA0, u == 0xAD, u >= 0x2000 && u <= 0x200F, u == 0x2028, u == 0x2029, u == 0x202F,
			u == 0x205F, u == 0x3000:
		default:
			return false
		}
	}
	return len(b) >= 2
}
