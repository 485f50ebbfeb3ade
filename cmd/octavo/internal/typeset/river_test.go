package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// TestRivers sets paragraphs of random words, some of which come out with white that runs down through their lines, and
// expects that most of these are broken another way; the rest would have to be spoilt more than a river spoils them.
func TestRivers(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes most of a second")
	}
	r := rand.New(rand.NewPCG(7, 11))
	face := testFont(t, "EBGaramond-Regular")
	h := testHyphenator(t)
	rivers, left := 0, 0
	for range 6000 {
		var text strings.Builder
		for range 90 {
			text.WriteString([]string{"stream ", "considered ", "a ", "through ", "of ", "improvements ", "thoughts ", "measure ", "on "}[r.IntN(9)])
		}
		p := NewParagraph([]Inline{&Span{Text: text.String(), Font: face, Size: 11 * page.Pt}}, Setting{Measure: 200 * page.Pt, Hyphenator: h, Letterfit: 15})
		rules := p.rules()
		run := func() []Breaks { return newBreaker(p.points, p.set.Measure, rules, 0).run(passes[:]) }
		if river(p.points, p.set.Measure, rules, run()[0].Ends) < 0 {
			continue
		}
		rivers++
		way := dammed(p.points, p.set.Measure, rules, run)[0]
		if river(p.points, p.set.Measure, rules, way.Ends) >= 0 {
			left++
		}
		for _, b := range p.points { // as they were
			if b.Penalty >= Forbidden {
				t.Fatal("a breakpoint is left forbidden")
			}
		}
	}
	if rivers < 20 || left*2 > rivers {
		t.Errorf("of %d rivers %d are left", rivers, left)
	}
}

// TestRiverIsSeen lays spaces under each other.
func TestRiverIsSeen(t *testing.T) {
	var points []Breakpoint
	var ends []int
	var sum Sum
	space := Sum{Width: 4 * page.Pt, Stretch: 2 * page.Pt, Shrink: page.Pt}
	for line := range 6 {
		for word := range 4 {
			sum.Width += page.Length(22) * page.Pt
			if line == 2 && word == 0 {
				sum.Width += 12 * page.Pt // and in this line not
			} else if line == 2 && word == 3 {
				sum.Width -= 12 * page.Pt
			}
			points = append(points, Breakpoint{End: sum, Start: sum.plus(space)})
			sum = sum.plus(space)
		}
		ends = append(ends, len(points)-1)
	}
	if k := river(points, 112*page.Pt, BookRules, ends); k != -1 && k != 5 {
		t.Errorf("a river down to line %d, across one that has none", k)
	}
	for i := range points {
		points[i].End.Width, points[i].Start.Width = page.Length(i+1)*22*page.Pt+page.Length(i)*4*page.Pt, page.Length(i+1)*26*page.Pt
	}
	if k := river(points, 112*page.Pt, BookRules, ends); k != riverLines-1 {
		t.Errorf("the river is seen in line %d, not %d", k, riverLines-1)
	}
}
