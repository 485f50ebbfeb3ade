package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/newbook"
)

func newCommand() *cobra.Command {
	var title, author string
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Start a book from a small one that builds",
		Long: `Write a small book into DIR: a commented book.toml, a preface and two chapters. It
builds as it is, and its text explains how to write a manuscript. Replace it with
yours.

DIR is created if it does not exist. A folder that is not empty is refused.`,
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
				title = newbook.Title(dir)
			}
			if err := newbook.Write(cmd.Context(), dir, title, author, time.Now()); err != nil {
				return err
			}
			_, err := diag.Fprintf(cmd.OutOrStdout(), nextSteps, dir, callName(), shellWord(dir),
				filepath.Join(dir, "build"), filepath.Join(dir, "book.toml"), filepath.Join(dir, "manuscript"))
			return err
		},
	}
	cmd.Flags().StringVar(&title, "title", "", "the book's `title` (default: from the folder's name)")
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
