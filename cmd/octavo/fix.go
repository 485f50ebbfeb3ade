package main

import (
	"context"
	"io"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/mend"
)

// fixBook mends what can be mended in a book, and says what it was; or it prints the changes on stdout and makes none.
func fixBook(ctx context.Context, dir string, o checkOptions, stdout, stderr io.Writer) error {
	bar := newProgress(stderr, 1)
	defer bar.done()
	bar.step("mending")
	r, err := mend.Book(ctx, dir)
	if err != nil {
		return err
	}
	bar.done()
	if o.dryRun {
		if len(r.Changes) == 0 {
			_, err = diag.Fprintf(stderr, "nothing to mend\n")
			return err
		}
		_, err = diag.Fprintf(stdout, "%s", r.Diff())
		return err
	}
	if err := r.Write(ctx, dir); err != nil {
		return err
	}
	for _, m := range r.Mended {
		if _, err := diag.Fprintf(stderr, "mended %s: %s [%s]\n", m.At, m.Message, m.Code); err != nil {
			return err
		}
	}
	if n := len(r.Mended); n > 0 {
		_, err = diag.Fprintf(stderr, "mended %s in %s\n", diag.Count(n, "fault"), diag.Count(len(r.Changes), "file"))
	}
	return err
}
