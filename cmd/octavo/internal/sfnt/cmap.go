package sfnt

import (
	"encoding/binary"
	"slices"
	"sort"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// coded is a character with its glyph.
type coded struct {
	char  rune
	glyph uint16
}

// codes returns the characters that the font has, ascending, with their glyphs.
func (f *font) codes(characters []rune) []coded {
	look := lookup(f.tables["cmap"])
	var out []coded
	for _, r := range composed(characters, func(r rune) bool { return look(r) > 0 }) {
		if g := look(r); g > 0 && g < f.glyphs {
			out = append(out, coded{r, uint16(g)})
		}
	}
	return out
}

// Lacking returns those of characters that a font has neither as they are nor in parts: a letter and its accent.
func Lacking(data []byte, characters []rune) (lacking []rune, err error) {
	defer guard(&err)
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	look := lookup(f.tables["cmap"])
	for _, r := range characters {
		for _, part := range norm.NFD.String(string(r)) {
			if look(r) == 0 && look(part) == 0 {
				lacking = append(lacking, r)
				break
			}
		}
	}
	return lacking, nil
}

// composed adds the characters that a shaper may substitute: precomposed forms of a letter and its accent, where the
// font has them, and the parts where it has not. The result is ascending.
func composed(characters []rune, has func(rune) bool) []rune {
	out := slices.Clone(characters)
	for _, r := range characters {
		if r >= 0x80 && !has(r) {
			out = append(out, []rune(norm.NFD.String(string(r)))...)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	var marks []rune
	for _, r := range out {
		if unicode.Is(unicode.Mn, r) {
			marks = append(marks, r)
		}
	}
	for i := 0; i < len(out) && len(marks) > 0 && len(out) < 1<<14; i++ { // it grows: a letter may have two accents
		for _, m := range marks {
			if one := []rune(norm.NFC.String(string(out[i]) + string(m))); len(one) == 1 && one[0] != out[i] && has(one[0]) {
				out = append(out, one[0])
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// lookup returns the font's mapping from characters to glyphs, 0 for none: the widest Unicode subtable of format 4, 6
// or 12, the formats that text fonts use.
func lookup(t table) func(rune) int {
	var best table
	rank := 0
	for i := range t.count(2) {
		at := 4 + 8*i
		sub := t.from(t.u32(at + 4))
		value := 0
		switch platform, encoding := t.u16(at), t.u16(at+2); {
		case platform == 3 && encoding == 10, platform == 0 && (encoding == 4 || encoding == 6):
			value = 3
		case platform == 3 && encoding == 1, platform == 0 && encoding <= 3:
			value = 2
		case platform == 3 && encoding == 0:
			value = 1
		}
		if format := sub.u16(0); value > rank && (format == 4 || format == 6 || format == 12) {
			best, rank = sub, value
		}
	}
	switch best.u16(0) {
	case 4:
		return func(r rune) int { return lookup4(best, int(r)) }
	case 6:
		return func(r rune) int {
			if i := int(r) - best.u16(6); i >= 0 && i < best.u16(8) {
				return best.u16(10 + 2*i)
			}
			return 0
		}
	case 12:
		return func(r rune) int {
			n := min(best.u32(12), len(best)/12)
			i, found := sort.Find(n, func(i int) int {
				at := 16 + 12*i
				switch r := int(r); {
				case best.u32(at+4) < r:
					return 1
				case best.u32(at) > r:
					return -1
				}
				return 0
			})
			if !found {
				return 0
			}
			return best.u32(16+12*i+8) + int(r) - best.u32(16+12*i)
		}
	}
	return func(rune) int { return 0 }
}

// indices returns 0 to n-1.
func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func lookup4(t table, r int) int {
	if r > 0xFFFF {
		return 0
	}
	n := t.u16(6) // twice the number of segments
	for i := 0; i < n; i += 2 {
		if t.u16(14+i) < r {
			continue
		}
		start := t.u16(16 + n + i)
		if r < start {
			return 0
		}
		delta, where := t.u16(16+2*n+i), 16+3*n+i
		offset := t.u16(where)
		if offset == 0 {
			return (r + delta) & 0xFFFF
		}
		if g := t.u16(where + offset + 2*(r-start)); g != 0 {
			return (g + delta) & 0xFFFF
		}
		return 0
	}
	return 0
}

// cmap returns a table with a subtable of format 4 for the Basic Multilingual Plane and, where there is more, one of format 12
// for all. Codes are ascending.
func cmap(codes []coded) []byte {
	be := binary.BigEndian
	type run struct{ first, last, glyph int }
	var low, all []run // of characters whose glyphs ascend with them
	add := func(to []run, c coded) []run {
		r, g := int(c.char), int(c.glyph)
		if n := len(to); n > 0 && to[n-1].last+1 == r && to[n-1].glyph+r-to[n-1].first == g {
			to[n-1].last = r
			return to
		}
		return append(to, run{r, r, g})
	}
	for _, c := range codes {
		if all = add(all, c); c.char < 0xFFFF {
			low = add(low, c)
		}
	}
	low = append(low, run{0xFFFF, 0xFFFF, 0})

	n := len(low)
	search, selector := 1, 0
	for search*2 <= n {
		search *= 2
		selector++
	}
	var four []byte
	put := func(v int) { four = be.AppendUint16(four, uint16(v)) }
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * search, selector, 2 * (n - search)} {
		put(v)
	}
	for _, r := range low {
		put(r.last)
	}
	put(0)
	for _, r := range low {
		put(r.first)
	}
	for _, r := range low {
		if r.first == 0xFFFF {
			put(1)
		} else {
			put(r.glyph - r.first)
		}
	}
	for range low {
		put(0)
	}

	wide := len(codes) > 0 && codes[len(codes)-1].char > 0xFFFF
	subtables := 1
	if wide {
		subtables = 2
	}
	out := be.AppendUint16(nil, 0)
	out = be.AppendUint16(out, uint16(subtables))
	at := 4 + 8*subtables
	out = append(out, 0, 3, 0, 1)
	out = be.AppendUint32(out, uint32(at))
	if wide {
		out = append(out, 0, 3, 0, 10)
		out = be.AppendUint32(out, uint32(at+len(four)))
	}
	out = append(out, four...)
	if wide {
		out = append(out, 0, 12, 0, 0)
		out = be.AppendUint32(out, uint32(16+12*len(all)))
		out = be.AppendUint32(out, 0)
		out = be.AppendUint32(out, uint32(len(all)))
		for _, r := range all {
			out = be.AppendUint32(out, uint32(r.first))
			out = be.AppendUint32(out, uint32(r.last))
			out = be.AppendUint32(out, uint32(r.glyph))
		}
	}
	return out
}
