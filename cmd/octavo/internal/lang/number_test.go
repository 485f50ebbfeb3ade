package lang

import "testing"

func TestAboutWords(t *testing.T) {
	for n, want := range map[int]string{7: "about 7 words", 949: "about 949 words", 1049: "about 1,000 words",
		123456: "about 123,500 words", 1_000_000: "about 1,000,000 words"} {
		if got := English().AboutWords(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestPlural(t *testing.T) {
	for noun, want := range map[string]string{"rule": "rules", "recipe": "recipes", "story": "stories", "essay": "essays", "sketch": "sketches",
		"aphorism": "aphorisms", "box": "boxes", "address": "addresses", "": ""} {
		if got := English().Plural(noun); got != want {
			t.Errorf("the plural of %s is %s, want %s", noun, got, want)
		}
	}
	if got := English().InFigures("-2.5"); got != "−2.5" {
		t.Errorf("-2.5 is written %s", got)
	}
	if got := Pattern("{a} of {b}, {open").Places(); len(got) != 2 || got[0] != "a" || got[1] != "b" {
		t.Errorf("places %q", got)
	}
}
