package typeset

import (
	"os"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// TestPieces holds what is made of text with characters that a face lacks: by what face, and of what text.
func TestPieces(t *testing.T) {
	face := func(name string) *Face {
		data, err := os.ReadFile("../../../../styles/fonts/" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		f, err := LoadFace(name, data)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	roman, italic, mono, plain := face("EBGaramond-Regular"), face("EBGaramond-Italic"), face("CourierPrime-Regular"), face("AtkinsonHyperlegibleNext-Regular")
	italic.FallBackOn(Fallback{Face: roman}, Fallback{Face: mono, Signs: true})
	mono.FallBackOn(Fallback{Face: roman})
	plain.FallBackOn(Fallback{Face: roman, Signs: true})
	for _, c := range []struct {
		face *Face
		text string
		want []string // by "face: text"
	}{
		{italic, "20 m² of it", []string{"I 20 m", "I ²", "I  of it"}}, // its own superior figure
		{italic, "so ˈɑːtʃ it", []string{"I so ", "R ˈɑːtʃ", "I  it"}}, // the whole word in one face
		{italic, "a ☃ b", []string{"I a ☃ b"}},                         // nobody has it
		{mono, "a → λόγος", []string{"M a ", "R →", "M  ", "R λόγος"}},
		{plain, "→ λ", []string{"R →", "P  ", "R λ"}}, // a letter that nobody else has
		{plain, "a ⇒⇒ b", []string{"P a ", "R ⇒⇒", "P  b"}},
		{plain, "6′2″", []string{"P 6′2″"}},     // plain signs stand in
		{plain, "10⁵", []string{"P 10", "P ⁵"}}, // smaller and raised
		{roman, "x̄ and ẏ", []string{"R x̄ and ẏ"}},
	} {
		var got []string
		s := &Span{Text: c.text, Font: c.face, Size: 10 * page.Pt, Features: font.OldStyle, Offset: 100}
		at := 100
		for _, one := range s.Pieces() {
			got = append(got, map[*Face]string{roman: "R ", italic: "I ", mono: "M ", plain: "P "}[one.Font]+one.Text)
			if one.Offset != at {
				t.Errorf("%q: a piece at %d, want %d", c.text, one.Offset, at)
			}
			at += len(one.Text)
			if one.made && one.Features&font.OldStyle != 0 {
				t.Errorf("%q: %q has old-style figures", c.text, one.Text)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: %q, want %q", c.text, got, c.want)
			}
		}
		if sets, want := c.face.Sets(c.text), c.text != "a ☃ b"; sets != want {
			t.Errorf("%q: sets %t", c.text, sets)
		}
	}

	// Glyphs of what stands in belong to the character that the author wrote.
	two := italic.Shape("2", font.Superiors).Glyphs
	if got := italic.Shape("²", font.Superiors).Glyphs; len(got) != 1 || got[0].ID != two[0].ID || got[0].ID == italic.Glyph('2') {
		t.Errorf("a superior figure is set as %v", got)
	}
	if got := plain.Shape("a″b", 0).Glyphs; len(got) != 3 || got[1].At != 1 || got[2].At != 4 {
		t.Errorf("clusters of what stands in: %v", got)
	}

	// A cell of a typewriter's is as wide with a letter of another face.
	s := &Span{Text: "λ", Font: mono, Size: 10 * page.Pt}
	one := s.Pieces()[0]
	cell := page.Length(mono.Space) * s.Size / page.Length(mono.Upem)
	if w := one.width(one.Font.Shape(one.Text, one.Features)); w < cell-2 || w > cell+2 {
		t.Errorf("a letter in code is %s wide, want %s", w, cell)
	}

	// Places in a paragraph are those of the caller's inlines.
	whole := NewParagraph([]Inline{&Span{Text: "20 m² of it", Font: italic, Size: 10 * page.Pt}}, Setting{Measure: 500 * page.Pt})
	before, _ := whole.Reach(0, len("20 m"))
	after, _ := whole.Reach(0, len("20 m² of"))
	if before >= after || after >= len(whole.points) {
		t.Errorf("breakpoints %d and %d of %d", before, after, len(whole.points))
	}
}
