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
	"unicode/utf16"
)

// book is an EPUB, as far as places in it need it.
type book struct {
	files map[string]*zip.File
	spine []string // paths of its documents, in order
	pages map[string]*node
	left  int64 // bytes that may still be read
}

// node is an element or a text of a document.
type node struct {
	name     string // "" of a text
	id       string
	text     string
	children []*node
}

const maxBook = 256 << 20

func openBook(data []byte) (*book, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	b := &book{files: map[string]*zip.File{}, pages: map[string]*node{}, left: maxBook}
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

var errTooLarge = errors.New("it is too large")

func (b *book) read(name string) ([]byte, error) {
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

func (b *book) decode(name string, v any) error {
	data, err := b.read(name)
	if err != nil {
		return err
	}
	return xml.Unmarshal(data, v)
}

// page is a document of the book, nil when it cannot be read.
func (b *book) page(name string) *node {
	if n, ok := b.pages[name]; ok {
		return n
	}
	b.pages[name] = nil
	data, err := b.read(name)
	if err != nil {
		return nil
	}
	root := &node{name: "#document"}
	stack := []*node{root}
	d := lenient(string(data))
	for len(stack) < 500 {
		t, err := d.Token()
		if err != nil {
			break
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, id: attribute(t, "id")}
			top.children = append(top.children, n)
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
		case xml.CharData:
			if k := len(top.children); k > 0 && top.children[k-1].name == "" {
				top.children[k-1].text += string(t) // around a comment
			} else {
				top.children = append(top.children, &node{text: string(t)})
			}
		}
	}
	b.pages[name] = root
	return root
}

// spot is a place in a document: so many UTF-16 units into the text or element n.
type spotIn struct {
	n      *node
	offset int
}

// cfi notes the words at an EPUB CFI (idpf.org/epub/linking/cfi), a point or a range.
func (b *book) cfi(s *Seen, cfi string) {
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
	quote(s, doc, start, end)
}

// splitCFI parts a range at its commas; those within brackets part nothing.
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

// resolve walks along a CFI's path: "/6/14!/4/2/1:12". The steps before "!" are in the package: the second is the
// spine's.
func (b *book) resolve(cfi string) (doc *node, at spotIn) {
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
	n := doc
	for _, c := range doc.children {
		if c.name != "" {
			n = c // the first step is from the root element
		}
	}
	steps = stepsOf(path)
	for i := len(steps) - 1; i >= 0; i-- { // what has an id is found by it, wherever it has gone
		if steps[i].id != "" {
			if found := doc.find(steps[i].id, 0); found != nil {
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
	return doc, spotIn{n, number(offset)}
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

// child is the n-th child as CFIs count: elements are even, the texts between them odd.
func (n *node) child(k int) *node {
	elements := 0
	for _, c := range n.children {
		if c.name != "" {
			elements++
			if 2*elements == k {
				return c
			}
		} else if 2*elements+1 == k {
			return c
		}
	}
	return nil
}

func (n *node) find(id string, depth int) *node {
	if depth > 500 {
		return nil
	}
	for _, c := range n.children {
		if c.id == id {
			return c
		}
		if f := c.find(id, depth+1); f != nil {
			return f
		}
	}
	return nil
}

// flatten is a document's text; at calls what begins where.
func (n *node) flatten(b *strings.Builder, at func(*node, int)) {
	at(n, b.Len())
	if n.name == "" {
		b.WriteString(n.text)
		return
	}
	if n.name == "head" || n.name == "script" || n.name == "style" {
		return
	}
	for _, c := range n.children {
		c.flatten(b, at)
	}
	switch n.name {
	case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote", "div", "section",
		"figcaption", "br":
		b.WriteByte('\n')
	}
}

// quote notes the words of a document from one place to another, and what stands around them.
func quote(s *Seen, doc *node, start, end spotIn) {
	var b strings.Builder
	places := map[*node]int{}
	doc.flatten(&b, func(n *node, at int) { places[n] = at })
	text := b.String()
	from, to := -1, -1
	if at, ok := places[start.n]; ok {
		from = at + units(start.n.text, start.offset)
	}
	if at, ok := places[end.n]; ok {
		to = at + units(end.n.text, end.offset)
	}
	around(s, text, from, to)
}

// around notes a piece of a text. A point, from one place to the same, gets no words.
func around(s *Seen, text string, from, to int) {
	if from < 0 || from > len(text) {
		return
	}
	to = min(max(from, to), len(text))
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

// units is how many bytes so many UTF-16 units of a text are.
func units(s string, n int) int {
	for i, r := range s {
		if n <= 0 {
			return i
		}
		n -= max(1, utf16.RuneLen(r))
	}
	return len(s)
}

// position notes the words at a TextPositionSelector: characters of a document's text, white left as it is.
func (b *book) position(s *Seen, source string, from, to float64) {
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
		var text strings.Builder
		body(doc).raw(&text, 0)
		t := text.String()
		around(s, t, units(t, int(from)), units(t, int(to)))
		return
	}
}

func body(doc *node) *node {
	for _, root := range doc.children {
		for _, c := range root.children {
			if c.name == "body" {
				return c
			}
		}
	}
	return doc
}

func (n *node) raw(b *strings.Builder, depth int) {
	b.WriteString(n.text)
	for _, c := range n.children {
		c.raw(b, depth+1)
	}
}
