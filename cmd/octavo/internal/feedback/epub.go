package feedback

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/locate"
)

// epubFile is an EPUB in which places are looked up.
type epubFile struct {
	files map[string]*zip.File
	spine []string // paths of its documents, in order
	pages map[string]*document
	left  int64 // bytes that may still be read
	room  int   // nodes that may still be made
	marks int   // bytes that may still be marked
	err   error // the book is too large, so that some places are missing
}

// Limits of an EPUB and of what is marked in it, a hundred times what a book needs.
const (
	maxBook   = 128 << 20
	maxNodes  = 1_000_000
	maxQuoted = 10_000_000
)

func openBook(data []byte) (*epubFile, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	b := &epubFile{files: map[string]*zip.File{}, pages: map[string]*document{}, left: maxBook, room: maxNodes, marks: maxQuoted}
	for _, f := range z.File[:min(len(z.File), 20000)] {
		b.files[f.Name] = f
	}
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := b.decode("META-INF/container.xml", &container); err != nil || len(container.Roots) == 0 {
		return nil, fmt.Errorf("it is no EPUB: %w", err)
	}
	var pkg struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			IDRef string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	opf := container.Roots[0].Path
	if err := b.decode(opf, &pkg); err != nil {
		return nil, fmt.Errorf("its package document: %w", err)
	}
	href := map[string]string{}
	for _, it := range pkg.Items {
		if h, err := url.PathUnescape(it.Href); err == nil {
			href[it.ID] = path.Join(path.Dir(opf), h)
		}
	}
	for _, it := range pkg.Spine {
		b.spine = append(b.spine, href[it.IDRef])
	}
	return b, nil
}

var errTooLarge = errors.New("it, or what is marked in it, is larger than a book")

func (b *epubFile) read(name string) ([]byte, error) {
	f := b.files[name]
	if f == nil {
		return nil, fmt.Errorf("it has no %s", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, b.left+1))
	if b.left -= int64(len(data)); err == nil && b.left < 0 {
		err = errTooLarge
	}
	return data, err
}

func (b *epubFile) decode(name string, v any) error {
	data, err := b.read(name)
	if err != nil {
		return err
	}
	return xml.Unmarshal(data, v)
}

// page returns a document of the book, nil when it cannot be read.
func (b *epubFile) page(name string) *document {
	if d, ok := b.pages[name]; ok {
		return d
	}
	b.pages[name] = nil
	data, err := b.read(name)
	if err != nil {
		if errors.Is(err, errTooLarge) {
			b.err = err
		}
		return nil
	}
	root, nodes := parse(string(data), b.room)
	if b.room -= nodes; b.room < 0 {
		b.err = errTooLarge
		return nil
	}
	b.pages[name] = documentOf(root)
	return b.pages[name]
}

// spot is a place in a document: an offset in UTF-16 units into the text or element n.
type spotIn struct {
	n      *node
	offset int
}

// cfi records the words at an EPUB CFI (idpf.org/epub/linking/cfi), a point or a range.
func (b *epubFile) cfi(s *locate.Seen, cfi string) {
	_, cfi, ok := strings.Cut(cfi, "epubcfi(")
	if !ok {
		return
	}
	cfi = strings.TrimSuffix(strings.TrimSpace(cfi), ")")
	parts := splitCFI(cfi)
	from, to := parts[0], parts[0]
	if len(parts) == 3 {
		from, to = parts[0]+parts[1], parts[0]+parts[2]
	}
	doc, start := b.resolve(from)
	if doc == nil {
		return
	}
	_, end := b.resolve(to)
	first, last := doc.place(start), doc.place(end)
	b.around(s, doc.flat, first, last)
}

// splitCFI splits a range at its commas outside of brackets.
func splitCFI(s string) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(s) {
		switch {
		case s[i] == '^':
			continue
		case s[i] == '[':
			depth++
		case s[i] == ']':
			depth--
		case s[i] == ',' && depth == 0:
			out = append(out, s[from:i])
			from = i + 1
		}
	}
	return append(out, s[from:])
}

// resolve follows a CFI's path: "/6/14!/4/2/1:12". The steps before "!" are in the package document: the second is the
// index in the spine.
func (b *epubFile) resolve(cfi string) (doc *document, at spotIn) {
	before, inside, ok := strings.Cut(cfi, "!")
	if !ok {
		return nil, at
	}
	steps := stepsOf(before)
	if len(steps) < 2 {
		return nil, at
	}
	i := steps[len(steps)-1].n/2 - 1
	if i < 0 || i >= len(b.spine) {
		return nil, at
	}
	if doc = b.page(b.spine[i]); doc == nil {
		return nil, at
	}
	path, offset, _ := strings.Cut(inside, ":")
	n := doc.root
	for _, c := range n.children {
		if c.name != "" {
			n = c // the first step is from the root element
		}
	}
	steps = stepsOf(path)
	for i := len(steps) - 1; i >= 0; i-- { // an element with an id is found by it, even if it has moved
		if steps[i].id != "" {
			if found := doc.ids[steps[i].id]; found != nil {
				n, steps = found, steps[i+1:]
				break
			}
		}
	}
	for _, step := range steps {
		next := n.child(step.n)
		if next == nil {
			break
		}
		n = next
	}
	figures := offset[:len(offset)-len(strings.TrimLeft(offset, "0123456789"))]
	units, err := strconv.Atoi(figures)
	if err != nil || units > 1<<30 {
		units = 0
	}
	return doc, spotIn{n, units}
}

type step struct {
	n  int
	id string
}

func stepsOf(s string) []step {
	var out []step
	for _, part := range strings.Split(s, "/") {
		if part == "" {
			continue
		}
		digits, id, _ := strings.Cut(part, "[")
		id, _, _ = strings.Cut(id, "]")
		n, err := strconv.Atoi(strings.TrimSpace(digits))
		if err != nil || len(out) > 200 {
			return out
		}
		out = append(out, step{n, strings.ReplaceAll(id, "^", "")})
	}
	return out
}

// place returns the byte offset of a place in the document's text, -1 if it has none.
func (d *document) place(spot spotIn) int {
	if at, ok := d.places[spot.n]; ok {
		return at + units(spot.n.text, spot.offset)
	}
	return -1
}

// around records the words between two places, none for a point.
func (b *epubFile) around(s *locate.Seen, text string, from, to int) {
	if from < 0 || from > len(text) {
		return
	}
	to = min(max(from, to), len(text))
	if b.marks -= to - from; b.marks < 0 {
		b.err = errTooLarge
		return
	}
	begin := max(0, from-200)
	for begin > 0 && begin < from && text[begin]&0xC0 == 0x80 {
		begin++
	}
	end := min(len(text), to+200)
	for end < len(text) && text[end]&0xC0 == 0x80 {
		end++
	}
	s.Before, s.Words, s.After = text[begin:from], strings.TrimSpace(text[from:to]), text[to:end]
}

// position records the words at a TextPositionSelector: character offsets into a document's text with its white space
// unchanged.
func (b *epubFile) position(s *locate.Seen, source string, from, to float64) {
	source, _, _ = strings.Cut(source, "#")
	if u, err := url.PathUnescape(source); err == nil {
		source = u
	}
	for _, name := range b.spine {
		if name != source && !strings.HasSuffix(source, "/"+name) && !strings.HasSuffix(name, "/"+source) {
			continue
		}
		doc := b.page(name)
		if doc == nil || !(from >= 0 && to >= from && to < 1e8) {
			return
		}
		b.around(s, doc.body, doc.unit(int(from)), doc.unit(int(to)))
		return
	}
}
