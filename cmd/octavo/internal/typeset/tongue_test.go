package typeset

import (
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

func glyphs(f *Face, text string, features font.Features) (out []uint16) {
	for _, g := range f.Shape(text, features).Glyphs {
		out = append(out, g.ID)
	}
	return out
}

// TestDottedI: in Turkish, i keeps its dot in ligatures and in small capitals, and ı gets none.
func TestDottedI(t *testing.T) {
	for _, name := range []string{"EBGaramond-Regular", "EBGaramond-Italic", "SourceSerif4-Regular", "SourceSerif4-Italic", "AtkinsonHyperlegibleNext-Regular", "CourierPrime-Italic"} {
		face := testFont(t, name)
		turkish := face.In(&lang.Language{Tag: "tr"}, nil)
		if n := len(glyphs(turkish, "fikir", 0)); n != 5 {
			t.Errorf("%s: %d glyphs for fikir", name, n)
		}
		if !face.Supports(font.AllSmallCaps) {
			continue
		}
		for _, small := range []font.Features{font.SmallCaps, font.AllSmallCaps} {
			i, noDot := glyphs(turkish, "i", small), glyphs(turkish, "ı", small)
			if want := glyphs(face, "İ", font.AllSmallCaps); !slices.Equal(i, want) {
				t.Errorf("%s: small capital of i is %d, want %d", name, i, want)
			}
			if want := glyphs(face, "I", font.AllSmallCaps); !slices.Equal(noDot, want) {
				t.Errorf("%s: small capital of ı is %d, want %d", name, noDot, want)
			}
		}
		if got, want := glyphs(turkish, "İ", font.SmallCaps), glyphs(face, "İ", 0); !slices.Equal(got, want) {
			t.Errorf("%s: a capital İ among small capitals is %d, want %d", name, got, want)
		}
	}
}

// TestSmallCapsOfLanguages: no language has letters of its own that stay small among small capitals, as a narrow f of German would.
func TestSmallCapsOfLanguages(t *testing.T) {
	for _, name := range []string{"EBGaramond-Regular", "EBGaramond-Italic", "EBGaramond-SemiBold", "SourceSerif4-Regular"} {
		english := testFont(t, name)
		if english.Lang.Tag != "en" || !english.Supports(font.SmallCaps) {
			t.Fatalf("%s is set in %s", name, english.Lang.Tag)
		}
		for _, tag := range lang.Tags() {
			face := english.In(&lang.Language{Tag: tag}, nil)
			for _, r := range plainLetters + "äöüßéèçñåøşţğłőűž" {
				if !english.has(r) || slices.Equal(glyphs(english, string(r), 0), glyphs(english, string(r), font.SmallCaps)) {
					continue
				}
				for _, features := range []font.Features{font.SmallCaps, font.AllSmallCaps} {
					if got := glyphs(face, string(r), features); slices.Equal(got, glyphs(face, string(r), 0)) {
						t.Errorf("%s, %s: %c stays small among small capitals", name, tag, r)
					}
				}
			}
		}
	}
}

// TestIn: words in another language than the book's have its forms of letters and its divisions, also in a face that helps, and none
// where it has no patterns.
func TestIn(t *testing.T) {
	face := testFont(t, "SourceSerif4-Regular")
	other := testFont(t, "EBGaramond-Regular")
	face.FallBackOn(Fallback{Face: other})
	bulgarian := &lang.Language{Tag: "bg"}
	in := face.In(bulgarian, nil)
	if in != face.In(bulgarian, nil) || in.Font != face.Font || in.Lang != bulgarian || in.Fallbacks()[0].Face.Lang != bulgarian || face.Lang == bulgarian {
		t.Error("the face for Bulgarian is not one face of the same font")
	}
	if slices.Equal(glyphs(face, "вгд", 0), glyphs(in, "вгд", 0)) {
		t.Error("Bulgarian has the letters of Russian")
	}
	h, french := hyphenatorOf(t, "fr", "fr.txt", false)
	for _, c := range []struct {
		in   *Face
		want string
	}{{face, "an-ti-con-sti-tu-tion-nelle-ment"}, {face.In(french, h), "an-ti-cons-ti-tu-tion-nel-le-ment"}, {in, "anticonstitutionnellement"}} {
		p := NewParagraph([]Inline{&Span{Text: "anticonstitutionnellement", Font: c.in, Size: 10 * page.Pt}}, Setting{Measure: 400 * page.Pt, Hyphenator: testHyphenator(t)})
		got, at := "", 0
		for _, pos := range p.positions[:len(p.positions)-1] {
			got += "anticonstitutionnellement"[at:pos.endAt] + "-"
			at = int(pos.endAt)
		}
		if got += "anticonstitutionnellement"[at:]; got != c.want {
			t.Errorf("in %s: %s, want %s", c.in.Lang.Tag, got, c.want)
		}
	}
}
