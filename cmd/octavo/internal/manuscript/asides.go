package manuscript

import (
	"bytes"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
)

// asideKinds are the kinds of asides by the names that GitHub, Obsidian, Quarto, Docusaurus, VitePress, MkDocs, MyST and Markua have for
// them.
var asideKinds = sync.OnceValue(func() map[string]book.AsideKind {
	return map[string]book.AsideKind{
		"note": book.NoteAside, "info": book.NoteAside, "information": book.NoteAside, "seealso": book.NoteAside, "todo": book.NoteAside,
		"tip": book.TipAside, "hint": book.TipAside, "success": book.TipAside, "check": book.TipAside, "done": book.TipAside,
		"important": book.ImportantAside, "attention": book.ImportantAside,
		"warning": book.WarningAside, "danger": book.WarningAside, "error": book.WarningAside, "failure": book.WarningAside, "fail": book.WarningAside,
		"missing": book.WarningAside, "bug": book.WarningAside,
		"caution": book.CautionAside, "example": book.ExampleAside, "exercise": book.ExerciseAside, "question": book.QuestionAside, "help": book.QuestionAside,
		"faq": book.QuestionAside, "discussion": book.DiscussionAside, "abstract": book.SummaryAside, "summary": book.SummaryAside, "tldr": book.SummaryAside,
		"aside": book.PlainAside, "blurb": book.PlainAside, "details": book.PlainAside, "sidebar": book.PlainAside, "callout": book.PlainAside,
		"admonition": book.PlainAside, "box": book.PlainAside, "margin": book.PlainAside,
	}
})

// kindOfAside returns the kind of an aside of a name.
func kindOfAside(name string) (book.AsideKind, bool) {
	kind, ok := asideKinds()[strings.TrimPrefix(strings.ToLower(name), "callout-")]
	return kind, ok
}

// container converts a container: to an aside, a quotation, verse, aligned blocks or, where its classes mean nothing, plain blocks.
func (b *builder) container(out []book.Block, n *containerNode) []book.Block {
	if !n.closed && (n.end == byFence || n.end == byLine) {
		line, _ := cutLine(b.source[n.opens:])
		what := ":::"
		if n.end == byLine {
			what = n.closeMark
		}
		b.f.diags.Errorf("div-unclosed", b.pos(n.opens), "unclosed passage: it ends nowhere").To(b.pos(n.opens+len(bytes.TrimRight(line, " \t\r\n"))).Offset).
			Note("write %s on a line of its own after the passage", what)
	}
	if n.end == byIndent && n.FirstChild() == nil && n.attrs == nil { // a stray fence
		return out
	}
	form, attrs := b.formOf(n)
	if form.aside {
		a := &book.Aside{Pos: b.pos(n.opens), Kind: form.kind}
		b.anchor(&a.ID, attrs)
		if n.title[0] < n.title[1] {
			a.Title = b.parsedText(n.title[0], n.title[1])
		} else if form.title != nil {
			a.Title = b.parsedText(form.title[0], form.title[1])
		}
		first := n.FirstChild()
		if h, ok := first.(*ast.Heading); ok && a.Title == nil { // Quarto's callouts have their title so
			a.Title, first = b.text(h), h.NextSibling()
		}
		if n.untitled {
			a.Kind = book.PlainAside
		}
		a.Blocks = b.blocksFrom(first)
		return append(out, a)
	}
	if attrs.id != "" {
		b.place(attrs)
	}
	var poem book.Block
	if form.verse {
		poem = b.verseOf(n)
	}
	blocks := []book.Block{poem}
	if poem == nil {
		blocks = b.blocks(n)
	}
	if form.style != book.PlainSpan || attrs.lang != "" {
		restyle(blocks, form.style, attrs.lang)
	}
	switch {
	case poem != nil:
	case form.quote, form.epigraph:
		return append(out, b.quoted(n, blocks, form.epigraph))
	case form.align != book.AlignDefault:
		return append(out, &book.Aligned{Pos: b.pos(n.opens), Align: form.align, Blocks: blocks})
	}
	return append(out, blocks...)
}

// divForm is what the classes of a container make of it.
type divForm struct {
	aside           bool
	kind            book.AsideKind
	title           *[2]int // where an attribute has it
	verse           bool
	quote, epigraph bool
	align           book.Align
	style           book.SpanStyle
}

// silentDivs are attributes and classes that say nothing to a printed page: whether a callout can be folded, which icon it has.
var silentDivs = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"collapse": true, "icon": true, "appearance": true, "open": true, "data-collapse": true}
})

