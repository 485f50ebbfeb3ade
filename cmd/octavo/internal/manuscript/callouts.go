package manuscript

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// calloutLine is how the first line of a callout begins: [!NOTE] on GitHub, [!tip]+ with a title behind it in Obsidian.
var calloutLine = lazyregexp.New(`^\[!([A-Za-z][\w -]*)(?:\|[^\]\n]*)?\][+-]?[ \t]*`)

// callout converts a quotation that is a callout. It returns nil for any other.
func (b *builder) callout(n *ast.Blockquote) book.Block {
	p, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return nil
	}
	line := p.Lines().At(0)
	m := calloutLine().FindSubmatchIndex(line.Value(b.source))
	first, isText := p.FirstChild().(*ast.Text)
	if m == nil || !isText || !covers(first, line.Start+m[1]) {
		return nil
	}
	name := string(b.source[line.Start+m[2] : line.Start+m[3]])
	a := &book.Aside{Pos: b.pos(line.Start)}
	kind, known := kindOfAside(strings.TrimSpace(name))
	a.Kind = kind
	rest := ast.Node((&spanner{source: b.source}).cut(p, first, line.Start+m[1]))
	body := rest
	for body != nil {
		t, ok := body.(*ast.Text)
		body = body.NextSibling()
		if ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			break
		}
	}
	b.run.reset()
	a.Title = b.trim(b.inlines(nil, rest, body, 0))
	b.run.finish(b.punctuation)
	if len(a.Title) == 0 {
		a.Title = nil
	}
	quotes := strings.EqualFold(name, "quote") || strings.EqualFold(name, "cite")
	if !known && !quotes && a.Title == nil { // a kind of the author's own is its title
		a.Title = []book.Inline{&book.Text{Pos: b.pos(line.Start + m[2]), Value: ownKind(name)}}
	}
	b.run.reset()
	words := b.trim(b.inlines(nil, body, nil, 0))
	b.run.finish(b.punctuation)
	if len(words) > 0 {
		a.Blocks = append(a.Blocks, &book.Paragraph{Pos: words[0].Start(), Text: words})
	}
	b.notes()
	a.Blocks = append(a.Blocks, b.blocksFrom(p.NextSibling())...)
	if quotes {
		return &book.Quote{Pos: a.Pos, Blocks: a.Blocks, Attribution: a.Title}
	}
	return a
}

// ownKind returns the name of a kind as a title.
func ownKind(name string) string {
	name = strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	return strings.ToUpper(name[:1]) + name[1:]
}
