package markdown

import (
	"math"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
)

// columnIndent is the width of a column of indentation, in hundredths of an em, as package manuscript reads it.
const columnIndent = 50

// verse returns verse: each line of a stanza but the last ends with a backslash, and stanzas are parted by an empty line. After a list, columns
// before the first line would make it one of the list's last item.
func (w *writer) verse(v *book.Verse, afterList bool) []string {
	var out []string
	for i, s := range v.Stanzas {
		if i > 0 {
			out = append(out, "")
		}
		for k, l := range s.Lines {
			line := strings.ReplaceAll(w.line(l.Text, inVerse), "\n", " ")
			columns := 3 // four before the first line of a paragraph would be code
			switch {
			case k > 0 && v.Quoted:
				columns = math.MaxInt
			case afterList && i == 0 && k == 0:
				columns = 0
			}
			line = verseIndent(l.Indent, columns) + line
			if k+1 < len(s.Lines) {
				if before, ok := strings.CutSuffix(line, `\\`); ok { // three of them end no line
					line = before + "&#92;"
				}
				line += "\\"
			}
			out = append(out, line)
		}
	}
	return out
}

// lonely returns verse that is all of a quotation and has a stanza of one line, which would be read as prose.
func lonely(blocks []book.Block) (v *book.Verse, ok bool) {
	if len(blocks) == 1 {
		v, ok = blocks[0].(*book.Verse)
	}
	return v, ok && slices.ContainsFunc(v.Stanzas, func(s *book.Stanza) bool { return len(s.Lines) == 1 })
}

// lineBlock returns verse as lines that begin with bars, with whose it is.
func (w *writer) lineBlock(v *book.Verse, whose []book.Inline) []string {
	var out []string
	for i, s := range v.Stanzas {
		if i > 0 {
			out = append(out, "|")
		}
		for _, l := range s.Lines {
			out = append(out, "| "+verseIndent(l.Indent, 3)+strings.ReplaceAll(w.line(l.Text, inVerse), "\n", " "))
		}
	}
	if whose != nil {
		out = append(out, "|", "| -- "+w.line(whose, inAttribution))
	}
	return out
}

// spaces are the fixed spaces that indent lines, with their widths, in hundredths of an em.
var spaces = []struct {
	entity string
	width  int
}{{"&emsp;", 100}, {"&ensp;", 50}, {"&#8196;", 33}, {"&nbsp;", 25}, {"&#8201;", 17}}

// verseIndent returns the indent of a line, of a width in hundredths of an em: columns of the text if these are whole and no more than most, or
// fixed spaces.
func verseIndent(width, most int) string {
	if width%columnIndent == 0 && width/columnIndent <= most {
		return strings.Repeat(" ", width/columnIndent)
	}
	var b strings.Builder
	for _, s := range spaces {
		for width >= s.width && b.Len() < 400 {
			if rest := width - s.width; rest > 0 && rest < 17 {
				break // a smaller space first
			}
			b.WriteString(s.entity)
			width -= s.width
		}
	}
	return b.String()
}
