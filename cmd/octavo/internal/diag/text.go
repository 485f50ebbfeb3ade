package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxColumns is how many columns of a source line are shown; a longer line is cut around the caret.
const maxColumns = 100

// maxAlike is how many diagnostics of one code Text prints; it counts the others.
const maxAlike = 5

// tabStop is the distance of tab stops in columns.
const tabStop = 4

// ink is a set of terminal escapes. The zero value prints plain text.
type ink struct{ place, error, warning, help, dim, caret, off string }

var colors = ink{
	place: "\x1b[1m", error: "\x1b[1;31m", warning: "\x1b[1;35m", help: "\x1b[1;36m", dim: "\x1b[2m", caret: "\x1b[1;32m", off: "\x1b[0m",
}

// Text prints the list for people, with a summary at the end:
//
//	manuscript/01.md:12:4: error: kind must be "meme" or "metaphor" [kind-wrong]
//	   12 | kind = "simile"
//	      |        ^^^^^^^^
//	      help: write kind = "meme" or kind = "metaphor"
//
// If more than five have the same code and group, the first five are printed and the others counted; [TextAll] prints all.
//
// Control characters in a file's text or name are replaced by visible signs.
func Text(w io.Writer, list List, color bool) error { return list.text(w, maxAlike, color) }

// TextAll prints the list as [Text] does, with every diagnostic in it.
func TextAll(w io.Writer, list List, color bool) error { return list.text(w, len(list), color) }

// text prints up to most diagnostics of each code.
func (l List) text(w io.Writer, most int, color bool) error {
	out := bufio.NewWriter(w)
	var c ink
	if color {
		c = colors
	}
	type kind struct{ code, group string }
	total := map[kind]int{}
	for i := range l {
		total[kind{l[i].Code, l[i].Group}]++
	}
	printed := map[kind]int{}
	for i := range l {
		k := kind{l[i].Code, l[i].Group}
		if printed[k] == most {
			continue
		}
		l[i].text(out, c)
		printed[k]++
		if more := total[k] - most; printed[k] == most && more > 0 {
			fmt.Fprintf(out, "%s… and %d more like this; show all with --all%s\n", c.dim, more, c.off)
		}
	}
	if s := l.Summary(); s != "" {
		fmt.Fprintf(out, "%s\n", s)
	}
	return out.Flush()
}

func (d *Diagnostic) text(out *bufio.Writer, c ink) {
	if d.Pos.IsValid() {
		fmt.Fprintf(out, "%s%s:%s ", c.place, printable(d.Pos.String()), c.off)
	}
	tone := c.warning
	switch d.Severity {
	case Error:
		tone = c.error
	case Note:
		tone = c.help
	}
	fmt.Fprintf(out, "%s%s:%s %s%s%s %s[%s]%s\n", tone, d.Severity, c.off,
		c.place, printable(d.Message), c.off, c.dim, d.Code, c.off)
	d.excerpt(out, c, "help:")
}

// cell is one character of a source line as it is shown.
type cell struct {
	text  string
	width int
	mark  bool // underlined by carets
}

// snippet is the source line as it is shown and the line of carets under it.
func (d *Diagnostic) snippet() (line, caret string) {
	src := d.Pos.Source
	offset := min(max(d.Pos.Offset, 0), len(src.Text))
	number, _ := src.LineColumn(offset)
	start := src.lines[number-1]
	whole := src.line(number)
	from := min(offset-start, len(whole))
	to := max(min(d.End-start, len(whole)), from)
	left, right := near(whole, from)
	text := string(whole[left:right])
	from, to = from-left, min(to, right)-left

	var cells []cell
	first, last, column := -1, -1, 0 // first and last marked cell
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		ce := show(r, size, column)
		// An empty range marks the character at it, any other the characters that begin in it.
		ce.mark = i <= from && from < i+size || from < i && i < to
		if ce.mark {
			if first < 0 {
				first = len(cells)
			}
			last = len(cells)
		}
		cells = append(cells, ce)
		column += ce.width
		i += size
	}
	if first < 0 { // at the end of the line
		first, last = len(cells), len(cells)
		cells = append(cells, cell{text: " ", width: 1, mark: true})
		column++
	}
	low, high := window(cells, first, last, column)
	var l, c strings.Builder
	if low > 0 || left > 0 {
		l.WriteString("…")
		c.WriteByte(' ')
	}
	for _, ce := range cells[low:high] {
		l.WriteString(ce.text)
		if ce.mark {
			c.WriteString(strings.Repeat("^", ce.width))
		} else {
			c.WriteString(strings.Repeat(" ", ce.width))
		}
	}
	if high < len(cells) || right < len(whole) {
		l.WriteString("…")
	}
	caret = strings.TrimRight(c.String(), " ")
	if !strings.Contains(caret, "^") { // all marked characters have no width
		caret = c.String() + "^"
	}
	return strings.TrimRight(l.String(), " "), caret
}

