package typeset

import (
	"strings"
	"testing"
)

// TestCodeParts holds where a line of code is divided: at a space, after a separator, anywhere; an option never at its hyphen.
func TestCodeParts(t *testing.T) {
	for _, c := range []struct {
		line        string
		first, rest int
		want        string
	}{
		{"abc", 10, 8, "abc"},
		{"", 10, 8, ""},
		{"pull --slowly --twice", 16, 12, "pull --slowly|--twice"},
		{"pull --slowly --twice", 12, 12, "pull|--slowly|--twice"},
		{"    pull  the  rope", 12, 6, "    pull|the|rope"},
		{"log /belfry/log/of/the/bell", 12, 12, "log /belfry/|log/of/the/|bell"},
		{"a /belfry/log", 10, 12, "a|/belfry/log"},
		{"abcdefghijklmnop", 6, 5, "abcdef|ghijk|lmnop"},
		{"--no-hyphen-at-all-here", 8, 8, "--no-hyp|hen-at-a|ll-here"},
		{"          deep", 6, 4, "      |deep"},
		{"e\u0301e\u0301e\u0301", 2, 2, "e\u0301e\u0301|e\u0301"},
		{"ends in space   ", 13, 5, "ends in space"},
		{"日本語", 0, 0, "日|本|語"},
		{"a日b", 1, 1, "a|日|b"},
	} {
		var got []string
		for _, p := range CodeParts(c.line, c.first, c.rest) {
			got = append(got, c.line[p[0]:p[1]])
		}
		if s := strings.Join(got, "|"); strings.TrimLeft(s, " |") != strings.TrimLeft(c.want, " |") {
			t.Errorf("%q in %d and %d: %q, want %q", c.line, c.first, c.rest, s, c.want)
		}
	}
}

func FuzzCodeParts(f *testing.F) {
	f.Add("pull  --slowly, /and/on", uint8(9), uint8(5))
	f.Add("/a\x03\xe8/on", uint8(1), uint8(1))
	f.Fuzz(func(t *testing.T, line string, first, rest uint8) {
		var parts []string
		for i, p := range CodeParts(line, int(first), int(rest)) {
			part, room := line[p[0]:p[1]], max(int(rest), 1)
			if i == 0 {
				room = max(int(first), 1)
			}
			if Columns(part) > room {
				t.Errorf("%q has more than %d columns", part, room)
			}
			parts = append(parts, part)
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := strings.Join(parts, ""); bare(got) != bare(line) {
			t.Errorf("%q became %q", line, got)
		}
	})
}

// TestExpandTabs holds that tabs stop at columns.
func TestExpandTabs(t *testing.T) {
	for line, want := range map[string]string{"\tx": "    x", "a\tb": "a   b", "abcd\te": "abcd    e", " \t\tx": "        x", "é\tx": "é   x", "x": "x"} {
		if got := ExpandTabs(line, 4); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
