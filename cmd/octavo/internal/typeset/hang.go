package typeset

import (
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// Signs at the edges of a justified paragraph hang into the margin by a part of their own width, so that the edge looks
// straight: the less ink, the more. In thousandths of the sign's advance in its own font, so that every font hangs by
// amounts of its own; after the defaults of microtype (R. Schlicht) for serif faces.
func protrusion(r rune) (left, right page.Length) {
	switch r {
	case '.', ',':
		return 0, 650
	case ':', ';':
		return 0, 400
	case '!', '?':
		return 0, 150
	case '-', '\u00AD', '\u2010':
		return 0, 500
	case '–':
		return 0, 250
	case '—':
		return 0, 130
	case '…':
		return 0, 150
	case '“', '”', '«', '»', '‹', '›': // which of them open and which close is up to the language: »so«, “so„, ”so”
		return 400, 400
	case '„':
		return 400, 0
	case '‘':
		return 500, 500
	case '‚':
		return 500, 0
	case '·', '\u0387': // ends half a sentence in Greek
		return 0, 400
	case '¿', '¡':
		return 150, 0
	case '’':
		return 0, 600
	case '(', '[':
		return 100, 0
	case ')', ']':
		return 0, 200
	case 'A', 'T', 'V', 'W', 'Y':
		return 50, 50
	}
	return 0, 0
}

// hang returns how far a rune of a span hangs into the margin on one side.
func (s *Span) hang(r rune, thousandths page.Length) page.Length {
	if thousandths == 0 || s.Rise != 0 {
		return 0
	}
	return s.scale(int32(s.Font.Shape(string(r), s.Features).Width)) * thousandths / 1000
}

// hang subtracts the punctuation that hangs in the margins from the sums.
func (p *Paragraph) hang() {
	for i := range p.points {
		b := &p.points[i]
		b.End.Width -= p.hangRight(p.positions[i], *b)
		b.Start.Width += p.hangLeft(p.positions[i])
	}
}

// hangLeft returns how far the first glyph of a line hangs into the margin, given where the line starts. The first line does
// not hang beside an initial, which is close to it.
func (p *Paragraph) hangLeft(at breakPos) page.Length {
	if int(at.startAtom) >= len(p.atoms) {
		return 0
	}
	a := p.atoms[at.startAtom]
	if a.kind != chunk || at == (breakPos{}) && len(p.set.Insets) > 0 || at.respelt != nil && at.respelt.After != "" {
		return 0
	}
	if !p.edged(a) {
		return 0
	}
	s := p.span(a)
	r, _ := utf8.DecodeRuneInString(s.Text[max(a.from, at.startAt):a.to])
	left, _ := protrusion(r)
	return s.hang(r, left)
}

// hangRight returns how far the last glyph of a line hangs into the margin, given where and how the line ends.
func (p *Paragraph) hangRight(at breakPos, b Breakpoint) page.Length {
	i := at.endAtom
	from, to := int32(0), at.endAt
	if int(i) >= len(p.atoms) || p.atoms[i].kind != chunk {
		if i--; i < 0 || p.atoms[i].kind != chunk {
			return 0
		}
		to = p.atoms[i].to
	}
	a := p.atoms[i]
	if from = a.from; to <= from {
		return 0
	}
	if !p.edged(a) {
		return 0
	}
	s := p.span(a)
	r, _ := utf8.DecodeLastRuneInString(s.Text[from:to])
	if b.Hyphen {
		r = '-'
	}
	_, right := protrusion(r)
	return s.hang(r, right)
}
