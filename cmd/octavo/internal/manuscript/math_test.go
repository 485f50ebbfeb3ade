package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
)

// TestMath reads formulas where the book has them, and leaves dollar signs alone where it has not.
func TestMath(t *testing.T) {
	for _, test := range []struct{ name, text, want, diags string }{
		{"in text", "Let $a^2$ be \"$b$\", not $5 or $6.", "p Let {math a²} be “{math b}”, not $5 or $6.", ""},
		{"over lines", "a $x +\ny$ b", "p a {math x + y} b", ""},
		{"no formula", "a $x y and z$ b, $ c$, $d $, $e$5, \\$f$, `$g$`", "p a $x y and z$ b, $ c$, $d $, $e$5, $f$, {code $g$}", ""},
		{"a number", "$5$ and $0{,}5$", "p {math 5} and {math 0,5}", ""},
		{"alone", "a\n\n$$x$$\n\nb", "p a\naligned 2\n  p {math x}\np b", ""},
		{"lines of its own", "$$\nx\n- y\n= z\n$$\nb", "aligned 2\n  p {math x − y = z}\np b", ""},
		{"in a paragraph", "a $$x$$ b", "p a \naligned 2\n  p {math x}\np  b", ""},
		{"beyond", "a $\\foo$ b", "p a {math } b", "3:4 formula"},
		{"beyond, in lines", "$$\nx\n\\foo\n$$", "aligned 2\n  p {math }", "5:1 formula"},
		{"not closed", "$$\nx\n\nb", "p b", "3:1 formula"},
		{"emphasis inside", "*a $x_1 * y_2$ b* $c_d$", "p {em a {math x₁ ∗ y₂} b} {math c_d}", ""},
		{"in a table", "| a |\n| --- |\n| $x$ |", "table [0]\n | a\n | {math x}", ""},
	} {
		f := parse("c.md", []byte("# T\n\n"+test.text+"\n"), reading{lang: lang.English(), alone: true, math: true})
		got := strings.TrimSpace(dump(f.chapters[0].chapter.Blocks))
		if got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
		if diags := summary(f.diags); diags != test.diags {
			t.Errorf("%s: diagnostics %q, want %q", test.name, diags, test.diags)
		}
	}
	_, diags := ParseFile("c.md", []byte("# T\n\nLet $a^2$ be 5.\n"))
	if got := summary(diags); got != "3:5 markup-foreign (w)" {
		t.Errorf("without formulas: %q", got)
	}
}
