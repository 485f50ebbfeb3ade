package typeset

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// atom is the smallest unit of a line: a chunk of text without spaces, a space, a picture or a forced line end.
type atom struct {
	kind     atomKind
	inline   int32
	from, to int32   // in the text of the span
	shaped   *Shaped // a whole chunk, once it is measured
}

type atomKind uint8

const (
	chunk atomKind = iota
	space
	fixedSpace // at which no line ends
	picture
	box
	boxEnd // the white after a box
	forcedEnd
)

// cut divides the inlines into atoms.
func (p *Paragraph) cut() {
	size := 0
	for _, in := range p.inlines {
		if s, ok := in.(*Span); ok {
			size += 2 * strings.Count(s.Text, " ") // words and the spaces between them; other spaces are rare
		}
	}
	p.atoms = make([]atom, 0, size+2*len(p.inlines))
	for i, in := range p.inlines {
		switch in := in.(type) {
		case Break:
			p.atoms = append(p.atoms, atom{kind: forcedEnd, inline: int32(i)})
		case *InlinePicture:
			p.atoms = append(p.atoms, atom{kind: picture, inline: int32(i)})
		case *Box:
			p.atoms = append(p.atoms, atom{kind: box, inline: int32(i)})
			if in.Penalty < Forbidden {
				p.atoms = append(p.atoms, atom{kind: boxEnd, inline: int32(i)})
			}
		case *Span:
			p.cutText(int32(i), in)
		}
	}
	for len(p.atoms) > 0 && (p.atoms[len(p.atoms)-1].kind == space || p.atoms[len(p.atoms)-1].kind == forcedEnd) {
		p.atoms = p.atoms[:len(p.atoms)-1]
	}
}

// cutText divides the text of inline i, a span, into atoms.
func (p *Paragraph) cutText(i int32, s *Span) {
	text, from := s.Text, 0
	flush := func(to int) {
		if to > from {
			p.atoms = append(p.atoms, atom{kind: chunk, inline: i, from: int32(from), to: int32(to)})
		}
	}
	for at := 0; at < len(text); {
		kind, n := kindAt(text, at)
		if kind == chunk {
			at += n
			continue
		}
		flush(at)
		if kind == space && s.Verbatim {
			kind = fixedSpace
		}
		if kind == space {
			p.cutSpace(i, at)
		} else {
			p.atoms = append(p.atoms, atom{kind: kind, inline: i, from: int32(at), to: int32(at + n)})
		}
		at += n
		from = at
	}
	flush(len(text))
}

// cutSpace adds a space of one byte. Consecutive spaces become one, and a line never begins with a space.
func (p *Paragraph) cutSpace(i int32, at int) {
	if len(p.atoms) == 0 {
		return
	}
	switch last := &p.atoms[len(p.atoms)-1]; last.kind {
	case space:
		if last.inline == i && int(last.to) == at {
			last.to++
		}
	case forcedEnd:
	default:
		p.atoms = append(p.atoms, atom{kind: space, inline: i, from: int32(at), to: int32(at + 1)})
	}
}

// kindAt returns the kind of the atom that the rune at a byte of text belongs to, and the rune's length in bytes.
func kindAt(text string, at int) (atomKind, int) {
	switch c := text[at]; {
	case c == ' ' || c == '\n' || c == '\t' || c == '\r':
		return space, 1
	case c < 0xC2:
		return chunk, 1
	case c == 0xC2 && at+1 < len(text) && text[at+1] == 0xA0:
		return fixedSpace, 2
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	if spaceWidth(r) != 0 {
		return fixedSpace, n
	}
	return chunk, n
}

// spaceWidth returns the width of a fixed-width Unicode space in 1/720 em, and 0 for any other rune, U+00A0 included.
func spaceWidth(r rune) page.Length {
	switch r {
	case '\u2000', '\u2002': // en quad, en space
		return 360
	case '\u2001', '\u2003', '\u3000': // em quad, em space, ideographic space
		return 720
	case '\u2004':
		return 240
	case '\u2005':
		return 180
	case '\u2006', '\u2009', '\u202F': // sixth, thin, narrow no-break
		return 120
	case '\u2007', '\u2008': // figure, punctuation
		return 360
	case '\u200A':
		return 60
	}
	return 0
}

// How white grows and shrinks. A space takes most of it: it stretches by a third of its width, in thousandths, and shrinks by a
// quarter. Where a setting has a letterfit, the letters of a line take the rest, so little each that no eye sees it, but there
// are five of them to every space (H. Thành, Micro-typographic extensions to the TeX typesetting system, 2000, and InDesign's
// letter spacing do the same). A space that is over wideSpace thousandths of an em already, as those of typewriters' faces
// are, stretches so little that it does not become wider than widestSpace where others do.
const (
	spaceStretch = 330
	wideSpace    = 400
)

// space returns the width of a normal space in the span, and how far it stretches and shrinks.
func (s *Span) space() Sum {
	w := s.scale(int32(s.Font.Space))
	return Sum{Width: w + s.Tracking, Stretch: stretchOf(w, s.Size), Shrink: w / 4}
}

func stretchOf(space, size page.Length) page.Length {
	if space > size*wideSpace/1000 {
		return max(size*widestSpace/1000-space, size/30) / 6
	}
	return space * spaceStretch / 1000
}

// WidestSpace returns the width of a font's space in the loosest line that the first pass of the line breaker accepts: that
// of its tolerance, 350, where spaces stretch by 152 hundredths of what they should. A line whose spaces are one and a half
// times as wide is loose.
func WidestSpace(f *font.Font, size page.Length) page.Length {
	w := page.SpaceAt(f, size)
	return w + stretchOf(w, size)*152/100
}

// fixedSpace returns the width of the atom i, a fixed space: U+00A0 is as wide as a normal space and stretches with it, but for one
// after a dash with which a line of the author's begins: speeches that follow each other align.
func (p *Paragraph) fixedSpace(i int32) Sum {
	s := p.span(p.atoms[i])
	r, _ := utf8.DecodeRuneInString(s.Text[p.atoms[i].from:])
	if w := spaceWidth(r); w != 0 {
		return Sum{Width: w * s.Size / 720}
	}
	white := s.space()
	if r == '\u00A0' && isDialogDash(p.chunkText(int(i-1))) && p.begins(int(i-1)) {
		return Sum{Width: white.Width}
	}
	return white
}

// letters returns how far the white between n glyphs of a span can stretch and shrink: that of letters written from the right not at
// all, see Span.part.
func (p *Paragraph) letters(s *Span, n int) Sum {
	if s.level.IsRight() {
		return Sum{}
	}
	fit := s.Size * page.Length(p.set.Letterfit) * page.Length(n) / 1000
	return Sum{Stretch: fit, Shrink: fit * 5 / 8, Letters: fit}
}
