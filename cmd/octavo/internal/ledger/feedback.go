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

// Place finds the places of a file's remarks, several at once. A remark that no one signed is the reader's.
func (s *Shelf) Place(ctx context.Context, index *locate.Index, f *feedback.File, reader string) error {
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
			if f.CopyID == "" && s.Meant == nil {
				if own := s.Of(r.Reader); own != nil {
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
