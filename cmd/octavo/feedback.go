package main

import (
	"bytes"
	"context"
	"io"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
)

// feedbackFormats are the values of --format.
var feedbackFormats = []string{"text", "json", "html"}

// feedbackAsk is what the command line asks for.
type feedbackAsk struct {
	format, copy, reader, todo, out string
	noRecord, status                bool
	apply                           applyAsk
}

func feedbackCommand() *cobra.Command {
	var ask feedbackAsk
	cmd := &cobra.Command{
		Use:   "feedback FILE...",
		Short: "List readers' comments at their places in the manuscript",
		Long: `List every comment that readers sent, at its place in the manuscript as it is now:
file, line, entry, the marked words, the reader and the comment. It reads:

  PDF                  highlights, notes, strike-outs, insertions, ink, stamps
  FDF and XFDF         comments exported from a PDF
  .docx and .odt       comments and tracked changes
  e-readers' notes     what Kindle, Kobo, Apple Books, Google Play Books, KOReader,
                       Boox, Tolino, PocketBook, Thorium, calibre and others export,
                       in any language
  CSV                  columns page, line, comment; also reader, words, file

'octavo explain feedback' says what to send from each program, for your readers.

Files are recognised by their content. A file about another book is reported, and
none of its comments are listed. A comment is placed by the marked words and the
words around them, so it finds its place after the text has been edited. If the
marked words have changed, it shows what is there now. Comments that have no place
are listed at the end.

Review copies are recognised by their ids. For comments without one, name the copy
with --copy and the reader with --reader.

With --apply, the changes among them (tracked changes, strike-outs, insertions and
replacements) are offered one by one and written into the manuscript; its markup
stays. --accept-all and --decisions decide without asking, --plan writes a file of
decisions to edit, --dry-run shows what would change, and --undo takes the last
changes back.

With --todo, the comments also go into a checklist. Run it again with more files:
your ticks stay, and so do the lines that you added under an item. What you mark there
is your answer: [x] taken, [~] changed in another way, [-] or a struck-out item
declined; a line under it that begins with an arrow (-> the dialect is meant) says why.
Comments are remembered, and the reader's next review copy has a page of answers.
--status lists all readers; octavo feedback answer says what became of a comment.

The exit code is 1 if a file could not be read, or not to its end. Everything that
was read is listed all the same.`,
		Example: `  octavo feedback from-ann.pdf from-ben.docx
  octavo feedback --format html -o comments.html inbox/*
  octavo feedback --todo TODO.md inbox/*
  octavo feedback --apply from-ann.docx
  octavo feedback --apply --plan plan.toml inbox/*
  octavo feedback --apply --decisions plan.toml inbox/*
  octavo feedback --undo
  octavo feedback --status
  octavo feedback --copy wtd-7f3a91c2 comments.xfdf
  octavo feedback --reader "Ann Lee" notes.csv`,
		Args: func(cmd *cobra.Command, args []string) error {
			if ask.apply.undo || ask.status {
				return noArgs(cmd, args)
			}
			if len(args) == 0 && (ask.todo == "" || ask.apply.apply) {
				return usagef(cmd, "feedback needs the files that readers sent")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := mustBeOneOf(cmd, "format", "format", ask.format, feedbackFormats); err != nil {
				return err
			}
			if err := ask.apply.validate(cmd); err != nil {
				return err
			}
			if ask.apply.undo {
				return undoFeedback(cmd)
			}
			if ask.status {
				return printStatus(cmd, ask.format)
			}
			if len(args) == 0 {
				return takeMarks(cmd, ask.todo)
			}
			return readFeedback(cmd, args, ask)
		},
	}
	cmd.Flags().StringVar(&ask.format, "format", "text", "the output `format`: text, json or html")
	cmd.Flags().StringVar(&ask.copy, "copy", "", "the review copy that the reader had, by `id` or file")
	cmd.Flags().StringVar(&ask.reader, "reader", "", "the reader's `name`, for comments without one")
	cmd.Flags().StringVar(&ask.todo, "todo", "", "add the comments to a checklist, a Markdown `file`")
	cmd.Flags().BoolVar(&ask.status, "status", false, "list all readers: their copies, and what became of their comments")
	cmd.Flags().BoolVar(&ask.noRecord, "no-record", false, "list only: do not remember the comments for answers to their readers")
	cmd.Flags().StringVarP(&ask.out, "output", "o", "", "write to a `file` instead of the terminal")
	ask.apply.flags(cmd)
	cmd.AddCommand(answerCommand())
	complete(cmd, "format", feedbackFormats...)
	return cmd
}

// readFeedback reads readers' files and prints what they say.
func readFeedback(cmd *cobra.Command, names []string, ask feedbackAsk) error {
	ctx, stderr := cmd.Context(), cmd.ErrOrStderr()
	p, err := openBook(ctx, bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil || p.Book == nil {
		return refuseFound(cmd, p.Found)
	}
	copies, err := ledger.ShelfOf(p)
	if err != nil {
		return err
	}
	if ask.copy != "" {
		if err := copies.Take(ask.copy); err != nil {
			return err
		}
	}
	index := p.Index()
	files, whole, err := copies.ReadAll(ctx, names, ledger.SubjectOf(p, index), stderr)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return errFound
	}
	for _, f := range files {
		read := len(f.Lost) // and said
		if err := copies.Place(ctx, index, f, ask.reader); err != nil {
			return err
		}
		for _, lost := range f.Lost[read:] {
			whole = false
			diag.Fprintf(stderr, "octavo: cannot read all of %s: %s\n", f.Name, lost)
		}
	}
	list := feedback.NewList(p.Book.Sources, files...)
	remember(ctx, p, copies, list, ask, stderr)
	if ask.apply.apply {
		if err := applyFeedback(cmd, p, list, ask); err != nil || whole {
			return err
		}
		return errFound
	}
	if err := printFeedback(ctx, p, list, ask, cmd.OutOrStdout()); err != nil {
		return err
	}
	if ask.todo != "" {
		if err := ledger.UpdateChecklist(ctx, ask.todo, p.Cfg.Book.Title, list); err != nil {
			return err
		}
	}
	if !whole {
		return errFound
	}
	return nil
}

// remember records the remarks of a list and gives each its answer. If that fails, the remarks are listed all the same.
func remember(ctx context.Context, p *project.Project, copies *ledger.Shelf, list *feedback.List, ask feedbackAsk, stderr io.Writer) {
	at := ledger.At(ctx, p, config.Now())
	var err error
	if ask.noRecord {
		var answers *ledger.Answers
		if answers, err = ledger.ReadAnswers(p.Root); err == nil {
			answers.Answer(list)
		}
	} else {
		marks := map[string]feedback.Mark{}
		if text, unread := ledger.ReadChecklist(ask.todo); ask.todo != "" && unread == nil { // an error is reported when it is written
			marks = feedback.ChecklistMarks(text)
		}
		err = ledger.UpdateAnswers(ctx, p.Root, func(a *ledger.Answers) error {
			a.Remember(p, copies, list, at)
			a.Mark(marks, at)
			a.Answer(list)
			return nil
		})
	}
	if err != nil && ctx.Err() == nil {
		diag.Fprintf(stderr, "octavo: the remarks are not recorded: %v\n", err)
	}
}

// printFeedback prints a list in the form that is asked for.
func printFeedback(ctx context.Context, p *project.Project, list *feedback.List, ask feedbackAsk, stdout io.Writer) error {
	title := p.Cfg.Book.Title
	if ask.out == "" {
		return list.Write(stdout, ask.format, title, wantsColor(stdout))
	}
	var text bytes.Buffer
	if err := list.Write(&text, ask.format, title, false); err != nil {
		return err
	}
	if err := outdir.WriteFile(ctx, ask.out, text.Bytes()); err != nil {
		return err
	}
	_, err := diag.Fprintf(stdout, "%s: %s\n", ask.out, list.Summary())
	return err
}
