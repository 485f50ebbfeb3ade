package epub

import (
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"

	"octavo/cmd/octavo/internal/book"
)

// leftward reports whether a language is written from the right to the left.
func leftward(lang string) bool {
	tag, err := language.Parse(lang)
	if err != nil {
		return false
	}
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Samr", "Mand", "Rohg":
		return true
	}
	return false
}

// direction writes the attribute dir of a block whose text runs against the book's own direction.
func (w *writer) direction(text []book.Inline) {
	left, ok := w.plan.strong(text, 0)
	w.dir(left, ok)
}

func (w *writer) directionOf(text string) { w.dir(strong(text)) }

func (w *writer) dir(left, ok bool) {
	switch {
	case !ok || left == w.plan.leftward:
	case left:
		w.attr("dir", "rtl")
	default:
		w.attr("dir", "ltr")
	}
}

// strong reports whether the first strong character of a text is right-to-left; ok is false where there is none: the
// Unicode Bidirectional Algorithm, rules P2 and P3.
func (p *plan) strong(text []book.Inline, depth int) (left, ok bool) {
	for _, i := range text {
		switch i := i.(type) {
		case *book.Text:
			left, ok = strong(i.Value)
		case *book.CodeSpan:
			left, ok = strong(i.Value)
		case *book.Emph:
			left, ok = p.strong(i.Text, depth)
		case *book.Strong:
			left, ok = p.strong(i.Text, depth)
		case *book.Strike:
			left, ok = p.strong(i.Text, depth)
		case *book.Span:
			left, ok = p.strong(i.Text, depth)
		case *book.Link:
			left, ok = p.strong(i.Text, depth)
			if a := p.anchors[i.Target]; len(i.Text) == 0 && a != nil && depth < maxReference {
				left, ok = p.strong(a.words, depth+1)
			}
		case *book.RawHTML:
			left, ok = strong(i.Text)
		case *book.Image, *book.LineBreak, *book.NoteMark:
		}
		if ok {
			return left, ok
		}
	}
	return false, false
}

func strong(s string) (left, ok bool) {
	for _, r := range s {
		if r < 0x590 { // everything before Hebrew is left-to-right or neutral
			if r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xAA && unicode.IsLetter(r) {
				return false, true
			}
			continue
		}
		switch properties, _ := bidi.LookupRune(r); properties.Class() {
		case bidi.L:
			return false, true
		case bidi.R, bidi.AL:
			return true, true
		}
	}
	return false, false
}
