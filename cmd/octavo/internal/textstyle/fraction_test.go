package textstyle

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/typeset"
)

func TestFraction(t *testing.T) {
	for text, want := range map[string]string{
		"a 1/2 inch": "1/2", "1/2": "1/2", "2 3/4-inch": "3/4", "(5/8)": "5/8", "5/16.": "5/16", "1/2, 3/4": "1/2", "99/100": "99/100",
		"1/2/2026": "", "11/23/2026": "", "24/7": "", "9/11": "", "and/or": "", "1/a": "", "a1/2": "", "1/2x": "", "0/5": "", "3/3": "",
		"http://x.y/1/2": "", "1/2.5": "", "01/2": "", "/": "", "": "", "1/": "", "/2": "", "1/2/2026 and 1/4": "1/4", "5/2": "", "1/1000": "",
	} {
		from, to := Fraction(text)
		if got := text[from:to]; got != want && !(to == 0 && want == "") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestFractionSpans asks that no letter is lost and that only the fraction has the feature.
func TestFractionSpans(t *testing.T) {
	fonts := fontsOf(t, "classic")
	d := Style{Fonts: fonts, Features: font.OldStyle}
	var all, fractions strings.Builder
	for _, in := range AppendText(nil, "from 1/2 to 3/4 by 4/5/2026", diag.Pos{}, d) {
		s := in.(*typeset.Span)
		all.WriteString(s.Text)
		if s.Features&font.Fractions != 0 {
			fractions.WriteString(s.Text + " ")
			if s.Features&font.OldStyle != 0 {
				t.Errorf("%q has old-style figures", s.Text)
			}
			if g := s.Font.Shape(s.Text, s.Features).Glyphs; len(g) == 0 || g[0].ID == s.Font.Glyph(rune(s.Text[0])) {
				t.Errorf("%q is set with plain figures", s.Text)
			}
		}
	}
	if all.String() != "from 1/2 to 3/4 by 4/5/2026" || fractions.String() != "1/2 3/4 " {
		t.Errorf("%q, fractions %q", all.String(), fractions.String())
	}
	d.Mono = true
	if s := AppendText(nil, "1/2", diag.Pos{}, d); len(s) != 1 || s[0].(*typeset.Span).Features&font.Fractions != 0 {
		t.Error("code has fractions")
	}
}
