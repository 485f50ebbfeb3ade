package production

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

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/bookdiff"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/reviewcopy"
)

// ReviewRequest holds the settings of the command line. Zero values are taken from book.toml.
type ReviewRequest struct {
	Readers []string
	Since   string
	Layout  string
	Formats []string
	Today   string // "2006-01-02", for the record of what became of remarks
}

// SinceLast is the value of Since that means each reader's last copy.
const SinceLast = "last"

// reviewing holds the state of one run that makes review copies.
type reviewing struct {
	*project.Project
	out      *outdir.Dir // that, locked
	ledger   *ledger.Ledger
	numbers  []int  // of the readers' copies
	snapshot string // the state of the manuscript
	mapFile  string // the page map of these copies, in the snapshot's folder
	revision string // how copies name it
	today    string
	layout   string
	step     func(what string)

	text      readersText // the pages that readers get
	bookPages int         // how many the book has
	answers   *answering  // nil: no reader has said anything

	made ReviewResult
}

// ReviewResult is the result of making review copies.
type ReviewResult struct {
	Dir    string
	Of     int           // copies that there are, by their numbers
	Copies []ledger.Copy // those that were made
	Failed int           // how many of the others could not be
	Fails  []error       // of those; one that is about what the author wrote is in what was found instead
}

// Nothing reports whether no copy was made and none failed, so that only the book's diagnostics are left to print.
func (r *ReviewResult) Nothing() bool { return len(r.Copies) == 0 && len(r.Fails) == 0 }

// Print prints a line for each copy to stdout and each failure to stderr. It returns an error if any copy failed.
func (r *ReviewResult) Print(stdout, stderr io.Writer) error {
	for _, c := range r.Copies {
		diag.Fprintf(stdout, "%-52s copy %d of %d  %s\n", filepath.Join(r.Dir, c.File), c.Number, r.Of, c.ID)
	}
	for _, err := range r.Fails {
		diag.Fprintf(stderr, "octavo: %v\n", err)
	}
	if n := r.Failed; n > 0 {
		return fmt.Errorf("%d of %d copies could not be made; the others are whole", n, n+len(r.Copies))
	}
	return nil
}

