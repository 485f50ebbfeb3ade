package manuscript

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/language"
)

// Attributes in braces follow directly after words in brackets, emphasis, a link or code, as in Pandoc's bracketed_spans:
// [mot]{lang=fr}, *mot*{lang=fr}. The language is the only attribute with a meaning in the book. Brackets without attributes,
// and braces that hold none, stay text, as in CommonMark.

// spanNode is a span with attributes; its contents are its children.
type spanNode struct {
	ast.BaseInline
	attrs []attribute
}

var kindSpan = ast.NewNodeKind("OctavoSpan")

func (n *spanNode) Kind() ast.NodeKind            { return kindSpan }
func (n *spanNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// spanTransformer makes spans after goldmark has resolved links and emphasis.
type spanTransformer struct{}

func (spanTransformer) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	if source := reader.Source(); bytes.IndexByte(source, '{') >= 0 {
		s := spanner{source}
		s.inside(doc)
	}
}

type spanner struct{ source []byte }

// inside makes the spans inside a node.
func (s *spanner) inside(n ast.Node) {
	if n.Type() == ast.TypeInline || n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
		s.siblings(n)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.FirstChild() != nil && c.Kind() != ast.KindCodeSpan {
			s.inside(c)
		}
	}
}

// opening is a bracket that may open a span: its text node, and its offset in the source.
type opening struct {
	node *ast.Text
	at   int
}

// siblings makes the spans among the children of parent, in one pass.
func (s *spanner) siblings(parent ast.Node) {
	var open []opening
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok {
			n = s.behind(parent, n)
			continue
		}
		for at := t.Segment.Start; at < t.Segment.Stop; at++ {
			switch s.source[at] {
			case '\\':
				at++
			case '[':
				open = append(open, opening{t, at})
			case ']':
				if len(open) == 0 {
					continue
				}
				from := open[len(open)-1]
				open = open[:len(open)-1]
				attrs, end := attributes(s.source, at+1)
				if attrs == nil || from.at+1 == at || s.source[from.at+1] == '^' || !covers(t, end) {
					continue
				}
				before, span := s.wrap(parent, from, t, at)
				for i := len(open) - 1; i >= 0 && open[i].node == from.node; i-- {
					open[i].node = before
				}
				span.attrs = attrs
				t = s.cut(parent, t, end)
				parent.InsertBefore(parent, t, span)
				n, at = t, t.Segment.Start-1
			}
		}
	}
}

// covers reports whether the text nodes from t on reach the offset to in the source without a gap.
func covers(t *ast.Text, to int) bool {
	for t.Segment.Stop < to {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || t.SoftLineBreak() || t.HardLineBreak() || next.Segment.Start != t.Segment.Stop {
			return false
		}
		t = next
	}
	return true
}

// cut removes the text from t on up to the offset to in the source. It returns the text node with the rest, which may be
// empty; a line break after it is kept.
func (s *spanner) cut(parent ast.Node, t *ast.Text, to int) *ast.Text {
	for t.Segment.Stop < to {
		next := t.NextSibling().(*ast.Text)
		parent.RemoveChild(parent, t)
		t = next
	}
	t.Segment = text.NewSegment(to, t.Segment.Stop)
	return t
}

// wrap moves the nodes between two brackets into a new span, which is not in the tree yet. The text before the opening bracket
// becomes a node of its own, before; the text node of the closing bracket remains, for the caller to cut.
func (s *spanner) wrap(parent ast.Node, from opening, last *ast.Text, at int) (before *ast.Text, span *spanNode) {
	span = &spanNode{}
	span.SetPos(from.at)
	piece := func(start, stop int) {
		if start < stop {
			p := ast.NewTextSegment(text.NewSegment(start, stop))
			p.SetPos(start)
			span.AppendChild(span, p)
		}
	}
	if from.node == last {
		piece(from.at+1, at)
	} else {
		first := from.node
		inner := ast.NewTextSegment(text.NewSegment(from.at+1, first.Segment.Stop))
		inner.SetPos(from.at + 1)
		inner.SetSoftLineBreak(first.SoftLineBreak())
		inner.SetHardLineBreak(first.HardLineBreak())
		if inner.Segment.Len() > 0 || inner.SoftLineBreak() || inner.HardLineBreak() {
			span.AppendChild(span, inner)
		}
		for n := first.NextSibling(); n != last; {
			next := n.NextSibling()
			parent.RemoveChild(parent, n)
			span.AppendChild(span, n)
			n = next
		}
		piece(last.Segment.Start, at)
	}
	if start := from.node.Segment.Start; start < from.at {
		before = ast.NewTextSegment(text.Segment{Start: start, Stop: from.at, Padding: from.node.Segment.Padding})
		before.SetPos(start)
		parent.InsertBefore(parent, from.node, before)
	}
	if from.node != last {
		parent.RemoveChild(parent, from.node)
	}
	return before, span
}

