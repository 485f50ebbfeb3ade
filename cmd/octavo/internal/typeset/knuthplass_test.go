package typeset

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// frogKing is the paragraph of Knuth and Plass (1981) with its optional hyphens.
const frogKing = "In olden times when wish-ing still helped one, there lived a king whose daugh-ters were all beau-ti-ful; and the " +
	"young-est was so beau-ti-ful that the sun it-self, which has seen so much, was aston-ished when-ever it shone in her face. " +
	"Close by the king's castle lay a great dark for-est, and un-der an old lime=tree in the for-est was a well, and when the day " +
	"was very warm, the king's child went out into the for-est and sat down by the side of the cool foun-tain; and when she was " +
	"bored she took a golden ball, and threw it up on high and caught it; and this ball was her fa-vor-ite play-thing."

// frogPoints measures it in the units of the paper (p. 1123): an eighteenth of an em.
func frogPoints() (points []Breakpoint, texts []string) {
	widths := [26]page.Length{9, 10, 8, 10, 8, 6, 9, 10, 5, 6, 10, 5, 15, 10, 9, 10, 10, 7, 7, 7, 10, 9, 13, 10, 10, 8}
	sum := Sum{Width: 18 * page.Pt} // the indent
	var text strings.Builder
	add := func(b Breakpoint) {
		points = append(points, b)
		texts = append(texts, text.String())
	}
	for i, r := range frogKing {
		switch {
		case r >= 'a' && r <= 'z':
			sum.Width += widths[r-'a'] * page.Pt
		case r == 'C':
			sum.Width += 13 * page.Pt
		case r == 'I':
			sum.Width += 6 * page.Pt
		case r == '-': // optional
			end := sum
			end.Width += 6 * page.Pt
			add(Breakpoint{End: end, Start: sum, Penalty: 50, Hyphen: true})
			continue
		case r == '=': // there anyway
			sum.Width += 6 * page.Pt
			text.WriteRune('-')
			add(Breakpoint{End: sum, Start: sum, Penalty: 50, Hyphen: true})
			continue
		case r == ' ':
			next := sum.plus(Sum{Width: 6 * page.Pt, Stretch: 3 * page.Pt, Shrink: 2 * page.Pt})
			switch frogKing[i-1] {
			case ',':
				next = sum.plus(Sum{Width: 6 * page.Pt, Stretch: 4 * page.Pt, Shrink: 2 * page.Pt})
			case ';':
				next = sum.plus(Sum{Width: 6 * page.Pt, Stretch: 4 * page.Pt, Shrink: 1 * page.Pt})
			case '.':
				next = sum.plus(Sum{Width: 8 * page.Pt, Stretch: 6 * page.Pt, Shrink: 1 * page.Pt})
			}
			add(Breakpoint{End: sum, Start: next})
			sum = next
		default:
			sum.Width += 5 * page.Pt
		}
		text.WriteRune(r)
	}
	add(Breakpoint{End: sum, Start: sum, Penalty: Forced})
	return points, texts
}

// TestFrogBreaks expects the breaks and adjustment ratios that the paper gives for a measure of 390 units (its third figure, total
// fit): the paragraph is theirs, and so must the lines be.
func TestFrogBreaks(t *testing.T) {
	want := []string{
		"0.857 In olden times when wishing still helped one,",
		"0.000 there lived a king whose daughters were all beau",
		"0.280 tiful; and the youngest was so beautiful that the",
		"1.000 sun itself, which has seen so much, was aston",
		"0.067 ished whenever it shone in her face. Close by the",
		"-0.278 king's castle lay a great dark forest, and under an",
		"0.536 old lime-tree in the forest was a well, and when",
		"-0.167 the day was very warm, the king's child went out",
		"0.700 into the forest and sat down by the side of the",
		"-0.176 cool fountain; and when she was bored she took a",
		"0.357 golden ball, and threw it up on high and caught",
		"it; and this ball was her favorite plaything.",
	}
	points, texts := frogPoints()
	var got []string
	last := ""
	var start Sum
	for _, e := range LinesOf(points, 390*page.Pt, LineRules{LinePenalty: 10, DoubleHyphen: 3000, Adjacent: 3000}) {
		p := points[e]
		short := 390*page.Pt - (p.End.Width - start.Width)
		r := float64(short) / float64(p.End.Stretch-start.Stretch)
		if short < 0 {
			r = float64(short) / float64(p.End.Shrink-start.Shrink)
		}
		line := strings.TrimSpace(strings.TrimPrefix(texts[e], last))
		if p.Penalty != Forced {
			line = fmt.Sprintf("%.3f %s", r, line)
		}
		got = append(got, line)
		last, start = texts[e], p.Start
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}
