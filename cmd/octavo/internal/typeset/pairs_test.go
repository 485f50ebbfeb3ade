package typeset

import (
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/lang"
	"octavo/styles"
)

// pairFaces returns a face of each of the house's fonts for each of some languages whose letters fonts treat in their own ways.
func pairFaces(t testing.TB) (faces []*Face) {
	t.Helper()
	names, err := fs.Glob(styles.FS, "fonts/*.ttf")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(styles.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := font.New(name, data)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range []string{"en", "de", "tr", "ca", "ro", "nl", "ru", "el"} {
			l, ok := lang.Find(tag)
			if !ok {
				t.Fatal(tag)
			}
			face := NewFace(parsed)
			face.Lang = l
			faces = append(faces, face)
		}
	}
	return faces
}

var pairFeatures = []font.Features{0, font.OldStyle, font.Lining | font.Tabular, font.NoLigatures, font.Superiors, font.Capitals, font.Fractions, font.Swash,
	font.OldStyle | font.Proportional, font.SmallCaps}

// Words that fonts have rules for, and letters for words at random: all that stand in ligatures, take accents, or have forms of their own.
var (
	pairWords = strings.Fields(`office fjord Qu Quail Th The ffl fb fh fk fï fü Tö AV To. Ty, “To” ‘f’ f” f’s fi)ll col·la L·L l·l ŀ IJ ij bíj́n iĭ íj
		1/2 1⁄2 10,000 3:4 12–15 a—b A–V *** ^^ d’être n’ ’n’ (f) [j] gj gy fy -f- 0x5 @f #1 ſt ſi ct st sp ck tz ß ẞ Đđ şţ Şţ й Йо йодль ѣ ΆΈ ά fа λf µm ªº ½ №5`)
	pairLettersAtRandom = []rune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZfffiiijjjltTQ’’“”‘.,;:!?-–—()[]/*&0123456789éèêëïîíìöüäåçñőűłđşțßœæÅÄÖÉÇİıŁŞабвгдежийклмнопрстуАБВГДЕαβγδεζάίόΑΒΓΤΥ ·\u0301\u0308\u00A0\u200D\u2044")
)

func checkPairs(t *testing.T, f *Face, features font.Features, text string) (paired bool) {
	t.Helper()
	got, ok := f.byPairs(text, features)
	if !ok {
		return false
	}
	want := f.byShaper(shapeKey{text: text, features: features})
	if got.Width != want.Width || !slices.Equal(got.Glyphs, want.Glyphs) {
		t.Errorf("%s, %s, features %b, %q:\n got %d %v\nwant %d %v", f.Name, f.Lang.Tag, features, text, got.Width, got.Glyphs, want.Width, want.Glyphs)
	}
	return true
}

// HarfBuzz is the oracle: whatever is set by pairs is set as it would have set the whole word.
func TestPairsAreShapedAsWords(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, f := range pairFaces(t) {
		if testing.Short() && f.Lang.Tag != "en" && f.Lang.Tag != "tr" { // as where the race detector makes all ten times slower
			continue
		}
		for _, features := range pairFeatures {
			for _, word := range pairWords {
				checkPairs(t, f, features, word)
			}
			for range 40 {
				word := make([]rune, 2+random.IntN(7))
				for i := range word {
					word[i] = pairLettersAtRandom[random.IntN(len(pairLettersAtRandom))]
				}
				checkPairs(t, f, features, string(word))
			}
		}
		if err := f.Fault(); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// Most words of a text in the house's fonts are set by pairs, or the table would be of no use.
func TestPairsSetMostWords(t *testing.T) {
	words := strings.Fields(`It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife. However little
		known the feelings or views of such a man may be on his first entering a neighbourhood, “this truth” is so well fixed in the minds of the
		surrounding families, that he is considered as the rightful property of some one or other of their daughters.`)
	for _, f := range pairFaces(t) {
		if f.Lang.Tag != "en" || strings.Contains(f.Name, "OCRB") {
			continue
		}
		n := 0
		for _, word := range words {
			if checkPairs(t, f, 0, word) {
				n++
			}
		}
		if least := len(words) * 3 / 4; n < least {
			t.Errorf("%s: %d of %d words are set by pairs, want %d", f.Name, n, len(words), least)
		}
	}
}

// Two words that only the shaper can set, and one like them.
func TestPairsLeaveLigaturesToTheShaper(t *testing.T) {
	f := testFont(t, "EBGaramond-Regular")
	for word, want := range map[string]bool{"fin": false, "off": false, "fun": true, "n\u0303o": false, "a\u0430": false, "a": false, "12": false} {
		if _, ok := f.byPairs(word, 0); ok != want {
			t.Errorf("%q set by pairs: %t", word, ok)
		}
	}
	if _, ok := f.byPairs("fun", font.SmallCaps); ok {
		t.Error("small capitals set by pairs")
	}
}

func FuzzPairs(f *testing.F) {
	faces := pairFaces(f)
	for i, word := range pairWords {
		f.Add(uint16(i), uint16(0), word)
	}
	f.Fuzz(func(t *testing.T, of, features uint16, text string) {
		if len(text) < 64 {
			checkPairs(t, faces[int(of)%len(faces)], font.Features(features)&(font.Swash<<1-1), strings.ToValidUTF8(text, "?"))
		}
	})
}

func BenchmarkWord(b *testing.B) {
	f := testFont(b, "EBGaramond-Regular")
	for _, how := range []struct {
		name string
		do   func()
	}{
		{"shaper", func() { f.byShaper(shapeKey{text: "surrounding"}) }},
		{"pairs", func() { f.byPairs("surrounding", 0) }},
	} {
		b.Run(how.name, func(b *testing.B) {
			for b.Loop() {
				how.do()
			}
		})
	}
}
