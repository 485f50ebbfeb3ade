package textstyle

import (
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// TestPositions sets superscripts and subscripts in the face's own characters where it has them, and otherwise in smaller ones.
func TestPositions(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		d := Style{Fonts: fontsOf(t, style), Size: 10 * page.Pt, Features: font.OldStyle}
		if up := d.Superscript("2"); up.Rise != 0 || up.Size != d.Size || up.Features != font.Superiors {
			t.Errorf("%s: a superior 2 is made: %+v", style, up)
		}
		for _, text := range []string{"漢", "", "α+β"} {
			if up := d.Superscript(text); up.Rise <= 0 || up.Size >= d.Size {
				t.Errorf("%s: %q is not raised", style, text)
			}
		}
		down := d.Subscript("2")
		if down.Features&font.Inferiors == 0 && (down.Rise >= 0 || down.Size >= d.Size) {
			t.Errorf("%s: a 2 is neither an inferior nor lowered", style)
		}
		if again := down.Superscript("漢"); again.Rise <= down.Rise {
			t.Errorf("%s: what is raised in a subscript does not rise", style)
		}
	}
	if d := (Style{Fonts: fontsOf(t, "classic"), Size: 10 * page.Pt}).Subscript("2"); d.Features&font.Inferiors != 0 {
		t.Error("the inferiors of EB Garamond stand on the line, but are taken")
	}
}
