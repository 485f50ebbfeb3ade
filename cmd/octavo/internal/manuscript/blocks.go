package manuscript

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/dialect"
)

// notes converts the notes whose first marks have been converted, and in turn those first marked in these notes. It is a
// loop, not a recursion, so that a long chain of notes cannot overflow the stack.
func (b *builder) notes() {
	if b.inside != nil {
		return
	}
	for i := 0; i < len(b.marked); i++ {
		n := b.marked[i]
		b.inside = n
		n.note.Blocks = b.blocks(n)
		if len(n.note.Blocks) == 0 {
			b.f.diags.Warnf("footnote-empty", n.note.Pos, "footnote [^%s] without text", n.label).
				Note("write its text after the colon")
		}
	}
	b.marked, b.inside = b.marked[:0], nil
}

// blocks converts the blocks inside a container.
func (b *builder) blocks(n ast.Node) []book.Block {
	var out []book.Block
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = b.block(out, c)
		b.notes()
	}
	return out
}

// block converts one block and appends it to out.
func (b *builder) block(out []book.Block, n ast.Node) []book.Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return b.paragraph(out, n)
	case *ast.Heading: // inside a container it is neither a title nor an entry
		return append(out, b.heading(n, n.Level, b.text(n), b.read(attributesOf(n), takesID|takesHeading)))
	case *mathBlock:
		return b.displayed(out, n)
	case *containerNode:
		return b.container(out, n)
	case *fancyListNode:
		return append(out, b.fancyList(n))
	case *lineBlockNode:
		if block := b.lineBlock(n); block != nil {
			out = append(out, block)
		}
		return out
	case *ast.ThematicBreak:
		if start, end, ok := dialect.DashedTable(b.source, n.Pos()); ok && !b.fixed {
			b.foreignFound(dialect.DrawnTable, start, end)
		}
		return append(out, &book.Break{Pos: b.pos(n.Pos())})
	case *ast.Blockquote:
		if a := b.callout(n); a != nil {
			return append(out, a)
		}
		return append(out, b.quote(n))
	case *ast.List:
		l := &book.List{Pos: b.pos(n.Pos()), Ordered: n.IsOrdered(), First: n.Start, Tight: n.IsTight}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			l.Items = append(l.Items, &book.Item{Pos: b.pos(c.Pos()), Task: task(c), Blocks: b.blocks(c)})
		}
		return append(out, l)
	case *ast.CodeBlock:
		b.codeSettings(n)
		return append(out, &book.Code{Pos: b.pos(firstLine(n)), Lines: b.lines(n)})
	case *ast.FencedCodeBlock:
		b.fenceWords(n)
		b.codeSettings(n)
		c := &book.Code{Pos: b.pos(n.Pos()), Lines: b.lines(n)}
		if lang := n.Language(b.source); lang != nil {
			c.Language = unescape(lang)
		}
		return append(out, c)
	case *fragmentNode:
		return b.fragment(out, n)
	case *enclosureNode:
		return b.enclosure(out, n)
	case *ast.HTMLBlock: // of these, only page breaks are left
		return append(out, &book.PageBreak{Pos: b.pos(n.Pos())})
	case *extast.Table:
		return append(out, b.table(n))
	case *extast.DefinitionList:
		return append(out, b.definitions(n))
	case *noteNode, *ast.LinkReferenceDefinition, *tomlNode, *frontNode:
		return out
	}
	// There are no other blocks in our grammar; should goldmark add one, its text must not be lost.
	if n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
		return append(out, &book.Paragraph{Pos: b.pos(firstLine(n)), Text: b.text(n)})
	}
	return append(out, b.blocks(n)...)
}

// paragraph converts a paragraph, to Figures if it consists of pictures only.
func (b *builder) paragraph(out []book.Block, n ast.Node) []book.Block {
	if b.captioned(n) {
		return out
	}
	if b.isPageBreak(n) {
		return append(out, &book.PageBreak{Pos: b.pos(firstLine(n))})
	}
	at := firstLine(n)
	if pictures, links := picturesAlone(b.source, n); pictures != nil {
		b.linked(links)
		for i, img := range pictures {
			if i > 0 {
				at = img.Pos()
			}
			out = append(out, b.figure(img, at))
		}
		return out
	}
	words := b.text(n)
	if len(words) == 0 || b.onlyPlaces(words) {
		return out
	}
	b.deepHeading(at)
	block := b.running(n, sourceLines(n, -1), words)
	if p, ok := block.(*book.Paragraph); ok && b.f.math {
		return append(out, divided(p)...)
	}
	return append(out, block)
}

// running returns words as a paragraph, or as verse if their lines in the source are verse.
func (b *builder) running(n ast.Node, lines []text.Segment, words []book.Inline) book.Block {
	if v := b.verse(n, lines, words); v != nil {
		return v
	}
	b.unmarked(n, lines, words)
	return &book.Paragraph{Pos: b.pos(firstLine(n)), Text: b.withPlaces(words)}
}

// firstLine returns the offset of a leaf block's text.
func firstLine(n ast.Node) int {
	if n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	return n.Pos()
}
