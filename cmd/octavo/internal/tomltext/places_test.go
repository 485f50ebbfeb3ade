package tomltext

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestPlaces(t *testing.T) {
	const text = "# a comment = 1\n" +
		"title = \"a # b\" # c\n" +
		"a.b . \"c.d\" = 1979-05-27 07:32:00 # d\n" +
		"list = [ 1, # one\n  [ 'x]', \"y\\\"]\" ],\n  { k = 1, l.m = true }, \n]\n" +
		"[ t . u ]\n" +
		"long = \"\"\"\nx = 1\n\"\"\"\"\n" +
		"raw = '''\n]'''\n" +
		"[[t.v]]\nw = 1.5e3\n[t.v.s]\nq = 1\n[[t.v]]\nw = +inf\n\"\" = 0"
	got := Places(text)
	var lines []string
	for path, p := range got {
		lines = append(lines, fmt.Sprintf("%s %q %q", path, text[p.Key:p.KeyEnd], text[p.At:p.End]))
	}
	want := []string{
		`title "title" "\"a # b\""`,
		`a "a" "a"`,
		`a.b "b" "b"`,
		`a.b."c.d" "\"c.d\"" "1979-05-27 07:32:00"`,
		`list "list" "[ 1, # one\n  [ 'x]', \"y\\\"]\" ],\n  { k = 1, l.m = true }, \n]"`,
		`list.0 "1" "1"`,
		`list.1 "[ 'x]', \"y\\\"]\" ]" "[ 'x]', \"y\\\"]\" ]"`,
		`list.1.0 "'x]'" "'x]'"`,
		`list.1.1 "\"y\\\"]\"" "\"y\\\"]\""`,
		`list.2 "{ k = 1, l.m = true }" "{ k = 1, l.m = true }"`,
		`list.2.k "k" "1"`,
		`list.2.l "l" "l"`,
		`list.2.l.m "m" "true"`,
		`t "t" "t"`,
		`t.u "u" "u"`,
		`t.u.long "long" "\"\"\"\nx = 1\n\"\"\"\""`,
		`t.u.raw "raw" "'''\n]'''"`,
		`t.v "v" "v"`,
		`t.v.0 "v" "v"`,
		`t.v.0.w "w" "1.5e3"`,
		`t.v.0.s "s" "s"`,
		`t.v.0.s.q "q" "1"`,
		`t.v.1 "v" "v"`,
		`t.v.1.w "w" "+inf"`,
		`t.v.1."" "\"\"" "0"`,
	}
	slices.Sort(lines)
	slices.Sort(want)
	if !slices.Equal(lines, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

// FuzzPlaces holds the scanner against the decoder: whatever key, table or item the decoder knows has a place, inside the
// text, and the places of different values do not coincide by accident.
func FuzzPlaces(f *testing.F) {
	for _, s := range []string{
		"a = 1\n[b]\nc = [1, {d = 2}]\n[[e]]\nf = 'x'\n[[e]]\n[e.g]\n", "\uFEFFa.\"b.c\".'d' = \"\"\"x\\\n\"\"\"\"\"\n",
		"a = 1979-05-27T07:32:00Z # x\nb = [ # y\n 1, ] \r\n[c.d.e]\n[c]\n", "a = '''''' \n\"\\u00e9\" = 0x1F\n[ \"a b\" . c ]",
		"a = {b = [[], [{}]], c.d = inf}", "[[a.b]]\n[[a.b.c]]\nd = 1\n[[a.b.c]]\n[[a.b]]\nc = 1\n", "\"\" = 1\n\"a\" = \"\\\"\"",
		"a = [{b=1},\n{\n b = 2,\n c = 3,\n}\n]",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		places := Places(text) // must not panic whatever the text is
		for path, p := range places {
			if p.At < 0 || p.End < p.At || p.End > len(text) || p.Key < 0 || p.KeyEnd < p.Key || p.KeyEnd > len(text) {
				t.Fatalf("%s has the place %+v in %d bytes", path, p, len(text))
			}
		}
		tree := map[string]any{}
		if Decode(text, &tree) != nil {
			return
		}
		clear(tree)
		meta, err := toml.Decode(text, &tree)
		if err != nil || strings.Count(text, "[")+strings.Count(text, "{") > maxNesting {
			return
		}
		var walk func(path string, v any)
		walk = func(path string, v any) {
			if path != "" {
				p, ok := places[path]
				if !ok {
					t.Fatalf("%s has no place in %q: %v", path, text, places)
				}
				if b, ok := v.(bool); ok && text[p.At:p.End] != strconv.FormatBool(b) {
					t.Fatalf("%s is %v but its place says %q", path, b, text[p.At:p.End])
				}
			}
			switch v := v.(type) {
			case map[string]any:
				for k, v := range v {
					walk(Join(path, k), v)
				}
			case []map[string]any:
				for i, v := range v {
					walk(Join(path, strconv.Itoa(i)), v)
				}
			case []any:
				for i, v := range v {
					walk(Join(path, strconv.Itoa(i)), v)
				}
			}
		}
		walk("", tree)
		plain := map[string]bool{} // paths without the indices, as the decoder's Keys have them
		for path := range places {
			plain[withoutIndices(path)] = true
		}
		for _, key := range meta.Keys() {
			path := ""
			for _, name := range key {
				path = Join(path, name)
			}
			if !plain[withoutIndices(path)] {
				t.Fatalf("key %q has no place in %q", path, text)
			}
		}
	})
}

func withoutIndices(path string) string {
	var out []string
	for _, name := range strings.Split(path, ".") {
		if _, err := strconv.Atoi(name); err != nil {
			out = append(out, name)
		}
	}
	return strings.Join(out, ".")
}
