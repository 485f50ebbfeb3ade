package tomltext

import (
	"strings"
	"testing"
)

func TestStraighten(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"kind = “meme”\nthemes = [„one“, ‘two’]\n", "kind = \"meme\"\nthemes = [\"one\", 'two']\n"},
		{"a = “it’s here”\nb = \"she said “yes”\"\n", "a = \"it’s here\"\nb = \"she said “yes”\"\n"},
		{"a = “x\"\n", "a = \"x\"\n"}, {"a = \"x\"\n", ""}, {"a = “x” y\n", ""}, {"a = “say \"x\" now”\n", ""},
	} {
		curlies, ok := Straighten(c.text)
		got := ""
		if ok {
			at := 0
			for _, m := range curlies {
				got += c.text[at:m.At] + m.Straight
				at = m.End
			}
			got += c.text[at:]
		}
		if got != c.want {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
	if _, ok := Straighten(strings.Repeat("“", 100_000)); ok {
		t.Error("marks alone are no TOML")
	}
}
