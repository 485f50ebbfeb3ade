package pdftext

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// font is a font with the text of its codes.
type font struct {
	*content.Font
	text   map[int]string
	simple [256]string // of fonts with codes of one byte, where text says nothing
}

// says returns the text of a code, "" if it is unknown.
func (ft *font) says(code int) string {
	if s, ok := ft.text[code]; ok {
		return s
	}
	if !ft.Wide && code < 256 {
		return ft.simple[code]
	}
	return ""
}

func readFont(f *cos.File, d cos.Dict) *font {
	ft := &font{Font: content.ReadFont(f, d), text: map[int]string{}}
	if s := f.Stream(d["ToUnicode"]); s != nil {
		data, err := f.Decode(s)
		if err != nil {
			f.Note(fmt.Errorf("what the letters of a font mean cannot be read: %w", err))
		}
		ft.readUnicode(f, data)
	}
	if !ft.Wide {
		ft.readEncoding(f, d["Encoding"])
	}
	return ft
}

// maxMeaning is how many bytes the text of one code may have (ISO 32000-1, 9.10.3).
const maxMeaning = 512

// readUnicode reads a ToUnicode map.
func (ft *font) readUnicode(f *cos.File, cmap []byte) {
	content.Unicode(cmap, func(first, last int, text []byte) {
		if len(text) > maxMeaning {
			f.Note(fmt.Errorf("a font says that a code of it means %d bytes of text; there may be %d", len(text), maxMeaning))
			return
		}
		units := make([]uint16, len(text)/2)
		for i := range units {
			units[i] = uint16(text[2*i])<<8 | uint16(text[2*i+1])
		}
		for code := first; code <= min(last, first+0xFFFF) && len(units) > 0; code++ {
			if !f.Spend(cos.Objects, 4+len(units)/8) { // a map's entry takes as much memory
				return
			}
			ft.text[code] = string(utf16.Decode(units))
			units[len(units)-1]++
		}
	})
}

// readEncoding reads the encoding of a simple font (9.6.6).
func (ft *font) readEncoding(f *cos.File, v cos.Value) {
	base := f.Name(v)
	d := f.Dict(v)
	if d != nil {
		base = f.Name(d["BaseEncoding"])
	}
	table := charmap.Windows1252 // the standard encoding is the same where letters and figures are
	if base == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for i := range ft.simple {
		if i >= ' ' {
			ft.simple[i] = string(table.DecodeByte(byte(i)))
		}
	}
	if base != "WinAnsiEncoding" && base != "MacRomanEncoding" {
		ft.simple['\''], ft.simple['`'] = "’", "‘"
		ft.simple[0xAE], ft.simple[0xAF] = "fi", "fl"
	}
	code := 0
	differences := f.Array(d["Differences"])
	f.Spend(cos.Work, 256+len(differences))
	for _, v := range differences {
		if n, ok := f.Number(v); ok {
			code = int(max(0, min(n, 256)))
			continue
		}
		if code < 256 {
			ft.simple[code] = glyphText(string(f.Name(v)))
			code++
		}
	}
}

// glyphText returns the text of a glyph name, by the rules of the Adobe Glyph List and a few of its names.
func glyphText(name string) string {
	name, _, _ = strings.Cut(name, ".")
	var out strings.Builder
	for _, part := range strings.Split(name, "_") {
		switch {
		case len(part) == 1:
			out.WriteString(part)
		case named()[part] != "":
			out.WriteString(named()[part])
		case strings.HasPrefix(part, "uni") && len(part) >= 7:
			for hex := part[3:]; len(hex) >= 4; hex = hex[4:] {
				if n, err := strconv.ParseUint(hex[:4], 16, 16); err == nil {
					out.WriteRune(rune(n))
				}
			}
		case strings.HasPrefix(part, "u") && len(part) >= 5:
			if n, err := strconv.ParseUint(part[1:], 16, 21); err == nil {
				out.WriteRune(rune(n))
			}
		}
	}
	return out.String()
}

// named lists the glyph names common in Latin text.
var named = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	add := func(names, text string) {
		letters := []rune(text)
		for i, name := range strings.Fields(names) {
			m[name] = string(letters[i])
		}
	}
	add("zero one two three four five six seven eight nine", "0123456789")
	add("space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma "+
		"hyphen period slash colon semicolon less equal greater question at bracketleft backslash bracketright "+
		"underscore braceleft bar braceright", ` !"#$%&'()*+,-./:;<=>?@[\]_{|}`)
	add("quoteleft quoteright quotedblleft quotedblright endash emdash ellipsis bullet minus fraction guilsinglleft "+
		"guilsinglright guillemotleft guillemotright quotesinglbase quotedblbase dagger daggerdbl section paragraph "+
		"copyright registered trademark degree Euro sterling", "‘’“”–—…•−⁄‹›«»‚„†‡§¶©®™°€£")
	add("Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute "+
		"Icircumflex Idieresis Ntilde Ograve Oacute Ocircumflex Otilde Odieresis Oslash OE Ugrave Uacute Ucircumflex "+
		"Udieresis Yacute Scaron Zcaron", "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜÝŠŽ")
	add("agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute "+
		"icircumflex idieresis ntilde ograve oacute ocircumflex otilde odieresis oslash oe ugrave uacute ucircumflex "+
		"udieresis yacute ydieresis germandbls scaron zcaron dotlessi lslash", "àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßšžıł")
	for name, text := range map[string]string{"fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl",
		"Lslash": "Ł"} {
		m[name] = text
	}
	return m
})
