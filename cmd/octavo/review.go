package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

// reviewLayouts are the values of --layout.
var reviewLayouts = []string{config.PageLayout, config.ManuscriptLayout}

func reviewCommand() *cobra.Command {
	var ask production.ReviewRequest
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Make review copies, one for each reader",
		Long: `review makes a copy of the book for every [[review.reader]] of book.toml, in
build/review. Each is marked as a proof, says whose it is on every page, and has
the pages of the book itself on larger sheets: room for notes, numbers beside the
lines, the ids of entries in the margin. Page numbers agree with the book.

With --since, bars in the margin stand beside what has changed, and a page in
front lists it: since a revision that git knows, or, as --since last, since the
copy that each reader got before.

Drafts are set at the end, and TK is no error here. What readers write into their
copies comes back with octavo feedback.`,
		Example: `  octavo review                       a copy for every reader
  octavo review --reader ada-quill    for one of them
  octavo review --since last          with bars beside what is new to each reader
  octavo review --since v1 --format pdf,epub
  octavo review identify found.pdf    whose copy is this?`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var err error
			if ask.Formats, err = pick(cmd, "format", "format", ask.Formats, config.ReviewFormats); err != nil {
				return err
			}
			if ask.Layout != "" {
				if err := mustBeOneOf(cmd, "layout", "layout", ask.Layout, reviewLayouts); err != nil {
					return err
				}
			}
			return review(cmd, ask, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringSliceVar(&ask.Readers, "reader", nil, "only for these `readers`, by id or name, with commas between")
	cmd.Flags().StringVar(&ask.Since, "since", "", "mark what has changed since a git `revision`, or since the reader's last copy: last")
	cmd.Flags().StringVar(&ask.Layout, "layout", "", "page or manuscript, in place of what book.toml says")
	cmd.Flags().StringSliceVar(&ask.Formats, "format", nil, "pdf, epub, docx, in place of what book.toml says")
	complete(cmd, "layout", reviewLayouts...)
	complete(cmd, "format", config.ReviewFormats...)
	cmd.AddCommand(identifyCommand())
	return cmd
}

func review(cmd *cobra.Command, ask production.ReviewRequest, stdout, stderr io.Writer) error {
	p, err := project.Open(cmd.Context(), bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	allowUnfinished(p)
	if !p.Usable() {
		return refuse(stderr, p, allMessages(cmd))
	}
	var bar *progress
	defer func() { bar.done() }()
	made, err := production.ReviewCopies(cmd.Context(), p, ask, func(files int) func(string) {
		bar = newProgress(stderr, files+1)
		return bar.step
	})
	if err != nil {
		return err
	}
	bar.done()
	if made.Nothing() && p.Found.HasErrors() {
		return refuse(stderr, p, allMessages(cmd))
	}
	if err := printFound(stderr, p.Found, allMessages(cmd)); err != nil {
		return err
	}
	for _, c := range made.Copies {
		diag.Fprintf(stdout, "%-52s copy %d of %d  %s\n", filepath.Join(made.Dir, c.File), c.Number, made.Of, c.ID)
	}
	for _, err := range made.Fails {
		diag.Fprintf(stderr, "octavo: %v\n", err)
	}
	if n := made.Failed; n > 0 {
		return fmt.Errorf("%d of %d copies could not be made; the others are whole", n, n+len(made.Copies))
	}
	return nil
}

// allowUnfinished makes the error of a TK a warning: a review copy may have them.
func allowUnfinished(p *project.Project) {
	for i := range p.Found {
		if p.Found[i].Code == "tk" {
			p.Found[i].Severity = diag.Warning
		}
	}
}
