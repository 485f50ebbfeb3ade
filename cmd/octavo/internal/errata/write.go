package errata

import (
	"io"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tabletext"
)

// Text writes rows for a terminal, a line each.
func Text(w io.Writer, rows []Row) error {
	for i := range rows {
		r := &rows[i]
		said := ""
		switch r.Kind {
		case Replace:
			said = "for “" + r.Was + "” read “" + r.Is + "”"
		case Delete:
			said = "delete the " + r.What + " “" + r.Was + "”"
		case Insert:
			said = "after it insert the " + r.What + " “" + r.Is + "”"
		}
		if _, err := diag.Fprintf(w, "page %s, line %d: %s\n", r.Page, r.Line, said); err != nil {
			return err
		}
	}
	return nil
}

// CSV writes rows as a table without formulas, with the columns page, line, was, is, change and entry. Change is "replace", or what is deleted or inserted:
// "delete paragraph".
func CSV(w io.Writer, rows []Row) error {
	table := [][]string{{"page", "line", "was", "is", "change", "entry"}}
	for i := range rows {
		r := &rows[i]
		table = append(table, []string{r.Page, strconv.Itoa(r.Line), diag.Printable(r.Was), diag.Printable(r.Is), strings.TrimSpace(string(r.Kind) + " " + r.What), r.Entry})
	}
	return tabletext.Write(w, table)
}

// MovesText writes where pages are, for a terminal.
func MovesText(w io.Writer, moves []Move) error {
	if _, err := diag.Fprintf(w, "%-10s %s\n", "old page", "new page"); err != nil {
		return err
	}
	for _, m := range moves {
		if _, err := diag.Fprintf(w, "%-10s %s\n", m.Old, m.pages()); err != nil {
			return err
		}
	}
	return nil
}

// MovesCSV writes where pages are as a table with the columns old, new and to: the page on which the text of the old page begins, and that
// on which it ends.
func MovesCSV(w io.Writer, moves []Move) error {
	table := [][]string{{"old", "new", "to"}}
	for _, m := range moves {
		table = append(table, []string{m.Old, m.First, m.Last})
	}
	return tabletext.Write(w, table)
}

// pages returns "13", "13–14", or that the text is gone.
func (m *Move) pages() string {
	switch {
	case m.First == "":
		return "gone"
	case m.Last == "" || m.Last == m.First:
		return m.First
	}
	return m.First + "–" + m.Last
}
