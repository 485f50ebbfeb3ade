package main

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

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/readfile"
)

// newBook is the book that "octavo new" writes. In book.toml {{title}} and the like stand for TOML values.
//
//go:embed newbook
var newBook embed.FS

func newCommand() *cobra.Command {
	var title, author string
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Start a book: a small one that builds, to be replaced with yours",
		Long: `new writes a small book into the folder DIR: a book.toml with comments, a preface
and two chapters. It builds as it is, and its words explain how a manuscript is
written.

If there is no such folder it is made; one with anything in it is left alone.`,
		Example: `  octavo new my-book
  octavo new my-book --title "My Book" --author "Ada Quill"
  octavo build -C my-book`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef(cmd, "new takes one folder, but was given %d; for example: octavo new my-book", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			if !filepath.IsAbs(dir) {
				dir = filepath.Join(bookDir(cmd), dir)
			}
			if title == "" {
				title = titleOf(dir)
			}
			if err := writeNewBook(cmd.Context(), dir, title, author, time.Now()); err != nil {
				return err
			}
			_, err := diag.Fprintf(cmd.OutOrStdout(), nextSteps, dir, callName(), shellWord(dir),
				filepath.Join(dir, "build"), filepath.Join(dir, "book.toml"), filepath.Join(dir, "manuscript"))
			return err
		},
	}
	cmd.Flags().StringVar(&title, "title", "", "the book's `title` (default: made from the folder's name)")
	cmd.Flags().StringVar(&author, "author", "Your Name", "the author's `name`")
	return cmd
}

// nextSteps is what new says in the end.
const nextSteps = `a book stands in %s; make it with

  %s build -C %s

and look into %s; then change it piece by piece, and make it again:
title and author are in %s, the words in %s
`

// callName is how to call octavo again from the same folder.
func callName() string {
	if name := os.Args[0]; strings.ContainsRune(name, filepath.Separator) {
		return shellWord(name)
	}
	return "octavo"
}

// shellWord quotes what a shell would not take as one word.
func shellWord(s string) string {
	special := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`/\._-+:`, r)
	}
	if strings.ContainsFunc(s, special) {
		return `"` + s + `"`
	}
	return s
}

// titleOf makes a title of a folder's name: "my-book" becomes "My Book".
func titleOf(dir string) string {
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

// writeNewBook writes the new book, or nothing.
func writeNewBook(ctx context.Context, dir, title, author string, today time.Time) error {
	if err := mustBeEmpty(dir); err != nil {
		return err
	}
	date := today.Format(time.DateOnly)
	fill := strings.NewReplacer(
		"{{title}}", tomlString(title), "{{author}}", tomlString(author), "{{date}}", date,
		"{{rights}}", tomlString(fmt.Sprintf("© %s %s", date[:4], author)))
	d, err := outdir.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer d.Discard()
	err = fs.WalkDir(newBook, "newbook", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := newBook.ReadFile(name)
		if err != nil {
			return err
		}
		to := strings.TrimPrefix(name, "newbook/")
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

// tomlString is a basic string of TOML 1.0: as in Go, but without its \x and \a escapes.
func tomlString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
