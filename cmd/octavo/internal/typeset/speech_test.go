package typeset

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// TestSpeechDashes sets a Spanish speech in every measure: a dash stays with the word that it touches, and a line may end before one
// that opens an aside.
func TestSpeechDashes(t *testing.T) {
	face := testFont(t, "EBGaramond-Regular")
	spanish, known := lang.Find("es")
	if !known {
		t.Fatal("the table has no Spanish")
	}
	face.Lang = spanish
	const text = "—Hola —dijo ella—, ¿qué tal? —y se fue. —¿Quién? —preguntó el niño—. Nadie —«nadie», pensó—, y calló."
	ends := map[string]bool{}
	for measure := 60 * page.Pt; measure < 240*page.Pt; measure += page.Pt {
		lines := SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}}, Setting{Measure: measure})
		for i := range lines {
			line := strings.TrimSpace(lines[i].Items[0].(*page.Text).Text)
			if strings.HasSuffix(line, "—") || strings.HasPrefix(line, "—,") || strings.HasPrefix(line, "—.") {
				t.Errorf("measure %s: a dash stands apart: %q", measure, line)
			}
			if i > 0 {
				ends[strings.Fields(line)[0]] = true
			}
		}
	}
	if !ends["—dijo"] || !ends["—«nadie»,"] {
		t.Errorf("no line begins with a dash that opens an aside: %v", ends)
	}
}

// TestSpeechesAlign compares the white after the dashes of two speeches whose lines stretch differently.
func TestSpeechesAlign(t *testing.T) {
	face := testFont(t, "EBGaramond-Regular")
	white := func(text string) (at page.Length) {
		lines := SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt}}, Setting{Measure: 230 * page.Pt})
		for _, g := range lines[0].Items[0].(*page.Text).Glyphs[:2] {
			at += page.Length(g.Advance)
		}
		return at
	}
	const rest = " Il partit dans la nuit, et personne ne le revit de tout l’hiver, ni au port, ni à la ville, ni dans les champs où il travaillait."
	loose, tight := "Et alors, que dit-il de la pluie, du vent et des blés?"+rest, "Non, je ne sais plus rien de tout cela, et toi?"+rest
	if a, b := white("—\u00A0"+loose), white("—\u00A0"+tight); a != b {
		t.Errorf("speeches begin at %s and %s", a, b)
	}
	if a, b := white("x\u00A0"+loose), white("x\u00A0"+tight); a == b {
		t.Errorf("%s %s: the lines do not stretch differently: the test shows nothing", a, b)
	}
}
