// Package booktest opens books for the tests of other packages. [Open] reads a book and its fonts; [Kitchen] is the folder of a
// book with every construct; [PagesEqual] compares pages with a golden file.
package booktest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/styles"
)

// Kitchen is the folder of a book in which every construct occurs, seen from the folder of a package beside this one.
const Kitchen = "../booktest/testdata/kitchen"

// Open reads a book and the fonts of its style.
func Open(t testing.TB, dir string) (*config.Config, *book.Book, *textstyle.Fonts) {
	t.Helper()
	cfg, ds := config.Load(dir, styles.FS)
	if ds.HasErrors() {
		t.Fatal(ds.Err())
	}
	for _, words := range cfg.Prose() {
		*words = manuscript.Punctuate(*words, cfg.Lang)
	}
	bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), check.Contents(cfg))
	return cfg, bk, Fonts(t, cfg.Style, cfg.Book.Language)
}

// loaded holds the fonts that [Fonts] has returned.
var loaded = struct {
	sync.Mutex
	fonts map[string]*textstyle.Fonts
}{fonts: map[string]*textstyle.Fonts{}}

// Fonts returns the fonts of a style as octavo ships them. They are read once in a test program, since that takes longer than
// most tests; a test must not change them.
func Fonts(t testing.TB, style *config.Style, language string) *textstyle.Fonts {
	t.Helper()
	loaded.Lock()
	defer loaded.Unlock()
	key := fmt.Sprintf("%+v %v %s", style.Fonts, style.Text.Emphasis, language)
	if f := loaded.fonts[key]; f != nil {
		return f
	}
	f, err := textstyle.LoadFonts(style, language, styles.FS.ReadFile)
	if err != nil {
		t.Fatal(err)
	}
	loaded.fonts[key] = f
	return f
}

// PagesEqual holds pages against the dump of a name under testdata; see package golden.
func PagesEqual(t *testing.T, name string, pages []*page.Page) {
	t.Helper()
	var b bytes.Buffer
	if err := page.Dump(&b, pages); err != nil {
		t.Fatal(err)
	}
	golden.Equal(t, filepath.Join("testdata", name), b.Bytes())
}

// Styled is a copy of a book in another style.
func Styled(t testing.TB, dir, style string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "book")
	if err := os.CopyFS(filepath.Join(to, "manuscript"), os.DirFS(filepath.Join(dir, "manuscript"))); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, config.File))
	if err == nil {
		err = os.WriteFile(filepath.Join(to, config.File), append(text, "\n[print]\nstyle = \""+style+"\"\n"...), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return to
}
