package yamltext

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// show returns a tree on one line, each value with the first characters of what stands at its place.
func show(n *Node, text string) string {
	at := func(i int) string {
		line, _, _ := strings.Cut(text[i:], "\n")
		return line[:min(len(line), 4)]
	}
	switch n.Kind {
	case Null:
		return "-"
	case List:
		var out []string
		for _, i := range n.Items {
			out = append(out, show(i, text))
		}
		return "[" + strings.Join(out, " ") + "]"
	case Map:
		var out []string
		for _, p := range n.Pairs {
			out = append(out, fmt.Sprintf("%s@%s=%s", p.Key, at(p.At), show(p.Value, text)))
		}
		return "{" + strings.Join(out, " ") + "}"
	}
	return fmt.Sprintf("%s%s@%s", [...]string{Text: "", Number: "#", Truth: "?", Alias: "*"}[n.Kind], n.Value, at(n.At))
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "-"}, {"# nothing\n", "-"}, {"a:\nb: ~\n", "{a@a:=- b@b: ~=-}"},
		{"title: \"A: b\"\ndate: 2024-03-05\nn: 3\nok: true\nno: no\n", "{title@titl=A: b@\"A:  date@date=2024-03-05@2024 n@n: 3=#3@3 ok@ok: =?true@true no@no: =no@no}"},
		{"tags: [x, 'y z']\r\nä:\r\n  - ü: 1\r\n", "{tags@tags=[x@x, ' y z@'y z] ä@ä:\r=[{ü@ü: =#1@1\r}]}"},
		{"a: &x 1\nb: *x\n", "{a@a: &=#1@&x 1 b@b: *=*x@*x}"},
		{"a: |\n  one\n  two\n", "{a@a: |=one\ntwo\n@|}"},
		{"a: 1\n---\nb: 2\n", "{a@a: 1=#1@1}"},
		{"h: !!python/name:x.y\n", "{h@h: !=@!!py}"},
	} {
		n, err := Parse(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		} else if got := show(n, c.text); got != c.want {
			t.Errorf("%q:\n%s, not\n%s", c.text, got, c.want)
		}
	}
	n, _ := Parse("a: {b: c}")
	if got := n.Find("a").Find("b").Value; got != "c" || n.Find("a").Find("x").Find("y") != nil {
		t.Errorf("found %q", got)
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ text, at, message string }{
		{"a: 1\ntitle: One: two\nb: 2\n", "title", "colon"},
		{"a: 1\nb: 2\ntitle: *Loud* words\n", "title", "begins with *"},
		{"a: 1\nb: @home\n", "b:", "begins with @"},
		{"a: 1\nb:\n\t- x\nc: 1\n", "b:", "tab"},
		{"a: 1\na: 2\n", "a: 2", "duplicate key"},
		{"a: 1\nb: \"no end\nc: 3\n", "b:", ""},
		{"a: 1\njust words\nb: 2\n", "just", "without a key"},
		{"? [a]\n: b\n", "[a]", "a key that is"},
		{"x:\n  a: *nobody\n", "x:", ""},
	} {
		_, err := Parse(c.text)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if !strings.HasPrefix(c.text[e.At:], c.at) || !strings.Contains(e.Message, c.message) || e.Advice == "" {
			t.Errorf("%q: at %q: %s; %s", c.text, c.text[e.At:], e.Message, e.Advice)
		}
	}
}

// TestBombs feeds what is made to take all time or memory.
func TestBombs(t *testing.T) {
	laughs := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'z'; c++ {
		laughs += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9))
	}
	for name, text := range map[string]string{
		"large": "a: " + strings.Repeat("x", 10<<20), "brackets": "a: " + strings.Repeat("[", 500_000), "braces": "a: " + strings.Repeat("{a: ", 200_000),
		"dashes": strings.Repeat("- ", 400_000) + "x", "quotes": "a: \"" + strings.Repeat("\\u0041", 100_000), "deep": strings.Repeat("[", 200) + strings.Repeat("]", 200),
		"keys": strings.Repeat("k: [\n", 100_000), "an alias": "a: " + strings.Repeat("*a, ", 200_000), "question marks": strings.Repeat("? ", 400_000),
	} {
		start := time.Now()
		if _, err := Parse(text); err == nil {
			t.Errorf("%s: no error", name)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
	if n, err := Parse(laughs); err != nil || len(n.Pairs) != 26 || n.Find("z").Items[0].Kind != Alias {
		t.Errorf("aliases: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a: 1\nb: [x, {c: d}]\n")
	f.Add("a: &x [*x]\n? b\n: |\n  c\n")
	f.Add("\u2028a: 'b'\r\n- \t")
	f.Fuzz(func(t *testing.T, text string) {
		var walk func(n *Node)
		walk = func(n *Node) {
			if n.At < 0 || n.At > len(text) {
				t.Fatalf("at %d of %d", n.At, len(text))
			}
			for _, i := range n.Items {
				walk(i)
			}
			for _, p := range n.Pairs {
				if p.At < 0 || p.At > len(text) {
					t.Fatalf("key at %d of %d", p.At, len(text))
				}
				walk(p.Value)
			}
		}
		n, err := Parse(text)
		var e *Error
		switch {
		case err == nil:
			walk(n)
		case !errors.As(err, &e) || e.At < 0 || e.At > len(text) || e.Advice == "":
			t.Fatalf("%v", err)
		}
	})
}
