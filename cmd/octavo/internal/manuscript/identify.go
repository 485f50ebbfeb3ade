package manuscript

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
)

// anchor is a place that links can lead to.
type anchor struct {
	id    *string // unique in the book after identify
	of    owner
	name  string          // the id before that, if the author gave it
	words dialect.Heading // of the heading; empty if the place has none
}

// owner is what an anchor's id is made of or belongs to. Ids are given in this order.
type owner int

const (
	byKey     owner = iota // the author gave it in an entry's block
	byBraces               // the author gave it in attributes
	ofEntry                // made from a maxim
	ofChapter              // made from a title, or from the file's name
	ofHeading              // made from a heading
)

func (o owner) isGiven() bool { return o <= byBraces }

// worded records an id that is made of a heading's words, or the words of one that the author gave just before.
func (b *builder) worded(id *string, of owner, n ast.Node, words []book.Inline) {
	a := anchor{id: id, of: of, name: *id, words: dialect.Heading{Raw: rawWords(n, b.source), Smart: book.PlainText(words)}}
	if last := len(b.anchors) - 1; last >= 0 && b.anchors[last].id == id {
		b.anchors[last].words = a.words
		return
	}
	b.anchors = append(b.anchors, a)
}

// rawWords returns the words of a leaf block without their markup, as they were typed.
func rawWords(n ast.Node, source []byte) string {
	var raw []byte
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			raw = append(raw, unescape(n.Segment.Value(source))...)
			if n.SoftLineBreak() || n.HardLineBreak() {
				raw = append(raw, ' ')
			}
		case *ast.AutoLink:
			raw = append(raw, n.Label(source)...)
		case *wikiNode:
			raw = append(raw, n.label(source)...)
		case *crossRefNode:
			raw = append(raw, n.seen.Value(source)...)
		}
		return ast.WalkContinue, nil
	})
	return string(raw)
}

// identify does the work that needs the whole book: it gives every anchor a unique id and resolves the links. The ids that
// authors gave entries are kept (package check reports duplicates), and those that they gave in braces where no file before
// has the same; then ids are given to entries, to chapters and parts, and to headings, each in reading order. The list has the links
// that lead nowhere.
func identify(bk *book.Book, files []*parsed) diag.List {
	used := map[string]bool{}
	next := map[string]int{}
	unique := func(id *string) {
		base := *id
		for n := max(next[base], 1); ; n++ {
			*id = base
			if n > 1 {
				*id = base + "-" + strconv.Itoa(n)
			}
			if !used[*id] {
				used[*id] = true
				next[base] = n + 1
				return
			}
		}
	}
	each := func(of owner, f func(id *string)) {
		for _, p := range files {
			for i := range p.anchors {
				if a := &p.anchors[i]; a.of == of {
					f(a.id)
				}
			}
		}
	}
	for _, p := range files {
		p.nameChapter()
	}
	each(byKey, func(id *string) { used[*id] = true })
	each(byBraces, unique)
	each(ofEntry, unique)
	each(ofChapter, unique)
	for _, part := range bk.Parts {
		if part.Title != "" {
			part.ID = book.Slug(part.Title)
			unique(&part.ID)
		}
	}
	each(ofHeading, unique)
	return newResolver(bk, files).resolve()
}

// nameChapter records the chapter's id if it was not made of a heading.
func (p *parsed) nameChapter() {
	for i := range p.anchors {
		if p.anchors[i].id == &p.chapter.ID {
			return
		}
	}
	title := book.PlainText(p.chapter.Title)
	first := anchor{id: &p.chapter.ID, of: ofChapter, name: p.chapter.ID, words: dialect.Heading{Raw: title, Smart: title}}
	p.anchors = append([]anchor{first}, p.anchors...)
}