// formOf reads the attributes of a container, and reports those that mean nothing.
func (b *builder) formOf(n *containerNode) (f divForm, attrs given) {
	var rest []attribute
	for i := range n.attrs {
		a := &n.attrs[i]
		kind, isAside := kindOfAside(a.value)
		switch {
		case a.key == "title":
			at := a.start + strings.Index(a.source, a.value)
			f.title = &[2]int{at, at + len(a.value)}
		case silentDivs()[a.key]:
		case a.key != ".":
			rest = append(rest, *a)
		case isAside:
			if !f.aside || f.kind == book.PlainAside {
				f.kind = kind
			}
			f.aside = true
		case a.value == "verse" || a.value == "poem" || a.value == "poetry" || a.value == "line-block":
			f.verse = true
		case a.value == "epigraph":
			f.epigraph = true
		case a.value == "quote" || a.value == "blockquote" || a.value == "quotation" || a.value == "cite":
			f.quote = true
		case a.value == "center" || a.value == "centered" || a.value == "centre":
			f.align = book.AlignCenter
		case a.value == "right" || a.value == "flushright" || a.value == "align-right":
			f.align = book.AlignRight
		case styleClasses()[a.value] != book.PlainSpan:
			f.style = styleClasses()[a.value]
		default:
			b.meaningless(a)
		}
	}
	if !f.aside {
		b.titleless(n, f.title)
	}
	return f, b.read(rest, takesID|takesLang)
}

// titleless reports the titles of a container that has no place for one: on the line that opens it, and in an attribute.
func (b *builder) titleless(n *containerNode, attr *[2]int) {
	for _, t := range []*[2]int{&n.title, attr} {
		if t != nil && t[0] < t[1] {
			b.meaningless(&attribute{key: "title", value: string(b.source[t[0]:t[1]]), start: t[0], end: t[1]})
		}
	}
}

// blocksFrom converts a block and those after it in its container.
func (b *builder) blocksFrom(n ast.Node) []book.Block {
	var out []book.Block
	for ; n != nil; n = n.NextSibling() {
		out = b.block(out, n)
		b.notes()
	}
	return out
}

// parsedText converts a part of the source as running text.
func (b *builder) parsedText(from, to int) []book.Inline {
	b.run.reset()
	out := b.trim(b.parsedInlines(nil, from, to))
	b.run.finish(b.punctuation)
	return out
}

// parsedInlines parses a part of the source as running text, and appends it to the run at hand.
func (b *builder) parsedInlines(out []book.Inline, from, to int) []book.Inline {
	pc := parser.NewContext()
	pc.Set(findingsKey, b.f)
	part := b.source[from:to]
	within := b.f.within
	b.f.within = b.base + from
	doc := captionGrammar().Parse(text.NewReader(part), parser.WithContext(pc))
	b.f.within = within
	source, base := b.source, b.base
	b.source, b.base = part, base+from
	for p := doc.FirstChild(); p != nil; p = p.NextSibling() {
		out = b.inlines(out, p.FirstChild(), nil, 0)
	}
	b.source, b.base = source, base
	return out
}

// quoted returns blocks as a quotation; a last paragraph that begins with a dash names its author.
func (b *builder) quoted(n *containerNode, blocks []book.Block, epigraph bool) *book.Quote {
	q := &book.Quote{Pos: b.pos(n.opens), Blocks: blocks, Epigraph: epigraph}
	if last := len(blocks) - 1; last > 0 {
		if p, ok := blocks[last].(*book.Paragraph); ok {
			if words := withoutDash(p.Text); words != nil {
				q.Blocks, q.Attribution = blocks[:last], words
			}
		}
	}
	return q
}

// withoutDash returns the words after the dash that they begin with, nil where they begin with none.
func withoutDash(words []book.Inline) []book.Inline {
	if len(words) == 0 {
		return nil
	}
	t, ok := words[0].(*book.Text)
	if !ok {
		return nil
	}
	n := dashLength([]byte(t.Value))
	if n == 0 {
		return nil
	}
	if n == len(t.Value) {
		return words[1:]
	}
	rest := &book.Text{Pos: book.Trace(t.Pos, t.Value, n), Value: t.Value[n:]}
	return append([]book.Inline{rest}, words[1:]...)
}

// restyle gives all paragraphs and verses of blocks a style and a language.
func restyle(blocks []book.Block, style book.SpanStyle, lang string) {
	book.Walk(blocks, func(block book.Block) {
		switch block.(type) {
		case *book.Paragraph, *book.Verse:
			book.Rewrite(block, func(text []book.Inline) []book.Inline {
				return []book.Inline{&book.Span{Pos: text[0].Start(), Style: style, Lang: lang, Text: text}}
			})
		}
	})
}