// ReviewCopies makes the requested copies and writes them, with the ledger, to their folder as one set. It calls begin with
// the number of files; the function that begin returns is called before each step. Diagnostics of the book are added to
// p.Found: after an error there either nothing was made, or the copy concerned is in Fails.
func ReviewCopies(ctx context.Context, p *project.Project, ask ReviewRequest, begin func(files int) (step func(what string))) (*ReviewResult, error) {
	if ask.Layout != "" {
		p.Configure(func(c *config.Config) { c.Review.Layout = ask.Layout })
	}
	r := &reviewing{Project: p, layout: p.Cfg.Review.Layout, today: ask.Today, made: ReviewResult{Dir: filepath.Join(p.BuildDir(), project.ReviewFolder)}}
	var err error
	if r.out, err = outdir.OpenIn(ctx, p.Root, path.Join(project.BuildFolder, project.ReviewFolder)); err != nil {
		return nil, err
	}
	defer r.out.Discard()
	if err := r.out.Lock(ctx, time.Minute); err != nil { // of two at once each enters its copies into the ledger
		return nil, err
	}
	if r.ledger, err = ledger.Read(p.Root); err != nil {
		return nil, err
	}
	r.numbers, r.made.Of = r.ledger.Enlist(p.Cfg.Review.Readers)
	sum := p.HashManuscript()
	r.snapshot, r.revision = sum[:16], sum[:8]
	if name := p.RevisionName(ctx); name != "" {
		r.revision = name
	}
	jobs, err := r.jobs(ctx, ask)
	if err != nil {
		return nil, err
	}
	r.step = begin(len(jobs))
	r.step("setting pages")
	if err := parallel.Interruptible(ctx, func() error { return r.makeAll(ctx, jobs) }); err != nil {
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

// compared is an earlier state of the book that a copy marks the changes from.
type compared struct {
	key     string // tells states apart
	name    string // as copies call it
	changes *bookdiff.Changes
}

// jobs returns the files to make.
func (r *reviewing) jobs(ctx context.Context, ask ReviewRequest) ([]reviewJob, error) {
	readers := r.Cfg.Review.Readers
	if len(readers) == 0 {
		return nil, fmt.Errorf("%s: no reader is named; add one:\n\n  [[review.reader]]\n  name = \"Ada Quill\"", r.Cfg.Where("review"))
	}
	var ids []string
	for _, reader := range readers {
		ids = append(ids, reader.ID)
	}
	for _, want := range ask.Readers {
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
		if len(ask.Readers) > 0 && !slices.Contains(ask.Readers, reader.ID) && !slices.Contains(ask.Readers, reader.Name) {
			continue
		}
		since, err := r.compare(ctx, ask.Since, reader.ID, states)
		if err != nil {
			return nil, err
		}
		c := reviewcopy.Copy{Reader: reader, Number: r.numbers[i], Of: r.made.Of}
		formats := reader.Formats
		if len(ask.Formats) > 0 {
			formats = ask.Formats
		}
		for _, format := range formats {
			jobs = append(jobs, reviewJob{c, format, since})
		}
	}
	return jobs, nil
}

// copyID returns the id of a copy, in letters and digits and short enough to type. The same reader gets the same id for the same
// text on the same pages with the same change bars and the same answers.
func (r *reviewing) copyID(reader config.Reader, since *compared) string {
	parts := []string{r.Cfg.Book.Identifier, r.Cfg.Book.Edition, r.snapshot, r.mapFile, reader.ID, reader.Name, reader.Email}
	if since != nil {
		parts = append(parts, since.key)
	}
	if digest := r.answers.digest(reader.ID); digest != "" {
		parts = append(parts, "answers "+digest)
	}
	h := sha256.New()
	for _, part := range parts {
		h.Write(append([]byte(part), 0))
	}
	var initials strings.Builder
	for word := range strings.SplitSeq(r.Cfg.Book.Slug, "-") {
		if word != "" && initials.Len() < 4 {
			initials.WriteByte(word[0])
		}
	}
	return initials.String() + "-" + hex.EncodeToString(h.Sum(nil))[:10]
}

// compare returns the earlier state of the book that a reader's copy is compared with, or nil if there is none. Each state is
// read once and kept in states.
func (r *reviewing) compare(ctx context.Context, since, reader string, states map[string]*compared) (*compared, error) {
	key, name := since, since
	state := func() (*book.Book, error) { return project.StateAt(ctx, r.Project.Dir, since) }
	switch since {
	case "":
		return nil, nil
	case SinceLast:
		last := r.ledger.Last(reader, r.snapshot)
		if last == nil { // all of it is new to this reader, and nothing needs a bar
			return nil, nil
		}
		key, name = "snapshot "+last.Snapshot, r.Cfg.Lang.Changes.LastCopy.Fill("revision", last.Revision)
		state = func() (*book.Book, error) { return r.ReadSnapshot(last.Snapshot) }
	}
	if c, ok := states[key]; ok {
		return c, nil
	}
	then, err := state()
	if err != nil {
		return nil, fmt.Errorf("cannot compare with %s: %w", name, err)
	}
	c := &compared{key: key, name: name, changes: bookdiff.Compare(then, r.Book)}
	states[key] = c
	return c, nil
}

// makeAll makes what all copies share, then the files in parallel. A file that fails does not stop the others.
func (r *reviewing) makeAll(ctx context.Context, jobs []reviewJob) error {
	in := r.Interior()
	if r.Settle(in.Found); r.Found.Stops(diag.Everything) {
		return nil
	}
	if err := r.setText(in); err != nil || r.Found.Stops(diag.Everything) {
		return err
	}
	var err error
	if r.mapFile, err = ledger.KeepSnapshot(r.out, r.Project, r.snapshot, r.text.pages); err != nil {
		return err
	}
	if err := r.prepareAnswers(jobs); err != nil {
		return err
	}
	for i := range jobs {
		jobs[i].copy.ID = r.copyID(jobs[i].copy.Reader, jobs[i].since)
	}
	makers, err := r.makers(jobs)
	if r.placed(err) {
		return nil
	}
	if err != nil || r.Found.Stops(diag.Everything) {
		return err
	}
	results := make([]error, len(jobs))
	copies := make([]ledger.Copy, len(jobs))
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
		case r.placed(err): // each once, however many copies it keeps from being made
			r.made.Failed++
		case err != nil:
			r.made.Failed++
			r.made.Fails = append(r.made.Fails, fmt.Errorf("the %s of %s (%s): %w", jobs[i].format, jobs[i].copy.Reader.Name, jobs[i].copy.Reader.ID, err))
		case copies[i].SHA256 != "": // else it was stopped before its turn
			r.ledger.Add(copies[i])
			r.made.Copies = append(r.made.Copies, copies[i])
		}
	}
	if err := cmp.Or(bug, context.Cause(ctx)); err != nil {
		return err
	}
	if r.made.Nothing() && r.Found.Stops(diag.Everything) {
		return nil
	}
	if r.answers != nil {
		r.answers.tell(r.snapshot, r.made.Copies)
		if err := r.answers.all.Add(r.out); err != nil {
			return err
		}
	}
	return r.ledger.Commit(ctx, r.out)
}

// placed reports whether err has a place in the manuscript, and if so adds it to the diagnostics.
func (r *reviewing) placed(err error) bool {
	found, ok := r.Placed(err)
	if ok {
		r.Settle(found)
	}
	return ok
}

// makeOne writes a reader's file.
func (r *reviewing) makeOne(j *reviewJob, m maker) (ledger.Copy, error) {
	reader := j.copy.Reader
	c := m.about
	c.ID, c.Reader, c.Name, c.Email, c.Number, c.Format = j.copy.ID, reader.ID, reader.Name, reader.Email, j.copy.Number, j.format
	c.File = r.Cfg.Book.Slug + "-" + reader.ID + "." + j.format
	c.Revision, c.Snapshot, c.Map, c.Layout = r.revision, r.snapshot, r.mapFile, r.layout
	c.Date = r.Cfg.Book.Date.Format("2006-01-02")
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
