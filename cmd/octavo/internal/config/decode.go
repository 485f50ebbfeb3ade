package config

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// Type is the type of a key's value.
type Type string

// The types, as named in the documentation and in messages.
const (
	Text        Type = "string"
	Texts       Type = "array of strings"
	TextOrTexts Type = "string or array of strings"
	Integer     Type = "integer"
	Number      Type = "number"
	Boolean     Type = "boolean"
	Date        Type = "date"
	Distance    Type = "length" // a string with a unit, or a number of points
	Table       Type = "table"
	Tables      Type = "array of tables"

	TableOrSwitch Type = "table, true or false"
	TextOrTable   Type = "string or table"
	TextOrSwitch  Type = "string, true or false"
)

// Key documents one key.
type Key struct {
	Path     string // "book.title"; "book.contributor[].name" in each table of an array; "themes.*": any name
	Type     Type
	Required bool
	Default  string // in TOML, or in words; "": none
	Doc      string // one sentence, lower case, no full stop

	Values []string    // the strings that it can be, or each of its strings; nil: any
	Form   Form        // what the value must be beside that; nil: anything of its type
	Some   bool        // a list has something in it
	Names  *StringForm // of a table whose names are the author's, what they must be; nil: anything. It is said by the key with the star
	Either []string    // of a table: keys of which one must be there
	Kept   []string    // of a name's value that is a table or a switch: the names that can be a switch
}

// row is a key with the function that stores its value. The row of a table is set before the rows of its keys.
type row[T any] struct {
	Key
	set func(dec *decoder, t *T, it item) // may be nil
}

// item is a value with its path in the file.
type item struct {
	path  string // with indices: "book.contributor.0.name"
	value any    // by the row's Type: string, []item of strings, int64, float64, bool, time.Time
}

// decoder decodes one TOML text and collects its diagnostics.
type decoder struct {
	src      *diag.Source
	places   map[string]tomltext.Place
	flags    map[string]*diag.Source // values that are not in the file
	inherits bool                    // missing required keys are inherited, not an error
	fonts    map[string]bool         // existing font files; nil: not known
	list     diag.List

	contributors []string // path of each of Book.Contributors
}

// at reports an error in the value at a path, and returns the diagnostic.
func (dec *decoder) at(code, path, format string, args ...any) *diag.Diagnostic {
	if src := dec.flags[path]; src != nil {
		return dec.list.Errorf(code, diag.Pos{Source: src}, format, args...).To(len(src.Text))
	}
	p := nearest(dec.places, path)
	return dec.list.Errorf(code, diag.Pos{Source: dec.src, Offset: p.At}, format, args...).To(p.End)
}

// wrong reports a value of the right type that is not valid, and returns the diagnostic.
func (dec *decoder) wrong(it item, format string, args ...any) *diag.Diagnostic {
	return dec.at("toml-value", it.path, "%s %s", spoken(it.path), fmt.Sprintf(format, args...))
}

// decode sets t from the tree by the rows, in their order, and reports every problem once.
func decode[T any](dec *decoder, rows []row[T], t *T, tree map[string]any) {
	decodeTable(dec, rows, t, tree, "", "")
}

func decodeTable[T any](dec *decoder, rows []row[T], t *T, tree map[string]any, path, schema string) {
	known := map[string]bool{}
	var names []string
	for _, r := range rows {
		name, ok := child(schema, r.Path)
		if !ok {
			continue
		}
		if name == "*" {
			for _, key := range dec.order(tree, path) {
				known[key] = true
				decodeValue(dec, rows, r, t, item{tomltext.Join(path, key), tree[key]})
			}
			continue
		}
		known[name] = true
		names = append(names, name)
		if v, ok := tree[name]; ok {
			decodeValue(dec, rows, r, t, item{tomltext.Join(path, name), v})
		} else if r.Required && !dec.inherits {
			dec.missing(path, r.Key)
		}
	}
	for _, key := range dec.order(tree, path) {
		if !known[key] {
			other, tables := elsewhere(rows, key)
			dec.unknown(path, key, names, other, tables)
		}
	}
}

// child returns the name of the key at path, and reports whether its table is schema.
func child(schema, path string) (name string, ok bool) {
	if schema != "" {
		if path, ok = strings.CutPrefix(path, schema+"."); !ok {
			return "", false
		}
	}
	return path, path != "" && !strings.Contains(path, ".")
}

// elsewhere looks for an unknown key, or one with a similar name, in all tables. It returns its name and the tables that have
// it.
func elsewhere[T any](rows []row[T], key string) (name string, tables []string) {
	var names []string
	for _, r := range rows {
		if n := lastName(r.Path); n == key {
			name = key
		} else if n != "*" {
			names = append(names, n)
		}
	}
	if name == "" {
		name = diag.Suggest(key, names)
	}
	for _, r := range rows {
		if table, ok := strings.CutSuffix(r.Path, "."+name); ok && name != "" && !strings.HasSuffix(table, "*") {
			tables = append(tables, header(table))
		}
	}
	return name, tables
}

