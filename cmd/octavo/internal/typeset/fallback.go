package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// A font that lacks a character shows a box. So a span is divided, before it is measured, by what its face can set: what the
// face lacks is made from its own figures, or set in another face, see [Face.FallBackOn]. Only what no face has comes out as glyph
// 0, and [page.MissingGlyphs] reports it.

// Fallback is a face that sets what another lacks, or a way to find one.
type Fallback struct {
	Face  *Face
	Find  func(text string) *Face // in place of Face: the face for a text, nil where there is none
	Signs bool                    // it is of another design, and sets signs only: a letter of it inside a word would look like a misprint
}

// face returns the face that sets a text, nil where the fallback has none.
func (b Fallback) face(text string) *Face {
	f := b.Face
	if b.Find != nil {
		f = b.Find(text)
	}
	if f == nil || !f.covers(text) {
		return nil
	}
	return f
}

// FallBackOn tells which faces set what f lacks, in the order in which they are asked. It is to be called before anything is
// set in f.
func (f *Face) FallBackOn(faces ...Fallback) { f.fallbacks = faces }

// Fallbacks are the faces that set what f lacks.
func (f *Face) Fallbacks() []Fallback { return f.fallbacks }

// Sets reports whether text in f shows no missing glyph, be it that other faces help.
func (f *Face) Sets(text string) bool {
	for _, s := range (&Span{Text: text, Font: f, Size: page.Pt}).Pieces() {
		if !s.Font.covers(s.Text) && !s.made {
			return false
		}
	}
	return true
}

// Fallen returns the other faces that set text in f.
func (f *Face) Fallen(text string) (others []*Face) {
	if f.covers(text) {
		return nil
	}
	for _, s := range (&Span{Text: text, Font: f, Size: page.Pt}).Pieces() {
		if s.Font != f {
			others = append(others, s.Font)
		}
	}
	return others
}

// piece tells which inline of a paragraph's caller a span comes from, and where in its text it begins.
type piece struct{ inline, from int }

// withFallbacks divides the spans that need more than their face. Without one it returns inlines themselves, and nil.
func withFallbacks(inlines []Inline) ([]Inline, []piece) {
	whole := func(in Inline) bool {
		s, ok := in.(*Span)
		return !ok || s.Font.covers(s.Text)
	}
	first := 0
	for first < len(inlines) && whole(inlines[first]) {
		first++
	}
	if first == len(inlines) {
		return inlines, nil
	}
	var out []Inline
	var from []piece
	for i, in := range inlines {
		if i < first || whole(in) {
			out, from = append(out, in), append(from, piece{i, 0})
			continue
		}
		at := 0
		for k, s := range in.(*Span).Pieces() {
			if k > 0 {
				s.Note, s.Name = 0, ""
			}
			out, from = append(out, s), append(from, piece{i, at})
			at += len(s.Text)
		}
	}
	return out, from
}

// Pieces divides a span into spans that can be set: those of its own face, and others where it lacks a character.
func (s *Span) Pieces() []*Span {
	if s.made || s.Font.covers(s.Text) {
		return []*Span{s}
	}
	var out []*Span
	put := func(from, to int, restyle func(*Span)) {
		if from == to {
			return
		}
		one := *s
		one.Text = s.Text[from:to]
		if s.Offset != page.Made {
			one.Offset = s.Offset + from
		}
		if restyle != nil {
			restyle(&one)
		}
		out = append(out, &one)
	}
	from := 0
	for at := 0; at < len(s.Text); {
		to := at + clusterLen(s.Text[at:])
		if s.Font.covers(s.Text[at:to]) {
			at = to
			continue
		}
		begin, end, restyle := s.instead(from, at, to)
		if restyle == nil { // nobody has it
			at = to
			continue
		}
		put(from, begin, nil)
		put(begin, end, restyle)
		at, from = end, end
	}
	put(from, len(s.Text), nil)
	return out
}

// instead finds how the character between two bytes of a span is set, which the span's face lacks. What is set so may begin
// before it, but not before least, and end after it: a letter takes its whole word along, for a word of two faces looks like a
// misprint. Dress is nil where nobody has the character.
func (s *Span) instead(least, from, to int) (begin, end int, restyle func(*Span)) {
	text := s.Text[from:to]
	r, n := utf8.DecodeRuneInString(text)
	alone := n == len(text)
	fig, isFigure := figures[r]
	if isFigure = isFigure && alone && s.Font.hasAll(fig.text); isFigure && s.Font.Supports(fig.feature) {
		return from, to, func(one *Span) { one.feature(fig.feature) }
	}
	if isFigure && s.Font.monospaced() && fig.feature != font.Fractions {
		return from, to, func(one *Span) { one.shrink(fig.feature) }
	}
	sign := isSign(r)
	if !sign && !spaceless(r) {
		begin, end = wordAround(s.Text, least, from, to)
		for _, b := range s.Font.fallbacks {
			if b.Signs {
				continue
			}
			if f := b.face(s.Text[begin:end]); f != nil {
				return begin, end, func(one *Span) { one.borrow(f) }
			}
		}
	}
	for _, b := range s.Font.fallbacks {
		if f := b.face(text); f != nil {
			return from, s.runEnd(to, sign, f), func(one *Span) { one.borrow(f) }
		}
	}
	if isFigure && fig.feature != font.Fractions {
		return from, to, func(one *Span) { one.shrink(fig.feature) }
	}
	return from, to, nil
}

