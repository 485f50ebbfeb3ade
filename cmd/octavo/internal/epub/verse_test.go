package epub

import (
	"bytes"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// TestVerse holds the form of verse: a paragraph a stanza, an element a line with its indent, line breaks for those that
// know no style sheets.
func TestVerse(t *testing.T) {
	w := &writer{plan: &plan{}, page: &page{}}
	w.quote(&book.Quote{Blocks: []book.Block{&book.Verse{Quoted: true, Stanzas: []*book.Stanza{
		{Lines: []*book.VerseLine{{Text: text("One,")}, {Text: text("two,"), Indent: 120}, {Text: text("three."), Indent: 20}}},
		{Lines: []*book.VerseLine{{Text: text("Four."), Indent: 99999}}},
	}}}, Attribution: text("Five")})
	want := `<blockquote class="poem">
<div class="verse">
<p><span class="line">One,</span><br/>
<span class="line in2">two,</span><br/>
<span class="line">three.</span></p>
<p><span class="line in24">Four.</span></p>
</div>
<p class="attribution">— Five</p>
</blockquote>
`
	if got := string(w.buf); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	sheets := []string{}
	for _, has := range []bool{false, true} {
		p := &plan{cfg: fullConfig()}
		p.has.verse = has
		sheets = append(sheets, string(p.css()))
	}
	if bytes.Contains([]byte(sheets[0]), []byte(".in24")) || !strings.Contains(sheets[1], ".verse .line.in24 {\n  padding-left: 14em;\n  text-indent: -2em;") {
		t.Error("the rules of indents are not those of a book with verse")
	}
}

func TestCodeLine(t *testing.T) {
	for line, want := range map[string]string{
		"": "line", "x": "line", "  x": "line in2", "   x": "line in4", "\tx": "line in4", " \t x": "line in6", strings.Repeat("\t", 40) + "x": "line in16",
	} {
		if got := codeLine(line); got != `<span class="`+want+`">` {
			t.Errorf("%q: %s, want %s", line, got, want)
		}
	}
	p := &plan{cfg: fullConfig()}
	p.has.code = true
	if css := string(p.css()); !strings.Contains(css, "pre .line.in4 {\n  padding-left: 4.2em;\n  padding-left: 7ch;\n  text-indent: -4.2em;\n  text-indent: -7ch;") {
		t.Error("no rule of an indent of code")
	}
}
