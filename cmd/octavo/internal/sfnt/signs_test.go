package sfnt_test

import (
	"os"
	"path/filepath"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/sfnt"
)

// dejavu is where Debian's packages fonts-dejavu-core 2.37 and fonts-dejavu-mono 2.37 put the fonts that the signs are cut from.
const dejavu = "/usr/share/fonts/truetype/dejavu"

// signs are the Unicode blocks of which books use signs that text faces lack.
var signs = [][2]rune{
	{0x2010, 0x205E},   // general punctuation
	{0x2070, 0x209C},   // superscripts and subscripts
	{0x20A0, 0x20BF},   // currency
	{0x2100, 0x218B},   // letterlike, number forms
	{0x2190, 0x21FF},   // arrows
	{0x2200, 0x22FF},   // mathematical operators
	{0x2300, 0x23FF},   // technical, keys
	{0x2422, 0x2423},   // signs for a space
	{0x2460, 0x24FF},   // numbers in circles
	{0x2500, 0x259F},   // box drawing, blocks
	{0x25A0, 0x25FF},   // geometric shapes
	{0x2600, 0x27BF},   // miscellaneous symbols, dingbats
	{0x27C0, 0x27FF},   // mathematical symbols, long arrows
	{0x2900, 0x297F},   // more arrows
	{0x2A00, 0x2AFF},   // more operators
	{0x2B00, 0x2BFF},   // more shapes
	{0x1D538, 0x1D56B}, // double-struck letters
	{0x1D7D8, 0x1D7E1}, // and figures
}

// letters are those of mathematics and of code in other alphabets.
var letters = [][2]rune{{0x0370, 0x03FF}, {0x0400, 0x045F}}

// TestSigns holds the fonts of signs against the whole fonts that they are cut from, where these are installed. With -update it
// makes them.
func TestSigns(t *testing.T) {
	for _, c := range []struct {
		from, to string
		blocks   [][2]rune
	}{
		{"DejaVuSans.ttf", "DejaVuSans-Signs.ttf", append(letters[:1:1], signs...)},
		{"DejaVuSansMono.ttf", "DejaVuSansMono-Signs.ttf", append(letters[:len(letters):len(letters)], append([][2]rune{{0x2800, 0x28FF}}, signs...)...)},
	} {
		whole, err := os.ReadFile(filepath.Join(dejavu, c.from))
		if err != nil {
			t.Skip(err)
		}
		characters := []rune(" xH") // by which a font is measured
		for _, b := range c.blocks {
			for r := b[0]; r <= b[1]; r++ {
				characters = append(characters, r)
			}
		}
		got, err := sfnt.Subset(whole, characters, nil)
		if err != nil {
			t.Fatal(err)
		}
		golden.Equal(t, filepath.Join(fonts, c.to), got)
		f, err := font.New(c.to, got)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range "→⇒∀∑√≤≠ℝπ─│┌█▓●✓★" {
			if !f.Has(r) {
				t.Errorf("%s has no %c", c.to, r)
			}
		}
	}
}
