package manuscript

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// pageBreakLine is a paragraph that asks for a new page: in LaTeX's words, in Markua's, in those of Quarto and of Hugo.
var pageBreakLine = lazyregexp.New(`^(?:\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\})?|\{pagebreak\}|\{\{<\s*pagebreak\s*>\}\})$`)

// pageBreakHTML is a block of HTML that does: the form that octavo documents, and an empty element with a style sheet's words for it.
var pageBreakHTML = lazyregexp.New(`(?i)^(?:<!--\s*(?:page-?break|new-?page)\s*-->|<(div|p|br|hr|span)\b[^>]*(?:(?:page-)?break-(?:after|before)\s*:\s*(?:always|page|left|right|recto|verso)|class\s*=\s*["']?(?:page-?break|pb|newpage)\b)[^>]*>\s*(?:</(?:div|p|span)>)?)$`)

// isPageBreak reports whether a paragraph is nothing but a page break.
func (b *builder) isPageBreak(p ast.Node) bool {
	if p.Lines().Len() != 1 {
		return false
	}
	line := p.Lines().At(0)
	words := strings.TrimSpace(string(line.Value(b.source)))
	return pageBreakLine().MatchString(words) || strings.HasPrefix(words, "<") && pageBreakHTML().MatchString(words)
}
