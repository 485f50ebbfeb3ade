package typeset

import (
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// atom is the smallest thing a line is made of: a chunk of a span without spaces, a space, a picture or a forced end.
type atom struct {
	kind     atomKind
	span     int32
	from, to int32   // in the span's text
	shaped   *Shaped // a whole chunk, once it is measured
}

type atomKind uint8

const (
	chunk atomKind = iota
	space
	fixedSpace // does not stretch
	picture
	forcedEnd
)

// cut makes the spans into atoms.
func (p *Paragraph) cut() {
	size := 0
	for i := range p.spans {
		size += len(p.spans[i].Text)
	}
	p.atoms = make([]atom, 0, size/3+2*len(p.spans)) // a word and its space are six bytes or so
	for i := range p.spans {
		s := &p.spans[i]
		switch {
		case s.Break:
			p.atoms = append(p.atoms, atom{kind: forcedEnd, span: int32(i)})
			continue
		case s.Picture != nil:
			p.atoms = append(p.atoms, atom{kind: picture, span: int32(i), to: int32(len(s.Text))})
			continue
		}
		from := 0
		flush := func(to int) {
			if to > from {
				p.atoms = append(p.atoms, atom{kind: chunk, span: int32(i), from: int32(from), to: int32(to)})
			}
		}
		for at := 0; at < len(s.Text); {
			c := s.Text[at]
			n, kind := 1, chunk
			switch {
			case c == ' ' || c == '\n' || c == '\t' || c == '\r':
				kind = space
			case c < 0xC2:
			case c == 0xC2 && at+1 < len(s.Text) && s.Text[at+1] == 0xA0:
				n, kind = 2, fixedSpace
			case c == 0xE2 || c == 0xE3:
				r, size := utf8.DecodeRuneInString(s.Text[at:])
				if n = size; spaceWidth(r) != 0 {
					kind = fixedSpace
				}
			default:
				_, n = utf8.DecodeRuneInString(s.Text[at:])
			}
			if kind == chunk {
				at += n
				continue
			}
			flush(at)
			if k := len(p.atoms); kind == space && k > 0 && p.atoms[k-1].kind == space {
				if p.atoms[k-1].span == int32(i) && int(p.atoms[k-1].to) == at {
					p.atoms[k-1].to++ // a run of spaces is one
				}
			} else if kind != space || k > 0 && p.atoms[k-1].kind != forcedEnd {
				p.atoms = append(p.atoms, atom{kind: kind, span: int32(i), from: int32(at), to: int32(at + n)})
			}
			at += n
			from = at
		}
		flush(len(s.Text))
	}
	for len(p.atoms) > 0 && (p.atoms[len(p.atoms)-1].kind == space || p.atoms[len(p.atoms)-1].kind == forcedEnd) {
		p.atoms = p.atoms[:len(p.atoms)-1]
	}
}

// spaceWidth is the width of a fixed space of Unicode in 1/720 em, 0 for what is none; U+00A0 is not one of them.
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

// How white grows and shrinks, in thousandths of an em. A space takes most of it; where a setting has a letterfit, the
// letters of a line take the rest, so little each that no eye sees it, but there are five of them to every space (H.
// Thành, Micro-typographic extensions to the TeX typesetting system, 2000, and InDesign's letter spacing do the same).
const (
	spaceStretch = 66
	letterMost   = 25 // never more white than this between two letters, however loose the line
)

// space is the natural space of a span.
func (s *Span) space() Sum {
	w := s.scale(int32(s.Font.Space))
	return Sum{Width: w + s.Tracking, Stretch: s.Size * spaceStretch / 1000, Shrink: w / 4}
}

// letters is by how much the white of n glyphs of a span can grow and shrink.
func (p *Paragraph) letters(s *Span, n int) Sum {
	fit := s.Size * page.Length(p.set.Letterfit) * page.Length(n) / 1000
	return Sum{Stretch: fit, Shrink: fit * 5 / 8}
}
