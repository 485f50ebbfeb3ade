package epub

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestSpans(t *testing.T) {
	span := func(style book.SpanStyle) *book.Span { return &book.Span{Style: style, Text: text("x")} }
	w := &writer{plan: &plan{}, page: &page{}}
	w.inlines([]book.Inline{span(book.Superscript), span(book.Subscript), span(book.SmallCaps), span(book.Underline), span(book.Mark),
		span(book.Small), span(book.Keyboard), &book.Span{ID: "here", Lang: "fr", Text: text("mot")},
		&book.Span{Style: book.Abbreviation, Full: "A & B", Text: text("AB")}})
	want := `<sup>x</sup><sub>x</sub><span class="small-caps">x</span><u>x</u><mark>x</mark><small>x</small><kbd>x</kbd>` +
		`<span id="here" lang="fr" xml:lang="fr">mot</span><abbr title="A &amp; B">AB</abbr>`
	if got := string(w.buf); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	p := &plan{cfg: fullConfig()}
	plain := string(p.css())
	p.has.styles = true
	if css := string(p.css()); !strings.Contains(css, "mark {") || strings.Contains(plain, "mark {") {
		t.Error("the rules of marks are not those of a book with marks")
	}
}

func TestAsides(t *testing.T) {
	w := &writer{plan: &plan{cfg: fullConfig()}, page: &page{}}
	p := func(s string) []book.Block { return []book.Block{&book.Paragraph{Text: text(s)}} }
	w.blocks([]book.Block{
		&book.Aside{Kind: book.WarningAside, ID: "w", Blocks: p("a")}, &book.Aside{Kind: book.TipAside, Title: text("T"), Blocks: p("b")},
		&book.Aside{Blocks: p("c")}, &book.Aligned{Align: book.AlignCenter, Blocks: p("d")}, &book.PageBreak{},
	})
	want := `<aside class="aside grave" id="w">
<p class="aside-label">Warning</p>
<p>a</p>
</aside>
<aside class="aside" role="doc-tip">
<p class="aside-label">T</p>
<p>b</p>
</aside>
<aside class="aside">
<p>c</p>
</aside>
<div class="centered">
<p>d</p>
</div>
<div class="new-page"></div>
`
	if got := string(w.buf); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
