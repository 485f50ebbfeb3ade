package preflight

import (
	"strings"

	"octavo/cmd/octavo/internal/cos"
)

// font is a font as the pages use it.
type font struct {
	name     string
	kind     cos.Name // Type0, Type1, TrueType, Type3, MMType1
	embedded bool
	subset   bool
	unicode  bool // its text can be read
	used     where

	wide   bool      // codes have two bytes
	widths []float32 // by code, in thousandths of the size; a negative one is absent
	absent float64   // width of all other codes
	scale  float64   // of widths to the size: 1/1000 but for Type 3
	blank  []uint64  // a bit for each code that shows nothing
}

func (ft *font) isBlank(code int) bool {
	return code>>6 < len(ft.blank) && ft.blank[code>>6]>>(code&63)&1 != 0
}

func (ft *font) setBlank(code int) {
	if code < 0 || code > 0xFFFF {
		return
	}
	for len(ft.blank) <= code>>6 {
		ft.blank = append(ft.blank, 0)
	}
	ft.blank[code>>6] |= 1 << (code & 63)
}

func (ft *font) width(code int) float64 {
	if code < len(ft.widths) && ft.widths[code] >= 0 {
		return float64(ft.widths[code])
	}
	return ft.absent
}

func (ft *font) setWidth(code int, w float64) {
	if code < 0 || code > 0xFFFF {
		return
	}
	for len(ft.widths) <= code {
		ft.widths = append(ft.widths, -1)
	}
	ft.widths[code] = float32(w)
}

func readFont(f *cos.File, d cos.Dict) *font {
	ft := &font{kind: f.Name(d["Subtype"]), name: string(f.Name(d["BaseFont"])), absent: 500, scale: 0.001}
	_, ft.subset = cutTag(ft.name)
	inner := d
	if ft.kind == "Type0" {
		ft.wide = true
		if descendants := f.Array(d["DescendantFonts"]); len(descendants) > 0 {
			inner = f.Dict(descendants[0])
			if name := string(f.Name(inner["BaseFont"])); ft.name == "" {
				ft.name = name
			} else if _, ok := cutTag(name); ok {
				ft.subset = true
			}
		}
		readWideWidths(f, ft, inner)
	} else {
		readWidths(f, ft, d)
		ft.setBlank(' ')
	}
	descriptor := f.Dict(inner["FontDescriptor"])
	for _, key := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		ft.embedded = ft.embedded || f.Stream(descriptor[key]) != nil
	}
	if ft.kind == "Type3" { // its glyphs are drawings in the file
		ft.embedded, ft.subset = true, true
		ft.scale = matrixOf(f, d["FontMatrix"]).a
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
	if ft.kind != "Type0" && !ft.unicode { // what a named encoding says can be read as well
		ft.unicode = d["Encoding"] != nil || !symbolic(f, descriptor)
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

// cutTag takes the tag of a subset, "ABCDEF+", off a font's name.
func cutTag(name string) (rest string, tagged bool) {
	if len(name) > 7 && name[6] == '+' && strings.Trim(name[:6], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return name[7:], true
	}
	return name, false
}

func readWidths(f *cos.File, ft *font, d cos.Dict) {
	first, _ := f.Number(d["FirstChar"])
	widths := f.Array(d["Widths"])
	for i, v := range widths[:min(len(widths), 256)] {
		if w, ok := f.Number(v); ok && first >= 0 && first < 256 {
			ft.setWidth(int(first)+i, w)
		}
	}
	if w, ok := f.Number(f.Dict(d["FontDescriptor"])["MissingWidth"]); ok {
		ft.absent = w
	}
}

// readWideWidths reads W and DW of a CIDFont (9.7.4.3). A code counts as its CID, as in Identity-H.
func readWideWidths(f *cos.File, ft *font, d cos.Dict) {
	ft.absent = 1000
	if w, ok := f.Number(d["DW"]); ok {
		ft.absent = w
	}
	a := f.Array(d["W"])
	for left := 1 << 18; len(a) >= 2 && left > 0; left-- {
		first, ok := f.Number(a[0])
		if !ok || first < 0 || first > 0xFFFF {
			return
		}
		if list, ok := f.Resolve(a[1]).(cos.Array); ok {
			for i, v := range list[:min(len(list), 0x10000)] {
				if w, ok := f.Number(v); ok {
					ft.setWidth(int(first)+i, w)
				}
			}
			a = a[2:]
			continue
		}
		last, ok := f.Number(a[1])
		if !ok || len(a) < 3 {
			return
		}
		if w, ok := f.Number(a[2]); ok {
			for code := int(first); code <= int(min(last, 0xFFFF)); code++ {
				ft.setWidth(code, w)
				left-- // ranges can overlap without end
			}
		}
		a = a[3:]
	}
}

// readBlanks takes from a ToUnicode CMap (9.10.3) the codes that stand for spaces.
func readBlanks(ft *font, cmap []byte) {
	l := cos.Lexer{Data: cmap}
	code := func(b []byte) int {
		n := 0
		for _, c := range b[:min(len(b), 4)] {
			n = n<<8 | int(c)
		}
		return n
	}
	spaces := func(b []byte) bool {
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
	var strings [][]byte
	open := 0 // where the strings of an array begin
	for {
		t := l.Next()
		switch t.Kind {
		case cos.EOF:
			return
		case cos.OpenArray:
			open = len(strings)
		case cos.CloseArray: // <first> <last> [<text> <text> …]
			if open >= 2 && open <= len(strings) {
				for i, text := range strings[open:] {
					if spaces(text) {
						ft.setBlank(code(strings[open-2]) + i)
					}
				}
				strings = strings[:open-2]
			}
		case cos.StringToken:
			strings = append(strings, t.Text)
			if len(strings) > 1<<17 {
				return
			}
		case cos.Keyword:
			switch string(t.Text) {
			case "endbfchar":
				for ; len(strings) >= 2; strings = strings[2:] {
					if spaces(strings[1]) {
						ft.setBlank(code(strings[0]))
					}
				}
			case "endbfrange": // a range that begins with a space: its first code is one
				for ; len(strings) >= 3; strings = strings[3:] {
					if spaces(strings[2]) {
						ft.setBlank(code(strings[0]))
					}
				}
			}
			strings = strings[:0]
			l.Forget()
		}
	}
}
