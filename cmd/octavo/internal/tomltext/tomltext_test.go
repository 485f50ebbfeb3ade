package tomltext

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestBombs decodes small texts that would take gigabytes.
func TestBombs(t *testing.T) {
	name := strings.Repeat("k", 400)
	for what, text := range map[string]string{
		"dotted key":      strings.Repeat("a.", 20000) + "a = 1\n",
		"table":           "[" + strings.Repeat("a.", 20000) + "a]\n",
		"array of tables": "[[" + strings.Repeat("a.", 20000) + "a]]\n",
		"inline tables":   "x = " + strings.Repeat("{a=", 14000) + "1" + strings.Repeat("}", 14000) + "\n",
		"dots in tables":  "x = " + strings.Repeat("{a.a.a.a.a.a.a.a.a.a=", 20) + "1" + strings.Repeat("}", 20) + "\n",
		"arrays":          "x = " + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + "\n",
		"unclosed":        "x = " + strings.Repeat("[{a=", 20000),
		"quoted names":    strings.Repeat(`"a.a" . `, 20000) + "a = 1\n",
		"long names":      "[" + strings.Repeat("k", 100000) + "]\n" + strings.Repeat("a = 1\n", 10000),
		"long names deep": "x = {" + name + " = {" + name + " = {" + name + " = {a = 1}}}}\n",
	} {
		start := time.Now()
		var tree map[string]any
		err := Decode("first = 1\n\n"+text, &tree)
		var bad ParseError
		if !errors.As(err, &bad) || bad.Position.Line != 3 || bad.Position.Start < 11 {
			t.Errorf("%s: %v", what, err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", what, took)
		}
	}
}

// TestSound decodes what an author may well write, the tables of this repository too.
func TestSound(t *testing.T) {
	texts := map[string]string{
		"all": "\uFEFFa.b.c = [[1, 2], {x = 1, \"y.z\" = [{}]}] # [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n" +
			"s = \"" + strings.Repeat("[", 100) + "\"\nl = '''" + strings.Repeat("{a.", 2000) + "'''''\nm = \"\"\"\\\"\"\"" + strings.Repeat(".", 2000) + "\"\"\"\n" +
			strings.Repeat("[[part]]\nkey.dot = 1.5\n", 500) + "[" + "'a.a'" + "]\nd = 2026-01-01 10:00:00.5\n",
	}
	files, err := filepath.Glob("../../../../styles/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no styles: %v", err)
	}
	for _, f := range append(files, "../../../../book.toml") {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[f] = string(data)
	}
	for name, text := range texts {
		var tree map[string]any
		if err := Decode(text, &tree); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDecode holds Decode to never failing but with an error, at a place in the text where it is one of the text.
func FuzzDecode(f *testing.F) {
	f.Add("a.b = [{c = 1}, \"x\"]\n[[d]]\n'e' = '''f'''\n")
	f.Add("a = {b.c = {d = [")
	f.Fuzz(func(t *testing.T, text string) {
		var tree map[string]any
		var bad ParseError
		if err := Decode(text, &tree); errors.As(err, &bad) && bad.Position.Start > len(text) {
			t.Errorf("at %d of %d", bad.Position.Start, len(text))
		}
	})
}
