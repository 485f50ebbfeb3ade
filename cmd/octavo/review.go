package main

import (
	"io"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

// reviewLayouts are the values of --layout.
var reviewLayouts = []string{config.PageLayout, config.ManuscriptLayout}

func reviewCommand() *cobra.Command {
	ask := production.ReviewRequest{Today: config.Now().UTC().Format(time.DateOnly)}
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Make a review copy for each reader",
		Long: `Make a review copy for every [[review.reader]] in book.toml, in build/review.

Each copy names its reader on every page and is marked as a proof. It shows the
pages of the book on larger sheets, with room for notes, line numbers, and the ids
of entries in the margin. Page numbers are the same as in the book.

With --since, bars in the margin mark the lines that changed, and a page at the
front lists the changes: since a git revision, or, with --since last, since each
reader's previous copy.

Drafts are printed at the end, and TK is only a warning. Pass the files that
readers send back to octavo feedback.`,
		Example: `  octavo review                               make a copy for every reader
  octavo review --reader ada-quill            make one reader's copy
  octavo review --since last                  mark what is new to each reader
  octavo review --since v1 --format pdf,epub  compare with a git revision
  octavo review identify found.pdf            find out whose copy a file is`,
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
	cmd.Flags().StringSliceVar(&ask.Readers, "reader", nil, "only these `readers`, by id or name, separated by commas")
	cmd.Flags().StringVar(&ask.Since, "since", "", "mark changes since a git `revision`, or since each reader's last copy: last")
	cmd.Flags().StringVar(&ask.Layout, "layout", "", "the `layout`: page or manuscript (default: as in book.toml)")
	cmd.Flags().StringSliceVar(&ask.Formats, "format", nil, "the `formats`: pdf, epub, docx (default: as in book.toml)")
	complete(cmd, "layout", reviewLayouts...)
	complete(cmd, "format", config.ReviewFormats...)
	cmd.AddCommand(identifyCommand())
	return cmd
}

func review(cmd *cobra.Command, ask production.ReviewRequest, stdout, stderr io.Writer) error {
	p, err := openBook(cmd.Context(), bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	p.AllowUnfinished()
	if !p.Usable(diag.Everything) {
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
	if made.Nothing() && p.Found.Stops(diag.Everything) {
		return refuse(stderr, p, allMessages(cmd))
	}
	if err := printFound(stderr, p.Found, allMessages(cmd)); err != nil {
		return err
	}
	return made.Print(stdout, stderr)
}
