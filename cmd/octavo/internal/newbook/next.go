package newbook

import (
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/diag"
)

// PrintNextSteps prints what an author can do with the new book in a folder. Program is how octavo was called.
func PrintNextSteps(w io.Writer, dir, program string) error {
	_, err := diag.Fprintf(w, nextSteps, dir, callName(program), shellWord(dir),
		filepath.Join(dir, "build"), filepath.Join(dir, "book.toml"), filepath.Join(dir, "manuscript"))
	return err
}

// PrintImported prints what an author can do with a book that was made of a manuscript from elsewhere. If it has errors, they come
// before anything else.
func PrintImported(w io.Writer, dir, program string, hasErrors bool) error {
	command := "build"
	if hasErrors {
		command = "check"
	}
	_, err := diag.Fprintf(w, "next: %s %s -C %s\n", callName(program), command, shellWord(dir))
	return err
}

// nextSteps is what PrintNextSteps prints.
const nextSteps = `a book stands in %s; make it with

  %s build -C %s

and look into %s; then change it piece by piece, and make it again:
title and author are in %s, the words in %s
`

// callName is how to call octavo again from the same folder.
func callName(program string) string {
	if strings.ContainsRune(program, filepath.Separator) {
		return shellWord(program)
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
