package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// TestTextPieces: a paragraph set in the width of its widest piece fits, and in a little less it does not.
func TestTextPieces(t *testing.T) {
	h := testHyphenator(t)
	r := rand.New(rand.NewPCG(1, 9))
	words := []string{"Incomprehensibilities ", "2024-03-12 ", "1704–1705 ", "well-known ", "a ", "internationalization ", "09:00 ", "of — "}
	for range 60 {
		text := ""
		for range 1 + r.IntN(6) {
			text += words[r.IntN(len(words))]
		}
		for _, d := range []Division{BetweenWords, InWords} {
			set := Setting{Measure: 1 << 40, Align: RaggedRight}
			if d == InWords {
				set.Hyphenator = h
			}
			in := []Inline{&Span{Text: text, Font: testFont(t, "EBGaramond-Regular"), Size: 10 * page.Pt}}
			var least page.Length
			for _, p := range NewParagraph(in, set).Pieces(d) {
				least = max(least, p.End-p.Start)
			}
			set.Measure = least
			p := NewParagraph(in, set)
			way := p.Best()
			if way.of != nil {
				t.Errorf("%q needs breakpoints of last resort in the width of its widest piece, %s", text, least)
			}
			for _, l := range p.Lines(way) {
				if l.Over > 0 || l.SplitWord || l.Hyphenated && d == BetweenWords && !strings.Contains(text, "well-") {
					t.Errorf("%q in the width of its widest piece, %s: line %+v", text, least, l)
				}
			}
			set.Measure = least - page.Pt
			if p = NewParagraph(in, set); p.Best().of == nil {
				t.Errorf("%q fits in less than the width of its widest piece, %s", text, least)
			}
		}
	}
}
