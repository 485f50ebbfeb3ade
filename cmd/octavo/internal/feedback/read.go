package feedback

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/exports"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/readfile"
)

// Copy is what is known about a reader's copy. Any field may be missing.
type Copy struct {
	ID     string
	Reader string
	Map    *pagemap.Record        // of the build that made the copy
	First  int                    // sheet of the file with the map's first page; 0 is 1
	Top    float64                // points from the upper edge of a sheet to that of the page on it
	Height float64                // of a sheet in points, 0: not known
	PDF    func() ([]byte, error) // its file, nil when there is none
	EPUB   func() ([]byte, error)
}

// Copies finds a copy by the id in a remark's file, or by the name of the file that it is about. Both may be "", which
// selects the default copy. It returns nil if there is none.
type Copies func(id, file string) *Copy

// ErrUnknown reports that a file has none of the known forms, and says which are known.
var ErrUnknown = errors.New("there are no comments in it that octavo can read; it reads annotated PDFs, FDF and " +
	"XFDF, .docx and .odt with comments, tables (CSV), and what Kindle, Kobo, Apple Books, Google Play Books, KOReader, Boox, Tolino, " +
	"PocketBook, Moon+ Reader, Thorium, calibre, Foliate, Readwise, Hypothesis and Zotero export; 'octavo explain feedback' says " +
	"what to send from each of them")

// File is what was read from one file.
type File struct {
	Name    string
	Form    string // "PDF", "FDF" …, or the program of an export, as the table of forms names it
	Copy    *Copy  // the copy that it is about, nil if unknown
	CopyID  string // as recorded in the file
	Owner   string // the reader whose name stands on its pages, where nothing else says whose copy it is
	Remarks []Remark
	Notes   []string // what was left out, and why
	Lost    []string // what of the file could not be read, so that remarks may be missing
	Foreign string   // "is about another book …" where no remark is on this one; then there are no Remarks
	Unlike  bool     // Foreign is judged by words alone, and may be wrong
}

// Subject is the book that remarks are on. Any field may be missing.
type Subject struct {
	Title    string             // selects its notes among those on other books
	Language string             // BCP 47: a word that means something else in another language is read as one of this
	Text     exports.Manuscript // what stands in it, which tells its marks from those in other books
	Sure     bool               // the file is about this book, whatever its title and its words say

	IDs   func(text string) []string // finds the ids of copies in a text; nil: they are not looked for
	Of    func(reader string) *Copy  // returns the last copy that a reader had, nil if there is none
	Pages func() *pagemap.Record     // sets the book as it is now, for files of whose pages there is no map; may be nil
}

// export returns what the readers of exports are told of the book.
func (s *Subject) export() exports.Book {
	return exports.Book{Title: s.Title, Language: s.Language, Text: s.Text, Sure: s.Sure}
}

// Read reads one file, recognised by its content and not by its name. The error reports what is wrong with the file, or why the
// context ended; File.Lost lists what may be missing.
func Read(ctx context.Context, name string, data []byte, on Subject, copies Copies) (*File, error) {
	if copies == nil {
		copies = func(string, string) *Copy { return nil }
	}
	f := &File{Name: name}
	r := &reading{File: f, book: on, copies: copies}
	var err error
	head := data[:min(len(data), 1024)]
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		err = errors.New("it is empty")
	case bytes.Contains(head, []byte("%FDF-")):
		f.Form, err = "FDF", r.fdf(ctx, data)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		err = r.archive(data)
	case cos.IsPDF(data):
		f.Form, err = "PDF", r.pdf(ctx, data)
	default:
		err = r.text(ctx, string(readfile.Text(data)))
	}
	if err != nil {
		return nil, err
	}
	if r.full {
		f.Lost = append(f.Lost, fmt.Sprintf("it has more than %d remarks, of which the others are left out; send it in parts", maxRemarks))
	}
	r.tellForeign()
	if f.Copy == nil {
		f.Copy = copies(f.CopyID, "")
	}
	for i := range f.Remarks {
		m := &f.Remarks[i]
		m.File, m.Nth, m.Seen.Copy = name, i+1, f.CopyID
		for _, s := range []*string{&m.Seen.Before, &m.Seen.Words, &m.Seen.After} {
			*s = unmarked(*s)
		}
		m.said = m.saying()
		if f.Copy != nil {
			m.Seen.Copy = cmp.Or(f.Copy.ID, f.CopyID)
			m.of(f.Copy.Reader, (f.CopyID != "" || f.Copy.ID != "") && f.Form != exports.Table)
		}
		if f.Copy == nil || f.Copy.Reader == "" {
			m.of(f.Owner, true)
		}
	}
	return f, nil
}

// of sets the reader of a remark. The name recorded with the copy is preferred to a signature: programs sign with the
// name of the computer's user, or with one of their own. A signature that is another person's name is kept as well, as
// copies are passed on.
func (r *Remark) of(reader string, sure bool) {
	switch signed := strings.ToLower(r.Reader); {
	case reader == "" || !sure && signed != "":
	case signed == "" || slices.Contains(nobody(), signed) || strings.Contains(strings.ToLower(reader), signed) ||
		strings.Contains(signed, strings.ToLower(reader)):
		r.Reader = reader
	default:
		r.Reader, r.Signed = reader, r.Reader
	}
}

// nobody lists signatures that name nobody, in all languages.
var nobody = sync.OnceValue(func() []string {
	return lang.Union(func(l *lang.Language) []string { return l.Reader.Anybody })
})

// reading is a file being read.
type reading struct {
	*File
	book   Subject
	copies Copies
	full   bool   // the limit of remarks has been reached
	title  string // of the book that the file says it is, "" if it does not
}

// maxRemarks limits the remarks read from a file, to a hundred times what a reader makes.
const maxRemarks = exports.MaxMarks

// room reports whether another remark may be added; if not, File.Lost says so.
func (r *reading) room() bool {
	r.full = r.full || len(r.Remarks) >= maxRemarks
	return !r.full
}

// text reads the textual formats.
func (r *reading) text(ctx context.Context, text string) error {
	if start := strings.TrimSpace(text[:min(len(text), 4096)]); strings.HasPrefix(start, "<") && strings.Contains(start, "<xfdf") {
		r.Form = "XFDF"
		return r.xfdf(ctx, text)
	}
	return r.take(exports.Read(text, r.book.export()))
}