// behind looks for attributes directly after n, if n is emphasis, a link, code or an image. It returns n, or the span that
// replaces n.
func (s *spanner) behind(parent, n ast.Node) ast.Node {
	switch n.(type) {
	case *ast.Emphasis, *extast.Strikethrough, *ast.Link, *ast.CodeSpan, *ast.Image:
	default:
		return n
	}
	t, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return n
	}
	attrs, end := attributes(s.source, t.Segment.Start)
	if attrs == nil || !covers(t, end) {
		return n
	}
	span := &spanNode{attrs: attrs}
	span.SetPos(n.Pos())
	t = s.cut(parent, t, end)
	parent.InsertBefore(parent, t, span)
	parent.RemoveChild(parent, n)
	span.AppendChild(span, n)
	return span
}

// language returns the language in a span's attributes, or "" if there is none. It reports all other attributes.
func (b *builder) language(n *spanNode) (lang string) {
	_, picture := n.FirstChild().(*ast.Image)
	picture = picture && n.ChildCount() == 1
	for _, a := range n.attrs {
		from, to := b.pos(a.start), b.pos(a.end).Offset
		switch {
		case picture:
			b.f.diags.Errorf("span-attribute", from, "a picture takes no attributes: %s", a.source).To(to).
				Note("delete the braces; a picture is as large as its pixels and the resolution in its file say")
		case a.key != "lang":
			b.f.diags.Errorf("span-attribute", from, "unsupported attribute %s", a.source).To(to).
				Note("delete it; what words take is their language: [mot]{lang=fr}")
		case !isLanguage(a.value):
			b.f.diags.Errorf("span-language", from, "unknown language %q", a.value).To(to).
				Note("write its tag, such as fr, de, la, pt-BR or zh-Hant")
		default:
			lang = language.MustParse(a.value).String()
		}
	}
	return lang
}

// isLanguage reports whether s is a BCP 47 tag whose subtags exist.
func isLanguage(s string) bool {
	_, err := language.Parse(s)
	return err == nil && !strings.Contains(s, "_")
}

// attribute is an attribute in braces, with its place in the source.
type attribute struct {
	key, value string // key is "#" or "." for an id or a class
	source     string
	start, end int
}

// maxAttributes is the largest number of attributes in a pair of braces.
const maxAttributes = 16

// attributes parses attributes in braces at an offset of the source: {#id .class key=value key="value"}. It returns them and
// the offset after the closing brace, or nil if there are none. All must be on one line. Quotes may be typographic, because
// some editors convert them automatically.
func attributes(source []byte, at int) (attrs []attribute, end int) {
	if at >= len(source) || source[at] != '{' {
		return nil, 0
	}
	b, _ := cutLine(source[:min(len(source), at+500)][at:])
	for i := 1; i < len(b); {
		switch c := b[i]; {
		case c == ' ' || c == '\t':
			i++
			continue
		case c == '}':
			return attrs, at + i + 1
		}
		a := attribute{start: at + i}
		n := 0
		if b[i] == '#' || b[i] == '.' {
			n = 1 + word(b[i+1:])
			a.key, a.value = string(b[i:i+1]), string(b[i+1:i+n])
		} else {
			n = word(b[i:])
			if i+n >= len(b) || b[i+n] != '=' {
				return nil, 0
			}
			a.key = string(b[i : i+n])
			value, width := attributeValue(b[i+n+1:])
			a.value, n = string(value), n+1+width
		}
		if a.key == "" || a.value == "" || len(attrs) == maxAttributes {
			return nil, 0
		}
		if i += n; i >= len(b) || b[i] != ' ' && b[i] != '\t' && b[i] != '}' {
			return nil, 0
		}
		a.end, a.source = at+i, string(source[a.start:at+i])
		attrs = append(attrs, a)
	}
	return nil, 0
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

// attributeValue parses a value, quoted or not, and returns it with its length in the source.
func attributeValue(b []byte) (value []byte, n int) {
	for _, q := range [...][2]string{{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"‘", "’"}} {
		rest, ok := bytes.CutPrefix(b, []byte(q[0]))
		if !ok {
			continue
		}
		line, _ := cutLine(rest)
		if i := bytes.Index(line[:min(len(line), 200)], []byte(q[1])); i >= 0 {
			return rest[:i], len(q[0]) + i + len(q[1])
		}
		return nil, 0
	}
	for n < len(b) && (word(b[n:n+1]) > 0 || b[n] == '.' || b[n] == '%' || b[n] == '/' || b[n] == '#') {
		n++
	}
	return b[:n], n
}
