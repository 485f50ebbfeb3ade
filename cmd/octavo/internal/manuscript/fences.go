package manuscript

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// containerNode is blocks that are set off, in whichever dialect: a fenced division of Pandoc, Quarto, Docusaurus and VitePress
// (::: note), an admonition of MkDocs (!!! note), an aside or a blurb of Markua (A> …, {blurb}).
type containerNode struct {
	ast.BaseBlock
	opens     int         // offset of the line that opens it
	attrs     []attribute // classes name its kind
	title     [2]int      // where the title is written; empty: it has none
	untitled  bool        // the author asked for no label
	end       ending
	prefix    byte // of every line, where it is byPrefix
	closed    bool
	closeMark string // that ends it, where it is byLine
}

// ending is how a container ends.
type ending uint8

const (
	byFence  ending = iota // at a line of colons
	byIndent               // before a line that is not indented
	byPrefix               // before a line that does not begin with its letter and >
	byLine                 // at a line of its own: {/blurb}
)

var kindContainer = ast.NewNodeKind("OctavoContainer")

func (n *containerNode) Kind() ast.NodeKind            { return kindContainer }
func (n *containerNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// The lines that open containers. A title is the last group of each.
var (
	divLine        = lazyregexp.New(`^:{3,}[ \t]*(\{[^\n]*\})?[ \t]*([A-Za-z][\w-]*)?[ \t]*(\{[^\n]*\})?[ \t]*(\[[^\n]*\]|[^\n{:\[][^\n]*?)?[ \t]*:*[ \t]*\r?\n?$`)
	divEnd         = lazyregexp.New(`^:{3,}[ \t]*\r?\n?$`)
	admonitionLine = lazyregexp.New(`^(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+[\w-]+)*[ \t]*(?:"([^"\n]*)")?[ \t]*\r?\n?$`)
	blurbLine      = lazyregexp.New(`^\{(aside|blurb)(?:,[ \t]*class:[ \t]*"?([a-z]+)"?)?[^}\n]*\}[ \t]*\r?\n?$`)
	markuaLine     = lazyregexp.New(`^[ABCDEIQTWX]>(?:[ \t]|\r?\n|$)`)
)

// markuaKinds are the kinds of Markua's asides by their letters (The Markua Spec, "Asides and Blurbs").
var markuaKinds = map[byte]string{'A': "aside", 'B': "blurb", 'C': "center", 'D': "discussion", 'E': "error", 'I': "information", 'Q': "question",
	'T': "tip", 'W': "warning", 'X': "exercise"}

// containerParser parses containers.
type containerParser struct{}

func (containerParser) Trigger() []byte { return []byte(":!?{ABCDEIQTWX") }

func (containerParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	rest, start := line[at:], seg.Start+at-seg.Padding
	var n *containerNode
	switch rest[0] {
	case ':':
		n = openFence(reader.Source(), rest, start, pc)
	case '!', '?':
		n = openAdmonition(rest, start)
	case '{':
		if m := blurbLine().FindSubmatch(rest); m != nil {
			kind := m[1]
			if len(m[2]) > 0 {
				kind = m[2]
			}
			n = &containerNode{end: byLine, closeMark: "{/" + string(m[1]) + "}", attrs: class(string(kind), start, len(rest))}
		}
	default:
		if markuaLine().Match(rest) {
			n = &containerNode{opens: start, end: byPrefix, prefix: rest[0], attrs: class(markuaKinds[rest[0]], start, 2)}
			reader.Advance(at)
			advancePrefix(reader)
			return n, parser.HasChildren
		}
	}
	if n == nil {
		return nil, parser.NoChildren
	}
	n.opens = start
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// class returns the attribute of a class that is written in another form.
func class(name string, at, length int) []attribute {
	return []attribute{{key: ".", value: name, source: name, start: at, end: at + length}}
}

// openFence returns the container that a line of colons opens. A line of colons alone, where no container is open, is reported.
func openFence(source, line []byte, at int, pc parser.Context) *containerNode {
	if divEnd().Match(line) {
		f := found(pc)
		f.diags.Errorf("div-stray", diag.Pos{Source: f.src, Offset: at}, "::: ends nothing").
			Note("write what it ends: a line such as ::: note before the passage; or delete it")
		return &containerNode{end: byIndent, closed: true, untitled: true}
	}
	m := divLine().FindSubmatchIndex(line)
	if m == nil {
		return nil
	}
	n := &containerNode{end: byFence}
	for _, i := range []int{1, 3} {
		if m[2*i] >= 0 {
			attrs, end := attributes(source, at+m[2*i])
			if attrs == nil || end != at+m[2*i+1] {
				return nil
			}
			n.attrs = append(n.attrs, attrs...)
		}
	}
	if m[4] >= 0 {
		n.attrs = append(n.attrs, class(string(line[m[4]:m[5]]), at+m[4], m[5]-m[4])...)
	}
	if len(n.attrs) == 0 {
		return nil
	}
	if m[8] >= 0 {
		n.title = [2]int{at + m[8], at + m[9]}
		if line[m[8]] == '[' {
			n.title[0]++
			n.title[1]--
		}
	}
	return n
}

// openAdmonition returns the container of a line of MkDocs or Python-Markdown.
func openAdmonition(line []byte, at int) *containerNode {
	m := admonitionLine().FindSubmatchIndex(line)
	if m == nil {
		return nil
	}
	n := &containerNode{end: byIndent, attrs: class(string(line[m[2]:m[3]]), at+m[2], m[3]-m[2])}
	if m[4] >= 0 {
		n.title, n.untitled = [2]int{at + m[4], at + m[5]}, m[4] == m[5]
	}
	return n
}

func (containerParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*containerNode)
	line, _ := reader.PeekLine()
	switch n.end {
	case byIndent:
		if util.IsBlank(line) {
			return parser.Continue | parser.HasChildren
		}
		at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
		if at < 0 || n.closed {
			return parser.Close
		}
		reader.AdvanceAndSetPadding(at, padding)
	case byPrefix:
		indent, at := util.IndentWidth(line, reader.LineOffset())
		if indent > 3 || at+1 >= len(line) || line[at] != n.prefix || line[at+1] != '>' {
			return parser.Close
		}
		reader.Advance(at)
		advancePrefix(reader)
	default:
		if n.ends(bytes.TrimLeft(line, " \t"), pc) {
			n.closed = true
			reader.AdvanceToEOL()
			return parser.Close
		}
	}
	return parser.Continue | parser.HasChildren
}

// ends reports whether a line ends the container: where no other is open inside it, and no code, whose lines are its own.
func (n *containerNode) ends(line []byte, pc parser.Context) bool {
	if n.end == byFence && !divEnd().Match(line) || n.end == byLine && string(bytes.TrimSpace(line)) != n.closeMark {
		return false
	}
	inside := false
	for _, b := range pc.OpenedBlocks() {
		switch other := b.Node.(type) {
		case *containerNode:
			if inside && other.end == n.end {
				return false
			}
			inside = inside || other == n
		case *ast.FencedCodeBlock:
			if inside {
				return false
			}
		}
	}
	return true
}

// advancePrefix passes a letter with its > and the space after it.
func advancePrefix(reader text.Reader) {
	reader.Advance(2)
	if line, _ := reader.PeekLine(); len(line) > 0 && line[0] == ' ' {
		reader.Advance(1)
	}
}

func (containerParser) Close(ast.Node, text.Reader, parser.Context) {}
func (containerParser) CanInterruptParagraph() bool                 { return true }
func (containerParser) CanAcceptIndentedLine() bool                 { return false }
