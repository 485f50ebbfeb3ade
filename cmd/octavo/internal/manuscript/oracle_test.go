package manuscript

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// extended are the parsers of tables, definitions and tasks: ours, or goldmark's own.
type extended struct {
	definitions, definition parser.BlockParser
	task                    parser.InlineParser
	table                   parser.ParagraphTransformer
	bars                    parser.ASTTransformer
}

// tree parses Markdown as CommonMark with some parsers more, and returns all that the nodes hold as text.
func (e extended) tree(source string) string {
	p := parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(e.definitions, 101), util.Prioritized(e.definition, 102))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(e.task, 0))...),
		parser.WithParagraphTransformers(util.Prioritized(parser.LinkReferenceParagraphTransformer, 100), util.Prioritized(e.table, 200)),
		parser.WithASTTransformers(util.Prioritized(e.bars, 0)))
	pc := parser.NewContext()
	pc.Set(findingsKey, &findings{notes: map[string]*noteNode{}})
	var b strings.Builder
	depth := 0
	ast.Walk(p.Parse(text.NewReader([]byte(source)), parser.WithContext(pc)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		fmt.Fprintf(&b, "%s%v %d %v\n", strings.Repeat(" ", depth), n.Kind(), n.Pos(), held(n))
		depth++
		return ast.WalkContinue, nil
	})
	return b.String()
}

// held returns what a node holds beside its children.
func held(n ast.Node) (all []any) {
	if n.Type() == ast.TypeBlock {
		all = append(all, n.HasBlankPreviousLines())
		for i := range n.Lines().Len() {
			all = append(all, n.Lines().At(i))
		}
	}
	switch n := n.(type) {
	case *ast.Text:
		all = append(all, n.Segment, n.SoftLineBreak(), n.HardLineBreak(), n.IsRaw())
	case *ast.List:
		all = append(all, n.IsTight)
	case *extast.Table:
		all = append(all, n.Alignments)
	case *extast.TableRow:
		all = append(all, n.Alignments)
	case *extast.TableCell:
		all = append(all, n.Alignment)
	case *extast.DefinitionList:
		all = append(all, n.Offset, n.TemporaryParagraph == nil)
	case *extast.DefinitionDescription:
		all = append(all, n.IsTight)
	case *extast.TaskCheckBox:
		all = append(all, n.IsChecked)
	}
	return all
}

// TestExtended parses tables, definitions and tasks in whatever surroundings with our parsers and with goldmark's, which make the same of
// all of them.
func TestExtended(t *testing.T) {
	t.Parallel()
	ours := extended{definitionsParser{}, definitionParser{}, taskParser{}, tableParser{}, barTransformer{}}
	theirs := extended{extension.NewDefinitionListParser(), extension.NewDefinitionDescriptionParser(), extension.NewTaskCheckBoxParser(),
		extension.NewTableParagraphTransformer(), extension.NewTableASTTransformer()}
	pieces := []string{"a", "bb ", "|", "|", " | ", "\\|", "\\", "`", "`x\\|y`", "``", "-", "--", "---", ":", ": ", ":-", "-:", ":---:", "|---|", "|:-|-:|",
		"--- | ---", "\n", "\n", "\n", "\n\n", "\n\n    ", "\n: ", "\n:   ", "\n\n: ", ":\t", "- ", "* ", "1. ", "[ ] ", "[x]", "[X] ", "[\t]", "[y] ", "> ",
		"  ", "    ", "\t", "é", "漢", "*", "**", "# ", "\f", "\v", "\r\n", "a | b\n--|--\n", "x\n: y\n", "\nterm\n:      code\n", "[a]: /b\n"}
	random := rand.New(rand.NewPCG(1, 2))
	counts := map[string]int{}
	for range 5000 {
		var b strings.Builder
		for range 2 + random.IntN(24) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		source := b.String()
		got, want := ours.tree(source), theirs.tree(source)
		if got != want {
			t.Fatalf("%q\nours:\n%s\ngoldmark's:\n%s", source, got, want)
		}
		for _, kind := range []string{"TableRow", "DefinitionDescription", "TaskCheckBox", "CodeSpan", " true]"} {
			counts[kind] += strings.Count(want, kind)
		}
	}
	for kind, n := range counts {
		if n < 50 {
			t.Errorf("only %d of %q were compared", n, kind)
		}
	}
}
