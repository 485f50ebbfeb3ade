package textstyle

import (
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// TestPlaceVerse holds where a poem stands: by its longest line that need not be turned, at the left where most are turned.
func TestPlaceVerse(t *testing.T) {
	for _, c := range []struct {
		ends    []page.Length
		deepest page.Length
		want    VersePlace
	}{
		{[]page.Length{60, 40}, 0, VersePlace{20, 80, 20}},
		{[]page.Length{60, 40, 140}, 0, VersePlace{20, 80, 20}},
		{[]page.Length{100}, 15, VersePlace{0, 100, 25}},
		{[]page.Length{60, 140}, 0, VersePlace{0, 100, 20}},
		{[]page.Length{60, 40}, 50, VersePlace{20, 80, 33}},
		{nil, 0, VersePlace{0, 100, 20}},
	} {
		if got := PlaceVerse(c.ends, c.deepest, 100, 10); got != c.want {
			t.Errorf("lines of %v: %v, want %v", c.ends, got, c.want)
		}
	}
}
