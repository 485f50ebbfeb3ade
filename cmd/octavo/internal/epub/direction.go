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

// direction is a value of the attribute dir, "" for text without a strong character.
type direction string

const (
	leftToRight direction = "ltr"
	rightToLeft direction = "rtl"
)

// direction writes the attribute dir of a block whose text runs against the book's own direction.
func (w *writer) direction(text []book.Inline) {
	w.dir(w.plan.strong(text, 0))
}

func (w *writer) directionOf(text string) { w.dir(strong(text)) }

// dir writes the attribute dir where it differs from the book's direction.
func (w *writer) dir(d direction) {
	if d != "" && (d == rightToLeft) != w.plan.leftward {
		w.attr("dir", string(d))
	}
}

// strong returns the direction of the first strong character of a text: the Unicode Bidirectional Algorithm, rules P2 and
// P3.
func (p *plan) strong(text []book.Inline, depth int) (d direction) {
	for _, i := range text {
		switch i := i.(type) {
		case *book.Text:
			d = strong(i.Value)
		case *book.CodeSpan:
			d = strong(i.Value)
		case *book.Emph:
			d = p.strong(i.Text, depth)
		case *book.Strong:
			d = p.strong(i.Text, depth)
		case *book.Strike:
			d = p.strong(i.Text, depth)
		case *book.Span:
			d = p.strong(i.Text, depth)
		case *book.Link:
			d = p.strong(i.Text, depth)
			if a := p.anchors[i.Target]; len(i.Text) == 0 && a != nil && depth < maxReference {
				d = p.strong(a.words, depth+1)
			}
		case *book.RawHTML:
			d = strong(i.Text)
		case *book.Image, *book.LineBreak, *book.NoteMark, *book.Math:
		}
		if d != "" {
			return d
		}
	}
	return ""
}

// strong returns the direction of the first strong character of a string.
func strong(s string) direction {
	for _, r := range s {
		if r < 0x590 { // everything before Hebrew is left-to-right or neutral
			if r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xAA && unicode.IsLetter(r) {
				return leftToRight
			}
			continue
		}
		switch properties, _ := bidi.LookupRune(r); properties.Class() {
		case bidi.L:
			return leftToRight
		case bidi.R, bidi.AL:
			return rightToLeft
		}
	}
	return ""
}
