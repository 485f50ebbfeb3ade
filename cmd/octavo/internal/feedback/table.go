package feedback

import (
	"encoding/csv"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/locate"
)

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

var bareRow = regexp.MustCompile(`^"?(?:[0-9]{1,4}|[ivxlc]{1,8})"?([,;\t]) *"?[0-9]{1,3}"?[,;\t] *"?[^0-9 ]`)

// table reads a table of comments: the first line names its columns, in any order; the separator is a comma, a
// semicolon or a tab. A table without a heading line is read as pages, lines and comments. It reports whether the text
// is such a table.
func (r *reading) table(text string) (bool, error) {
	columns := columnNames(r.book.Language)
	text, delimiter := delimited(text, columns)
	if delimiter == 0 {
		return false, nil
	}
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.LazyQuotes, c.TrimLeadingSpace = delimiter, -1, true, delimiter != '\t'
	rows, err := c.ReadAll()
	if err != nil {
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return true, fmt.Errorf("line %d of the table is broken: %w", bad.Line, bad.Err)
		}
		return true, err
	}
	where := map[string][]int{}
	for i, h := range rows[0] {
		if name := columns[heading(h)]; name != "" {
			where[name] = append(where[name], i)
		}
	}
	others := 0
	for _, row := range rows[1:] {
		get := func(name string) string {
			for _, i := range where[name] {
				if i < len(row) && strings.TrimSpace(row[i]) != "" {
					return tidy(row[i])
				}
			}
			return ""
		}
		if strings.TrimSpace(strings.Join(row, "")) == "" || !r.room() {
			continue
		}
		if b := get("book"); b != "" && r.book.Title != "" && !sameBook(b, r.book.Title) {
			others++
			continue
		}
		m := tableRemark(get)
		if m.Comment == "" && m.New == "" && m.Seen.Words == "" {
			continue
		}
		r.Remarks = append(r.Remarks, m)
	}
	r.leftOut(others)
	return true, nil
}

// delimited returns a table with a heading line and without Excel's "sep=", and its separator, 0 if the text is not a
// table of comments.
func delimited(text string, columns map[string]string) (string, rune) {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\n "), "\n")
	if rest, ok := strings.CutPrefix(strings.ToLower(first), "sep="); ok && len(rest) == 1 {
		text = text[strings.Index(text, "\n")+1:]
		first, _, _ = strings.Cut(text, "\n")
	}
	var delimiter rune
	most := 0
	for _, d := range ",;\t" {
		if n := len(known(strings.Split(first, string(d)), columns)); n > most {
			delimiter, most = d, n
		}
	}
	if g := bareRow.FindStringSubmatch(first); most == 0 && g != nil { // a table without a heading
		return "page" + g[1] + "line" + g[1] + "comment\n" + text, rune(g[1][0])
	}
	names := known(strings.Split(first, string(delimiter)), columns)
	if most < 2 || !slices.Contains(names, "comment") && !slices.Contains(names, "words") && !slices.Contains(names, "new") {
		return "", 0
	}
	return text, delimiter
}

// tableRemark returns the remark of a row; get returns the row's value in a column.
func tableRemark(get func(column string) string) Remark {
	m := Remark{Kind: Comment, Reader: get("reader"), Comment: get("comment"), New: get("new"), Date: get("date")}
	m.Seen = locate.Seen{Folio: folio(get("page")), Words: get("words"), Heading: get("heading"), Offset: -1}
	m.Seen.Line = number(get("line"))
	if file := get("file"); file != "" {
		m.Seen.File, m.Seen.Row = file, number(get("row"))
		if m.Seen.Row == 0 && m.Seen.Folio == "" {
			m.Seen.Row, m.Seen.Line = m.Seen.Line, 0
		}
	}
	switch {
	case m.New != "" && m.Seen.Words != "":
		m.Kind = Replace
	case m.New != "":
		m.Kind = Insert
	case m.Comment == "":
		m.Kind = Highlight
	}
	return m
}

func (r *reading) leftOut(others int) {
	switch {
	case others == 1:
		r.Notes = append(r.Notes, "a note on another book was left out")
	case others > 1:
		r.Notes = append(r.Notes, fmt.Sprintf("%d notes on other books were left out", others))
	}
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

// folio returns a page number as written, "p. 42", "page iv".
func folio(s string) string {
	s = pageWord().ReplaceAllString(strings.ToLower(strings.TrimSpace(s)), "$1")
	s, _, _ = strings.Cut(s, "-")
	s, _, _ = strings.Cut(s, "–")
	return strings.TrimSpace(s)
}

// number returns the first number in a text, 0 when there is none.
func number(s string) int {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return 0
	}
	s = s[i:]
	end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(s)
	}
	n, err := strconv.Atoi(s[:end])
	if err != nil || n > 1<<30 {
		return 0
	}
	return n
}

// sameBook reports whether a title may be the book's: subtitles may be missing.
func sameBook(a, b string) bool {
	x, y := locate.Words(locate.Tokens(a)), locate.Words(locate.Tokens(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}
