package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/studio"
)

func whereCommand() *cobra.Command {
	var format, copy string
	var inStudio bool
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
about a review copy, even if the manuscript has changed since.

With --studio it prints nothing of that: the studio of the book, which octavo serve
has opened, scrolls to the line of the manuscript. Editors can call it.`,
		Example: `  octavo where 42:17
  octavo where 02-worth.md:40
  octavo where --copy wtd-7f3a91c2 42:17 43:1
  octavo where --format json iv:3
  octavo where --studio 02-worth.md:40`,
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
			if inStudio && (copy != "" || cmd.Flags().Changed("format")) {
				return usagef(cmd, "--studio prints nothing and shows the book as it is now: it goes with no --format and no --copy")
			}
			if inStudio {
				return whereInStudio(cmd, args)
			}
			return where(cmd, args, format, copy)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the output `format`: text or json")
	cmd.Flags().StringVar(&copy, "copy", "", "use the pages of a review copy, by its `id`")
	cmd.Flags().BoolVar(&inStudio, "studio", false, "scroll the studio of the book to a line of the manuscript")
	complete(cmd, "format", reportFormats...)
	return cmd
}

// filePlace matches file:line and file:line:column.
var filePlace = lazyregexp.New(`^(.+?):([1-9][0-9]{0,8})(?::([1-9][0-9]{0,8}))?$`)

// whereInStudio has the studio of the book scroll to a line of the manuscript.
func whereInStudio(cmd *cobra.Command, places []string) error {
	var parts []string
	if len(places) == 1 {
		parts = filePlace().FindStringSubmatch(places[0])
	}
	if parts == nil {
		return usagef(cmd, "--studio takes one line of the manuscript, as in manuscript/01.md:40, not %q", places)
	}
	line, _ := strconv.Atoi(parts[2])   // it has up to nine digits
	column, _ := strconv.Atoi(parts[3]) // or none
	name, err := studio.Show(cmd.Context(), bookDir(cmd), parts[1], line, column)
	if err == nil {
		_, err = diag.Fprintf(cmd.OutOrStdout(), "the studio shows %s:%d\n", name, line)
	}
	return err
}

func where(cmd *cobra.Command, places []string, format, copy string) error {
	p, err := openBook(cmd.Context(), bookDir(cmd), project.Silent)
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
