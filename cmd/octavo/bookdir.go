package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// bookDir returns the folder of the book that a command is about: the one that -C names, or else the nearest in which book.toml lies, from
// the current folder upwards. Where that is not the current one, it says so: files are named from there.
func bookDir(cmd *cobra.Command) string {
	dir := nearBook(cmd)
	if flag := namedDir(cmd); dir != flag {
		diag.Fprintf(cmd.ErrOrStderr(), "octavo: the book is in %s, from where its files are named\n", shownDir(dir))
		cmd.Flags().Set("dir", dir) // which says it once
	}
	return dir
}

// openBook opens a book for a command that reads it, and mostly sets it, once.
func openBook(ctx context.Context, dir string, step func(what string), settings ...config.Setting) (*project.Project, error) {
	makeRoom()
	return project.Open(ctx, dir, step, settings...)
}

// nearBook is bookDir without a word, for commands that need no book, and for the shell's completion.
func nearBook(cmd *cobra.Command) string {
	dir := namedDir(cmd)
	if cmd.Flags().Changed("dir") {
		return dir
	}
	return bookAbove(dir)
}

// namedDir returns the folder that -C names, the current one where it names none.
func namedDir(cmd *cobra.Command) string {
	dir, _ := cmd.Flags().GetString("dir") // rootCommand declares it, so it cannot fail
	return dir
}

// bookAbove returns the nearest folder with a book.toml: dir itself or one above it. It returns dir where there is none, and where dir is a
// book's folder for all but book.toml, or empty: then another book above it is not meant.
func bookAbove(dir string) string {
	start, err := filepath.Abs(dir)
	if err != nil || isEmpty(dir) {
		return dir
	}
	if physical, err := filepath.EvalSymlinks(start); err == nil && physical != start && bookUp(start, dir) == "" {
		if up := bookUp(physical, physical); up != "" {
			return up // the shell is in the manuscript by a link
		}
	}
	if up := bookUp(start, dir); up != "" {
		return up
	}
	return dir
}

// bookUp returns the nearest folder with a book.toml, start or one above it, or "" as bookAbove says. Dir is another name of start, and
// comes before what is returned.
func bookUp(start, dir string) string {
	for at, up := start, dir; ; {
		if isFile(filepath.Join(at, "book.toml")) {
			return up
		}
		if info, err := os.Stat(filepath.Join(at, "manuscript")); err == nil && info.IsDir() {
			return ""
		}
		above := filepath.Dir(at)
		if above == at {
			return ""
		}
		at, up = above, filepath.Join(up, "..")
	}
}

// isEmpty reports whether there is nothing in a folder, or no such folder.
func isEmpty(dir string) bool {
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return true
	}
	defer root.Close()
	entries, err := readfile.List(root, ".")
	return err != nil || len(entries) == 0
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// shownDir returns a folder as a message names it: in full, for "../.." says little.
func shownDir(dir string) string {
	if full, err := filepath.Abs(dir); err == nil {
		return full
	}
	return dir
}
