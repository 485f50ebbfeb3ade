package tomltext

import (
	"strings"
	"unicode/utf8"
)

// Curly is a curly quotation mark that stands where TOML has a straight one.
type Curly struct {
	At, End  int
	Straight string
}

// Straighten returns the curly quotation marks of a text between which its strings stand, if it is TOML once they are straight, and
// only then. Marks inside strings stay.
func Straighten(text string) (out []Curly, ok bool) {
	const (
		none   = ' '
		double = '"'
		single = '\''
	)
	inside, curly := none, false // the mark of the string at hand, and whether its first one was curly
	var b strings.Builder
	at := 0
	for i, r := range text {
		var mark rune
		switch r {
		case '“', '”', '„', '"':
			mark = double
		case '‘', '’', '‚', '\'':
			mark = single
		}
		straight := r == '"' || r == '\''
		switch {
		case r == '\n':
			inside = none
			continue
		case mark == 0, inside != none && (mark != inside || straight == curly):
			continue
		case inside != none:
			inside = none
		default:
			inside, curly = mark, !straight
		}
		if !straight {
			size := utf8.RuneLen(r)
			out = append(out, Curly{i, i + size, string(mark)})
			b.WriteString(text[at:i] + string(mark))
			at = i + size
		}
	}
	b.WriteString(text[at:])
	var tree map[string]any
	return out, len(out) > 0 && Decode(b.String(), &tree) == nil
}