// isSign reports whether a character is no letter of a word: also where Unicode takes it for a letter, as those of mathematics.
func isSign(r rune) bool {
	return !unicode.IsLetter(r) || r == 'µ' || r >= 0x2070 && r < 0x2150 || r >= 0x1D400 && r < 0x1D800
}

// runEnd returns where a run ends that begins before a byte of a span and is all set in one face because the span's own lacks it: of
// signs, or of letters of scripts without spaces. A rule of box drawing is one run, and so is a sentence of ideographs.
func (s *Span) runEnd(at int, sign bool, f *Face) int {
	for at < len(s.Text) {
		to := at + clusterLen(s.Text[at:])
		text := s.Text[at:to]
		r, _ := utf8.DecodeRuneInString(text)
		if isSign(r) != sign || !sign && !spaceless(r) || figures[r].text != "" || unseen(r) || s.Font.covers(text) || !f.covers(text) || s.Font.Instead(text) != f {
			break
		}
		at = to
	}
	return at
}

// Instead returns the first of the faces that f falls back on that sets a cluster which f lacks, nil where none does.
func (f *Face) Instead(text string) *Face {
	for _, b := range f.fallbacks {
		if found := b.face(text); found != nil {
			return found
		}
	}
	return nil
}

// spaceless reports whether a character is of a script that parts no words by spaces: a sentence of it is no word.
func spaceless(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) ||
		r >= 0x0E00 && r < 0x2000 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// wordAround widens a range of text to the word that it is in, not before least.
func wordAround(text string, least, from, to int) (begin, end int) {
	in := func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) }
	for from > least {
		r, n := utf8.DecodeLastRuneInString(text[least:from])
		if !in(r) {
			break
		}
		from -= n
	}
	for to < len(text) {
		r, n := utf8.DecodeRuneInString(text[to:])
		if !in(r) {
			break
		}
		to += n
	}
	return from, to
}

// feature sets a span that stands for a made character with a feature of its font.
func (s *Span) feature(f font.Features) {
	s.made = true
	s.Features = s.Features&^(font.OldStyle|font.Lining|font.Proportional|font.Tabular|font.SmallCaps|font.AllSmallCaps) | f
}

// shrink makes a superior or inferior character out of a figure of the font.
func (s *Span) shrink(f font.Features) {
	s.feature(0)
	if f == font.Superiors {
		s.Raise()
		return
	}
	s.Rise, s.Size = s.Rise-s.Size*14/100, s.Size*smallFigure/100
}

// Figures that are made smaller are so many hundredths of the size, and superior ones stand so high.
const (
	smallFigure = 65
	raised      = 33
)

// Raise makes superior figures of a span whose font has none.
func (s *Span) Raise() {
	s.Rise, s.Size = s.Rise+s.Size*raised/100, s.Size*smallFigure/100
}

// borrow sets a span in another face, in the size in which its small letters are as high. Where the span's face has letters of
// one width, what is borrowed is as wide as some of them, so that what follows stays in its column; signs that have about that
// width in their own face get it exactly, so that the strokes of box drawing meet.
func (s *Span) borrow(f *Face) {
	own := s.Font
	cell := page.Length(own.Space) * s.Size / page.Length(own.Upem)
	s.Font = f
	if own.monospaced() && s.fitSigns(cell) {
		return
	}
	if own.Family != f.Family {
		s.Size = s.matched(own, f)
	}
	if !own.monospaced() || isJoined(s.Text) {
		return
	}
	shaped := f.Shape(s.Text, s.Features)
	w := page.Length(shaped.Width) * s.Size / page.Length(f.Upem)
	if w == 0 || len(shaped.Glyphs) == 0 {
		return
	}
	if len(shaped.Glyphs) == 1 && w > cell && w <= cell*8/5 {
		s.Size = s.Size * cell / w
		w = cell
	}
	s.Tracking += ((w+cell-1)/cell*cell - w) / page.Length(len(shaped.Glyphs))
}

// isJoined reports whether a text is of a script whose letters hold together.
func isJoined(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian)
	})
}

// fitSigns sets signs that are about as wide as a cell in the size in which they are exactly, and reports whether they are.
func (s *Span) fitSigns(cell page.Length) bool {
	if r, _ := utf8.DecodeRuneInString(s.Text); !isSign(r) {
		return false
	}
	shaped := s.Font.Shape(s.Text, s.Features)
	n := page.Length(len(shaped.Glyphs))
	w := page.Length(shaped.Width) * s.Size / page.Length(s.Font.Upem)
	if n == 0 || w < n*cell*95/100 || w > n*cell*105/100 {
		return false
	}
	s.Size = s.Size * n * cell / w
	return true
}

// monospaced reports whether all letters of the face have one width.
func (f *Face) monospaced() bool {
	return f.Advance(f.Glyph('i')) == f.Advance(f.Glyph('m')) && f.Space == f.Advance(f.Glyph('m'))
}
