package manuscript

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
)

// maxNesting is the limit to the nesting of quotations, lists, definitions and notes, counted in goldmark's blocks (a list
// and its item are two). Anything deeper stays text: every level of nesting costs time on every line, and a tree deeper than
// a page can show would only endanger the stack.
const maxNesting = 64

// grammar is our Markdown: CommonMark, tables, definition lists, strikethrough, task lists, and three constructs of our
// own, entry blocks, footnotes and words in another language. It does not include smart punctuation, which is applied to the
// text of whole runs (see educate).
var grammar = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(frontParser{}, 40),
			util.Prioritized(tomlParser{}, 50),
			util.Prioritized(limited{containerParser{}}, 60),
			util.Prioritized(lineBlockParser{}, 70),
			util.Prioritized(mathBlockParser{}, 75),
			util.Prioritized(limited{fancyListParser{}}, 80),
			util.Prioritized(fancyItemParser{}, 90),
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(limited{definitionsParser{}}, 101),
			util.Prioritized(definitionParser{}, 102),
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
		parser.WithInlineParsers(append(inlineParsers(), util.Prioritized(taskParser{}, 0))...),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(filled{tableParser{}}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(barTransformer{}, 0),
			util.Prioritized(htmlTransformer{}, 50),
			util.Prioritized(spanTransformer{}, 100),
		),
	)
})

// captionGrammar parses a picture's title: as running text only, even if it begins like a heading or a list.
var captionGrammar = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithASTTransformers(util.Prioritized(htmlTransformer{}, 50), util.Prioritized(spanTransformer{}, 100)),
	)
})

func inlineParsers() []util.PrioritizedValue {
	return append(parser.DefaultInlineParsers(),
		util.Prioritized(wikiParser{}, 40),
		util.Prioritized(crossRefParser{}, 41),
		util.Prioritized(mathParser{}, 45),
		util.Prioritized(markParser{}, 50),
		util.Prioritized(sizeParser{}, 60),
		util.Prioritized(spacedParser{}, 70),
		util.Prioritized(strikeParser{}, 500),
	)
}

// findings is the state that our parsers share while goldmark parses a chapter.
type findings struct {
	notes       map[string]*noteNode // by normalised label
	order       []*noteNode          // the same in the order of their definitions
	diags       *diag.Collector
	src         *diag.Source
	math        bool // formulas are read
	tooFar      bool // maxNesting was reached and reported
	notesTooFar bool // mostInPlace was reached and reported
	filled      int  // missing cells of tables so far, see maxFilled
	escapedBars []escapedBars
	misplaced   []int // blocks of entries that are reported where they stand, in order

	foreign            []dialect.Finding    // markup of other programs, in no order
	within             int                  // where in the file the text stands that is parsed
	tags               map[string]*tagFound // that have no form, by name
	tagsInOrder        []*tagFound
	meaningless        map[string]*meaningless // by name
	meaninglessInOrder []*meaningless
}

var findingsKey = parser.NewContextKey()

func found(pc parser.Context) *findings { return pc.Get(findingsKey).(*findings) }

// limited wraps the parser of a container, so that none opens deeper than maxNesting.
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
	head       bool // at the head of the file
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

// tomlParser parses TOML blocks, which are allowed at the head of the file and directly under a heading.
type tomlParser struct{}

func (tomlParser) Trigger() []byte { return []byte{'+'} }

func (tomlParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	if !isFence(line) {
		return nil, parser.NoChildren
	}
	source := reader.Source()
	_, underHeading := parent.LastChild().(*ast.Heading)
	underHeading = underHeading && !endsInBlankLine(source[:bytes.LastIndexByte(source[:seg.Start], '\n')+1])
	if parent.Kind() != ast.KindDocument {
		if underHeading {
			f := found(pc)
			f.misplaced = append(f.misplaced, seg.Start)
			f.diags.Errorf("entry-place", diag.Pos{Source: f.src, Offset: seg.Start},
				"entry inside a quotation or a list").
				Note("move its heading and block to the left margin")
		}
		return nil, parser.NoChildren
	}
	head := parent.LastChild() == nil && len(bytes.TrimSpace(source[:seg.Start])) == 0 ||
		parent.LastChild() != nil && parent.LastChild().Kind() == kindFront
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

// tomlEnd finds the end of the block whose TOML starts at start. An unclosed block must not swallow the rest of the chapter:
// a +++ line directly under a line like "## Heading" opens the next entry's block instead of closing this one, and an
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

// isSubheading reports whether a line looks like a heading of level 2 to 6. One of level 1 could be a TOML comment.
func isSubheading(line []byte) bool {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	return n >= 2 && n <= 6 && n < len(line) && (line[n] == ' ' || line[n] == '\t')
}

// endsInBlankLine reports whether the last complete line of b is blank.
func endsInBlankLine(b []byte) bool {
	b = bytes.TrimSuffix(b, []byte("\n"))
	return len(bytes.TrimSpace(b[bytes.LastIndexByte(b, '\n')+1:])) == 0
}

// noteNode is the definition of a footnote. It stays at its place in the tree; the Note of the chapter is made from it when
// its first mark is converted.
type noteNode struct {
	ast.BaseBlock
	label string
	note  *book.Note // of the chapter at hand; nil until its first mark is converted
	from  *noteNode  // the note with its first mark; nil if that is in the text

	marked bool // in any chapter
}

var kindNote = ast.NewNodeKind("OctavoNote")

func (n *noteNode) Kind() ast.NodeKind            { return kindNote }
func (n *noteNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteParser parses "[^label]: text" and the lines under it that are indented by four spaces.
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

// noteLabel parses "[^label]" at the start of b. It returns the label and the length of the whole, or 0 if there is none.
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

// markNode is the mark of a footnote that has a definition.
type markNode struct {
	ast.BaseInline
	note *noteNode
}

var kindMark = ast.NewNodeKind("OctavoMark")

func (n *markNode) Kind() ast.NodeKind            { return kindMark }
func (n *markNode) Inline()                       {}
func (n *markNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// markParser parses "[^label]" if the label is defined. Otherwise it stays text, which is reported when the text is converted.
// The parser is triggered by '!' too, which would open a picture before a bracket.
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
