package typeset

import (
	"os"
	"strings"
	"testing"
)

func testFont(t testing.TB, name string) *Font {
	data, err := os.ReadFile("../../../../styles/fonts/" + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := NewFont(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func testHyphenator(t testing.TB) *Hyphenator {
	pat, err := os.ReadFile("../../../../styles/hyphenation/en-us.txt")
	if err != nil {
		t.Fatal(err)
	}
	exc, err := os.ReadFile("../../../../styles/hyphenation/en-us-exceptions.txt")
	if err != nil {
		t.Fatal(err)
	}
	h, err := NewHyphenator(pat, exc)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestProbe(t *testing.T) {
	f := testFont(t, "EBGaramond-Regular")
	t.Log(f.Upem, f.Ascent, f.Descent, f.XHeight, f.CapHeight, f.space, f.hyphen)
	for _, s := range []string{"T ", "T", " T", "f ", "f", "AV", "ffi", "Qu", "1", "fi"} {
		t.Log(s, f.Shape(s, 0).Width, f.Shape(s, OldStyle).Width, len(f.Shape(s, 0).Glyphs))
	}
	h := testHyphenator(t)
	for _, w := range []string{"hyphenation", "Management", "people", "table", "office", "democracy", "associate", "naïveté"} {
		t.Log(w, h.Points(w))
	}
	text := strings.Repeat("In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the youngest was so beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her face. ", 2)
	for _, l := range SetParagraph([]Span{{Text: text, Font: f, Size: 11 * Pt, Color: Black}}, Setting{Measure: 288 * Pt, Indent: 14 * Pt, Hyphenator: h}) {
		t.Logf("%6.2f %s %v %s", l.Ratio, l.Width, l.Hyphenated, l.Items[0].(*Text).Text)
	}
}
