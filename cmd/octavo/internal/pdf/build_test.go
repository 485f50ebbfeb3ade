package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

const pt = page.Pt

var fontCache sync.Map

// loadFont reads a font of the house styles.
func loadFont(t testing.TB, name string) *typeset.Face {
	t.Helper()
	if f, ok := fontCache.Load(name); ok {
		return f.(*typeset.Face)
	}
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "styles", "fonts", name+".ttf"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := typeset.LoadFace(name, data)
	if err != nil {
		t.Fatal(err)
	}
	fontCache.Store(name, f)
	return f
}

func regular(t testing.TB) *typeset.Face { return loadFont(t, "EBGaramond-Regular") }

// run shapes text and scales it to a size.
func run(f *typeset.Face, x, y, size page.Length, text string, features font.Features) *page.Text {
	shaped := f.Shape(text, features)
	out := &page.Text{X: x, Y: y, Font: f.Font, Size: size, Color: page.Black, Text: text,
		Glyphs: make([]page.Glyph, len(shaped.Glyphs))}
	scale := func(v int32) int32 { return int32(roundDiv(int64(v)*int64(size), int64(f.Upem))) }
	for i, g := range shaped.Glyphs {
		out.Glyphs[i] = page.Glyph{ID: g.ID, At: g.At, Advance: scale(g.Advance), DX: scale(g.DX), DY: scale(g.DY)}
	}
	return out
}

func width(t *page.Text) (w page.Length) {
	for _, g := range t.Glyphs {
		w += page.Length(g.Advance)
	}
	return w
}

func pageOf(items ...page.Item) *page.Page {
	return &page.Page{Width: 396 * pt, Height: 612 * pt, Items: items}
}

func document(pages ...*page.Page) *page.Document {
	return &page.Document{Title: "Write This Down", Author: "The Author", Lang: "en-US", Pages: pages,
		Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}
}

func write(t testing.TB, doc *page.Document) []byte {
	t.Helper()
	return writeAs(t, doc, Plain)
}

func writeAs(t testing.TB, doc *page.Document, profile Profile) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, doc, profile); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs a program on the file and gives its output. A missing program skips the test, but fails it under CI=true.
func tool(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing: install poppler-utils and qpdf", name)
		}
		t.Skipf("%s is missing", name)
	}
	path := filepath.Join(t.TempDir(), "test.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// extract returns the text that pdftotext finds.
func extract(t *testing.T, file []byte, args ...string) string {
	t.Helper()
	return tool(t, file, "pdftotext", append(args, "-enc", "UTF-8", "FILE", "-")...)
}
