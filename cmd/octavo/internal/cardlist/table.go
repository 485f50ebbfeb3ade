package cardlist

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// cell is one cell of a table.
type cell struct {
	text []byte // a part of the table's text where it stands there as it is
	at   int    // offset of its first byte in the table's text
}

// table is the cells of a spreadsheet, row by row, as they stand in its text.
type table struct {
	src  *diag.Source
	head []cell
	rows [][]cell // not the empty ones
}

// mostRows is how many rows of a table are read: more cards than anybody prints.
const mostRows = 10_000

// readTable reads a table. Known reports whether a name is that of a column that cards can have.
func readTable(src *diag.Source, known func(name string) bool) (*table, diag.List) {
	var found diag.List
	t := &table{src: src}
	start := 0
	text := src.Text
	if line, rest, _ := bytes.Cut(text, []byte("\n")); len(line) == 5 && strings.HasPrefix(strings.ToLower(string(line)), "sep=") { // Excel's
		start, text = len(text)-len(rest), rest
	}
	lines := lineStarts(text)
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = separator(text, known)
	r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace, r.ReuseRecord = -1, true, r.Comma != '\t', true
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, found
		}
		if err != nil {
			var bad *csv.ParseError
			at := len(text)
			if errors.As(err, &bad) {
				at = min(lines.offset(bad.Line, bad.Column), len(text))
			}
			found.Errorf("card-list", diag.Pos{Source: src, Offset: start + at}, "the table is broken here").Note("save it again as CSV")
			return nil, found
		}
		row := make([]cell, len(record))
		empty := true
		for i, value := range record {
			line, column := r.FieldPos(i)
			row[i] = cellAt(text, lines.offset(line, column), value)
			row[i].at += start
			empty = empty && len(bytes.TrimSpace(row[i].text)) == 0
		}
		last := row[len(row)-1]
		switch end := int(r.InputOffset()); {
		case unclosed(text[:min(end, len(text))], last.at-start):
			found.Errorf("card-list", diag.Pos{Source: src, Offset: last.at - 1}, "the quotation mark opens a cell that does not end").
				Note("close it, or write two marks for one that is to be printed")
			return nil, found
		case empty:
		case t.head == nil:
			t.head = row
		case len(t.rows) == mostRows:
			found.Errorf("card-list", diag.Pos{Source: src, Offset: row[0].at}, "more than %d cards", mostRows).Note("divide the list")
			return nil, found
		default:
			t.rows = append(t.rows, row)
		}
	}
}

// starts are the offsets at which lines start.
type starts []int

func lineStarts(text []byte) starts {
	out := starts{0}
	for i, c := range text {
		if c == '\n' {
			out = append(out, i+1)
		}
	}
	return out
}

// offset returns the offset of a line and a column, both from 1; columns count bytes.
func (s starts) offset(line, column int) int {
	return s[min(max(line-1, 0), len(s)-1)] + max(column-1, 0)
}

// cellAt returns the cell that begins at an offset of a text, and whose value is known.
func cellAt(text []byte, at int, value string) cell {
	at = min(at, len(text))
	if at < len(text) && text[at] == '"' {
		at++
	}
	if end := at + len(value); end <= len(text) && string(text[at:end]) == value {
		return cell{text[at:end:end], at}
	}
	return cell{[]byte(value), at}
}

// unclosed reports whether the last cell of a row, which begins at an offset of the text and ends with it, opens with a quotation mark
// and never closes: then an odd number of marks is in it.
func unclosed(text []byte, at int) bool {
	return at > 0 && at <= len(text) && text[at-1] == '"' && bytes.Count(text[at-1:], []byte(`"`))%2 != 0
}

// separator returns what stands between the cells of a table: a comma, a semicolon or a tab, that which makes most of the first line the
// names of columns. The lines of a table with one column are cells, whatever stands in them.
func separator(text []byte, known func(name string) bool) rune {
	line, _, _ := bytes.Cut(bytes.TrimLeft(text, "\n "), []byte("\n"))
	best, most := ',', 0
	for _, d := range ",;\t" {
		n := 0
		for name := range strings.SplitSeq(string(line), string(d)) {
			if known(name) {
				n++
			}
		}
		if n > most || n == most && strings.Count(string(line), string(d)) > strings.Count(string(line), string(best)) {
			best, most = d, n
		}
	}
	if !bytes.ContainsRune(line, best) {
		return '\x1F' // the unit separator, which no text has
	}
	return best
}
