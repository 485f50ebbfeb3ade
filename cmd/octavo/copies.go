package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/readfile"
)

// shelf is where the copies that readers had are found: the ledger of review copies, and the last build.
type shelf struct {
	root   *os.Root // the book's folder
	slug   string
	ledger *ledger
	height float64                   // of a page of the last build in points, 0: not known
	meant  *feedback.Copy            // by --copy; nil: what files say themselves
	known  map[string]*feedback.Copy // by id and format
	plain  *feedback.Copy
}

func openShelf(root *os.Root, slug string) (*shelf, error) {
	l, err := readLedger(root)
	if err != nil {
		return nil, err
	}
	return &shelf{root: root, slug: slug, ledger: l, known: map[string]*feedback.Copy{}}, nil
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
			if c := &s.ledger.Copies[i]; strings.EqualFold(c.File, file) {
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
	out.Map, _ = readPagemap(s.root, mapOf(c))
	for i := range s.ledger.Copies { // the same reader's other formats have ids of their own or share one
		o := &s.ledger.Copies[i]
		if o.ID != c.ID && (o.Reader != c.Reader || o.Snapshot != c.Snapshot) {
			continue
		}
		read := s.reader(path.Join(reviewPath, o.File), o.SHA256)
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

// mapOf is the file of a copy's page map in the book's folder.
func mapOf(c *ledgerCopy) string { return path.Join(reviewPath, snapshotFolder, c.Snapshot, c.Map) }

// lastBuild is the copy that anybody has who got what was built last.
func (s *shelf) lastBuild() *feedback.Copy {
	if s.plain == nil {
		c := &feedback.Copy{First: 1, Height: s.height, PDF: s.reader(path.Join("build", s.slug+".pdf"), ""),
			EPUB: s.reader(path.Join("build", s.slug+".epub"), "")}
		c.Map, _ = readPagemap(s.root, path.Join("build", pagemapName(s.slug)))
		s.plain = c
	}
	return s.plain
}

// reader reads a file of the book's folder when it is asked for; nil where there is none. A file whose hash is another than sum has been
// replaced by a later copy: what stands on its pages is not what the reader saw.
func (s *shelf) reader(name, sum string) func() ([]byte, error) {
	if _, err := s.root.Stat(name); err != nil {
		return nil
	}
	return func() ([]byte, error) {
		data, err := readfile.In(s.root, name, maxPDF)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, reason(err))
		}
		if sum != "" {
			if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != sum {
				err = fmt.Errorf("a later copy has taken the place of %s; name the reader's own file with --copy", name)
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
	data, err := readNamed(name)
	if err != nil {
		if len(s.ledger.Copies) > 0 && errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no copy %q in the ledger, and no file of that name; ids stand in %s", name,
				path.Join(reviewPath, ledgerName))
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

// maxPagemap is the largest page map that is read, in bytes: that of a book of ten thousand pages has some 60 MB.
const maxPagemap = 256 << 20

// readPagemap reads the record of what is printed where, a file in a book's folder.
func readPagemap(root *os.Root, name string) (*pagemap.Record, error) {
	data, err := readfile.In(root, name, maxPagemap)
	if err != nil {
		return nil, err
	}
	return pagemap.ReadRecord(bytes.NewReader(data))
}

// readNamed reads a file that the user names, which may be anything.
func readNamed(name string) ([]byte, error) {
	data, err := readfile.Named(name, maxPDF)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, reason(err))
	}
	return data, nil
}
