package interior_test

import (
	"strings"
	"testing"
)

// TestMarksAreWhole sets lists whose marks are wider than the indent: none may be cut off.
func TestMarksAreWhole(t *testing.T) {
	pages, _, _, _ := setChapter(t, "# Lists\n\ni) one\nii) two\niii) three\n\n(1) one\n(2) two\n\n1888. one\n1889. two\n\n(A) one\n(B) two\n")
	text := ""
	for _, p := range pages {
		text += says(p) + " "
	}
	for _, mark := range []string{"i)", "ii)", "iii)", "(1)", "(2)", "1888.", "1889.", "(A)", "(B)"} {
		if !strings.Contains(text, mark+" ") {
			t.Errorf("%s is cut off in %q", mark, text)
		}
	}
}
