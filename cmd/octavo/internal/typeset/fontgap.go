package typeset

import (
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// inkGap is the least white between the inks of two letters of different fonts that meet without a space, in thousandths of
// an em: an italic f must not touch the bracket or the quotation mark that closes on it.
const inkGap = 45

// fontGap returns the white to add before chunk i where it follows a chunk in another font without a space. A full stop or
// a comma needs none, because it stands below the overhang of an italic letter.
func (p *Paragraph) fontGap(i int) page.Length {
	if i == 0 || p.atoms[i].kind != chunk || p.atoms[i-1].kind != chunk {
		return 0
	}
	a, b := p.atoms[i-1], p.atoms[i]
	left, right := p.span(a), p.span(b)
	if left.Font.Font == right.Font.Font || left.Rise != right.Rise || left.level != right.level || left.level.IsRight() {
		return 0
	}
	text := right.Text[b.from:b.to]
	switch r, _ := utf8.DecodeRuneInString(text); r {
	case '.', ',', '…', '-', '–', '—':
		return 0
	}
	before := left.Font.Shape(left.Text[a.from:a.to], left.Features).Glyphs
	after := right.Font.Shape(text, right.Features).Glyphs
	if len(before) == 0 || len(after) == 0 {
		return 0
	}
	_, white := left.Font.Bearings(before[len(before)-1].ID)
	more, _ := right.Font.Bearings(after[0].ID)
	gap := left.scale(int32(white)) + right.scale(int32(more))
	return max(0, left.Size*inkGap/1000-gap)
}
