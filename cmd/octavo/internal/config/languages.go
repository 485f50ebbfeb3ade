package config

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// PrintLanguages prints the languages that a book may be in, one a line: the tag, the name in English and in the language itself, what
// straight quotation marks become, and the choices of text.quotes. A language whose words are never divided says so.
func PrintLanguages(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "The languages of a book, for language under [book] in book.toml, with their quotation marks")
	fmt.Fprintln(out, "and the choices of quotes under [text]:")
	fmt.Fprintln(out)
	for _, l := range lang.Languages() {
		name, own := lang.Names(l.Tag)
		if !strings.EqualFold(own, name) {
			name += ", " + own
		}
		fmt.Fprintf(out, "  %-6s %s: %s", l.Tag, name, marks(l.Quotes.Outer, l.Quotes.Inner))
		for _, o := range l.Quotes.Others {
			fmt.Fprintf(out, "; %q %s", o.Name, marks(o.Outer, o.Inner))
		}
		if l.Rules.Hyphenation.Patterns == "" {
			fmt.Fprint(out, "; words are not divided")
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}

// marks shows quotation marks, those within others inside: “ ‘ ’ ”.
func marks(outer, inner lang.Marks) string {
	return strings.Join(strings.Fields(strings.Join([]string{outer.Open, inner.Open, inner.Close, outer.Close}, " ")), " ")
}
