package config_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/schema"
	"octavo/cmd/octavo/internal/tomltext"
	"octavo/styles"
)

// What the schemas say and what is read are the same. A schema cannot know
//
//   - what is said elsewhere: names of styles, fonts, printers, cards, themes and files, and keys that need or exclude each other;
//   - a date between quotation marks from one without them: editors make a string of both;
//   - 1.0 from 1;
//   - a bound to less than 1/65536 pt, and zeros in front of more than six digits;
//   - what beyond lists the keys that are checked by more than a pattern.
var beyond = map[string]string{
	"book.isbn.print":     "its check digit",
	"book.isbn.epub":      "its check digit",
	"book.isbn.hardcover": "its check digit",
	"trade.replaces":      "its check digit",
	"book.language":       "whether its subtags exist",
	"book.identifier":     "whether a urn:uuid: has a UUID behind it",
	"deck.qr":             "whether it is an address, and how long it is in bytes",
	"ink.color":           "its contrast to white",
	"ink.process":         "the sum of its parts",
}

// compiled returns the schema of a name. Compiling holds it against the metaschema.
func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, _ := schema.Of(name)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON returns a value of TOML as editors give it to a validator: dates are strings.
func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for key, one := range v {
			out[key] = asJSON(one)
		}
		return out
	case []map[string]any:
		out := []any{}
		for _, one := range v {
			out = append(out, asJSON(one))
		}
		return out
	case []any:
		out := []any{}
		for _, one := range v {
			out = append(out, asJSON(one))
		}
		return out
	case float64:
		if v-v != 0 { // infinite, or no number
			return nil
		}
	case time.Time:
		switch v.Location().String() {
		case "date-local":
			return v.Format(time.DateOnly)
		case "datetime-local":
			return v.Format("2006-01-02T15:04:05.999")
		case "time-local":
			return v.Format("15:04:05")
		}
		return v.Format(time.RFC3339Nano)
	}
	return v
}

// All books, styles and tables that are in this repository are as their schemas have it.
func TestSchemasTakeWhatIsThere(t *testing.T) {
	n := 0
	schemas := map[string]*jsonschema.Schema{}
	for _, kind := range schema.Names() {
		schemas[kind] = compiled(t, kind)
	}
	take := func(kind, name string, text []byte) {
		n++
		found, tree := config.Faults(kind, string(text))
		if len(found) > 0 {
			t.Errorf("%s: %s", name, found[0].Message)
		} else if err := schemas[kind].Validate(asJSON(tree)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"classic", "modern", "large", "aldine", "cards", "printers"} {
		text, err := fs.ReadFile(styles.FS, name+".toml")
		if err != nil {
			t.Fatal(err)
		}
		kind := name
		if !slices.Contains(schema.Names(), name) {
			kind = "style"
		}
		take(kind, name, text)
	}
	root := "../../../.."
	for _, pattern := range []string{"book.toml", "cmd/octavo/testdata/*/book.toml", "cmd/octavo/testdata/languages/*/book.toml", "cmd/octavo/internal/*/testdata/*/book.toml"} {
		names, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			take("book", name, text)
		}
	}
	if n < 50 {
		t.Errorf("there are %d files, the test expects more", n)
	}
}

// Every key with every value of a long list is right for the schema where it is right for octavo, and wrong where it is wrong.
func TestSchemasAreWhatIsRead(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of files")
	}
	few := 10 // of which one is tried, without the long tests
	if os.Getenv("OCTAVO_LONG") != "" {
		few = 1
	}
	for _, kind := range schema.Names() {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			s := compiled(t, kind)
			keys, good, bad := keysOf(kind), 0, 0
			for i := range keys {
				for n, value := range slices.Concat(ownValues(&keys[i]), values) {
					if (n+i)%few != 0 {
						continue
					}
					text := fileWith(kind, keys, keys[i].Path, value)
					found, tree := config.Faults(kind, text)
					if tree == nil {
						continue // the value is written for another version of TOML
					}
					refused := s.Validate(asJSON(tree))
					if isRead := len(found) == 0; isRead != (refused == nil) && !beyondSchema(&keys[i], value, isRead) {
						t.Errorf("%s = %s: read: %v; schema: %v\nGive the row of the key a Form that says what the function that reads it asks for, or name it in beyond, with the reason.\n%s",
							keys[i].Path, value, messages(found), refused, text)
					} else if isRead {
						good++
					} else {
						bad++
					}
				}
			}
			if good*few < 5*len(keys) || bad*few < 50*len(keys) {
				t.Errorf("%d good files and %d bad ones of %d keys, the test expects more", good, bad, len(keys))
			}
			t.Logf("%d keys, %d good files, %d bad ones", len(keys), good, bad)
		})
	}
}

