package manuscript

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"octavo/cmd/octavo/internal/book"
)

// captionLead returns how many bytes at the start of a text mark it as the caption of a table, as Pandoc has it: "Table:",
// "table:" or ":" with white after it. 0: it is none.
func captionLead(text string) int {
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "Table"), "table")
	after, ok := strings.CutPrefix(rest, ":")
	words := strings.TrimLeft(after, " \t\n")
	if !ok || words == after || words == "" {
		return 0
	}
	return len(text) - len(words)
}

// isCaption reports whether a node is a paragraph that begins as a caption does.
func (b *builder) isCaption(n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return false
	}
	return captionLead(string(b.source[p.Lines().At(0).Start:p.Lines().At(p.Lines().Len()-1).Stop])) > 0
}

// tableCaption returns the caption of a table: the paragraph before it, or else the one after it, if that is marked as a
// caption and belongs to no other table.
func (b *builder) tableCaption(n *extast.Table) []book.Inline {
	p := n.PreviousSibling()
	if p == nil || !b.isCaption(p) || b.captions[p] {
		if p = n.NextSibling(); p == nil || !b.isCaption(p) {
			return nil
		}
		if b.captions == nil {
			b.captions = map[ast.Node]bool{}
		}
		b.captions[p] = true
	}
	return withoutLead(b.text(p))
}

// withoutLead returns the words of a caption without the mark before them.
func withoutLead(words []book.Inline) []book.Inline {
	if len(words) == 0 {
		return words
	}
	t, ok := words[0].(*book.Text)
	if !ok {
		return words
	}
	n := captionLead(t.Value)
	if n == 0 { // what follows the mark is no plain text
		n = len(t.Value)
	}
	if n == len(t.Value) {
		return words[1:]
	}
	t.Value = t.Value[n:]
	t.Pos.Offset += n
	return words
}

// captioned reports whether a paragraph is the caption of a table beside it. One that begins as a caption and stands by no
// table is reported; it is read as a paragraph.
func (b *builder) captioned(p ast.Node) bool {
	if !b.isCaption(p) {
		return false
	}
	if _, ok := p.NextSibling().(*extast.Table); ok || b.captions[p] {
		return true
	}
	b.f.diags.Warnf("caption-stray", b.pos(firstLine(p)), "caption of a table without a table beside it: it is printed as a paragraph").
		Note("put it right before or after its table, with a blank line between, or begin it with another word")
	return false
}

// captionRow takes the last row of a table as its caption if it is a line without cells that begins as a caption does: one
// written right under the table.
func (b *builder) captionRow(n *extast.Table, t *book.Table) {
	row, ok := n.LastChild().(*extast.TableRow)
	if !ok || len(t.Caption) > 0 || row.FirstChild() == nil || row.FirstChild().Lines().Len() == 0 {
		return
	}
	line, _ := cutLine(b.source[row.FirstChild().Lines().At(0).Start:])
	if captionLead(string(line)) == 0 || strings.ContainsRune(string(line), '|') {
		return
	}
	last := len(t.Rows) - 1
	t.Caption, t.Rows = withoutLead(t.Rows[last][0]), t.Rows[:last]
}
