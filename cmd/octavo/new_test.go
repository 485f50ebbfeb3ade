package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/newbook"
)

// What each new book's book.toml offers in notes holds when an author takes the marks away.
func TestNewBookOffersWhatHolds(t *testing.T) {
	slow(t)
	for _, tag := range newbook.Languages() {
		t.Run(tag, func(t *testing.T) { offersWhatHolds(t, tag) })
	}
}

func offersWhatHolds(t *testing.T, tag string) {
	dir := t.TempDir()
	o := newbook.Options{Title: "A Book", Author: "An Author", Language: tag, Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}
	if err := newbook.Write(t.Context(), dir, o); err != nil {
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

// Each new book builds as it is, without a warning, in its own language.
func TestNewBookBuildsAsItIs(t *testing.T) {
	slow(t)
	for _, tag := range newbook.Languages() {
		t.Run(tag, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "livro-1")
			if _, _, err := octavo(t, nil, "new", dir, "--language", tag); err != nil {
				t.Fatal(err)
			}
			out, errs, err := octavo(t, nil, "check", "-C", dir)
			if err != nil || strings.Contains(out+errs, "warning") {
				t.Fatalf("%v\n%s%s", err, out, errs)
			}
			mustBuild(t, dir)
			mustExist(t, dir, filepath.Join("build", "livro-1.pdf"))
			text, err := os.ReadFile(filepath.Join(dir, "book.toml"))
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(text), "language = \""+tag+"\"\n") || strings.Contains(string(text), "{{") {
				t.Errorf("book.toml is\n%s", text)
			}
		})
	}
}

func TestNewInNoKnownLanguage(t *testing.T) {
	for _, tag := range []string{"xx", "x", "english"} {
		dir := filepath.Join(t.TempDir(), "b")
		_, errs, err := octavo(t, nil, "new", dir, "--language", tag)
		if err == nil || !strings.Contains(errs+err.Error(), "it has en") {
			t.Errorf("%s: %v %s", tag, err, errs)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s: a folder was made", tag)
		}
	}
	err := newbook.Write(t.Context(), filepath.Join(t.TempDir(), "b"), newbook.Options{Language: "tlh"})
	if err == nil || !strings.Contains(err.Error(), "name one of") || !strings.Contains(err.Error(), "en") {
		t.Error(err)
	}
}

// A new book in German has no ß where it is written for Switzerland or Liechtenstein, but in the words of the author.
func TestNewBookInSwitzerland(t *testing.T) {
	for _, tag := range []string{"de-CH", "de-LI", "de"} {
		dir := filepath.Join(t.TempDir(), "b")
		if err := newbook.Write(t.Context(), dir, newbook.Options{Title: "Maß", Language: tag, Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}); err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, name := range []string{"book.toml", "manuscript/vorwort.md"} {
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			all.Write(text)
		}
		if n := strings.Count(all.String(), "ß"); !strings.Contains(all.String(), `"Maß"`) || (n > 1) != (tag == "de") {
			t.Errorf("%s: %d letters ß in\n%s", tag, n, all.String())
		}
		if out, errs, err := octavo(t, nil, "check", "-C", dir); err != nil || strings.Contains(out+errs, "warning") {
			t.Errorf("%v\n%s%s", err, out, errs)
		}
	}
}
