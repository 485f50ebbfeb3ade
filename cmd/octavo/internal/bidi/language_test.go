package bidi

import "testing"

func TestOfLanguage(t *testing.T) {
	for tag, want := range map[string]Level{"ar": RightToLeft, "he-IL": RightToLeft, "fa": RightToLeft, "ur": RightToLeft,
		"az-Arab": RightToLeft, "yi": RightToLeft, "en": LeftToRight, "az": LeftToRight, "ru": LeftToRight, "und": LeftToRight, "?": LeftToRight} {
		if got := OfLanguage(tag); got != want {
			t.Errorf("%s: %d", tag, got)
		}
	}
}
