package markdown

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
)

// widestTable is the number of characters up to which a table's columns are filled up with spaces, so that they stand under each other.
const widestTable = 100

// table returns a table with its caption before it.
func (w *writer) table(t *book.Table) []string {
	var out []string
	if caption := w.line(t.Caption, inAttribution); caption != "" {
		caption = "Table: " + strings.ReplaceAll(caption, "\n", " ")
		if t.ID != "" {
			caption += " {#" + t.ID + "}"
		}
		out = append(out, caption, "")
	}
	rows := [][]string{w.row(t.Head, len(t.Align))}
	for _, r := range t.Rows {
		rows = append(rows, w.row(r, len(t.Align)))
	}
	widths := make([]int, len(t.Align))
	sum := 0
	for i := range widths {
		widths[i] = 3
		for _, r := range rows {
			widths[i] = max(widths[i], utf8.RuneCountInString(r[i]))
		}
		sum += widths[i]
	}
	if sum > widestTable {
		for i := range widths {
			widths[i] = 3
		}
	}
	rule := make([]string, len(t.Align))
	for i, a := range t.Align {
		rule[i] = delimiter(a, widths[i])
	}
	for i, r := range rows {
		out = append(out, tableLine(r, widths))
		if i == 0 {
			out = append(out, tableLine(rule, widths))
		}
	}
	return out
}

// row returns the cells of a row, each on one line.
func (w *writer) row(cells []book.Cell, columns int) []string {
	out := make([]string, columns)
	for i := range out {
		if i < len(cells) {
			out[i] = strings.ReplaceAll(w.line(cells[i], inCell), "\n", " ")
		}
	}
	return out
}

// delimiter returns the cell under the head that says how a column is aligned.
func delimiter(a book.Align, width int) string {
	switch a {
	case book.AlignLeft:
		return ":" + strings.Repeat("-", width-1)
	case book.AlignRight:
		return strings.Repeat("-", width-1) + ":"
	case book.AlignCenter:
		return ":" + strings.Repeat("-", width-2) + ":"
	}
	return strings.Repeat("-", width)
}

func tableLine(cells []string, widths []int) string {
	var b strings.Builder
	b.WriteByte('|')
	for i, c := range cells {
		b.WriteString(" " + c + strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(c))) + " |")
	}
	return b.String()
}
