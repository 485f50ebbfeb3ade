package typeset

import (
	"unicode/utf8"

	"octavo/cmd/octavo/internal/font"
)

// plainer are characters that may be set as others in a font that has no glyph for them: primes, hyphens, and ligatures that an
// author has pasted.
var plainer = map[rune]string{
	'′': "'", '″': "\"", '‑': "-", '‐': "-", '―': "—",
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl",
}

// figure is a character that a font makes of its figures with a feature.
type figure struct {
	text    string
	feature font.Features
}

// figures are the characters that are made of figures where a font has no glyph for them.
var figures = map[rune]figure{
	'⁰': {"0", font.Superiors}, '¹': {"1", font.Superiors}, '²': {"2", font.Superiors}, '³': {"3", font.Superiors},
	'⁴': {"4", font.Superiors}, '⁵': {"5", font.Superiors}, '⁶': {"6", font.Superiors}, '⁷': {"7", font.Superiors},
	'⁸': {"8", font.Superiors}, '⁹': {"9", font.Superiors},
	'₀': {"0", font.Inferiors}, '₁': {"1", font.Inferiors}, '₂': {"2", font.Inferiors}, '₃': {"3", font.Inferiors},
	'₄': {"4", font.Inferiors}, '₅': {"5", font.Inferiors}, '₆': {"6", font.Inferiors}, '₇': {"7", font.Inferiors},
	'₈': {"8", font.Inferiors}, '₉': {"9", font.Inferiors},
	'¼': {"1/4", font.Fractions}, '½': {"1/2", font.Fractions}, '¾': {"3/4", font.Fractions}, '⅐': {"1/7", font.Fractions},
	'⅑': {"1/9", font.Fractions}, '⅒': {"1/10", font.Fractions}, '⅓': {"1/3", font.Fractions}, '⅔': {"2/3", font.Fractions},
	'⅕': {"1/5", font.Fractions}, '⅖': {"2/5", font.Fractions}, '⅗': {"3/5", font.Fractions}, '⅘': {"4/5", font.Fractions},
	'⅙': {"1/6", font.Fractions}, '⅚': {"5/6", font.Fractions}, '⅛': {"1/8", font.Fractions}, '⅜': {"3/8", font.Fractions},
	'⅝': {"5/8", font.Fractions}, '⅞': {"7/8", font.Fractions},
}

// standIn is the text whose glyphs stand for a character that the face lacks, "" where there is none.
func (f *Face) standIn(r rune) string {
	if r < utf8.RuneSelf {
		return ""
	}
	other, ok := plainer[r]
	if !ok {
		other = figures[r].text
	}
	if other == "" || !f.hasAll(other) {
		return ""
	}
	return other
}

// common is where the characters end whose coverage a face keeps: those that books are made of.
const common = 0x2080

// mapCommon looks up which of the common characters the face has a glyph for.
func (f *Face) mapCommon() {
	for r := rune(0); r < common; r++ {
		if f.Font.Has(r) {
			f.common[r/64] |= 1 << (r % 64)
		}
	}
}

// has reports whether the face has a glyph of its own for a character.
func (f *Face) has(r rune) bool {
	if r < common {
		return f.common[r/64]>>(r%64)&1 != 0
	}
	return f.Font.Has(r)
}

func (f *Face) hasAll(text string) bool {
	for _, r := range text {
		if !f.has(r) {
			return false
		}
	}
	return true
}

// unseen reports whether a character is set as white or not at all, and needs no glyph.
func unseen(r rune) bool {
	switch r {
	case '\n', '\r', '\t', ' ', '\u00A0', '\u00AD', '\u034F', '\u061C', '\uFEFF':
		return true
	}
	return r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r >= 0xFE00 && r <= 0xFE0F ||
		r >= 0xE0000 && r <= 0xE0FFF || spaceWidth(r) != 0
}

// covers reports whether the face sets text without a missing glyph. What it has no glyph for it may still compose or take apart:
// the shaper knows. A cluster is looked at as a whole.
func (f *Face) covers(text string) bool {
	begin := 0 // of the cluster
	for at := 0; at < len(text); {
		r, n := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[at:])
		}
		if !extends(r) {
			begin = at
		}
		if f.has(r) || unseen(r) {
			at += n
			continue
		}
		if other := plainer[r]; other != "" && f.hasAll(other) {
			at += n
			continue
		}
		end := begin + clusterLen(text[begin:])
		if figures[r].text != "" || f.misses(text[begin:end]) {
			return false
		}
		at = max(end, at+n)
	}
	return true
}

// misses reports whether text comes out with a missing glyph.
func (f *Face) misses(text string) bool {
	shaped := f.Shape(text, 0)
	for _, g := range shaped.Glyphs {
		if g.ID == 0 {
			return true
		}
	}
	return len(shaped.Glyphs) == 0
}
