package main

import (
	"io"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/origin"
	"octavo/cmd/octavo/internal/project"
)

// originFormats are the values of --format.
var originFormats = []string{"text", "json"}

func originCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "origin",
		Short: "Say what of the book is made with AI, for shops that ask",
		Long: `Sum up whose work the words and the pictures of the book are, as you say it:

  human         a person's
  ai-assisted   a person's, edited, checked or improved with AI
  ai            made by AI, however much it was edited afterwards

Say it with origin under [book] in book.toml, for one file at its head, for one entry
in its +++ block, for one picture behind it, ![A shore](shore.png){origin=ai}, or under
[origins] in book.toml by its path, which is how to say it of the cover. What says
nothing has the origin of what it stands in, and a book that says nothing is human.
Of a book that is a translation, say translation = "ai" under [book] if it is one.

The last line answers what Amazon KDP asks. The same goes into build/manifest.json and
into the records that octavo onix writes.`,
		Example: `  octavo origin
  octavo origin --format json`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := mustBeOneOf(cmd, "format", "format", format, originFormats); err != nil {
				return err
			}
			p, err := openBook(cmd.Context(), bookDir(cmd), project.Silent)
			if err != nil {
				return err
			}
			defer p.Close()
			if !p.Usable(diag.Everything) {
				return refuseFound(cmd, p.Found)
			}
			return printOrigin(cmd.OutOrStdout(), p, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the output `format`: text or json")
	complete(cmd, "format", originFormats...)
	return cmd
}

func printOrigin(w io.Writer, p *project.Project, format string) error {
	r := origin.Of(p.Cfg, p.Book)
	if format == "json" {
		if r == nil {
			return diag.EncodeJSON(w, nil)
		}
		return diag.EncodeJSON(w, r.Record())
	}
	if r == nil {
		_, err := diag.Fprintf(w, "nothing is said of it, so that all of the book is human; octavo origin --help tells how to say it\n")
		return err
	}
	return r.Text(w)
}
