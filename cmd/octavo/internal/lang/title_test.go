package lang

import "testing"

func TestCountsChapter(t *testing.T) {
	for _, c := range []struct {
		title string
		n     int
		want  bool
	}{
		{"Chapter One", 1, true}, {"chapter 7", 2, true}, {"Chapter IV: The Ferry", 4, true}, {"CHAPTER TWENTY-ONE", 21, true},
		{"Chapter and Verse", 1, false}, {"Chapter", 1, false}, {"One", 1, true}, {"One", 2, false}, {"3. The Ferry", 3, true},
		{"II", 2, true}, {"XII: Home", 12, true}, {"1984", 1, false}, {"One Fine Day", 1, false}, {"I Am Late", 1, false},
		{"Part One", 1, false}, {"", 1, false}, {"The Ferry", 1, false},
	} {
		if got := English.CountsChapter(c.title, c.n); got != c.want {
			t.Errorf("CountsChapter(%q, %d) = %v", c.title, c.n, got)
		}
	}
	for title, want := range map[string]bool{"Part One": true, "PART II: Home": true, "Parting": false, "Part of It": false, "Book One": false} {
		if got := English.CountsPart(title, 3); got != want {
			t.Errorf("CountsPart(%q) = %v", title, got)
		}
	}
}
