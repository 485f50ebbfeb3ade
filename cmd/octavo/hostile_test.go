package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/picture"
)

// TestHarmlessLines gives names that would change how a terminal shows what follows to the commands that print them.
func TestHarmlessLines(t *testing.T) {
	evil := "x\x1b[31m\u202Ey\x9b"
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "build", "review"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, evil+".pdf"), []byte("no PDF"), 0o666); err != nil {
		t.Skip(err) // a file system that has no such names
	}
	for _, args := range [][]string{
		{"build", "-C", filepath.Join(dir, evil)},
		{"check", "-C", filepath.Join(dir, evil)},
		{"review", "identify", "-C", dir, filepath.Join(dir, evil+".pdf")},
		{"preflight", filepath.Join(dir, evil+".pdf")},
		{"preflight", filepath.Join(dir, evil)},
		{"feedback", "-C", dir, filepath.Join(dir, evil+".pdf")},
		{"where", "-C", filepath.Join(dir, evil), "1"},
		{"new", filepath.Join(dir, evil+"-book")},
	} {
		var out bytes.Buffer
		run(args, &out, &out)
		if out.Len() == 0 || strings.ContainsAny(out.String(), "\x1b\u202E\u009b") {
			t.Errorf("%q prints %q", args, out.String())
		}
	}
}

// TestFailuresHavePlaces breaks what only the writers of files find: a picture, a font, the book's own colour profile.
func TestFailuresHavePlaces(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var dot bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 900, 900))); err != nil {
		t.Fatal(err)
	}
	write("book.toml", "[book]\ntitle = \"T\"\nauthors = [\"A\"]\ndate = 2026-01-01\n\n[print]\nprofile = \"x4\"\n\n[epub]\ncover = \"p.png\"\n")
	write("manuscript/a.md", "# A\n\nText.\n\n![x](q.png)\n")
	write("manuscript/p.png", dot.String())
	write("manuscript/q.png", dot.String())
	write("styles/icc/sRGB2014.icc", "junk")
	var out bytes.Buffer
	const profile = "book.toml:7:11: error: cannot use the ICC profile of RGB pictures: not an ICC profile [file-unreadable]"
	if code := run([]string{"build", "-C", dir, "--only", "pdf"}, &out, &out); code != 1 || !strings.Contains(out.String(), profile) {
		t.Errorf("exit %d, %s", code, out.String())
	}
	p, err := openProject(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	for want, err := range map[string]error{
		"manuscript/a.md:5:1": &picture.NamedError{Name: "q.png", Err: errors.New("broken")},
		"book.toml:10:9":      &picture.NamedError{Name: epub.CoverName, Err: &picture.TooLargeError{Width: 9, Height: 9}},
		"book.toml:6:2":       &pdf.FontError{Name: "f.ttf", Err: errors.New("broken")},
	} {
		found, ok := p.placed(fmt.Errorf("cannot make it: %w", err))
		if !ok || len(found[0].Notes) == 0 || !strings.HasPrefix(found[0].Pos.String(), want) {
			t.Errorf("%v: %v, not at %s", err, found, want)
		}
	}
	if found, ok := p.placed(errors.New("disk full")); ok {
		t.Errorf("a full disk is told of the book: %v", found)
	}
}
