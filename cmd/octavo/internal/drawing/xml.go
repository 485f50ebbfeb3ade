package drawing

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// The most that is read of a file: more is a mistake or malice. A map of a country or a plot of 100,000 points stays below.
const (
	maxFile     = 16 << 20 // bytes
	maxElements = 400_000
	maxDepth    = 128
	maxEntities = 64
	maxEntity   = 1024 // bytes
)

// node is an element of SVG, or characters where name is "".
type node struct {
	name   string
	text   string
	attrs  map[string]string // xlink:href is href
	kids   []*node
	parent *node
	line   int
}

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// attr returns the value of an attribute.
func (n *node) attr(name string) string { return n.attrs[name] }

// parse reads the elements of SVG in a file into a tree. Elements of other vocabularies, such as an editor's notes to itself, are
// left out.
func parse(data []byte) (*node, error) {
	if len(data) > maxFile {
		return nil, &Error{0, fmt.Sprintf("it has more than %d MB", maxFile>>20), "simplify it in a drawing program, or export it as PNG"}
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Entity = map[string]string{}
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		switch strings.ToLower(label) {
		case "iso-8859-1", "latin1", "us-ascii", "windows-1252":
			return charmap.Windows1252.NewDecoder().Reader(in), nil
		}
		return nil, fmt.Errorf("it is written in %s; save it in UTF-8", label)
	}
	p := &parser{d: d}
	if err := p.read(); err != nil {
		return nil, err
	}
	if p.root == nil || p.root.name != "svg" {
		return nil, &Error{0, "there is no drawing in it", "export it again as SVG"}
	}
	return p.root, nil
}

type parser struct {
	d        *xml.Decoder
	root, at *node
	elements int
	depth    int
	foreign  int // depth within an element of another vocabulary
}

func (p *parser) line() int {
	line, _ := p.d.InputPos()
	return line
}

func (p *parser) read() error {
	for {
		t, err := p.d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return p.broken(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := p.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			p.depth--
			if p.foreign > 0 {
				p.foreign--
			} else if p.at != nil {
				p.at = p.at.parent
			}
		case xml.CharData:
			if p.foreign == 0 && p.at != nil {
				p.at.kids = append(p.at.kids, &node{text: string(t), parent: p.at, line: p.line()})
			}
		case xml.Directive:
			if err := p.directive(string(t)); err != nil {
				return err
			}
		}
	}
}

// broken makes an Error of one that the decoder gives.
func (p *parser) broken(err error) error {
	const again = "export it again; if you wrote it by hand, close every element and write & as &amp;"
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return &Error{syntax.Line, "the XML is broken: " + syntax.Msg, again}
	}
	return &Error{p.line(), "the XML is broken: " + err.Error(), again}
}

func (p *parser) start(t xml.StartElement) error {
	p.elements++
	p.depth++
	switch {
	case p.elements > maxElements:
		return &Error{p.line(), fmt.Sprintf("there are more than %d elements", maxElements), "simplify it in a drawing program, or export it as PNG"}
	case p.depth > maxDepth:
		return &Error{p.line(), fmt.Sprintf("elements are nested more than %d deep", maxDepth), "simplify it in a drawing program, or export it as PNG"}
	case p.foreign > 0 || t.Name.Space != svgSpace && t.Name.Space != "":
		p.foreign++
		return nil
	}
	n := &node{name: t.Name.Local, attrs: map[string]string{}, parent: p.at, line: p.line()}
	for _, a := range t.Attr {
		switch a.Name.Space {
		case "":
			n.attrs[a.Name.Local] = a.Value
		case xlinkSpace, "xlink":
			if _, ok := n.attrs["href"]; a.Name.Local == "href" && !ok {
				n.attrs["href"] = a.Value
			}
		case xmlSpace, "xml":
			if a.Name.Local == "space" {
				n.attrs["xml:space"] = a.Value
			}
		}
	}
	if p.at != nil {
		p.at.kids = append(p.at.kids, n)
	} else if p.root == nil {
		p.root = n
	}
	p.at = n
	return nil
}

// entity matches the declaration of an entity that stands for a few characters.
var entity = lazyregexp.New(`<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>`)

// directive reads the entities that a document type declares, as Illustrator's files do for namespaces. One that stands for other
// entities or for a file is refused: that is how a few lines become gigabytes, or a password.
func (p *parser) directive(s string) error {
	if strings.Count(s, "<!ENTITY") == 0 {
		return nil
	}
	found := entity().FindAllStringSubmatch(s, -1)
	if len(found) != strings.Count(s, "<!ENTITY") || len(found) > maxEntities {
		return &Error{p.line(), "entities that lead outside the file are declared", "export it again as plain SVG"}
	}
	for _, m := range found {
		value := m[2] + m[3]
		if strings.ContainsAny(value, "&%<") || len(value) > maxEntity {
			return &Error{p.line(), "an entity is made of others", "export it again as plain SVG"}
		}
		p.d.Entity[m[1]] = value
	}
	return nil
}