// header returns the header of a table in TOML.
func header(schema string) string {
	if table, ok := strings.CutSuffix(schema, "[]"); ok {
		return "[[" + table + "]]"
	}
	return "[" + schema + "]"
}

// order returns the keys of a table in the order of the file.
func (dec *decoder) order(tree map[string]any, path string) []string {
	keys := make([]string, 0, len(tree))
	for key := range tree {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y string) int {
		if n := dec.places[tomltext.Join(path, x)].Key - dec.places[tomltext.Join(path, y)].Key; n != 0 {
			return n
		}
		return strings.Compare(x, y)
	})
	return keys
}

func decodeValue[T any](dec *decoder, rows []row[T], r row[T], t *T, it item) {
	switch r.Type {
	case Table, TableOrSwitch, TextOrTable:
		tree, ok := it.value.(map[string]any)
		if !ok {
			if it, ok := dec.value(r.Type, it); ok {
				r.decode(dec, t, it)
			}
			return
		}
		r.decode(dec, t, it)
		decodeTable(dec, rows, t, tree, it.path, r.Path)
	case Tables:
		decodeTables(dec, rows, r, t, it)
	default:
		if it, ok := dec.value(r.Type, it); ok {
			r.decode(dec, t, it)
		}
	}
}

// decode passes an item to the row's setter, if it has one.
func (r row[T]) decode(dec *decoder, t *T, it item) {
	if r.set != nil {
		r.set(dec, t, it)
	}
}

// decodeTables decodes each table of an array of tables.
func decodeTables[T any](dec *decoder, rows []row[T], r row[T], t *T, it item) {
	var items []any
	switch v := it.value.(type) {
	case []map[string]any:
		for _, tree := range v {
			items = append(items, tree)
		}
	case []any:
		items = v
	default:
		dec.wrongType(it, r.Type)
		return
	}
	for i, v := range items {
		one := item{tomltext.Join(it.path, strconv.Itoa(i)), v}
		if tree, ok := v.(map[string]any); ok {
			r.decode(dec, t, one)
			decodeTable(dec, rows, t, tree, one.path, r.Path+"[]")
		} else {
			dec.wrongType(one, Table)
		}
	}
}

// value converts the value of an item to the given type. If it has another type, value reports it and returns false.
func (dec *decoder) value(want Type, it item) (item, bool) {
	ok := false
	switch want {
	case Texts, TextOrTexts:
		return dec.texts(want, it)
	case Distance:
		return dec.distance(it)
	case Text, TextOrTable, TextOrSwitch:
		if _, ok := it.value.(bool); ok && want == TextOrSwitch {
			return it, true
		}
		if _, ok := it.value.(string); ok {
			return it, dec.clean(it, true)
		}
	case Integer:
		_, ok = it.value.(int64)
	case Number:
		if n, ok := it.value.(int64); ok {
			it.value = float64(n)
		}
		_, ok = it.value.(float64)
	case Boolean, TableOrSwitch:
		_, ok = it.value.(bool)
	case Date:
		var d time.Time
		d, ok = it.value.(time.Time)
		ok = ok && d.Location().String() != "time-local"
	}
	if !ok {
		dec.wrongType(it, want)
	}
	return it, ok
}

// texts is value for a list of texts. If a single text is allowed too, it becomes a list.
func (dec *decoder) texts(want Type, it item) (item, bool) {
	if _, ok := it.value.(string); ok && want == TextOrTexts {
		clean := dec.clean(it, true)
		return item{it.path, []item{it}}, clean
	}
	values, ok := it.value.([]any)
	if !ok {
		dec.wrongType(it, want)
		return it, false
	}
	good := make([]item, 0, len(values))
	for i, v := range values {
		one := item{tomltext.Join(it.path, strconv.Itoa(i)), v}
		if _, ok := v.(string); !ok {
			dec.wrongType(one, Text)
		} else if dec.clean(one, false) {
			good = append(good, one)
		}
	}
	it.value = good
	return it, true
}

// distance is value for a length. A number is converted to a text.
func (dec *decoder) distance(it item) (item, bool) {
	switch v := it.value.(type) {
	case string:
	case int64:
		it.value = strconv.FormatInt(v, 10)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			dec.wrong(it, "is not a length").Note(lengthNote)
			return it, false
		}
		it.value = strconv.FormatFloat(v, 'f', -1, 64)
	default:
		dec.wrongType(it, Distance)
		return it, false
	}
	return it, true
}

// clean reports whether a string has no control characters, and reports the first one. Lines allows line breaks and tabs.
func (dec *decoder) clean(it item, lines bool) bool {
	for _, r := range it.value.(string) {
		if unicode.IsControl(r) && !(lines && (r == '\n' || r == '\t')) {
			dec.wrong(it, "holds the control character %U", r).Note("take it out: it has no form in a book")
			return false
		}
	}
	return true
}

