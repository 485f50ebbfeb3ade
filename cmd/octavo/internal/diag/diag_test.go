package diag

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/timing"
)

// mark makes a source of text whose trouble stands between ‹ and ›; without ›, it is a point.
func mark(t *testing.T, name, text string) (Pos, int) {
	t.Helper()
	at := strings.Index(text, "‹")
	if at < 0 {
		t.Fatalf("no mark in %q", text)
	}
	text = strings.Replace(text, "‹", "", 1)
	end := strings.Index(text, "›")
	text = strings.Replace(text, "›", "", 1)
	return Pos{Source: &Source{Name: name, Text: []byte(text)}, Offset: at}, max(end, 0)
}

func sample(t *testing.T) List {
	var l List
	one := func(s Severity, code, name, text, message string, notes ...string) {
		pos, end := mark(t, name, text)
		l = append(l, Diagnostic{Severity: s, Code: code, Pos: pos, End: end, Message: message, Notes: notes})
	}
	one(Error, "kind-wrong", "manuscript/01.md", "# A\n\nkind = ‹\"simile\"›\n", `kind must be "meme" or "metaphor"`,
		`write kind = "meme"`, "or:\nkind = \"metaphor\"")
	one(Warning, "word-doubled", "manuscript/a b#ä.md", "\tin ‹the the› box", `"the" twice`)
	one(Error, "wide", "w.md", "日本語 ‹é語› x", "wide and combining: e\u0301")
	one(Error, "long", "l.md", strings.Repeat("before ", 30)+"‹here›"+strings.Repeat(" after", 30), "cut on both sides")
	one(Error, "long", "l.md", "‹here›"+strings.Repeat(" after", 30), "cut after")
	one(Error, "long", "l.md", strings.Repeat("before ", 30)+"‹here›", "cut before")
	one(Error, "eol", "e.md", "open‹\nnext", "at the end of the line")
	one(Error, "across", "e.md", "from ‹here\nto› there", "over two lines")
	one(Error, "control", "e\x1b[31m.md", "a \x1b[31m\x00‹\xff› \u202Eb\u0085", "escape \x1b[31m stays harmless")
	one(Error, "nothing", "missing.md", "‹", "no such file")
	l = append(l, Diagnostic{Severity: Error, Code: "placeless", Message: "no place at all", Notes: []string{"look around"}})
	return l
}

