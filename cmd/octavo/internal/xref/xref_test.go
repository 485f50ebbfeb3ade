package xref

import (
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestTarget(t *testing.T) {
	words := func(s string) []book.Inline { return []book.Inline{&book.Text{Value: s}} }
	ready := &book.Entry{ID: "ready", Maxim: words("Ask first."), Status: book.Ready,
		Gloss: []book.Block{&book.Heading{ID: "deep", Text: words("Deep")}}}
	bk := &book.Book{Parts: []*book.Part{{ID: "part", Title: "A part", Chapters: []*book.Chapter{{ID: "one", Title: words("One"),
		Blocks: []book.Block{&book.Heading{ID: "why", Text: words("Why")}, ready,
			&book.Entry{ID: "draft", Maxim: words("Wait."), Status: book.Draft, Gloss: []book.Block{
				&book.Heading{ID: "later", Text: words("Later")},
				&book.Paragraph{Text: []book.Inline{&book.Span{ID: "here", Text: words("here")}}}}}}}}}}}
	x := New(bk)
	for _, c := range []struct {
		id, title string
		ok        bool
	}{{"part", "A part", true}, {"one", "One", true}, {"why", "Why", true}, {"deep", "Deep", true}, {"ready", "Ask first.", true},
		{"draft", "Wait.", false}, {"later", "Later", false}, {"here", "here", false}, {"elsewhere", "", false}} {
		if title, ok := x.Target(c.id); title != c.title || ok != c.ok {
			t.Errorf("%s leads to %q, %v; want %q, %v", c.id, title, ok, c.title, c.ok)
		}
	}
	x.Drafts = true
	for _, id := range []string{"draft", "later", "here"} {
		if _, ok := x.Target(id); !ok {
			t.Errorf("a link to %s in a draft that is set leads nowhere", id)
		}
	}
}
