package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// feedbackFormats are the values of --format.
var feedbackFormats = []string{"text", "json", "html"}

// feedbackAsk is what the command line asks for.
type feedbackAsk struct {
	format, copy, reader, todo, out string
}

func feedbackCommand() *cobra.Command {
	var ask feedbackAsk
	cmd := &cobra.Command{
		Use:   "feedback FILE...",
		Short: "Put readers' comments where they belong in the manuscript",
		Long: `feedback reads what readers send back and lists every comment at its place in the
manuscript as it is now: file, line, the entry, the words that were marked, who
said it, and what. It knows a file by what is in it:

  an annotated PDF     highlights, notes, strike-outs, insertions, ink, stamps
  FDF and XFDF         comments exported from a PDF
  .docx                comments and tracked changes
  e-readers' notes     W3C annotations (JSON); My Clippings.txt; the notes that
                       Kindle, Apple Books, KOReader, calibre and others export
  CSV                  columns page, line, comment; also reader, words, file

The words that were marked are looked for, with those around them, so that a
comment finds its place when the text has gone on since; where they have changed
it says so, and what stands there now. A comment that belongs nowhere any more is
listed at the end. Review copies are known by their ids; for comments without one,
--copy says which copy the reader had, and --reader who the reader is.

With --todo the comments go into a checklist too. Run it again with more files:
what you have ticked stays ticked, and your own lines under an item stay.

The exit code is 0, or 1 when a file could not be read, or not to its end; what
was read is listed all the same.`,
		Example: `  octavo feedback from-ann.pdf from-ben.docx
  octavo feedback --format html -o comments.html inbox/*
  octavo feedback --todo TODO.md inbox/*
  octavo feedback --copy wtd-7f3a91c2 comments.xfdf
  octavo feedback --reader "Ann Lee" notes.csv`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef(cmd, "feedback needs the files that readers sent")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(feedbackFormats, ask.format) {
				return usagef(cmd, "there is no format %q; --format takes %s", ask.format,
					strings.Join(feedbackFormats, ", "))
			}
			return readFeedback(cmd.Context(), bookDir(cmd), args, ask, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&ask.format, "format", "text", "how to print: `text`, json or html")
	cmd.Flags().StringVar(&ask.copy, "copy", "", "the copy that the reader had: its `id`, or its file")
	cmd.Flags().StringVar(&ask.reader, "reader", "", "the reader's `name`, where the file does not say it")
	cmd.Flags().StringVar(&ask.todo, "todo", "", "write the comments into a checklist, a Markdown `file`")
	cmd.Flags().StringVarP(&ask.out, "output", "o", "", "print into a `file`")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(feedbackFormats,
		cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// readFeedback reads readers' files and prints what they say.
func readFeedback(ctx context.Context, dir string, names []string, ask feedbackAsk, stdout, stderr io.Writer) error {
	p, err := project.Open(ctx, dir, project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil || p.Book == nil {
		return refuse(stderr, p)
	}
	copies, err := ledger.OpenShelf(p.Root, p.Cfg.Book.Slug)
	if err != nil {
		return err
	}
	copies.Height = float64(p.Cfg.Print.Height) / (1 << 16)
	if ask.copy != "" {
		if err := copies.Take(ask.copy); err != nil {
			return err
		}
	}
	index := locate.NewIndex(p.Book, printedElsewhere(p)...)
	var files []*feedback.File
	failed := false
	for _, name := range names {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		f, err := readReaders(p, ctx, name, copies.Find)
		if err != nil {
			var bug *parallel.Panic
			if errors.As(err, &bug) {
				return err
			}
			failed = true
			diag.Fprintf(stderr, "octavo: %v\n", err)
			continue
		}
		for _, lost := range f.Lost {
			failed = true
			diag.Fprintf(stderr, "octavo: cannot read all of %s: %s\n", name, lost)
		}
		for _, note := range f.Notes {
			diag.Fprintf(stderr, "octavo: %s: %s\n", name, note)
		}
		files = append(files, f)
	}
	if len(files) == 0 {
		return errFound
	}
	for _, f := range files {
		if err := land(ctx, index, f, copies, ask.reader); err != nil {
			return err
		}
	}
	list := feedback.NewList(p.Book.Sources, files...)
	if err := printFeedback(ctx, p, list, ask, stdout); err != nil {
		return err
	}
	if ask.todo != "" {
		if err := updateChecklist(ctx, ask.todo, p.Cfg.Book.Title, list); err != nil {
			return err
		}
	}
	if failed {
		return errFound
	}
	return nil
}

// readReaders reads one file. A panic in it is this file's alone, and a mistake of octavo's.
func readReaders(p *project.Project, ctx context.Context, name string, copies feedback.Copies) (f *feedback.File, err error) {
	data, err := ledger.ReadNamed(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("cannot read %s: there is no such file", name)
		}
		return nil, err
	}
	err = parallel.Guard(func() error {
		var err error
		if f, err = feedback.Read(ctx, name, data, p.Cfg.Book.Title, copies); err != nil {
			var limit *cos.LimitError
			if errors.As(err, &limit) {
				return fmt.Errorf("cannot read %s: %w; no book's comments need so much; export them alone, as XFDF", name, err)
			}
			return fmt.Errorf("cannot read %s: %w", name, err)
		}
		return nil
	})
	return f, err
}

// land finds the places of a file's remarks, several at once.
func land(ctx context.Context, index *locate.Index, f *feedback.File, copies *ledger.Shelf, reader string) error {
	const atOnce = 64
	parts := (len(f.Remarks) + atOnce - 1) / atOnce
	errs := make([]error, parts)
	var group sync.WaitGroup
	for k := range parts {
		part := f.Remarks[k*atOnce : min((k+1)*atOnce, len(f.Remarks))]
		maps := make([]*pagemap.Record, len(part)) // found here, because the shelf is not to be shared
		for i := range part {
			r := &part[i]
			if r.Reader == "" {
				r.Reader = reader
			}
			c := f.Copy
			if f.CopyID == "" && copies.Meant == nil {
				if own := copies.Of(r.Reader); own != nil {
					c, r.Seen.Copy = own, own.ID
				}
			}
			if c != nil {
				maps[i] = c.Map
			}
		}
		group.Go(func() {
			errs[k] = parallel.Guard(func() error {
				for i := range part {
					if ctx.Err() != nil {
						return context.Cause(ctx)
					}
					part[i].Place = index.Locate(&part[i].Seen, maps[i])
				}
				return nil
			})
		})
	}
	group.Wait()
	return cmp.Or(errs...)
}

// printedElsewhere are the words of the book that stand in no file of the manuscript.
func printedElsewhere(p *project.Project) []locate.Text {
	var out []locate.Text
	for _, t := range []struct{ key, value, what string }{
		{"book.title", p.Cfg.Book.Title, "title page"}, {"book.subtitle", p.Cfg.Book.Subtitle, "title page"},
		{"book.dedication", p.Cfg.Book.Dedication, "dedication"},
	} {
		if at := p.Cfg.Where(t.key); t.value != "" && at.IsValid() {
			out = append(out, locate.Text{Pos: at, Value: t.value, What: t.what})
		}
	}
	return out
}

// printFeedback prints a list in the form that is asked for.
func printFeedback(ctx context.Context, p *project.Project, list *feedback.List, ask feedbackAsk, stdout io.Writer) error {
	write := func(w io.Writer, color bool) error {
		switch ask.format {
		case "json":
			return list.JSON(w)
		case "html":
			return list.HTML(w, p.Cfg.Book.Title)
		}
		return list.Text(w, color)
	}
	if ask.out == "" {
		return write(stdout, wantsColor(stdout))
	}
	var text bytes.Buffer
	if err := write(&text, false); err != nil {
		return err
	}
	if err := outdir.WriteFile(ctx, ask.out, text.Bytes()); err != nil {
		return err
	}
	_, err := diag.Fprintf(stdout, "%s: %s\n", ask.out, list.Summary())
	return err
}

// maxChecklist is more than any checklist has, in bytes.
const maxChecklist = 64 << 20

// updateChecklist writes a list into a checklist, in which ticks stay.
func updateChecklist(ctx context.Context, name, title string, list *feedback.List) error {
	old, err := readfile.Named(name, maxChecklist)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot read the checklist %s: %w", name, readfile.Reason(err))
	}
	if bytes.IndexByte(old, 0) >= 0 {
		return fmt.Errorf("cannot use %s as the checklist: it is no text; name another file", name)
	}
	return outdir.WriteFile(ctx, name, []byte(list.Checklist(title, string(old))))
}
