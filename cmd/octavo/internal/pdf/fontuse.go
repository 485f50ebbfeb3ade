package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/font"
)

// pair is a glyph and the text that it represents in use. One glyph may represent several texts (the missing glyph any
// character) and needs a code for each, since a PDF maps codes to text.
type pair struct {
	glyph uint16
	text  string // "" when the glyph before carries its cluster's text
}

// coded is a pair with its code in the file.
type coded struct {
	pair
	code  uint16
	width int32 // 1/1000 em, as in the font's /W
}

// fontUse is a font with all that a document uses of it.
type fontUse struct {
	font  *font.Font
	codes []coded
	first []int32        // by glyph: 1 + index in codes of the glyph's first text
	more  map[pair]int32 // further texts of the same glyphs: index in codes
	space uint16         // the glyph of a space that line ends need, 0 for none

	embedded *embeddedFont
}

func newFontUse(face *font.Font) *fontUse {
	return &fontUse{font: face, more: map[pair]int32{}}
}

func (u *fontUse) add(glyph uint16, text string) {
	if int(glyph) >= len(u.first) {
		u.first = append(u.first, make([]int32, max(int(glyph)+1, 2*len(u.first))-len(u.first))...)
	}
	first := u.first[glyph]
	if first == 0 {
		u.codes = append(u.codes, coded{pair: pair{glyph, text}})
		u.first[glyph] = int32(len(u.codes))
		return
	}
	if u.codes[first-1].text == text {
		return
	}
	p := pair{glyph, text}
	if _, ok := u.more[p]; !ok {
		u.codes = append(u.codes, coded{pair: p})
		u.more[p] = int32(len(u.codes) - 1)
	}
}

// addSpace adds a space for line ends.
func (u *fontUse) addSpace() {
	if u.space = u.font.Glyph(' '); u.space != 0 {
		u.add(u.space, " ")
	}
}

// find returns the code of a pair that was added.
func (u *fontUse) find(glyph uint16, text string) *coded {
	if c := &u.codes[u.first[glyph]-1]; c.text == text {
		return c
	}
	return &u.codes[u.more[pair{glyph, text}]]
}

// assignCodes assigns each pair its code, a 16-bit number that is also a character of the private copy of the font: the
// character itself if the pair is the font's own glyph of that character, otherwise one of the private use area, or,
// when that is full, any other that is free. Afterwards the codes are sorted.
func (u *fontUse) assignCodes() error {
	var taken [1 << 16]bool
	var private []*coded
	for i := range u.codes {
		c := &u.codes[i]
		// Rounded as fpdf and every other reader of hmtx does.
		c.width = int32(math.Round(float64(u.font.Advance(c.glyph)) * 1000 / float64(u.font.Upem)))
		r, n := utf8.DecodeRuneInString(c.text)
		if n > 0 && n == len(c.text) && natural(r) && u.font.Glyph(r) == c.glyph {
			c.code = uint16(r)
			taken[r] = true
		} else {
			private = append(private, c)
		}
	}
	// Neighbouring glyphs get neighbouring codes, which needs few segments.
	slices.SortFunc(private, func(a, b *coded) int {
		if a.glyph != b.glyph {
			return int(a.glyph) - int(b.glyph)
		}
		return strings.Compare(a.text, b.text)
	})
	next := 0
	for _, c := range private {
		for next < spareCodes && taken[spareCode(next)] {
			next++
		}
		if next == spareCodes {
			return fmt.Errorf("font %s: more than %d different glyphs and texts", u.font.Name, spareCodes)
		}
		c.code = spareCode(next)
		next++
	}
	return nil
}

// natural reports whether a character may be its own code.
func natural(r rune) bool {
	return r >= 0x20 && r < 0xFFFE && r != utf8.RuneError && !(r >= 0x7F && r < 0xA0) && !(r >= 0xD800 && r < 0xE000)
}

// The codes available, in order: the private use area, then U+3001 to the surrogates, then U+2070 to U+2FFF, then
// U+00A1 to U+167F. Controls, spaces of every kind, and byte order marks are avoided.
const (
	sparePrivate = 0xF900 - 0xE000
	spareHigh    = 0xD800 - 0x3001
	spareLow     = 0x3000 - 0x2070
	spareFirst   = 0x1680 - 0x00A1
	spareCodes   = sparePrivate + spareHigh + spareLow + spareFirst
)

func spareCode(i int) uint16 {
	for _, block := range [...]struct{ first, n int }{
		{0xE000, sparePrivate}, {0x3001, spareHigh}, {0x2070, spareLow}, {0x00A1, spareFirst},
	} {
		if i < block.n {
			return uint16(block.first + i)
		}
		i -= block.n
	}
	return 0
}

// byCode returns the codes in ascending order.
func (u *fontUse) byCode() []coded {
	out := slices.Clone(u.codes)
	slices.SortFunc(out, func(a, b coded) int { return int(a.code) - int(b.code) })
	return out
}
