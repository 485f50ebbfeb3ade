package manuscript

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// maxNesting is how deep quotations, lists, definitions and notes may stand in each other, counted in goldmark's blocks
// (a list and its item are two). What is deeper stays text: every block inside a block costs time on every line, and
// every tree deeper than a page can show only threatens the stack.
const maxNesting = 64

// grammar is our Markdown: CommonMark, tables, definition lists, strikethrough, task lists, and three constructs of our
// own, entry blocks, footnotes and words in another language. Smart punctuation is not here: it is done on the text of whole runs (see educate).
var grammar = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(tomlParser{}, 50),
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(limited{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(limited{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(limited{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(limited{noteParser{}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(append(inlineParsers(), util.Prioritized(extension.NewTaskCheckBoxParser(), 0))...),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(filled{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(spanTransformer{}, 100),
		),
	)
})

// captionGrammar reads a picture's title: running text only, whatever its first characters are.
var captionGrammar = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithASTTransformers(util.Prioritized(spanTransformer{}, 100)),
	)
})

func inlineParsers() []util.PrioritizedValue {
	return append(parser.DefaultInlineParsers(),
		util.Prioritized(markParser{}, 50),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	)
}

// findings is what our parsers learn while goldmark reads a chapter.
type findings struct {
	notes  map[string]*noteNode // by normalised label
	order  []*noteNode          // the same in the order of their definitions
	diags  diag.List
	src    *diag.Source
	tooFar bool // maxNesting was reached and reported
	filled int  // cells that rows of tables lacked so far, see maxFilled
}

var findingsKey = parser.NewContextKey()

func found(pc parser.Context) *findings { return pc.Get(findingsKey).(*findings) }

// limited keeps a container from opening below maxNesting.
type limited struct{ parser.BlockParser }

func (l limited) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxNesting {
		return l.BlockParser.Open(parent, reader, pc)
	}
	if f := found(pc); !f.tooFar {
		_, seg := reader.PeekLine()
		f.tooFar = true
		f.diags.Errorf("nesting-deep", diag.Pos{Source: f.src, Offset: seg.Start},
			"quotations and lists nested too deep").
			Note("move it out: what is deeper than %d levels is read as plain text", maxNesting/2)
	}
	return nil, parser.NoChildren
}

// tomlNode is a block between lines of +++.
type tomlNode struct {
	ast.BaseBlock
	start, end int  // its TOML in the source
	head       bool // it stands at the head of the file
	unclosed   bool
}

var kindTOML = ast.NewNodeKind("OctavoTOML")

func (n *tomlNode) Kind() ast.NodeKind              { return kindTOML }
func (n *tomlNode) IsRaw() bool                     { return true }
func (n *tomlNode) Dump(source []byte, level int)   { ast.DumpHelper(n, source, level, nil, nil) }
func isFence(line []byte) bool                      { return string(bytes.TrimSpace(line)) == "+++" }
func lineAt(source []byte, at int) (line, _ []byte) { return cutLine(source[at:]) }

func cutLine(b []byte) (line, rest []byte) {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return b[:i+1], b[i+1:]
	}
	return b, nil
}

// tomlParser finds blocks at the head of the file and on the line right under a heading.
type tomlParser struct{}

func (tomlParser) Trigger() []byte { return []byte{'+'} }

func (tomlParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	if !isFence(line) {
		return nil, parser.NoChildren
	}
	source := reader.Source()
	_, underHeading := parent.LastChild().(*ast.Heading)
	underHeading = underHeading && !endsInBlankLine(source[:seg.Start])
	if parent.Kind() != ast.KindDocument {
		if underHeading {
			f := found(pc)
			f.diags.Errorf("entry-place", diag.Pos{Source: f.src, Offset: seg.Start},
				"entry inside a quotation or a list").
				Note("move its heading and block to the left margin")
		}
		return nil, parser.NoChildren
	}
	head := parent.LastChild() == nil && len(bytes.TrimSpace(source[:seg.Start])) == 0
	if !head && !underHeading {
		return nil, parser.NoChildren
	}
	n := &tomlNode{head: head, start: seg.Stop}
	n.end, n.unclosed = tomlEnd(source, seg.Stop)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (tomlParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*tomlNode)
	_, seg := reader.PeekLine()
	if seg.Start < n.end {
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	if !n.unclosed {
		reader.AdvanceToEOL() // the closing line
	}
	return parser.Close
}

func (tomlParser) Close(ast.Node, text.Reader, parser.Context) {}
func (tomlParser) CanInterruptParagraph() bool                 { return false }
func (tomlParser) CanAcceptIndentedLine() bool                 { return false }

// tomlEnd finds where the block whose TOML starts at start ends. A block that nobody closed must not swallow the rest
// of the chapter: a closing line right under a line like "## Heading" is the opening of the next entry's block, and an
// unclosed block ends at its first blank line or heading.
func tomlEnd(source []byte, start int) (end int, unclosed bool) {
	stop := -1 // where an unclosed block would end
	above := []byte(nil)
	for at := start; at < len(source); {
		line, _ := lineAt(source, at)
		if isFence(line) {
			if isSubheading(above) {
				break
			}
			return at, false
		}
		if stop < 0 && (len(bytes.TrimSpace(line)) == 0 || isSubheading(line)) {
			stop = at
		}
		above = line
		at += len(line)
	}
	if stop < 0 {
		stop = len(source)
	}
	return stop, true
}

// isSubheading reports whether a line looks like a heading of level 2 to 6; of level 1 it could be a TOML comment.
func isSubheading(line []byte) bool {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	return n >= 2 && n <= 6 && n < len(line) && (line[n] == ' ' || line[n] == '\t')
}

// endsInBlankLine reports whether the last whole line of b is blank.
func endsInBlankLine(b []byte) bool {
	b = bytes.TrimSuffix(b, []byte("\n"))
	return len(bytes.TrimSpace(b[bytes.LastIndexByte(b, '\n')+1:])) == 0
}

// noteNode is the definition of a footnote. It stays where it is written; the chapter's Notes are made of it when its
// first mark is met.
type noteNode struct {
	ast.BaseBlock
	label string
	note  *book.Note // once it is marked
	from  *noteNode  // the note that has its first mark; nil: the text has it
}

var kindNote = ast.NewNodeKind("OctavoNote")

func (n *noteNode) Kind() ast.NodeKind            { return kindNote }
func (n *noteNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteParser reads "[^label]: text" with what is indented by four spaces under it.
type noteParser struct{}

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	label, n := noteLabel(line[at:])
	if n == 0 || at+n >= len(line) || line[at+n] != ':' {
		return nil, parser.NoChildren
	}
	node := &noteNode{label: string(label)}
	f := found(pc)
	key := util.ToLinkReference(label)
	if first, twice := f.notes[key]; twice {
		f.diags.Errorf("footnote-duplicate", diag.Pos{Source: f.src, Offset: seg.Start + at},
			"duplicate footnote [^%s]", label).
			Note("the first definition is at %s; give one of the two another label",
				diag.Pos{Source: f.src, Offset: first.Pos()})
	} else {
		f.notes[key] = node
		f.order = append(f.order, node)
		node.SetPos(seg.Start + at) // goldmark sets it after Open, but the next definition's diagnostic may ask before
	}
	n += at + 1
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	if len(bytes.TrimSpace(line[n:])) == 0 {
		reader.AdvanceToEOL()
		return node, parser.NoChildren
	}
	reader.Advance(n)
	return node, parser.HasChildren
}

func (noteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}
func (noteParser) CanInterruptParagraph() bool                 { return true }
func (noteParser) CanAcceptIndentedLine() bool                 { return false }

// noteLabel reads "[^label]" at the start of b and gives the label and the length of the whole, 0 when there is none.
func noteLabel(b []byte) (label []byte, n int) {
	if len(b) < 4 || b[0] != '[' || b[1] != '^' {
		return nil, 0
	}
	for i := 2; i < len(b) && i < 1000; i++ {
		switch b[i] {
		case ']':
			if len(bytes.TrimSpace(b[2:i])) == 0 {
				return nil, 0
			}
			return b[2:i], i + 1
		case '[', '\n', '\\':
			return nil, 0
		}
	}
	return nil, 0
}

// markNode is the mark of a footnote that is defined.
type markNode struct {
	ast.BaseInline
	note *noteNode
}

var kindMark = ast.NewNodeKind("OctavoMark")

func (n *markNode) Kind() ast.NodeKind            { return kindMark }
func (n *markNode) Inline()                       {}
func (n *markNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// markParser reads "[^label]" where the label is defined; any other is text, and whoever converts the text reports it.
// It sees '!' too, which before a bracket would open a picture.
type markParser struct{}

func (markParser) Trigger() []byte { return []byte{'[', '!'} }

func (markParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	at := 0
	if line[0] == '!' {
		at = 1
	}
	label, n := noteLabel(line[at:])
	if n == 0 {
		return nil
	}
	note := found(pc).notes[util.ToLinkReference(label)]
	if note == nil {
		return nil
	}
	if at == 1 {
		ast.MergeOrAppendTextSegment(parent, text.NewSegment(seg.Start, seg.Start+1))
	}
	block.Advance(at + n)
	mark := &markNode{note: note}
	mark.SetPos(seg.Start + at)
	return mark
}
