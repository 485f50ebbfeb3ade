package tomltext

import "testing"

// TestQuote reads back what it writes.
func TestQuote(t *testing.T) {
	for _, s := range []string{"", "a", `"`, `\`, "a\nb\tc\x00\x1f\x7f", "« é »", "'", `\u0041`, "\U0001F600"} {
		got := map[string]any{}
		if err := Decode("x = "+Quote(s), &got); err != nil || got["x"] != s {
			t.Errorf("%q is written %s and read %q, %v", s, Quote(s), got["x"], err)
		}
	}
	if got := Quote("a\xff"); got != "\"a\uFFFD\"" {
		t.Errorf("what is not UTF-8 is written %q", got)
	}
}
