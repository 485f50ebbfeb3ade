package dialect

import (
	"bytes"
	"strings"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// DrawnTable is a table of Pandoc whose columns are drawn with dashes, or whose cells are drawn with plus signs and bars.
var DrawnTable = &Kind{"a table drawn with dashes or plus signs, as in Pandoc: its cells would run together",
	"write it with bars: | a | b |, and |---|---| under the heads", true}

var (
	gridRule  = lazyregexp.New(`^\+(?:[-=:]{2,}\+)+$`)
	dashesRow = lazyregexp.New(`^\s*-{2,}(?: +-{2,})+\s*$`)
)

// DashedTable returns the bounds of a table whose columns are drawn with dashes, if the line at an offset of the source draws them. Other
// breaks between paragraphs have no head above them and their dashes in one piece.
func DashedTable(source []byte, at int) (start, end int, ok bool) {
	start = bytes.LastIndexByte(source[:at], '\n') + 1
	line, _, _ := bytes.Cut(source[start:], []byte("\n"))
	if !dashesRow().Match(line) {
		return 0, 0, false
	}
	end = start + len(line)
	for end < len(source) {
		below, _, _ := bytes.Cut(source[end+1:], []byte("\n"))
		if len(bytes.TrimSpace(below)) == 0 {
			break
		}
		end += 1 + len(below)
	}
	if start > 0 {
		above := source[bytes.LastIndexByte(source[:start-1], '\n')+1 : start-1]
		if len(bytes.TrimSpace(above)) > 0 {
			start -= 1 + len(above)
		}
	}
	return start, end, end > start+len(line)
}

// gridTable finds a table whose cells are drawn with plus signs and bars.
func (s *scanner) gridTable(at int) (int, *Kind) {
	b := s.rest(at)
	if !gridRule().Match(b) {
		return 0, nil
	}
	end := at + len(b)
	for end < len(s.Source) && end-at < maxTable {
		below, _, _ := bytes.Cut(s.Source[end+1:], []byte("\n"))
		if trimmed := bytes.TrimSpace(below); len(trimmed) == 0 || trimmed[0] != '+' && trimmed[0] != '|' {
			break
		}
		end += 1 + len(below)
	}
	return end, DrawnTable
}

// maxTable is how many bytes a drawn table can have.
const maxTable = 1 << 16

// barTable returns a drawn table with bars, as CommonMark's extensions have it, or false if its rows have no columns.
func barTable(text string) (string, bool) {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	var rows [][]string
	head := 0
	if gridRule().MatchString(strings.TrimSpace(lines[0])) {
		rows, head = gridRows(lines)
	} else {
		rows, head = dashedRows(lines)
	}
	if len(rows) == 0 || len(rows[0]) < 2 {
		return "", false
	}
	columns := len(rows[0])
	if head == 0 { // a table needs a head
		rows = append([][]string{make([]string, columns)}, rows...)
	}
	var out strings.Builder
	for i, row := range rows {
		out.WriteString("|")
		for _, cell := range row {
			out.WriteString(" " + strings.ReplaceAll(cell, "|", `\|`) + " |")
		}
		out.WriteString("\n")
		if i == 0 {
			out.WriteString("|" + strings.Repeat("---|", columns) + "\n")
		}
	}
	return strings.TrimSuffix(out.String(), "\n"), true
}

// dashedRows returns the cells of a table under and over a line of dashes, and how many rows are its head.
func dashedRows(lines []string) (rows [][]string, head int) {
	rule := -1
	for i, line := range lines {
		if dashesRow().MatchString(line) {
			rule = i
			break
		}
	}
	if rule < 0 || rule > 1 {
		return nil, 0
	}
	var starts []int
	signs := []rune(lines[rule])
	for i, r := range signs {
		if r == '-' && (i == 0 || signs[i-1] != '-') {
			starts = append(starts, i)
		}
	}
	for i, line := range lines {
		if i != rule && !dashesRow().MatchString(line) {
			rows = append(rows, cutAt([]rune(line), starts))
		}
	}
	return rows, rule
}

// cutAt returns the parts of a line that begin at the given columns. A part ends where a blank stands before the next.
func cutAt(line []rune, starts []int) []string {
	cells := make([]string, len(starts))
	from := 0
	for i := range starts {
		to := len(line)
		if i+1 < len(starts) {
			to = min(starts[i+1], len(line))
			for to > from && to < len(line) && line[to-1] != ' ' {
				to--
			}
		}
		cells[i] = strings.TrimSpace(string(line[min(from, to):to]))
		from = to
	}
	return cells
}

// gridRows returns the cells of a table drawn with plus signs and bars, and how many rows are its head.
func gridRows(lines []string) (rows [][]string, head int) {
	var row []string
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "+") {
			if row != nil {
				rows, row = append(rows, row), nil
			}
			if strings.Contains(line, "=") && head == 0 {
				head = len(rows)
			}
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if row == nil {
			row = make([]string, len(cells))
		}
		if len(cells) != len(row) {
			return nil, 0
		}
		for i, cell := range cells {
			row[i] = strings.TrimSpace(row[i] + " " + strings.TrimSpace(cell))
		}
	}
	for _, r := range rows {
		if len(r) != len(rows[0]) || head > 1 {
			return nil, 0
		}
	}
	return rows, head
}
