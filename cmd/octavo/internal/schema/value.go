package schema

import (
	"encoding/json"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/tomltext"
)

// plain returns the schema of a value that is no table.
func plain(k *config.Key, t config.Type) object {
	switch t {
	case config.Texts:
		return listOf(k, stringSchema(k, oneLine))
	case config.TextOrTexts:
		return either(stringSchema(k, lines), listOf(k, stringSchema(k, oneLine)))
	case config.TextOrSwitch:
		return either(stringSchema(k, lines), object{{"type", "boolean"}})
	case config.Integer:
		return append(object{{"type", "integer"}}, bounds(k.Form)...)
	case config.Number:
		return append(object{{"type", "number"}}, bounds(k.Form)...)
	case config.Boolean:
		return object{{"type", "boolean"}}
	case config.Date:
		return dateSchema(k.Form)
	case config.Distance:
		return lengthSchema(k.Form)
	}
	return stringSchema(k, lines)
}

// bounds returns the bounds of a number.
func bounds(f config.Form) object {
	switch f := f.(type) {
	case config.WholeForm:
		return object{{"minimum", f.Least}, {"maximum", f.Most}}
	case config.NumberForm:
		if f.Above {
			return object{{"exclusiveMinimum", f.Least}, {"maximum", f.Most}}
		}
		return object{{"minimum", f.Least}, {"maximum", f.Most}}
	}
	return nil
}

// dateSchema returns the schema of a date. Taplo and others make a string of a date of TOML, with T between day and time; Tombi tells
// dates from strings by the formats.
func dateSchema(f config.Form) object {
	year := `[0-9]{4}`
	if y, ok := f.(config.YearForm); ok {
		year = "(?:" + wholes(int64(y.Least), int64(y.Most)) + ")"
	}
	day := "^" + year + `-[0-9]{2}-[0-9]{2}`
	time := `T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?`
	one := func(format, pattern string) object {
		return object{{"type", "string"}, {"format", format}, {"pattern", pattern}}
	}
	return either(one("date", day+"$"), one("date-time", day+time+`(?:Z|[+-][0-9]{2}:[0-9]{2})$`), one("date-time-local", day+time+"$"))
}

// stringSchema returns the schema of a string.
func stringSchema(k *config.Key, white white) object {
	if k.Values != nil {
		return object{{"type", "string"}, {"enum", k.Values}}
	}
	out := object{{"type", "string"}}
	switch f := k.Form.(type) {
	case config.SizeForm:
		return sizeSchema(f, white)
	case *config.StringForm:
		out = append(out, limits(f, white)...)
		if f.Offers != nil {
			return either(object{{"type", "string"}, {"enum", f.Offers()}}, out)
		}
		return out
	}
	return append(out, member{"pattern", "^" + white.class() + "*$"})
}

// limits returns what a string must be.
func limits(f *config.StringForm, white white) (out object) {
	out = object{{"pattern", stringPattern(f, white)}}
	if f.Shape() != "" && f.Most > 0 {
		out = append(out, member{"maxLength", f.Most})
	}
	if len(f.But) > 0 {
		around := white.around(f)
		out = append(out, member{"not", object{{"pattern", "^" + around + "(?:" + anyCapitals(f.But) + ")" + around + "$"}}})
	}
	return out
}

// nameSchema returns the schema of a name.
func nameSchema(f *config.StringForm) object { return limits(f, oneLine) }

// described returns the documentation of a key as sentences.
func described(k *config.Key) string {
	s := sentence(k.Doc)
	if k.Default != "" {
		s += " Default: " + strings.TrimSuffix(k.Default, ".") + "."
	}
	return s
}

func sentence(s string) string { return lang.Capital(s) + "." }

// defaultOf returns the default of a key where it is a value, and not words about one. A date has no form of its own in JSON.
func defaultOf(k *config.Key) (value any, ok bool) {
	var tree map[string]any
	if k.Default == "" || tomltext.Decode("v = "+k.Default, &tree) != nil || len(tree) != 1 {
		return nil, false
	}
	switch v := tree["v"].(type) {
	case string, bool, int64, []any:
		return v, true
	case float64:
		return json.Number(strconv.FormatFloat(v, 'f', -1, 64)), true
	}
	return nil, false
}
