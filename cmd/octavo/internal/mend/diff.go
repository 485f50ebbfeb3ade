package mend

import (
	"bytes"
	"fmt"
	"strings"
)

// around is how many lines a diff shows around a change.
const around = 3

// maxSkew is how far apart two lines that are the same are looked for.
const maxSkew = 100

// Diff returns the changes in the unified format of diff and patch.
func (r *Result) Diff() string {
	var b strings.Builder
	for _, c := range r.Changes {
		b.WriteString(unified(c.Name, c.Before, c.After))
	}
	return b.String()
}

// row is a line of a diff: ' ', '-' or '+' before the line itself.
type row struct {
	sign byte
	text []byte
}

// unified returns the difference of two files, "" where there is none.
func unified(name string, before, after []byte) string {
	rows := compare(bytes.SplitAfter(before, []byte("\n")), bytes.SplitAfter(after, []byte("\n")))
	var out strings.Builder
	one, two := 1, 1 // the lines of the row at hand
	for i := 0; i < len(rows); {
		if rows[i].sign == ' ' {
			i, one, two = i+1, one+1, two+1
			continue
		}
		from := max(0, i-around)
		to, same := i, 0
		for to < len(rows) && same <= 2*around {
			if same++; rows[to].sign != ' ' {
				same = 0
			}
			to++
		}
		to -= max(0, same-around)
		if out.Len() == 0 {
			fmt.Fprintf(&out, "--- %s\n+++ %s\n", name, name)
		}
		out.WriteString(hunk(rows[from:to], one-(i-from), two-(i-from)))
		for ; i < to; i++ {
			if rows[i].sign != '+' {
				one++
			}
			if rows[i].sign != '-' {
				two++
			}
		}
	}
	return out.String()
}

// hunk returns rows with their head; one and two are the first lines.
func hunk(rows []row, one, two int) string {
	var body strings.Builder
	var ones, twos int
	for _, r := range rows {
		if r.sign != '+' {
			ones++
		}
		if r.sign != '-' {
			twos++
		}
		body.WriteByte(r.sign)
		body.Write(r.text)
		if !bytes.HasSuffix(r.text, []byte("\n")) {
			body.WriteString("\n\\ No newline at end of file\n")
		}
	}
	return fmt.Sprintf("@@ -%d,%d +%d,%d @@\n", one, ones, two, twos) + body.String()
}

// compare returns the lines of both files in order. Where they part, it goes on at the nearest lines that are the same: mending
// changes few lines at once, so that this finds the least difference, in linear time.
func compare(a, b [][]byte) (rows []row) {
	if n := len(a); len(a[n-1]) == 0 {
		a = a[:n-1]
	}
	if n := len(b); len(b[n-1]) == 0 {
		b = b[:n-1]
	}
	for len(a) > 0 || len(b) > 0 {
		if len(a) > 0 && len(b) > 0 && bytes.Equal(a[0], b[0]) {
			rows = append(rows, row{' ', a[0]})
			a, b = a[1:], b[1:]
			continue
		}
		i, j := meet(a, b)
		for _, line := range a[:i] {
			rows = append(rows, row{'-', line})
		}
		for _, line := range b[:j] {
			rows = append(rows, row{'+', line})
		}
		a, b = a[i:], b[j:]
	}
	return rows
}

// meet returns the nearest lines that are the same, or the ends of both.
func meet(a, b [][]byte) (i, j int) {
	for skew := 1; skew <= maxSkew; skew++ {
		for i := max(0, skew-len(b)); i <= min(skew, len(a)); i++ {
			j := skew - i
			if i < len(a) && j < len(b) && bytes.Equal(a[i], b[j]) && len(bytes.TrimSpace(a[i])) > 0 {
				for i > 0 && j > 0 && bytes.Equal(a[i-1], b[j-1]) { // blank lines before it
					i, j = i-1, j-1
				}
				return i, j
			}
		}
	}
	return min(len(a), maxSkew), min(len(b), maxSkew)
}
