package manuscript

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"octavo/cmd/octavo/internal/diag"
)

// unprinted reports words that Markdown does not print: those after the language of a code block, definitions of links, titles
// of links, captions of pictures in running text.
func (b *builder) unprinted(doc ast.Node) {
	used := map[string]bool{} // labels
	var definitions []*ast.LinkReferenceDefinition
	alone := &figures{source: b.source}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.FencedCodeBlock:
			b.infoWords(n)
		case *ast.LinkReferenceDefinition:
			definitions = append(definitions, n)
		case *ast.Link:
			if n.Reference != nil {
				used[util.ToLinkReference(n.Reference.Value)] = true
			}
			if title := unescape(n.Title); title != "" {
				b.f.diags.Warnf("link-title", b.pos(n.Pos()), "the title of a link is not printed: %q", title).
					Note("write the words into the text, or delete them")
			}
		case *ast.Image:
			if n.Reference != nil {
				used[util.ToLinkReference(n.Reference.Value)] = true
			}
			if title := unescape(n.Title); title != "" && !alone.has(n) {
				b.f.diags.Warnf("picture-caption", b.pos(n.Pos()), "the caption of a picture in running text is not printed: %q", title).
					Note("put a blank line before and after the picture, or delete the caption")
			}
		}
		return ast.WalkContinue, nil
	})
	b.definitionsOfLinks(definitions, used)
}

// infoWords reports words after the language of a code block.
func (b *builder) infoWords(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		return
	}
	info := n.Info.Segment
	rest := info.Value(b.source)[len(n.Language(b.source)):]
	if words := bytes.TrimSpace(rest); len(words) > 0 {
		b.f.diags.Warnf("code-words", b.pos(info.Stop-len(bytes.TrimLeft(rest, " \t"))),
			"words after the language of a code block are not printed: %q", words).
			Note("write them into the text before the block, or delete them")
	}
}

// definitionsOfLinks reports link definitions that no link uses, and those of a label that is already defined.
func (b *builder) definitionsOfLinks(definitions []*ast.LinkReferenceDefinition, used map[string]bool) {
	first := map[string]diag.Pos{}
	for _, d := range definitions {
		at := d.Pos()
		if d.Lines().Len() > 0 {
			at = d.Lines().At(0).Start
		}
		pos, key := b.pos(at), util.ToLinkReference(d.Label)
		switch before, twice := first[key]; {
		case !used[key] && isComment(d):
		case !used[key]:
			b.f.diags.Warnf("link-unused", pos, "unused link definition [%s]: it is not printed", d.Label).
				Note("to print the words, write \\[%s]: with a backslash; to use them as an address, write [words][%s]", d.Label, d.Label)
		case twice:
			b.f.diags.Warnf("link-duplicate", pos, "duplicate link definition [%s]: this one is not used", d.Label).
				Note("the first definition is at %s; give one of the two another label", before)
		default:
			first[key] = pos
		}
	}
}

// isComment reports whether a link definition is written as a comment, which no program prints: [//]: # (a comment).
func isComment(d *ast.LinkReferenceDefinition) bool {
	label, address := strings.ToLower(string(d.Label)), string(d.Destination)
	return label == "//" || (address == "#" || address == "") && (label == "comment" || label == "_" || label == "toc" || len(d.Title) > 0)
}
