package manuscript

import (
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// FuzzParse holds the reader to three promises whatever the bytes: no panic, every place inside the source, and no word
// of plain text lost.
func FuzzParse(f *testing.F) {
	for _, ex := range examples(f) {
		f.Add([]byte(ex.Markdown))
	}
	f.Add([]byte(contract))
	f.Add([]byte("a[^1] \"b\"\n\n[^1]: c\n\n![x](y.png 'z [^1]')\n\n> d\n> -- e\n"))
	f.Add([]byte("[a *b*\n[c]{lang=de} d]{lang=\"fr\"} *e*{lang=la .x} ![f](g.png){width=3} [^h]{lang=fr} `i`{#j}\n"))
	f.Add([]byte("| a | b |\n|--|--|\n| c | d |\n\nt\n: d\n\n- [x] y\n"))
	f.Add([]byte("[[a#b|c]] ![[d.png|30]] ![e](f g.png) %%h%% $i$ {{j}} \\k{l} [@m] ++n++\n\n##o\n+++\nkind = \"p\"\n\n## q\n---\nkind: r\n---\n"))
	f.Add([]byte("a~b~ c^d^ ==e== ^[f ^[g]] [h]{.sc #i} []{#j} # k {#l}\n\n## m {-}\n\n![n](o.png =30x)\n\n> [!NOTE]+ p\n> q\n"))
	f.Add([]byte("::: {.note title=\"r\"}\n## s\n:::: tip t\nu\n::::\n:::\n\n!!! note \"v\"\n    w\n\nA> x\n\n{blurb}\ny\n{/blurb}\n\n| z\n|  a\n  b\n|\n\n\\newpage\n"))
	f.Add([]byte("a. b\nb. c\n\ni) d\nii) e\n\n(1) f\n\n(2) g\n\n#. h\n#. i\n\n::: verse\nj\n  k\n:::\n"))
	f.Add([]byte("<b>a <i>b</i></b> <q>c<q>d</q></q> <br><img src=e width=3> <a name=f> <!-- g --> <span class=sc lang=fr>h</span>\n\n<details>\n<summary>i</summary>\n\n*j*\n\n</details>\n"))
	f.Add([]byte("<div align=center>\n\n## a\n\n</div>\n\n<table><tr><td>b</td></tr></table>\n\n<p>c\n\n<figure>\n\n![d](e.png)\n\n<figcaption>f</figcaption></figure>\n\n<!-- g"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		checkChapter(t, raw)
		plain := plainWords(raw)
		if len(plain) == 0 {
			return
		}
		c, _ := ParseChapter("c.md", []byte(strings.Join(plain, " ")))
		if lost := missing(plain, chapterWords(c)); len(lost) > 0 {
			t.Errorf("lost %q of %q", lost, plain)
		}
	})
}

func checkChapter(t *testing.T, raw []byte) {
	c, diags := ParseChapter("c.md", raw)
	inside := func(p diag.Pos, what any) {
		if !p.IsValid() || p.Offset < 0 || p.Offset > len(p.Source.Text) {
			t.Errorf("%T is at %d, the source has %d bytes", what, p.Offset, len(c.Source.Text))
		}
	}
	for _, d := range diags {
		if d.Code == "file-unparsable" {
			t.Errorf("panic: %s", d.Message)
		}
		inside(d.Pos, d)
		if d.End > len(d.Pos.Source.Text) || len(d.Notes) == 0 {
			t.Errorf("%+v", d)
		}
	}
	numbers := 0
	c.Walk(func(b book.Block) {
		inside(b.Start(), b)
		switch b := b.(type) {
		case *book.Entry:
			for _, p := range b.Places {
				inside(p, b)
			}
		case *book.Table:
			for _, row := range b.Rows {
				if len(row) != len(b.Align) || len(b.Head) != len(b.Align) {
					t.Errorf("table with %d columns, %d heads and %d cells", len(b.Align), len(b.Head), len(row))
				}
			}
		}
	}, func(i book.Inline) {
		inside(i.Start(), i)
		switch i := i.(type) {
		case *book.Text:
			if i.Value == "" || !utf8.ValidString(i.Value) || strings.ContainsAny(i.Value, "\n\r\x00") {
				t.Errorf("text %q", i.Value)
			}
		case *book.NoteMark:
			if i.First {
				numbers++
			}
		}
	})
	if numbers != len(c.Notes) {
		t.Errorf("%d notes, %d first marks", len(c.Notes), numbers)
	}
}

// plainWords returns the words of raw that are letters and digits alone and start with a letter: text without any markup.
func plainWords(raw []byte) []string {
	var out []string
	for _, w := range words(string(raw)) {
		if isWord([]rune(w)[0]) && !isASCIIDigit(w[0]) {
			out = append(out, w)
		}
	}
	return out
}

// TestParseEverything runs the fuzz target's checks over the specification and over damaged versions of it.
func TestParseEverything(t *testing.T) {
	for _, ex := range examples(t) {
		text := ex.Markdown
		for _, variant := range []string{
			text, strings.ReplaceAll(text, "\n", "\r\n"), "# T\n\n## M\n+++\n" + text,
			"> " + strings.ReplaceAll(text, "\n", "\n> "),
			"[^1]: " + strings.ReplaceAll(text, "\n", "\n    ") + "\n\nx[^1]", "- " + strings.ReplaceAll(text, "\n", "\n  "),
			strings.TrimSpace(text), text[:len(text)/2], strings.ReplaceAll(text, " ", "\t"),
		} {
			checkChapter(t, []byte(variant))
			if t.Failed() {
				t.Fatalf("example %d: %q", ex.Example, variant)
			}
		}
	}
}
