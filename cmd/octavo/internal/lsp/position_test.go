package lsp

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPositions(t *testing.T) {
	s := "\uFEFFa𝔘b\r\nä\rx\n\n日本"
	for _, c := range []struct {
		units encoding
		at    Position
		rest  string // of the text from there
	}{
		{utf16Units, Position{0, 0}, "a𝔘b\r\nä\rx\n\n日本"},
		{utf16Units, Position{0, 1}, "𝔘b\r\nä\rx\n\n日本"},
		{utf16Units, Position{0, 3}, "b\r\nä\rx\n\n日本"},
		{utf16Units, Position{0, 4}, "\r\nä\rx\n\n日本"},
		{utf8Units, Position{0, 5}, "b\r\nä\rx\n\n日本"},
		{utf16Units, Position{1, 1}, "\rx\n\n日本"},
		{utf8Units, Position{1, 2}, "\rx\n\n日本"},
		{utf16Units, Position{2, 0}, "x\n\n日本"},
		{utf16Units, Position{4, 2}, ""},
		{utf8Units, Position{4, 3}, "本"},
	} {
		tx := newText(s)
		at := tx.offset(c.at, c.units)
		if got := tx.s[at:]; got != c.rest {
			t.Errorf("%s %v: %q, want %q", c.units, c.at, got, c.rest)
		}
		if got := tx.position(at, c.units); got != c.at {
			t.Errorf("%s %v comes back as %v", c.units, c.at, got)
		}
	}
	// What is outside is moved inside.
	for _, p := range []Position{{-1, 0}, {0, 99}, {9, 9}, {0, -5}, {1, 1 << 40}, {0, 2}} {
		if at := newText(s).offset(p, utf16Units); at < 0 || at > len(s) || !utf8.RuneStart((s + "x")[at]) {
			t.Errorf("%v is at %d", p, at)
		}
	}
}

// TestIncremental holds texts that grow by changes against ones that are made by counting in UTF-16 code units, as editors do.
func TestIncremental(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 5))
	pieces := []string{"a", "ä", "日", "𝔘", "\n", "\r\n", "# ", "word ", "", "😀😀", "\r"}
	random := func() string {
		var b strings.Builder
		for range r.IntN(5) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	for range 300 {
		now := newText(random() + random())
		for range 20 {
			units := []encoding{utf16Units, utf8Units}[r.IntN(2)]
			from, to := boundary(r, now.s), boundary(r, now.s)
			if to < from {
				from, to = to, from
			}
			span := now.span(from, to, units)
			c := change{&span, random()}
			// A place between \r and \n is before both.
			want := now.s[:settled(now.s, from)] + c.Text + now.s[settled(now.s, to):]
			if now = now.apply(c, units); now.s != want {
				t.Fatalf("%v: %q, want %q", span, now.s, want)
			}
			if again := newText(now.s); fmt.Sprint(again.lines) != fmt.Sprint(now.lines) {
				t.Fatalf("lines %v, want %v", now.lines, again.lines)
			}
		}
	}
}

func boundary(r *rand.Rand, s string) int {
	at := r.IntN(len(s) + 1)
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

func settled(s string, at int) int {
	if at > 0 && at < len(s) && s[at-1] == '\r' && s[at] == '\n' {
		return at - 1
	}
	return at
}

func TestURIs(t *testing.T) {
	for _, c := range []struct {
		on   system
		uri  string
		path string // "": refused
		back string // if it is not the same
	}{
		{unixPaths, "file:///home/a/b.md", "/home/a/b.md", ""},
		{unixPaths, "file:///a%20b/%C3%A4%23%3F.md", "/a b/ä#?.md", ""},
		{unixPaths, "file:///a b/ä.md", "/a b/ä.md", "file:///a%20b/%C3%A4.md"},
		{unixPaths, "file://localhost/a.md", "/a.md", "file:///a.md"},
		{unixPaths, "file:///a/../../etc/passwd", "/etc/passwd", "file:///etc/passwd"},
		{unixPaths, "FILE:///a", "/a", "file:///a"},
		{unixPaths, "file://server/share/a.md", "", ""},
		{unixPaths, "untitled:Untitled-1", "", ""},
		{unixPaths, "https://example.org/a.md", "", ""},
		{unixPaths, "file:a.md", "", ""},
		{unixPaths, "file:///a%00b", "", ""},
		{unixPaths, "file:///a%zz", "", ""},
		{unixPaths, "", "", ""},
		{unixPaths, "/a/b", "", ""},
		{windowsPaths, "file:///c%3A/Users/%C3%A4%20b/book.toml", `C:\Users\ä b\book.toml`, "file:///C:/Users/%C3%A4%20b/book.toml"},
		{windowsPaths, "file:///C:/a/../b.md", `C:\b.md`, "file:///C:/b.md"},
		{windowsPaths, "file:///d:", `D:\`, "file:///D:/"},
		{windowsPaths, "file://server/share/a.md", `\\server\share\a.md`, ""},
		{windowsPaths, "file:///a/b", "", ""},
	} {
		got, err := pathOf(c.uri, c.on)
		if got != c.path || (err != nil) != (c.path == "") {
			t.Errorf("%s is %q, %v, want %q", c.uri, got, err, c.path)
			continue
		}
		if c.back == "" {
			c.back = c.uri
		}
		if back := uriOf(got, c.on); err == nil && back != c.back {
			t.Errorf("%s has the URI %s, want %s", got, back, c.back)
		}
	}
}

// FuzzChange makes changes of any text at any place.
func FuzzChange(f *testing.F) {
	f.Add("a\r\n𝔘b", 0, 1, 1, 5, "x\xff")
	f.Fuzz(func(t *testing.T, s string, line, char, toLine, toChar int, words string) {
		tx := newText(s)
		for _, units := range []encoding{utf8Units, utf16Units} {
			after := tx.apply(change{&Range{Position{line, char}, Position{toLine, toChar}}, words}, units)
			if !strings.Contains(after.s, words) {
				t.Errorf("%q is not in %q", words, after.s)
			}
			for at := range after.s {
				p := after.position(at, units)
				if back := after.offset(p, units); back > at {
					t.Errorf("%d is at %v, which is %d", at, p, back)
				}
			}
		}
		var c change
		_ = json.Unmarshal([]byte(s), &c)
	})
}