// beyondSchema reports whether a schema cannot know that a value is wrong. It may never refuse one that is right.
func beyondSchema(k *config.Key, value string, isRead bool) bool {
	_, err := strconv.Atoi(strings.TrimPrefix(value, "[")[:min(2, len(value)-1)])
	switch {
	case isRead:
		return false
	case beyond[k.Path] != "", strings.HasSuffix(value, ".0"):
		return true
	case k.Type == config.Date:
		return strings.HasPrefix(value, `"`)
	}
	return err == nil && strings.ContainsAny(value, "-:") // a date or a time
}

func messages(found diag.List) (out []string) {
	for _, d := range found {
		out = append(out, d.Message)
	}
	return out
}

func keysOf(kind string) []config.Key {
	switch kind {
	case "style":
		return config.StyleKeys()
	case "cards":
		return config.CardKeys()
	case "printers":
		return config.PrinterKeys()
	case "calibration":
		return config.CalibrationKeys()
	}
	return config.Keys()
}

// table is a table of TOML; its values are tables, lists of tables, and values as they are written.
type table map[string]any

// fileWith returns a file in which a key has a value, and beside it all that is required.
func fileWith(kind string, keys []config.Key, path, value string) string {
	root := table{}
	if kind == "book" {
		put(root, "book.authors", `["Ada Quill"]`, keys)
	}
	put(root, path, value, keys)
	require(root, "", keys)
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(root)) {
		fmt.Fprintf(&b, "%s = %s\n", key, written(root[key]))
	}
	return b.String()
}

// put sets the value at a path of the documentation. Names that are the author's are "x".
func put(t table, path, value string, keys []config.Key) {
	at := t
	parts := strings.Split(path, ".")
	for _, name := range parts[:len(parts)-1] {
		name, list := strings.CutSuffix(strings.Replace(name, "*", "x", 1), "[]")
		inner, ok := at[name].(table)
		if !ok {
			inner = table{}
			at[name] = inner
			if list {
				at[name] = []table{inner}
			}
		}
		at = inner
	}
	at[strings.Replace(parts[len(parts)-1], "*", "x", 1)] = value
}

// require adds what is required in the tables that are there.
func require(t table, path string, keys []config.Key) {
	for _, k := range keys {
		name, ok := strings.CutPrefix(k.Path, path)
		if !ok || name == "" || strings.Contains(name, ".") || name == "*" {
			continue
		}
		if _, there := t[name]; !there && k.Required {
			t[name] = sample(&k)
		}
	}
	for name, inner := range t {
		below := path + name
		if slices.ContainsFunc(keys, func(k config.Key) bool { return k.Path == path+"*" }) {
			below = path + "*"
		}
		switch inner := inner.(type) {
		case table:
			require(inner, below+".", keys)
		case []table:
			require(inner[0], below+"[].", keys)
		}
	}
}

// sample returns a value that a required key can have.
func sample(k *config.Key) any {
	switch k.Type {
	case config.Table:
		return table{}
	case config.Texts:
		if _, ok := k.Form.(config.SizeForm); ok {
			return `["6x9in"]`
		}
		return `["x"]`
	case config.Integer:
		return strconv.FormatInt(k.Form.(config.WholeForm).Least, 10)
	case config.Distance:
		return `"` + k.Form.(config.LengthForm).Most.String() + `"`
	case config.Date:
		return "2026-11-23"
	}
	return `"x"`
}

// written returns a value in TOML.
func written(v any) string {
	switch v := v.(type) {
	case table:
		var all []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			all = append(all, key+" = "+written(v[key]))
		}
		return "{" + strings.Join(all, ", ") + "}"
	case []table:
		return "[" + written(v[0]) + "]"
	}
	return v.(string)
}

// ownValues are those that a key's documentation and form name.
func ownValues(k *config.Key) (out []string) {
	for _, v := range k.Values {
		out = append(out, tomltext.Quote(v), "["+tomltext.Quote(v)+"]", tomltext.Quote(strings.ToUpper(v)))
	}
	if k.Default != "" {
		out = append(out, k.Default)
	}
	switch f := k.Form.(type) {
	case config.WholeForm:
		for _, n := range []int64{f.Least - 1, f.Least, f.Most, f.Most + 1} {
			out = append(out, strconv.FormatInt(n, 10))
		}
	case config.NumberForm:
		for _, n := range []float64{f.Least - 0.01, f.Least, f.Least + 0.01, f.Most, f.Most + 0.01} {
			out = append(out, strconv.FormatFloat(n, 'f', 2, 64))
		}
	case config.LengthForm:
		for _, unit := range config.Units() {
			least, most := f.Millionths(unit)
			for _, n := range []int64{least - 1000, least, least + 1000, most - 1000, most, most + 1000, (least + most) / 2, (least + most) / 2 / 1e6 * 1e6} {
				number := strconv.FormatFloat(float64(n)/1e6, 'f', -1, 64)
				out = append(out, `"`+number+unit+`"`, `" 0`+number+"  "+unit+`"`)
				if unit == "pt" {
					out = append(out, `"`+number+`"`, number)
				}
			}
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return tomltext.Decode("v = "+s, new(map[string]any)) != nil })
}

