package cos

import (
	"bytes"
	"context"
	"errors"
	"fmt"
)

// File is a PDF file whose objects are read on demand. It is not safe for concurrent use.
type File struct {
	Version       string // "1.4", as the header has it; "" where there is no header
	Trailer       Dict   // the newest one; of a cross-reference stream its dictionary
	Encrypted     bool   // has an encryption dictionary; what is read of the file is decrypted
	Locked        error  // why an encrypted file cannot be read, with what to do: it needs a password; nil for all others
	Repaired      error  // why the file's table of objects was not used, or not everywhere; nil if it was
	Updates       int    // cross-reference sections before the newest one
	XrefStreams   bool   // has a cross-reference stream
	ObjectStreams bool   // has objects inside of streams, as far as they were looked at

	*Budget // what reading it may still cost

	data     []byte
	entries  map[int]entry
	found    *survey // where objects stand in a damaged file; nil until that is asked for
	made     bool    // the entries are those that were found
	crypt    *crypt  // nil: nothing is to be decrypted
	objects  map[int]Value
	packed   map[int]*packed // object streams by number; nil while one is being read
	depth    int             // objects being read
	checking bool            // the checksums of streams count
	damage   []error
	damaged  map[string]bool
}

// entry is where an object is.
type entry struct {
	offset     int // in the file, or its index in the object stream
	generation int
	stream     int // number of the object stream it is in; 0: none
	free       bool
}

// ErrMended is damage that hides nothing: what it concerns was read all the same.
var ErrMended = errors.New("this was mended")

// mended is damage of that kind.
type mended struct{ error }

func (mended) Is(target error) bool { return target == ErrMended }

// Mended returns damage of that kind, to be recorded with Note.
func Mended(format string, args ...any) error { return mended{fmt.Errorf(format, args...)} }

// ErrNoPDF reports that a file is something else.
var ErrNoPDF = errors.New("this is not a PDF file: it has no %PDF- at its beginning")

// errAdded reports an update of which the end is missing.
var errAdded = errors.New("objects come after the file's end: it was cut off, or something was added to it that is not whole")

// maxBefore is how many bytes of something else may come before a file's header, as mail and web servers put them there. The
// standard's makers allow 1,024 (ISO 32000-1, annex H.3, note 13).
const maxBefore = 4096

// IsPDF reports whether a file is a PDF: it has the header, or objects and a table of them behind a beginning that is gone.
func IsPDF(data []byte) bool {
	if bytes.Contains(data[:min(len(data), maxBefore)], []byte("%PDF-")) {
		return true
	}
	return bytes.Contains(data, []byte("endobj")) && bytes.Contains(data, []byte("startxref"))
}

// Open reads the header and all cross-reference sections. Where they are damaged, the objects are looked for in the whole file:
// see Repaired. The objects are slices of data, which must not change. What the file costs from now on is counted: see Budget.
// Nothing can be read any more when the context is done.
func Open(ctx context.Context, data []byte) (*File, error) {
	if !IsPDF(data) {
		return nil, ErrNoPDF
	}
	budget := NewBudget(ctx, len(data))
	f := newFile(data, budget)
	// Places count from the file's beginning or from the header, depending on the maker.
	header := bytes.Index(data[:min(len(data), maxBefore)], []byte("%PDF-"))
	err := f.open(header)
	if err != nil && header > 0 {
		shifted := newFile(data[header:], budget)
		if shifted.open(0) == nil {
			f, err = shifted, nil
		}
	}
	if budget.Err() != nil {
		return nil, budget.Err()
	}
	if err == nil && f.sound() {
		return f, nil
	}
	again := newFile(data, budget)
	again.Version = f.Version
	if err == nil { // it can be a file that has no pages
		if again.rebuild(errors.New("the file's table of objects leads to no pages")) == nil && again.sound() {
			return again, nil
		}
		return f, budget.Err()
	}
	if err := again.rebuild(err); err != nil {
		return nil, err
	}
	return again, nil
}

func newFile(data []byte, budget *Budget) *File {
	return &File{data: data, entries: map[int]entry{}, objects: map[int]Value{}, packed: map[int]*packed{}, Budget: budget,
		damaged: map[string]bool{}}
}

// open reads the file by its table of objects.
func (f *File) open(header int) error {
	data := f.data
	if header < 0 {
		return errors.New("its beginning is gone")
	}
	v := data[header+5:]
	n := 0
	for n < len(v) && n < 8 && (v[n] == '.' || v[n]-'0' <= 9) {
		n++
	}
	f.Version = string(v[:n])
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return errors.New("the file is cut off: it has no startxref at its end")
	}
	l := Lexer{Data: data, Pos: at + len("startxref")}
	t := l.Next()
	if t.Kind != Number || !t.Whole || t.Num < 0 || t.Num >= float64(len(data)) {
		return syntax(t.At, "startxref leads nowhere")
	}
	if _, _, _, ok := nextObject(data, l.Pos); ok {
		return errAdded
	}
	if rest := bytes.Trim(bytes.Replace(data[l.Pos:], []byte("%%EOF"), nil, 1), "\x00\t\n\f\r "); len(rest) > 0 && rest[0]-'0' <= 9 {
		f.Note(errAdded) // the head of an object that is cut off
	}
	if err := f.sections(int(t.Num)); err != nil {
		return fmt.Errorf("the file's table of objects is damaged: %w", err)
	}
	f.unlock()
	return nil
}

// sound reports whether the file leads to pages, or is one that has none, as a file of comments.
func (f *File) sound() bool {
	if f.Locked != nil {
		return true
	}
	root := f.Dict(f.Trailer["Root"])
	return f.Dict(root["Pages"]) != nil || root["FDF"] != nil
}
