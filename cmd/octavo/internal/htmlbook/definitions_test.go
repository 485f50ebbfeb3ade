package htmlbook

import (
	"fmt"
	"strings"
	"testing"
)

// Words of a dl element arrive once, in order, whatever stands between its terms and definitions, and what is left out is told once.
func TestDefinitions(t *testing.T) {
	for in, want := range map[string]string{
		"<dl><dt>a<dd>b<dt>c<dt>d<dd>e<dd>f</dl>":                  "Definitions: a b c d e f",
		"<dl><div id=x><dt>a<dd>b</div><div><dt>c<dd>d</div></dl>": "Definitions: a b c d",
		"<dl>a<dt>b<dd>c</dl>":                                     "Paragraph, Definitions: a b c",
		"<dl><dt>a<dd>b</dd>c <b>d</b> e<dt>f<dd>g</dl>":           "Definitions, Paragraph, Definitions: a b c d e f g",
		"<dl><dt>a</dt>b<dd>c</dl>":                                "Paragraph, Paragraph, Paragraph: a b c",
		"<dl><dt>a<dt>b</dl>":                                      "Paragraph, Paragraph: a b",
		"<dl><dd>a<dd>b<dt>c<dd>d</dl>":                            "Paragraph, Paragraph, Definitions: a b c d",
		"<dl><dt>a<br><br>b<dd>c</dl>":                             "Definitions: a b c",
		"<dl><dt>a<dd>b<dl><dt>c<dd>d</dl></dl>":                   "Definitions: a b c d",
		"<dl><dt hidden>a<dd>b</dl>":                               "Paragraph: b; dt left",
		"<dl><nav><dt>a</nav><dd>b</dl>":                           "Paragraph: b; nav left",
		"<dl><video>a</video><dt>b<dd>c</dl>":                      "Definitions: b c; video left",
		"<dl><dt hidden>a<dd>b<figure><img src=x alt=y><figcaption>c</figcaption></figure><dt>d<dd>e</dl>": "Paragraph, Figure, Definitions: b c d e; dt left",
	} {
		p, err := Read(Source{Text: []byte(in)}, WholePage)
		if err != nil {
			t.Fatal(err)
		}
		var kinds []string
		for _, b := range p.Blocks {
			kinds = append(kinds, strings.TrimPrefix(fmt.Sprintf("%T", b), "*book."))
		}
		got := strings.Join(kinds, ", ") + ": " + strings.Join(pageWords(p.Blocks), " ")
		for _, l := range p.Left {
			got += "; " + l.Tag + " left"
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}
