package schema

import (
	"strconv"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/config"
)

// Patterns are regular expressions that mean the same in ECMA 262, which JSON Schema has, and in the languages of Rust and Go.

// white says what white space a string can have beside spaces.
type white uint8

const (
	lines   white = iota // line ends and tabs
	oneLine              // none: it is one of a list, or a name
)

// class returns an expression for a character of a string. Control characters have no form in a book.
func (w white) class() string {
	if w == lines {
		return `[^\x00-\x08\x0b-\x1f\x7f-\x9f]`
	}
	return `[^\x00-\x1f\x7f-\x9f]`
}

// around returns an expression for the white space around a string.
func (w white) around(f *config.StringForm) string {
	switch {
	case f.Exact:
		return ""
	case w == lines:
		return `[ \t\n]*`
	}
	return " *"
}

// inked is a character that is neither white nor a control character.
const inked = `[^\x00-\x20\x7f-\x9f]`

// stringPattern returns the pattern of a string.
func stringPattern(f *config.StringForm, w white) string {
	around := w.around(f)
	inside := w
	if f.Line {
		inside = oneLine
	}
	body := f.Shape()
	switch {
	case body != "":
		body = "(?:" + body + ")"
	case f.Most > 1:
		body = inked + "(?:" + inside.class() + "{0," + strconv.Itoa(f.Most-2) + "}" + inked + ")?"
	case f.Most == 1:
		body = inked
	case f.Filled:
		return "^" + w.class() + "*" + inked + w.class() + "*$"
	default:
		return "^" + w.class() + "*$"
	}
	if !f.Filled {
		body = "(?:" + body + ")?"
	}
	return "^" + around + body + around + "$"
}

// anyCapitals returns an expression for some strings in any capitals.
func anyCapitals(all []string) string {
	out := make([]string, len(all))
	for i, s := range all {
		for _, r := range s {
			if upper, lower := string(unicode.ToUpper(r)), string(unicode.ToLower(r)); upper != lower {
				out[i] += "[" + upper + lower + "]"
			} else {
				out[i] += lower
			}
		}
	}
	return strings.Join(out, "|")
}

// lengthSchema returns the schema of a length: a string with its unit, or a number of points.
func lengthSchema(f config.Form) object {
	bounds, ok := f.(config.LengthForm)
	if !ok {
		return object{{"type", []string{"string", "number"}}}
	}
	least, most := bounds.Millionths("pt")
	return either(
		object{{"type", "string"}, {"pattern", "^[ \\t\\n]*(?:" + length(bounds, "(?: *pt)?") + ")[ \\t\\n]*$"}},
		object{{"type", "number"}, {"minimum", float64(least) / 1e6}, {"maximum", float64(most) / 1e6}})
}

// length returns an expression for a length within bounds, with that of the unit of points given: it may be left out where nothing else
// says it.
func length(f config.LengthForm, points string) string {
	var all []string
	for _, unit := range config.Units() {
		after := " *" + unit
		if unit == "pt" {
			after = points
		}
		all = append(all, number(f, unit)+after)
	}
	return strings.Join(all, "|")
}

// number returns an expression for the number of a length in a unit.
func number(f config.LengthForm, unit string) string { return decimals(f.Millionths(unit)) }

// sizeSchema returns the schema of a size. Where only the height has a unit, it is the width's too. Each way to write a size is a schema
// of its own: one pattern for all would be as long as this page in an editor's message.
func sizeSchema(size config.SizeForm, white white) object {
	f := config.LengthForm(size)
	around := white.around(&config.StringForm{})
	by := around + "[x×]" + around
	var ways []object
	add := func(expr string) {
		ways = append(ways, object{{"pattern", "^" + around + expr + around + "$"}})
	}
	add("(?:" + length(f, " *pt") + ")" + by + "(?:" + length(f, "(?: *pt)?") + ")")
	for _, unit := range config.Units() {
		after := " *" + unit
		if unit == "pt" {
			after = "(?: *pt)?"
		}
		add(number(f, unit) + by + number(f, unit) + after)
	}
	return append(object{{"type", "string"}}, either(ways...)...)
}