// maxNear limits how many bytes of a line before and after a place are examined; fewer are shown.
const maxNear = 1024

// near returns the part of a line around a place, because a line may be as long as a book.
func near(line []byte, at int) (left, right int) {
	left, right = max(0, at-maxNear), min(len(line), at+maxNear)
	for left > 0 && left < at && !utf8.RuneStart(line[left]) {
		left++
	}
	for right < len(line) && right > at && !utf8.RuneStart(line[right]) {
		right--
	}
	return left, right
}

// window returns the range of cells to show: at most maxColumns columns, the marked cells among them with some text before.
func window(cells []cell, first, last, columns int) (low, high int) {
	if columns <= maxColumns {
		return 0, len(cells)
	}
	room := maxColumns
	low = first
	for low > 0 && room > maxColumns*2/3 { // a third of the columns is for text before the caret
		low--
		room -= cells[low].width
	}
	high = low
	for room = maxColumns; high < len(cells) && cells[high].width <= room; high++ {
		room -= cells[high].width
	}
	if high == len(cells) { // use the remaining room for text before
		for low > 0 && cells[low-1].width <= room {
			low--
			room -= cells[low].width
		}
	}
	return low, high
}

// show returns the cell of a character, in a form that is safe to print.
func show(r rune, size, column int) cell {
	switch {
	case r == '\t':
		n := tabStop - column%tabStop
		return cell{text: strings.Repeat(" ", n), width: n}
	case r == utf8.RuneError && size <= 1:
		return cell{text: "\uFFFD", width: 1}
	case r < 0x20:
		return cell{text: string(0x2400 + r), width: 1} // ␀ ␁ …
	case r == 0x7F:
		return cell{text: "\u2421", width: 1}
	case harmful(r):
		return cell{text: "\uFFFD", width: 1}
	}
	return cell{text: string(r), width: width(r)}
}

// harmful reports whether a character could change how a terminal shows the rest, or make two names look alike: C1 controls, line
// separators, the characters that override the direction of text, those that are not to be seen at all (U+200B, U+2060, U+FEFF), and tags.
// Joiners and the marks of direction (U+200C to U+200F), which belong to the spelling of many languages, are none.
func harmful(r rune) bool {
	switch {
	case r < 0x80:
		return false
	case r < 0xA0, r == 0x200B, r == 0x2028, r == 0x2029, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F, r == 0xFEFF,
		0xFFF9 <= r && r <= 0xFFFB, 0xE0000 <= r && r <= 0xE007F:
		return true
	}
	return false
}

// printable returns s with a visible sign for every control character and invalid byte.
func printable(s string) string {
	clean := utf8.ValidString(s)
	for _, r := range s {
		clean = clean && r >= 0x20 && r != 0x7F && !harmful(r)
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		b.WriteString(show(r, size, 0).text)
	}
	return b.String()
}

// width is how many columns a terminal gives a character: none to combining and format characters, two to the wide
// ones of UAX #11 by blocks.
func width(r rune) int {
	switch {
	case r < 0x300:
		if r == 0xAD {
			return 0
		}
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0x303E, r >= 0x3041 && r <= 0x33FF, r >= 0x3400 && r <= 0x4DBF,
		r >= 0x4E00 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE6F,
		r >= 0xFF00 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6, r >= 0x1F300 && r <= 0x1F64F, r >= 0x1F680 && r <= 0x1F6FF,
		r >= 0x1F900 && r <= 0x1F9FF, r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}
