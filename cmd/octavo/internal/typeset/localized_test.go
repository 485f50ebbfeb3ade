package typeset

import (
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/lang"
)

// TestLocalizedSmallCapitals: a letter whose form for a language has no small capital has that of its common form. EB Garamond has a
// narrow f for German alone.
func TestLocalizedSmallCapitals(t *testing.T) {
	face := testFont(t, "EBGaramond-Regular")
	german := face.In(&lang.Language{Tag: "de"}, nil)
	if slices.Equal(glyphs(face, "f", 0), glyphs(german, "f", 0)) {
		t.Error("the font has no f for German, and this test finds nothing")
	}
	for _, small := range []font.Features{font.SmallCaps, font.AllSmallCaps, font.AllSmallCaps | font.NoLigatures} {
		for _, word := range []string{"f", "schifffahrt", "Auflage", "Wörter für fünf"} {
			if got, want := glyphs(german, word, small), glyphs(face, word, small); !slices.Equal(got, want) {
				t.Errorf("%s in German small capitals is %d, want %d", word, got, want)
			}
		}
	}
}
