package ledger

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/likename"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// ShelfOf returns the shelf of a project's book.
func ShelfOf(p *project.Project) (*Shelf, error) {
	s, err := OpenShelf(p.Root, p.Cfg.Book.Slug)
	if err == nil {
		s.Height = float64(p.Cfg.Print.Height) / (1 << 16)
	}
	return s, err
}

// SubjectOf returns what reading remarks is to know of a project's book, whose words the index has.
func SubjectOf(p *project.Project, index *locate.Index) feedback.Subject {
	on := feedback.Subject{Title: p.Cfg.Book.Title, Language: p.Cfg.Book.Language, Text: index}
	if p.Usable(diag.Everything) {
		on.Pages = func() *pagemap.Record { return p.Record(p.Interior().Pages) }
	}
	return on
}

// ReadFeedback reads one file that a reader sent. A panic in it is a mistake of octavo's, and comes back as a
// [parallel.Panic].
func (s *Shelf) ReadFeedback(ctx context.Context, name string, on feedback.Subject) (f *feedback.File, err error) {
	data, err := ReadNamed(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = fmt.Errorf("cannot read %s: there is no such file%s", name, likename.Beside(name))
		}
		return nil, err
	}
	return s.ReadData(ctx, name, data, on)
}

// ReadData reads the bytes of a file that a reader sent, as [Shelf.ReadFeedback] does. Name is the file's.
func (s *Shelf) ReadData(ctx context.Context, name string, data []byte, on feedback.Subject) (f *feedback.File, err error) {
	known := s.Ledger.ids()
	on.Of = s.Of
	on.IDs = func(text string) []string {
		m := &marks{known: known, has: map[string]bool{}}
		m.read(text)
		return m.ids
	}
	on.Sure = s.Meant != nil
	err = parallel.Guard(func() error {
		var err error
		if f, err = feedback.Read(ctx, name, data, on, s.Find); err != nil {
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

// mostSteps is how many steps of work may be spent on finding the places of a file's remarks, as [locate.Index.LocateCounted] counts them:
// a few seconds. A reader's thousand highlights take a hundredth of that.
const mostSteps = 500_000_000

// Place finds the places of a file's remarks, several at once. A remark that no one signed is the reader's. Remarks that say the same of the
// same place are looked for once. Where the others take more work than a limit, those after it are left out, and the file's Lost says so.
func (s *Shelf) Place(ctx context.Context, index *locate.Index, f *feedback.File, reader string) error {
	return s.place(ctx, index, f, reader, mostSteps)
}

// asked is what is looked for.
type asked struct {
	seen  locate.Seen
	pages *pagemap.Record // of the copy
}

// place is [Shelf.Place] with a limit of steps.
func (s *Shelf) place(ctx context.Context, index *locate.Index, f *feedback.File, reader string, most int) error {
	all := make([]asked, len(f.Remarks))
	first := map[asked]int{} // the remark that asks so first
	var own []int            // those remarks
	for i := range f.Remarks {
		all[i] = s.asks(&f.Remarks[i], f, reader)
		if _, again := first[all[i]]; !again {
			first[all[i]] = i
			own = append(own, i)
		}
	}
	const atOnce = 512
	total := 0
	for len(own) > 0 {
		now := own[:min(atOnce, len(own))]
		steps, err := locateSome(ctx, index, f.Remarks, all, now)
		if err != nil {
			return err
		}
		for k, i := range now {
			if total > most { // the same ones whichever came first
				f.Lost = append(f.Lost, fmt.Sprintf("to find its remarks in the book takes more than %d million steps of work; those after the first %d are left out; send it in parts",
					most/1_000_000, i))
				f.Remarks = f.Remarks[:i]
				own = nil
				break
			}
			total += steps[k]
		}
		own = own[min(atOnce, len(own)):]
	}
	for i := range f.Remarks {
		if k := first[all[i]]; k != i {
			f.Remarks[i].Seen, f.Remarks[i].Place = f.Remarks[k].Seen, f.Remarks[k].Place
		}
	}
	return nil
}

// asks returns what is looked for to find the place of a remark. A remark that no one signed is made the reader's.
func (s *Shelf) asks(r *feedback.Remark, f *feedback.File, reader string) asked {
	if r.Reader == "" {
		r.Reader = reader
	}
	c := f.Copy
	if f.CopyID == "" && s.Meant == nil {
		if own := s.Of(r.Reader); own != nil {
			c, r.Seen.Copy = own, own.ID
		}
	}
	if c == nil {
		return asked{seen: r.Seen}
	}
	return asked{r.Seen, c.Map}
}

// locateSome finds the places of some of the remarks, several at once, and returns the steps of work that each took.
func locateSome(ctx context.Context, index *locate.Index, remarks []feedback.Remark, all []asked, some []int) (steps []int, err error) {
	const atOnce = 64
	steps = make([]int, len(some))
	errs := make([]error, (len(some)+atOnce-1)/atOnce)
	var group sync.WaitGroup
	for k := range errs {
		from, to := k*atOnce, min((k+1)*atOnce, len(some))
		group.Go(func() {
			errs[k] = parallel.Guard(func() error {
				for n := from; n < to; n++ {
					if ctx.Err() != nil {
						return context.Cause(ctx)
					}
					i := some[n]
					remarks[i].Place, steps[n] = index.LocateCounted(&remarks[i].Seen, all[i].pages)
				}
				return nil
			})
		})
	}
	group.Wait()
	return steps, cmp.Or(errs...)
}

// ReadAll reads files that readers sent, as [Shelf.ReadFeedback] does, and reports on stderr what cannot be read and what was left out. It reports whether all of every file
// was read.
func (s *Shelf) ReadAll(ctx context.Context, names []string, on feedback.Subject, stderr io.Writer) (files []*feedback.File, whole bool, err error) {
	whole = true
	for _, name := range names {
		if err := context.Cause(ctx); err != nil {
			return nil, false, err
		}
		f, err := s.ReadFeedback(ctx, name, on)
		if err != nil {
			var bug *parallel.Panic
			if errors.As(err, &bug) {
				return nil, false, err
			}
			whole = false
			diag.Fprintf(stderr, "octavo: %v\n", err)
			continue
		}
		for _, lost := range f.Lost {
			whole = false
			diag.Fprintf(stderr, "octavo: cannot read all of %s: %s\n", name, lost)
		}
		for _, note := range f.Notes {
			diag.Fprintf(stderr, "octavo: %s: %s\n", name, note)
		}
		if f.Foreign != "" {
			advice := ""
			if f.Unlike {
				advice = "; if it is about this one after all, name the copy with --copy"
			}
			diag.Fprintf(stderr, "octavo: %s %s%s\n", name, f.Foreign, advice)
		}
		files = append(files, f)
	}
	return files, whole, nil
}

// maxChecklist is more than any checklist has, in bytes.
const maxChecklist = 64 << 20

// ReadChecklist reads a checklist, "" where there is none yet.
func ReadChecklist(name string) (string, error) {
	old, err := readfile.Named(name, maxChecklist)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("cannot read the checklist %s: %w", name, readfile.Reason(err))
	}
	if bytes.IndexByte(old, 0) >= 0 {
		return "", fmt.Errorf("cannot use %s as the checklist: it is no text; name another file", name)
	}
	return string(old), nil
}

// UpdateChecklist writes a list of remarks into a checklist, in which ticks stay.
func UpdateChecklist(ctx context.Context, name, title string, list *feedback.List) error {
	old, err := ReadChecklist(name)
	if err != nil {
		return err
	}
	return outdir.WriteFile(ctx, name, []byte(list.Checklist(title, old)))
}
