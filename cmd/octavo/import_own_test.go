package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/project"
)

// wordsOfBook counts the words of a book's chapters.
func wordsOfBook(t *testing.T, dir string) map[string]int {
	t.Helper()
	p, err := project.Open(t.Context(), dir, project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if p.Found.HasErrors() {
		t.Fatalf("%s: %v", dir, p.Found.Err())
	}
	words := map[string]int{}
	for _, c := range p.Book.Chapters() {
		c.Walk(func(b book.Block) {
			book.Runs(b, func(text []book.Inline) {
				for _, w := range strings.FieldsFunc(book.PlainText(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
					words[strings.ToLower(w)]++
				}
			})
		}, nil)
	}
	return words
}

// TestImportOwnEPUB imports the EPUB of the book here, whose words must all arrive, in a book without errors.
func TestImportOwnEPUB(t *testing.T) {
	slow(t)
	dir := t.TempDir()
	for _, name := range []string{"book.toml", "manuscript"} {
		from, err := filepath.Abs(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		if name == "manuscript" {
			err = os.CopyFS(filepath.Join(dir, name), os.DirFS(from))
		} else {
			var text []byte
			if text, err = os.ReadFile(from); err == nil {
				err = os.WriteFile(filepath.Join(dir, name), text, 0o666)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if out, errs, err := octavo(t, nil, "build", "-C", dir, "--only", "epub"); err != nil {
		t.Fatalf("%v\n%s%s", err, out, errs)
	}
	again := filepath.Join(t.TempDir(), "again")
	if out, errs, err := octavo(t, nil, "import", filepath.Join(dir, "build", "write-this-down.epub"), "-o", again); err != nil {
		t.Fatalf("%v\n%s%s", err, out, errs)
	}
	got := wordsOfBook(t, again)
	for w, n := range wordsOfBook(t, dir) {
		if got[w] < n {
			t.Errorf("%q %d times, want %d", w, got[w], n)
		}
	}
}
