// Package schema says in JSON Schema what book.toml, styles and the data tables can hold, for editors and other programs. [Of] makes a
// schema of the same tables of keys that read these files. It is in draft 7, the newest that Taplo and the editors that are made with it
// know.
package schema

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
)

// draft is the dialect of all schemas.
const draft = "http://json-schema.org/draft-07/schema#"

// file is a kind of file that has a schema.
type file struct {
	name     string // as it is asked for
	title    string
	keys     func() []config.Key
	inherits bool // keys that are missing are those of another file
}

// files are the kinds of files that have schemas.
func files() []file {
	return []file{
		{"book", "book.toml of octavo", config.Keys, false},
		{"style", "A style of octavo, styles/NAME.toml", config.StyleKeys, true},
		{"cards", "The table of cards of octavo, styles/" + config.CardsFile, config.CardKeys, false},
		{"printers", "The table of printers of octavo, styles/" + config.PrintersFile, config.PrinterKeys, false},
		{"calibration", "The drift of printers, styles/" + config.CalibrationFile, config.CalibrationKeys, false},
	}
}

// Names returns the names of the schemas.
func Names() (names []string) {
	for _, f := range files() {
		names = append(names, f.name)
	}
	return names
}

// Book is the name of the schema of book.toml.
const Book = "book"

// Of returns the schema of a name among [Names], as JSON with a line end, and whether there is one.
func Of(name string) (text []byte, ok bool) {
	i := slices.IndexFunc(files(), func(f file) bool { return f.name == name })
	if i < 0 {
		return nil, false
	}
	f := files()[i]
	b := builder{keys: f.keys(), inherits: f.inherits}
	root := object{{"$schema", draft}, {"title", f.title}, {"$comment", "Made by octavo schema; 'octavo schema --write' makes it anew."}}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(append(root, b.table("", nil)...)); err != nil {
		panic(err) // strings, numbers and lists of them can be encoded
	}
	return out.Bytes(), true
}

// object is an object of JSON whose members have an order: that of the documentation.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := e.Encode(m.name); err != nil {
			return nil, err
		}
		out.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// builder makes a schema of a table of keys.
type builder struct {
	keys     []config.Key
	inherits bool
}

// table returns the members of the schema of a table: its keys are those whose paths continue its own.
func (b *builder) table(path string, of *config.Key) object {
	var named object
	var others any = false
	var names any
	var required []string
	for i := range b.keys {
		k := &b.keys[i]
		name, ok := child(path, k.Path)
		switch {
		case !ok:
		case name == "*":
			others = b.free(k)
			if k.Names != nil {
				names = nameSchema(k.Names)
			}
			for _, kept := range k.Kept {
				named = append(named, member{kept, b.value(k, k.Type)})
			}
		default:
			named = append(named, member{name, b.value(k, k.Type)})
			if k.Required && !b.inherits {
				required = append(required, name)
			}
		}
	}
	out := object{{"type", "object"}}
	if len(named) > 0 {
		out = append(out, member{"properties", named})
	}
	if names != nil {
		out = append(out, member{"propertyNames", names})
	}
	out = append(out, member{"additionalProperties", others})
	if len(required) > 0 {
		out = append(out, member{"required", required})
	}
	if of != nil && len(of.Either) > 0 {
		var either []object
		for _, name := range of.Either {
			either = append(either, object{{"required", []string{name}}})
		}
		out = append(out, member{"anyOf", either})
	}
	return out
}

// child returns the name of the key at path, and whether it is one of a table's.
func child(table, path string) (name string, ok bool) {
	if table != "" {
		if path, ok = strings.CutPrefix(path, table+"."); !ok {
			return "", false
		}
	}
	return path, !strings.Contains(path, ".")
}

// free returns the schema of what stands under a name that is the author's. Only what octavo has of itself can be switched on and off.
func (b *builder) free(k *config.Key) object {
	if k.Type == config.TableOrSwitch && len(k.Kept) > 0 {
		return b.value(k, config.Table)
	}
	return b.value(k, k.Type)
}

// value returns the schema of a key's value of a type, with its documentation.
func (b *builder) value(k *config.Key, t config.Type) object {
	out := object{{"description", described(k)}}
	switch t {
	case config.Table:
		out = append(out, b.table(k.Path, k)...)
	case config.TableOrSwitch:
		out = append(out, either(object{{"type", "boolean"}}, b.table(k.Path, k))...)
	case config.TextOrTable:
		out = append(out, either(stringSchema(k, lines), b.table(k.Path, k))...)
	case config.Tables:
		out = append(out, listOf(k, b.table(k.Path+"[]", nil))...)
	default:
		out = append(out, plain(k, t)...)
	}
	if v, ok := defaultOf(k); ok {
		out = append(out, member{"default", v})
	}
	return out
}

// either returns the schema of what is one of several things.
func either(of ...object) object { return object{{"anyOf", of}} }

// listOf returns the schema of a list.
func listOf(k *config.Key, items object) object {
	out := object{{"type", "array"}, {"items", items}}
	if k.Some {
		out = append(out, member{"minItems", 1})
	}
	return out
}
