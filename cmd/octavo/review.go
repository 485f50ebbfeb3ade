package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/bookdiff"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/reviewcopy"
)

func reviewCommand() *cobra.Command {
	var ask reviewAsk
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
			for _, f := range ask.formats {
				if !slices.Contains(config.ReviewFormats, f) {
					return usagef(cmd, "there is no format %q; --format takes %s", f, strings.Join(config.ReviewFormats, ", "))
				}
			}
			if ask.layout != "" && ask.layout != config.PageLayout && ask.layout != config.ManuscriptLayout {
				return usagef(cmd, "there is no layout %q; --layout takes %s and %s", ask.layout, config.PageLayout, config.ManuscriptLayout)
			}
			return review(cmd.Context(), bookDir(cmd), ask, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringSliceVar(&ask.readers, "reader", nil, "only for these `readers`, by id or name, with commas between")
	cmd.Flags().StringVar(&ask.since, "since", "", "mark what has changed since a git `revision`, or since the reader's last copy: last")
	cmd.Flags().StringVar(&ask.layout, "layout", "", "page or manuscript, in place of what book.toml says")
	cmd.Flags().StringSliceVar(&ask.formats, "format", nil, "pdf, epub, docx, in place of what book.toml says")
	cmd.RegisterFlagCompletionFunc("layout", cobra.FixedCompletions(
		[]cobra.Completion{config.PageLayout, config.ManuscriptLayout}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(config.ReviewFormats, cobra.ShellCompDirectiveNoFileComp))
	cmd.AddCommand(identifyCommand())
	return cmd
}

// reviewAsk is what the command line asks for; what it leaves out is as book.toml says.
type reviewAsk struct {
	readers []string
	since   string
	layout  string
	formats []string
}

// sinceLast is the value of --since that means each reader's last copy.
const sinceLast = "last"

// reviewing is the making of review copies.
type reviewing struct {
	*project
	out      *outdir.Dir // that, locked
	ledger   *ledger
	snapshot string // the state of the manuscript
	mapFile  string // the page map of these copies, in the snapshot's folder
	revision string // how copies name it
	layout   string
	step     func(what string)

	text      readersText // the pages that readers get
	bookPages int         // how many the book has

	made reviewed
}

// reviewed is what became of the files that were asked for.
type reviewed struct {
	dir    string
	of     int          // readers
	copies []ledgerCopy // those that were made
	fails  []error      // of the others
}

// reviewCopies makes the copies that are asked for and puts them, with the ledger, into their folder as one set. Begin is
// told how many files there will be and returns what is called before each step. What is wrong with the book is in
// p.found: then nothing was made.
func reviewCopies(ctx context.Context, p *project, ask reviewAsk, begin func(files int) (step func(what string))) (*reviewed, error) {
	if ask.layout != "" {
		p.cfg.Review.Layout = ask.layout
	}
	r := &reviewing{project: p, layout: p.cfg.Review.Layout, made: reviewed{dir: filepath.Join(p.buildDir(), reviewFolder), of: len(p.cfg.Review.Readers)}}
	var err error
	if r.out, err = outdir.OpenIn(ctx, p.root, path.Join(buildFolder, reviewFolder)); err != nil {
		return nil, err
	}
	defer r.out.Discard()
	if err := r.out.Lock(ctx, time.Minute); err != nil { // of two at once each enters its copies into the ledger
		return nil, err
	}
	if r.ledger, err = readLedger(p.root); err != nil {
		return nil, err
	}
	sum := p.hashManuscript()
	r.snapshot, r.revision = sum[:16], sum[:8]
	if name := p.revisionName(ctx); name != "" {
		r.revision = name
	}
	jobs, err := r.jobs(ctx, ask)
	if err != nil {
		return nil, err
	}
	r.step = begin(len(jobs))
	r.step("setting pages")
	if err := interruptible(ctx, func() error { return r.makeAll(ctx, jobs) }); err != nil {
		return nil, err
	}
	return &r.made, nil
}

// reviewJob is one file for one reader.
type reviewJob struct {
	copy   reviewcopy.Copy
	format string
	since  *compared
}

// compared is a state of the book that copies are compared with.
type compared struct {
	key     string // tells states apart
	name    string // as copies call it
	changes *bookdiff.Changes
}

func review(ctx context.Context, dir string, ask reviewAsk, stdout, stderr io.Writer) error {
	p, err := openProject(ctx, dir, silent)
	if err != nil {
		return err
	}
	defer p.close()
	allowUnfinished(p)
	if !p.usable() {
		return refuse(stderr, p)
	}
	var bar *progress
	defer func() { bar.done() }()
	made, err := reviewCopies(ctx, p, ask, func(files int) func(string) {
		bar = newProgress(stderr, files+1)
		return bar.step
	})
	if err != nil {
		return err
	}
	bar.done()
	if p.found.HasErrors() {
		return refuse(stderr, p)
	}
	if err := diag.Text(stderr, p.found, wantsColor(stderr)); err != nil {
		return err
	}
	for _, c := range made.copies {
		diag.Fprintf(stdout, "%-52s copy %d of %d  %s\n", filepath.Join(made.dir, c.File), c.Number, made.of, c.ID)
	}
	for _, err := range made.fails {
		diag.Fprintf(stderr, "octavo: %v\n", err)
	}
	if n := len(made.fails); n > 0 {
		return fmt.Errorf("%d of %d copies could not be made; the others are whole", n, n+len(made.copies))
	}
	return nil
}

// allowUnfinished makes the error of a TK a warning: a review copy may have them.
func allowUnfinished(p *project) {
	for i := range p.found {
		if p.found[i].Code == "tk" {
			p.found[i].Severity = diag.Warning
		}
	}
}

// jobs are the files to be made.
func (r *reviewing) jobs(ctx context.Context, ask reviewAsk) ([]reviewJob, error) {
	readers := r.cfg.Review.Readers
	if len(readers) == 0 {
		return nil, fmt.Errorf("%s: no reader is named; add one:\n\n  [[review.reader]]\n  name = \"Ada Quill\"", r.cfg.Where("review"))
	}
	var ids []string
	for _, reader := range readers {
		ids = append(ids, reader.ID)
	}
	for _, want := range ask.readers {
		if !slices.ContainsFunc(readers, func(x config.Reader) bool { return x.ID == want || x.Name == want }) {
			err := fmt.Errorf("book.toml names no reader %q; there are %s", want, strings.Join(ids, ", "))
			if near := diag.Suggest(want, ids); near != "" {
				err = fmt.Errorf("book.toml names no reader %q; did you mean %s?", want, near)
			}
			return nil, err
		}
	}
	var jobs []reviewJob
	states := map[string]*compared{}
	for i, reader := range readers {
		if len(ask.readers) > 0 && !slices.Contains(ask.readers, reader.ID) && !slices.Contains(ask.readers, reader.Name) {
			continue
		}
		since, err := r.compare(ctx, ask.since, reader.ID, states)
		if err != nil {
			return nil, err
		}
		c := reviewcopy.Copy{Reader: reader, Number: i + 1, Of: len(readers)}
		formats := reader.Formats
		if len(ask.formats) > 0 {
			formats = ask.formats
		}
		for _, format := range formats {
			jobs = append(jobs, reviewJob{c, format, since})
		}
	}
	return jobs, nil
}

// copyID names a copy: the same reader gets the same for the same text on the same pages with the same bars. Letters and
// digits, and short enough to be typed.
func (r *reviewing) copyID(reader config.Reader, since *compared) string {
	parts := []string{r.cfg.Book.Identifier, r.cfg.Book.Edition, r.snapshot, r.mapFile, reader.ID, reader.Name, reader.Email}
	if since != nil {
		parts = append(parts, since.key)
	}
	h := sha256.New()
	for _, part := range parts {
		h.Write(append([]byte(part), 0))
	}
	var initials strings.Builder
	for word := range strings.SplitSeq(r.cfg.Book.Slug, "-") {
		if word != "" && initials.Len() < 4 {
			initials.WriteByte(word[0])
		}
	}
	return initials.String() + "-" + hex.EncodeToString(h.Sum(nil))[:10]
}

// compare reads the state of the book that a reader's copy is compared with, each state once; nil when there is none.
func (r *reviewing) compare(ctx context.Context, since, reader string, states map[string]*compared) (*compared, error) {
	key, name := since, since
	state := func() (*book.Book, error) { return stateAt(ctx, r.project.dir, since) }
	switch since {
	case "":
		return nil, nil
	case sinceLast:
		last := r.ledger.last(reader, r.snapshot)
		if last == nil { // all of it is new to this reader, and nothing needs a bar
			return nil, nil
		}
		key, name = "snapshot "+last.Snapshot, "your last copy, manuscript "+last.Revision
		state = func() (*book.Book, error) { return r.readSnapshot(last.Snapshot) }
	}
	if c, ok := states[key]; ok {
		return c, nil
	}
	then, err := state()
	if err != nil {
		return nil, fmt.Errorf("cannot compare with %s: %w", name, err)
	}
	c := &compared{key: key, name: name, changes: bookdiff.Compare(then, r.book)}
	states[key] = c
	return c, nil
}

// makeAll makes the files: what all copies share once, then each by itself, side by side. A file that fails stops none of
// the others.
func (r *reviewing) makeAll(ctx context.Context, jobs []reviewJob) error {
	in := r.interior()
	if r.settle(in.found); r.found.HasErrors() {
		return nil
	}
	if err := r.setText(in); err != nil || r.found.HasErrors() {
		return err
	}
	var err error
	if r.mapFile, err = keepSnapshot(ctx, r.project, r.snapshot, r.text.pages); err != nil {
		return err
	}
	for i := range jobs {
		jobs[i].copy.ID = r.copyID(jobs[i].copy.Reader, jobs[i].since)
	}
	makers, err := r.makers(jobs)
	if found, ok := r.placed(err); ok {
		r.settle(found)
		return nil
	}
	if err != nil || r.found.HasErrors() {
		return err
	}
	results := make([]error, len(jobs))
	copies := make([]ledgerCopy, len(jobs))
	parallel.Each(len(jobs), func(i int) {
		if ctx.Err() != nil {
			return
		}
		results[i] = parallel.Guard(func() (err error) { copies[i], err = r.makeOne(&jobs[i], makers[i]); return err })
		r.step(jobs[i].copy.Reader.Name)
	})
	var bug error
	for i, err := range results {
		var internal *parallel.Panic
		switch {
		case errors.As(err, &internal):
			bug = err
		case err != nil:
			r.made.fails = append(r.made.fails, fmt.Errorf("the %s of %s (%s): %w", jobs[i].format, jobs[i].copy.Reader.Name, jobs[i].copy.Reader.ID, err))
		case copies[i].SHA256 != "": // else it was stopped before its turn
			r.ledger.add(copies[i])
			r.made.copies = append(r.made.copies, copies[i])
		}
	}
	if err := cmp.Or(bug, context.Cause(ctx)); err != nil {
		return err
	}
	return r.ledger.commit(ctx, r.out)
}

// makeOne writes a reader's file.
func (r *reviewing) makeOne(j *reviewJob, m maker) (ledgerCopy, error) {
	reader := j.copy.Reader
	c := m.about
	c.ID, c.Reader, c.Name, c.Email, c.Number, c.Format = j.copy.ID, reader.ID, reader.Name, reader.Email, j.copy.Number, j.format
	c.File = r.cfg.Book.Slug + "-" + reader.ID + "." + j.format
	c.Revision, c.Snapshot, c.Map, c.Layout = r.revision, r.snapshot, r.mapFile, r.layout
	c.Date = r.cfg.Book.Date.Format("2006-01-02")
	f, err := r.out.Create(c.File)
	if err != nil {
		return c, err
	}
	if err := m.write(f); err != nil {
		f.Drop()
		return c, err
	}
	if err := f.Close(); err != nil {
		f.Drop()
		return c, err
	}
	c.SHA256 = f.SHA256()
	return c, nil
}
