package epub

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// Indents of lines of code have a rule for every second column, up to the deepest; tabs stop at every fourth.
const (
	codeTab    = 4
	codeStep   = 2
	deepestTab = 16
	codeHang   = 3 // columns by which what is turned over hangs deeper than its line
)

func (w *writer) code(c *book.Code) {
	open := "<pre"
	if w.plan.fromRight() {
		open += ` dir="ltr"`
	}
	if book.Drawn(c.Lines) {
		open += ` class="drawn"`
	}
	open += "><code"
	if c.Language != "" {
		open += ` class="language-` + book.Slug(c.Language) + `"`
	}
	w.verbatim(open+">", c.Lines, c.Pos)
}

// verbatim writes lines as they are, each an element of its own so that one that is turned hangs, with the breaks of the
// pages that begin with one of them.
func (w *writer) verbatim(open string, lines []string, pos diag.Pos) {
	w.reach(pos.Offset)
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			pos = book.LineFrom(pos, line)
		}
		if i == 0 { // before the block, if at all
			w.reach(pos.Offset)
			w.raw(open + codeLine(line))
		} else {
			w.raw(codeLine(line))
			w.reach(pos.Offset)
		}
		w.text(line)
		if i < len(lines)-1 { // inside, or there would be a line of white between two
			w.raw("\n")
		}
		w.raw("</span>")
		if pos.IsValid() {
			pos.Offset += len(line)
		}
	}
	if len(lines) == 0 {
		w.raw(open)
	}
	w.raw("</code></pre>\n")
}

// codeLine opens the element of a line of code, which says how far the line is indented: what is turned over hangs deeper.
func codeLine(line string) string {
	columns := 0
	for _, c := range line {
		if c == '\t' {
			columns += codeTab - columns%codeTab
		} else if columns++; c != ' ' {
			columns--
			break
		}
	}
	if n := min((columns+codeStep-1)/codeStep*codeStep, deepestTab); n > 0 {
		return `<span class="line in` + strconv.Itoa(n) + `">`
	}
	return `<span class="line">`
}

// codeIndents writes the rules of the indents that lines of code have. Letters of code are six tenths of an em wide, where a
// reading system does not know the unit ch.
func (s *sheet) codeIndents() {
	for n := codeStep; n <= deepestTab; n += codeStep {
		columns := n + codeHang
		ems, ch := inEms(0.6*float64(columns)), strconv.Itoa(columns)+"ch"
		s.rule("pre .line.in"+strconv.Itoa(n), "padding-left: "+ems, "padding-left: "+ch, "text-indent: -"+ems, "text-indent: -"+ch)
	}
}
