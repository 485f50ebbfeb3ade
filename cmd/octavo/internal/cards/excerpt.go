package cards

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// excerpt is as much of what a back says as its box holds.
type excerpt struct {
	lines   []typeset.Line
	size    page.Length
	leading page.Length
	ends    stopKind // at what it was cut
}

// height returns how high the lines stand one under another.
func (x *excerpt) height() (h page.Length) {
	for _, l := range x.lines {
		h += max(0, l.Ascent-textstyle.Baseline(x.leading)) + x.leading + textstyle.Below(l, x.leading)
	}
	return h
}

// words returns how many words the lines have.
func (x *excerpt) words() (n int) {
	for _, l := range x.lines {
		for _, it := range l.Items {
			if t, ok := it.(*page.Text); ok {
				n += len(strings.Fields(t.Text))
			}
		}
	}
	return n
}

// stopKind is what an excerpt can end at.
type stopKind int

const (
	wholeStop    stopKind = iota // all has been said
	sentenceStop                 // a sentence, an item, a stanza, a row
	clauseStop
	wordStop
	noStop // there is no room for a word
)

// excerpt sets the beginning of what a back says in a box, in the style's size, or where that would leave half of the box empty for
// want of another sentence, in the least that the style allows. If that is not all it ends at a sentence, at a clause where the
// sentences leave most of the box empty, or else at a word, and with a sign: an ellipsis, and the page where the book has the rest.
func (f *faceSetter) excerpt(e *book.Entry, s *said, width, height page.Length) excerpt {
	most, least := f.glossSizes()
	rest := f.rest(e)
	at := func(size page.Length, kind stopKind) excerpt {
		x := excerpt{size: size, leading: size * 122 / 100, ends: noStop}
		if width >= 8*size {
			o := f.opening(s, size, width, int(height/x.leading))
			o.sign = rest
			x.lines, x.ends = o.cut(height, x.leading, kind)
		}
		return x
	}
	// fills reports whether an excerpt takes so many of the box's thirds, or says all.
	fills := func(x *excerpt, thirds page.Length) bool { return x.ends == wholeStop || 3*x.height() > thirds*height }

	x := at(most, sentenceStop)
	if least < most && (x.ends == noStop || !fills(&x, 1) || 2*x.height() <= height && x.ends != wholeStop) {
		if tight := at(least, sentenceStop); tight.ends < x.ends || tight.ends == x.ends && len(tight.lines) > len(x.lines) {
			x = tight
		}
	}
	if x.ends != noStop && fills(&x, 1) {
		return x
	}
	for _, size := range []page.Length{most, least} {
		if y := at(size, clauseStop); len(y.lines) > len(x.lines) && fills(&y, 2) {
			return y
		}
		if y := at(size, wordStop); len(y.lines) > len(x.lines) {
			return y
		}
	}
	return x
}

// rest returns the sign that there is more: an ellipsis, and the page of the book that has it.
func (f *faceSetter) rest(e *book.Entry) string {
	if pg := f.pageOf(e); pg != "" {
		return "…\u00A0" + pg
	}
	return "…"
}

// glossSizes returns the size of the text on the back and the least it may have.
func (f *faceSetter) glossSizes() (most, least page.Length) {
	least = page.Length(f.style.Card.GlossMin)
	if g := f.cfg.Deck.GlossMin; g > 0 {
		least = page.Length(g)
	}
	return max(least, page.Length(f.style.Card.Gloss)), least
}
