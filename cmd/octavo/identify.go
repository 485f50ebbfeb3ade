package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// maxIdentified is how much of a file, or of a file in a package, is looked at.
const maxIdentified = 1 << 28

func identifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "identify FILE",
		Short: "Find out whose review copy a file is, or text copied from one",
		Long: `Find the id of a review copy in a file, and look it up in build/review/ledger.json.

The id is in the metadata of a PDF, an EPUB or a Word file, and in invisible
characters in its text. Text that was copied out of a review copy and saved as a
file has these characters too.`,
		Example: `  octavo review identify found.pdf
  octavo review identify pasted.txt`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef(cmd, "name one file")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return identify(cmd, args[0])
		},
	}
}

// identify prints whose copies a file is, by the ids in it.
func identify(cmd *cobra.Command, name string) error {
	data, err := readfile.Named(name, maxIdentified)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", name, readfile.Reason(err))
	}
	root, err := project.OpenBook(bookDir(cmd))
	if err != nil {
		return err
	}
	defer root.Close()
	if err := project.SettleOutputs(cmd.Context(), root); err != nil {
		return err
	}
	l, err := ledger.Read(root)
	if err != nil {
		return err
	}
	ids, err := ledger.CopyIDs(cmd.Context(), data, l)
	if err != nil {
		return unreadable(name, err, "ask for the file again, or copy text out of it and save that")
	}
	if len(ids) == 0 {
		return fmt.Errorf("%s has no mark of a review copy", name)
	}
	for _, id := range ids {
		c := l.Find(id)
		if c == nil {
			diag.Fprintf(cmd.OutOrStdout(), "%s: a review copy that the ledger of this book does not know\n", id)
			continue
		}
		diag.Fprintf(cmd.OutOrStdout(), "%s: copy %d, for %s; manuscript %s, %s\n", id, c.Number, c.Owner(), c.Revision, c.Date)
	}
	return nil
}
