package config

import (
	"strings"
	"testing"
)

// TestTrimsMeant holds what is offered for a trim that is no trim.
func TestTrimsMeant(t *testing.T) {
	for given, want := range map[string]string{
		"6x9": "6x9in", "6 × 9": "6x9in", `6" x 9"`: "6x9in", "15x23": "15x23cm", "14,8 X 21": "14.8x21cm", "152x229": "152x229mm", "5.5x8.5": "5.5x8.5in",
		"8.5x11": "8.5x11in 8.5x11cm", "A5": "148x210mm", "letter": "8.5x11in", "6 inches x 9 inches": "6x9in",
		"2x3": "", "6x9pt": "", "6": "", "": "", "wide": "", "1e9x1e9": "", "99999999999x99999999999": "",
	} {
		meant := trimsMeant(given)
		if got := strings.Join(meant, " "); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
		for _, m := range meant {
			if w, h, ok := parseTrim(m); !ok || !trimForm.Admits(w, h) {
				t.Errorf("%q: %q is no trim", given, m)
			}
		}
	}
}
