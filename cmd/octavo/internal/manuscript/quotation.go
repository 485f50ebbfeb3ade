package manuscript

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/book"
)

func (b *builder) quote(n *ast.Blockquote) *book.Quote {
	q := &book.Quote{Pos: b.pos(n.Pos())}
	last := n.LastChild()
	for last != nil && (last.Kind() == kindNote || last.Kind() == ast.KindLinkReferenceDefinition) {
		last = last.PreviousSibling()
	}
	single := map[book.Block]*book.Verse{}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p, ok := c.(*ast.Paragraph)
		from, lines := len(q.Blocks), -1
		if ok && c == last {
			lines = b.attributed(q, p)
		}
		if lines < 0 {
			q.Blocks = b.block(q.Blocks, c)
		}
		if ok && len(q.Blocks) > from {
			single[q.Blocks[from]] = b.oneLine(sourceLines(p, lines), q.Blocks[from])
		}
		b.notes()
	}
	q.Blocks = joinStanzas(q.Blocks, single)
	return q
}

// attributed adds the last paragraph of a quotation if it ends with an attribution, and returns the number of its lines
// before the attribution. It returns -1 if there is no attribution.
func (b *builder) attributed(q *book.Quote, p *ast.Paragraph) (lines int) {
	start, dash, width := attribution(p, b.source)
	if dash == nil || start == p.FirstChild() && len(q.Blocks) == 0 {
		return -1
	}
	b.run.reset()
	words := b.trim(b.inlines(nil, p.FirstChild(), start, 0))
	b.run.buf, b.run.space = append(b.run.buf, '\n'), true
	b.skip.node, b.skip.bytes = dash, width
	q.Attribution = b.trim(b.inlines(nil, start, nil, 0))
	b.skip.node = nil
	b.run.finish(b.punctuation)
	lines = linesBefore(p, dash)
	if len(words) > 0 {
		q.Blocks = append(q.Blocks, b.running(p, sourceLines(p, lines), words))
	}
	return lines
}

// attribution finds the line of a paragraph that starts with a dash: the last one, or else the first, because a long
// attribution in a paragraph of its own may be wrapped. It returns the node that the line starts with, the text node with
// the dash, and the length of the dash and the space after it in bytes.
func attribution(p *ast.Paragraph, source []byte) (start ast.Node, dash *ast.Text, n int) {
	start = p.FirstChild()
	for c := p.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) && t.NextSibling() != nil {
			start = t.NextSibling()
		}
	}
	for _, line := range []ast.Node{start, p.FirstChild()} {
		t := line
		for t != nil && t.Kind() != ast.KindText {
			t = t.FirstChild()
		}
		if t, ok := t.(*ast.Text); ok {
			if n := dashLength(t.Segment.Value(source)); n > 0 {
				return line, t, n
			}
		}
	}
	return nil, nil, 0
}

// linesBefore returns the number of lines of a paragraph before the line of one of its inlines.
func linesBefore(p *ast.Paragraph, in *ast.Text) int {
	n := 0
	for n < p.Lines().Len() && p.Lines().At(n).Stop <= in.Segment.Start {
		n++
	}
	return n
}

func dashLength(s []byte) int {
	n := 0
	for _, dash := range []string{"---", "--", "—", "―", "–"} {
		if strings.HasPrefix(string(s[:min(len(s), 4)]), dash) {
			n = len(dash)
			break
		}
	}
	if n == 0 {
		return 0
	}
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}
