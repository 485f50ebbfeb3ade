package markdown

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/manuscript"
)

// TestWordsThatLookLikeForms writes words that begin like callouts, lists, verse and the like, and reads them as words again.
func TestWordsThatLookLikeForms(t *testing.T) {
	p := func(s string) book.Block { return &book.Paragraph{Text: []book.Inline{&book.Text{Value: s}}} }
	for _, s := range []string{"A> text", "| a", "a. One", "(1) One", "i) x", "I. One", "(a) One", "#. a", "!!! note \"x\"", "??? tip", "::: note", ":::", "{aside}", "[!NOTE] a",
		"\\newpage", "{pagebreak}", "| x |", "Table: x", "x^2^ y", "H~2~O", "a ==b== c", "a {#x} b {.y}", "a^[b] c", "<!-- x", "a <b>c</b>", "List<String>",
		"![a](b.png =300x)", "*x*{lang=fr}", "`a`{.x}", "x &amp; y"} {
		want := []string{"Before.", s, "b. Two", "(2) Two", "ii) Two", "#. Two"}
		c := &book.Chapter{Title: []book.Inline{&book.Text{Value: "T"}}, Blocks: []book.Block{&book.Quote{Blocks: []book.Block{p(s)}}}}
		for _, w := range want {
			c.Blocks = append(c.Blocks, p(w))
		}
		written := Chapter(c, Final)
		got, diags := manuscript.ParseChapter("c.md", written)
		if len(got.Blocks) != len(want)+1 || len(diags) > 0 {
			t.Errorf("%q: %d blocks, %v\n%s", s, len(got.Blocks), diags, written)
			continue
		}
		for i, w := range want {
			q, ok := got.Blocks[i+1].(*book.Paragraph)
			if !ok || book.PlainText(q.Text) != w {
				t.Errorf("%q: paragraph %d\n%s", s, i, written)
			}
		}
	}
}
