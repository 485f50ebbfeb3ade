package manuscript

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// Lists with letters, Roman figures or parentheses, as in Pandoc's fancy_lists: a. b., i) ii), (1) (2), #. #. Prose has paragraphs that
// begin so too (A. Cook, i. e.), therefore it is a list only where it begins with the first number and its second item follows.

// fancyListNode is such a list; its children are fancyItemNodes.
type fancyListNode struct {
	ast.BaseBlock
	book.Numerals
	counts bool // it is written with #., which counts by itself
	loose  bool // a blank line stands between its items or in them
	blank  bool // the last line was blank
	offset int  // of the last item's contents, in columns
}

// fancyItemNode is one item.
type fancyItemNode struct{ ast.BaseBlock }

var kindFancyList, kindFancyItem = ast.NewNodeKind("OctavoFancyList"), ast.NewNodeKind("OctavoFancyItem")

func (n *fancyListNode) Kind() ast.NodeKind            { return kindFancyList }
func (n *fancyListNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
func (n *fancyItemNode) Kind() ast.NodeKind            { return kindFancyItem }
func (n *fancyItemNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// fancyMark is the mark of an item: what stands before the number, the number, and what stands after it.
var fancyMark = lazyregexp.New(`^(\(?)([A-Za-z]{1,6}|[0-9]{1,9}|#)([.)])([ \t]+|\r?\n|$)`)

// numeralsOf returns how the mark of a list's first item is numbered, and the mark's length; 0 if it is none.
func numeralsOf(line []byte) (n book.Numerals, counts bool, length int) {
	m := fancyMark().FindSubmatch(line)
	if m == nil {
		return n, false, 0
	}
	switch open, end := len(m[1]) > 0, m[3][0]; {
	case open && end == ')':
		n.Signs = book.Parens
	case open:
		return n, false, 0
	case end == ')':
		n.Signs = book.Paren
	}
	switch string(m[2]) {
	case "#":
		counts = true
	case "1":
		if n.Signs != book.Parens { // CommonMark's own
			return n, false, 0
		}
	case "a":
		n.Figures = book.SmallLetters
	case "A":
		n.Figures = book.CapitalLetters
	case "i":
		n.Figures = book.SmallRoman
	case "I":
		n.Figures = book.CapitalRoman
	default:
		return n, false, 0
	}
	return n, counts, len(m[0])
}

// mark returns the length of the mark of the nth item at the start of a line, 0 if it is not there.
func (n *fancyListNode) mark(line []byte, nth int) int {
	want := n.Label(nth)
	if n.counts {
		want = "#."
		if n.Signs == book.Paren {
			want = "#)"
		}
	}
	m := fancyMark().Find(line)
	if m == nil || !bytes.HasPrefix(m, []byte(want)) {
		return 0
	}
	return len(m)
}

// farthestItem is how many bytes after the first item of a list its second is looked for.
const farthestItem = 4000

// follows reports whether the second item of a list comes after the line at the start of a text, at a column.
func (n *fancyListNode) follows(rest []byte, column int) bool {
	rest = rest[:min(len(rest), farthestItem)]
	_, rest = cutLine(rest)
	for len(rest) > 0 {
		var line []byte
		line, rest = cutLine(rest)
		words := bytes.TrimLeft(line, " \t>")
		at := len(line) - len(words)
		switch {
		case len(bytes.TrimSpace(words)) == 0:
		case at <= column+1 && n.mark(words, 2) > 0:
			return true
		case at <= column && n.mark(words, 2) == 0 && words[0] == '#':
			return false
		}
	}
	return false
}

// fancyListParser parses the lists, fancyItemParser their items.
type (
	fancyListParser struct{}
	fancyItemParser struct{}
)

func (fancyListParser) Trigger() []byte { return []byte("(#aAiI") }
func (fancyItemParser) Trigger() []byte { return nil }

func (fancyListParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := pc.BlockOffset()
	if _, inside := parent.(*fancyListNode); inside || at < 0 {
		return nil, parser.NoChildren
	}
	n := &fancyListNode{}
	var length int
	if n.Numerals, n.counts, length = numeralsOf(line[at:]); length == 0 {
		return nil, parser.NoChildren
	}
	source := reader.Source()
	from := bytes.LastIndexByte(source[:seg.Start], '\n') + 1
	if !n.follows(source[seg.Start:], seg.Start-from+at) {
		return nil, parser.NoChildren
	}
	return n, parser.HasChildren
}

func (fancyListParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*fancyListNode)
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		n.blank = true
		return parser.Continue | parser.HasChildren
	}
	indent, at := util.IndentWidth(line, reader.LineOffset())
	if indent < n.offset && (indent > 3 || n.mark(line[at:], n.ChildCount()+1) == 0) {
		return parser.Close
	}
	if n.loose = n.loose || n.blank; indent < n.offset {
		n.blank = false
	}
	return parser.Continue | parser.HasChildren
}

func (fancyItemParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	list, ok := parent.(*fancyListNode)
	at := pc.BlockOffset()
	if !ok || at < 0 {
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	length := list.mark(line[at:], list.ChildCount()+1)
	if length == 0 {
		return nil, parser.NoChildren
	}
	words := bytes.TrimRight(line[at:at+length], " \t\r\n")
	length = min(length, len(words)+4)
	if len(bytes.TrimSpace(line[at+len(words):])) == 0 {
		length = len(words)
	}
	list.offset = at + len(words) + max(1, length-len(words))
	reader.Advance(at + length)
	return &fancyItemNode{}, parser.HasChildren
}

func (fancyItemParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	list := node.Parent().(*fancyListNode)
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), list.offset)
	if at < 0 || node.NextSibling() != nil {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (fancyListParser) Close(ast.Node, text.Reader, parser.Context) {}
func (fancyListParser) CanInterruptParagraph() bool                 { return false }
func (fancyListParser) CanAcceptIndentedLine() bool                 { return false }
func (fancyItemParser) Close(ast.Node, text.Reader, parser.Context) {}
func (fancyItemParser) CanInterruptParagraph() bool                 { return true }
func (fancyItemParser) CanAcceptIndentedLine() bool                 { return false }

// fancyList converts such a list.
func (b *builder) fancyList(n *fancyListNode) *book.List {
	l := &book.List{Pos: b.pos(n.Pos()), Ordered: true, First: 1, Tight: !n.loose, Numerals: n.Numerals}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		l.Items = append(l.Items, &book.Item{Pos: b.pos(c.Pos()), Blocks: b.blocks(c)})
	}
	return l
}
