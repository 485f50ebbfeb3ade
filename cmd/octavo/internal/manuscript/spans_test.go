package manuscript

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestSpans(t *testing.T) {
	for source, want := range map[string]string{
		"[mot]{lang=fr}":                       "{fr mot}",
		"le [mot *juste*]{lang=fr}, so":        "le {fr mot {em juste}}, so",
		"*mot*{lang=fr} **m**{lang=\"pt-br\"}": "{fr {em mot}} {pt-BR {strong m}}",
		"~~m~~{lang='fr'} `m`{lang=fr}.":       "{fr {strike m}} {fr {code m}}.",
		"[m](http://x){lang=“fr”}":             "{fr {link http://x: m}}",
		"[deux\nmots]{lang=fr}\nend":           "{fr deux mots} end",
		"[deux  \nmots *et*\n]{lang=fr} x":     "{fr deux{br}mots {em et}} x",
		"[a [b]{lang=de} c]{lang=fr}":          "{fr a {de b} c}",
		"[a [b] c]{lang=fr} [d]":               "{fr a [b] c} [d]",
		"[a][b]{lang=fr}[c]{lang=de}":          "[a]{fr b}{de c}",
		"x [[a]{lang=de}]{lang=fr}":            "x {fr {de a}}",
		"\"[mot]{lang=fr}\" 'tis":              "“{fr mot}” ’tis",
		"![a]{lang=fr}":                        "!{fr a}",
		"*[a]{lang=fr} b*":                     "{em {fr a} b}",
		// what is no span stays text
		"[mot]":            "[mot]",
		"[mot]{}":          "[mot]{}",
		"[mot]{lang}":      "[mot]{lang}",
		"[mot]{lang=}":     "[mot]{lang=}",
		"[mot]{lang=fr":    "[mot]{lang=fr",
		"[mot]{lang=fr;x}": "[mot]{lang=fr;x}",
		"[mot]{lang=\nfr}": "[mot]{lang= fr}",
		`[mot]\{lang=fr}`:  "[mot]{lang=fr}",
		"`[mot]{lang=fr}`": "{code [mot]{lang=fr}}",
	} {
		c, diags := ParseChapter("c.md", []byte("# T\n\n"+source+"\n"))
		if got := dump(c.Blocks); got != "p "+want+"\n" || len(diags) > 0 {
			t.Errorf("%q:\ngot  %swant p %s\n%v", source, got, want, diags)
		}
	}
}

func TestSpansEverywhere(t *testing.T) {
	c, diags := ParseChapter("c.md", []byte(`# [Titre]{lang=fr}

- [mot]{lang=fr}

> [La vie]{lang=fr}
>
> -- [Moi]{lang=fr}

| [a]{lang=fr} |
| --- |
| [b]{lang=fr} |

![x](y.png "*Eine*{lang=de} [Wahl]{lang=de}")
`))
	want := "list - tight=true\n item\n  p {fr mot}\nquote by {fr Moi}\n  p {fr La vie}\ntable [0]\n | {fr a}\n | {fr b}\n" +
		"figure {image y.png: x} caption {de {em Eine}} {de Wahl}\n"
	if got := dumpText(c.Title) + "\n" + dump(c.Blocks); got != "{fr Titre}\n"+want || len(diags) > 0 {
		t.Errorf("%s%v", got, diags)
	}
	if c.ID != "titre" {
		t.Errorf("the chapter's anchor is %q", c.ID)
	}
}

func TestSpanDiagnostics(t *testing.T) {
	for source, want := range map[string]string{
		"[mot]{lang=english}":          "span-language lang=english",
		"[mot]{.bigcaps lang=fr}":      "span-attribute .bigcaps",
		"[mot]{lang=pt_BR}":            "span-language lang=pt_BR",
		`[m](http://x){target="_new"}`: `span-attribute target="_new"`,
		"![p](q.png){width=big}":       "picture-width width=big",
		"![p](q.png){height=3ells}":    "picture-width height=3ells",
		"## Head {.big}":               "span-attribute .big",
		"a\n\nb [c]{.d} [e]{.d}":       "span-attribute .d",
		// attributes that belong to nothing
		"Term {.smallcaps} is":    "attribute-stray {.smallcaps}",
		"Words at its end. {#x}":  "attribute-stray {#x}",
		"{: .lead}":               "attribute-stray {: .lead}",
		"*a [b* c]{lang=fr}":      "attribute-stray {lang=fr}",
		"[mot] {lang=fr}":         "attribute-stray {lang=fr}",
		"[]{lang=fr}":             "attribute-stray {lang=fr}",
		`\[mot]{lang=fr}`:         "attribute-stray {lang=fr}",
		"<http://x>{lang=fr}":     "attribute-stray {lang=fr}",
		"![p](q.png) {width=50%}": "attribute-stray {width=50%}",
		"![a [b]{.c} d](q.png)":   "span-attribute .c",
		"![p](q.png \"[b]{.c}\")": "span-attribute ",
	} {
		c, diags := ParseChapter("c.md", []byte("# T\n\n"+source+"\n"))
		if len(diags) != 1 {
			t.Errorf("%q: %v", source, diags)
			continue
		}
		d := diags[0]
		if got := d.Code + " " + string(c.Source.Text[d.Pos.Offset:d.End]); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
		c.Walk(nil, func(i book.Inline) {
			if s, ok := i.(*book.Span); ok && s.Lang != "fr" && s.Style == book.PlainSpan {
				t.Errorf("%q: a span with the language %q", source, s.Lang)
			}
		})
	}
}

func TestSpanPositions(t *testing.T) {
	const source = "# T\n\nAn [autre *mot*\net]{lang=fr} and *toujours*{lang=fr} so.\n"
	c, _ := ParseChapter("c.md", []byte(source))
	var got []string
	c.Walk(nil, func(i book.Inline) {
		word, _, _ := strings.Cut(strings.TrimSpace(source[i.Start().Offset:]), " ")
		got = append(got, word)
	})
	want := "T\n\nAn|An|[autre|autre|*mot*\net]{lang=fr}|mot*\net]{lang=fr}|et]{lang=fr}|and|*toujours*{lang=fr}|*toujours*{lang=fr}|" +
		"toujours*{lang=fr}|so."
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("got  %q\nwant %q", g, want)
	}
}

// Many brackets and braces cost no more than their number.
func TestSpansAreLinear(t *testing.T) {
	for _, piece := range []string{"[a]{lang=fr}", "[", "]{lang=fr}", `]{a="`, "[a]{lang=fr ", "*a*{lang=fr}"} {
		source := strings.Repeat(piece, 2000)
		c, _ := ParseChapter("c.md", []byte("# T\n\n"+source+"\n"))
		if len(c.Blocks) != 1 {
			t.Errorf("%q: %d blocks", piece, len(c.Blocks))
		}
	}
	nested := strings.Repeat("[a ", 1000) + strings.Repeat("]{lang=fr}", 1000)
	c, _ := ParseChapter("c.md", []byte("# T\n\n"+nested+"\n"))
	if got := strings.Count(book.PlainText(c.Blocks[0].(*book.Paragraph).Text), "a"); got != 1000 {
		t.Errorf("%d of 1000 words", got)
	}
}
