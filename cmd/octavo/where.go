package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

func whereCommand() *cobra.Command {
	var format, copy string
	cmd := &cobra.Command{
		Use:   "where PLACE...",
		Short: "Say where in the manuscript a printed line is, and the other way round",
		Long: `where answers two questions about the pages that were built last:

  where 42:17              which words of the manuscript are line 17 of page 42
  where iv:3               roman folios too; where 42 alone: all of the page
  where manuscript/02.md:40   on which page and line they are printed
  where patient-service    the same of an entry, a chapter or a section, by its id

Lines are counted from the top of the page, headings and footnotes too, running
heads and page numbers not. With --copy it answers for a review copy, by its id,
even when the manuscript has gone on since.`,
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
			if format != "text" && format != "json" {
				return usagef(cmd, "there is no format %q; --format takes text or json", format)
			}
			return where(cmd, args, format, copy)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "how to print: `text` or json")
	cmd.Flags().StringVar(&copy, "copy", "", "answer for a review copy, by its `id`")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(
		[]cobra.Completion{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func where(cmd *cobra.Command, places []string, format, copy string) error {
	p, err := project.Open(cmd.Context(), bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil {
		return refuse(cmd.ErrOrStderr(), p)
	}
	a := &locate.Pages{Book: p.Book, Stale: map[string]bool{}}
	if a.Record, err = askedRecord(p, copy); err != nil {
		return err
	}
	a.FindStale()
	var answers []locate.Answer
	failed := false
	for _, place := range places {
		found, err := a.Answer(place)
		if err != nil {
			failed = true
			fmt.Fprintf(cmd.ErrOrStderr(), "octavo: %s: %v\n", diag.Printable(place), err)
			continue
		}
		answers = append(answers, found...)
	}
	if format == "json" {
		if answers == nil {
			answers = []locate.Answer{}
		}
		e := json.NewEncoder(cmd.OutOrStdout())
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(answers)
	} else {
		err = printAnswers(cmd.OutOrStdout(), answers)
		if err == nil && a.Warns(answers) {
			fmt.Fprintln(cmd.ErrOrStderr(),
				"octavo: the manuscript has changed since these pages were made; build again for pages as they are now")
		}
	}
	if err == nil && failed {
		err = errFound
	}
	return err
}

// printAnswers prints answers for people, the place in the manuscript first.
func printAnswers(w io.Writer, answers []locate.Answer) error {
	for _, n := range answers {
		at := fmt.Sprintf("%s:%d:%d", n.File, n.Line, n.Column)
		switch {
		case n.Now != "" && n.Now != at:
			at = n.Now
		case n.File == "":
			at = n.Asked
		}
		line := ""
		if n.Nth > 0 {
			line = fmt.Sprintf(", line %d", n.Nth)
		}
		said := ""
		if n.Text != "" {
			said = ": " + strings.ReplaceAll(n.Text, "\u00AD", "-")
		}
		_, err := fmt.Fprintf(w, "%s: page %s%s%s\n", diag.Printable(at), diag.Printable(n.Page), line, diag.Printable(said))
		if err != nil {
			return err
		}
		switch {
		case n.Status == string(locate.Changed):
			fmt.Fprintln(w, "      = these words have changed since")
		case n.Status == string(locate.Gone), n.Status == string(locate.Lost):
			diag.Fprintf(w, "      = these words are gone; they were at %s:%d:%d\n", n.File, n.Line, n.Column)
		case n.Now != "" && n.Now != fmt.Sprintf("%s:%d:%d", n.File, n.Line, n.Column):
			diag.Fprintf(w, "      = when the page was made they were at %s:%d:%d\n", n.File, n.Line, n.Column)
		}
	}
	return nil
}

// askedRecord is the page map of a copy, or of the last build.
func askedRecord(p *project.Project, copy string) (*pagemap.Record, error) {
	name := path.Join("build", project.PagemapName(p.Cfg.Book.Slug))
	if copy != "" {
		s, err := ledger.OpenShelf(p.Root, p.Cfg.Book.Slug)
		if err != nil {
			return nil, err
		}
		c := s.Ledger.Find(copy)
		if c == nil {
			return nil, fmt.Errorf("there is no copy %q; ids of copies stand in %s, and octavo review identify FILE finds "+
				"that of a file", copy, path.Join(project.ReviewPath, ledger.LedgerName))
		}
		name = ledger.MapOf(c)
	}
	r, err := project.ReadPagemap(p.Root, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && copy != "":
		return nil, fmt.Errorf("the page map of the copy %s is gone: there is no %s", copy, name)
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no page map %s: build the book first, with octavo build", name)
	case err != nil:
		return nil, fmt.Errorf("cannot read the page map %s: %w; build the book again", name, readfile.Reason(err))
	}
	return r, nil
}
