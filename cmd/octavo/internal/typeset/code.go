package typeset

import (
	"strings"
	"unicode"
)

// Columns returns how many columns of a monospaced face a text takes.
func Columns(text string) (n int) {
	for _, r := range text {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

// ExpandTabs replaces tabs by spaces up to the next column that is a multiple of stop.
func ExpandTabs(line string, stop int) string {
	if strings.IndexByte(line, '\t') < 0 {
		return line
	}
	var b strings.Builder
	column := 0
	for _, r := range line {
		switch {
		case r == '\t':
			n := stop - column%stop
			b.WriteString(strings.Repeat(" ", n))
			column += n
			continue
		case !unicode.Is(unicode.Mn, r):
			column++
		}
		b.WriteRune(r)
	}
	return b.String()
}

// separators are the characters after which code is divided where it has no space.
const separators = "/\\,;:=&|+)]}>."

// CodeParts divides a line of code that is wider than its room: the first part has at most first columns, the others have at
// most rest. It returns where the parts begin and end, in bytes; the spaces at which the line is divided are in none. A part
// ends at a space if what follows then fits a line or the part is not short; else after a separator, else anywhere, and
// never is anything added. The hyphen of an option is no separator.
func CodeParts(line string, first, rest int) (parts [][2]int) {
	first, rest = max(first, 1), max(rest, 1)
	start, room := 0, first
	for {
		end := start + columnBytes(line[start:], room)
		if end == len(line) {
			return append(parts, [2]int{start, end})
		}
		cut := codeCut(line, start, end, room, rest)
		parts = append(parts, [2]int{start, start + len(strings.TrimRight(line[start:cut], " "))})
		start = cut + len(line[cut:]) - len(strings.TrimLeft(line[cut:], " "))
		if start == len(line) {
			return parts
		}
		room = rest
	}
}

// leastPart is the least share of its room, in hundredths, that a part fills if it ends before anything that fits no line.
const leastPart = 50

// codeCut returns where the part line[start:] ends, of which line[start:end] fits.
func codeCut(line string, start, end, room, rest int) int {
	from := start + len(line[start:]) - len(strings.TrimLeft(line[start:], " ")) // not inside the indent
	full := func(at int) bool { return at > from && Columns(line[start:at])*100 >= room*leastPart }
	if line[end] == ' ' && end > from {
		return end
	}
	if at := strings.LastIndexByte(line[start:end], ' ') + start; at > from {
		word, _, _ := strings.Cut(line[at+1:], " ")
		if full(at) || Columns(word) <= rest {
			return at + 1
		}
	}
	if at := strings.LastIndexAny(line[start:end], separators) + start + 1; at <= end && full(at) {
		return at
	}
	return end
}

// columnBytes returns how many bytes of a text its first n columns take, with the marks on the last. There is at least one column.
func columnBytes(text string, n int) int {
	columns := 0
	for at, r := range text {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if columns++; columns > n {
			return at
		}
	}
	return len(text)
}
