package manuscript

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
)

// lineBlockNode is lines that begin with a bar and a space, as in Pandoc: verse, or an address. A line that begins with a space goes on
// with the one before.
type lineBlockNode struct {
	ast.BaseBlock
	lines []barLine
}

// barLine is a line after its bar. Empty, it parts stanzas.
type barLine struct {
	from, to int
	goesOn   bool // it belongs to the line before
}

var kindLineBlock = ast.NewNodeKind("OctavoLineBlock")

func (n *lineBlockNode) Kind() ast.NodeKind            { return kindLineBlock }
func (n *lineBlockNode) IsRaw() bool                   { return true }
func (n *lineBlockNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// lineBlockParser parses line blocks.
type lineBlockParser struct{}

func (lineBlockParser) Trigger() []byte { return []byte{'|'} }

func (lineBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !isBarLine(line[at:]) || isTableHead(reader.Source()[seg.Start:]) {
		return nil, parser.NoChildren
	}
	n := &lineBlockNode{}
	n.add(line[at:], seg.Start+at-seg.Padding)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (lineBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*lineBlockNode)
	line, seg := reader.PeekLine()
	at := len(line) - len(bytes.TrimLeft(line, " \t"))
	switch {
	case at == len(line) || len(bytes.TrimSpace(line)) == 0:
		return parser.Close
	case at <= 3 && isBarLine(line[at:]):
		n.add(line[at:], seg.Start+at-seg.Padding)
	case at > 0:
		n.lines = append(n.lines, barLine{from: seg.Start + at - seg.Padding, to: seg.Start + len(bytes.TrimRight(line, " \t\r\n")) - seg.Padding, goesOn: true})
	default:
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (lineBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (lineBlockParser) CanInterruptParagraph() bool                 { return false }
func (lineBlockParser) CanAcceptIndentedLine() bool                 { return false }

// add adds a line that begins with a bar, at an offset of the source.
func (n *lineBlockNode) add(line []byte, at int) {
	l := barLine{from: at + 1, to: at + len(bytes.TrimRight(line, " \t\r\n"))}
	if l.from < l.to {
		l.from++
	}
	n.lines = append(n.lines, l)
}

// isBarLine reports whether a line is one of a line block: a bar and a space, or a bar alone. A line with a bar at its end too is a
// table's.
func isBarLine(line []byte) bool {
	words := bytes.TrimRight(line, " \t\r\n")
	switch {
	case len(words) == 0 || words[0] != '|':
		return false
	case len(words) == 1:
		return true
	}
	return words[1] == ' ' && words[len(words)-1] != '|'
}

// isTableHead reports whether the line after the first of a text is the delimiter row of a table.
func isTableHead(rest []byte) bool {
	_, rest = cutLine(rest)
	line, _ := cutLine(rest)
	line = bytes.TrimLeft(line, " \t>")
	return bytes.IndexByte(line, '-') >= 0 && bytes.IndexByte(line, '|') >= 0 && delimits(line)
}

// lineBlock converts a line block to a quotation that is a poem. Where its last line begins with a dash, that names the author.
func (b *builder) lineBlock(n *lineBlockNode) book.Block {
	v := &book.Verse{Pos: b.pos(n.lines[0].from), Quoted: true}
	bar := bytes.LastIndexByte(b.source[:n.lines[0].from], '|') // the quotation begins with it, its first words after it
	q := &book.Quote{Pos: b.pos(bar), Blocks: []book.Block{v}}
	b.run.reset()
	b.setLines(v, n.lines)
	b.run.finish(b.punctuation)
	if len(v.Stanzas) == 0 {
		return nil
	}
	last := v.Stanzas[len(v.Stanzas)-1]
	if words := withoutDash(last.Lines[len(last.Lines)-1].Text); words != nil && (len(v.Stanzas) > 1 || len(last.Lines) > 1) {
		q.Attribution = words
		if last.Lines = last.Lines[:len(last.Lines)-1]; len(last.Lines) == 0 {
			v.Stanzas = v.Stanzas[:len(v.Stanzas)-1]
		}
	}
	flushLeft(v)
	return q
}

// setLines converts lines, each a stretch of the source, and adds them to verse. All of them are one run, so that quotation marks of
// several lines belong together.
func (b *builder) setLines(v *book.Verse, lines []barLine) {
	var s *book.Stanza
	for _, l := range lines {
		words := bytes.TrimLeft(b.source[l.from:l.to], " ")
		switch {
		case len(words) == 0:
			s = nil
			continue
		case l.goesOn && s != nil:
			line := s.Lines[len(s.Lines)-1]
			line.Text = b.parsedInlines(b.characters(line.Text, oneSpace, l.from), l.from, l.to)
			continue
		case s == nil:
			s = &book.Stanza{Pos: b.pos(l.from)}
			v.Stanzas = append(v.Stanzas, s)
		}
		indent := l.to - l.from - len(words)
		line := &book.VerseLine{Pos: b.pos(l.from + indent), Indent: indent * columnIndent}
		b.run.buf, b.run.space = append(b.run.buf, '\n'), true
		line.Text = b.withPlaces(b.parsedInlines(nil, l.from+indent, l.to))
		s.Lines = append(s.Lines, line)
	}
}

// verseOf returns the paragraphs of a container as a poem: each line of the source is a line of it. It returns nil where there is
// anything but paragraphs.
func (b *builder) verseOf(n *containerNode) book.Block {
	var lines []barLine
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if block, ok := c.(*lineBlockNode); ok {
			lines = append(lines, block.lines...)
			continue
		}
		if c.Kind() != ast.KindParagraph {
			return nil
		}
		if len(lines) > 0 {
			lines = append(lines, barLine{})
		}
		for i := range c.Lines().Len() {
			seg := c.Lines().At(i)
			from := seg.Start
			for from > 0 && b.source[from-1] == ' ' { // the author's indent
				from--
			}
			words := bytes.TrimRight(b.source[from:seg.Stop], " \t\r\n")
			words = bytes.TrimSuffix(words, []byte(`\`))
			lines = append(lines, barLine{from: from, to: from + len(words)})
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return b.lineBlock(&lineBlockNode{lines: lines})
}
