package epub

import (
	"path"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/manuscript"
)

// characters are the characters of the Basic Multilingual Plane that the book uses.
type characters [1 << 16 / 64]uint64

func (c *characters) add(s string) {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x80 {
			continue
		}
		for _, r := range s[i:] { // from here on there may be more
			if r >= 0x80 && r < 1<<16 {
				c[r/64] |= 1 << (r % 64)
			}
		}
		return
	}
}

func (c *characters) has(from, to rune) bool {
	for r := from; r <= to; r++ {
		if c[r/64]&(1<<(r%64)) != 0 {
			return true
		}
	}
	return false
}

// subset is a part of a font family that the web fonts come in, with the characters it is for. The ranges are those that
// the fonts were cut by (Google Fonts, 2024).
type subset struct {
	name   string
	ranges [][2]rune
}

var subsets = []subset{ // a name that holds another comes first
	{"latin-ext", [][2]rune{{0x100, 0x2BA}, {0x2BD, 0x2C5}, {0x2C7, 0x2CC}, {0x2CE, 0x2D7}, {0x2DD, 0x2FF},
		{0x304, 0x304}, {0x308, 0x308}, {0x329, 0x329}, {0x1D00, 0x1DBF}, {0x1E00, 0x1E9F}, {0x1EF2, 0x1EFF},
		{0x2020, 0x2020}, {0x20A0, 0x20AB}, {0x20AD, 0x20C0}, {0x2113, 0x2113}, {0x2C60, 0x2C7F}, {0xA720, 0xA7FF}}},
	{"latin", [][2]rune{{0, 0xFF}, {0x131, 0x131}, {0x152, 0x153}, {0x2BB, 0x2BC}, {0x2C6, 0x2C6}, {0x2DA, 0x2DA},
		{0x2DC, 0x2DC}, {0x304, 0x304}, {0x308, 0x308}, {0x329, 0x329}, {0x2000, 0x206F}, {0x20AC, 0x20AC},
		{0x2122, 0x2122}, {0x2191, 0x2191}, {0x2193, 0x2193}, {0x2212, 0x2212}, {0x2215, 0x2215}, {0xFEFF, 0xFEFF},
		{0xFFFD, 0xFFFD}}},
}

// font is one font file with what its name says of it.
type font struct {
	File
	name   string // in the package
	family string
	weight string
	italic bool
	subset *subset // nil: the whole font
	media  string
}

// fontOf reads a font's file name: "eb-garamond-latin-ext-400-italic.woff2" or "EBGaramond-SemiBoldItalic.ttf". It is
// nil for a file that is no font.
func fontOf(f File) *font {
	ext := strings.ToLower(path.Ext(f.Name))
	media, ok := map[string]string{
		".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf",
	}[ext]
	if !ok {
		return nil
	}
	out := &font{File: f, weight: "400", media: media}
	base := f.Name[:len(f.Name)-len(ext)]
	for i := range subsets {
		family, style, ok := strings.Cut(base, "-"+subsets[i].name+"-")
		if !ok {
			continue
		}
		weight, slope, _ := strings.Cut(style, "-")
		out.family, out.subset = titled(letters(family)), &subsets[i]
		out.italic = slope == "italic"
		if len(weight) == 3 && strings.Trim(weight, "0123456789") == "" {
			out.weight = weight
		}
		return out
	}
	family, style, _ := strings.Cut(base, "-")
	out.family = spaced(letters(family))
	out.italic = strings.HasSuffix(style, "Italic")
	weight, ok := map[string]string{
		"Light": "300", "Medium": "500", "SemiBold": "600", "Bold": "700", "ExtraBold": "800",
	}[strings.TrimSuffix(style, "Italic")]
	if ok {
		out.weight = weight
	}
	return out
}

// letters drops what may not stand in a quoted family name.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '-' || r == ' ' {
			return r
		}
		return -1
	}, s)
}

// hex is a character's number as CSS writes it.
func hex(r rune) string { return strings.ToUpper(strconv.FormatInt(int64(r), 16)) }

// titled is "EB Garamond" for "eb-garamond".
func titled(s string) string {
	words := strings.Split(s, "-")
	for i, w := range words {
		if w == "" {
			continue
		}
		if len(w) <= 2 {
			words[i] = strings.ToUpper(w)
		} else {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// spaced is "EB Garamond" for "EBGaramond".
func spaced(s string) string {
	upper := func(i int) bool { return i < len(s) && s[i] >= 'A' && s[i] <= 'Z' }
	lower := func(i int) bool { return i < len(s) && s[i] >= 'a' && s[i] <= 'z' }
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && upper(i) && (lower(i-1) || upper(i-1) && lower(i+1)) {
			b.WriteByte(' ')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// chooseFonts keeps the fonts that the book needs: none when they are not to be embedded, and no subset whose characters
// the book does not use.
func (p *plan) chooseFonts() {
	if !p.cfg.Epub.EmbedFonts {
		return
	}
	names := map[string]bool{}
	for i, file := range p.assets.Fonts {
		f := fontOf(file)
		if f == nil {
			continue
		}
		ext := strings.ToLower(path.Ext(file.Name))
		f.name = manuscript.Slug(file.Name[:len(file.Name)-len(ext)]) + ext
		if names[f.name] {
			f.name = "font-" + itoa(i+1) + ext
		}
		needed := f.subset == nil || f.subset.ranges[0][0] == 0
		for i := 0; !needed && i < len(f.subset.ranges); i++ {
			r := f.subset.ranges[i]
			needed = p.used.has(r[0], r[1])
		}
		if needed {
			names[f.name] = true
			p.fonts = append(p.fonts, f)
		}
	}
}

// families are the font families of the package, the text's first.
func (p *plan) families() []string {
	var out []string
	for _, f := range p.fonts {
		known := false
		for _, o := range out {
			known = known || o == f.family
		}
		if !known {
			out = append(out, f.family)
		}
	}
	return out
}

// css is the style sheet: the fonts, the text's family, and the rules of the house. Without fonts no family is named:
// the reader's own serves.
func (p *plan) css() []byte {
	w := &writer{plan: p}
	for _, f := range p.fonts {
		style := "normal"
		if f.italic {
			style = "italic"
		}
		w.raw("@font-face {\n  font-family: \"" + f.family + "\";\n  font-style: " + style +
			";\n  font-weight: " + f.weight + ";\n  src: url(\"../fonts/" + f.name + "\");\n")
		if f.subset != nil {
			w.raw("  unicode-range: ")
			for i, r := range f.subset.ranges {
				if i > 0 {
					w.raw(", ")
				}
				w.raw("U+" + hex(r[0]))
				if r[1] != r[0] {
					w.raw("-" + hex(r[1]))
				}
			}
			w.raw(";\n")
		}
		w.raw("}\n")
	}
	if families := p.families(); len(families) > 0 {
		w.raw("body {\n  font-family: \"" + families[0] + "\", serif;\n}\n")
	}
	w.buf = append(w.buf, p.assets.CSS...)
	return w.buf
}
