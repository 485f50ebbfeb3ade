package watermark

import (
	"slices"
	"strings"
	"testing"
)

func TestHideReveal(t *testing.T) {
	a, b := Hide("wtd-7f3a91c2"), Hide("x")
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"alone", a, []string{"wtd-7f3a91c2"}},
		{"in text", "Some words." + a + " More.", []string{"wtd-7f3a91c2"}},
		{"twice", a + "…" + a, []string{"wtd-7f3a91c2"}},
		{"two", "p. 1" + a + "p. 2" + b, []string{"wtd-7f3a91c2", "x"}},
		{"with line ends put in", strings.ReplaceAll(a, "\u200D", "\u200D\n "), []string{"wtd-7f3a91c2"}},
		{"torn", a[:len(a)-21], nil},
		{"torn, then whole", a[:30] + "words" + a, []string{"wtd-7f3a91c2"}},
		{"without its beginning, then whole", a[30:] + a, []string{"wtd-7f3a91c2"}},
		{"none", "no\u2060thing\u2060", nil},
		{"no letters", "\u2060" + strings.Repeat("\u200C", 8) + "\u2060", nil},
	} {
		if got := Reveal(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if strings.ContainsFunc(a, func(r rune) bool { return r < 0x80 }) {
		t.Error("something of the code can be seen")
	}
}

func FuzzReveal(f *testing.F) {
	f.Add("a\u2060\u200C", "id-1")
	f.Fuzz(func(t *testing.T, around, code string) {
		if strings.ContainsFunc(code, func(r rune) bool { return r < 0x20 || r > 0x7E }) || code == "" {
			return
		}
		got := Reveal(around + "." + Hide(code) + "." + around)
		if !slices.Contains(got, code) {
			t.Errorf("%q is lost in %q", code, around)
		}
	})
}
