// Package newbook holds the small book that an author begins with: it builds as it is, and its words explain how a manuscript is
// written. [Write] lays it out in a folder.
package newbook

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/tomltext"
)

// book is the book as it is written. In book.toml {{title}} and the like stand for TOML values.
//
//go:embed book
var book embed.FS

// Title makes a title of a folder's name: "my-book" becomes "My Book".
func Title(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	words := strings.FieldsFunc(filepath.Base(dir), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range words {
		first, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToTitle(first)) + w[n:]
	}
	if len(words) == 0 {
		return "A Book"
	}
	return strings.Join(words, " ")
}

// Write writes the book into a folder, which it makes if need be, or writes nothing: a folder that holds anything is refused.
func Write(ctx context.Context, dir, title, author string, today time.Time) error {
	if err := mustBeEmpty(dir); err != nil {
		return err
	}
	date := today.Format(time.DateOnly)
	fill := strings.NewReplacer(
		"{{title}}", tomltext.Quote(title), "{{author}}", tomltext.Quote(author), "{{date}}", date,
		"{{rights}}", tomltext.Quote(fmt.Sprintf("© %s %s", date[:4], author)))
	d, err := outdir.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer d.Discard()
	err = fs.WalkDir(book, "book", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := book.ReadFile(name)
		if err != nil {
			return err
		}
		to := strings.TrimPrefix(name, "book/")
		switch to {
		case "book.toml":
			text = []byte(fill.Replace(string(text)))
		case "gitignore": // embedding leaves out names with a dot
			to = ".gitignore"
		}
		return d.Add(to, text)
	})
	if err != nil {
		return err
	}
	return d.Commit(ctx)
}

// mustBeEmpty refuses a folder in which something could be overwritten; a fresh repository has nothing but .git.
func mustBeEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot make a book in %s: %w", dir, readfile.Reason(err))
	}
	for _, e := range entries {
		if e.Name() != ".git" {
			return fmt.Errorf("%s is not empty: it holds %s; name a new folder", dir, e.Name())
		}
	}
	return nil
}
