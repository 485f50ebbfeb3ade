package manuscript

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// taskParser parses the box of a task, "[ ]" or "[x]", with which the text of a list's item begins. It has to come before the parser of
// links.
type taskParser struct{}

func (taskParser) Trigger() []byte { return []byte{'['} }

func (taskParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != parent || parent.HasChildren() {
		return nil
	}
	line, _ := block.PeekLine()
	if len(line) < 3 || line[2] != ']' || bytes.IndexByte([]byte(" \t\n\f\rxX"), line[1]) < 0 {
		return nil
	}
	rest := bytes.TrimLeft(line[3:], " \t\n\f\r")
	block.Advance(len(line) - len(rest))
	return extast.NewTaskCheckBox(line[1] == 'x' || line[1] == 'X')
}
