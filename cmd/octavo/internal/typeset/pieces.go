package typeset

import "octavo/cmd/octavo/internal/page"

// TextPiece is a part of a paragraph that no line divides, from the left of the paragraph set on one endless line. Where a line
// ends after it, End is after its hyphen, if it gets one there.
type TextPiece struct {
	Start, End page.Length
	Last       bool // a line must end after it
}

// Division is where lines may end when a paragraph is cut into pieces.
type Division uint8

const (
	BetweenWords Division = iota // at spaces, after hyphens and dashes, at the joints of addresses
	InWords                      // also where words are divided
)

// Pieces returns the pieces of a paragraph set in an endless measure: what its width depends on in a narrower one.
func (p *Paragraph) Pieces(d Division) []TextPiece {
	var out []TextPiece
	start := page.Length(0)
	for i := range p.points {
		b := &p.points[i]
		if b.Penalty >= anywherePenalty || d == BetweenWords && b.Penalty > addressPenalty {
			continue
		}
		out = append(out, TextPiece{Start: start, End: b.End.Width, Last: b.Penalty == Forced})
		start = b.Start.Width
	}
	return out
}
