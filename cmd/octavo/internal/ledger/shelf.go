package ledger

import (
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
	"octavo/cmd/octavo/internal/likename"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// Shelf finds the copies that readers have: those in the ledger of review copies, and the last build.
type Shelf struct {
	root   *os.Root // the book's folder
	slug   string
	Ledger *Ledger
	Height float64                    // of a page of the last build in points, 0: not known
	Meant  *feedback.Copy             // by --copy; nil: what files say themselves
	known  map[string]*feedback.Copy  // by id and format
	maps   map[string]*pagemap.Record // by file: copies share them
	plain  *feedback.Copy
}

// OpenShelf reads the ledger in a book's folder. The slug names the files of the last build.
func OpenShelf(root *os.Root, slug string) (*Shelf, error) {
	l, err := Read(root)
	if err != nil {
		return nil, err
	}
	return &Shelf{root: root, slug: slug, Ledger: l, known: map[string]*feedback.Copy{}, maps: map[string]*pagemap.Record{}}, nil
}

// Find implements [feedback.Copies]: it returns the copy with the given id, else the copy with the given file name, else
// the last build.
func (s *Shelf) Find(id, file string) *feedback.Copy {
	if s.Meant != nil && (id == "" || id == s.Meant.ID) {
		return s.Meant
	}
	if id != "" {
		if c := s.Ledger.Find(id); c != nil {
			return s.copy(c)
		}
	}
	if file != "" && file != "." {
		for i := len(s.Ledger.Copies) - 1; i >= 0; i-- {
			if c := &s.Ledger.Copies[i]; strings.EqualFold(c.File, file) {
				return s.copy(c)
			}
		}
	}
	return s.lastBuild()
}

// Of returns the last copy made for a reader, given by id or name, or nil if there is none.
func (s *Shelf) Of(reader string) *feedback.Copy {
	for i := len(s.Ledger.Copies) - 1; i >= 0 && reader != ""; i-- {
		if c := &s.Ledger.Copies[i]; strings.EqualFold(c.Reader, reader) || strings.EqualFold(c.Name, reader) {
			return s.copy(c)
		}
	}
	return nil
}

// copy returns a copy recorded in the ledger. Parts of it that cannot be read are left out.
func (s *Shelf) copy(c *Copy) *feedback.Copy {
	key := c.ID + " " + c.Format
	if known := s.known[key]; known != nil {
		return known
	}
	out := &feedback.Copy{ID: c.ID, Reader: c.Name, First: c.First, Top: c.Top}
	if out.Reader == "" {
		out.Reader = c.Reader
	}
	out.Map = s.pageMap(MapOf(c))
	for i := range s.Ledger.Copies { // the same reader's other formats have ids of their own or share one
		o := &s.Ledger.Copies[i]
		if o.ID != c.ID && (o.Reader != c.Reader || o.Snapshot != c.Snapshot) {
			continue
		}
		read := s.reader(path.Join(project.ReviewPath, o.File), o.SHA256)
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

// pageMap returns a page map by its path, nil if it cannot be read.
func (s *Shelf) pageMap(name string) *pagemap.Record {
	r, known := s.maps[name]
	if !known {
		r, _ = project.ReadPagemap(s.root, name)
		s.maps[name] = r
	}
	return r
}

// MapOf returns the path of a copy's page map in the book's folder.
func MapOf(c *Copy) string {
	return path.Join(project.ReviewPath, project.SnapshotFolder, c.Snapshot, c.Map)
}

// lastBuild returns the last build as a copy, for readers who got the book itself.
func (s *Shelf) lastBuild() *feedback.Copy {
	if s.plain == nil {
		c := &feedback.Copy{First: 1, Height: s.Height, PDF: s.reader(path.Join("build", s.slug+".pdf"), ""),
			EPUB: s.reader(path.Join("build", s.slug+".epub"), "")}
		c.Map, _ = project.ReadPagemap(s.root, path.Join("build", project.PagemapName(s.slug)))
		s.plain = c
	}
	return s.plain
}

// reader returns a function that reads a file of the book's folder, or nil if there is no such file. A file whose hash differs
// from sum was replaced by a later copy and is not what the reader saw.
func (s *Shelf) reader(name, sum string) func() ([]byte, error) {
	if _, err := s.root.Stat(name); err != nil {
		return nil
	}
	return func() ([]byte, error) {
		data, err := readfile.In(s.root, name, maxPDF)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, readfile.Reason(err))
		}
		if sum != "" {
			if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != sum {
				err = fmt.Errorf("a later copy has taken the place of %s; name the reader's own file with --copy", name)
			}
		}
		return data, err
	}
}

// Take selects the copy that --copy names: an id in the ledger, or a copy's file.
func (s *Shelf) Take(name string) error {
	if c := s.Ledger.Find(name); c != nil {
		s.Meant = s.copy(c)
		return nil
	}
	data, err := ReadNamed(name)
	if err != nil {
		if len(s.Ledger.Copies) > 0 && errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no copy %q in the ledger, and no file of that name; ids stand in %s", name,
				path.Join(project.ReviewPath, LedgerName))
		}
		return err
	}
	read := func() ([]byte, error) { return data, nil }
	switch {
	case strings.HasPrefix(string(data), "PK"):
		c := *s.lastBuild()
		c.EPUB = read
		s.Meant = &c
	default:
		f, err := cos.Open(context.Background(), data)
		if err != nil {
			return fmt.Errorf("cannot read the copy %s: %w", name, err)
		}
		c := *s.Find(feedback.CopyID(f), filepath.Base(name))
		c.PDF = read
		s.Meant = &c
	}
	return nil
}

// ReadNamed reads a file that the user named. Its content may be anything.
func ReadNamed(name string) ([]byte, error) {
	data, err := readfile.Named(name, maxPDF)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w%s", name, readfile.Reason(err), likename.Beside(name))
	}
	return data, nil
}

// maxPDF limits the size in bytes of a file that the user names. The largest PDF that a printer takes is well below it.
const maxPDF = 1 << 30
