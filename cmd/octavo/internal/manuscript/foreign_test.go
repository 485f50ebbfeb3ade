package manuscript

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestProse holds that nothing is found in prose: in a page made of all that looks like markup and is none, in the book of this
// repository, and in the books that its tests build.
func TestProse(t *testing.T) {
	files := []string{filepath.Join("testdata", "prose.md")}
	for _, pattern := range []string{"../../../../manuscript/*.md", "../../testdata/*/manuscript/*.md", "../../testdata/*/*/manuscript/*.md"} {
		more, err := filepath.Glob(filepath.FromSlash(pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, more...)
	}
	if len(files) < 5 {
		t.Fatalf("only %d files", len(files))
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, diags := ParseChapter(filepath.Base(name), text)
		for _, d := range diags {
			switch d.Code {
			case "markup-foreign", "heading-space", "block-fence", "block-stray":
				src := d.Pos.Source.Text
				t.Errorf("%s: %s: %q", name, d.Message, src[d.Pos.Offset:min(max(d.End, d.Pos.Offset+20), len(src))])
			}
		}
	}
}

// TestForeign holds what dialect.Find does not see of a file: how words, escapes and code are told apart.
func TestForeign(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a *$x_1$* b", "$x_1$"}, {"**[@doe]**", "[@doe]"}, {"- %%a%%\n- > #tag", "%%a%% #tag"}, {"| $x$ | b |\n|---|---|\n| \\emph{c} | `$y$` |", "$x$ \\emph{c}"},
		{"![of $x$](p.png \"A #caption\")", "#caption $x$"}, {"[of $x$](https://a.example/$y$)", "$x$"}, {"x[^1]\n\n[^1]: %%a%%", "%%a%%"}, {"[^1]: %%unused%%", ""},
		{"\\$x\\$ \\%%a%% \\[@doe] \\#tag \\{{a}} \\:smile: \\\\emph{a}", ""}, {"`$x$` and ``[@doe]``\n\n    $y$\n\n~~~\n%%a%%\n~~~", ""},
		{"<https://a.example/#tag> <b title=\"#x\">", ""}, {"## $x$ {#x}", "$x$"}, {"&#36;x$", ""}, {"{{<figure src=\"x\">}} {{<b>}}", "{{<figure src=\"x\">}} {{<b>}}"},
		{"{~~a~>b~~} {==c==}", "{~~a~>b~~} {==c==}"}, {"x\n: $d$", "$d$"}, {"``` {r, echo=F}\nx\n```", "{r, echo=F}"}, {"```{.go .x}\nx\n```", ""},
		{"Say ``tea'' now.", "``tea''"}, {"`r nrow(x)` and `r x`", "`"}, {"[//]: # (x $y$)\n[comment]: <> (z)", ""},
		{"<p align=\"center\">A %%b%% c</p>\n\n<table><tr><td>$x_1$</td></tr></table>", "%%b%% $x_1$"},
		{"![a](b.png \"a *c* %%d%%\")\n\n![a](b.png 'a \\'c\\' [@e]')", "%%d%% [@e]"},
		{"a==b== ~c~ ^d^ ^[e] [f]{.smallcaps}", ""}, {"::: note `r nrow(x)`\na\n:::", "`"}, {"> [!NOTE]\n> a", ""}, {"::: note\na\n:::", ""}, {"| a verse", ""}, {"# $a$ b", "$a$"},
		{"a   b\n--- ---\n1   2\n\nc", "a   b\n--- ---\n1   2"}, {"a\n\n--- ---\n\nb", ""}, {"a\n\n- - -\nb", ""},
	} {
		_, diags := ParseChapter("c.md", []byte("# T\n\n"+c.text+"\n"))
		var got []string
		for _, d := range diags.With("markup-foreign") {
			got = append(got, string(d.Pos.Source.Text[d.Pos.Offset:d.End]))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: found %q, want %q", c.text, s, c.want)
		}
	}
}
