package feedback

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/pagemap"
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

// ErrUnknown reports that a file has none of the supported formats.
var ErrUnknown = errors.New("there are no comments in it that octavo can read; it reads annotated PDFs, FDF and " +
	"XFDF, .docx, tables (CSV), W3C annotations (JSON), and the notes that e-readers export as text")

// File is what was read from one file.
type File struct {
	Name    string
	Form    string // "PDF", "FDF" …
	Copy    *Copy  // the copy that it is about, nil if unknown
	CopyID  string // as recorded in the file
	Owner   string // the reader whose name stands on its pages, where nothing else says whose copy it is
	Remarks []Remark
	Notes   []string // what was left out, and why
	Lost    []string // what of the file could not be read, so that remarks may be missing
}

// Subject is the book that remarks are on. Either field may be "".
type Subject struct {
	Title    string // selects its notes among those on other books
	Language string // BCP 47: a word that means something else in another language is read as one of this

	IDs   func(text string) []string // finds the ids of copies in a text; nil: they are not looked for
	Of    func(reader string) *Copy  // returns the last copy that a reader had, nil if there is none
	Pages func() *pagemap.Record     // sets the book as it is now, for files of whose pages there is no map; may be nil
}

// Read reads one file, recognised by its content and not by its name. The error reports what is wrong with the file, or why the
// context ended; File.Lost lists what may be missing.
func Read(ctx context.Context, name string, data []byte, on Subject, copies Copies) (*File, error) {
	if copies == nil {
		copies = func(string, string) *Copy { return nil }
	}
	f := &File{Name: name}
	r := &reading{File: f, book: on, copies: copies}
	r.places = sync.OnceValue(func() *places { return placesIn(on.Language) })
	var err error
	head := data[:min(len(data), 1024)]
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		err = errors.New("it is empty")
	case bytes.Contains(head, []byte("%FDF-")):
		f.Form, err = "FDF", r.fdf(ctx, data)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		f.Form, err = "Word", r.docx(data)
	case cos.IsPDF(data):
		f.Form, err = "PDF", r.pdf(ctx, data)
	default:
		err = r.text(ctx, decoded(data))
	}
	if err != nil {
		return nil, err
	}
	if r.full {
		f.Lost = append(f.Lost, fmt.Sprintf("it has more than %d remarks, of which the others are left out; send it in parts", maxRemarks))
	}
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
			m.of(f.Copy.Reader, (f.CopyID != "" || f.Copy.ID != "") && f.Form != "table")
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
	case signed == "" || slices.Contains(anybody(), signed) || strings.Contains(strings.ToLower(reader), signed) ||
		strings.Contains(signed, strings.ToLower(reader)):
		r.Reader = reader
	default:
		r.Reader, r.Signed = reader, r.Reader
	}
}

// reading is a file being read.
type reading struct {
	*File
	book   Subject
	places func() *places
	copies Copies
	full   bool // the limit of remarks has been reached
}

// maxRemarks limits the remarks read from a file, to a hundred times what a reader makes.
const maxRemarks = 50_000

// room reports whether another remark may be added; if not, File.Lost says so.
func (r *reading) room() bool {
	r.full = r.full || len(r.Remarks) >= maxRemarks
	return !r.full
}

var jsonStart = regexp.MustCompile(`^(\{\s*["}]|\[\s*[[{\]])`)

// text reads the textual formats.
func (r *reading) text(ctx context.Context, text string) error {
	start := strings.TrimSpace(text[:min(len(text), 4096)])
	switch {
	case strings.HasPrefix(start, "<") && strings.Contains(start, "<xfdf"):
		r.Form = "XFDF"
		return r.xfdf(ctx, text)
	case jsonStart.MatchString(start):
		r.Form = "JSON"
		return r.json(text)
	case strings.HasPrefix(start, "<"):
		r.Form = "notes"
		return r.markup(text)
	case isClippings(text):
		r.Form = "Kindle clippings"
		return r.clippings(text)
	}
	if ok, err := r.table(text); ok || err != nil {
		r.Form = "table"
		return err
	}
	r.Form = "notes"
	return r.notes(text)
}

// decoded returns text as UTF-8: by its byte order mark, or from Windows-1252 if it is not valid UTF-8.
func decoded(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		if out, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(data); err == nil {
			data = out
		}
	case !utf8.Valid(data):
		if out, err := charmap.Windows1252.NewDecoder().Bytes(data); err == nil {
			data = out
		}
	}
	s := strings.ToValidUTF8(strings.TrimPrefix(string(data), "\uFEFF"), "\uFFFD")
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
