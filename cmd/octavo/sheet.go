package main

import (
	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/production"
)

func sheetCommand() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "sheet",
		Short: "Make a one-page sheet for booksellers and reviewers",
		Long: `Make a sheet that tells of the book on one page, as a PDF and as a file for browsers
with its pictures inside: build/my-book-sheet.pdf and .html.

It has the book's front, its data, what it is about, who wrote it, a maxim, two pages
drawn small, and where it is to be had. All of that is in book.toml already: [book],
the blurb and the bio of [cover], price, publication and contact of [review]; [sheet]
chooses the maxim and the pages, and says where to order. What is missing is a
warning. If there is more than a page of it, it is set smaller, and then the pages of
the book, the maxim and the bio are left out, with a warning.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return makeSheet(cmd, folder) },
	}
	cmd.Flags().StringVarP(&folder, "output", "o", "", "the `folder` to write into (default build)")
	return cmd
}

// makeSheet makes the sheet of the book.
func makeSheet(cmd *cobra.Command, folder string) error {
	bar := newProgress(cmd.ErrOrStderr(), 3)
	defer bar.done()
	p, err := openBook(cmd.Context(), bookDir(cmd), bar.step)
	if err != nil {
		return err
	}
	defer p.Close()
	bar.step("setting")
	made, where, err := production.Sheet(cmd.Context(), p, folder)
	bar.done()
	if err != nil {
		return err
	}
	if len(made) == 0 {
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	if err := printFound(cmd.ErrOrStderr(), p.Found.With("sheet-"), allMessages(cmd)); err != nil {
		return err
	}
	for _, m := range made {
		if err := m.Print(cmd.OutOrStdout(), where); err != nil {
			return err
		}
	}
	return nil
}
