package textstyle

import (
	"strings"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// TestEveryCharacter sets every assigned character of the blocks that books use, in every face of the styles: none shows a missing
// glyph, and none is left out.
func TestEveryCharacter(t *testing.T) {
	blocks := [][2]rune{{0x20, 0x58F}, {0x591, 0x5F4}, {0x600, 0x6FF}, {0x750, 0x77F}, {0x904, 0x939}, {0x1E00, 0x1FFE}, {0x2010, 0x2027}, {0x2030, 0x205E},
		{0x2070, 0x209C}, {0x20A0, 0x20BF}, {0x2100, 0x218B}, {0x2190, 0x23B9}, {0x23BE, 0x23FA}, {0x2460, 0x27FF}, {0x2900, 0x2B73}, {0x3001, 0x3003}, {0x3041, 0x30FF},
		{0x1D100, 0x1D126}, {0x1D400, 0x1D7FF}, {0x1F0A0, 0x1F0F5}, {0x1F600, 0x1F64F}}
	styles := []string{"large"} // whose fonts have least
	if !testing.Short() {
		styles = append(styles, "classic", "modern")
	}
	for _, style := range styles {
		fonts := fontsOf(t, style)
		for _, face := range []*typeset.Face{fonts.Regular, fonts.Italic, fonts.Bold, fonts.BoldItalic, fonts.Mono} {
			var lost strings.Builder
			for _, b := range blocks {
				for r := b[0]; r <= b[1]; r++ {
					if !unicode.IsGraphic(r) || unicode.Is(unicode.M, r) {
						continue
					}
					for _, s := range (&typeset.Span{Text: string(r), Font: face, Size: 10 * page.Pt}).Pieces() {
						for _, g := range s.Font.Shape(s.Text, s.Features).Glyphs {
							if g.ID == 0 {
								lost.WriteRune(r)
							}
						}
					}
				}
			}
			if lost.Len() > 0 {
				t.Errorf("%s, %s: no glyph for %q", style, face.Name, lost.String())
			}
		}
	}
}
