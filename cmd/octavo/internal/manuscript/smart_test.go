package manuscript

import (
	"testing"

	"octavo/cmd/octavo/internal/lang"
)

func TestSmart(t *testing.T) {
	for in, want := range map[string]string{
		"competitor's name": "competitor’s name", `"just" a word`: "“just” a word", "well-known": "well-known",
		"a -- b": "a – b", "wait...": "wait…", "so---there": "so—there", "plain": "plain", "the '90s": "the ’90s",
	} {
		if got := smart(in, newPunctuation(lang.English())); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
