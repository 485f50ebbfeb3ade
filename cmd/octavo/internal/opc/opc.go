// Package opc reads the parts of a Word file: a zip file by the Open Packaging Conventions (ISO/IEC 29500-2). [Open] opens one,
// [Container.Read] unpacks a part within limits, and [Container.Elements] walks through its XML.
package opc

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
	MaxEntries = 10_000
	MaxDepth   = 400       // elements inside each other
	maxPart    = 96 << 20  // bytes of one part, unpacked
	maxTotal   = 192 << 20 // bytes of all parts that are read, unpacked

	// maxElements is the number of elements of all parts that are read. A manuscript of a million words in which Word has recorded each
	// of its sittings has half of them.
	maxElements = 3_000_000
)

// ErrTooLarge is the error of a file beyond a limit, which the error that wraps it names.
var ErrTooLarge = errors.New("it holds more than a manuscript can")

// tooLarge returns an [ErrTooLarge] that names the limit: "10,000 parts".
func tooLarge(limit string) error { return fmt.Errorf("%w: more than %s", ErrTooLarge, limit) }

// Container is a file whose parts can be read.
type Container struct {
	files    map[string]*zip.File // by the name in small letters, as Word compares them
	left     int64                // bytes that may still be unpacked
	elements int                  // that may still be walked through
}

// Open opens a file. If it is not a Word file, the error says what it is, if that can be recognised.
func Open(r io.ReaderAt, size int64) (*Container, error) {
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
	case len(z.File) > MaxEntries:
		return nil, tooLarge("10,000 parts")
	}
	c := &Container{files: map[string]*zip.File{}, left: maxTotal, elements: maxElements}
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

// Has reports whether there is a part.
func (c *Container) Has(name string) bool { return c.files[strings.ToLower(name)] != nil }

// Read unpacks a part.
func (c *Container) Read(name string) ([]byte, error) {
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
	switch {
	case int64(len(data)) <= limit:
	case limit < maxPart:
		return nil, tooLarge("192 MB in all its parts")
	default:
		return nil, tooLarge("96 MB in part " + name)
	}
	if err != nil {
		return nil, fmt.Errorf("part %s is broken: %w", name, err)
	}
	c.left -= int64(len(data))
	return data, nil
}

// Related returns the parts that a part refers to with relations of a type, given by the last word of its URL:
// "comments", "footnotes". Of several of a type it is the first. The name "" is the package itself.
func (c *Container) Related(name string) (map[string]string, error) {
	out := map[string]string{}
	err := c.relations(name, func(_ string, r Relation) {
		if !r.External && out[r.Kind] == "" {
			out[r.Kind] = r.Target
		}
	})
	return out, err
}

// Relation is what a part refers to.
type Relation struct {
	Kind     string // the last word of the relation's type: "image", "hyperlink"
	Target   string // the name of a part, or an address
	External bool   // Target is an address
}

// Relations returns what a part refers to, by the ids that it uses.
func (c *Container) Relations(name string) (map[string]Relation, error) {
	out := map[string]Relation{}
	err := c.relations(name, func(id string, r Relation) { out[id] = r })
	return out, err
}

// relations calls f for each relation of a part, or of the package if the name is "", in the order of its file.
func (c *Container) relations(name string, f func(id string, r Relation)) error {
	rels := "_rels/.rels" // of the file itself
	if name != "" {
		rels = path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	}
	if !c.Has(rels) {
		return nil
	}
	return c.Elements(rels, func(e *xml.StartElement) bool {
		if e.Name.Local != "Relationship" {
			return true
		}
		r := Relation{Kind: path.Base(Attr(e, "Type")), Target: Attr(e, "Target"), External: Attr(e, "TargetMode") == "External"}
		switch {
		case r.External:
		case strings.HasPrefix(r.Target, "/"):
			r.Target = r.Target[1:]
		default:
			r.Target = path.Join(path.Dir(name), r.Target)
		}
		f(Attr(e, "Id"), r)
		return true
	}, nil, nil)
}

// Elements unpacks a part and walks through it: start is called for each start tag and reports whether to descend; end is called for
// end tags, text for character data. All but start may be nil.
func (c *Container) Elements(name string, start func(*xml.StartElement) bool, end func(local string), text func([]byte)) error {
	data, err := c.Read(name)
	if err != nil {
		return err
	}
	return elements(data, name, &c.elements, start, end, text)
}

// elements walks through the XML of a part, which may have so many elements.
func elements(data []byte, name string, room *int, start func(*xml.StartElement) bool, end func(local string), text func([]byte)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("it is written in %s; only UTF-8 can be read", charset)
	}
	var open []xml.Name
	skip := 0 // the depth of the element being skipped
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			if len(open) > 0 {
				return fmt.Errorf("part %s is cut short", name)
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("part %s is broken: %w", name, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if open = append(open, t.Name); len(open) > MaxDepth {
				return tooLarge("400 elements inside each other in part " + name)
			}
			if *room--; *room < 0 {
				return tooLarge("3,000,000 elements")
			}
			if skip == 0 && !start(&t) {
				skip = len(open)
			}
		case xml.EndElement:
			depth := len(open)
			if depth == 0 || open[depth-1] != t.Name {
				return fmt.Errorf("part %s is broken: it ends an element %s that has not begun", name, t.Name.Local)
			}
			open = open[:depth-1]
			switch {
			case skip == depth:
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

// Attr returns an attribute by its local name, "" when it is not there.
func Attr(e *xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
