package markdown

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
)

// dump writes a value of package book as text, without places.
func dump(v any) string {
	d := &dumper{seen: map[uintptr]bool{}}
	d.value(reflect.ValueOf(v), "")
	return d.out.String()
}

type dumper struct {
	out    strings.Builder
	seen   map[uintptr]bool // notes on the way
	figure bool             // inside a Figure
}

func (d *dumper) value(v reflect.Value, in string) {
	switch v.Kind() {
	case reflect.Interface:
		d.value(v.Elem(), in)
	case reflect.Pointer:
		if v.IsNil() || d.seen[v.Pointer()] {
			d.out.WriteString("-\n")
			return
		}
		d.seen[v.Pointer()] = true
		d.value(v.Elem(), in)
		delete(d.seen, v.Pointer())
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			fmt.Fprintf(&d.out, "%s\n", v.Interface().(time.Time).Format(time.DateOnly))
			return
		}
		fmt.Fprintf(&d.out, "%s\n", v.Type().Name())
		figure := d.figure
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Type == reflect.TypeFor[diag.Pos]() || f.Type == reflect.TypeFor[*diag.Source]() || f.Name == "Places" || f.Name == "Given" || f.Name == "Titles" || f.Name == "Label" ||
				f.Name == "Tight" && lonelyItem(v) ||
				f.Name == "Title" && v.Type() == reflect.TypeFor[book.Image]() && figure || v.Field(i).IsZero() || f.Type.Kind() == reflect.Slice && v.Field(i).Len() == 0 {
				continue
			}
			fmt.Fprintf(&d.out, "%s  %s: ", in, f.Name)
			d.figure = v.Type() == reflect.TypeFor[book.Figure]() // its caption is the title
			d.value(v.Field(i), in+"  ")
		}
	case reflect.Slice:
		d.out.WriteByte('\n')
		for i := range v.Len() {
			switch x := v.Index(i).Interface().(type) {
			case *book.Text:
				if (i == 0 || i+1 == v.Len()) && strings.TrimSpace(x.Value) == "" {
					continue // white at an end of a line
				}
			case *book.Paragraph:
				if text := book.PlainText(x.Text); text != "" && strings.TrimSpace(text) == "" {
					continue // nothing but white
				}
			}
			fmt.Fprintf(&d.out, "%s  - ", in)
			d.value(v.Index(i), in+"  ")
		}
	default:
		fmt.Fprintf(&d.out, "%q\n", strings.Join(strings.Fields(fmt.Sprint(v.Interface())), " "))
	}
}

// lonelyItem reports whether a list is one item of one block, of which nobody can see whether it is tight: what parts it from a definition of a
// link is not written.
func lonelyItem(v reflect.Value) bool {
	l, ok := v.Addr().Interface().(*book.List)
	return ok && len(l.Items) == 1 && len(l.Items[0].Blocks) < 2
}

// roundTrip reads Markdown, writes what was read, reads that, and reports where the two differ.
func roundTrip(t *testing.T, name string, text []byte) bool {
	t.Helper()
	c, diags := manuscript.ParseChapter(name, text)
	if !writable(c, diags, text) {
		return true
	}
	written := Chapter(c, Final)
	if bytes.Contains(written, []byte("<em>")) || bytes.Contains(written, []byte("<strong>")) || bytes.Contains(written, []byte("<s>")) {
		return true
	}
	again, _ := manuscript.ParseChapter(name, written)
	want, got := strings.Split(dump(c), "\n"), strings.Split(dump(again), "\n")
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			from := max(0, i-6)
			t.Errorf("%s: line %d of the dump:\nwas\n%s\nis\n%s\nread\n%s\nwritten\n%s", name, i, strings.Join(want[from:min(i+4, len(want))], "\n"),
				strings.Join(got[from:min(i+4, len(got))], "\n"), clip(text), clip(written))
			return false
		}
	}
	return true
}

func clip(b []byte) string {
	if len(b) > 3000 {
		b = b[:3000]
	}
	return string(b)
}

// writable reports whether a chapter can be compared: what was refused is not read as it was meant.
func writable(c *book.Chapter, diags diag.List, text []byte) bool {
	lone := []byte("\n\\\n") // a break alone on its line: the lines of the source are not those of the text
	return !diags.HasErrors() && len(c.Blocks) > 0 && !bytes.Contains(text, []byte("<")) && !bytes.Contains(text, lone) && !breaksLines(c) && (!c.Named || !hasHeadings(c))
}

// hasHeadings reports whether a chapter has headings: one without a title of its own may get them as titles when it is read again.
func hasHeadings(c *book.Chapter) (found bool) {
	c.Walk(func(b book.Block) {
		_, is := b.(*book.Heading)
		found = found || is
	}, nil)
	return found
}

// breaksLines reports whether a paragraph has breaks of lines: one that had other ends of lines too, which are spaces to a book, may be read
// as verse when it is written, since all ends that are left are breaks.
func breaksLines(c *book.Chapter) (found bool) {
	c.Walk(func(b book.Block) {
		if p, ok := b.(*book.Paragraph); ok {
			book.WalkInlines(p.Text, func(in book.Inline) {
				_, is := in.(*book.LineBreak)
				found = found || is
			})
		}
	}, nil)
	return found
}

