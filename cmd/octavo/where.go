package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/project"
)

func whereCommand() *cobra.Command {
	var format, copy string
	cmd := &cobra.Command{
		Use:   "where PLACE...",
		Short: "Find a printed line in the manuscript, or the reverse",
		Long: `Find a printed line in the manuscript, or a line of the manuscript on the page:

  octavo where 42:17               the words on line 17 of page 42
  octavo where iv                  every line of page iv
  octavo where manuscript/02.md:40 the page and line where line 40 is printed
  octavo where patient-service     the same for an entry, chapter or section, by id

Lines are counted from the top of the page. Headings and footnotes count; running
heads and page numbers do not. Answers are about the last build, or with --copy
about a review copy, even if the manuscript has changed since.`,
		Example: `  octavo where 42:17
  octavo where 02-worth.md:40
  octavo where --copy wtd-7f3a91c2 42:17 43:1
  octavo where --format json iv:3`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef(cmd, "where needs a place: page:line, file:line or an id")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := mustBeOneOf(cmd, "format", "format", format, reportFormats); err != nil {
				return err
			}
			return where(cmd, args, format, copy)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the output `format`: text or json")
	cmd.Flags().StringVar(&copy, "copy", "", "use the pages of a review copy, by its `id`")
	complete(cmd, "format", reportFormats...)
	return cmd
}

func where(cmd *cobra.Command, places []string, format, copy string) error {
	p, err := project.Open(cmd.Context(), bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil {
		return refuseFound(cmd, p.Found)
	}
	a := &locate.Pages{Book: p.Book, Language: p.Cfg.Book.Language, Stale: map[string]bool{}}
	if a.Record, err = ledger.PageMap(p, copy); err != nil {
		return err
	}
	a.FindStale()
	answers, whole := a.Answers(cmd.ErrOrStderr(), places)
	if format == "json" {
		err = locate.PrintJSON(cmd.OutOrStdout(), answers)
	} else {
		err = locate.PrintText(cmd.OutOrStdout(), answers)
		if err == nil && a.Warns(answers) {
			fmt.Fprintln(cmd.ErrOrStderr(),
				"octavo: the manuscript has changed since these pages were made; build again for pages as they are now")
		}
	}
	if err == nil && !whole {
		err = errFound
	}
	return err
}
