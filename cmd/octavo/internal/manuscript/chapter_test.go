package manuscript

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// summary returns a list of diagnostics, one a line, as "line:column code".
func summary(list diag.List) string {
	var out []string
	for _, d := range list {
		line, column := 0, 0
		if d.Pos.IsValid() {
			line, column = d.Pos.Source.LineColumn(d.Pos.Offset)
		}
		s := fmt.Sprintf("%d:%d %s", line, column, d.Code)
		if d.Severity == diag.Warning {
			s += " (w)"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func compare(t *testing.T, what, got, want string) {
	t.Helper()
	got, want = strings.Trim(got, "\n"), strings.Trim(want, "\n")
	if got != want {
		t.Errorf("%s:\n--- got\n%s\n--- want\n%s", what, got, want)
	}
}

func TestBlocks(t *testing.T) {
	for _, test := range []struct{ name, text, want, diags string }{
		{name: "title and sections", text: "# The *title*\n\none\n\n## Two\n\n#### Four\n\n## Two\n",
			want: "p one\nh2 #two Two\nh3 #four Four\nh2 #two-2 Two", diags: "7:1 heading-skip (w)"},
		{name: "no title", text: "Just\nwords.", want: "p Just words."},
		{name: "a second title begins another chapter", text: "# One\n\nx\n\n# Two\n\ny", want: "p x"},
		{name: "setext", text: "One\n===\n\nTwo\n---\n\nx", want: "h2 #two Two\np x"},
		{name: "lists", text: "- a\n- b\n\n3. c\n\n   d\n4. e\n\n- [ ] f\n- [x] g\n",
			want: "list - tight=true\n item\n  p a\n item\n  p b\n" +
				"list 3. tight=false\n item\n  p c\n  p d\n item\n  p e\n" +
				"list - tight=true\n item open\n  p f\n item done\n  p g"},
		{name: "code", text: "```go\nx := \"a--b\"\n\n\ty\n```\n\n    four ...\n",
			want: `code go ["x := \"a--b\"" "" "\ty"]` + "\n" + `code  ["four ..."]`},
		{name: "table", text: "| a | b | c |\n|:--|--:|:-:|\n| 1 | `x\\|y` |\n| *2* | 3 | 4\n",
			want: "table [1 3 2]\n | a | b | c\n | 1 | {code x|y} | \n | {em 2} | 3 | 4"},
		{name: "caption before a table", text: "Table: The *ferry* -- in May[^1]\n\n| a |\n|---|\n| 1[^2] |\n\n[^1]: x\n[^2]: y\n",
			want: "table [0] The {em ferry} – in May{note 1 first}\n | a\n | 1{note 2 first}"},
		{name: "caption after a table", text: "Words.\n\n| a |\n|---|\n| 1 |\n\n: *After* it\n\nMore.\n",
			want: "p Words.\ntable [0] {em After} it\n | a\n | 1\np More."},
		{name: "caption right under a table", text: "| a | b |\n|---|---|\n| 1 | 2 |\ntable: Under it\n",
			want: "table [0 0] Under it\n | a | b\n | 1 | 2"},
		{name: "caption after a colon right under a table", text: "| a | b |\n|---|---|\n| 1 | 2 |\n: Under it\n",
			want: "table [0 0] Under it\n | a | b\n | 1 | 2"},
		{name: "captions of two tables", text: "Table: One\n\n| a |\n|---|\n\nTable: Two\n\n| b |\n|---|\n\n: Three\n",
			want: "table [0] One\n | a\ntable [0] Two\n | b\np : Three", diags: "11:1 caption-stray (w)"},
		{name: "a caption between two tables is that of the first", text: "| a |\n|---|\n\n: One\n\n| b |\n|---|\n",
			want: "table [0] One\n | a\ntable [0]\n | b"},
		{name: "caption in a list, and none", text: "- x\n\n  Table: In it\n\n  | a |\n  |---|\n\nTable: salt\n\nA table: salt\n",
			want: "list - tight=false\n item\n  p x\n  table [0] In it\n   | a\np Table: salt\np A table: salt", diags: "8:1 caption-stray (w)"},
		{name: "table with a cell too many", text: "| a | b |\n|---|---|\n| 1 | 2 | three |\n",
			want: "table [0 0]\n | a | b\n | 1 | 2", diags: "3:11 table-cells"},
		{name: "definitions", text: "Term\nOther\n: One\n: Two\n\n  more\n\nNext\n: x\n",
			want: "term Term\nterm Other\n :\n  p One\n :\n  p Two\n  p more\nterm Next\n :\n  p x"},
		{name: "break and html", text: "***\n\n<div>\nx\n</div>\n\na <b>c</b>\n",
			want: "break\np x\np a {strong c}"},
		{name: "html comment", text: "<!-- a\n\nb -->\nc", want: "p c"},
		{name: "epigraph", text: "# T\n\n> Be kind.\n> -- *Someone*, 1900\n\nx\n\n> y\n",
			want: "quote epigraph by {em Someone}, 1900\n  p Be kind.\np x\nquote\n  p y"},
		{name: "attribution in its own paragraph", text: "x\n\n> One\n>\n> two\n>\n> — Author,\n> wrapped\n",
			want: "p x\nquote by Author, wrapped\n  p One\n  p two"},
		{name: "attribution under a hard break", text: "x\n\n> One \"a  \n> --- B\"\n",
			want: "p x\nquote by B”\n  p One “a"},
		{name: "attribution in emphasis", text: "x\n\n> One\n> *—B*\n", want: "p x\nquote by {em B}\n  p One"},
		{name: "a dialogue is no attribution", text: "x\n\n> — Bonjour, dit-il.\n",
			want: "p x\nquote\n  p — Bonjour, dit-il."},
		{name: "figure", text: "![A *fine* sign](a.png \"The *caption*, 1. class\")\n\n1. ![x](b.png)\n",
			want: "figure {image a.png: A fine sign} caption The {em caption}, 1. class\n" +
				"list 1. tight=true\n item\n  figure {image b.png: x} caption "},
		{name: "caption like a list", text: "![x](a.png '1. The plan')", want: "figure {image a.png: x} caption 1. The plan"},
		{name: "picture in text", text: "see ![x](a.png)", want: "p see {image a.png: x}"},
		{name: "stray block", text: "# T\n\n## M\n\n+++\nkind = 1\n+++\n", want: "h2 #m M\np +++ kind = 1 +++",
			diags: "5:1 block-stray"},
		{name: "entry in a quotation", text: "> ## M\n> +++\n> kind = \"meme\"\n> +++\n",
			want: "quote epigraph\n  h2 #m M\n  p +++ kind = “meme” +++", diags: "2:3 entry-place"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, diags := ParseChapter("c.md", []byte(test.text))
			compare(t, "blocks", dump(c.Blocks), test.want)
			compare(t, "diagnostics", summary(diags), test.diags)

			crlf, diags := ParseChapter("c.md", []byte(strings.ReplaceAll(test.text, "\n", "\r\n")))
			compare(t, "blocks with CRLF", strings.ReplaceAll(dump(crlf.Blocks), `\r`, ""), test.want)
			compare(t, "diagnostics with CRLF", summary(diags), test.diags)
		})
	}
}

func TestInlines(t *testing.T) {
	for _, test := range []struct{ text, want, diags string }{
		{"a *b **c*** ~~d~~ `e -- 'f'`", "a {em b {strong c}} {strike d} {code e -- 'f'}", ""},
		{"one\ntwo  \nthree\\\nfour", "one two{br}three{br}four", ""},
		{"a   b\t c *d * e", "a b c *d * e", ""},
		{"&amp; &copy; &#8212; &quot;x&quot; &nope; &#x41;", "& © — \"x\" &nope; A", ""},
		{`\*a\* \"b\" \\ \x`, `*a* "b" \ \x`, ""},
		{"<https://a.b/c--d> <me@x.org>", "{link https://a.b/c--d: https://a.b/c--d} {link mailto:me@x.org: me@x.org}", ""},
		{"https://not.linked", "https://not.linked", ""},
		{"[](#an-id) [x](#an-id) [y](https://a.b 'T') [z]() [e](e.md)",
			"{link #an-id: } {link #an-id: x} {link https://a.b \"T\": y} {link : z} {link e.md: e}", "1:24 link-title (w)"},
		{"[ref] [other][ref]\n\n[ref]: #id", "{link #id: ref} {link #id: other}", ""},
		{"[self](c.md) [part](c.md#p)", "{link #c: self} {link c.md#p: part}", ""},
		{"[![alt](p.png)](#x) x", "{link #x: {image p.png: alt}} x", ""},
		{"![a *b* `c` [d](e)](p.png) x", "{image p.png: a b c d} x", ""},
	} {
		c, diags := ParseChapter("c.md", []byte(test.text))
		if len(c.Blocks) != 1 || summary(diags) != test.diags {
			t.Errorf("%q: %s %s", test.text, dump(c.Blocks), summary(diags))
			continue
		}
		if got := dumpText(c.Blocks[0].(*book.Paragraph).Text); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestSmartPunctuation(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`"Hello," she said.`, "“Hello,” she said."},
		{`"She said 'no,' and 'never'"`, "“She said ‘no,’ and ‘never’”"},
		{`'"Nested" outside in'`, "‘“Nested” outside in’"},
		{`"'Tis the season," and 'twas.`, "“’Tis the season,” and ’twas."},
		{`the '90s and the 1980's, class of '24`, "the ’90s and the 1980’s, class of ’24"},
		{`'24 hours' a day`, "‘24 hours’ a day"},
		{`rock 'n' roll 'em`, "rock ’n’ roll ’em"},
		{`'there' 'new' 'late' 'the end'`, "‘there’ ‘new’ ‘late’ ‘the end’"},
		{`'til death; 'til death do us part,' he read`, "‘til death; ’til death do us part,’ he read"},
		{`'Til tomorrow`, "’Til tomorrow"},
		{`don't, I'm, they'd've, Smiths' house`, "don’t, I’m, they’d’ve, Smiths’ house"},
		{`*"emphasis"* and "*inside*"`, "{em “emphasis”} and “{em inside}”"},
		{`"[link](#x)" ("quoted") ["x"]`, "“{link #x: link}” (“quoted”) [“x”]"},
		{`"a"--"b"---"c"`, "“a”–“b”—“c”"},
		{`"wait---" he said, "so---"`, "“wait—” he said, “so—”"},
		{`"Is it?" "Yes."`, "“Is it?” “Yes.”"},
		{"\"one\ntwo\"", "“one two”"},
		{`a--b --- c ... d.... -`, "a–b — c … d…. -"},
		{`x ------ -----`, "x —— —–"},
		{"\"See [](#x) and [^n] so\" <wbr> \"y\"\n\n[^n]: x", "“See {link #x: } and {note 1 first} so” \u200B “y”"},
		{"\"`code`\" and \"![p](p.png)\"", "“{code code}” and “{image p.png: p}”"},
		{`5'10" tall, a 6" nail`, "5′10″ tall, a 6″ nail"},
		{`"word."[^n] 'word.'[^n]` + "\n\n[^n]: x", "“word.”{note 1 first} ‘word.’{note 1}"},
		{`"I said, 'Don't.'"`, "“I said, ‘Don’t.’”"},
		{`He said:"No"`, "He said:“No”"},
	} {
		c, _ := ParseChapter("c.md", []byte("x\n\n"+test.text))
		p, ok := c.Blocks[len(c.Blocks)-1].(*book.Paragraph)
		if !ok {
			t.Errorf("%q is no paragraph: %s", test.text, dump(c.Blocks))
		} else if got := dumpText(p.Text); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestPositions(t *testing.T) {
	text := "\uFEFF# Title *here*\r\n\r\nA \"word\" and\r\n*emph* `c` [l](#x) é ![i](p.png) <br> n[^1].\r\n\r\n" +
		"> - item\r\n\r\n[^1]: Note.\r\n"
	c, diags := ParseChapter("c.md", []byte(text))
	if len(diags) > 0 {
		t.Fatal(summary(diags))
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	at := func(p diag.Pos) string { return text[p.Offset:] }
	c.Walk(nil, func(i book.Inline) {
		want := ""
		switch i := i.(type) {
		case *book.Text:
			want, _, _ = strings.Cut(i.Value, " ")
			want = strings.NewReplacer("“", `"`, "”", `"`).Replace(want)
		case *book.Emph:
			want = "*"
		case *book.CodeSpan:
			want = "`c`"
		case *book.Link:
			want = "[l]"
		case *book.Image:
			want = "![i]"
		case *book.NoteMark:
			want = "[^1]."
		case *book.RawHTML:
			want = "<b>"
		}
		if !strings.HasPrefix(strings.TrimLeft(at(i.Start()), " "), want) {
			t.Errorf("%T at %q, want %q", i, at(i.Start()), want)
		}
	})
	if got := at(c.Notes[0].Pos); !strings.HasPrefix(got, "[^1]: Note") {
		t.Errorf("note at %q", got)
	}
	if got := at(c.Blocks[1].(*book.Quote).Blocks[0].(*book.List).Items[0].Blocks[0].Start()); !strings.HasPrefix(got, "item") {
		t.Errorf("item's paragraph at %q", got)
	}
	if got := c.Blocks[0].Start().String(); got != "manuscript/c.md:3:1" {
		t.Error(got)
	}
}

func TestFootnotes(t *testing.T) {
	c, diags := ParseChapter("c.md", []byte(`# A title[^t]

One[^b] two[^a], again[^b]. Undefined[^nope], but `+"`[^code]`"+` and \[^escaped] are not. Wow![^a]

| x[^cell] | [y[^a]](#l) |
|---|---|
| 1 | ![pic[^a]](p.png) |

[^a]: First note,
lazy, with a mark[^deep].

    A second paragraph.

    - and a list
[^b]: Second.
[^deep]: Deep, and itself[^Deep].
[^t]: Title.
[^cell]: Cell.
[^unused]: Nobody[^only-there].
[^only-there]: Gone.
[^a]: Twice.
`))
	compare(t, "title", dumpText(c.Title), "A title{note 1 first}")
	compare(t, "blocks", dump(c.Blocks), `
p One{note 2 first} two{note 3 first}, again{note 2}. Undefined[^nope], but {code [^code]} and [^escaped] are not. Wow!{note 3}
table [0 0]
 | x{note 5 first} | {link #l: y{note 3}}
 | 1 | {image p.png: pic[^a]}`)
	var notes strings.Builder
	for i, n := range c.Notes {
		if n.Number != i+1 {
			t.Errorf("note %d has the number %d", i+1, n.Number)
		}
		fmt.Fprintf(&notes, "%d %s\n%s", n.Number, n.Label, dump(n.Blocks))
	}
	compare(t, "notes", notes.String(), `
1 t
p Title.
2 b
p Second.
3 a
p First note, lazy, with a mark{note 4 first}.
p A second paragraph.
list - tight=true
 item
  p and a list
4 deep
p Deep, and itself{note 4}.
5 cell
p Cell.`)
	compare(t, "diagnostics", summary(diags), `
21:1 footnote-duplicate
3:38 footnote-undefined
16:26 footnote-loop
7:12 footnote-place
19:1 footnote-unused (w)
20:1 footnote-unused (w)`)
}

// TestUnprinted holds what Markdown takes for something that is not printed: each is said at its place.
func TestUnprinted(t *testing.T) {
	for text, want := range map[string]string{
		"```go\nx\n```\n":                           "",
		"```go the first\nx\n```\n":                 "1:7 code-words (w)",
		"~~~ {.go} first\nx\n~~~\n":                 "1:11 code-words (w)",
		"- ```go  first\n  x\n  ```\n":              "1:10 code-words (w)",
		"[Alice]: Yes.\n":                           "1:1 link-unused (w)",
		"> [Alice]: Yes.\n":                         "1:3 link-unused (w)",
		"[Alice]:\nYes.\n":                          "1:1 link-unused (w)",
		"See [alice].\n\n[Alice]: Yes.\n":           "",
		"See [x][alice].\n\n[Alice]: Yes.\n":        "",
		"See ![x][alice].\n\n[Alice]: Yes.\n":       "",
		"[a]\n\n[a]: b\n[a]: c\n":                   "4:1 link-duplicate (w)",
		"[a]: b\n[a]: c\n":                          "1:1 link-unused (w)\n2:1 link-unused (w)",
		"[a](b \"c\")\n":                            "1:1 link-title (w)",
		"![a](b \"c\")\n":                           "",
		"- ![a](b \"c\")\n":                         "",
		"See ![a](b \"c\")\n":                       "1:5 picture-caption (w)",
		"[![a](b \"c\")](d)\n":                      "1:1 picture-link (w)",
		"[![a](b \"c\")](d.jpg)\n":                  "",
		"[![a](b \"c\")](d) e\n":                    "1:2 picture-caption (w)",
		"a[^1]\n\n[^1]: b[^2]\n\n[^2]: c\n":         "",
		"a[^1]\n\n[^1]: b[^1]\n":                    "3:8 footnote-loop",
		"a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n":     "5:8 footnote-loop",
		"a[^1] b[^2]\n\n[^1]: b\n\n[^2]: see[^1]\n": "",
	} {
		_, diags := ParseChapter("c.md", []byte(text))
		compare(t, text, summary(diags), want)
	}
}

func TestEmptyFootnote(t *testing.T) {
	c, diags := ParseChapter("c.md", []byte("a[^1] b[^2]\n\n[^1]:\n\n    Under it.\n\n[^2]:\n"))
	compare(t, "diagnostics", summary(diags), "7:1 footnote-empty (w)")
	compare(t, "note", dump(c.Notes[0].Blocks), "p Under it.")
}

func TestHygiene(t *testing.T) {
	c, diags := ParseChapter("c.md", []byte("\uFEFFa\xff\xfeb\n\x00c \x1b[d\u0085 e\rf &#7;\n"))
	compare(t, "blocks", dump(c.Blocks), "p a\uFFFD\uFFFDb \uFFFDc \uFFFD[d\uFFFD e f \uFFFD")
	compare(t, "diagnostics", summary(diags),
		"1:2 text-utf8\n2:1 text-control\n2:4 text-control\n2:7 text-control\n3:3 text-control")

	_, diags = ParseChapter("c.md", []byte(strings.Repeat("a\x01", 100)))
	if len(diags) != maxHygiene || !strings.Contains(strings.Join(diags[0].Notes, " "), "80 more") {
		t.Errorf("%d diagnostics, notes %q", len(diags), diags[0].Notes)
	}
	_, diags = ParseChapter("c.md", []byte("\xff\xfea\x00"))
	compare(t, "UTF-16", summary(diags), "1:1 text-utf8")
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Management is a patient form of service.": "management-is-a-patient-form-of-service",
		"Don’t, don't": "dont-dont", "Éclair Ångström ﬁne": "eclair-angstrom-fine", "straße": "strasse",
		"": "x", "!!!": "x", "日本": "x", "1984": "x-1984", " -a--b- ": "a-b", "É": "e", "90% done": "x-90-done",
	} {
		if got := book.Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}
