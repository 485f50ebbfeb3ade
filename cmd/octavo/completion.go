package main

import (
	"slices"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/project"
	"octavo/styles"
)

// complete offers a flag's values to the shell.
func complete(cmd *cobra.Command, flag string, values ...string) {
	cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// completeBook offers values that the book knows.
func completeBook(cmd *cobra.Command, flag string, values func(*project.Project) []string) {
	cmd.RegisterFlagCompletionFunc(flag, ofBook(values))
}

// ofBook completes with values that the book knows.
func ofBook(values func(*project.Project) []string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		p, err := project.Open(cmd.Context(), nearBook(cmd), project.Silent)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		defer p.Close()
		if p.Book == nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return values(p), cobra.ShellCompDirectiveNoFileComp
	}
}

// completeTable offers values that the table of cards knows.
func completeTable(cmd *cobra.Command, flag string, values func(*config.Cards) []string) {
	withStyles(cmd, flag, func(s *project.Styles) []string {
		table, _ := config.LoadCards(s)
		return values(table)
	})
}

// completePapers offers the papers of all printers.
func completePapers(cmd *cobra.Command) {
	withStyles(cmd, "paper", func(s *project.Styles) (ids []string) {
		printers, _ := config.LoadPrinters(s)
		if printers == nil {
			return nil
		}
		for _, p := range printers.All {
			for _, cover := range p.Covers {
				for _, paper := range cover.Papers {
					ids = append(ids, paper.ID)
				}
			}
		}
		slices.Sort(ids)
		return slices.Compact(ids)
	})
}

// completePrinters offers the printers that are calibrated.
func completePrinters(cmd *cobra.Command) {
	withStyles(cmd, "printer", func(s *project.Styles) []string {
		all, _ := config.LoadCalibrations(s)
		return all.IDs()
	})
}

func withStyles(cmd *cobra.Command, flag string, values func(*project.Styles) []string) {
	cmd.RegisterFlagCompletionFunc(flag, func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		root, err := project.OpenBook(nearBook(cmd))
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		defer root.Close()
		return values(project.OpenStyles(root, styles.FS)), cobra.ShellCompDirectiveNoFileComp
	})
}
