package main

import (
	"bytes"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/errata"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

// errataFormats are the values of --format.
var errataFormats = []string{"text", "csv", "pdf"}

// errataAsk is what the command line asks for.
type errataAsk struct {
	revisions, format, out string
	mapFile                string // of the page map of the printed edition
	moves                  bool   // list where pages are, not what is wrong
}

func errataCommand() *cobra.Command {
	var ask errataAsk
	cmd := &cobra.Command{
		Use:   "errata OLD..NEW",
		Short: "List what is wrong in a printed edition: page, line, was, is",
		Long: `List the errors of a printed edition, by page and line, with the words as they are
and as they should be. OLD is the edition that was printed, NEW the corrected text;
without NEW it is the book as it is now. Each is a git revision, the id of a review
copy, or a folder with a book.

Words that changed are listed with the two words before and after them; several
changes in one line are one item. Paragraphs that came or went are listed by their
first words. Text that only moved is no error.

The pages of OLD are set again by this octavo. If another version printed it, keep
the page map of that build (build/<name>.pagemap.json) and name it with --map, so
that pages and lines are those on paper.

With --format pdf, the list is an erratum slip in the style of the book, to be laid
into the copies that are left. With --pages, the list says on which page of NEW the
text of each page of OLD is, for citations.`,
		Example: `  octavo errata v1..v2
  octavo errata v1 -o errata.pdf
  octavo errata --format csv first-edition..main
  octavo errata --pages v1..v2
  octavo errata --map archive/book-v1.pagemap.json v1..v2`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || strings.HasPrefix(args[0], "..") && !strings.HasPrefix(args[0], "../") {
				return usagef(cmd, "name the edition that was printed, and the corrected one: v1..v2")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			ask.revisions = args[0]
			if ask.format == "" {
				ask.format = formatOf(ask.out)
			}
			if err := mustBeOneOf(cmd, "format", "format", ask.format, errataFormats); err != nil {
				return err
			}
			switch {
			case ask.format == "pdf" && ask.moves:
				return usagef(cmd, "--pages has no slip; its formats are text and csv")
			case ask.format == "pdf" && ask.out == "":
				return usagef(cmd, "name the file of the slip with -o")
			}
			return listErrata(cmd, ask)
		},
	}
	cmd.Flags().StringVar(&ask.format, "format", "", "the output `format`: text, csv or pdf (default: as the name of -o ends, or text)")
	cmd.Flags().StringVarP(&ask.out, "output", "o", "", "write to a `file` instead of the terminal")
	cmd.Flags().StringVar(&ask.mapFile, "map", "", "the page map of the printed edition's build, a `file`")
	cmd.Flags().BoolVar(&ask.moves, "pages", false, "list the new page of each old one instead")
	complete(cmd, "format", errataFormats...)
	return cmd
}

// formatOf returns the format that the name of a file asks for.
func formatOf(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv":
		return "csv"
	case ".pdf":
		return "pdf"
	}
	return "text"
}

// listErrata writes what is wrong in a printed edition, or where its pages are now.
func listErrata(cmd *cobra.Command, ask errataAsk) error {
	ctx := cmd.Context()
	p, err := openBook(ctx, bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil || p.Book == nil {
		return refuseFound(cmd, p.Found)
	}
	old, now, err := production.Editions(ctx, p, ask.revisions, ask.mapFile)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	var what string
	if ask.moves {
		moves := errata.Moves(old, now)
		what = diag.Count(len(moves), "page")
		write := errata.MovesText
		if ask.format == "csv" {
			write = errata.MovesCSV
		}
		err = write(&text, moves)
	} else {
		rows := errata.Compare(old, now)
		if what = diag.Count(len(rows), "correction"); len(rows) == 0 && ask.format != "csv" {
			_, err := diag.Fprintf(cmd.OutOrStdout(), "no errata: what %s prints is right\n", old.Name)
			return err
		}
		switch ask.format {
		case "csv":
			err = errata.CSV(&text, rows)
		case "pdf":
			var data []byte
			data, err = production.ErratumSlip(p, rows)
			text.Write(data)
		default:
			err = errata.Text(&text, rows)
		}
	}
	if err != nil {
		return err
	}
	if ask.out == "" {
		_, err := cmd.OutOrStdout().Write(text.Bytes())
		return err
	}
	if err := outdir.WriteFile(ctx, ask.out, text.Bytes()); err != nil {
		return err
	}
	_, err = diag.Fprintf(cmd.OutOrStdout(), "%s: %s\n", ask.out, what)
	return err
}