// spoken returns a path in the form used in messages: "book.authors.1" is "item 2 of book.authors".
func spoken(path string) string {
	table, name := parent(path), path
	if table != "" {
		name = path[len(table)+1:]
	}
	if n, err := strconv.Atoi(name); err == nil && table != "" {
		return fmt.Sprintf("item %d of %s", n+1, spoken(table))
	}
	// For a key in an array of tables the name is enough: the place shows which table it is in.
	if _, err := strconv.Atoi(lastName(table)); err == nil {
		return name
	}
	return path
}

func lastName(path string) string {
	return path[strings.LastIndexByte(path, '.')+1:]
}

func (dec *decoder) wrongType(it item, want Type) {
	d := dec.at("toml-type", it.path, "%s must be %s, not %s", spoken(it.path), article(want), describe(it.value))
	p := nearest(dec.places, it.path)
	raw := ""
	if p.End <= len(dec.src.Text) {
		raw = string(dec.src.Text[p.At:p.End])
	}
	name := lastName(it.path)
	if _, err := strconv.Atoi(name); err == nil {
		name = ""
	} else {
		name += " = "
	}
	text, isText := it.value.(string)
	switch {
	case len(raw) > 60 || strings.Contains(raw, "\n"): // too long to repeat
	case want == Text:
		switch it.value.(type) {
		case int64, float64, bool, time.Time:
			d.Note("put it between quotation marks: %s%q", name, raw)
		}
	case want == Texts && isText:
		d.Note("put it between brackets: %s[%s]", name, raw)
	case want == Boolean && (text == "true" || text == "false"), want == Integer && digits(text), want == Number && digits(text):
		d.Note("take the quotation marks off: %s%s", name, text)
	case want == Boolean:
		d.Note("write %strue or %sfalse", name, name)
	case want == Date:
		d.Note("write year, month and day without quotation marks: %s2026-11-23", name)
	case want == Distance:
		d.Note(lengthNote)
	case want == TextOrTable, want == TableOrSwitch && isText:
		d.Note("octavo explain book.toml shows what it can be")
	case want == Table && isText:
		d.Note("write [%s] on a line of its own, and its keys under it", it.path)
	case want == Tables:
		d.Note("write [[%s]] on a line of its own for each, and its keys under it", it.path)
	}
}

func digits(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

func article(t Type) string {
	switch t {
	case Texts, Integer, Tables:
		return "an " + string(t)
	case Boolean:
		return "true or false"
	}
	return "a " + string(t)
}

func describe(v any) string {
	switch v := v.(type) {
	case string:
		return "a string"
	case int64:
		return "an integer"
	case float64:
		return "a number"
	case bool:
		return "a boolean"
	case time.Time:
		if v.Location().String() == "time-local" {
			return "a time of day"
		}
		return "a date"
	case map[string]any:
		return "a table"
	case []map[string]any:
		return "an array of tables"
	}
	return "an array"
}

func (dec *decoder) missing(path string, key Key) {
	name := lastName(key.Path)
	d := dec.at("toml-missing", path, "%s is missing", spokenKey(path, name))
	where := header(strings.TrimSuffix(key.Path, "."+name))
	switch {
	case key.Type == Table:
		d.Note("add a line %s and its keys under it", header(key.Path))
	case !strings.Contains(key.Path, "."):
		d.Note("add %s", sample(name, key.Type))
	default:
		d.Note("add %s under %s", sample(name, key.Type), where)
	}
}

func sample(name string, t Type) string {
	switch t {
	case Texts:
		return name + ` = ["…"]`
	case Distance:
		return name + ` = "12pt"`
	}
	return name + ` = "…"`
}

func spokenKey(path, name string) string {
	return spoken(tomltext.Join(path, name))
}

func (dec *decoder) unknown(path, key string, names []string, other string, tables []string) {
	p := dec.places[tomltext.Join(path, key)]
	in := ""
	if path != "" {
		in = " in [" + withoutIndex(path) + "]"
	}
	d := dec.list.Errorf("toml-unknown-key", diag.Pos{Source: dec.src, Offset: p.Key}, "unknown key %q%s", key, in).To(p.KeyEnd)
	if s := diag.Suggest(key, names); s != "" {
		d.Note("did you mean %s?", s)
	} else if len(tables) > 0 {
		d.Note("%s belongs under %s", other, strings.Join(tables, " or "))
	}
	switch {
	case len(names) == 0:
		d.Note("[%s] has no keys yet; take this one out", withoutIndex(path))
	case path == "":
		d.Note("tables of this file: %s", strings.Join(names, ", "))
	default:
		d.Note("keys of [%s]: %s", withoutIndex(path), strings.Join(names, ", "))
	}
}

// withoutIndex returns a path without the index at its end: "contents.part" for "contents.part.1".
func withoutIndex(path string) string {
	if _, err := strconv.Atoi(lastName(path)); err == nil {
		return parent(path)
	}
	return path
}
