package manuscript

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
)

// Attributes in braces follow directly after words in brackets, emphasis, a link, code or a picture, as in Pandoc:
// [mot]{lang=fr}, *mot*{lang=fr}, ![a door](door.png){#fig-door}. At the end of a heading or of a table's caption they are its own:
// # The door {#door}. Brackets without attributes, and braces that hold none, stay text, as in CommonMark.

// spanNode is a span with attributes or with a style of its own, or a note that stands in its place; its contents are its children.
type spanNode struct {
	ast.BaseInline
	attrs  []attribute
	styles []book.SpanStyle
	note   bool
}

var kindSpan = ast.NewNodeKind("OctavoSpan")

func (n *spanNode) Kind() ast.NodeKind            { return kindSpan }
func (n *spanNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// spanTransformer makes spans after goldmark has resolved links and emphasis.
type spanTransformer struct{}

func (spanTransformer) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	source := reader.Source()
	s := spanner{source: source, scripted: bytes.ContainsAny(source, "^~="), bracketed: bytes.IndexByte(source, '{') >= 0 || bytes.Contains(source, []byte("^["))}
	if s.scripted || s.bracketed {
		s.inside(doc)
	}
}

// spanner makes the spans of a text.
type spanner struct {
	source    []byte
	scripted  bool // the text may have superscripts and the like
	bracketed bool // it may have attributes, and notes in place
}

// inside makes the spans inside a node.
func (s *spanner) inside(n ast.Node) {
	if s.bracketed && s.ends(n) {
		s.trailing(n)
	}
	if n.Type() == ast.TypeInline || n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
		if s.scripted {
			s.scripts(n)
		}
		if s.bracketed {
			s.siblings(n)
		}
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
				if s.isNote(from, at) {
					from.at--
					before, note := s.wrap(parent, from, 2, t, at)
					note.note = true
					for i := len(open) - 1; i >= 0 && open[i].node == from.node; i-- {
						open[i].node = before
					}
					t = s.cut(parent, t, at+1)
					parent.InsertBefore(parent, t, note)
					n, at = t, t.Segment.Start-1
					continue
				}
				attrs, end := attributes(s.source, at+1)
				if attrs == nil || from.at+1 == at && !has(attrs, "#") || s.source[from.at+1] == '^' || !covers(t, end) {
					continue
				}
				before, span := s.wrap(parent, from, 1, t, at)
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

// isNote reports whether a bracket that closes at an offset ends a note in place: ^[like this]. The bracket that it answers is given.
func (s *spanner) isNote(from opening, at int) bool {
	return from.at > from.node.Segment.Start && s.source[from.at-1] == '^' && !escapedAt(s.source, from.at-1) &&
		len(bytes.TrimSpace(s.source[from.at+1:at])) > 0
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

// wrap moves the nodes between two signs, brackets for example, into a new span, which is not in the tree yet. The text before the
// opening sign, which is so many bytes wide, becomes a node of its own, before; the text node of the closing sign remains, for the
// caller to cut.
func (s *spanner) wrap(parent ast.Node, from opening, width int, last *ast.Text, at int) (before *ast.Text, span *spanNode) {
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
		piece(from.at+width, at)
	} else {
		first := from.node
		inner := ast.NewTextSegment(text.NewSegment(from.at+width, first.Segment.Stop))
		inner.SetPos(from.at + width)
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
// replaces n. An image keeps its attributes itself.
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
	t = s.cut(parent, t, end)
	if _, ok := n.(*ast.Image); ok {
		n.SetAttributeString(attributesName, append(attributesOf(n), attrs...))
		if t.Segment.IsEmpty() && !t.SoftLineBreak() && !t.HardLineBreak() {
			parent.RemoveChild(parent, t)
		}
		return n
	}
	span := &spanNode{attrs: attrs}
	span.SetPos(n.Pos())
	parent.InsertBefore(parent, t, span)
	parent.RemoveChild(parent, n)
	span.AppendChild(span, n)
	return span
}
