package book

import "strings"

// Alignment returns how a column of a table is aligned: as the author has it, or where he does not say, to the right if that
// sets figures under figures: every cell of the column, two at least, is a number, and all have as many digits after the point.
func (t *Table) Alignment(column int) Align {
	if column < len(t.Align) && t.Align[column] != AlignDefault {
		return t.Align[column]
	}
	decimals, numbers := 0, 0
	for _, row := range t.Rows {
		if column >= len(row) || len(row[column]) == 0 {
			continue
		}
		n, ok := number(PlainText(row[column]))
		if !ok || numbers > 0 && n != decimals {
			return AlignDefault
		}
		decimals = n
		numbers++
	}
	if numbers < 2 {
		return AlignDefault
	}
	return AlignRight
}

// number reports whether a text is one number, with its sign, currency or per cent, and returns how many digits follow its
// point. Three digits after a comma are thousands.
func number(text string) (decimals int, ok bool) {
	text = strings.TrimRight(strings.TrimLeft(strings.TrimSpace(text), "+-−–$€£¥"), "% \u00A0\u202F")
	whole, fraction, point := strings.Cut(text, ".")
	for i, group := range strings.Split(whole, ",") {
		if !digits(group) || i > 0 && len(group) != 3 {
			return 0, false
		}
	}
	if point && !digits(fraction) {
		return 0, false
	}
	return len(fraction), true
}

// digits reports whether a text consists of digits, one at least.
func digits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}
