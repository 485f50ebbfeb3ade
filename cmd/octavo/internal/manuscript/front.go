package manuscript

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/yamltext"
)

// Front matter is what other programs keep at the head of a file: YAML between "---" and "---" or "...". A "---" that begins no such
// block is a break, as in all of Markdown. TOML between "+++" is read by tomlParser, whosever keys are in it. JSON, which Hugo has too, is
// YAML to us.

// maxFront is the largest front matter that is read, in bytes.
const maxFront = 64 << 10

// frontNode is YAML at the head of a file.
type frontNode struct {
	ast.BaseBlock
	start, end int // its YAML in the source
	unclosed   bool
	braces     bool // it is JSON, which stands between no lines of hyphens
}

var kindFront = ast.NewNodeKind("OctavoFront")

func (n *frontNode) Kind() ast.NodeKind            { return kindFront }
func (n *frontNode) IsRaw() bool                   { return true }
func (n *frontNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// frontParser parses YAML at the head of a file.
type frontParser struct{}

func (frontParser) Trigger() []byte { return []byte{'-', '{'} }

func (frontParser) Open(parent ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	source := reader.Source()
	if parent.Kind() != ast.KindDocument || parent.LastChild() != nil || len(bytes.TrimSpace(source[:seg.Start])) > 0 {
		return nil, parser.NoChildren
	}
	n := &frontNode{start: seg.Stop}
	if line[0] == '{' {
		n.start, n.braces = seg.Start, true
	}
	if n.braces && !n.findBraces(source) || !n.braces && (!isDashes(line) || !n.find(source)) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (frontParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*frontNode)
	_, seg := reader.PeekLine()
	if seg.Start < n.end {
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	if !n.unclosed && !n.braces {
		reader.AdvanceToEOL() // the closing line
	}
	return parser.Close
}

func (frontParser) Close(ast.Node, text.Reader, parser.Context) {}
func (frontParser) CanInterruptParagraph() bool                 { return false }
func (frontParser) CanAcceptIndentedLine() bool                 { return false }

// isDashes reports whether a line is the fence of front matter.
func isDashes(line []byte) bool { return string(bytes.TrimRight(line, " \t\r\n")) == "---" }

// keyLine matches a line that begins with a key of YAML.
var keyLine = lazyregexp.New(`^(?:"([^"\n]+)"|'([^'\n]+)'|([\pL_][\pL\pN_ .-]{0,60}))[ \t]*:(?:[ \t\r\n]|$)`)

// keyOf returns the key that a line of YAML begins with, or "".
func keyOf(line []byte) string {
	m := keyLine().FindSubmatch(line)
	if m == nil {
		return ""
	}
	return string(bytes.Join(m[1:], nil))
}

// find looks for the end of the front matter that starts at n.start, and reports whether it is front matter at all: the line under
// the fence begins with a key, or nothing stands between the fences. Under a blank line a word with a colon is most likely
// the beginning of a paragraph, so that one of the keys must be known.
func (n *frontNode) find(source []byte) bool {
	blank := -1 // the first blank line
	closed := false
	for at := n.start; at < len(source); {
		line, _ := lineAt(source, at)
		if word := string(bytes.TrimRight(line, " \t\r\n")); word == "---" || word == "..." {
			n.end, closed = at, true
			break
		} else if word == "" && blank < 0 {
			blank = at
		}
		at += len(line)
	}
	first := n.start // the first line that is no comment
	line, _ := lineAt(source, first)
	for bytes.HasPrefix(line, []byte("#")) && !bytes.HasPrefix(line, []byte("##")) {
		first += len(line)
		line, _ = lineAt(source, first)
	}
	key := keyOf(line)
	switch {
	case closed && len(bytes.TrimSpace(source[n.start:n.end])) == 0:
		return n.end == n.start
	case closed && first == blank:
		tree, err := yamltext.Parse(string(source[n.start:n.end]))
		return err == nil && knowsOne(tree)
	case key == "":
		return false
	case closed && blank < 0:
		return true
	case closed && (!knownFront(key) || goesOn(source[blank:n.end])):
		_, err := yamltext.Parse(string(source[n.start:n.end]))
		return err == nil || knownFront(key)
	default: // or closed by a break far below
		if !knownFront(key) {
			return false
		}
		n.end, n.unclosed = len(source), true
		if blank >= 0 {
			n.end = blank
		}
		return true
	}
}

// findBraces looks for the end of JSON, which is YAML too: a line of "}" alone.
func (n *frontNode) findBraces(source []byte) bool {
	for at := n.start; at < len(source) && at < n.start+maxFront; {
		line, _ := lineAt(source, at)
		if at += len(line); string(bytes.TrimRight(line, " \t\r\n")) == "}" {
			n.end = at
			tree, err := yamltext.Parse(string(source[n.start:n.end]))
			return err == nil && tree.Kind == yamltext.Map && knowsOne(tree)
		}
	}
	return false
}

// goesOn reports whether text behind a blank line goes on with YAML: with a key of one word, or what belongs to the key before.
// "# Words" may be a comment or a heading.
func goesOn(rest []byte) bool {
	for len(rest) > 0 {
		line, after := cutLine(rest)
		if word := bytes.TrimSpace(line); len(word) > 0 && word[0] != '#' {
			key := keyOf(line)
			return key != "" && !strings.Contains(key, " ") || key == "" && strings.ContainsRune(" \t-]}", rune(line[0]))
		}
		rest = after
	}
	return true
}

// knowsOne reports whether a map has a key that is read.
func knowsOne(tree *yamltext.Node) bool {
	for _, p := range tree.Pairs {
		if knownFront(p.Key) {
			return true
		}
	}
	return false
}

// normalKey returns a key as frontKeys has it: programs write "Short-Title", "shortTitle" and "short_title".
func normalKey(key string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(key)), "-", ""), "_", "")
}

// knownFront reports whether a key of front matter is read.
func knownFront(key string) bool { return frontKeys()[normalKey(key)] != "" }
