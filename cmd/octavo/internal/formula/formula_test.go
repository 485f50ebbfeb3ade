package formula

import (
	"errors"
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	for src, want := range map[string]string{
		`a^2 + b^2 = c^2`:                   "a² + b² = c²",
		`\frac{a+b}{2}`:                     "(a + b)/2",
		`\sqrt{x+1}`:                        "√(x + 1)",
		`\sqrt[3]{8} = 2`:                   "∛8 = 2",
		`\sum_{i=1}^n i = \frac{n(n+1)}{2}`: "∑_(i = 1)ⁿ i = (n(n + 1))/2",
		`x_{ij}, y_1`:                       "x_(ij), y₁",
		`e^{-x}`:                            "e^(−x)",
		`-1 \le x \leq 1`:                   "−1 ≤ x ≤ 1",
		`f'(x) = \lim_{h \to 0} g`:          "f′(x) = lim_(h → 0) g",
		`\alpha\beta \in \mathbb{R}`:        "αβ ∈ ℝ",
		`\text{profit} = 3{,}5\,\%`:         "profit = 3,5%",
		`\left( \frac12 \right)^2`:          "(1/2)²",
		`\binom n k`:                        "(n ¦ k)",
		`\bar x \ne \vec v`:                 "x̅ ≠ v⃗",
		`2 \cdot 10^{-3}`:                   "2 ⋅ 10⁻³",
		`\not= \sin x`:                      "≠ sin x",
		`\mathrm{CO}_2`:                     "CO₂",
		`3.14`:                              "3.14",
	} {
		row, err := Parse(src)
		if err != nil {
			t.Errorf("%s: %v", src, err)
		} else if got := Text(row); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}

func TestErrors(t *testing.T) {
	for src, want := range map[string]string{
		``:                      "0 an empty formula",
		`a \matrix b`:           `2 a command that octavo does not know in a formula: \matrix`,
		`\begin{cases}a`:        `0 an environment in a formula: \begin`,
		`a & b`:                 "2 columns in a formula",
		`{a`:                    "2 a group that is not closed",
		`a}`:                    "1 a closing brace without an opening one",
		`a^`:                    "2 something is missing in a formula",
		`a^2^3`:                 "3 two scripts of one kind (^) at the same letter",
		`\left( a`:              `0 \left without \right`,
		`a \right)`:             `2 \right without \left`,
		`a \\ b`:                `2 a line break in a formula`,
		`\text{a \b}`:           "8 more than words in \\text",
		`\left\foo a \right.`:   `5 a delimiter that octavo does not know: \foo`,
		`a \limits b`:           `2 \limits after something that is no operator`,
		strings.Repeat("{", 40): "32 a formula nested too deep",
		"a\x01":                 "1 the character '\\x01' in a formula",
	} {
		_, err := Parse(src)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: no error", src)
		} else if got := itoa(e.At) + " " + e.What; got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		} else if e.Help == "" {
			t.Errorf("%s: no help", src)
		}
	}
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

func TestMathML(t *testing.T) {
	for src, want := range map[string]string{
		`a^2 < \sqrt{b}`: `<mrow><msup><mi>a</mi><mn>2</mn></msup><mo>&lt;</mo><msqrt><mi>b</mi></msqrt></mrow>`,
		`\sum_i x_i`:     `<mrow><munder><mo>∑</mo><mi>i</mi></munder><msub><mi>x</mi><mi>i</mi></msub></mrow>`,
		`\sin x`:         `<mrow><mi>sin</mi><mo>` + "\u2061" + `</mo><mi>x</mi></mrow>`,
		`\sin^2 x`:       `<mrow><msup><mi>sin</mi><mn>2</mn></msup><mo>` + "\u2061" + `</mo><mi>x</mi></mrow>`,
		`0{,}5`:          `<mn>0,5</mn>`,
		`\mathbf v`:      `<mi>𝐯</mi>`,
	} {
		row, err := Parse(src)
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		got := MathML(row, Display)
		_, got, _ = strings.Cut(got, "\">")
		if got = strings.TrimSuffix(got, "</math>"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", src, got, want)
		}
	}
}

// FuzzParse holds that whatever is read comes out as text and MathML, in time in proportion to it, and that errors stand in it.
func FuzzParse(f *testing.F) {
	for _, src := range []string{`a^2`, `\frac{a}{b}`, `\left(\sqrt[3]{x}\right]`, `\sum_{i}^n\limits`, `\text{x}`, `{{{`, `\`, `''^`, `\not\in`, `a\mathrm{}\mathbb{}`, `\operatorname{}_a^b`, `\not\mathbf{}`} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		row, err := Parse(src)
		var e *Error
		if errors.As(err, &e) {
			if e.At < 0 || e.At > len(src) {
				t.Errorf("an error at %d of %d bytes", e.At, len(src))
			}
			return
		}
		Text(row)
		if m := MathML(row, Inline); len(m) > 200*len(src)+200 {
			t.Errorf("%d bytes of MathML for %d", len(m), len(src))
		}
	})
}
