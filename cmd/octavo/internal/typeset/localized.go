package typeset

import (
	"slices"

	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"octavo/cmd/octavo/internal/font"
)

// A font can have forms of letters for a language (the feature locl of OpenType) and small capitals of the common forms alone: EB Garamond
// has a narrow f for German, and no small capital of it, so that one f stands among small capitals as it is. There the letters take
// their common forms.

// plainLetters are what [Face.lettersApart] looks at.
const plainLetters = "abcdefghijklmnopqrstuvwxyz"

// commonForms switches the forms of a language off.
var commonForms = harfbuzz.Feature{Tag: ot.MustNewTag("locl"), Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}

// lettersApart reports whether a face has letters whose form for its language has no small capital, where the common form has one. It is
// asked of a face once.
func (f *Face) lettersApart(s *shaper) bool {
	f.apart.Do(func() {
		small := shaping(font.SmallCaps)
		local, localSmall := s.letters(f, nil), s.letters(f, small)
		common, commonSmall := s.letters(f, []harfbuzz.Feature{commonForms}), s.letters(f, append(slices.Clone(small), commonForms))
		if len(local) != len(localSmall) || len(common) != len(commonSmall) || len(local) != len(common) {
			return
		}
		for i := range local {
			f.lacksSmall = f.lacksSmall || local[i] == localSmall[i] && common[i] != commonSmall[i]
		}
	})
	return f.lacksSmall
}

// letters returns the glyphs of the plain letters, each of which is shaped alone.
func (s *shaper) letters(f *Face, wanted []harfbuzz.Feature) []harfbuzz.GID {
	var out []harfbuzz.GID
	for _, r := range plainLetters {
		s.buf.Clear()
		s.buf.AddRunes([]rune{r}, 0, 1)
		s.buf.Props.Direction = harfbuzz.LeftToRight
		s.buf.Props.Script = language.Latin
		s.buf.Props.Language = language.NewLanguage(f.Lang.Tag)
		s.buf.Shape(s.hb, wanted)
		for _, info := range s.buf.Info {
			out = append(out, info.Glyph)
		}
	}
	return out
}
