package exports

import (
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
)

func (r *reader) columns() map[string]string {
	if r.names == nil {
		r.names = columnNames(r.on.Language)
	}
	return r.names
}

// columnNames maps the lower-case names of a table's columns, in any language, to what the columns hold: in the language of the book
// where a name has another meaning in another.
func columnNames(language string) map[string]string {
	names := map[string]string{}
	own, _ := lang.Find(language)
	for _, l := range append([]*lang.Language{own}, lang.Languages()...) {
		c := &l.Reader.Columns
		for _, column := range []struct {
			what  string
			names []string
		}{{"page", c.Page}, {"line", c.Line}, {"comment", c.Comment}, {"reader", c.Reader}, {"words", c.Words}, {"new", c.New},
			{"file", c.File}, {"row", c.Row}, {"date", c.Date}, {"heading", c.Heading}, {"book", c.Book}} {
			for _, name := range column.names {
				if names[name] == "" {
					names[name] = column.what
				}
			}
		}
	}
	return names
}

var bareRow = lazyregexp.New(`^"?(?:[0-9]{1,4}|[ivxlc]{1,8})"?([,;\t]) *"?[0-9]{1,3}"?[,;\t] *"?[^0-9 ]`)

func isTable(r *reader, text string) bool {
	_, delimiter := r.delimited(text)
	return delimiter != 0
}

// table reads a table of comments: the first line names its columns, in any order; the separator is a comma, a semicolon or a tab. A
// table without a heading line is read as pages, lines and comments. Where the names are those of no language that is known, the
// column whose texts stand in the manuscript has the words.
func (r *reader) table(text string) error {
	text, delimiter := r.delimited(text)
	rows, err := rowsOf(text, delimiter)
	if err != nil {
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return fmt.Errorf("line %d of the table is broken: %w", bad.Line, bad.Err)
		}
		return err
	}
	where := r.columnsOf(rows)
	for _, row := range rows[1:] {
		get := func(name string) string {
			for _, i := range where[name] {
				if i < len(row) && strings.TrimSpace(row[i]) != "" {
					return tidy(row[i])
				}
			}
			return ""
		}
		m := tableMark(get)
		if m.Comment == "" && m.New == "" && m.Seen.Words == "" {
			continue
		}
		r.title = get("book")
		r.add(m)
	}
	return nil
}

func rowsOf(text string, delimiter rune) ([][]string, error) {
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.LazyQuotes, c.TrimLeadingSpace = delimiter, -1, true, delimiter != '\t'
	return c.ReadAll()
}

// columnsOf returns the indexes of the columns of a table by what they hold.
func (r *reader) columnsOf(rows [][]string) map[string][]int {
	where := map[string][]int{}
	names := r.columns()
	for i, h := range rows[0] {
		if name := names[heading(h)]; name != "" {
			where[name] = append(where[name], i)
		}
	}
	if best := r.heldColumn(rows); len(where["words"]) == 0 && len(where["new"]) == 0 && best >= 0 {
		for name, list := range where {
			where[name] = slices.DeleteFunc(list, func(i int) bool { return i == best })
		}
		where["words"] = []int{best}
	}
	if len(where["comment"]) == 0 && len(where["words"]) > 0 {
		if i := proseColumn(rows, where); i >= 0 {
			where["comment"] = []int{i}
		}
	}
	return where
}

// heldColumn returns the column most of whose longer texts stand in the manuscript, -1 for none.
func (r *reader) heldColumn(rows [][]string) int {
	best, most := -1, 0
	if r.on.Text == nil {
		return best
	}
	held := map[int]int{}
	const looks = 50
	for _, row := range rows[1:min(len(rows), looks)] {
		for i, cell := range row {
			if r.held(cell) {
				held[i]++
			}
		}
	}
	for i := range rows[0] {
		if held[i] > most {
			best, most = i, held[i]
		}
	}
	return best
}

// proseColumn returns the column without a known name that has most words, -1 if none has two in a cell on average.
func proseColumn(rows [][]string, where map[string][]int) int {
	known := map[int]bool{}
	for _, list := range where {
		for _, i := range list {
			known[i] = true
		}
	}
	best, most := -1, 0
	const looks = 50
	words, cells := map[int]int{}, map[int]int{}
	for _, row := range rows[1:min(len(rows), looks)] {
		for i, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" && !known[i] && !strings.Contains(cell, "://") && !isDate(cell) {
				cells[i]++
				words[i] += countWords(cell)
			}
		}
	}
	for i := range rows[0] {
		if words[i] > most && words[i] >= 2*cells[i] {
			best, most = i, words[i]
		}
	}
	return best
}

// delimited returns a table with a heading line and without Excel's "sep=", and its separator, 0 if the text is not a
// table of comments.
func (r *reader) delimited(text string) (string, rune) {
	columns := r.columns()
	first, rows, _ := strings.Cut(strings.TrimLeft(text, "\n "), "\n")
	if rest, ok := strings.CutPrefix(strings.ToLower(first), "sep="); ok && len(rest) == 1 {
		text = rows
		first, _, _ = strings.Cut(text, "\n")
	}
	var delimiter rune
	most := 0
	for _, d := range ",;\t" {
		if n := len(known(strings.Split(first, string(d)), columns)); n > most {
			delimiter, most = d, n
		}
	}
	if g := bareRow().FindStringSubmatch(first); most == 0 && g != nil { // a table without a heading
		return "page" + g[1] + "line" + g[1] + "comment\n" + text, rune(g[1][0])
	}
	names := known(strings.Split(first, string(delimiter)), columns)
	if most >= 2 && (slices.Contains(names, "comment") || slices.Contains(names, "words") || slices.Contains(names, "new")) {
		return text, delimiter
	}
	for _, d := range ",;\t" { // names of no language that is known
		if rows, err := rowsOf(text, d); err == nil && len(rows) > 1 && len(rows[0]) > 2 && r.heldColumn(rows) >= 0 {
			return text, d
		}
	}
	return "", 0
}

// tableMark returns the mark of a row; get returns the row's value in a column.
func tableMark(get func(column string) string) Mark {
	m := Mark{Reader: get("reader"), Comment: get("comment"), New: get("new"), Date: get("date")}
	m.Seen = locate.Seen{Folio: folio(get("page")), Words: get("words"), Heading: get("heading")}
	m.Seen.Line = number(get("line"))
	if file := get("file"); file != "" {
		m.Seen.File, m.Seen.Row = file, number(get("row"))
		if m.Seen.Row == 0 && m.Seen.Folio == "" {
			m.Seen.Row, m.Seen.Line = m.Seen.Line, 0
		}
	}
	if m.Kind = kindOf(&m); m.Kind == Note {
		m.Kind = Comment
	}
	return m
}

func heading(s string) string {
	s = strings.ToLower(strings.Trim(strings.TrimSpace(s), `"'`))
	return strings.Join(strings.Fields(strings.NewReplacer("_", " ", "-", " ", ":", " ").Replace(s)), " ")
}

// known returns the columns recognised among names.
func known(names []string, columns map[string]string) []string {
	var out []string
	for _, n := range names {
		if name := columns[heading(n)]; name != "" {
			out = append(out, name)
		}
	}
	return out
}
