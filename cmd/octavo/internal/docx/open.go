package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits of a file. A manuscript of a million words needs a tenth of them.
const (
	maxEntries = 10_000
	maxPart    = 96 << 20  // bytes of one part, unpacked
	maxTotal   = 192 << 20 // bytes of all parts that are read, unpacked
	maxDepth   = 400       // elements inside each other
)

var errTooLarge = errors.New("it holds more than a manuscript can")

// container is a file whose parts can be read.
type container struct {
	files map[string]*zip.File // by the name in small letters, as Word compares them
	left  int64                // bytes that may still be unpacked
}

// openContainer opens a file. If it is not a Word file, the error says what it is, if that can be recognised.
func openContainer(r io.ReaderAt, size int64) (*container, error) {
	head := make([]byte, 8)
	n, _ := r.ReadAt(head, 0)
	z, err := zip.NewReader(r, size)
	switch {
	case bytes.HasPrefix(head[:n], []byte("\xD0\xCF\x11\xE0")):
		return nil, errors.New("it is an old Word file or has a password; save it as .docx without one")
	case bytes.HasPrefix(head[:n], []byte(`{\rtf`)):
		return nil, errors.New("it is a file in Rich Text Format; save it as .docx")
	case err != nil && bytes.HasPrefix(head[:n], []byte("PK")):
		return nil, fmt.Errorf("it is broken, perhaps cut short on its way: %w", err)
	case err != nil:
		return nil, errors.New("it is no Word file")
	case len(z.File) > maxEntries:
		return nil, errTooLarge
	}
	c := &container{files: map[string]*zip.File{}, left: maxTotal}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if c.files[name] == nil {
			c.files[name] = f
		}
	}
	if c.files["content.xml"] != nil && c.files["word/document.xml"] == nil {
		return nil, errors.New("it is an OpenDocument file; save it as .docx")
	}
	return c, nil
}

// has reports whether there is a part.
func (c *container) has(name string) bool { return c.files[strings.ToLower(name)] != nil }

// read unpacks a part.
func (c *container) read(name string) ([]byte, error) {
	f := c.files[strings.ToLower(name)]
	if f == nil {
		return nil, fmt.Errorf("it has no part %s", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("part %s is broken: %w", name, err)
	}
	defer r.Close()
	limit := min(maxPart, c.left)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return nil, errTooLarge
	}
	if err != nil {
		return nil, fmt.Errorf("part %s is broken: %w", name, err)
	}
	c.left -= int64(len(data))
	return data, nil
}

// related returns the parts that a part refers to with relations of a type, given by the last word of its URL:
// "comments", "footnotes". The name "" is the package itself.
func (c *container) related(name string) (map[string]string, error) {
	rels := "_rels/.rels" // of the file itself
	if name != "" {
		rels = path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	}
	out := map[string]string{}
	if !c.has(rels) {
		return out, nil
	}
	data, err := c.read(rels)
	if err != nil {
		return nil, err
	}
	err = elements(data, rels, func(e *xml.StartElement) bool {
		if e.Name.Local == "Relationship" && attr(e, "TargetMode") != "External" {
			kind := path.Base(attr(e, "Type"))
			target := attr(e, "Target")
			if strings.HasPrefix(target, "/") {
				target = target[1:]
			} else {
				target = path.Join(path.Dir(name), target)
			}
			if out[kind] == "" {
				out[kind] = target
			}
		}
		return true
	}, nil, nil)
	return out, err
}

// elements walks through a part: start is called for each start tag and reports whether to descend; end is called for
// end tags, text for character data. All but start may be nil.
func elements(data []byte, name string, start func(*xml.StartElement) bool, end func(local string), text func([]byte)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("it is written in %s; only UTF-8 can be read", charset)
	}
	depth, skip := 0, 0 // skip: the depth of the element being skipped
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			if depth > 0 {
				return fmt.Errorf("part %s is cut short", name)
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("part %s is broken: %w", name, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errTooLarge
			}
			if skip == 0 && !start(&t) {
				skip = depth
			}
		case xml.EndElement:
			if depth--; depth < 0 {
				return fmt.Errorf("part %s is broken: it ends what never began", name)
			}
			switch {
			case skip == depth+1:
				skip = 0
			case skip == 0 && end != nil:
				end(t.Name.Local)
			}
		case xml.CharData:
			if skip == 0 && text != nil {
				text(t)
			}
		}
	}
}

// attr returns an attribute by its local name, "" when it is not there.
func attr(e *xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
