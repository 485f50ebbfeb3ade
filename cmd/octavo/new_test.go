package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/newbook"
)

// What the new book's book.toml offers in notes holds when an author takes the marks away.
func TestNewBookOffersWhatHolds(t *testing.T) {
	slow(t)
	dir := t.TempDir()
	if err := newbook.Write(t.Context(), dir, "A Book", "An Author", time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	offered := regexp.MustCompile(`(?m)^# (\[|[a-z_-]+ = )`)
	if n := len(offered.FindAll(text, -1)); n < 5 {
		t.Errorf("it offers %d lines, the test expects more", n)
	}
	if err := os.WriteFile(path, offered.ReplaceAll(text, []byte("$1")), 0o666); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, dir)
	for _, name := range []string{"a-book.pdf", "a-book-kdp.pdf", "a-book.epub", "a-book-cards.pdf"} {
		mustExist(t, dir, filepath.Join("build", name))
	}
}