func TestRoundTripOfBooks(t *testing.T) {
	n := 0
	for _, dir := range []string{"../../../../manuscript", "../newbook/book", "../booktest/testdata"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".md" {
				return err
			}
			text, err := os.ReadFile(path)
			if err == nil {
				roundTrip(t, filepath.Base(path), text)
				n++
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if n < 15 {
		t.Errorf("%d files", n)
	}
}

// TestRoundTripOfKeys writes what the block of an entry says.
func TestRoundTripOfKeys(t *testing.T) {
	roundTrip(t, "c.md", []byte("# C\n\n## M\n+++\nkind = \"recipe\"\nserves = 2.5\n\"a b\" = \"it's \\\"so\\\"\"\nneeds = [\"x\", \"y\"]\nvegan = true\n"+
		"tried = 2026-11-23\nthemes = [\"t\"]\ncard = false\nsource = \"s\"\n+++\n\nGloss.\n\n"+
		"## N\n+++\nback = \"One.\\n\\nTwo.\"\n+++\n\n## O\n+++\nback = false\n+++\n"))
}

// TestRoundTripOfReferences writes references by id, and words that look like some.
func TestRoundTripOfReferences(t *testing.T) {
	for _, text := range []string{"See @fig-door.", "[@fig:door] is it", "*a @fig-b*", "\\@fig-door x", "a [@fig-x] b", "\\@ref(fig:a)", "@figs, a@fig-b.org"} {
		roundTrip(t, "c.md", []byte("# T\n\n"+text+"\n"))
	}
}

// TestRoundTripOfLanguages writes the languages of code, whatever signs they hold.
func TestRoundTripOfLanguages(t *testing.T) {
	for _, language := range []string{"c++", "c#", "asp.net", "f&ouml;&oUml;", `a\\b\*c`, "&amp;amp;", "a&#32;b", "&#8195;", "a&#96;b", "\\{x}", "&#123;.x&#125;", "~", "*a*", "\"a\"", "a&#9;b", "a&#10;b", "&#1;"} {
		roundTrip(t, "c.md", []byte("# T\n\n~~~ "+language+"\nx\n~~~\n"))
	}
}

// TestRoundTripOfSpecification writes what the examples of CommonMark's specification say.
func TestRoundTripOfSpecification(t *testing.T) {
	for i, text := range commonmark(t) {
		roundTrip(t, fmt.Sprintf("%d.md", i), []byte(text))
	}
}

func commonmark(t testing.TB) []string {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	var raw []byte
	if err == nil {
		raw, err = os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	}
	var examples []struct{ Markdown string }
	if err == nil {
		err = json.Unmarshal(raw, &examples)
	}
	if err != nil {
		t.Skipf("the examples of the CommonMark specification are not at hand: %v", err)
	}
	var out []string
	for _, e := range examples {
		out = append(out, e.Markdown)
	}
	return out
}

func FuzzRoundTrip(f *testing.F) {
	for _, text := range commonmark(f) {
		f.Add([]byte(text))
	}
	f.Add([]byte("| a | b\\|c |\n|:-:|---|\n| `x\\|y` | *d* |\n\nTable: e\n"))
	f.Add([]byte("> a\\\n>   b\n>\n> -- c\n\nd[^1] ![e](f.png \"g 'h'\")\n\n[^1]: i\n\n    - j\n"))
	f.Add([]byte("``` f&ouml;&oUml;\n``m\n```\n"))
	f.Add([]byte("- a\n-\n\t*\t*\t\n\nb\n\n* * + - - -\n"))
	f.Add([]byte("*\n\t*\t*\t\n"))
	f.Add([]byte("_____________________________@_______\n"))
	f.Add([]byte("\\\t\\\nA a3^\n"))
	f.Add([]byte("[a]([\n](b)\n /\n"))
	f.Add([]byte("* a\n* > b\n  >\n  c\n"))
	f.Add([]byte("| f&ouml;\n\nb\n\n| a\n|   b\n|\n| c\n|\n| -- D\n"))
	f.Add([]byte("[link](5>) [a](\\<b) ![c](<d> e> \"f\")\n"))
	f.Add([]byte("a\n---\nb  \nc\n---\n"))
	f.Add([]byte(" -    a\n\n  b  \nc\n"))
	f.Add([]byte("a *b*c\\=\\==\\*d\\=\\== e\\+\\++f\\+\\++ g\\.\\...h\n"))
	f.Add([]byte("- a\nb\n\n  [ref]: /b\n\n\nc\n"))
	f.Add([]byte("`a` \\\n b\n"))
	f.Add([]byte("&#9;*a*\n"))
	f.Add([]byte("a\n\n&#9;&#9;\n"))
	f.Add([]byte("&#42; a\n\\- b\n2017\\. c\n\\# d<br>e\n\n: f\n"))
	f.Add([]byte("t\n: \n\nd\n"))
	f.Add([]byte("t\n: d\n\n    e\n\n- [ ] f\n- [x] g\n\n* h\n"))
	f.Fuzz(func(t *testing.T, text []byte) { roundTrip(t, "c.md", text) })
}