// values are of all types, and right for some key.
var values = slices.Concat([]string{
	`""`, `" "`, `"x"`, `"X"`, `"x y"`, `" x "`, `"a\nb"`, `"a\tb"`, `"a\u0007b"`, `"\u0085"`, `"ü"`, `"none"`, `"NONE"`, `"kdp"`, `"classic"`, `"printers"`, `"Cards"`,
	`"aut"`, `"author"`, `"en-US"`, `"DE"`, `" fr "`, `"xx"`, `"english"`, `"de-CH-1996"`, `"BUS058000"`, `"bus058000"`, `"KJS"`, `"1KBB-US-NAK"`, `"12345678"`, `"26-123456"`, `"2026-123456"`, `"123456789"`,
	`"978-0-306-40615-7"`, `"978-0-306-40615-8"`, `"977-0-306-40615-7"`, `"0306406152"`, `"0-8044-2957-X"`, `"urn:uuid:5d1f0c52-9a3e-4b7a-8e21-6f6374617672"`, `"urn:uuid:5"`, `"urn:isbn:1 2"`,
	`"https://example.org/{id}"`, `"HTTP://example.org"`, `"ftp://example.org"`, `"https://"`, `"https://{x}"`, `"https://a b"`, `"#1f4e79"`, `"#1F4E79"`, `"#1F4E7"`, `"1f4e79"`, `" #1f4e79 "`,
	`"0 95 85 10"`, `"0 95 85"`, `"100 100 40 0"`, `"0 0 0 0"`, `"0 0 0 101"`, `"5.5x8.5in"`, `"129x198mm"`, `"129×198mm"`, `"5.5in x 8.5in"`, `"14cm x 8.5in"`, `"400x600"`, `"400x600pt"`, `"6x9"`, `"6x9in"`, `"2.99x9in"`, `"17x17.001in"`, `"6inx9"`,
	`"54"`, `"54pt"`, `"0.75in"`, `"19mm"`, `"1.9 cm"`, `"19 m"`, `"-1mm"`, `"1e3pt"`, `".5in"`, `"5.in"`, `"0mm"`, `"0"`, `"1000in"`, `"1.23456789in"`, `"a.ttf"`, `"../a.ttf"`, `".a"`, `"Cyan"`, `"cyan "`, `"Rubric"`,
	`"abcdefghijkl"`, `"abcdefghijklm"`, `"abcd"`, `"❦❦❦"`, `"a-b"`, `"a--b"`, `"-a"`, `"1a"`, `"` + strings.Repeat("a", 80) + `"`, `"` + strings.Repeat("a", 81) + `"`, `"pdf"`, `"screen"`,
	`-1`, `0`, `1`, `2`, `3`, `5`, `9`, `10`, `18`, `20`, `36`, `54`, `100`, `400`, `1000`, `10000`, `2147483648`, `0.0`, `0.5`, `0.7`, `1.0`, `1.5`, `-0.5`, `54.5`, `inf`, `nan`, `true`, `false`,
	`2026-11-23`, `"2026-11-23"`, `1979-12-31`, `1980-01-01`, `2107-12-31`, `2108-01-01`, `2026-11-23T10:00:00`, `2026-11-23 10:00:00.5`, `2026-11-23T10:00:00Z`, `2026-11-23T10:00:00+02:00`, `10:00:00`,
	`[]`, `[""]`, `["x"]`, `[" x "]`, `["a\nb"]`, `["x", 1]`, `["x", ""]`, `["pdf"]`, `["pdf", "odt"]`, `["screen", "kdp"]`, `["KJS", "BUS058000"]`, `["KJS", "1KBB"]`, `["BUS058000"]`, `[["x"]]`, `[1]`, `[true]`, `[2026-11-23]`,
	`{}`, `{x = "y"}`, `{x = " "}`, `{x = ["y"]}`, `{X = "y"}`, `{"" = "y"}`, `{"a b" = ["y"]}`, `{x = 1}`, `{x = {}}`, `{name = "x"}`, `[{}]`, `[{name = "x"}]`, `[{name = " "}]`, `[{}, 1]`,
	`{meme = false}`, `{meme = {}}`, `{metaphor = true}`, `{rule = {}}`, `{rule = true}`, `{Rule = {}}`, `{rule = {keys = {id = "string"}}}`, `{rule = {keys = {minutes = "number"}}}`, `{rule = {keys = {Minutes = "number"}}}`, `{rule = {keys = {minutes = {type = "number"}}}}`,
})
