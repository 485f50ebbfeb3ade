package book

import (
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// Span is words that are set apart from those around them, by their language, by how they are set, or as a place that links lead to.
type Span struct {
	Pos   diag.Pos
	ID    string // anchor, unique in the book; "": none
	Lang  string // BCP 47; "": that of the words around it
	Style SpanStyle
	Full  string // what an Abbreviation stands for; "": the author does not say
	Text  []Inline
}

// SpanStyle is how the words of a Span are set.
type SpanStyle int

// The styles.
const (
	PlainSpan SpanStyle = iota
	Superscript
	Subscript
	SmallCaps
	Underline
	Mark     // as if with a marker
	Small    // as in small print
	Keyboard // a key to press
	Abbreviation
)

// Characters returns the characters of a text that is nothing but characters, and "" of any other.
func Characters(text []Inline) string {
	if len(text) != 1 {
		return ""
	}
	t, ok := text[0].(*Text)
	if !ok {
		return ""
	}
	return t.Value
}

// positions are the characters that Unicode has as superscripts, each followed by the superscript and the subscript.
const positions = "0⁰₀1¹₁2²₂3³₃4⁴₄5⁵₅6⁶₆7⁷₇8⁸₈9⁹₉+⁺₊-⁻₋−⁻₋=⁼₌(⁽₍)⁾₎nⁿₙiⁱᵢ"

// positioned returns a text in superscripts or subscripts where Unicode has all of its characters, or the text itself: plain text
// has no other way to tell 2¹⁰ from 210.
func positioned(text string, style SpanStyle) string {
	signs := []rune(positions)
	var b strings.Builder
	for _, r := range text {
		at := -1
		for i := 0; i < len(signs); i += 3 {
			if signs[i] == r {
				at = i
			}
		}
		switch {
		case at < 0:
			return text
		case style == Superscript:
			b.WriteRune(signs[at+1])
		default:
			b.WriteRune(signs[at+2])
		}
	}
	return b.String()
}

// Formula returns which part of a text, the ith of some inlines, belongs to no superscript or subscript beside it: from head to tail, in
// bytes. The words before and after that are a formula's, such as CO in CO₂.
func Formula(ins []Inline, i int) (head, tail int) {
	value := ins[i].(*Text).Value
	tail = len(value)
	if i > 0 && isScript(ins[i-1]) {
		head = strings.IndexByte(value+" ", ' ')
	}
	if i+1 < len(ins) && isScript(ins[i+1]) {
		tail = max(head, strings.LastIndexByte(value, ' ')+1)
	}
	return head, tail
}

func isScript(in Inline) bool {
	s, ok := in.(*Span)
	return ok && (s.Style == Superscript || s.Style == Subscript)
}
