package sfnt_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/sfnt"
	"octavo/cmd/octavo/internal/typeset"
)

const fonts = "../../../../styles/fonts"

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(fonts, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// features are what style sheets ask for, with the bits by which typeset asks for the same.
var features = []struct {
	bits font.Features
	tags string
}{
	{0, ""}, {font.SmallCaps, "smcp"}, {font.AllSmallCaps, "smcp c2sc"}, {font.OldStyle, "onum"},
	{font.Tabular, "tnum lnum"}, {font.Fractions, "frac numr dnom"}, {font.Superiors, "sups"},
}

// words try ligatures, kerning, figures, accents both ways, marks that have no letter with them, and what a rule forbids.
var words = []string{
	"Waffle office fjord AVATAR Ty. Wolf", "“Quoth,” he said — ‘tis 1/2 of 3,456.78", "Ångström naïve façade Œuvre Þórr",
	"e\u0301a\u0308 n\u0303o\u0302\u0301", "Qu ff fi fl ffi Th ct st gy", "ΑΒΓ αβγ Жук", "(ABC) [1234567890] {½}", "a–b…c·d•e→",
}

// TestShapes holds that a cut font sets its characters just as the whole one does: the same advances, the same places,
// the same outlines.
func TestShapes(t *testing.T) {
	all, err := filepath.Glob(filepath.Join(fonts, "*.ttf"))
	if err != nil || len(all) < 10 {
		t.Fatalf("no fonts: %v", err)
	}
	for _, name := range all {
		name = filepath.Base(name)
		if strings.Contains(name, "-Signs") { // it is cut already, and has no letters for the marks of words
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := read(t, name)
			whole, err := typeset.LoadFace(name, data)
			if err != nil {
				t.Fatal(err)
			}
			for _, fs := range features {
				small, err := sfnt.Subset(data, []rune(strings.Join(words, "")), strings.Fields(fs.tags))
				if err != nil {
					t.Fatal(err)
				}
				cut, err := typeset.LoadFace(name+" cut", small)
				if err != nil {
					t.Fatal(err)
				}
				for _, text := range words {
					if a, b := describe(whole, text, fs.bits), describe(cut, text, fs.bits); a != b {
						t.Errorf("%q with %q:\n whole %s\n cut   %s", text, fs.tags, a, b)
					}
				}
			}
		})
	}
}

// describe returns how a font sets a text.
func describe(f *typeset.Face, text string, bits font.Features) string {
	var b strings.Builder
	for _, g := range f.Shape(text, bits).Glyphs {
		fmt.Fprintf(&b, "%d@%d%+d%+d", g.Advance, g.At, g.DX, g.DY)
		for _, s := range f.Outline(g.ID) {
			fmt.Fprintf(&b, " %d", s.X+3*s.Y)
		}
		b.WriteByte(';')
	}
	return b.String()
}

// TestSize holds that what a book does not use is gone.
func TestSize(t *testing.T) {
	text := []rune("The quick brown fox jumps over the lazy dog. “1234567890”")
	for name, most := range map[string]int{
		"EBGaramond-Regular.ttf": 24_000, "SourceSerif4-Regular.ttf": 24_000, "AtkinsonHyperlegibleNext-Regular.ttf": 12_000,
		"CourierPrime-Regular.ttf": 14_000,
	} {
		small, err := sfnt.Subset(read(t, name), text, []string{"onum"})
		if err != nil {
			t.Fatal(err)
		}
		if len(small) > most {
			t.Errorf("%s: %d bytes for %d characters, more than %d", name, len(small), len(text), most)
		}
	}
}

func TestDeterminism(t *testing.T) {
	data := read(t, "EBGaramond-Regular.ttf")
	before := bytes.Clone(data)
	first, err := sfnt.Subset(data, []rune("Waffle"), []string{"smcp"})
	if err != nil {
		t.Fatal(err)
	}
	for range 10 {
		again, err := sfnt.Subset(data, []rune("elffaW"), []string{"smcp"})
		if err != nil || !bytes.Equal(first, again) {
			t.Fatal("the same characters make another font")
		}
	}
	if !bytes.Equal(data, before) {
		t.Error("the font itself was written to")
	}
}

