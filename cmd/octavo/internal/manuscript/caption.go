package manuscript

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"octavo/cmd/octavo/internal/book"
)

// captionLead returns the length of the marker at the start of a text that makes it the caption of a table, as in Pandoc:
// "Table:", "table:" or ":" followed by white space. It returns 0 if there is none.
func captionLead(text string) int {
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "Table"), "table")
	after, ok := strings.CutPrefix(rest, ":")
	words := strings.TrimLeft(after, " \t\n")
	if !ok || words == after || words == "" {
		return 0
	}
	return len(text) - len(words)
}

// isCaption reports whether a node is a paragraph of the source that begins with the marker of a caption.
func isCaption(source []byte, n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return false
	}
	return captionLead(string(source[p.Lines().At(0).Start:p.Lines().At(p.Lines().Len()-1).Stop])) > 0
}

// tableCaption gives a table its caption: the paragraph before it, or else the one after it, if that is marked as a
// caption and belongs to no other table.
func (b *builder) tableCaption(n *extast.Table, t *book.Table) {
	p := n.PreviousSibling()
	if p == nil || !isCaption(b.source, p) || b.captions[p] {
		if p = n.NextSibling(); p == nil || !isCaption(b.source, p) {
			return
		}
		if b.captions == nil {
			b.captions = map[ast.Node]bool{}
		}
		b.captions[p] = true
	}
	t.Caption = withoutLead(b.text(p))
	b.anchor(&t.ID, b.read(attributesOf(p), takesID))
}

// withoutLead returns the text of a caption without its marker.
func withoutLead(words []book.Inline) []book.Inline {
	if len(words) == 0 {
		return words
	}
	t, ok := words[0].(*book.Text)
	if !ok {
		return words
	}
	n := captionLead(t.Value)
	if n == 0 { // only markup follows the marker
		n = len(t.Value)
	}
	if n == len(t.Value) {
		return words[1:]
	}
	t.Value = t.Value[n:]
	t.Pos.Offset += n
	return words
}

// captioned reports whether a paragraph is the caption of a table beside it. A paragraph with the marker of a caption but no
// table beside it is reported and remains a paragraph.
func (b *builder) captioned(p ast.Node) bool {
	if !isCaption(b.source, p) {
		return false
	}
	if _, ok := p.NextSibling().(*extast.Table); ok || b.captions[p] {
		return true
	}
	b.f.diags.Warnf("caption-stray", b.pos(firstLine(p)), "caption of a table without a table beside it: it is printed as a paragraph").
		Note("put it right before or after its table, with a blank line between, or begin it with another word")
	return false
}

// captionRow treats the last row of a table as its caption if the row is a single line with the marker of a caption: one
// written directly under the table.
func (b *builder) captionRow(n *extast.Table, t *book.Table) {
	row, ok := n.LastChild().(*extast.TableRow)
	if !ok || len(t.Caption) > 0 || row.FirstChild() == nil || row.FirstChild().Lines().Len() == 0 {
		return
	}
	line, _ := cutLine(b.source[row.FirstChild().Lines().At(0).Start:])
	if captionLead(string(line)) == 0 || strings.ContainsRune(string(line), '|') {
		return
	}
	b.anchor(&t.ID, b.read(attributesOf(row.FirstChild()), takesID))
	last := len(t.Rows) - 1
	t.Caption, t.Rows = withoutLead(t.Rows[last][0]), t.Rows[:last]
}
