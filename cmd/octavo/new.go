package main

import (
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

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
			return newbook.PrintNextSteps(cmd.OutOrStdout(), dir, os.Args[0])
		},
	}
	cmd.Flags().StringVar(&title, "title", "", "the book's `title` (default: from the folder's name)")
	cmd.Flags().StringVar(&author, "author", "Your Name", "the author's `name`")
	return cmd
}
