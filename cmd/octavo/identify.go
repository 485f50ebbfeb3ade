package main

import (
	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/project"
)

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
	root, err := project.OpenBook(nearBook(cmd))
	if err != nil {
		return err
	}
	defer root.Close()
	return ledger.Identify(cmd.Context(), cmd.OutOrStdout(), root, name)
}