func TestPrinters(t *testing.T) {
	l := sample(t)
	var b bytes.Buffer
	Text(&b, l, false)
	golden.Equal(t, "testdata/text.txt", b.Bytes())
	for _, r := range b.String() {
		if r < 0x20 && r != '\n' || r == 0x202E || r == 0x85 {
			t.Errorf("control character %U printed", r)
		}
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if n := utf8.RuneCountInString(line); n > maxColumns+12 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	b.Reset()
	Text(&b, l[:1], true)
	golden.Equal(t, "testdata/color.txt", b.Bytes())
	b.Reset()
	JSON(&b, l)
	golden.Equal(t, "testdata/list.json", b.Bytes())
	b.Reset()
	SARIF(&b, l, []Rule{{Code: "word-doubled", Short: "a word twice", Help: "take one off"}, {Code: "kind-wrong", Severity: Error, Short: "kind"}})
	golden.Equal(t, "testdata/list.sarif", b.Bytes())
}

// TestSARIFRequired holds the log against what the schema of SARIF 2.1.0 requires of each object we write.
func TestSARIFRequired(t *testing.T) {
	for _, l := range []List{nil, sample(t)} {
		var b bytes.Buffer
		if err := SARIF(&b, l, []Rule{{Code: "kind-wrong", Short: "kind"}}); err != nil {
			t.Fatal(err)
		}
		var log struct {
			Version string
			Runs    []struct {
				Tool struct {
					Driver *struct {
						Name  string
						Rules []struct {
							ID               string
							ShortDescription struct{ Text string }
						}
					}
				}
				Results []struct {
					RuleID    string
					RuleIndex *int
					Level     string
					Message   struct{ Text string }
					Locations []struct {
						PhysicalLocation struct {
							ArtifactLocation struct{ URI string }
							Region           *struct{ StartLine, StartColumn int }
						}
					}
				}
			}
		}
		if err := json.Unmarshal(b.Bytes(), &log); err != nil {
			t.Fatal(err)
		}
		if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name == "" || log.Runs[0].Results == nil {
			t.Fatalf("incomplete log: %s", b.Bytes())
		}
		if n := len(log.Runs[0].Results); n != len(l) {
			t.Errorf("%d results, want %d", n, len(l))
		}
		for _, r := range log.Runs[0].Results {
			if r.Message.Text == "" || r.RuleID == "" || (r.Level != "error" && r.Level != "warning") {
				t.Errorf("incomplete result %+v", r)
			}
			if r.RuleIndex != nil && log.Runs[0].Tool.Driver.Rules[*r.RuleIndex].ID != r.RuleID {
				t.Errorf("%s points at another rule", r.RuleID)
			}
			for _, at := range r.Locations {
				if strings.ContainsAny(at.PhysicalLocation.ArtifactLocation.URI, " #?\x1b:[]ä") {
					t.Errorf("uri %q is not encoded", at.PhysicalLocation.ArtifactLocation.URI)
				}
				if g := at.PhysicalLocation.Region; g != nil && (g.StartLine < 1 || g.StartColumn < 1) {
					t.Errorf("region %+v", *g)
				}
			}
		}
	}
}

func TestEmpty(t *testing.T) {
	var b bytes.Buffer
	Text(&b, nil, true)
	JSON(&b, nil)
	if b.String() != "[]\n" {
		t.Errorf("empty list prints %q", b.String())
	}
	var l List
	l.Warnf("w", Pos{}, "w")
	if l.HasErrors() || l.Err() != nil {
		t.Error("a warning is an error")
	}
}

func TestErr(t *testing.T) {
	src := &Source{Name: "a.md", Text: []byte("x\ny")}
	var l List
	l.Warnf("w", Pos{}, "w")
	l.Errorf("e", Pos{src, 2}, "first")
	l.Errorf("e", Pos{src, 0}, "second")
	err := fmt.Errorf("check: %w", l.Err())
	if got, want := err.Error(), "check: a.md:2:1: first (and 1 more error)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var back List
	if !errors.As(err, &back) || len(back) != 3 {
		t.Error("the list does not come back")
	}
	if got, want := l.Summary(), "2 errors, 1 warning"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSort(t *testing.T) {
	toml, z, a := &Source{Name: "book.toml"}, &Source{Name: "z.md"}, &Source{Name: "a.md"}
	l := List{
		{Code: "b", Pos: Pos{a, 1}}, {Code: "a", Pos: Pos{a, 1}, Message: "1"}, {Code: "a", Pos: Pos{a, 1}, Message: "2"},
		{Code: "c", Pos: Pos{a, 0}}, {Code: "d", Pos: Pos{z, 9}}, {Code: "e", Pos: Pos{toml, 5}}, {Code: "f"},
	}
	codes := func() (out []string) {
		for _, d := range l {
			out = append(out, d.Code+d.Message)
		}
		return out
	}
	l.Sort(z, a)
	if got, want := codes(), []string{"f", "e", "d", "c", "a1", "a2", "b"}; !reflect.DeepEqual(got, want) {
		t.Errorf("in reading order: %v, want %v", got, want)
	}
	l.Sort()
	if got, want := codes(), []string{"f", "c", "a1", "a2", "b", "e", "d"}; !reflect.DeepEqual(got, want) {
		t.Errorf("by name: %v, want %v", got, want)
	}
}

func FuzzText(f *testing.F) {
	f.Add("a\tb\r\nc", 2, 3)
	f.Add("\xff\u0301語"+strings.Repeat("x", 200), 5, 9)
	f.Fuzz(func(t *testing.T, text string, offset, end int) {
		l := List{{Pos: Pos{&Source{Name: "f", Text: []byte(text)}, offset}, End: end, Message: text}}
		var b bytes.Buffer
		Text(&b, l, false)
		if !utf8.Valid(b.Bytes()) {
			t.Error("not UTF-8")
		}
		if s := b.String(); strings.Contains(s, "\n    1 | ") && !strings.Contains(s, "^\n") {
			t.Errorf("no caret:\n%s", s)
		}
		JSON(&b, l)
		SARIF(&b, l, nil)
	})
}

// TestAlike prints one diagnostic of a code, five of another and eight of a third, in turn.
func TestAlike(t *testing.T) {
	var l List
	for i := range 8 {
		if i == 0 {
			l.Errorf("one", Pos{}, "one")
		}
		if i < 5 {
			l.Warnf("five", Pos{}, "five %d", i)
		}
		l.Warnf("eight", Pos{}, "eight %d", i)
	}
	var grouped, all, other bytes.Buffer
	Text(&grouped, l, false)
	TextAll(&all, l, false)
	JSON(&other, l)
	want := strings.Join([]string{
		"error: one [one]",
		"warning: five 0 [five]", "warning: eight 0 [eight]", "warning: five 1 [five]", "warning: eight 1 [eight]",
		"warning: five 2 [five]", "warning: eight 2 [eight]", "warning: five 3 [five]", "warning: eight 3 [eight]",
		"warning: five 4 [five]", "warning: eight 4 [eight]", "… and 3 more like this; show all with --all",
		"1 error, 13 warnings", "",
	}, "\n")
	if grouped.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", grouped.String(), want)
	}
	if s := all.String(); strings.Count(s, "[eight]") != 8 || strings.Contains(s, "more like this") {
		t.Errorf("all of them are\n%s", s)
	}
	if n := strings.Count(other.String(), `"eight"`); n != 8 {
		t.Errorf("JSON lists %d of 8", n)
	}
}

// TestLongLine prints ten thousand diagnostics of one line of a megabyte: what one costs must not grow with its line.
func TestLongLine(t *testing.T) {
	timing.Unraced(t)
	src := &Source{Name: "l.md", Text: []byte(strings.Repeat("TK wörd ", 120_000))}
	var l List
	for i := range 10_000 {
		l.Warnf("tk", Pos{src, i * 100}, "%s", strings.Repeat("x", 100+i/9999*5000)).To(len(src.Text))
	}
	start := time.Now()
	var text, other bytes.Buffer
	Text(&text, l, false)
	JSON(&other, l)
	SARIF(&other, l, nil)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if n := text.Len(); n > 400_000 || !strings.Contains(text.String(), "… and 9995 more like this; show all with --all\n") {
		t.Errorf("%d bytes printed, ending in %q", n, text.String()[max(0, n-100):])
	}
	if line, column := src.LineColumn(len(src.Text)); line != 1 || column != 960_001 {
		t.Errorf("the end is at %d:%d", line, column)
	}
}

// Offset leads back from every line and column, and stays in the text from others.
func TestOffset(t *testing.T) {
	src := &Source{Text: []byte("a\r\n\u00e4\u65e5b\n\nlast")}
	for at := range string(src.Text) {
		line, column := src.LineColumn(at)
		if back := src.Offset(line, column); back != at {
			t.Errorf("%d is %d:%d, which is %d", at, line, column, back)
		}
	}
	for _, c := range []struct{ line, column, want int }{{0, 0, 0}, {-1, 1, 0}, {1, 9, 2}, {2, 9, 9}, {3, 2, 10}, {4, 5, 15}, {5, 1, 15}, {1 << 30, 1 << 30, 15}} {
		if got := src.Offset(c.line, c.column); got != c.want {
			t.Errorf("%d:%d is %d, want %d", c.line, c.column, got, c.want)
		}
	}
}