func TestNotice(t *testing.T) {
	data := read(t, "EBGaramond-SemiBold.ttf")
	small, err := sfnt.Subset(data, []rune("a"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range [][]byte{data, small} {
		n, err := sfnt.ReadNotice(d)
		if err != nil || n.Family != "EB Garamond" || !strings.Contains(n.Copyright, "EB Garamond Project Authors") ||
			!strings.Contains(n.License, "SIL Open Font License") || n.URL != "https://openfontlicense.org" {
			t.Errorf("%+v, %v", n, err)
		}
	}
}

func TestRefusals(t *testing.T) {
	data := read(t, "CourierPrime-Regular.ttf")
	for name, d := range map[string][]byte{"nothing": nil, "text": []byte("no font at all"), "half": data[:len(data)/2]} {
		if _, err := sfnt.Subset(d, []rune("a"), nil); err == nil {
			t.Errorf("%s makes a font", name)
		}
	}
	forbidden := bytes.Clone(data)
	at := bytes.Index(forbidden, []byte("OS/2"))
	offset := int(forbidden[at+8])<<24 | int(forbidden[at+9])<<16 | int(forbidden[at+10])<<8 | int(forbidden[at+11])
	forbidden[offset+9] = 2
	if _, err := sfnt.Subset(forbidden, []rune("a"), nil); err == nil || !strings.Contains(err.Error(), "licence") {
		t.Errorf("a font that may not be embedded: %v", err)
	}
}

// FuzzSubset holds that no broken font makes it panic.
// TestExtents compares the extents of all glyphs with those of their outlines.
func TestExtents(t *testing.T) {
	for _, name := range []string{"EBGaramond-Regular.ttf", "AtkinsonHyperlegibleNext-Regular.ttf"} {
		data := read(t, name)
		face, err := typeset.LoadFace(name, data)
		if err != nil {
			t.Fatal(err)
		}
		all, err := sfnt.Extents(data)
		if err != nil || len(all) < 300 {
			t.Fatalf("%s: %d glyphs, %v", name, len(all), err)
		}
		em := float64(face.Upem)
		for g, e := range all {
			_, bottom, _, top := face.Bounds(uint16(g))
			if math.Abs(e.Low*em-float64(bottom)) > 1 || math.Abs(e.High*em-float64(top)) > 1 {
				t.Errorf("%s: glyph %d reaches from %.0f to %.0f, and its outline from %d to %d", name, g, e.Low*em, e.High*em, bottom, top)
			}
		}
		if _, err := sfnt.Extents(data[:len(data)/2]); err == nil {
			t.Errorf("%s cut off has extents", name)
		}
	}
}

func FuzzSubset(f *testing.F) {
	data := read(f, "AtkinsonHyperlegibleNext-Regular.ttf")
	small, err := sfnt.Subset(data, []rune("Waffle 1/2"), []string{"frac"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small, "Waffle 1/2")
	f.Fuzz(func(_ *testing.T, data []byte, text string) {
		sfnt.Subset(data, []rune(text), []string{"frac"}) //nolint:errcheck // a broken font is an error, no panic
		sfnt.Extents(data)                                //nolint:errcheck // likewise
	})
}

func BenchmarkSubset(b *testing.B) {
	data := read(b, "EBGaramond-Regular.ttf")
	var text []rune
	for r := ' '; r < 0x100; r++ {
		text = append(text, r)
	}
	text = append(text, []rune("“”‘’–—…•→")...)
	for b.Loop() {
		out, err := sfnt.Subset(data, text, []string{"smcp", "c2sc", "onum", "lnum", "tnum", "frac", "numr", "dnom"})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(out)), "bytes")
	}
}
