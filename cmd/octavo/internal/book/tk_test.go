package book_test

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestFindTK(t *testing.T) {
	for text, want := range map[string]int{
		"": -1, "TK": 0, "TK.": 0, "the date (TK)": 10, "“TK”": 3, "ATK": -1, "TKO": -1, "TK2": -1, "STKS, then TK": 11,
		"éTK": -1, "TK\u0301": -1, "tk": -1, "TK-TK": 0, "TKTK TK": 5,
	} {
		if got := book.FindTK(text); got != want {
			t.Errorf("FindTK(%q) = %d, want %d", text, got, want)
		}
	}
}
