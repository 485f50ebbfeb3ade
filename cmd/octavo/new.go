package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/newbook"
)

func newCommand() *cobra.Command {
	var o newbook.Options
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Start a book from a small one that builds",
		Long: `Write a small book into DIR: a commented book.toml, a preface and two chapters. It
builds as it is, and its text explains how to write a manuscript. Replace it with
yours. Beside it lie a README.md and a Makefile, and files for git and for editors,
with the schema of book.toml; --bare leaves these out.

With --language the book and its text are in another language than English, one of
` + strings.Join(newbook.Languages(), ", ") + ` or a form of it such as de-AT.

DIR is created if it does not exist. A fresh repository will do, and nothing in it is
written over; a folder that holds other things is refused.`,
		Example: `  octavo new my-book
  octavo new my-book --title "My Book" --author "Ada Quill"
  octavo new mein-buch --language de
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
				dir = filepath.Join(namedDir(cmd), dir)
			}
			if _, known := lang.Find(o.Language); !known {
				return usagef(cmd, "--language %s: octavo has no words of that language; it has %s", o.Language, strings.Join(lang.Tags(), ", "))
			}
			o.Date = time.Now()
			if err := newbook.Write(cmd.Context(), dir, o); err != nil {
				return err
			}
			return newbook.PrintNextSteps(cmd.OutOrStdout(), dir, os.Args[0])
		},
	}
	cmd.Flags().StringVar(&o.Title, "title", "", "the book's `title` (default: from the folder's name)")
	cmd.Flags().StringVar(&o.Author, "author", "", "the author's `name` (default: words to replace)")
	cmd.Flags().StringVar(&o.Language, "language", "en-US", "the `tag` of the language that the book is written in")
	cmd.Flags().BoolVar(&o.Bare, "bare", false, "write book.toml and the manuscript alone")
	return cmd
}
