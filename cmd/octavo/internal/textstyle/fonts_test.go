package textstyle

import (
	"io/fs"
	"os"
	"path/filepath"
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

// fontsOf loads the fonts of a house style.
func fontsOf(t *testing.T, style string) *Fonts {
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
	fonts, err := LoadFonts(cfg.Style, "en", func(name string) ([]byte, error) { return fs.ReadFile(styles.FS, name) })
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}
