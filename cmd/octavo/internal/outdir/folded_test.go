package outdir

import (
	"strings"
	"testing"
)

// Two names fold to the same if and only if [strings.EqualFold] takes them for the same.
func TestFolded(t *testing.T) {
	names := []string{"a.md", "A.MD", "é", "É", "ß", "ẞ", "ss", "σ", "ς", "Σ", "K", "k", "\u212A", "i", "I", "ı", "İ", "\xff", "\xfe", "ǆ", "ǅ", "Ǆ"}
	for _, a := range names {
		for _, b := range names {
			if (folded(a) == folded(b)) != strings.EqualFold(a, b) {
				t.Errorf("%q and %q: folded to %q and %q", a, b, folded(a), folded(b))
			}
		}
	}
}

// Names that a system may take for one another are those of one output.
func TestNamedTwice(t *testing.T) {
	d, err := Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	if _, err := d.Create("Straße.md"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Create("strAẞE.md"); err == nil {
		t.Error("two outputs have names that differ in case only")
	}
}
