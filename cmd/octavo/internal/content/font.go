package content

import (
	"iter"

	"octavo/cmd/octavo/internal/cos"
)

// Font holds how a font's codes are read and their widths.
type Font struct {
	Wide   bool    // codes are two bytes long
	Scale  float64 // factor from widths to text space: 1/1000 except for Type 3
	widths []float32
	absent float64 // width of all other codes
}

// Width returns the width of a code, to be multiplied by Scale.
func (ft *Font) Width(code int) float64 {
	if code >= 0 && code < len(ft.widths) && ft.widths[code] >= 0 {
		return float64(ft.widths[code])
	}
	return ft.absent
}

// Codes returns the codes of a string.
func (ft *Font) Codes(text []byte) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !ft.Wide {
			for _, c := range text {
				if !yield(int(c)) {
					return
				}
			}
			return
		}
		for i := 0; i+1 < len(text); i += 2 {
			if !yield(int(text[i])<<8 | int(text[i+1])) {
				return
			}
		}
	}
}

// Size returns the number of codes up to the last that has a width of its own.
func (ft *Font) Size() int { return len(ft.widths) }

func (ft *Font) setWidth(code int, w float64) {
	if code < 0 || code > 0xFFFF {
		return
	}
	for len(ft.widths) <= code {
		ft.widths = append(ft.widths, -1)
	}
	ft.widths[code] = float32(w)
}

// ReadFont reads a font's dictionary.
func ReadFont(f *cos.File, d cos.Dict) *Font {
	ft := &Font{Scale: 0.001, absent: 500}
	switch f.Name(d["Subtype"]) {
	case "Type0":
		ft.Wide = true
		if inner := f.Array(d["DescendantFonts"]); len(inner) > 0 {
			ft.readWideWidths(f, f.Dict(inner[0]))
		} else {
			ft.readWideWidths(f, nil)
		}
		return ft
	case "Type3":
		if m := f.Array(d["FontMatrix"]); len(m) == 6 {
			ft.Scale, _ = f.Number(m[0])
		} else {
			ft.Scale = 1
		}
	}
	f.Spend(cos.Work, 256)
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
	return ft
}

// readWideWidths reads W and DW of a CIDFont (9.7.4.3). Codes are taken as CIDs, as in Identity-H.
func (ft *Font) readWideWidths(f *cos.File, d cos.Dict) {
	ft.absent = 1000
	if w, ok := f.Number(d["DW"]); ok {
		ft.absent = w
	}
	a := f.Array(d["W"])
	for len(a) >= 2 && f.Spend(cos.Work, 1) {
		first, ok := f.Number(a[0])
		if !ok || first < 0 || first > 0xFFFF {
			return
		}
		if list, ok := f.Resolve(a[1]).(cos.Array); ok {
			if !f.Spend(cos.Work, len(list)) { // several fonts can share the list, and its ranges can overlap
				return
			}
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
			last = min(last, 0xFFFF)
			if last >= first && !f.Spend(cos.Work, int(last-first)) {
				return
			}
			for code := int(first); code <= int(last); code++ {
				ft.setWidth(code, w)
			}
		}
		a = a[3:]
	}
}

// Unicode reads a ToUnicode CMap (9.10.3) and calls f for each of its entries: the codes from first to last stand for
// text, in UTF-16 with the high byte first, whose last unit increases with the code.
func Unicode(cmap []byte, f func(first, last int, text []byte)) {
	l := cos.Lexer{Data: cmap}
	code := func(b []byte) int {
		n := 0
		for _, c := range b[:min(len(b), 4)] {
			n = n<<8 | int(c)
		}
		return n
	}
	var strings [][]byte
	open := 0 // offset of the strings of an open array
	for {
		t := l.Next()
		switch t.Kind {
		case cos.EOF:
			return
		case cos.OpenArray:
			open = len(strings)
		case cos.CloseArray: // <first> <last> [<text> <text> …]
			if open >= 2 && open <= len(strings) {
				first := code(strings[open-2])
				for i, text := range strings[open:] {
					f(first+i, first+i, text)
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
					first := code(strings[0])
					f(first, first, strings[1])
				}
			case "endbfrange":
				for ; len(strings) >= 3; strings = strings[3:] {
					f(code(strings[0]), code(strings[1]), strings[2])
				}
			}
			strings = strings[:0]
			l.Forget()
		}
	}
}
