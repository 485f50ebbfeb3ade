// Package ledger remembers review copies. [Read] reads build/review/ledger.json, which lists every copy ever made, so that a
// stray copy can be named, a reader's next copy can show what has changed since the last, and a remark on page 42 is traced in
// the text that its reader had. [KeepSnapshot] keeps a state of the manuscript as readers got it, a [Shelf] finds the copies
// that remarks are about, and [CopyIDs] finds the ids in a file.
package ledger

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// The ledger's file and its limit.
const (
	LedgerName = "ledger.json" // in the folder of review copies
	maxLedger  = 64 << 20      // bytes: 100,000 copies
)

// Ledger lists all copies of a book that have been made.
type Ledger struct {
	Copies []Copy `json:"copies"` // in the order in which they were made
}

// Copy is a file made for one reader. Its page map and its manuscript are in the snapshot's folder.
type Copy struct {
	ID       string `json:"id"`     // told in the file's metadata, and hidden in its text
	Reader   string `json:"reader"` // the reader's id
	Name     string `json:"name"`
	Email    string `json:"email,omitempty"`
	Number   int    `json:"number"` // copy 3 of 12
	Format   string `json:"format"` // "pdf", "epub", "docx"
	File     string `json:"file"`   // in the ledger's folder
	SHA256   string `json:"sha256"`
	Revision string `json:"revision"` // as the copy says it
	Date     string `json:"date"`     // of the edition
	Layout   string `json:"layout"`
	Snapshot string `json:"snapshot"` // its folder under snapshots: the beginning of a hash over the manuscript
	Map      string `json:"map"`      // in that: what stands where on the pages that this copy has

	// Where the book's pages lie in a PDF: the first of them is sheet First of the file, from 1; a page begins so many
	// points from the sheet's left edge, on rectos and on versos, and from its upper one.
	First int     `json:"first,omitempty"`
	Recto float64 `json:"recto,omitempty"`
	Verso float64 `json:"verso,omitempty"`
	Top   float64 `json:"top,omitempty"`
}

// Owner returns the reader of a copy: "Ann Lee <ann@example.org>".
func (c *Copy) Owner() string {
	if c.Email == "" {
		return c.Name
	}
	return c.Name + " <" + c.Email + ">"
}

// Read reads the ledger in a book's folder. If it does not exist yet, it is empty.
func Read(root *os.Root) (*Ledger, error) {
	l := &Ledger{}
	name := path.Join(project.ReviewPath, LedgerName)
	data, err := readfile.In(root, name, maxLedger)
	if errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	if err == nil {
		err = json.Unmarshal(data, l)
	}
	if err == nil {
		err = l.validate()
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read the ledger of review copies, %s: %w; without it nobody knows whose copies are whose, "+
			"so mend it or move it away", name, readfile.Reason(err))
	}
	return l, nil
}

// validate reports the first copy that octavo cannot have entered. The ledger is a file in the book's folder, so it may say
// anything; what it names is to lie in the folder of the review copies.
func (l *Ledger) validate() error {
	for i := range l.Copies {
		c := &l.Copies[i]
		for _, name := range []struct{ key, value string }{{"file", c.File}, {"snapshot", c.Snapshot}, {"map", c.Map}} {
			if !plainName(name.value) {
				return fmt.Errorf("copy %d has %q as its %s, which is no plain name", i+1, name.value, name.key)
			}
		}
		switch {
		case c.ID == "" || !printedASCII(c.ID):
			return fmt.Errorf("copy %d has %q as its id, which is none", i+1, c.ID)
		case c.First < 0 || c.First > maxSheets:
			return fmt.Errorf("copy %d begins at sheet %d", i+1, c.First)
		case max(c.Recto, c.Verso, c.Top, -c.Recto, -c.Verso, -c.Top) > maxOffset:
			return fmt.Errorf("copy %d has pages more than %d points from the edges of their sheets", i+1, maxOffset)
		}
	}
	return nil
}

// The bounds of what a copy says of its sheets: those of PDF 1.7, 200 inches, and more sheets than any copy has.
const (
	maxOffset = 14400
	maxSheets = 1_000_000
)

// plainName reports whether a name is that of a file or folder in one folder: no path, nothing hidden, nothing that a
// system takes for a device.
func plainName(name string) bool {
	return filepath.IsLocal(name) && !strings.ContainsAny(name, `/\:`) && !strings.HasPrefix(name, ".") && name == diag.Printable(name)
}

// Add enters a copy. One that was made before of the same text takes its old place.
func (l *Ledger) Add(c Copy) {
	i := slices.IndexFunc(l.Copies, func(o Copy) bool { return o.ID == c.ID && o.Format == c.Format })
	if i >= 0 {
		l.Copies[i] = c
		return
	}
	l.Copies = append(l.Copies, c)
}

// Write writes the ledger as JSON.
func (l *Ledger) Write(w interface{ Write([]byte) (int, error) }) error {
	var text bytes.Buffer
	if err := diag.EncodeJSON(&text, l); err != nil {
		return fmt.Errorf("cannot write the ledger of review copies: %w", err)
	}
	_, err := w.Write(text.Bytes())
	return err
}

// Commit adds the ledger to a folder's new files and commits them as one set, so that the ledger knows of every copy that
// lies there.
func (l *Ledger) Commit(ctx context.Context, d *outdir.Dir) error {
	f, err := d.Create(LedgerName)
	if err != nil {
		return err
	}
	if err := l.Write(f); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// Last returns the last copy that a reader got before those of a snapshot, or nil if there is none.
func (l *Ledger) Last(reader, snapshot string) *Copy {
	for i := len(l.Copies) - 1; i >= 0; i-- {
		if c := &l.Copies[i]; c.Reader == reader && c.Snapshot != snapshot {
			return c
		}
	}
	return nil
}

// Find returns the copy with an id, or with a unique prefix of it, or nil if there is none.
func (l *Ledger) Find(id string) *Copy {
	var found *Copy
	for i := range l.Copies {
		c := &l.Copies[i]
		switch {
		case c.ID == id:
			return c
		case !strings.HasPrefix(c.ID, id) || id == "":
		case found != nil && found.ID != c.ID:
			return nil
		default:
			found = c
		}
	}
	return found
}

// Holder returns the last copy whose file has a SHA-256, or nil if there is none.
func (l *Ledger) Holder(sum string) *Copy {
	for i := len(l.Copies) - 1; i >= 0; i-- {
		if l.Copies[i].SHA256 == sum {
			return &l.Copies[i]
		}
	}
	return nil
}
