package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/newbook"
)

// guide is what octavo does for an author who has opened the program with the mouse, in a window that closes when it ends: it asks which
// book is meant, begins one if there is none, and serves it.
func guide(cmd *cobra.Command, q questions, serve func(dir string) error) error {
	err := q.guide(cmd, serve)
	if errors.Is(err, errEnded) {
		return nil
	}
	if err != nil && cmd.Context().Err() == nil {
		if err := q.say("\noctavo: %v\n", err); err != nil {
			return err
		}
		q.ask("Press Enter to close this window. ") // how that ends is all the same
		return errFound
	}
	return err
}

func (q questions) guide(cmd *cobra.Command, serve func(dir string) error) error {
	err := q.say("octavo makes a book out of plain text. It works in a terminal, too: octavo --help lists what it can do.\n\n")
	if err != nil {
		return err
	}
	for {
		line, err := q.ask("Drag the folder of your book into this window and press Enter; or press Enter to begin a new book. ")
		if err != nil {
			return err
		}
		dir := unquoted(line)
		if dir == "" {
			return q.guideNew(cmd, serve)
		}
		if isFile(filepath.Join(dir, "book.toml")) {
			return serve(dir)
		}
		if err := q.say("there is no book.toml in %s, so that it is not the folder of a book\n", dir); err != nil {
			return err
		}
	}
}

// guideNew begins a book, and serves it.
func (q questions) guideNew(cmd *cobra.Command, serve func(dir string) error) error {
	o := newbook.Options{}
	dir, err := askForBook(q, &o, documents(), func(string) bool { return false })
	if err != nil {
		return err
	}
	if err := writeNew(cmd, dir, o); err != nil {
		return err
	}
	if err := q.say("\nthe book is in %s; close this window when you have done enough for today\n\n", dir); err != nil {
		return err
	}
	return serve(dir)
}

// documents returns the folder where an author's documents are, that of the program if there is none.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	for _, dir := range []string{filepath.Join(home, "Documents"), home} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return "."
}
