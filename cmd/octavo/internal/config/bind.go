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

// Type is what a key's value must be.
type Type string

// The types, as the documentation and the messages name them.
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
)

// Key documents one key.
type Key struct {
	Path     string // "book.title"; "book.contributor[].name" of each table of an array; "themes.*": any name
	Type     Type
	Required bool
	Default  string // in TOML, or in words; "" is none
	Doc      string // one sentence, lower case, no full stop
}

// row is a key with what to do with its value. A table's row is set before the rows of its keys.
type row[T any] struct {
	Key
	set func(b *binder, t *T, it item) // nil: there is nothing to set
}

// item is a value at its path in the file.
type item struct {
	path  string // with indices: "book.contributor.0.name"
	value any    // of the row's Type: string, []item of strings, int64, float64, bool, time.Time
}

// binder takes one TOML text apart and collects what is wrong with it.
type binder struct {
	src      *diag.Source
	places   map[string]tomltext.Place
	flags    map[string]*diag.Source // values that are not in the file
	inherits bool                    // what is missing comes from elsewhere
	fonts    map[string]bool         // the font files that are there; nil: not known
	list     diag.List

	contributors []string // where each of Book.Contributors is named
}

// at is the diagnostic for the value at a path.
func (b *binder) at(code, path, format string, args ...any) *diag.Diagnostic {
	if src := b.flags[path]; src != nil {
		return b.list.Errorf(code, diag.Pos{Source: src}, format, args...).To(len(src.Text))
	}
	p := nearest(b.places, path)
	return b.list.Errorf(code, diag.Pos{Source: b.src, Offset: p.At}, format, args...).To(p.End)
}

// wrong is the diagnostic for a value that has the right type but cannot be.
func (b *binder) wrong(it item, format string, args ...any) *diag.Diagnostic {
	return b.at("toml-value", it.path, "%s %s", spoken(it.path), fmt.Sprintf(format, args...))
}

// bind sets t from the tree by the rows: every key in the rows' order, every problem once.
func bind[T any](b *binder, rows []row[T], t *T, tree map[string]any) {
	bindTable(b, rows, t, tree, "", "")
}

func bindTable[T any](b *binder, rows []row[T], t *T, tree map[string]any, path, schema string) {
	known := map[string]bool{}
	var names []string
	for _, r := range rows {
		name, ok := child(schema, r.Path)
		if !ok {
			continue
		}
		if name == "*" {
			for _, key := range b.order(tree, path) {
				known[key] = true
				bindValue(b, rows, r, t, item{tomltext.Join(path, key), tree[key]})
			}
			continue
		}
		known[name] = true
		names = append(names, name)
		if v, ok := tree[name]; ok {
			bindValue(b, rows, r, t, item{tomltext.Join(path, name), v})
		} else if r.Required && !b.inherits {
			b.missing(path, r.Key)
		}
	}
	for _, key := range b.order(tree, path) {
		if !known[key] {
			other, tables := elsewhere(rows, key)
			b.unknown(path, key, names, other, tables)
		}
	}
}

// child is the name of the key at path when its table is schema.
func child(schema, path string) (name string, ok bool) {
	if schema != "" {
		if path, ok = strings.CutPrefix(path, schema+"."); !ok {
			return "", false
		}
	}
	return path, path != "" && !strings.Contains(path, ".")
}

// elsewhere is the key that may be meant when no key of its own table is, and the tables that know it.
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
		if table, ok := strings.CutSuffix(r.Path, "."+name); ok && name != "" {
			tables = append(tables, header(table))
		}
	}
	return name, tables
}

// header is how a table is opened in TOML.
func header(schema string) string {
	if table, ok := strings.CutSuffix(schema, "[]"); ok {
		return "[[" + table + "]]"
	}
	return "[" + schema + "]"
}

// order is the keys of a table in the order of the file.
func (b *binder) order(tree map[string]any, path string) []string {
	keys := make([]string, 0, len(tree))
	for key := range tree {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y string) int {
		if n := b.places[tomltext.Join(path, x)].Key - b.places[tomltext.Join(path, y)].Key; n != 0 {
			return n
		}
		return strings.Compare(x, y)
	})
	return keys
}

