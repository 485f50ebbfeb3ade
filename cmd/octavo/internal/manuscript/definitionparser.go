package manuscript

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// definitionsParser parses lists of definitions, as PHP Markdown Extra has them: a paragraph whose lines are terms, and under it what
// they mean, in blocks that begin with a colon. It opens the list, and definitionParser what stands after a colon.
type definitionsParser struct{}

func (definitionsParser) Trigger() []byte { return []byte{':'} }

func (definitionsParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if parent.Kind() == extast.KindDefinitionList {
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	offset := definitionOffset(line, pc)
	if offset == 0 {
		return nil, parser.NoChildren
	}
	switch last := parent.LastChild().(type) {
	case *ast.Paragraph:
		list, ok := last.PreviousSibling().(*extast.DefinitionList)
		if !ok {
			return extast.NewDefinitionList(offset, last), parser.HasChildren | parser.RequireParagraph
		}
		list.Offset, list.TemporaryParagraph = offset, last // further terms
		return list, parser.HasChildren
	case *extast.DefinitionList: // another meaning
		last.Offset, last.TemporaryParagraph = offset, nil
		return last, parser.HasChildren
	}
	return nil, parser.NoChildren
}

// definitionOffset returns by how many columns the lines of a definition are indented whose first line is given, or 0 where it is none:
// it has no colon at its begin, or no space after that.
func definitionOffset(line []byte, pc parser.Context) int {
	const code = 8 // of so many columns four are the indentation of a block of code
	at := pc.BlockOffset()
	if at < 0 || line[at] != ':' || pc.BlockIndent() != 0 {
		return 0
	}
	width, _ := util.IndentWidth(line[at+1:], at+1)
	switch {
	case width < 1:
		return 0
	case width >= code:
		width = 5
	}
	return at + 1 + width
}

func (definitionsParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	offset := node.(*extast.DefinitionList).Offset
	if width, _ := util.IndentWidth(line, reader.LineOffset()); width < offset {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(util.IndentPosition(line, reader.LineOffset(), offset))
	return parser.Continue | parser.HasChildren
}

func (definitionsParser) Close(ast.Node, text.Reader, parser.Context) {}
func (definitionsParser) CanInterruptParagraph() bool                 { return true }
func (definitionsParser) CanAcceptIndentedLine() bool                 { return false }

// definitionParser parses what a term means. The paragraph before the first meaning becomes terms, a line a term.
type definitionParser struct{}

func (definitionParser) Trigger() []byte { return []byte{':'} }

func (definitionParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	at := pc.BlockOffset()
	list, ok := parent.(*extast.DefinitionList)
	if !ok || at < 0 || line[at] != ':' || pc.BlockIndent() != 0 {
		return nil, parser.NoChildren
	}
	if terms := list.TemporaryParagraph; terms != nil {
		list.TemporaryParagraph = nil
		for i := range terms.Lines().Len() {
			seg := terms.Lines().At(i)
			term := extast.NewDefinitionTerm()
			term.Lines().Append(seg.TrimRightSpace(reader.Source()))
			list.AppendChild(list, term)
		}
		terms.Parent().RemoveChild(terms.Parent(), terms)
	}
	to, padding := util.IndentPosition(line[at+1:], at+1, list.Offset-at-1)
	reader.AdvanceAndSetPadding(to+1, padding)
	return extast.NewDefinitionDescription(), parser.HasChildren
}

// Continue leaves it to the list to say where the definition ends.
func (definitionParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Continue | parser.HasChildren
}

// Close makes the first paragraph of a definition that has no blank line before it text without space around it.
func (definitionParser) Close(node ast.Node, _ text.Reader, _ parser.Context) {
	n := node.(*extast.DefinitionDescription)
	n.IsTight = !n.HasBlankPreviousLines()
	for c := n.FirstChild(); c != nil && n.IsTight; c = c.NextSibling() {
		if p, ok := c.(*ast.Paragraph); ok {
			t := ast.NewTextBlock()
			t.SetLines(p.Lines())
			n.ReplaceChild(n, p, t)
			return
		}
	}
}

func (definitionParser) CanInterruptParagraph() bool { return true }
func (definitionParser) CanAcceptIndentedLine() bool { return false }
