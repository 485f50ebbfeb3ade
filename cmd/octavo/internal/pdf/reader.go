package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// file is a PDF file as numbered objects. The finisher reads fpdf's output into it, replaces and adds, and writes it.
type file struct {
	version  string        // of PDF
	packed   bool          // small objects lie in streams
	objects  []object      // [0] is unused
	places   []packedPlace // of the objects that are packed
	root     int
	info     int
	metadata int // 0: there is none
}

// object is what stands between "n 0 obj" and "endobj". A stream's dictionary holds its Length.
type object struct {
	body    []byte
	stream  []byte
	isData  bool // has a stream
	isLoose bool // is not to be packed
}

var errLayout = errors.New("not the layout that fpdf 0.12.0 writes")

func layoutError(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errLayout, fmt.Sprintf(format, args...))
}

// readFile reads what fpdf wrote: one xref table at the end, no gaps, every object at generation 0, stream lengths
// direct. It is no reader of PDF files in general, and an error is its answer to any other. The objects are slices of
// data.
func readFile(data []byte) (*file, error) {
	const startxref = "\nstartxref\n"
	i := bytes.LastIndex(data, []byte(startxref))
	if i < 0 {
		return nil, layoutError("no startxref")
	}
	s := scanner{data[i+len(startxref):]}
	table, ok := s.number()
	if !ok || table > i {
		return nil, layoutError("startxref leads nowhere")
	}
	s = scanner{data[table:i]}
	if !s.skip("xref\n0 ") {
		return nil, layoutError("no xref table at %d", table)
	}
	size, ok := s.number()
	// An entry has 20 bytes, which bounds what a forged size can make us set aside.
	if !ok || !s.skip("\n0000000000 65535 f \n") || size < 1 || size > len(s.rest)/20+1 {
		return nil, layoutError("broken xref table")
	}
	offsets := make([]int, size)
	for n := 1; n < size; n++ {
		if offsets[n], ok = s.number(); !ok || !s.skip(" 00000 n \n") || offsets[n] >= table {
			return nil, layoutError("broken xref entry of object %d", n)
		}
	}
	f := &file{objects: make([]object, size)}
	trailer := s.rest
	if f.root, ok = reference(trailer, "/Root "); !ok || f.root >= size {
		return nil, layoutError("no root")
	}
	if f.info, ok = reference(trailer, "/Info "); !ok || f.info >= size {
		return nil, layoutError("no info")
	}
	order := slices.Clone(offsets[1:])
	slices.Sort(order)
	for n := 1; n < size; n++ {
		end := table
		if k, _ := slices.BinarySearch(order, offsets[n]+1); k < len(order) {
			end = order[k]
		}
		if f.objects[n], ok = readObject(data[offsets[n]:end], n); !ok {
			return nil, layoutError("broken object %d", n)
		}
	}
	return f, nil
}

func readObject(b []byte, n int) (object, bool) {
	s := scanner{b}
	if v, ok := s.number(); !ok || v != n || !s.skip(" 0 obj\n") {
		return object{}, false
	}
	body, ok := bytes.CutSuffix(s.rest, []byte("\nendobj\n"))
	if !ok {
		return object{}, false
	}
	dict, rest, ok := bytes.Cut(body, []byte(">>\nstream\n"))
	if !ok {
		return object{body: body}, true
	}
	length, ok := integer(dict, "/Length ")
	if !ok || length > len(rest) || string(rest[length:]) != "\nendstream" {
		return object{}, false
	}
	return object{body: body[:len(dict)+2], stream: rest[:length], isData: true}, true
}

// scanner reads tokens off the front of bytes.
type scanner struct{ rest []byte }

func (s *scanner) skip(token string) bool {
	rest, ok := bytes.CutPrefix(s.rest, []byte(token))
	if ok {
		s.rest = rest
	}
	return ok
}

// number reads a number without a sign, of at most 10 digits as in an xref table.
func (s *scanner) number() (int, bool) {
	n := 0
	for n < len(s.rest) && n < 10 && s.rest[n] >= '0' && s.rest[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(string(s.rest[:n]))
	s.rest = s.rest[n:]
	return v, err == nil
}

// integer is the number after a key.
func integer(dict []byte, key string) (int, bool) {
	_, after, ok := bytes.Cut(dict, []byte(key))
	if !ok {
		return 0, false
	}
	s := scanner{after}
	return s.number()
}

// reference is the object that the reference after a key leads to.
func reference(dict []byte, key string) (int, bool) {
	_, after, ok := bytes.Cut(dict, []byte(key))
	if !ok {
		return 0, false
	}
	s := scanner{after}
	n, ok := s.number()
	return n, ok && n > 0 && s.skip(" 0 R")
}
