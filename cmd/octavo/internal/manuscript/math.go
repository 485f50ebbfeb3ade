package manuscript

import (
	"bytes"
	"errors"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/dialect"
	"octavo/cmd/octavo/internal/formula"
)

// mathNode is a formula between dollar signs in running text.
type mathNode struct {
	ast.BaseInline
	parts  []text.Segment // of the source, one a line
	layout formula.Layout
}

var kindMath = ast.NewNodeKind("OctavoMath")

func (n *mathNode) Kind() ast.NodeKind            { return kindMath }
func (n *mathNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// mathParser parses formulas in books that have mathematics, by Pandoc's rule: no blank after the first sign or before the last,
// and no figure after that; nor does the first stand behind a word. Words between prices are left alone.
type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$'} }

func (mathParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !found(pc).math || len(line) < 3 {
		return nil
	}
	if bytes.HasPrefix(line, []byte("$$")) {
		return formulaUpTo("$$", block, &mathNode{layout: formula.Display}, seg.Start)
	}
	if isBlank(line[1]) || isWord(block.PrecendingCharacter()) {
		return nil
	}
	return formulaUpTo("$", block, &mathNode{}, seg.Start)
}

// formulaUpTo reads a formula that begins and ends with a sign, over as many lines as it takes. It reads nothing, and returns nil,
// where there is none.
func formulaUpTo(sign string, block text.Reader, n *mathNode, start int) ast.Node {
	n.SetPos(start)
	startLine, startSeg := block.Position()
	for from := len(sign); ; from = 0 {
		line, seg := block.PeekLine()
		if line == nil {
			break
		}
		end := closingSign(line[from:], []byte(sign))
		if end < 0 {
			n.parts = append(n.parts, text.NewSegment(seg.Start+from, seg.Stop))
			block.AdvanceLine()
			continue
		}
		n.parts = append(n.parts, text.NewSegment(seg.Start+from, seg.Start+from+end))
		if n.layout == formula.Inline && !inlineFormula(n.source(block.Source()), line[from+end+len(sign):]) {
			break
		}
		block.Advance(from + end + len(sign))
		return n
	}
	block.SetPosition(startLine, startSeg)
	return nil
}

// inlineFormula reports whether what stands between dollar signs in running text is a formula, by what it is and what follows.
func inlineFormula(source, after []byte) bool {
	if len(source) == 0 || isBlank(source[len(source)-1]) || len(after) > 0 && isASCIIDigit(after[0]) {
		return false
	}
	return dialect.IsMath(source) || !bytes.ContainsFunc(source, unicode.IsLetter)
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// closingSign returns where the sign that closes a formula stands in a line, -1 where none does. A backslash takes its meaning away.
func closingSign(line, sign []byte) int {
	for i := 0; i < len(line); i++ {
		if line[i] == '\\' {
			i++
		} else if bytes.HasPrefix(line[i:], sign) {
			return i
		}
	}
	return -1
}

// source returns the formula without its dollar signs.
func (n *mathNode) source(source []byte) []byte {
	var out []byte
	for _, p := range n.parts {
		out = append(out, source[p.Start:p.Stop]...)
	}
	return out
}

// sourceOffset returns where a byte of a formula stands in the source.
func sourceOffset(parts []text.Segment, offset int) int {
	for _, p := range parts {
		if offset <= p.Len() {
			return p.Start + offset
		}
		offset -= p.Len()
	}
	return parts[len(parts)-1].Stop
}

// math converts a formula. One that cannot be set is an error, and nothing is set for it.
func (b *builder) math(pos int, source []byte, parts []text.Segment, layout formula.Layout) *book.Math {
	row, err := formula.Parse(string(source))
	var fault *formula.Error
	if errors.As(err, &fault) {
		b.f.diags.Errorf("formula", b.pos(sourceOffset(parts, fault.At)), "%s", fault.What).Note("%s", fault.Help)
	}
	return &book.Math{Pos: b.pos(pos), Source: string(bytes.TrimSpace(source)), Layout: layout, Row: row}
}

// mathBlock is a formula with lines of its own, the first beginning with the dollar signs and the last ending with them.
type mathBlock struct {
	ast.BaseBlock
	unclosed bool
}

var kindMathBlock = ast.NewNodeKind("OctavoMathBlock")

func (n *mathBlock) Kind() ast.NodeKind            { return kindMathBlock }
func (n *mathBlock) IsRaw() bool                   { return true }
func (n *mathBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// mathBlockParser parses them. Lines in them may begin with - or +, which would begin lists elsewhere.
type mathBlockParser struct{}

func (mathBlockParser) Trigger() []byte { return []byte{'$'} }

func (mathBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := pc.BlockOffset()
	if !found(pc).math || at < 0 || !bytes.HasPrefix(line[at:], []byte("$$")) {
		return nil, parser.NoChildren
	}
	from := seg.Start + at + 2
	rest := bytes.TrimRight(line[at+2:], " \t\r\n")
	end := closingSign(rest, []byte("$$"))
	if end >= 0 && end+2 < len(rest) { // words follow: a formula in a paragraph
		return nil, parser.NoChildren
	}
	n := &mathBlock{unclosed: end < 0}
	n.SetPos(seg.Start + at)
	stop := seg.Stop
	if end >= 0 {
		stop = from + end
	}
	n.Lines().Append(text.NewSegment(from, stop))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (mathBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*mathBlock)
	line, seg := reader.PeekLine()
	if !n.unclosed || len(bytes.TrimSpace(line)) == 0 {
		return parser.Close
	}
	rest := bytes.TrimRight(line, " \t\r\n")
	stop := seg.Stop
	if end := closingSign(rest, []byte("$$")); end >= 0 {
		n.unclosed, stop = false, seg.Start+end
	}
	n.Lines().Append(text.NewSegment(seg.Start, stop))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (mathBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (mathBlockParser) CanInterruptParagraph() bool                 { return true }
func (mathBlockParser) CanAcceptIndentedLine() bool                 { return false }

// displayed converts a formula with lines of its own.
func (b *builder) displayed(out []book.Block, n *mathBlock) []book.Block {
	parts := n.Lines().Sliced(0, n.Lines().Len())
	if n.unclosed {
		b.f.diags.Errorf("formula", b.pos(n.Pos()), "a formula that is not closed").Note("write $$ where it ends, before the next empty line")
		return out
	}
	node := &mathNode{parts: parts}
	return append(out, alone(b.math(n.Pos(), node.source(b.source), parts, formula.Display)))
}

// alone returns a formula in lines of its own.
func alone(m *book.Math) *book.Aligned {
	return &book.Aligned{Pos: m.Pos, Align: book.AlignCenter, Blocks: []book.Block{&book.Paragraph{Pos: m.Pos, Text: []book.Inline{m}}}}
}

// divided returns a paragraph as the paragraphs between its displayed formulas, and these.
func divided(p *book.Paragraph) (out []book.Block) {
	from := 0
	words := func(to int) {
		text := p.Text[from:to]
		for len(text) > 0 && isSpace(text[0]) {
			text = text[1:]
		}
		if len(text) > 0 {
			out = append(out, &book.Paragraph{Pos: text[0].Start(), Text: text})
		}
	}
	for i, in := range p.Text {
		if m, ok := in.(*book.Math); ok && m.Layout == formula.Display {
			words(i)
			out = append(out, alone(m))
			from = i + 1
		}
	}
	if from == 0 {
		return []book.Block{p}
	}
	words(len(p.Text))
	return out
}

func isSpace(in book.Inline) bool {
	t, ok := in.(*book.Text)
	return ok && len(bytes.TrimSpace([]byte(t.Value))) == 0
}
