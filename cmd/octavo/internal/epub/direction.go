package epub

import (
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/book"
)

// direction writes the attribute dir of a block whose text runs against the book's own direction, by the rule of bidi.Of, as in
// print. Where the text is written is said with it; see [writer.place].
func (w *writer) direction(text []book.Inline) {
	w.dir(w.plan.levelOf(text))
	w.place(text)
}

func (w *writer) directionOf(text string) { w.dir(bidi.Of(text, w.plan.level)) }

// against reports whether a text runs against the book's own direction.
func (w *writer) against(text []book.Inline) bool { return w.plan.levelOf(text) != w.plan.level }

// levelOf returns the level of a block.
func (p *plan) levelOf(text []book.Inline) bidi.Level {
	var b strings.Builder
	p.words(&b, text, 0)
	return bidi.Of(b.String(), p.level)
}

// dir writes the attribute dir where it differs from the book's direction.
func (w *writer) dir(l bidi.Level) {
	switch {
	case l == w.plan.level:
	case l == bidi.RightToLeft:
		w.attr("dir", "rtl")
	default:
		w.attr("dir", "ltr")
	}
}

// fromRight reports whether the book is written from the right to the left.
func (p *plan) fromRight() bool { return p.level == bidi.RightToLeft }

// spanDirection writes the attribute dir of words in a language that is written the other way than the book. Words of such a
// language in letters of the book's own, such as a transliteration, have none.
func (w *writer) spanDirection(s *book.Span) {
	var b strings.Builder
	w.plan.words(&b, s.Text, 0)
	l := bidi.OfLanguage(s.Lang)
	if words := b.String(); bidi.Of(words, l) == l && (l == bidi.LeftToRight || bidi.Has(words)) {
		w.dir(l)
	}
}

// words writes what counts for the direction of a text. Code does not: it is written from the left whatever surrounds it.
func (p *plan) words(b *strings.Builder, text []book.Inline, depth int) {
	for _, i := range text {
		switch i := i.(type) {
		case *book.Text:
			b.WriteString(i.Value)
		case *book.Emph:
			p.words(b, i.Text, depth)
		case *book.Strong:
			p.words(b, i.Text, depth)
		case *book.Strike:
			p.words(b, i.Text, depth)
		case *book.Span:
			p.words(b, i.Text, depth)
		case *book.Link:
			p.words(b, i.Text, depth)
			if a := p.anchors[i.Target]; len(i.Text) == 0 && a != nil && depth < maxReference {
				p.words(b, a.words, depth+1)
			}
		case *book.LineBreak:
			b.WriteByte(' ')
		case *book.CodeSpan, *book.RawHTML, *book.Image, *book.NoteMark, *book.Math:
		}
	}
}
