package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/pagemap"
)

// shelf is where the copies that readers had are found: the ledger of review copies, and the last build.
type shelf struct {
	build  string // the build folder
	slug   string
	ledger *ledger
	height float64                   // of a page of the last build in points, 0: not known
	meant  *feedback.Copy            // by --copy; nil: what files say themselves
	known  map[string]*feedback.Copy // by id and format
	plain  *feedback.Copy
}

func openShelf(build, slug string) (*shelf, error) {
	l, err := readLedger(filepath.Join(build, reviewFolder))
	if err != nil {
		return nil, err
	}
	return &shelf{build: build, slug: slug, ledger: l, known: map[string]*feedback.Copy{}}, nil
}

// find is feedback.Copies: the copy of an id, or whose file has a name, or else what was built last.
func (s *shelf) find(id, file string) *feedback.Copy {
	if s.meant != nil && (id == "" || id == s.meant.ID) {
		return s.meant
	}
	if id != "" {
		if c := s.ledger.find(id); c != nil {
			return s.copy(c)
		}
	}
	if file != "" && file != "." {
		for i := len(s.ledger.Copies) - 1; i >= 0; i-- {
			if c := &s.ledger.Copies[i]; strings.EqualFold(filepath.Base(c.File), file) {
				return s.copy(c)
			}
		}
	}
	return s.lastBuild()
}

// of is the last copy that a reader got, by id or name; nil when there is none.
func (s *shelf) of(reader string) *feedback.Copy {
	for i := len(s.ledger.Copies) - 1; i >= 0 && reader != ""; i-- {
		if c := &s.ledger.Copies[i]; strings.EqualFold(c.Reader, reader) || strings.EqualFold(c.Name, reader) {
			return s.copy(c)
		}
	}
	return nil
}

// copy is a copy of the ledger. What of it cannot be read is missing.
func (s *shelf) copy(c *ledgerCopy) *feedback.Copy {
	key := c.ID + " " + c.Format
	if known := s.known[key]; known != nil {
		return known
	}
	out := &feedback.Copy{ID: c.ID, Reader: c.Name, First: c.First, Top: c.Top}
	if out.Reader == "" {
		out.Reader = c.Reader
	}
	out.Map, _ = readPagemap(s.mapOf(c))
	for i := range s.ledger.Copies { // the same reader's other formats have ids of their own or share one
		o := &s.ledger.Copies[i]
		if o.ID != c.ID && (o.Reader != c.Reader || o.Snapshot != c.Snapshot) {
			continue
		}
		read := s.reader(filepath.Join(s.build, reviewFolder, filepath.Base(o.File)), o.SHA256)
		switch o.Format {
		case "pdf":
			if out.PDF = read; out.First == 0 {
				out.First, out.Top = o.First, o.Top
			}
		case "epub":
			out.EPUB = read
		}
	}
	s.known[key] = out
	return out
}

// mapOf is the file of a copy's page map.
func (s *shelf) mapOf(c *ledgerCopy) string {
	return filepath.Join(s.build, reviewFolder, snapshotFolder, filepath.Base(c.Snapshot), filepath.Base(c.Map))
}

// lastBuild is the copy that anybody has who got what was built last.
func (s *shelf) lastBuild() *feedback.Copy {
	if s.plain == nil {
		c := &feedback.Copy{First: 1, Height: s.height, PDF: s.reader(filepath.Join(s.build, s.slug+".pdf"), ""),
			EPUB: s.reader(filepath.Join(s.build, s.slug+".epub"), "")}
		c.Map, _ = readPagemap(filepath.Join(s.build, pagemapName(s.slug)))
		s.plain = c
	}
	return s.plain
}

// reader reads a file when it is asked for; nil where there is none. A file whose hash is another than sum has been
// replaced by a later copy: what stands on its pages is not what the reader saw.
func (s *shelf) reader(path, sum string) func() ([]byte, error) {
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	return func() ([]byte, error) {
		data, err := readRemarks(path)
		if err == nil && sum != "" {
			if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != sum {
				err = fmt.Errorf("a later copy has taken the place of %s; name the reader's own file with --copy", path)
			}
		}
		return data, err
	}
}

// take takes what --copy names: an id of the ledger, or the file of a copy.
func (s *shelf) take(name string) error {
	if c := s.ledger.find(name); c != nil {
		s.meant = s.copy(c)
		return nil
	}
	data, err := readRemarks(name)
	if err != nil {
		if len(s.ledger.Copies) > 0 && errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no copy %q in the ledger, and no file of that name; ids stand in %s", name,
				filepath.Join(s.build, reviewFolder, ledgerName))
		}
		return err
	}
	read := func() ([]byte, error) { return data, nil }
	switch {
	case strings.HasPrefix(string(data), "PK"):
		c := *s.lastBuild()
		c.EPUB = read
		s.meant = &c
	default:
		f, err := cos.Open(context.Background(), data)
		if err != nil {
			return fmt.Errorf("cannot read the copy %s: %w", name, err)
		}
		c := *s.find(feedback.CopyID(f), filepath.Base(name))
		c.PDF = read
		s.meant = &c
	}
	return nil
}

// readPagemap reads the record of what is printed where.
func readPagemap(path string) (*pagemap.Record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return pagemap.ReadRecord(f)
}

// readRemarks reads a file that may be anything.
func readRemarks(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("cannot read %s: %w", name, fs.ErrNotExist)
	case err != nil:
		return nil, fmt.Errorf("cannot read %s: %w", name, reason(err))
	case info.IsDir():
		return nil, fmt.Errorf("cannot read %s: it is a folder", name)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("cannot read %s: it is not a file", name)
	case info.Size() > maxPDF:
		return nil, fmt.Errorf("cannot read %s: it has %s, more than any reader's notes", name, size(info.Size()))
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, reason(err))
	}
	return data, nil
}
