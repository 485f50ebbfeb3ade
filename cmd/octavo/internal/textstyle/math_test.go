package textstyle

import (
	"testing"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/formula"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// setFormula sets a formula in 10 pt and returns its only line.
func setFormula(t *testing.T, src string, layout formula.Layout) typeset.Line {
	t.Helper()
	row, err := formula.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	d := Style{Fonts: fontsOf(t, "classic"), Size: 10 * page.Pt, Color: page.Color{K: 100}}
	lines := typeset.SetParagraph(d.AppendMath(nil, row, layout, diag.Pos{}), typeset.Setting{Measure: 1000 * page.Pt, Align: typeset.RaggedRight})
	if len(lines) != 1 {
		t.Fatalf("%s: %d lines", src, len(lines))
	}
	return lines[0]
}

// where returns the text of a line that is some characters.
func where(t *testing.T, l typeset.Line, text string) *page.Text {
	t.Helper()
	for _, it := range l.Items {
		if x, ok := it.(*page.Text); ok && x.Text == text {
			return x
		}
	}
	t.Fatalf("%q is not set", text)
	return nil
}

func TestFormulas(t *testing.T) {
	l := setFormula(t, `a^2_i = b`, formula.Inline)
	a, sup, sub, b := where(t, l, "a"), where(t, l, "2"), where(t, l, "i"), where(t, l, "b")
	if sup.Y >= a.Y || sub.Y <= a.Y || sup.Size != 7*page.Pt || sub.Size != sup.Size || sup.X <= a.X || b.Y != a.Y {
		t.Errorf("scripts at %v and %v beside %v", sup, sub, a)
	}
	if equals := where(t, l, "="); equals.X-sup.X < sup.Size/4 {
		t.Error("no white before the relation")
	}

	l = setFormula(t, `\frac{x}{y}`, formula.Display)
	x, y := where(t, l, "x"), where(t, l, "y")
	var bar *page.Rule
	for _, it := range l.Items {
		if r, ok := it.(*page.Rule); ok {
			bar = r
		}
	}
	if bar == nil || x.Y >= bar.Y || y.Y <= bar.Y || x.Size != 10*page.Pt || l.Depth <= 0 || l.Ascent <= 8*page.Pt {
		t.Errorf("a fraction %v over %v, rule %v, %v high and %v deep", x, y, bar, l.Ascent, l.Depth)
	}
	if inline := setFormula(t, `\frac{x}{y}`, formula.Inline); where(t, inline, "x").Size != 7*page.Pt {
		t.Error("a fraction in text is as large as one in a display")
	}

	inline, shown := setFormula(t, `\sum_{i}^n`, formula.Inline), setFormula(t, `\sum_{i}^n`, formula.Display)
	if where(t, inline, "i").X <= where(t, inline, "∑").X || where(t, shown, "n").Y >= where(t, shown, "∑").Y-8*page.Pt {
		t.Error("the scripts of a sum do not stand at its side in text, and above and below it in a display")
	}
	if where(t, shown, "∑").Size <= where(t, inline, "∑").Size {
		t.Error("a sum in a display is no larger")
	}

	paths := 0
	for _, it := range setFormula(t, `\sqrt{\left(\frac{a}{b}\right)}`, formula.Display).Items {
		if _, ok := it.(*page.Path); ok {
			paths++
		}
	}
	if paths != 3 {
		t.Errorf("%d signs are drawn, want a radical and two parentheses", paths)
	}
}

// TestFormulaBreaks ends lines after relations rather than elsewhere, and never inside a fraction.
func TestFormulaBreaks(t *testing.T) {
	row, err := formula.Parse(`a + b = \frac{c + d}{e} = f + g`)
	if err != nil {
		t.Fatal(err)
	}
	d := Style{Fonts: fontsOf(t, "classic"), Size: 10 * page.Pt, Color: page.Color{K: 100}}
	lines := typeset.SetParagraph(d.AppendMath(nil, row, formula.Inline, diag.Pos{}), typeset.Setting{Measure: 50 * page.Pt, Align: typeset.RaggedRight})
	for i, l := range lines[:len(lines)-1] {
		last := ""
		for _, it := range l.Items {
			if x, ok := it.(*page.Text); ok {
				last = x.Text
			}
		}
		if last != "=" && last != "+" {
			t.Errorf("line %d ends after %q", i+1, last)
		}
	}
	if len(lines) < 2 {
		t.Error("one line")
	}
}
