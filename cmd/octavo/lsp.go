package main

import (
	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/lsp"
	"octavo/cmd/octavo/internal/project"
)

func lspCommand() *cobra.Command {
	var typography bool
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Help your editor: problems, completion and links while you write",
		Long: `lsp speaks the Language Server Protocol over standard input and output. Your editor
starts it; you do not. The README says how, for VS Code, Neovim and Helix
("In your editor").

While you write, the editor then underlines what octavo check would report, and
mends what octavo check --fix would mend. It completes the ids of entries, themes,
keys and pictures, shows on which page and card an entry is printed, follows links,
and renames an id wherever the book names it.

It finds the book of a file by the book.toml in one of the folders around it, and
writes no file itself.`,
		Example: `  octavo lsp                 for editors
  octavo lsp --typography    with what a proofreader would mark in the set pages`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return lsp.Serve(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout(),
				lsp.Options{Version: project.Version(), Log: cmd.ErrOrStderr(), Typography: typography})
		},
	}
	cmd.Flags().BoolVar(&typography, "typography", false, "report ladders, rivers and the like of the set pages too")
	cmd.Flags().Bool("stdio", true, "")
	cmd.Flags().MarkHidden("stdio") // some editors say how they speak with a server
	return cmd
}
