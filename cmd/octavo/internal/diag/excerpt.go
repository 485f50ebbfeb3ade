package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Excerpt prints the line of a file that a place is in, with carets under what is meant, up to the offset end, as
// Text does it under a diagnostic; and under it notes, each after "note:". A place in no file has only notes.
func Excerpt(w io.Writer, at Pos, end int, color bool, notes ...string) error {
	out := bufio.NewWriter(w)
	var c ink
	if color {
		c = colors
	}
	d := &Diagnostic{Pos: at, End: end, Notes: notes}
	d.excerpt(out, c, "note:")
	return out.Flush()
}

// Printable is text from a file made harmless for a terminal: every control character and broken byte is shown as a
// sign.
func Printable(s string) string { return printable(s) }

// PrintableLines is Printable of every line of a text.
func PrintableLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = printable(lines[i])
	}
	return strings.Join(lines, "\n")
}

// Fprintf is fmt.Fprintf for a terminal: whatever its arguments say is made harmless, for it may come from a file, or be
// a file's name. Escapes of our own belong in the format.
func Fprintf(w io.Writer, format string, args ...any) (int, error) {
	harmless := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case string:
			harmless[i] = PrintableLines(a)
		case error:
			harmless[i] = PrintableLines(a.Error())
		case fmt.Stringer:
			harmless[i] = PrintableLines(a.String())
		default:
			harmless[i] = a
		}
	}
	return fmt.Fprintf(w, format, harmless...)
}

// excerpt prints the line that a diagnostic is about, and its notes, each after a label; further lines of a note stand under
// its first.
func (d *Diagnostic) excerpt(out *bufio.Writer, c ink, label string) {
	gutter := "     "
	if d.Pos.IsValid() && len(d.Pos.Source.Text) > 0 {
		line, caret := d.snippet()
		if strings.TrimSpace(line) != "" {
			number, _ := d.Pos.Source.LineColumn(d.Pos.Offset)
			fmt.Fprintf(out, "%s%5d |%s %s\n", c.dim, number, c.off, line)
			fmt.Fprintf(out, "%s%s |%s %s%s%s\n", c.dim, gutter, c.off, c.caret, caret, c.off)
		}
	}
	for _, note := range d.Notes {
		for i, line := range strings.Split(note, "\n") {
			mark := label
			if i > 0 {
				mark = strings.Repeat(" ", len(label))
			}
			fmt.Fprintf(out, "%s %s%s%s %s\n", gutter, c.help, mark, c.off, printable(line))
		}
	}
}
