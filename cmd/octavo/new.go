package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/newbook"
	"octavo/styles"
)

func newCommand() *cobra.Command {
	var o newbook.Options
	cmd := &cobra.Command{
		Use:   "new [DIR]",
		Short: "Start a book from a small one that builds",
		Long: `Write a small book into DIR: a commented book.toml, a preface and two chapters. It
builds as it is, and its text explains how to write a manuscript. Replace it with
yours. Beside it lie a README.md and a Makefile, and files for git and for editors,
with the schema of book.toml; --bare leaves these out.

With --language the book and its text are in another language than English, one of
` + strings.Join(newbook.Languages(), ", ") + ` or a form of it such as de-AT.
In the other languages that octavo knows, the text to replace is in English, and what
octavo prints itself is in that language: octavo explain languages lists them.

Without DIR it asks for title, author, language, style and folder.

DIR is created if it does not exist. A fresh repository will do, and nothing in it is
written over; a folder that holds other things is refused.`,
		Example: `  octavo new my-book
  octavo new                    answer a few questions instead
  octavo new my-book --title "My Book" --author "Ada Quill"
  octavo new mein-buch --language de
  octavo build -C my-book`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef(cmd, "new takes one folder, but was given %d; for example: octavo new my-book", len(args))
			}
			if len(args) == 0 && !isKeyboard(cmd.InOrStdin()) {
				return usagef(cmd, "new takes one folder, but was given none; for example: octavo new my-book")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, known := lang.Find(o.Language); !known {
				return usagef(cmd, "--language %s: octavo has no words of that language; it has %s", o.Language, strings.Join(lang.Tags(), ", "))
			}
			if names := config.StyleNames(nil, styles.FS); o.Style != "" && !slices.Contains(names, o.Style) {
				return usagef(cmd, "--style %s: there is no such style; octavo has %s", o.Style, strings.Join(names, ", "))
			}
			var dir string
			if len(args) == 1 {
				if dir = args[0]; !filepath.IsAbs(dir) {
					dir = filepath.Join(namedDir(cmd), dir)
				}
			} else {
				q := newQuestions(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout())
				var err error
				if dir, err = askForBook(q, &o, namedDir(cmd), cmd.Flags().Changed); errors.Is(err, errEnded) {
					return q.say("\n")
				} else if err != nil {
					return err
				}
			}
			if err := writeNew(cmd, dir, o); err != nil {
				return err
			}
			return newbook.PrintNextSteps(cmd.OutOrStdout(), dir, os.Args[0])
		},
	}
	cmd.Flags().StringVar(&o.Title, "title", "", "the book's `title` (default: from the folder's name)")
	cmd.Flags().StringVar(&o.Author, "author", "", "the author's `name` (default: words to replace)")
	cmd.Flags().StringVar(&o.Language, "language", "en-US", "the `tag` of the language that the book is written in")
	cmd.Flags().StringVar(&o.Style, "style", "", "the `style` of its pages: "+strings.Join(config.StyleNames(nil, styles.FS), ", ")+" (default classic)")
	complete(cmd, "language", lang.Tags()...)
	complete(cmd, "style", config.StyleNames(nil, styles.FS)...)
	cmd.Flags().BoolVar(&o.Bare, "bare", false, "write book.toml and the manuscript alone")
	return cmd
}

// writeNew writes a small book into a folder, and says so if its words are in another language than the book.
func writeNew(cmd *cobra.Command, dir string, o newbook.Options) error {
	o.Date = config.Now()
	if err := newbook.Write(cmd.Context(), dir, o); err != nil || newbook.Has(o.Language) {
		return err
	}
	l, _ := lang.Find(o.Language)
	name, _ := lang.Names(l.Words)
	_, err := diag.Fprintf(cmd.OutOrStdout(), "octavo has no small book in %s: the words to replace are in English, and what octavo prints itself is in %s\n", name, name)
	return err
}
