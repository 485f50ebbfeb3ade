package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/newbook"
)

// TestAskForBook answers the questions of octavo new: with nothing, with names of languages, with what is not to be had.
func TestAskForBook(t *testing.T) {
	t.Setenv("LC_ALL", "de_AT.UTF-8")
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"full/notes.txt": "mine"})
	for _, c := range []struct {
		typed, folder string
		want          newbook.Options
		said          string
	}{
		{"\n\n\n\n\n", "a-book", newbook.Options{Title: "A Book", Language: "de-AT", Style: "classic"}, "[de-AT]"},
		{"Über Glocken\nAda\nfrançais\nmodren\nmodern\n\n", "uber-glocken", newbook.Options{Title: "Über Glocken", Author: "Ada", Language: "fr", Style: "modern"}, `"modren" is none of them`},
		{"كتاب\n\nklingon\nArabic\n\nfull\n'x y'\n", "x y", newbook.Options{Title: "كتاب", Language: "ar", Style: "classic"}, "holds notes.txt"},
	} {
		var out bytes.Buffer
		var got newbook.Options
		folder, err := askForBook(newQuestions(t.Context(), strings.NewReader(c.typed), &out), &got, dir, func(string) bool { return false })
		if err != nil || got != c.want || folder != filepath.Join(dir, c.folder) || !strings.Contains(out.String(), c.said) {
			t.Errorf("%q: %+v in %s, %v; it said\n%s", c.typed, got, folder, err, out.String())
		}
	}
	_, err := askForBook(newQuestions(t.Context(), strings.NewReader("Title\n"), &bytes.Buffer{}), &newbook.Options{}, dir, func(string) bool { return false })
	if !errors.Is(err, errEnded) {
		t.Errorf("the end of the input: %v", err)
	}
}

// TestGuide begins a book for one who opens the program with the mouse, and finds one that is dragged into the window.
func TestGuide(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	cmd := &cobra.Command{}
	cmd.SetContext(t.Context())
	for _, c := range []struct{ typed, served, said string }{
		{"\nOn Bells\nAda\nsv\n\n\n", filepath.Join(home, "on-bells"), "the words to replace are in English"},
		{home + "\n\"" + filepath.Join(home, "on-bells") + "\"\n", filepath.Join(home, "on-bells"), "there is no book.toml in " + home},
	} {
		var out bytes.Buffer
		cmd.SetOut(&out)
		var served string
		err := guide(cmd, newQuestions(t.Context(), strings.NewReader(c.typed), &out), func(dir string) error { served = dir; return nil })
		if err != nil || served != c.served || !strings.Contains(out.String(), c.said) {
			t.Errorf("%q: served %q, %v; it said\n%s", c.typed, served, err, out.String())
		}
	}
	text, err := os.ReadFile(filepath.Join(home, "on-bells", "book.toml"))
	if err != nil || !strings.Contains(string(text), `language = "sv"`) {
		t.Errorf("%v\n%s", err, text)
	}
}

// TestNewBookInEveryLanguage begins a book in every language of the table, in its own words or in English ones, and in a style.
func TestNewBookInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, tag := range lang.Tags() {
		dir := filepath.Join(t.TempDir(), "b")
		if err := newbook.Write(t.Context(), dir, newbook.Options{Title: "T", Language: tag, Style: "large", Bare: true}); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(dir, "book.toml"))
		if err != nil || !strings.Contains(string(text), "language = \""+tag+"\"") || !strings.Contains(string(text), "\n[print]\nstyle = \"large\"") {
			t.Errorf("%s: %v\n%s", tag, err, text)
		}
	}
}

// TestBookBehindLink finds the book of a manuscript that the shell reached by a link.
func TestBookBehindLink(t *testing.T) {
	t.Parallel()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	writeFiles(t, dir, map[string]string{"book/book.toml": "", "book/manuscript/01.md": "x"})
	link := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "book", "manuscript"), link); err != nil {
		t.Skip(err)
	}
	if got := bookAbove(link); got != filepath.Join(dir, "book") {
		t.Errorf("the book is in %s", got)
	}
}
