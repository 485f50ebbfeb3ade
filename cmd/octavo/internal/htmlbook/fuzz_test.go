package htmlbook

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"octavo/cmd/octavo/internal/book"
)

// wordsOf returns the runs of letters and figures of a text.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// sourceWords returns the words of a document that a browser shows, found without the tree.
func sourceWords(text []byte) (words []string, whole bool) {
	z := html.NewTokenizer(bytes.NewReader(text))
	z.AllowCDATA(true)
	whole = true
	for {
		switch z.Next() {
		case html.ErrorToken:
			return words, whole && bytes.IndexByte(z.Raw(), '<') < 0
		case html.TextToken:
			words = append(words, wordsOf(string(z.Text()))...)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			if tag := tagName(name); silent()[tag] || media()[tag] || tag == "svg" || tag == "figcaption" || tag == "summary" || tag == "rp" || strings.HasPrefix(tag, "annotation") ||
				tag == "caption" || isPoem(&node{tag: tag}) {
				whole = false // not printed, or not at its place
			}
		}
	}
}

// pageWords returns the words of blocks.
func pageWords(blocks []book.Block) (words []string) {
	book.ReadingOrder(blocks, nil, func(text []book.Inline) { words = append(words, wordsOf(spaced(text))...) })
	return words
}

func spaced(text []book.Inline) string {
	var b strings.Builder
	book.WalkInlines(text, func(in book.Inline) {
		switch in := in.(type) {
		case *book.Text:
			b.WriteString(in.Value)
		case *book.CodeSpan:
			b.WriteString(in.Value)
		case *book.LineBreak:
			b.WriteByte(' ')
		}
	})
	return b.String()
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.html")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("<p>a<b>c<table><td>d<tr><td rowspan=9 colspan=3>e</table><ol start=7><li value=x>f<dl><dt>g<dd>h"))
	f.Add([]byte(`<style>.a{font-style:italic;/*x*/}b.c,d{display:none}</style><p class=a style="font-weight:bold">x<a href=#n>1</a><p id=n><a href=#m>1</a> y`))
	f.Add([]byte("<o:>One <b>two</b></o:> three"))
	f.Add([]byte("<a id=m href=#n CLASS=fnanchor><p><a id=n href=#m>one<b>two"))
	f.Add([]byte("<dl>one<div>two<dt>three<dd>four</div><p>five</dl>"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, scope := range []Scope{Fragment, WholePage} {
			p, err := Read(Source{Text: text}, scope)
			if err != nil {
				t.Fatal(err)
			}
			check(t, p.Blocks)
			words, whole := sourceWords(text)
			if scope == WholePage || !whole || len(p.Notes) > 0 || len(p.Left) > 0 || holdsOther(p.Blocks) || bytes.Contains(bytes.ToLower(text), []byte("<t")) || bytes.Contains(text, []byte("style")) || bytes.Contains(text, []byte("class")) ||
				bytes.Contains(text, []byte("epub:type")) || bytes.Contains(text, []byte("role")) || bytes.Contains(text, []byte("hidden")) {
				continue
			}
			if got := strings.Join(pageWords(p.Blocks), ""); got != strings.Join(words, "") {
				t.Errorf("words %q, want %q of %q", got, words, text)
			}
		}
	})
}

// check holds what every page promises: no empty text, no paragraph without words.
func check(t *testing.T, blocks []book.Block) {
	book.Walk(blocks, func(b book.Block) {
		if p, ok := b.(*book.Paragraph); ok && len(p.Text) == 0 {
			t.Error("empty paragraph")
		}
		book.Runs(b, func(text []book.Inline) {
			book.WalkInlines(text, func(in book.Inline) {
				if x, ok := in.(*book.Text); ok && x.Value == "" {
					t.Error("empty text")
				}
			})
		})
	})
}

// holdsOther reports whether blocks hold what the words of the source are not compared with: code, pictures, breaks and tables.
func holdsOther(blocks []book.Block) bool {
	found := false
	book.Walk(blocks, func(b book.Block) {
		switch b.(type) {
		case *book.Code, *book.Figure, *book.Break, *book.Table:
			found = true
		}
	})
	return found
}

// Broken and hostile documents take time in proportion to their size.
func TestHostile(t *testing.T) {
	n := 50_000
	if testing.Short() {
		n = 10_000
	}
	for name, text := range map[string]string{
		"deep":        strings.Repeat("<div>", 5*n) + "x" + strings.Repeat("</div>", 5*n),
		"deep inline": strings.Repeat("<b><i>", n) + "x",
		"ends":        strings.Repeat("</p></b></table>", n),
		"cells":       "<table><tr>" + strings.Repeat("<td colspan=1000 rowspan=9999>x", n/100) + "</table>",
		"rows":        "<table>" + strings.Repeat("<tr><td>x", n/4) + "</table>",
		"notes":       strings.Repeat(`<a id=a href=#b>1</a><p id=b><a href=#a>1</a></p>`, n/10),
		"classes":     "<style>" + strings.Repeat(".a,b.c{font-style:italic}", n) + "</style>" + strings.Repeat("<p class='a b c'>x", n/10),
		"comments":    "<style>" + strings.Repeat("/* x */", n) + "a{}</style>",
		"figures":     strings.Repeat("<figure><figcaption>", n/10),
		"captions":    strings.Repeat("<h2><div>", n/10) + strings.Repeat("<dt><p>", n/10),
		"attributes":  "<p " + strings.Repeat("a=b ", n) + ">x",
		"breaks":      "<p>" + strings.Repeat("<br>", n) + "x",
		"unclosed":    strings.Repeat("<!--", n) + strings.Repeat("<![CDATA[", n) + "<",
		"quotes":      strings.Repeat("<blockquote><cite>", n/20),
		"lists":       strings.Repeat("<ul><li>x<ul>", n/20),
	} {
		p, err := Read(Source{Text: []byte(text)}, WholePage)
		if err == nil {
			check(t, p.Blocks)
		}
		if name == "deep" && (err != nil || len(p.Left) != 1 || p.Left[0].Kind != Deep || slices.Index(pageWords(p.Blocks), "x") < 0) {
			t.Errorf("deep: %v, %v", err, p)
		}
	}
}
