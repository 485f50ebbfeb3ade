package book

import "testing"

func TestNumerals(t *testing.T) {
	for want, n := range map[string]struct {
		Numerals
		number int
	}{
		"1.": {Numerals{}, 1}, "12)": {Numerals{Arabic, Paren}, 12}, "(c)": {Numerals{SmallLetters, Parens}, 3}, "AB.": {Numerals{CapitalLetters, Stop}, 28},
		"xiv)": {Numerals{SmallRoman, Paren}, 14}, "MCMXCIX.": {Numerals{CapitalRoman, Stop}, 1999}, "4000.": {Numerals{SmallRoman, Stop}, 4000}, "0.": {Numerals{SmallLetters, Stop}, 0},
	} {
		if got := n.Label(n.number); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
