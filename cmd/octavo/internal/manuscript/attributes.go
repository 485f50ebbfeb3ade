package manuscript

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// attribute is an attribute in braces, with its place in the source.
type attribute struct {
	key, value string // key is "#" or "." for an id or a class
	source     string
	start, end int
}

// attributesName is the name under which a heading, a caption or a picture keeps its attributes in goldmark's tree.
var attributesName = "octavo"

// attributesOf returns the attributes that a heading, a caption or a picture has.
func attributesOf(n ast.Node) []attribute {
	value, _ := n.AttributeString(attributesName)
	attrs, _ := value.([]attribute)
	return attrs
}

// maxAttributes is the largest number of attributes in a pair of braces.
const maxAttributes = 16

// attributes parses attributes in braces at an offset of the source: {#id .class key=value key="value"}; {-} is {.unnumbered}, and
// the braces may begin with a colon, as in kramdown. It returns them and the offset after the closing brace, or nil if there are
// none. All must be on one line. Quotes may be typographic, because some editors convert them automatically.
func attributes(source []byte, at int) (attrs []attribute, end int) {
	if at >= len(source) || source[at] != '{' {
		return nil, 0
	}
	b, _ := cutLine(source[:min(len(source), at+500)][at:])
	i := 1
	if i < len(b) && b[i] == ':' {
		i++
	}
	for i < len(b) {
		switch c := b[i]; {
		case c == ' ' || c == '\t':
			i++
			continue
		case c == '}':
			return attrs, at + i + 1
		}
		a, n := oneAttribute(b[i:])
		if n == 0 || len(attrs) == maxAttributes {
			return nil, 0
		}
		a.start = at + i
		if i += n; i >= len(b) || b[i] != ' ' && b[i] != '\t' && b[i] != '}' {
			return nil, 0
		}
		a.end, a.source = at+i, string(source[a.start:at+i])
		attrs = append(attrs, a)
	}
	return nil, 0
}

// oneAttribute parses the attribute that b begins with, and returns its length, 0 if there is none.
func oneAttribute(b []byte) (a attribute, n int) {
	switch b[0] {
	case '-':
		return attribute{key: ".", value: "unnumbered"}, 1
	case '#':
		n = 1 + idLength(b[1:])
		a.key, a.value = "#", string(b[1:n])
	case '.':
		n = 1 + word(b[1:])
		a.key, a.value = ".", string(b[1:n])
	default:
		n = word(b)
		if n >= len(b) || b[n] != '=' {
			return a, 0
		}
		value, width := attributeValue(b[n+1:])
		a.key, a.value = string(b[:n]), string(value)
		n += 1 + width
	}
	if a.key == "" || a.value == "" && !strings.HasSuffix(a.key, "alt") { // no description is a picture's: it is decoration
		return a, 0
	}
	return a, n
}

// word returns the length of the name at the start of b.
func word(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == '-' || b[n] == '_' || b[n] == ':' || b[n] >= '0' && b[n] <= '9' ||
		b[n]|0x20 >= 'a' && b[n]|0x20 <= 'z') {
		n++
	}
	return n
}

// idLength returns the length of the id at the start of b: letters and figures of any script, and the signs that Pandoc allows.
func idLength(b []byte) int {
	n := 0
	for n < len(b) {
		r, size := utf8.DecodeRune(b[n:])
		if !isWord(r) && r != '-' && r != '_' && r != ':' && r != '.' || r == utf8.RuneError || unicode.IsSpace(r) {
			break
		}
		n += size
	}
	return n
}

// attributeValue parses a value, quoted or not, and returns it with its length in the source.
func attributeValue(b []byte) (value []byte, n int) {
	for _, q := range [...][2]string{{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"‘", "’"}} {
		rest, ok := bytes.CutPrefix(b, []byte(q[0]))
		if !ok {
			continue
		}
		line, _ := cutLine(rest)
		if i := bytes.Index(line[:min(len(line), 400)], []byte(q[1])); i >= 0 {
			return rest[:i], len(q[0]) + i + len(q[1])
		}
		return nil, 0
	}
	for n < len(b) && (word(b[n:n+1]) > 0 || b[n] == '.' || b[n] == '%' || b[n] == '/' || b[n] == '#') {
		n++
	}
	return b[:n], n
}

// ends reports whether attributes at the end of a node's text are the node's own: a heading's, or those of a table's caption.
func (s *spanner) ends(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Heading:
		return true
	case *ast.Paragraph:
		return isCaption(s.source, n)
	case *extast.TableCell: // a caption directly under its table is a row of one cell
		row := n.Parent()
		return n.PreviousSibling() == nil && row.NextSibling() == nil && n.Lines().Len() > 0 &&
			captionLead(string(s.source[n.Lines().At(0).Start:n.Lines().At(0).Stop])) > 0
	}
	return false
}

// trailing takes the attributes at the end of a node's text out of it, and gives them to the node. Those directly after words in
// brackets, emphasis, code or a link belong to these.
func (s *spanner) trailing(n ast.Node) {
	last, ok := n.LastChild().(*ast.Text)
	if !ok {
		return
	}
	first := last
	for {
		before, ok := first.PreviousSibling().(*ast.Text)
		if !ok || before.SoftLineBreak() || before.HardLineBreak() || before.Segment.Stop != first.Segment.Start {
			break
		}
		first = before
	}
	words := bytes.TrimRight(s.source[first.Segment.Start:last.Segment.Stop], " \t")
	open := bytes.LastIndexByte(words, '{')
	if open < 0 || open > 0 && bytes.IndexByte([]byte("\\])*_`~>^="), words[open-1]) >= 0 || open == 0 && first.PreviousSibling() != nil {
		return
	}
	at := first.Segment.Start + open
	attrs, end := attributes(s.source, at)
	if attrs == nil || end != first.Segment.Start+len(words) {
		return
	}
	n.SetAttributeString(attributesName, attrs)
	t := first
	for t.Segment.Stop < at {
		t = t.NextSibling().(*ast.Text)
	}
	t.Segment = t.Segment.WithStop(at)
	for next := t.NextSibling(); next != nil; next = t.NextSibling() {
		n.RemoveChild(n, next)
	}
	if t.Segment.IsEmpty() {
		n.RemoveChild(n, t)
	}
}
