package manuscript

import (
	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
)

// spanTakes is what attributes can mean behind words.
const spanTakes = takesID | takesLang | takesStyle

// span converts a span: one in the book for each of its styles, the outermost with its id and its language. Where its attributes
// mean nothing, only its words remain.
func (b *builder) span(out []book.Inline, n *spanNode, depth int) []book.Inline {
	can := spanTakes
	if _, ok := n.FirstChild().(*ast.CodeSpan); ok {
		can |= takesCodeName
	}
	attrs := b.read(n.attrs, can)
	styles := append(n.styles, attrs.styles...)
	if len(styles) == 0 && attrs.id == "" && attrs.lang == "" {
		return b.inlines(out, n.FirstChild(), nil, depth+1)
	}
	if len(styles) == 0 {
		styles = []book.SpanStyle{book.PlainSpan}
	}
	outer := b.inScript
	b.inScript = b.inScript || styles[0] == book.Superscript || styles[0] == book.Subscript
	back := b.speak(attrs.lang)
	words := b.inlines(nil, n.FirstChild(), nil, depth+1)
	back()
	b.inScript = outer
	var span *book.Span
	for i := len(styles) - 1; i >= 0; i-- {
		span = &book.Span{Pos: b.pos(n.Pos()), Style: styles[i], Text: words}
		words = []book.Inline{span}
	}
	span.Lang = attrs.lang
	b.anchor(&span.ID, attrs)
	return append(out, span)
}

// speak makes the words that follow those of a language, "" for that of the words before, until the function is called that it
// returns.
func (b *builder) speak(tag string) (back func()) {
	if tag == "" {
		return func() {}
	}
	outer := b.punctuation
	if n := len(b.run.changes); n > 0 {
		outer = b.run.changes[n-1].to
	}
	if b.foreignSigns[tag] == nil {
		if b.foreignSigns == nil {
			b.foreignSigns = map[string]*punctuation{}
		}
		l, _ := lang.Find(tag)
		b.foreignSigns[tag] = newPunctuation(l)
	}
	b.run.changes = append(b.run.changes, change{len(b.run.buf), b.foreignSigns[tag]})
	return func() { b.run.changes = append(b.run.changes, change{len(b.run.buf), outer}) }
}

// mostInPlace is how deep notes that are written in place may stand in each other.
const mostInPlace = 3

// noteInPlace converts a note that is written where its mark stands. Its words are a run of their own.
func (b *builder) noteInPlace(out []book.Inline, n *spanNode) []book.Inline {
	if b.inPlace == mostInPlace {
		b.noteWithoutPlace(n)
		return b.flatten(out, n)
	}
	b.inPlace++
	defer func() { b.inPlace-- }()
	b.run.space = false
	note := &book.Note{Pos: b.pos(n.Pos()), Number: len(b.ch.Notes) + 1}
	b.ch.Notes = append(b.ch.Notes, note)
	outer := b.run
	b.run = run{}
	if words := b.text(n); len(words) > 0 {
		note.Blocks = []book.Block{&book.Paragraph{Pos: words[0].Start(), Text: words}}
	}
	b.run = outer
	return append(out, &book.NoteMark{Pos: note.Pos, Note: note, First: true})
}

// noteWithoutPlace reports a note whose words are set with those around it: the first of a file that stands too deep, and each in
// a picture's description.
func (b *builder) noteWithoutPlace(n *spanNode) {
	if b.inAlt {
		b.noteInDescription(b.pos(n.Pos()), "^[…]")
		return
	}
	if !b.f.notesTooFar {
		b.f.notesTooFar = true
		b.f.diags.Errorf("nesting-deep", b.pos(n.Pos()), "notes nested too deep").Note("write the words of the inner note into the outer one")
	}
}

// noteInDescription reports a note in a picture's description.
func (b *builder) noteInDescription(pos diag.Pos, mark string) {
	b.f.diags.Errorf("footnote-place", pos, "a picture's description cannot carry a footnote").
		Note("put the mark %s into the text or the caption", mark)
}
