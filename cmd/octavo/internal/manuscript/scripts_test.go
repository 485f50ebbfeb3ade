package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestScriptsAndMarks(t *testing.T) {
	for source, want := range map[string]string{
		"H~2~O, CO~2~.":                  "H{sub 2}O, CO{sub 2}.",
		"x^2^ and 2^10^ is 1024":         "x{sup 2} and 2{sup 10} is 1024",
		"the 16^th^ of June":             "the 16{sup th} of June",
		"10^-3^ m, e^iπ^, SO~4~^2-^":     "10{sup -3} m, e{sup iπ}, SO{sub 4}{sup 2-}",
		"C~6~H~12~O~6~":                  "C{sub 6}H{sub 12}O{sub 6}",
		"x~*i*~ and *x^2^* **a~b~**":     "x{sub {em i}} and {em x{sup 2}} {strong a{sub b}}",
		`P~a\ cat~ and x^a\~b^`:          "P{sub a\u00A0cat} and x{sup a~b}",
		"~~struck~~ a~~b~~c H~2~O":       "{strike struck} a{strike b}c H{sub 2}O",
		"~~H~2~O~~":                      "{strike H{sub 2}O}",
		"[H~2~O]{.sc} [x^2^](#y)":        "{sc H{sub 2}O} {link #y: x{sup 2}}",
		"a ==marked *part*== b":          "a {mark marked {em part}} b",
		"==one\ntwo== (==three==)":       "{mark one two} ({mark three})",
		"==x^2^==":                       "{mark x{sup 2}}",
		"[a b]{.smallcaps .underline}":   "{sc {ul a b}}",
		"[a]{.ul}[b]{.mark}[c]{.kbd}":    "{ul a}{mark b}{kbd c}",
		"[mot]{.sc lang=fr} *x*{#y .sc}": "{fr sc mot} {#y sc {em x}}",
		"[]{#here}words [a]{#there}":     "{#here }words {#there a}",
		"`x`{.python}":                   "{code x}",
		// what is text stays text
		"about ~100 H~2~O and ~5":   "about ~100 H{sub 2}O and ~5",
		"a ~b c~ d, ~ ~, ^ ^, ~/x":  "a ~b c~ d, ~ ~, ^ ^, ~/x",
		"a^2+b^2=c^2 and a^2 + b^2": "a^2+b^2=c^2 and a^2 + b^2",
		"x^n+y^n=z^n":               "x^n+y^n=z^n",
		"^_^ ^^ and :^) ^^^":        "^_^ ^^ and :^) ^^^",
		"a==b or c==d, x == y == z": "a==b or c==d, x == y == z",
		"=== a === and == b ==, ==": "=== a === and == b ==, ==",
		`\~a\~ \^b\^ \==c==`:        "~a~ ^b^ ==c==",
		"`a~b~ c^d^ ==e==`":         "{code a~b~ c^d^ ==e==}",
		"~~~a~~~ b~~~c":             "~~~a~~~ b~~~c",
		"*a^b* c^":                  "{em a^b} c^",
		"<https://a.b/~c/d~>":       "{link https://a.b/~c/d~: https://a.b/~c/d~}",
		"a^b\nc^ d~e\nf~":           "a^b c^ d~e f~",
	} {
		c, diags := ParseChapter("c.md", []byte("# T\n\nX "+source+"\n"))
		if got := dump(c.Blocks); got != "p X "+want+"\n" || len(diags) > 0 {
			t.Errorf("%q:\ngot  %swant p X %s\n%v", source, got, want, diags)
		}
	}
}

func TestNotesInPlace(t *testing.T) {
	const text = `# T^[Of the title.]

One^[A note with *stress*, a [link](https://a.b), [brackets] and "quotes".] and [^two] and
three^[on
two lines, H~2~O^[inside].] ^[] \^[x] ^ [y] a^[b

| a^[cell] |
|---|

[^two]: The second^[its own].
`
	c, diags := ParseChapter("c.md", []byte(text))
	compare(t, "title", dumpText(c.Title), "T{note 1 first}")
	compare(t, "blocks", dump(c.Blocks), "p One{note 2 first} and {note 3 first} and three{note 4 first} ^[] ^[x] ^ [y] a^[b\n"+
		"table [0]\n | a{note 7 first}")
	compare(t, "diagnostics", summary(diags), "")
	var notes []string
	for i, n := range c.Notes {
		if n.Number != i+1 {
			t.Errorf("note %d has the number %d", i+1, n.Number)
		}
		notes = append(notes, strings.TrimSpace(dump(n.Blocks)))
	}
	compare(t, "notes", strings.Join(notes, "\n"), "p Of the title.\n"+
		"p A note with {em stress}, a {link https://a.b: link}, [brackets] and “quotes”.\n"+
		"p The second{note 6 first}.\n"+
		"p on two lines, H{sub 2}O{note 5 first}.\n"+
		"p inside\np its own\np cell")
}

func TestNotesInPlaceAreLimited(t *testing.T) {
	const deep = 2000
	c, diags := ParseChapter("c.md", []byte("# T\n\n"+strings.Repeat("a^[", deep)+"b"+strings.Repeat("]", deep)+"\n"))
	if len(diags) != 1 || diags[0].Code != "nesting-deep" {
		t.Errorf("%d diagnostics", len(diags))
	}
	letters := 0
	c.Walk(nil, func(i book.Inline) {
		if t, ok := i.(*book.Text); ok {
			letters += strings.Count(t.Value, "a")
		}
	})
	if letters != deep {
		t.Errorf("%d of %d words", letters, deep)
	}
}
