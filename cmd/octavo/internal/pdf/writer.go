package pdf

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// file is a PDF file as numbered objects. Every file begins with the page tree, the resources, a page and its contents
// for each page, the info dictionary and the catalog; later objects refer to them by these numbers.
type file struct {
	version  string        // of PDF
	packed   bool          // small objects lie in streams
	objects  []object      // [0] is unused
	places   []packedPlace // of the objects that are packed
	root     int
	info     int
	metadata int // 0: there is none
}

// object is the content between "n 0 obj" and "endobj". A stream's dictionary includes its Length.
type object struct {
	body    []byte
	stream  []byte
	isData  bool // has a stream
	isLoose bool // is not to be packed
}

const (
	pagesObject     = 1
	resourcesObject = 2
	firstPage       = 3
	objectsOfPage   = 2
)

func pageObject(pg int) int { return firstPage + objectsOfPage*pg }

// newFile returns a file whose first objects are reserved for the given number of pages.
func newFile(pages int) *file {
	info := pageObject(pages)
	return &file{objects: make([]object, info+2), info: info, root: info + 1}
}

// add appends an object and returns its number.
func (f *file) add(body string) int {
	f.objects = append(f.objects, object{body: []byte(body)})
	return len(f.objects) - 1
}

// reserve returns the number of an object to be set later.
func (f *file) reserve() int { return f.add("null") }

func (f *file) set(n int, body string) { f.objects[n] = object{body: []byte(body)} }

// setStream makes object n a stream; dict holds the entries of its dictionary except Length.
func (f *file) setStream(n int, dict string, data []byte) {
	f.objects[n] = object{body: fmt.Appendf(nil, "<<%s/Length %d>>", dict, len(data)), stream: data, isData: true}
}

// setLoose marks object n as one that is never packed, because it differs from copy to copy.
func (f *file) setLoose(n int, body string) {
	f.objects[n] = object{body: []byte(body), isLoose: true}
}

func (f *file) addStream(dict string, data []byte) int {
	n := f.reserve()
	f.setStream(n, dict, data)
	return n
}

// write writes the file, packed if pack has been called. Its ID is a hash of everything before the trailer, so that
// files have the same ID if and only if their content is the same.
func (f *file) write(w io.Writer) error {
	out := &hashedWriter{w: bufio.NewWriterSize(w, 1<<16), hash: sha256.New()}
	out.string("%PDF-" + f.version + "\n%\xE2\xE3\xCF\xD3\n")
	places := f.places
	offsets := make([]int64, len(f.objects))
	for n := 1; n < len(f.objects); n++ {
		if n < len(places) && places[n].stream > 0 {
			continue
		}
		offsets[n] = out.n
		out.object(n, &f.objects[n])
	}
	id := out.hash.Sum(nil)[:16]
	xref := out.n
	if f.packed {
		trailer := fmt.Sprintf("/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]", f.root, f.info, id, id)
		table, err := f.crossReferenceStream(offsets, places, xref, trailer)
		if err != nil {
			return err
		}
		out.object(len(offsets), &table)
		out.string(fmt.Sprintf("startxref\n%d\n%%%%EOF\n", xref))
		return out.w.Flush()
	}
	out.string(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(offsets)))
	var entry []byte
	for _, offset := range offsets[1:] {
		entry = fmt.Appendf(entry[:0], "%010d 00000 n \n", offset)
		out.bytes(entry)
	}
	out.string(fmt.Sprintf("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets), f.root, f.info, id, id, xref))
	if out.n > 9_999_999_999 {
		return fmt.Errorf("the file has %d bytes, more than an xref table can tell", out.n)
	}
	return out.w.Flush()
}

// hashedWriter counts and hashes what is written. The bufio.Writer keeps the first error for Flush.
type hashedWriter struct {
	w    *bufio.Writer
	hash hash.Hash
	n    int64
}

func (h *hashedWriter) bytes(b []byte) {
	h.hash.Write(b)
	h.w.Write(b)
	h.n += int64(len(b))
}

func (h *hashedWriter) object(n int, o *object) {
	h.string(strconv.Itoa(n))
	h.string(" 0 obj\n")
	h.bytes(o.body)
	if o.isData {
		h.string("\nstream\n")
		h.bytes(o.stream)
		h.string("\nendstream")
	}
	h.string("\nendobj\n")
}

func (h *hashedWriter) string(s string) { h.bytes([]byte(s)) }
