package drawing

import (
	"testing"

	"golang.org/x/image/colornames"
)

// TestNamedColours compares the named colours with those of SVG, which CSS has one more than.
func TestNamedColours(t *testing.T) {
	t.Parallel()
	if got, want := len(namedColours()), len(colornames.Map)+1; got != want {
		t.Errorf("%d colours, want %d", got, want)
	}
	for name, want := range colornames.Map {
		if got, opacity, ok := colour(name); !ok || opacity != 1 || got != (RGB{want.R, want.G, want.B}) {
			t.Errorf("%s is %v, %v, %v, want %v", name, got, opacity, ok, want)
		}
	}
	if got, _, ok := colour("RebeccaPurple"); !ok || got != (RGB{0x66, 0x33, 0x99}) {
		t.Errorf("rebeccapurple is %v, %v", got, ok)
	}
	if c, _, ok := colour("grellow"); ok {
		t.Errorf("grellow is %v", c)
	}
}
