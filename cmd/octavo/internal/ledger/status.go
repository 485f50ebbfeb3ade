package ledger

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
)

// ReaderStatus is a reader at a glance.
type ReaderStatus struct {
	Reader    string       `json:"reader"` // id, "" where neither book.toml nor the ledger has the reader
	Name      string       `json:"name"`
	Copies    []CopyStatus `json:"copies"` // in the order in which they were made
	Remarks   int          `json:"remarks"`
	Open      int          `json:"open"`
	Taken     int          `json:"taken"`
	Changed   int          `json:"changed"`
	Declined  int          `json:"declined"`
	LastHeard string       `json:"lastHeard"` // the day on which the last remark was read, "" for none
}

// CopyStatus is a file of a copy that a reader has got.
type CopyStatus struct {
	ID       string `json:"id"`
	Format   string `json:"format"`
	Date     string `json:"date"`
	Revision string `json:"revision"`
}

// Status returns all readers: those of book.toml in the order of the file, then others of the ledger, then others who made
// remarks, by the names in these.
func Status(l *Ledger, a *Answers, readers []config.Reader) []ReaderStatus {
	l.Enlist(readers)
	out := make([]ReaderStatus, 0, len(readers))
	index := map[string]int{}
	of := func(id, name string) *ReaderStatus {
		key := cmp.Or(id, "\x00"+strings.ToLower(name))
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, ReaderStatus{Reader: id, Name: cmp.Or(name, id), Copies: []CopyStatus{}})
		}
		return &out[i]
	}
	for _, r := range readers {
		of(r.ID, r.Name)
	}
	for i := range l.Copies {
		c := &l.Copies[i]
		s := of(c.Reader, c.Name)
		s.Copies = append(s.Copies, CopyStatus{c.ID, c.Format, c.Date, c.Revision})
	}
	for _, r := range a.Remarks {
		s := of(r.Reader, r.Name)
		s.Remarks++
		s.LastHeard = max(s.LastHeard, r.Read)
		*map[feedback.Outcome]*int{feedback.Open: &s.Open, feedback.Taken: &s.Taken, feedback.Changed: &s.Changed, feedback.Declined: &s.Declined}[r.Outcome]++
	}
	return out
}

// WriteStatus writes readers as "json", or else as a table for people.
func WriteStatus(w io.Writer, format string, list []ReaderStatus) error {
	if format == "json" {
		return diag.EncodeJSON(w, list)
	}
	if len(list) == 0 {
		_, err := fmt.Fprintln(w, "no reader has a copy or has said anything")
		return err
	}
	rows := [][]string{{"reader", "copies", "last copy", "remarks", "open", "taken", "changed", "declined", "last heard"}}
	for _, s := range list {
		last := "-"
		if n := len(s.Copies); n > 0 {
			last = s.Copies[n-1].Date + " " + s.Copies[n-1].Revision
		}
		ids := map[string]bool{} // a copy may be several files
		for _, c := range s.Copies {
			ids[c.ID] = true
		}
		row := []string{cmp.Or(s.Name, "unknown"), strconv.Itoa(len(ids)), last}
		for _, n := range []int{s.Remarks, s.Open, s.Taken, s.Changed, s.Declined} {
			row = append(row, strconv.Itoa(n))
		}
		rows = append(rows, append(row, cmp.Or(s.LastHeard, "-")))
	}
	return writeTable(w, rows)
}

// writeTable writes rows in columns, the numbers among them to the right.
func writeTable(w io.Writer, rows [][]string) error {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i := range row {
			row[i] = diag.Printable(row[i])
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
	}
	right := []int{1, 3, 4, 5, 6, 7}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if slices.Contains(right, i) {
				line.WriteString(pad + cell + "  ")
			} else {
				line.WriteString(cell + pad + "  ")
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
