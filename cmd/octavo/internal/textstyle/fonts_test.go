package textstyle

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/styles"
)

// TestWithout sets what a font has no glyph or no feature for.
func TestWithout(t *testing.T) {
	fonts := fontsOf(t, "large")
	if !fonts.Has("′") || !fonts.Has("m²⁵₂ ½⅓") || fonts.Has("𓀀") || fonts.HasCode("𓀀") || !fonts.Has("→⇒∑ℝ✓") || !fonts.HasCode("┼") || !fonts.HasCode("é") {
		t.Fatal("what the fonts have")
	}
	d := Style{Fonts: fonts, Size: 10 * page.Pt}.SmallCaps()
	if s := d.Span("Straße", diag.Pos{}); s.Text != "STRASSE" || s.Size != 8*page.Pt || s.Features&font.AllSmallCaps != 0 {
		t.Errorf("small capitals without any: %q at %s", s.Text, s.Size)
	}
	if d := (Style{Fonts: fonts}).Label(); !d.Bold || d.Capitals {
		t.Error("a label without small capitals is not bold")
	}
	s := typeset.Span{Font: fonts.Mono, Size: 10 * page.Pt}
	if Raise(&s); fonts.Mono.Supports(font.Superiors) != (s.Rise == 0) {
		t.Errorf("a superior figure rises by %s", s.Rise)
	}
}

// TestTakeOver: where the style's font has not the letters of a book's language, a family of the house sets it whole.
func TestTakeOver(t *testing.T) {
	for _, c := range []struct{ style, language, regular, bold string }{
		{"large", "ru", "NotoSans-Regular", "NotoSans-Bold"},
		{"classic", "ru", "EBGaramond-Regular", "EBGaramond-SemiBold"},
		{"modern", "he", "NotoSerifHebrew-Regular", "NotoSerifHebrew-Bold"},
		{"large", "en", "AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"},
	} {
		f := fontsIn(t, c.style, c.language)
		if f.Regular.Name != c.regular || f.Bold.Name != c.bold {
			t.Errorf("%s in %s: %s and %s", c.language, c.style, f.Regular.Name, f.Bold.Name)
		}
		if !f.Has("Latin é, слово, ἀρχή, שלום, 漢字, ☎, 😀") {
			t.Errorf("%s in %s: what it has", c.language, c.style)
		}
	}
}

// fontsOf loads the fonts of a house style.
func fontsOf(t *testing.T, style string) *Fonts { return fontsIn(t, style, "en") }

func fontsIn(t *testing.T, style, language string) *Fonts {
	t.Helper()
	dir := t.TempDir()
	toml := "[book]\ntitle = \"T\"\nauthors = [\"A B\"]\n[print]\nstyle = \"" + style + "\"\n"
	if err := os.WriteFile(filepath.Join(dir, config.File), []byte(toml), 0o666); err != nil {
		t.Fatal(err)
	}
	cfg, found := config.Load(dir, styles.FS)
	if cfg == nil || cfg.Style == nil {
		t.Fatal(found)
	}
	fonts, err := LoadFonts(cfg.Style, language, func(name string) ([]byte, error) { return fs.ReadFile(styles.FS, name) })
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// A font that no style names is read by its path, once there is something that needs it.
func TestOther(t *testing.T) {
	f := &Fonts{open: styles.FS.ReadFile}
	if face, err := f.Other("fonts/OCRB-Figures.ttf"); err != nil || face.Name != "OCRB-Figures" || !face.Has('7') {
		t.Errorf("%v %v", face, err)
	}
	if _, err := f.Other("fonts/nothing.ttf"); err == nil || !strings.HasPrefix(err.Error(), "font nothing.ttf: ") {
		t.Errorf("%v", err)
	}
}
