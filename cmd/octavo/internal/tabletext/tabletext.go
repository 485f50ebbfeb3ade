// Package tabletext writes tables for spreadsheets as text in which no cell is a formula. Call [Write].
package tabletext

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Write writes rows of cells as comma-separated values (RFC 4180). What a spreadsheet would compute stands behind an apostrophe; see [Cell].
func Write(w io.Writer, rows [][]string) error {
	table := csv.NewWriter(w)
	for _, row := range rows {
		harmless := make([]string, len(row))
		for i, cell := range row {
			harmless[i] = Cell(cell)
		}
		if err := table.Write(harmless); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// Cell returns a cell that is no formula: one that begins with a sign by which spreadsheets know formulas, or has white space, quotation
// marks or what nobody sees before one, has an apostrophe before it, by which they know text. The wide forms of the signs count too, since programs for Chinese,
// Japanese and Korean take them for the narrow ones.
func Cell(s string) string {
	const signs = "=+-@＝＋－＠"
	if s != "" && strings.ContainsRune("\t\r\n", rune(s[0])) {
		return "'" + s
	}
	bare := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf) || r == '"' })
	if r, _ := utf8.DecodeRuneInString(bare); bare != "" && strings.ContainsRune(signs, r) {
		return "'" + s
	}
	return s
}
