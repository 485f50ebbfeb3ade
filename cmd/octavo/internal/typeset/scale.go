package typeset

import (
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// matched returns the size in which text in a fallback face goes with the face that lacks it: letters with small forms by the height of
// these, letters of scripts without capitals by one between small letters and capitals, ideographs and emoji by the em.
func (s *Span) matched(own, f *Face) page.Length {
	r, _ := utf8.DecodeRuneInString(s.Text)
	high := page.Length(own.XHeight)
	has := page.Length(f.XHeight)
	switch tall := heightOf(r, f); {
	case r >= firstIdeograph && r < 0xA000 || r >= 0xAC00 && r < 0xD7B0 || r >= 0xF900 && r < 0xFB00 || r >= 0xFF00 && r < 0xFFF0 || r >= 0x20000 && r < 0x40000:
		return s.Size * ideographEm / 100
	case f.XHeight <= 0: // a font of emoji alone
		return s.Size * emojiEm / 100
	case tall > 0 && own.CapHeight > 0:
		high, has = page.Length(own.XHeight+own.CapHeight)/2, page.Length(tall)
		if r >= 0x0B80 && r < 0x0F00 { // with strokes above and below most letters
			high = page.Length(2*own.XHeight+own.CapHeight) / 3
		}
	}
	if high <= 0 || has <= 0 {
		return s.Size
	}
	size := s.Size * high / page.Length(own.Upem) * page.Length(f.Upem) / has
	return min(max(size, s.Size*7/10), s.Size*13/10)
}

// The sizes of ideographs and emoji beside Latin letters, in hundredths of the text's: a full em looks too large beside small letters.
const (
	ideographEm = 90
	emojiEm     = 75
)

// heightOf returns how high a letter of a script without capitals stands in a face, in font units, by one that is as high as most are; 0
// for other scripts.
func heightOf(r rune, f *Face) int {
	for _, s := range [...]struct {
		script *unicode.RangeTable
		letter rune
	}{
		{unicode.Hebrew, 'ה'}, {unicode.Devanagari, 'क'}, {unicode.Bengali, 'ক'}, {unicode.Gujarati, 'ક'}, {unicode.Gurmukhi, 'ਕ'},
		{unicode.Kannada, 'ಕ'}, {unicode.Malayalam, 'ക'}, {unicode.Tamil, 'க'}, {unicode.Telugu, 'క'}, {unicode.Sinhala, 'ක'},
		{unicode.Thai, 'ก'}, {unicode.Lao, 'ກ'}, {unicode.Ethiopic, 'አ'},
	} {
		if unicode.Is(s.script, r) && f.has(s.letter) {
			_, _, _, top := f.Bounds(f.Glyph(s.letter))
			return top
		}
	}
	return 0
}
