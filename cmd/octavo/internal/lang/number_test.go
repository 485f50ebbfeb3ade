package lang

import "testing"

func TestAboutWords(t *testing.T) {
	for n, want := range map[int]string{7: "about 7 words", 949: "about 949 words", 1049: "about 1,000 words",
		123456: "about 123,500 words", 1_000_000: "about 1,000,000 words"} {
		if got := English.AboutWords(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}