func bindValue[T any](b *binder, rows []row[T], r row[T], t *T, it item) {
	set := func(it item) {
		if r.set != nil {
			r.set(b, t, it)
		}
	}
	switch r.Type {
	case Table:
		if tree, ok := it.value.(map[string]any); ok {
			set(it)
			bindTable(b, rows, t, tree, it.path, r.Path)
			return
		}
	case Tables:
		var items []any
		switch v := it.value.(type) {
		case []map[string]any:
			for _, tree := range v {
				items = append(items, tree)
			}
		case []any:
			items = v
		default:
			b.wrongType(it, r.Type)
			return
		}
		for i, v := range items {
			one := item{tomltext.Join(it.path, strconv.Itoa(i)), v}
			if tree, ok := v.(map[string]any); ok {
				set(one)
				bindTable(b, rows, t, tree, one.path, r.Path+"[]")
			} else {
				b.wrongType(one, Table)
			}
		}
		return
	case Texts, TextOrTexts:
		if _, ok := it.value.(string); ok && r.Type == TextOrTexts {
			if b.clean(it, false) {
				it.value = []item{it}
				set(it)
			}
			return
		}
		if values, ok := it.value.([]any); ok {
			good := make([]item, 0, len(values))
			for i, v := range values {
				one := item{tomltext.Join(it.path, strconv.Itoa(i)), v}
				if _, ok := v.(string); !ok {
					b.wrongType(one, Text)
				} else if b.clean(one, false) {
					good = append(good, one)
				}
			}
			it.value = good
			set(it)
			return
		}
	case Text:
		if _, ok := it.value.(string); ok {
			if b.clean(it, true) {
				set(it)
			}
			return
		}
	case Integer:
		if _, ok := it.value.(int64); ok {
			set(it)
			return
		}
	case Number:
		if n, ok := it.value.(int64); ok {
			it.value = float64(n)
		}
		if _, ok := it.value.(float64); ok {
			set(it)
			return
		}
	case Boolean:
		if _, ok := it.value.(bool); ok {
			set(it)
			return
		}
	case Date:
		if d, ok := it.value.(time.Time); ok && d.Location().String() != "time-local" {
			set(it)
			return
		}
	case Distance:
		switch v := it.value.(type) {
		case string:
			set(it)
			return
		case int64:
			it.value = strconv.FormatInt(v, 10)
			set(it)
			return
		case float64:
			if math.IsNaN(v) || math.IsInf(v, 0) {
				b.wrong(it, "is not a length").Note(lengthNote)
				return
			}
			it.value = strconv.FormatFloat(v, 'f', -1, 64)
			set(it)
			return
		}
	}
	b.wrongType(it, r.Type)
}

// clean reports whether a string holds nothing that no output can show; lines reports whether it may have more than one line.
func (b *binder) clean(it item, lines bool) bool {
	for _, r := range it.value.(string) {
		if unicode.IsControl(r) && !(lines && (r == '\n' || r == '\t')) {
			b.wrong(it, "holds the control character %U", r).Note("take it out: it has no form in a book")
			return false
		}
	}
	return true
}

// spoken is a path as a message says it: "book.authors.1" is "item 2 of book.authors".
func spoken(path string) string {
	table, name := parent(path), path
	if table != "" {
		name = path[len(table)+1:]
	}
	if n, err := strconv.Atoi(name); err == nil && table != "" {
		return fmt.Sprintf("item %d of %s", n+1, spoken(table))
	}
	// Of a table in an array, the name alone: the place says which table.
	if _, err := strconv.Atoi(lastName(table)); err == nil {
		return name
	}
	return path
}

func lastName(path string) string {
	return path[strings.LastIndexByte(path, '.')+1:]
}

func (b *binder) wrongType(it item, want Type) {
	d := b.at("toml-type", it.path, "%s must be %s, not %s", spoken(it.path), article(want), describe(it.value))
	p := nearest(b.places, it.path)
	raw := ""
	if p.End <= len(b.src.Text) {
		raw = string(b.src.Text[p.At:p.End])
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

func (b *binder) missing(path string, key Key) {
	name := lastName(key.Path)
	d := b.at("toml-missing", path, "%s is missing", spokenKey(path, name))
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

func (b *binder) unknown(path, key string, names []string, other string, tables []string) {
	p := b.places[tomltext.Join(path, key)]
	in := ""
	if path != "" {
		in = " in [" + withoutIndex(path) + "]"
	}
	d := b.list.Errorf("toml-unknown-key", diag.Pos{Source: b.src, Offset: p.Key}, "unknown key %q%s", key, in).To(p.KeyEnd)
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

// withoutIndex is a path without the index at its end: "contents.part" of "contents.part.1".
func withoutIndex(path string) string {
	if _, err := strconv.Atoi(lastName(path)); err == nil {
		return parent(path)
	}
	return path
}
